"""What was entered under one's address becomes one's own."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from core import policies
from core.refusal import RefusedError
from events.actions.claiming import claim
from events.models import Participant
from tests.cast import cost
from tests.events.builders import make_delegation, make_participant
from tests.events.registration.conftest import come, fresh, make_forum, text_of


@pytest.fixture
def mine(forum, official_ge):
    """Registered without signing in."""
    return come(forum, 1, email="OFFICIAL@ge.example")


def test_by_the_same_address(mine, official_ge, told):
    claim(mine, by=official_ge)
    row = fresh(mine)
    assert (row.user, row.claimed_at is None) == (official_ge, False)
    assert told(mine)[-1] == ("claim", "", "official@ge.example", "")


def test_by_nobody_else(mine, official_by):
    with pytest.raises(PermissionDenied):
        claim(mine, by=official_by)


def test_once(mine, official_ge):
    claim(mine, by=official_ge)
    with pytest.raises(RefusedError, match="belongs to an account already"):
        claim(mine, by=official_ge)


def test_the_screen(mine, screen, official_ge):
    page = screen("official_ge", "mine")
    assert [row.pk for row in page.context["claimable"]] == [mine.pk]
    assert "See what is coming" in text_of(page)
    assert screen("official_by", "mine").context["claimable"] == []
    assert screen("official_by", "claim", mine.pk, x=1).status_code == 404
    assert screen("official_ge", "claim", mine.pk).status_code == 405
    assert "Claim it" in text_of(screen("official_ge", "registration", mine.secret))
    assert "Claim it" not in text_of(screen("official_by", "registration", mine.secret))
    assert screen("official_ge", "claim", mine.pk, x=1).status_code == 302
    page = screen("official_ge", "mine")
    assert (page.context["claimable"], [row.pk for row, _shape in page.context["rows"]]) == ([], [mine.pk])
    assert screen("official_ge", "claim", mine.pk, x=1).status_code == 409
    assert screen("", "mine").status_code == 302


def test_the_page_costs_the_same_for_one_and_for_three(centre, cast, official_ge, client_of):
    def add():
        make_participant(make_forum(centre), user=official_ge)
        event = make_forum(centre)
        make_participant(event, delegation=make_delegation(event, cast.organisations["agency_ge"]), user=official_ge)
        make_participant(make_forum(centre), email=official_ge.email)

    add()
    client = client_of(official_ge)
    cost(client, "/events/mine/")
    one = cost(client, "/events/mine/")
    add()
    add()
    assert (cost(client, "/events/mine/"), one <= 12) == (one, True)


def test_an_address_is_found_by_its_index(mine, official_ge):
    """Among 200,000 registrations the page of the own events must not read them all."""
    crowd = {"event": mine.event, "given_name": "A", "country_id": "GE", "status": "withdrawn"}
    Participant.objects.bulk_create(Participant(**crowd, email=f"crowd{number}@ge.example") for number in range(2000))
    rows = Participant.objects.filter(policies.q("events.claim", official_ge))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE events_participant")
    assert "participants_by_email" in rows.explain()
    assert list(rows) == [mine]
