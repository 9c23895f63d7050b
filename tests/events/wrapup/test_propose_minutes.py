import pytest
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from events.actions.minutes import edit_minutes, propose_minutes
from events.models import Minutes
from tests.events.wrapup.conftest import CONTENT, journal


def test_both_co_directors_are_asked(draft, officer, heard):
    row = propose_minutes(draft, by=officer, seen=1)
    assert (row.status, row.proposed_at is None) == ("proposed", False)
    assert heard == [("minutes_proposed", {"minutes": row, "by": officer})]
    assert journal(row)[-1] == ("propose", "draft", "proposed", "officer@centre.example")


def test_what_was_not_read_is_not_proposed(draft, officer, heard):
    edit_minutes(draft, by=officer, seen=1, **CONTENT)
    with pytest.raises(RefusedError, match="have changed since you read them"):
        propose_minutes(draft, by=officer, seen=1)
    Minutes.objects.update(text={})
    with pytest.raises(RefusedError, match="Write the minutes"):
        propose_minutes(draft, by=officer)
    assert (Minutes.objects.get().status, heard) == ("draft", [])


def test_proposed_once(proposed, officer):
    with pytest.raises(RefusedError, match="no longer possible"):
        propose_minutes(proposed, by=officer)


def test_only_officers(draft, cast):
    for who in ("director_kr", "advisor_kr", "official_ge"):
        with pytest.raises(PermissionDenied):
            propose_minutes(draft, by=cast.people[who])
