"""Who is told of reports of the centre, in which words."""

from datetime import date

import pytest

from notifications.models import Notification
from notifications.news import load
from reports import signals
from reports.actions.making import make_report
from reports.actions.publishing import propose, publish, return_report
from reports.actions.subscribing import subscribe
from reports.figures.figure import Asked
from reports.models import Report

DAYS = date(2026, 1, 1), date(2026, 3, 31)


@pytest.fixture
def report(cast):
    return make_report("service_levels", Asked(cast.centre, *DAYS), by=cast.people["officer"])


def told(kind):
    return sorted(Notification.objects.filter(kind=f"centre_report_{kind}").values_list("user__email", flat=True))


def sentence(kind, user):
    row = Notification.objects.get(kind=f"centre_report_{kind}", user=user)
    return load([row], user)[0].headline


def made(report, by=None):
    signals.report_made.send(Report, report=report, by=by, languages=("en",), formats=("pdf",))


def test_those_who_have_subscribed_are_told_once(report, centre, director_by, director_kr):
    subscribe("service_levels", centre, by=director_kr)
    subscribe("advisor_days", centre, by=director_by)
    made(report)
    made(report)
    assert told("made") == ["director@kr.example"]


def test_who_is_no_staff_any_more_is_not_told(report, cast, centre, director_kr):
    subscribe("service_levels", centre, by=director_kr)
    cast.appointments["director_kr"].delete()
    made(report)
    assert told("made") == []


def test_both_co_directors_are_asked_for_their_keys(report, officer):
    propose(report, by=officer)
    assert told("proposed") == ["director@by.example", "director@kr.example"]


def test_published_by_both_it_is_told_to_the_centre(report, officer, director_by, director_kr):
    proposed = propose(report, by=officer)
    publish(proposed, by=director_by)
    publish(proposed, by=director_kr)
    assert told("published") == ["director@by.example", "officer@centre.example"]


def test_returned_it_is_told_to_the_centre_in_its_own_words(report, officer, director_by, director_kr):
    proposed = propose(report, by=officer)
    return_report(proposed, by=director_kr, reason="The quarter is not over.")
    assert told("returned") == ["director@by.example", "officer@centre.example"]
    assert "Q1 2026" in sentence("returned", officer)
