"""Working days between two days of a calendar, for what is due on a day and at no hour."""

from datetime import date, timedelta

from calendars.working_time import OfficeCalendar


def working_days_until(due: date, today: date, calendar: OfficeCalendar) -> int:
    """How many days are worked after today, up to and with the due day; none once it has come."""
    days = (today + timedelta(days=number) for number in range(1, (due - today).days + 1))
    return sum(calendar.is_working_day(day) for day in days)
