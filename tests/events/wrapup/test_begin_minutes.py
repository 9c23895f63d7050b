import pytest
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from events.actions.minutes import begin_minutes
from events.enums import MinutesStatus
from events.models import Minutes
from tests.events.wrapup.conftest import CONTENT, journal, states


def test_the_first_version(event, draft, officer):
    assert (draft.version, draft.status, draft.revision, draft.text, draft.by) == (
        1,
        "draft",
        1,
        CONTENT["text"],
        officer,
    )
    assert journal(draft) == [("begin", "", "", "officer@centre.example")]


@pytest.mark.parametrize("status", [MinutesStatus.DRAFT, MinutesStatus.PROPOSED])
def test_one_at_a_time(event, draft, officer, status):
    Minutes.objects.update(status=status)
    with pytest.raises(RefusedError, match="in preparation already"):
        begin_minutes(event, by=officer, **CONTENT)


def test_a_correction_leaves_the_agreed_one_in_force(event, agreed, officer):
    begin_minutes(event, by=officer, **CONTENT)
    assert states(event) == [(1, "agreed"), (2, "draft")]


def test_only_officers(event, cast):
    for who in ("director_by", "advisor_kr", "official_ge", "contact_by"):
        with pytest.raises(PermissionDenied):
            begin_minutes(event, by=cast.people[who], **CONTENT)
