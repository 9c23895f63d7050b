import pytest
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from events.actions.wrapup import edit_outcome, settle_outcome
from events.enums import OutcomeStatus
from tests.events.wrapup.conftest import journal, written

DONE = {"status": OutcomeStatus.DONE, "result": "Отправлено 15 января."}


def test_settled_by_whoever_owes_it_or_by_an_officer(event, officer, cast, heard):
    for who in ("contact_by", "officer"):
        row = settle_outcome(written(event, officer, cast), by=cast.people[who], **DONE)
        assert (row.status, row.result, row.settled_at is None) == ("done", DONE["result"], False)
        assert heard.pop() == ("outcome_settled", {"outcome": row, "by": cast.people[who]})
    assert journal(row)[-1] == ("settle", "open", "done", "officer@centre.example")


def test_settled_by_the_focal_point_of_the_body(event, officer, cast):
    row = written(event, officer, cast, organisation=cast.organisations["services_by"])
    appointment = cast.appointments["official_by"]
    with pytest.raises(PermissionDenied):
        settle_outcome(row, by=cast.people["official_by"], **DONE)  # a member of the body is not its focal point
    appointment.function = "focal_point"
    appointment.save()
    person = type(cast.people["official_by"]).objects.get(pk=appointment.user_id)
    assert settle_outcome(row, by=person, **DONE).status == "done"


def test_settled_once_and_with_a_sentence(action, officer, cast):
    with pytest.raises(RefusedError, match="Say what became of it"):
        settle_outcome(action, by=officer, status=OutcomeStatus.DONE, result=" ")
    for who in ("contact_ge", "director_kr", "official_by"):
        with pytest.raises(PermissionDenied):
            settle_outcome(action, by=cast.people[who], **DONE)
    settle_outcome(action, by=officer, status=OutcomeStatus.DROPPED, result="Не нужно.")
    with pytest.raises(RefusedError, match="no longer open"):
        settle_outcome(action, by=officer, **DONE)
    with pytest.raises(RefusedError, match="no longer open"):
        edit_outcome(action, by=officer, text={"en": "X"}, country=action.country, due_on=action.due_on)
    with pytest.raises(PermissionDenied):  # who may not see it learns nothing of its state
        settle_outcome(action, by=cast.people["contact_ge"], **DONE)
