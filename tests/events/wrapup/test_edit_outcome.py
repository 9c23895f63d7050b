from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from events.actions.wrapup import edit_outcome, settle_outcome
from events.models import Outcome


def test_a_new_date_reminds_anew(action, officer):
    Outcome.objects.update(reminded_at=datetime(2028, 1, 25, tzinfo=ZoneInfo("UTC")))
    row = edit_outcome(action, by=officer, text={"en": "Send it."}, country=action.country, due_on=date(2028, 3, 1))
    row.refresh_from_db()
    assert (row.text, row.due_on, row.reminded_at) == ({"en": "Send it."}, date(2028, 3, 1), None)
    assert row.number == 1


def test_what_is_settled_stays_as_it_is(action, officer):
    settle_outcome(action, by=officer, status="done", result="Sent.")
    with pytest.raises(RefusedError, match="no longer open"):
        edit_outcome(action, by=officer, text={"en": "X"}, country=action.country, due_on=action.due_on)


def test_only_officers(action, cast):
    for who in ("director_by", "contact_by", "official_ge"):
        with pytest.raises(PermissionDenied):
            edit_outcome(action, by=cast.people[who], text={"en": "X"}, country=action.country, due_on=action.due_on)
