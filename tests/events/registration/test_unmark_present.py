"""A mark made by mistake is taken back, with reasons."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from core.refusal import RefusedError
from events.actions.attendance import Occasion, mark_present, unmark_present
from events.models import Attendance
from tests.events.builders import make_event, make_participant, make_stop
from tests.events.registration.conftest import fresh


@pytest.fixture
def event(centre):
    """It began yesterday, in Seoul."""
    return make_event(centre, starts_on=timezone.localdate() - timedelta(days=1))


@pytest.fixture
def stop(event):
    return make_stop(event)


@pytest.fixture
def people(event):
    return [make_participant(event, family_name=name) for name in ("Ahn", "Bae", "Choi")]


@pytest.fixture
def first(event):
    return Occasion(event.starts_on)


def test_unmark_present(event, people, officer, official_by, first, told):
    mark_present(event, people[:1], by=officer, at=first)
    [mark] = Attendance.objects.all()
    with pytest.raises(PermissionDenied):
        unmark_present(mark, by=official_by, reason="x")
    with pytest.raises(RefusedError, match="Write why"):
        unmark_present(mark, by=officer, reason=" ")
    unmark_present(mark, by=officer, reason="Namesake")
    assert (fresh(people[0]).status, Attendance.objects.count()) == ("attending", 0)
    assert told(people[0])[1:] == [
        ("unmark_present", "", "officer@centre.example", "Namesake"),
        ("unattend", "attending", "", ""),
    ]
    with pytest.raises(RefusedError, match="already"):
        unmark_present(mark, by=officer, reason="x")


def test_who_was_there_on_another_day_has_still_attended(event, people, officer, first):
    mark_present(event, people[:1], by=officer, at=first)
    mark_present(event, people[:1], by=officer, at=Occasion(event.starts_on + timedelta(days=1)))
    unmark_present(Attendance.objects.first(), by=officer, reason="x")
    assert fresh(people[0]).status == "attended"
