"""The meetings that were held, who came, and what they did at home."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from events.enums import CertificateStatus, EventStatus, ListStatus, ParticipantStatus, PlanStatus, Progress
from events.models import ActionPlan, Certificate, CertificateRun, PlanCheck
from people.models import Country
from reports.figures import events as figures
from tests.events.builders import make_event, make_participant
from tests.reports.figures.following import asked_of, elsewhere, follow, lines, other_centre, reader, values

FIRST, LAST = date(2026, 4, 1), date(2026, 6, 30)
NOW = datetime(2026, 6, 15, 9, tzinfo=UTC)
ATTENDED = ParticipantStatus.ATTENDED


@pytest.fixture
def spring(cast):
    """Two events that were held, one that is still to come, one called off; three people who came."""
    with time_machine.travel(NOW, tick=False):
        held = make_event(cast.centre, starts_on=date(2026, 4, 20), status=EventStatus.CLOSED)
        later = make_event(cast.centre, starts_on=date(2026, 5, 11))
        make_event(cast.centre, starts_on=date(2026, 6, 22))  # to come
        make_event(cast.centre, starts_on=date(2026, 1, 12), status=EventStatus.CLOSED)  # before
        make_event(cast.centre, starts_on=date(2026, 5, 18), status=EventStatus.CANCELLED)
        people = [
            make_participant(held, status=ATTENDED),
            make_participant(held, status=ATTENDED, country_id="BY"),
            make_participant(later, status=ATTENDED),
        ]
        make_participant(held)  # did not come
        run = CertificateRun.objects.create(
            event=held, number=1, status=ListStatus.ACCEPTED, by=cast.people["officer"], signed_at=NOW
        )
        for number, status in ((1, CertificateStatus.ISSUED), (2, CertificateStatus.REVOKED)):
            Certificate.objects.create(
                participant=people[number - 1],
                run=run,
                number=f"C-{number}",
                name=str(people[number - 1]),
                days_attended=5,
                share=100,
                status=status,
                issued_at=NOW,
                ended_at=None if number == 1 else NOW,
            )
        for person, progress in ((people[0], Progress.DONE), (people[1], Progress.GOING_ON), (people[2], "")):
            plan = ActionPlan.objects.create(
                participant=person,
                title="A register of services",
                status=PlanStatus.ENDORSED,
                submitted_at=NOW,
                endorsed_at=NOW,
            )
            PlanCheck.objects.create(
                plan=plan,
                months=3,
                due_on=date(2026, 6, 1),
                progress=progress,
                answered_at=NOW if progress else None,
            )
            PlanCheck.objects.create(plan=plan, months=6, due_on=date(2026, 9, 1))
        yield people


def test_meetings(cast, spring):
    group = figures.meetings(asked_of(cast, FIRST, LAST))
    assert values(group) == {"held": 2, "cancelled": 1, "attended": 3, "issued": 1}
    assert [lines(one) for one in group.breakdowns] == [{"BY": (1,), "GE": (2,)}]


def test_protocol_names_states_in_the_order_of_the_english_alphabet(cast, spring):
    georgia = Country.objects.get(pk="GE")
    georgia.name = {"en": "Albania", "ru": "Яя"}
    georgia.save()
    by_country = figures.meetings(asked_of(cast, FIRST, LAST)).breakdowns[0]
    assert [line.code for line in by_country.lines] == ["GE", "BY"]


def test_action_plans(cast, spring):
    group = figures.action_plans(asked_of(cast, FIRST, LAST))
    assert values(group) == {"endorsed": 3, "done": 1, "unanswered": 1}
    assert [lines(one) for one in group.breakdowns] == [{"3": (3, 1)}, {"BY": (1, 0, 0), "GE": (2, 1, 1)}]
    assert [(one.key, one.of) for one in group.figures if one.of is not None] == [
        ("plan-checks.done", 3),
        ("plan-checks.unanswered", 3),
    ]


def test_the_days_before(cast, spring):
    group = figures.meetings(asked_of(cast, FIRST, LAST), before=asked_of(cast, date(2026, 1, 1), date(2026, 3, 31)))
    assert [one.before for one in group.figures] == [1, 0, 0, 0]


def test_every_figure_leads_to_its_rows(cast, spring):
    client, asked = reader(cast), asked_of(cast, FIRST, LAST)
    assert follow(figures.meetings(asked), client) == 6
    assert follow(figures.action_plans(asked), client) == 15


def test_another_centre_has_its_own(cast, spring):
    there = elsewhere(asked_of(cast, FIRST, LAST), other_centre(cast))
    assert {*values(figures.meetings(there)).values(), *values(figures.action_plans(there)).values()} == {0}


def test_a_few_queries_whatever_the_rows(cast, spring, django_assert_num_queries):
    asked = asked_of(cast, FIRST, LAST)
    figures.meetings(asked)
    for group, number in ((figures.meetings, 3), (figures.action_plans, 2)):
        with django_assert_num_queries(number):
            group(asked, before=asked)
