"""The yearly question of the library falls on the same day a year later."""

from datetime import date


def year_after(day: date) -> date:
    """The same day of the next year; the last of February where there is no 29th."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)
