import pytest
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from events.actions.wrapup import carry_outcomes, settle_outcome
from events.enums import OutcomeKind, OutcomeStatus
from events.models import Outcome
from tests.at_once import at_once
from tests.events.builders import make_event
from tests.events.wrapup.conftest import journal, written

DONE = {"status": OutcomeStatus.DONE, "result": "Отправлено 15 января."}


DECISION = {"kind": OutcomeKind.DECISION, "country": None, "due_on": None}


def test_open_actions_are_carried_once(event, officer, cast, centre):
    done = settle_outcome(written(event, officer, cast), by=officer, **DONE)
    first, second = written(event, officer, cast), written(event, officer, cast, text={"ru": "Второе"})
    decision = written(event, officer, cast, **DECISION)
    following = make_event(centre)
    written(following, officer, cast)
    carried = carry_outcomes(event, to=following, by=officer)
    assert [(one.number, one.carried_from, one.text, one.due_on, one.country_id, one.status) for one in carried] == [
        (2, first, first.text, first.due_on, "BY", "open"),
        (3, second, {"ru": "Второе"}, first.due_on, "BY", "open"),
    ]
    statuses = [Outcome.objects.get(pk=one.pk).status for one in (done, first, second, decision)]
    assert statuses == ["done", "carried", "carried", "open"]
    assert journal(first)[-1] == ("settle", "open", "carried", "officer@centre.example")
    assert carry_outcomes(event, to=following, by=officer) == []


def test_where_actions_cannot_be_carried(event, action, officer, director_by, centre):
    with pytest.raises(RefusedError, match="another edition"):
        carry_outcomes(event, to=event, by=officer)
    with pytest.raises(RefusedError, match="another edition"):
        carry_outcomes(event, to=make_event(centre, status="cancelled"), by=officer)
    with pytest.raises(PermissionDenied):
        carry_outcomes(event, to=make_event(centre), by=director_by)


@pytest.mark.usefixtures("real_commits")
def test_settling_against_carrying(cast, officer, event, action, centre):
    following = make_event(centre)
    answers = at_once(
        lambda: settle_outcome(action, by=officer, **DONE),
        lambda: carry_outcomes(event, to=following, by=officer),
        holding=Outcome.objects.filter(pk=action.pk),
    )
    status = Outcome.objects.get(pk=action.pk).status
    assert (status, following.outcomes.count(), type(answers[0]).__name__) in (
        ("done", 0, "Outcome"),
        ("carried", 1, "RefusedError"),
    )
