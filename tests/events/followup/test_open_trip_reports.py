"""A report is owed by every delegate who travelled, thirty days after the end."""

from datetime import date

import pytest

from events.actions.owing import open_trip_reports
from events.models import Event, Participant, TripReport
from tests.events.builders import make_participant, make_stop
from tests.events.followup.conftest import on


def test_each_who_travelled(event, nino, tamar, sergei):
    make_participant(event, status="attended", country_id="GE")  # came on his own
    make_participant(event, delegation=nino.delegation, status="withdrawn")
    assert (open_trip_reports(event), open_trip_reports(event)) == (3, 0)
    assert list(TripReport.objects.values_list("participant", "due_on", "submitted_at").order_by("participant")) == [
        (one.pk, date(2026, 11, 8), None) for one in (nino, tamar, sergei)
    ]


def test_nobody_travels_at_home_or_online(event, nino, sergei):
    Participant.objects.filter(pk=nino.pk).update(country_id="KR")
    assert open_trip_reports(event) == 1
    make_stop(event, country_id="GE", zone="Asia/Tbilisi", city={"en": "Tbilisi"})
    assert open_trip_reports(event) == 1
    TripReport.objects.all().delete()
    Event.objects.update(mode="online")
    event.refresh_from_db()
    assert open_trip_reports(event) == 0


@pytest.mark.parametrize(("hour", "opened"), [(14, 0), (15, 1)])
def test_when_the_last_day_has_ended_there(event, nino, clock, hour, opened):
    clock.move_to(on(2026, 10, 9, hour))
    assert open_trip_reports(event) == opened


def test_not_after_an_event_that_was_called_off(event, nino):
    Event.objects.update(status="cancelled")
    event.refresh_from_db()
    assert open_trip_reports(event) == 0
