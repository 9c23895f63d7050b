from datetime import UTC, datetime, timedelta

import pytest

from calendars.working_time import next_joint_slot
from tests.calendars.offices import BY, KR, RO_NIGHT, office

HOUR = timedelta(hours=1)


def at(month, day, hour=0, minute=0):
    return datetime(2027, month, day, hour, minute, tzinfo=UTC)


def test_joint_hours_begin_at_nine_in_minsk():
    assert next_joint_slot(at(3, 2, 0), HOUR, BY, KR) == (at(3, 2, 6), at(3, 2, 7))


def test_begins_at_once_within_joint_hours():
    assert next_joint_slot(at(3, 2, 7, 20), HOUR, BY, KR) == (at(3, 2, 7, 20), at(3, 2, 8, 20))


def test_what_no_longer_fits_moves_to_the_next_joint_day():
    # Friday 5 March; 8 March is a holiday in Belarus.
    assert next_joint_slot(at(3, 5, 8, 30), HOUR, BY, KR) == (at(3, 9, 6), at(3, 9, 7))


def test_the_order_makes_no_difference():
    assert next_joint_slot(at(3, 2, 0), HOUR, KR, BY) == next_joint_slot(at(3, 2, 0), HOUR, BY, KR)


def test_none_when_none_is_shared():
    assert next_joint_slot(at(3, 2, 0), 4 * HOUR, BY, KR) is None
    assert next_joint_slot(at(3, 2, 0), HOUR, RO_NIGHT, office("KR", "Asia/Seoul", days=())) is None


def test_a_slot_takes_some_time():
    with pytest.raises(ValueError, match="some time"):
        next_joint_slot(at(3, 2, 0), timedelta(0), BY, KR)
