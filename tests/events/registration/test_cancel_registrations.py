"""Officers end registrations of those who telephoned."""

import pytest

from core.refusal import RefusedError
from events.actions.approving import approve_registrations, cancel_registrations
from tests.events.registration.conftest import come, make_forum, states


@pytest.fixture
def forum(centre):
    """Two seats, given by approval."""
    return make_forum(centre, capacity=2, needs_approval=True)


@pytest.fixture
def people(forum):
    return [come(forum, number) for number in range(4)]


def test_cancelled_by_the_office_the_seat_passes_on(forum, people, officer):
    approve_registrations(forum, people, by=officer)
    assert states(forum) == ["accepted", "accepted", "waiting", "waiting"]
    cancel_registrations(forum, people[:1], by=officer, reason="Telephoned")
    assert states(forum) == ["withdrawn", "accepted", "accepted", "waiting"]
    with pytest.raises(RefusedError, match="Write why"):
        cancel_registrations(forum, people[1:2], by=officer, reason="")
