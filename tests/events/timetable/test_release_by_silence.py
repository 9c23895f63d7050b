from datetime import timedelta

import pytest
import time_machine

from core.models import Signature
from core.refusal import RefusedError
from events.actions.releasing import propose_release, release, release_by_silence, withdraw_release
from events.tasks.timetable import sign_releases_for_silence
from tests.events.builders import make_session
from tests.events.timetable.conftest import NOW, fresh


@pytest.fixture
def proposed(event, stop, officer):
    make_session(stop)
    return propose_release(event, by=officer)


def test_three_joint_days_of_silence_release(event, proposed, director_by, heard):
    release(proposed, by=director_by)
    assert sign_releases_for_silence() == 0
    heard()
    with time_machine.travel(NOW + timedelta(days=6), tick=False):
        assert sign_releases_for_silence() == 1
        assert sign_releases_for_silence() == 0
    row = fresh(proposed)
    assert (row.status, fresh(event).released) == ("released", row)
    assert sorted(Signature.objects.values_list("key", "by__email")) == [("a", "director@by.example"), ("b", None)]
    assert heard() == [("programme_released", {"release": row, "by": None, "changed": False})]


def test_before_its_time_and_after_a_withdrawal(proposed, officer):
    with pytest.raises(RefusedError, match="There is still time to answer"):
        release_by_silence(proposed)
    withdraw_release(proposed, by=officer, reason="A mistake.")
    with time_machine.travel(NOW + timedelta(days=30), tick=False):
        assert sign_releases_for_silence() == 0
        with pytest.raises(RefusedError, match="is no longer possible"):
            release_by_silence(proposed)
