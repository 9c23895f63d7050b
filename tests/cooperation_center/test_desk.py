"""The desk of everybody: within its queries, whatever it lays down and whatever the news speaks of."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.desk import panels
from notifications.models import Notification
from people.models import User
from practices.enums import Status
from tests.agreements.builders import make_agreement, make_commitment
from tests.cast import cost, sign_in
from tests.consultations import builders as requests
from tests.events.builders import make_event
from tests.practices.builders import make_practice
from tests.projects.builders import make_decision, make_project

MOST = 12


@pytest.fixture
def records(cast):
    """A record of each of seven kinds."""
    agreement = make_agreement(cast.centre, cast.people["officer"])
    return {
        "consultation_registered": requests.registered(cast),
        "project_approved": make_project(cast),
        "event_announced": make_event(cast.centre),
        "practice_published": make_practice(
            cast.centre, cast.organisations["services_by"], cast.people["official_by"], status=Status.PUBLISHED
        ),
        "agreement_recorded": agreement,
        "commitment_reported": make_commitment(agreement),
        "decision_adopted": make_decision(cast.centre, cast.people["officer"]),
    }


def tell(user, records):
    """A line of the inbox about each record, newer than all others."""
    Notification.objects.filter(user=user).delete()
    Notification.objects.bulk_create(
        Notification(
            user=user,
            kind=kind,
            event=f"test:{number}",
            content_type=ContentType.objects.get_for_model(record),
            object_id=record.pk,
            context={"people": {"by": user.pk}},
        )
        for number, (kind, record) in enumerate(records)
    )


def spent(user):
    user = User.objects.get(pk=user.pk)
    with CaptureQueriesContext(connection) as queries:
        shown = panels["inbox"](user, 9)
        assert [bool(one.headline) for one in shown] == [True] * len(shown)
    return [one.may_see for one in shown], len(queries)


def test_news_of_seven_kinds_costs_what_news_of_one_kind_costs(records, director_by):
    one = [("consultation_registered", records["consultation_registered"])]
    tell(director_by, one)
    spent(director_by)  # content types are read once
    seen, few = spent(director_by)
    tell(director_by, records.items())
    all_seen, many = spent(director_by)
    assert (seen, all_seen) == ([True], [True] * 7)
    assert many == few


def test_a_page_of_the_inbox_costs_the_same_for_one_kind_and_for_seven(records, director_by):
    client = sign_in(director_by)
    tell(director_by, [("project_approved", records["project_approved"])])
    cost(client, "/inbox/")
    few = cost(client, "/inbox/")
    tell(director_by, records.items())
    assert cost(client, "/inbox/") == few <= MOST


def test_the_desk_of_everybody_stays_within_its_queries(records, cast):
    spent_by = {}
    for key, user in cast.people.items():
        tell(user, records.items())
        client = sign_in(user)
        client.get("/desk/")
        spent_by[key] = cost(client, "/desk/")
    assert {key: number for key, number in spent_by.items() if number > MOST} == {}
    assert spent_by["director_by"] == spent_by["director_kr"]
