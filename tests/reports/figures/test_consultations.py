"""What became of the requests, with requests that people brought where they stand, on known days."""

from datetime import date

import pytest
import time_machine

from consultations.actions import closing
from consultations.models import Consultation
from reports.figures import consultations as figures
from tests.consultations import builders as build
from tests.consultations.moments import seoul
from tests.reports.figures.following import asked_of, elsewhere, follow, lines, other_centre, reader, values

FIRST, LAST = date(2026, 4, 1), date(2026, 6, 30)


@pytest.fixture
def spring(cast):
    """Nine requests of April to June: of two countries, two topics, in nearly every state."""
    cloud, law = build.topic("Cloud"), build.topic("Law")
    with time_machine.travel(seoul(13, 10, month=4), tick=False) as clock:
        build.draft(cast)  # not the centre's yet
        build.submitted(cast)
        build.declined(cast, topic=law)
        clock.move_to(seoul(12, 15, month=5))
        build.registered(cast, by="official_ge", topic=law)
        build.withdrawn(cast, topic=cloud)
        row = build.in_check(cast, topic=cloud)
        clock.move_to(seoul(19, 15, month=5))
        row = build.answering.send_answer(row, by=cast.people["officer"])
        closing.accept_answer(row, by=cast.people["official_by"], usefulness=5)
        late = build.in_check(cast, topic=law)
        clock.move_to(seoul(15, 10, month=6))
        build.answering.send_answer(late, by=cast.people["officer"])
        back = build.registered(cast, topic=cloud)
        build.drafting.return_request(back, by=cast.people["officer"], reason="Уточните.")
        build.in_progress(cast, topic=cloud)
        clock.move_to(seoul(1, 10, month=7))
        build.registered(cast, topic=cloud)  # after the days asked about
        yield {"cloud": str(cloud.pk), "law": str(law.pk)}


def test_the_work(cast, spring):
    group = figures.work(asked_of(cast, FIRST, LAST))
    assert values(group) == {
        "received": 7,
        "accepted": 3,
        "declined": 1,
        "answered": 2,
        "closed": 1,
        "returned": 1,
        "open": 4,
    }
    assert {one.key: one.of for one in group.figures if one.of is not None} == {
        "requests.accepted": 4,
        "requests.declined": 4,
    }
    assert [lines(one) for one in group.breakdowns] == [
        {"2026-04": (1, 0), "2026-05": (4, 1), "2026-06": (2, 1)},
        {"BY": (6, 2, 3), "GE": (1, 0, 1)},
        {spring["cloud"]: (4, 1, 2), spring["law"]: (3, 1, 2)},
    ]


def test_narrowed_to_a_country_and_a_topic(cast, spring):
    by_country = asked_of(cast, FIRST, LAST, country=cast.countries["GE"])
    assert (values(figures.work(by_country))["received"], values(figures.work(by_country))["answered"]) == (1, 0)
    assert values(figures.work(asked_of(cast, FIRST, LAST, topic=spring["law"])))["received"] == 3
    assert values(figures.work(asked_of(cast, FIRST, LAST, topic="identity")))["received"] == 7  # of another list


def test_in_time_late_and_in_how_many_hours(cast, spring):
    """Given at once on the same afternoon; the other one waited from 19 May to 15 June, where ten days were due."""
    group = figures.service_levels(asked_of(cast, FIRST, LAST))
    found = values(group)
    assert {key: found[key] for key in ("due", "in_time", "late", "owed")} == {
        "due": 3,
        "in_time": 1,
        "late": 1,
        "owed": 1,
    }
    hours = [worked_hours(12, 5, 15, 19, 5, 15), worked_hours(19, 5, 15, 15, 6, 10)]
    assert float(found["median"]) == pytest.approx(sum(hours) / 2, abs=0.05)
    by_country, by_topic = (lines(one) for one in group.breakdowns)
    assert by_country == {"BY": (3, 1, 1, found["median"])}
    assert {code: counted[:3] for code, counted in by_topic.items()} == {
        spring["cloud"]: (2, 1, 0),
        spring["law"]: (1, 0, 1),
    }


def worked_hours(day, month, hour, last_day, last_month, last_hour):
    """Counted another way: hour by hour of the Korean calendar."""
    from datetime import timedelta  # noqa: PLC0415

    from calendars.directory import calendar_of  # noqa: PLC0415

    calendar = calendar_of("KR")
    at, end = seoul(day, hour, month=month), seoul(last_day, last_hour, month=last_month)
    hours = 0
    while at < end:
        hours += any(opens <= at < closes for opens, closes in calendar.windows(at.date()))
        at += timedelta(hours=1)
    return hours


def test_advisor_days(cast, spring):
    group = figures.advisor_days(asked_of(cast, FIRST, LAST))
    days = (worked_hours(12, 5, 15, 19, 5, 15) + worked_hours(19, 5, 15, 15, 6, 10)) / 9
    found = values(group)
    assert found["answers"] == 2
    assert float(found["days"]) == pytest.approx(days, abs=0.1)
    assert lines(group.breakdowns[0]) == {"BY": (found["days"], 2)}


def test_the_time_of_the_requester_does_not_count(cast):
    build.answered_in_six_hours(cast)
    assert values(figures.service_levels(asked_of(cast, FIRST, LAST)))["median"] == 6


def test_both_together_say_the_same(cast, spring):
    asked = asked_of(cast, FIRST, LAST)
    assert figures.answering(asked) == [figures.service_levels(asked), figures.advisor_days(asked)]


def test_what_became_of_advice(cast, spring):
    row = Consultation.objects.get(status="closed")
    with time_machine.travel(seoul(20, 10, month=11), tick=False):
        Consultation.objects.filter(pk=row.pk).update(use_asked_at=seoul(19, 10, month=11))
        closing.report_use(build.fresh(row), by=cast.people["official_by"], use="partly", reason="Частично.")
    group = figures.advice_used(asked_of(cast, date(2026, 10, 1), date(2026, 12, 31)))
    assert values(group) == {"asked_about_use": 1, "use_reported": 1, "used": 0, "partly": 1, "not_used": 0}
    assert [lines(one) for one in group.breakdowns] == [
        {"partly": (1,)},
        {"BY": (1, 0, 1, 0)},
        {spring["cloud"]: (1, 0, 1, 0)},
    ]
    assert follow(group, reader(cast)) == 16


def test_nothing_is_not_nought(cast, db):
    found = values(figures.service_levels(asked_of(cast, FIRST, LAST)))
    assert found == {"due": 0, "in_time": 0, "late": 0, "owed": 0, "median": None}


def test_every_figure_leads_to_its_rows(cast, spring):
    client, asked = reader(cast), asked_of(cast, FIRST, LAST)
    assert follow(figures.work(asked), client) == 25
    assert follow(figures.service_levels(asked), client) == 17
    assert follow(figures.advisor_days(asked), client) == 8
    assert follow(figures.advice_used(asked), client) == 8


def test_another_centre_has_its_own(cast, spring):
    there = elsewhere(asked_of(cast, FIRST, LAST), other_centre(cast))
    assert set(values(figures.work(there)).values()) == {0}
    assert values(figures.service_levels(there))["due"] == 0


def test_a_few_queries_whatever_the_rows(cast, spring, django_assert_num_queries):
    asked = asked_of(cast, FIRST, LAST)
    figures.service_levels(asked)  # calendars and content types are read once a process
    figures.work(asked)
    for group, number in (
        (figures.work, 2),
        (figures.service_levels, 3),
        (figures.advisor_days, 2),
        (figures.advice_used, 2),
    ):
        with django_assert_num_queries(number):
            group(asked)


def test_years_where_months_are_too_many(cast, spring):
    breakdown = figures.work(asked_of(cast, date(2023, 1, 1), LAST)).breakdowns[0]
    assert ([line.code for line in breakdown.lines], lines(breakdown)) == (
        ["2023", "2024", "2025", "2026"],
        {"2026": (7, 2)},
    )
