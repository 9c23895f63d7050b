"""A plan is asked about after 3, 6 and 12 months, on a working day of its author's country, and once more."""

from datetime import date

import pytest

from events.actions.owing import ask_progress
from events.models import Participant, PlanCheck
from events.tasks.followup import ask_about_plans
from tests.events.followup.conftest import endorsed, on


@pytest.fixture
def plan(nino, heard):
    row = endorsed(nino)
    heard()
    return row


def test_on_the_first_working_day_once(plan, heard, clock):
    """9 January 2027 is a Saturday."""
    check = plan.checks.get(months=3)
    for moment in (on(2027, 1, 8), on(2027, 1, 9), on(2027, 1, 10)):
        clock.move_to(moment)
        assert (ask_about_plans(), heard()) == (0, [])
    clock.move_to(on(2027, 1, 11))
    assert (ask_about_plans(), ask_about_plans()) == (1, 0)
    check.refresh_from_db()
    assert check.asked_at == on(2027, 1, 11)
    assert heard() == [("plan_progress_asked", {"plan": plan, "check": check, "by": None})]


def test_holidays_of_the_authors_country_are_kept(plan, clock):
    """9 April 2027 is the Day of National Unity of Georgia, a Friday; in Korea and Belarus it is worked."""
    plan.checks.exclude(months=6).delete()
    clock.move_to(on(2027, 4, 9))
    assert ask_about_plans() == 0
    Participant.objects.filter(pk=plan.participant_id).update(country_id="KR")
    assert ask_about_plans() == 1


def test_once_more_after_ten_working_days(plan, heard, clock):
    PlanCheck.objects.exclude(months=6).delete()
    PlanCheck.objects.update(due_on=date(2027, 2, 1))
    clock.move_to(on(2027, 2, 1))
    assert ask_about_plans() == 1
    clock.move_to(on(2027, 2, 12))
    assert ask_about_plans() == 0
    clock.move_to(on(2027, 2, 15))
    assert (ask_about_plans(), ask_about_plans()) == (1, 0)
    clock.move_to(on(2027, 6, 15))
    assert (ask_about_plans(), len(heard())) == (0, 2)


def test_an_answer_stops_it_and_so_does_leaving(plan, clock):
    clock.move_to(on(2027, 1, 11))
    Participant.objects.update(anonymised_at=on(2027, 1, 1))
    assert (ask_about_plans(), ask_progress(plan.checks.get(months=3))) == (0, False)
    Participant.objects.update(anonymised_at=None)
    PlanCheck.objects.filter(months=3).update(progress="done", answered_at=on(2027, 1, 1))
    assert (ask_about_plans(), ask_progress(plan.checks.get(months=3))) == (0, False)
