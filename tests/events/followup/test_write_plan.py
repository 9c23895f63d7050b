"""An author keeps what he has written, in whatever state of completeness; nobody else writes it."""

import pytest
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from events.actions.plans import write_plan
from events.models import ActionPlan, Participant
from tests.events.builders import make_event, make_session, make_stop
from tests.events.followup.conftest import ACTIVITIES, WRITTEN, submitted, told, written


def rows(plan):
    return list(plan.activities.values_list("position", "what", "owner", "from_month", "to_month"))


def test_a_first_saving_begins_the_plan(nino, official_ge):
    plan = write_plan(nino, by=official_ge, seen=1, language="ru", title="План", activities=[])
    assert (plan.status, plan.title, plan.language, plan.revision, rows(plan)) == ("draft", "План", "ru", 2, [])
    assert told(plan) == [("begin", "", "", "official@ge.example", "")]


def test_activities_are_written_anew_in_their_order(nino, official_ge):
    plan = written(nino)
    two = [{**ACTIVITIES[0], "what": "Agree", "from_month": 3, "to_month": 6}, *ACTIVITIES]
    again = write_plan(nino, by=official_ge, seen=plan.revision, language="en", activities=two, **WRITTEN)
    assert (again.pk, rows(again)) == (plan.pk, [(1, "Agree", "Agency", 3, 6), (2, "Name the owner", "Agency", 1, 2)])
    assert len(told(plan)) == 1


def test_a_second_window_overwrites_nothing(nino, official_ge):
    plan = written(nino)
    with pytest.raises(RefusedError, match="saved in another window"):
        write_plan(nino, by=official_ge, seen=plan.revision - 1, language="en", title="Lost?")
    assert ActionPlan.objects.get().title == WRITTEN["title"]


def test_what_was_sent_is_not_edited(nino, official_ge):
    plan = submitted(nino)
    with pytest.raises(RefusedError, match="Only a draft is edited: the plan is now in the state “With the superior”"):
        write_plan(nino, by=official_ge, seen=plan.revision, language="en", title="Late")


def test_only_the_author_writes(nino, cast, focal_ge):
    others = [focal_ge, *(cast.people[who] for who in ("contact_ge", "officer", "director_by", "official_by"))]
    for who in others:
        with pytest.raises(PermissionDenied):
            write_plan(nino, by=who, seen=1, language="en")
    assert ActionPlan.objects.count() == 0


def test_without_an_account_by_the_own_link_and_with_one_never(nino, tamar):
    plan = write_plan(tamar, by=None, seen=1, language="en", title="By link")
    assert (plan.participant, told(plan)) == (tamar, [("begin", "", "", "", "Tamar Kapanadze")])
    with pytest.raises(PermissionDenied):
        write_plan(nino, by=None, seen=1, language="en", title="By link")


def test_who_holds_no_place_owes_no_plan(tamar):
    Participant.objects.filter(pk=tamar.pk).update(status="withdrawn")
    with pytest.raises(RefusedError, match="Only those who hold a place"):
        write_plan(tamar, by=None, seen=1, language="en")


def test_it_rests_on_a_session_of_its_own_event(nino, official_ge, centre):
    other = make_session(make_stop(make_event(centre)))
    with pytest.raises(RefusedError, match="Choose a session of this event"):
        write_plan(nino, by=official_ge, seen=1, language="en", session=other)
    own = nino.event.sessions.first()
    assert write_plan(nino, by=official_ge, seen=1, language="en", session=own).session == own


def test_a_misspelt_text_is_a_bug(nino, official_ge):
    with pytest.raises(TypeError, match="tittle"):
        write_plan(nino, by=official_ge, seen=1, language="en", tittle="x")
