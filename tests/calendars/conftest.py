from datetime import time

import pytest

from calendars.actions import every_weekday, replace_office_windows, set_calendar

LUNCH_AT_ONE = ((time(9), time(13)), (time(14), time(18)))


@pytest.fixture
def minsk(db):
    calendar = set_calendar("BY", zone="Europe/Minsk")
    replace_office_windows(calendar, every_weekday(*LUNCH_AT_ONE))
    return calendar


@pytest.fixture
def seoul(db):
    calendar = set_calendar("KR", zone="Asia/Seoul")
    replace_office_windows(calendar, every_weekday((time(9), time(18))))
    return calendar


@pytest.fixture
def changes():
    """The codes that `calendar_changed` was sent with."""
    from calendars.signals import calendar_changed  # noqa: PLC0415

    codes = []

    def note(code, **_kwargs: object):
        codes.append(code)

    calendar_changed.connect(note)
    yield codes
    calendar_changed.disconnect(note)
