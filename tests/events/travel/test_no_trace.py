"""A planted passport number is found nowhere but on the pages of the person and the travel desk."""

import json
import logging

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.urls import reverse

from core import policies
from events.actions import travel
from events.models import Seat, Session, TravelFile, Visit
from people.actions.privacy import export_data
from tests.cast import PEOPLE
from tests.events.builders import make_delegation, make_participant, make_session
from tests.events.travel.conftest import FACTS, NUMBER, saved

SECRETS = (NUMBER, "Kutaisi", "KE956", "No pork")
ALLOWED = {("travel_file", "official_ge"), ("edit_travel", "official_ge")}
ALLOWED |= {(name, "officer") for name in ("travel_file", "edit_travel", "arrivals", "gate_list_csv")}


def found(text: str) -> list[str]:
    return [fact for fact in SECRETS if fact in text]


@pytest.fixture
def planted(cast, event, nino, official_ge, official_by, colleague):
    """With a visit whose gate asks for passports, and a delegation of another country."""
    saved(nino, official_ge)
    session = make_session(event.stops.get(), kind="visit", day=1, start=13, is_released=True)
    Visit.objects.create(session=session, needs_passport=True)
    delegation = make_delegation(event, cast.organisations["services_by"])
    make_participant(event, delegation=delegation, user=official_by, email=official_by.email, country_id="BY")
    return session


def addresses(event, nino, session):
    one, person, visit = [event.reference], [event.reference, nino.pk], [event.reference, session.pk]
    pages = {
        **dict.fromkeys(("detail", "travel", "arrivals", "remind_travel", "visits", "materials", "participants"), one),
        **dict.fromkeys(("delegations", "attendance", "follow_up", "participants_csv"), one),
        **dict.fromkeys(("participant", "travel_file", "edit_travel"), person),
        **dict.fromkeys(("visit", "gate_list", "gate_list_csv"), visit),
        "delegation": [event.reference, nino.delegation_id],
        "registration": [nino.secret],
    }
    return {name: reverse(f"events:{name}", args=args) for name, args in pages.items()}


def test_no_page_shows_it_to_others(page, event, nino, planted, cast):
    leaks = set()
    for name, address in addresses(event, nino, planted).items():
        for who in (*cast.people, ""):
            response = page(who, address)
            content = b"".join(response.streaming_content) if response.streaming else response.content
            if found(content.decode()):
                leaks.add((name, who))
    assert leaks == ALLOWED


def test_no_table_but_the_sealed_one_and_no_log_holds_it(page, event, nino, planted, caplog):
    """After everything was opened, written, refused and told."""
    with caplog.at_level(logging.DEBUG):
        for name in ("travel_file", "edit_travel"):
            page("officer", addresses(event, nino, planted)[name])
        page("officer", reverse("events:visa_letter", args=[event.reference, nino.pk]))
        page("officer", reverse("events:gate_list_pdf", args=[event.reference, planted.pk]))
        page("officer", addresses(event, nino, planted)["arrivals"])
        page("official_ge", addresses(event, nino, planted)["edit_travel"], passport_number=NUMBER)
        make_participant(event)
        page("officer", addresses(event, nino, planted)["remind_travel"], sure="1")
    assert found(caplog.text) == []
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        held = set()
        for table in tables:
            cursor.execute(f'SELECT string_agg(t::text, chr(10)) FROM "{table}" t')
            if found(cursor.fetchone()[0] or ""):
                held.add(table)
    assert held == set()


def test_ones_own_export_holds_it_and_nobody_elses(cast, planted, nino):
    for who, person in cast.people.items():
        document = "".join(export_data(person, by=person))
        assert (who, found(document)) == (who, list(SECRETS) if who == "official_ge" else [])
    own = json.loads("".join(export_data(cast.people["official_ge"], by=cast.people["official_ge"])))
    [facts] = own["travel_facts"]
    assert facts["facts"]["passport_number"] == FACTS["passport_number"]
    assert facts["consents"]["identifier"]["answer"] == "agreed"


def test_the_admin_site_shows_that_there_is_a_file_and_nothing_of_it(page, nino, planted):
    row = TravelFile.objects.get()
    for address in (
        reverse("admin:events_travelfile_changelist"),
        reverse("admin:events_travelfile_change", args=[row.pk]),
    ):
        shown = page("admin_user", address).content.decode()
        assert ("2031" in shown, found(shown), bytes(row.sealed).decode() in shown) == (True, [], False)


def test_the_rule_asks_nobody_in(planted, nino, cast):
    """The rule itself, past every page."""
    assert not policies.allows(AnonymousUser(), "events.view_travel", nino)
    assert [who for who in PEOPLE if policies.allows(cast.people[who], "events.view_travel", nino)] == [
        "officer",
        "official_ge",
    ]
    assert travel.open_travel(nino, by=nino.user).facts["passport_number"] == NUMBER
    assert (Seat.objects.count(), Session.objects.count()) == (0, 1)
