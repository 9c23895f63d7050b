"""One event counted: each figure leads to its very rows."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from events.enums import (
    AttendanceMeans,
    CertificateStatus,
    EventStatus,
    ListStatus,
    ParticipantStatus,
    PlanStatus,
    Progress,
)
from events.models import ActionPlan, Attendance, Certificate, CertificateRun, Event, PlanCheck, TripReport
from people.enums import Function
from reports.figures import editions
from tests.cast import sign_in
from tests.events.builders import make_event, make_participant
from tests.factories import appoint, make_user
from tests.reports.figures.following import asked_of, elsewhere, follow, lines, other_centre, reader, values

FIRST, LAST = date(2026, 4, 20), date(2026, 4, 24)
NOW = datetime(2026, 6, 15, 9, tzinfo=UTC)
ATTENDED = ParticipantStatus.ATTENDED


def _held(cast) -> Event:
    """Three hold a place, one withdrew; three days of attendance, two plans of which one is done, two reports owed."""
    event = make_event(cast.centre, starts_on=FIRST)
    came = [make_participant(event, status=ATTENDED) for _ in range(2)]
    came.append(make_participant(event, country_id="BY"))
    gone = make_participant(event, status=ParticipantStatus.WITHDRAWN)
    Event.objects.filter(pk=event.pk).update(seats_taken=3)
    by = cast.people["officer"]
    for person, day in ((came[0], 20), (came[0], 21), (came[1], 20), (gone, 20)):
        Attendance.objects.create(participant=person, day=date(2026, 4, day), means=AttendanceMeans.values[0], by=by)
    run = CertificateRun.objects.create(event=event, number=1, status=ListStatus.ACCEPTED, by=by, signed_at=NOW)
    for number, status in enumerate((CertificateStatus.ISSUED, CertificateStatus.REVOKED)):
        Certificate.objects.create(
            participant=came[number],
            run=run,
            number=f"{event.reference}-{number}",
            name=str(came[number]),
            days_attended=5,
            share=100,
            status=status,
            issued_at=NOW,
            ended_at=NOW if number else None,
        )
    for person, status in ((came[0], PlanStatus.ENDORSED), (came[1], PlanStatus.DRAFT)):
        moment = NOW if status == PlanStatus.ENDORSED else None
        plan = ActionPlan.objects.create(
            participant=person, title="A register", status=status, submitted_at=moment, endorsed_at=moment
        )
        if moment:
            for months in (3, 6):  # asked twice, done both times: one plan all the same
                PlanCheck.objects.create(plan=plan, months=months, due_on=LAST, progress=Progress.DONE, answered_at=NOW)
    ActionPlan.objects.create(participant=came[2])  # asked for, and not begun
    for person, moment in ((came[0], NOW), (came[1], None)):
        TripReport.objects.create(participant=person, due_on=LAST, submitted_at=moment)
    return event


@pytest.fixture
def held(cast):
    with time_machine.travel(NOW, tick=False):
        _held(cast)  # another one, whose rows are not among these
        yield Event.objects.select_related("centre").get(pk=_held(cast).pk)


def test_who_came_and_what_followed(cast, held):
    group = editions.edition(asked_of(cast, FIRST, LAST), held)
    assert values(group) == {
        "seated": 3,
        "days": 3,
        "certified": 1,
        "written": 2,
        "carried_out": 1,
        "handed_in": 1,
    }
    assert {one.key: one.of for one in group.figures if one.of is not None} == {
        "event-attendance.days": 15,
        "event-people.certified": 3,
        "event-plans.carried_out": 2,
        "event-journeys.handed_in": 2,
    }
    assert [lines(one) for one in group.breakdowns] == [{"BY": (1, 0), "GE": (2, 1)}]


def test_every_figure_leads_to_its_rows(cast, held):
    assert follow(editions.edition(asked_of(cast, FIRST, LAST), held), reader(cast)) == 10


def test_the_page_names_the_event(cast, held):
    figure = editions.edition(asked_of(cast, FIRST, LAST), held).figures[0]
    assert f"event={held.reference}" in figure.url
    assert held.name["en"] in reader(cast).get(figure.url).content.decode()


def test_without_an_event_there_is_nothing(cast, held):
    url = editions.edition(asked_of(cast, FIRST, LAST), held).figures[0].url
    answers = [reader(cast).get(url.partition("&event=")[0] + more) for more in ("", "&event=E-1999-001")]
    assert [one.status_code for one in answers] == [200, 404]
    assert (answers[0].context["figure"].value, answers[0].context["lines"]) == (0, [])


def test_an_event_of_another_centre_is_not_even_named(cast, held):
    url = editions.edition(asked_of(cast, FIRST, LAST), held).figures[0].url
    hidden = make_event(other_centre(cast), starts_on=FIRST)
    assert reader(cast).get(url.replace(held.reference, hidden.reference)).status_code == 404


def test_an_event_that_is_not_announced_is_unknown_to_an_evaluator(cast, held):
    url = editions.edition(asked_of(cast, FIRST, LAST), held).figures[0].url
    planned = make_event(cast.centre, starts_on=FIRST, status=EventStatus.PLANNED, is_public=False)
    person = make_user(language="en")
    appoint(person, Function.EVALUATOR, cast.organisations["centre"], centre=cast.centre)
    met = [sign_in(person).get(url.replace(held.reference, one.reference)).status_code for one in (held, planned)]
    assert met == [200, 404]


def test_rows_of_another_centre_are_not_counted(cast, held):
    there = elsewhere(asked_of(cast, FIRST, LAST), other_centre(cast))
    assert {*values(editions.edition(there, held)).values()} == {0}


def test_four_queries_whatever_the_rows(cast, held, django_assert_num_queries):
    asked = asked_of(cast, FIRST, LAST)
    editions.edition(asked, held)
    with django_assert_num_queries(4):
        editions.edition(asked, held)
