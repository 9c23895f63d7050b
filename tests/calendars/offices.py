"""Offices for the tests, made by hand: no database."""

from datetime import date, time
from zoneinfo import ZoneInfo

from calendars.working_time import DayRule, JointCalendar, WorkingCalendar
from core.localised import LocalisedText

NINE_TO_SIX = [(time(9), time(18))]
WITH_LUNCH = [(time(9), time(13)), (time(14), time(18))]
NIGHT_SHIFT = [(time(0, 30), time(8)), (time(8), time(12)), (time(22), time(23, 59))]

OFF = DayRule(is_working=False, reason=LocalisedText(en="Storm"))
WORKED = DayRule(is_working=True, reason=LocalisedText(en="Moved from Monday", ru="Перенесено с понедельника"))


def office(code, zone, hours=NINE_TO_SIX, rules=None, days=range(5)):
    return WorkingCalendar(code, ZoneInfo(zone), dict.fromkeys(days, hours), rules)


BY = office("BY", "Europe/Minsk")
KR = office("KR", "Asia/Seoul")
BY_LUNCH = office("BY", "Europe/Minsk", WITH_LUNCH, {date(2027, 5, 10): OFF, date(2027, 5, 15): WORKED})
RO = office("RO", "Europe/Bucharest", WITH_LUNCH)
# Open across both changes of the clock: Sunday 29 March 2026 03:00 → 04:00, Sunday 25 October 2026 04:00 → 03:00.
RO_NIGHT = office(
    "RO",
    "Europe/Bucharest",
    NIGHT_SHIFT,
    {date(2026, 3, 29): WORKED, date(2026, 10, 25): WORKED, date(2026, 10, 26): OFF},
)
UA_SHORT_WEEK = office("UA", "Europe/Kyiv", WITH_LUNCH, days=(0, 2, 3))
ALL = [BY, KR, BY_LUNCH, RO, RO_NIGHT, UA_SHORT_WEEK, JointCalendar(BY, KR), JointCalendar(RO_NIGHT, BY_LUNCH)]
