"""One act of an officer reminds everybody who owes something, of all of it at once."""

import pytest
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from events.actions.owing import open_plans, open_trip_reports, owed_by, remind_follow_up
from events.actions.trip_reports import submit_trip_report
from events.models import PlanCheck, TripReport
from tests.events.followup.conftest import endorsed, on, submitted, told
from tests.events.followup.test_submit_trip_report import WHOLE


@pytest.fixture
def owed(event, nino, tamar, sergei, clock):
    """Nino owes an answer, Tamar everything, Sergei nothing but that the superior endorses."""
    open_plans(event)
    open_trip_reports(event)
    endorsed(nino)
    submitted(sergei)
    PlanCheck.objects.filter(months=3).update(asked_at=on(2026, 10, 12))
    for one in (nino, sergei):
        report = TripReport.objects.get(participant=one)
        submit_trip_report(report, by=one.user, seen=1, **WHOLE)
    return [(sergei, ["endorsement"]), (nino, ["after_3"]), (tamar, ["plan", "trip_report"])]


def test_all_of_it_to_each(event, owed, officer, heard):
    heard()
    assert remind_follow_up(event, by=officer) == 3
    assert heard() == [("follow_up_reminded", {"event": event, "people": owed, "by": officer})]
    assert told(event) == [("remind_follow_up", "", "", "officer@centre.example", "")]


def test_only_those_chosen(event, owed, officer, tamar, heard):
    heard()
    assert remind_follow_up(event, by=officer, people=[tamar.pk]) == 1
    assert heard()[0][1]["people"] == [(tamar, ["plan", "trip_report"])]


def test_once_a_day(event, owed, officer, clock):
    remind_follow_up(event, by=officer)
    with pytest.raises(RefusedError, match="less than a day ago"):
        remind_follow_up(event, by=officer)
    clock.move_to(on(2026, 10, 13))
    assert remind_follow_up(event, by=officer) == 3


def test_nobody_owes_anything(event, nino, officer):
    with pytest.raises(RefusedError, match="Nobody owes anything"):
        remind_follow_up(event, by=officer)


def test_officers_only(event, owed, cast):
    for who in ("director_by", "contact_ge", "official_ge", "advisor_kr"):
        with pytest.raises(PermissionDenied):
            remind_follow_up(event, by=cast.people[who])


def test_many_owe_at_the_price_of_one(event, owed, django_assert_num_queries):
    with django_assert_num_queries(2):
        owed_by(event)
