"""Moments on the walls of both capitals."""

from datetime import datetime
from zoneinfo import ZoneInfo

MINSK, SEOUL = ZoneInfo("Europe/Minsk"), ZoneInfo("Asia/Seoul")


def minsk(day: int, hour: int = 18, minute: int = 0, *, month: int = 11, year: int = 2026) -> datetime:
    """A moment on the wall clock of Minsk, in November 2026 when nothing else is said."""
    return datetime(year, month, day, hour, minute, tzinfo=MINSK)


def seoul(day: int, hour: int = 18, minute: int = 0, *, month: int = 11, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=SEOUL)
