"""After the wrap-up meeting everybody who came with a delegation is asked for a plan, once."""

from datetime import date

import pytest

from events.actions.owing import open_plans
from events.models import ActionPlan, Attendance, Event, Participant, Session
from events.tasks.followup import open_what_is_owed
from tests.events.builders import make_participant, make_session
from tests.events.followup.conftest import on, written


def asked(heard):
    return [said["participant"].pk for name, said in heard() if name == "plan_wanted"]


def test_each_who_came_is_asked_once(event, nino, tamar, sergei, heard):
    make_participant(event, status="attended")  # registered without a delegation
    absent = make_participant(event, delegation=nino.delegation, status="attending")
    heard()
    assert (open_plans(event), asked(heard)) == (3, [nino.pk, tamar.pk, sergei.pk])
    assert list(ActionPlan.objects.values_list("participant", "status", "revision").order_by("participant")) == [
        (one.pk, "draft", 1) for one in (nino, tamar, sergei)
    ]
    assert (open_plans(event), asked(heard)) == (0, [])
    officer = Attendance.objects.first().by
    Attendance.objects.create(participant=absent, day=date(2026, 10, 5), means="list", by=officer)
    assert (open_plans(event), asked(heard)) == (1, [absent.pk])


def test_who_has_begun_is_not_asked(event, nino, heard):
    written(nino)
    assert (open_plans(event), asked(heard)) == (0, [])


def test_from_the_end_of_the_wrap_up_meeting(event, nino, clock):
    """It is held on Friday from 15:00 to 16:00 in Seoul: 07:00 UTC."""
    stop = event.stops.get()
    make_session(stop, day=4, start=15, kind="wrap_up", is_released=True)
    make_session(stop, day=4, start=18, kind="wrap_up", is_released=False)
    clock.move_to(on(2026, 10, 9, 6))
    assert open_plans(event) == 0
    clock.move_to(on(2026, 10, 9, 7))
    assert open_plans(event) == 1


def test_without_such_a_meeting_at_midnight_after_the_last_day(event, nino, clock):
    """Midnight in Seoul is 15:00 UTC."""
    clock.move_to(on(2026, 10, 9, 14))
    assert open_plans(event) == 0
    clock.move_to(on(2026, 10, 9, 15))
    assert open_plans(event) == 1


@pytest.mark.parametrize("fields", [{"kind": "forum"}, {"kind": "ceremony"}, {"status": "cancelled"}])
def test_not_after_every_event(event, nino, fields):
    Event.objects.filter(pk=event.pk).update(**fields)
    event.refresh_from_db()
    assert open_plans(event) == 0


def test_not_without_a_name(event, nino):
    Participant.objects.update(anonymised_at=on(2026, 10, 10))
    assert open_plans(event) == 0


def test_the_task_finds_its_events(event, nino, tamar, heard, clock):
    heard()
    assert (open_what_is_owed(), sorted(asked(heard)), open_what_is_owed()) == (4, [nino.pk, tamar.pk], 0)
    assert Session.objects.count() == 5
    clock.move_to(on(2027, 6, 1))
    ActionPlan.objects.all().delete()
    assert open_what_is_owed() == 0
