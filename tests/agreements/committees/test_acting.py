"""Actions: written, changed, settled, chased on the calendar of whoever owes them; the list and one action."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from agreements.actions.acting import edit_action, remind_of_action, settle_action, write_action
from agreements.models import Action
from agreements.tasks.committees import remind_of_actions
from core.refusal import RefusedError
from people.enums import Function
from tests.agreements.committees.builders import make_action, make_decision
from tests.agreements.committees.conftest import journal
from tests.factories import appoint, make_user

pytestmark = pytest.mark.django_db
DUE = date(2026, 9, 28)  # the Monday after Chuseok: Korea is off on 24 and 25 September
OWED = {"text": {"en": "Send the plan."}, "owner": "b", "due_on": DUE}


def noon(day, month=9):
    return datetime(2026, month, day, 3, tzinfo=UTC)  # the same day on both sides


def test_what_is_given_with_an_adopted_decision_is_told(draft, adopted, officer, heard):
    write_action(draft, by=officer, **OWED)
    row = write_action(adopted, by=officer, **OWED)
    assert (row.reference, heard) == ("JSC-6-02/A1", [("action_given", {"action": row, "by": officer})])


def test_nothing_is_added_to_what_both_sides_have_before_them(proposed, held, officer):
    with pytest.raises(RefusedError, match="have the decision before them"):
        write_action(proposed, by=officer, **OWED)
    with pytest.raises(RefusedError, match="was not adopted"):
        write_action(make_decision(held, officer, status="rejected"), by=officer, **OWED)


def test_it_is_changed_while_the_decision_is_a_draft(draft, action, officer):
    row = edit_action(make_action(draft), by=officer, **OWED)
    assert (row.owner, row.due_on) == ("b", DUE)
    with pytest.raises(RefusedError, match="by a later decision"):
        edit_action(action, by=officer, **OWED)


def test_whoever_owes_it_says_what_became_of_it(action, director_by, heard):
    with pytest.raises(RefusedError, match="Say what became of it"):
        settle_action(action, by=director_by, status="done", result=" ")
    with time_machine.travel(noon(1)):
        row = settle_action(action, by=director_by, status="done", result="Sent on 1 September.")
    assert (row.status, row.settled_on, row.result) == ("done", date(2026, 9, 1), "Sent on 1 September.")
    assert heard == [("action_settled", {"action": row, "by": director_by})]
    assert journal(row) == [("settle", "open", "done", director_by.email)]
    with pytest.raises(RefusedError, match="settled already"):
        settle_action(action, by=director_by, status="dropped", result="Again.")


def test_a_focal_point_of_the_body_answers_for_it_though_the_meeting_was_closed(held, adopted, cast, client_of):
    body = cast.organisations["services_by"]
    focal = appoint(make_user(email="focal@by.example", language="en"), Function.FOCAL_POINT, body).user
    action = make_action(adopted, organisation=body)
    held.is_closed = True
    held.save()
    client = client_of(focal)
    assert [client.get(one.get_absolute_url()).status_code for one in (held, adopted, action)] == [404, 404, 200]
    assert client.get(action.get_absolute_url()).context["sees_decision"] is False
    assert settle_action(action, by=focal, status="dropped", result="No longer needed.").status == "dropped"


@pytest.mark.parametrize("who", ["director_kr", "advisor_kr", "official_ge", "contact_by"])
def test_nobody_else_settles_or_writes(cast, adopted, action, who):
    by = cast.people[who]
    for act in (
        lambda: settle_action(action, by=by, status="done", result="Done."),
        lambda: write_action(adopted, by=by, **OWED),
        lambda: edit_action(action, by=by, **OWED),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_nothing_is_owed_before_the_decision_is_adopted(proposed, director_by):
    action = make_action(proposed)
    with pytest.raises(RefusedError, match="has not been adopted"):
        settle_action(action, by=director_by, status="done", result="Done.")
    assert remind_of_action(action, now=datetime(2030, 1, 1, tzinfo=UTC)) is False


# --- Chased ----------------------------------------------------------------------------------------------------------


def reminded(owner, days):
    """On which of these days of September 2026 whoever owes it was told."""
    action = Action.objects.get()
    action.owner = owner
    action.save()
    return [day for day in days if remind_of_action(action, now=noon(day))]


def test_it_is_chased_on_the_days_of_whoever_owes_it(adopted):
    """Three working days before 28 September: in Korea, where Chuseok takes Thursday and Friday, that is earlier."""
    make_action(adopted, due_on=DUE)
    assert reminded("a", range(14, 29)) == [23]
    Action.objects.update(reminded_on=None)
    assert reminded("b", range(14, 29)) == [21]
    Action.objects.update(reminded_on=None)
    assert reminded("both", range(14, 29)) == [21]


def test_late_it_is_chased_each_week(adopted, heard):
    make_action(adopted, due_on=date(2026, 9, 1))
    assert reminded("a", range(2, 30)) == [2, 9, 16, 23]
    assert {name for name, _said in heard} == {"action_due"}


def test_the_clock_finds_them_in_the_rows(adopted, proposed, heard):
    make_action(adopted, due_on=date(2026, 9, 1))
    make_action(adopted, due_on=date(2026, 12, 31))
    make_action(adopted, due_on=date(2026, 9, 1), status="done", result="Done.", settled_on=date(2026, 8, 1))
    make_action(proposed, due_on=date(2026, 9, 1))
    with time_machine.travel(noon(2)):
        assert (remind_of_actions(), remind_of_actions()) == (1, 0)
    with time_machine.travel(noon(9)):
        assert remind_of_actions() == 1


# --- Pages -----------------------------------------------------------------------------------------------------------


def test_the_list_begins_with_what_is_late_and_says_whose_it_is(adopted, page, cast):
    today = datetime.now(tz=UTC).date()
    soon = make_action(adopted, due_on=today, owner="both")
    late = make_action(adopted, due_on=date(2026, 1, 1), owner="b", organisation=cast.organisations["nia"])
    done = make_action(adopted, status="done", result="Done.", settled_on=today)
    url = reverse("agreements:actions")

    def rows(who, query=""):
        return [line.row for line in page(who, url + query).context["rows"]]

    assert rows("director_kr") == [late, soon]
    assert {query: rows("director_kr", f"?{query}") for query in ("whose=own", "whose=other", "whose=both")} == {
        "whose=own": [late],
        "whose=other": [],
        "whose=both": [soon],
    }
    assert (rows("director_by", "?whose=other"), rows("director_kr", "?whose=body")) == ([late], [late])
    assert (rows("director_by", "?state=done"), rows("director_by", "?state=late")) == ([done], [late])
    assert rows("official_ge") == []
    owners = page("director_kr", f"{url}?whose=both").context["rows"][0].owners
    assert [one.pk for one in owners] == ["KR", "BY"]
    table = b"".join(page("director_by", reverse("agreements:actions_csv")).streaming_content).decode()
    assert [line.partition(",")[0] for line in table.splitlines()] == [
        "\ufeffNumber",
        late.reference,
        soon.reference,
    ]


def test_the_screens_keep_what_was_typed(adopted, action, page, cast):
    url = reverse("agreements:settle_action", args=[adopted.reference, 1])
    form = page("director_by", url, status="done").context["form"]
    assert list(form.errors) == ["result"]
    assert page("director_by", url, status="done", result="Sent.")["Location"] == action.get_absolute_url()
    form = page("director_by", url, status="dropped", result="Typed.").context["form"]
    assert (form.non_field_errors(), form["result"].value()) == (["This action is settled already: Done."], "Typed.")
    url = reverse("agreements:write_action", args=[adopted.reference])
    body = cast.organisations["nia"].pk
    sent = {"text_en": "Send it.", "owner": "a", "organisation": body, "due_on": "2027-01-01"}
    assert page("officer", url, **sent).context["form"].errors == {
        "organisation": ["This body belongs to the other side."]
    }
    assert page("officer", url, **{**sent, "owner": "b"}).status_code == 302
    assert page("director_by", url).status_code == 403
