"""Officers refuse with reasons, which the person reads."""

import pytest

from core.refusal import RefusedError
from events.actions.approving import approve_registrations, refuse_registrations
from tests.events.registration.conftest import come, make_forum, states


@pytest.fixture
def forum(centre):
    """Two seats, given by approval."""
    return make_forum(centre, capacity=2, needs_approval=True)


@pytest.fixture
def people(forum):
    return [come(forum, number) for number in range(4)]


def test_refused_with_reasons(forum, people, officer, heard, letters, told):
    approve_registrations(forum, people[:3], by=officer)
    letters()
    heard()
    decided = refuse_registrations(forum, people, by=officer, reason="For officials only.")
    assert (decided.done, decided.passed_over) == (people[2:], people[:2])
    assert states(forum) == ["accepted", "accepted", "declined", "declined"]
    said = {"reason": "For officials only.", "by": officer}
    assert heard() == [("registration_refused", {"participant": one, **said}) for one in people[2:]]
    subject = f"{forum.reference}: Your registration could not be accepted"
    assert letters() == [("dana2@kr.example", subject), ("dana3@kr.example", subject)]
    assert all("For officials only." in sent.body for sent in letters.last)
    with pytest.raises(RefusedError, match="Write why"):
        refuse_registrations(forum, people, by=officer, reason=" ")
