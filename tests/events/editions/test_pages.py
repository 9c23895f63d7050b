"""The list, an event, a programme and the screens that plan one: who meets what, and at which price."""

import json
import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from events.enums import BodyRole, EventStatus
from events.models import Event, EventBody, Programme
from tests.cast import PEOPLE, cost, sign_in
from tests.events.builders import make_delegation, make_event, make_participant, make_stop

pytestmark = pytest.mark.django_db
STAFF = {"officer", "director_by", "director_kr"}


def met(cast, client, url):
    client.cookies.clear()
    found = {"visitor": client.get(url).status_code}
    return found | {who: sign_in(cast.people[who], client=client).get(url).status_code for who in PEOPLE}


def everybody(status, **others):
    return {**dict.fromkeys(("visitor", *PEOPLE), status), **others}


def test_a_planned_event_is_seen_by_the_centre_alone(cast, client):
    event = make_event(cast.centre, status=EventStatus.PLANNED)
    assert met(cast, client, event.get_absolute_url()) == everybody(404, **dict.fromkeys(STAFF, 200))


def test_a_public_event_is_seen_by_everybody(cast, client):
    event = make_event(cast.centre)
    assert met(cast, client, event.get_absolute_url()) == everybody(200)


def test_an_event_for_the_invited_is_seen_by_them(cast, client):
    event = make_event(cast.centre, is_public=False)
    make_delegation(event, cast.organisations["agency_ge"])
    make_participant(event, user=cast.people["official_by"])
    centre = {"officer", "director_by", "director_kr", "advisor_kr", "advisor2_kr", "admin_user"}
    seen = {"official_ge", "contact_ge", "official_by", *centre}
    assert met(cast, client, event.get_absolute_url()) == everybody(404, **dict.fromkeys(seen, 200))


def test_closing_is_offered_once_the_event_is_over(cast, client, officer):
    officer.language = "en"
    officer.save()
    sign_in(officer, client=client)
    ends_on = timezone.localdate()
    offered = {}
    for days in (0, 1):
        event = make_event(cast.centre, starts_on=ends_on - timedelta(days=3), ends_on=ends_on - timedelta(days=days))
        offered[days] = [url for url, _label in client.get(event.get_absolute_url()).context["steps"]]
        page = client.get(reverse("events:close", args=[event.reference]))
        assert page.status_code == {0: 409, 1: 200}[days]
        assert ("The event has not ended yet." in page.content.decode()) == (days == 0), days
    assert [[url.rsplit("/", 2)[-2] for url in urls] for urls in offered.values()] == [["cancel"], ["close", "cancel"]]


@pytest.mark.parametrize("name", ["edit", "edit_terms", "places", "add_stop", "add_track", "name_body"])
def test_officers_plan(cast, client, name):
    event = make_event(cast.centre)
    others = everybody(403, visitor=302, officer=200)
    assert met(cast, client, reverse(f"events:{name}", args=[event.reference])) == others


def test_who_is_in_charge_is_named_by_those_who_see_it_whole(cast, client):
    event = make_event(cast.centre)
    others = everybody(403, visitor=302, **dict.fromkeys(STAFF, 200))
    assert met(cast, client, reverse("events:name_officers", args=[event.reference])) == others


def test_the_list_costs_the_same_at_one_and_three(cast, client, officer):
    sign_in(officer, client=client)
    url = reverse("events:list")
    make_stop(make_event(cast.centre))
    client.get(url)
    first = cost(client, url)
    for _ in range(2):
        make_stop(make_event(cast.centre))
    assert (cost(client, url), first <= 12) == (first, True)


def test_an_event_costs_the_same_whatever_belongs_to_it(cast, client):
    event = make_event(cast.centre, quota=2)
    prices = {}
    for who in ("officer", "director_kr", "contact_ge", "official_ge"):
        sign_in(cast.people[who], client=client)
        client.get(event.get_absolute_url())
        prices[who] = cost(client, event.get_absolute_url())
    for body in ("agency_ge", "services_by", "ministry_by"):
        delegation = make_delegation(event, cast.organisations[body])
        make_participant(event, delegation=delegation)
        make_stop(event)
    for who, price in prices.items():
        sign_in(cast.people[who], client=client)
        assert cost(client, event.get_absolute_url()) <= max(price, 12), who
        assert price <= 12, who


def test_a_programme_compares_its_editions_at_one_price(cast, client):
    programme = Programme.objects.create(centre=cast.centre, slug="black-sea", name={"en": "Korea–Black Sea"})
    url = programme.get_absolute_url()
    make_stop(make_event(cast.centre, programme=programme, number=1))
    client.get(url)
    first = cost(client, url)
    for number in (2, 3):
        event = make_event(cast.centre, programme=programme, number=number)
        make_stop(event)
        make_participant(event)
    answer = client.get(url)
    found = [(one.event.number, one.states, one.people) for one in answer.context["editions"]]
    assert found == [(3, 1, 1), (2, 1, 1), (1, 0, 0)]
    assert (cost(client, url), first <= 12) == (first, True)


def test_a_page_says_to_machines_what_it_says_to_people(cast, client):
    event = make_event(cast.centre, theme={"en": "A </script> theme"})
    make_stop(event)
    EventBody.objects.create(event=event, organisation=cast.organisations["nia"], role=BodyRole.HOST)
    page = client.get(event.get_absolute_url()).content.decode()
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    said = json.loads(block[1])
    assert (said["@type"], said["identifier"], said["description"], said["startDate"]) == (
        "Event",
        event.reference,
        "A </script> theme",
        event.starts_on.isoformat(),
    )
    assert said["location"][0]["address"] == {
        "@type": "PostalAddress",
        "addressLocality": "Seoul",
        "addressCountry": "KR",
    }


def test_what_was_typed_is_kept_when_a_colleague_was_quicker(cast, client, officer):
    event = make_event(cast.centre)
    sign_in(officer, client=client)
    url = reverse("events:edit_terms", args=[event.reference])
    sent = {"seen": "2020-01-01T00:00:00+00:00", "quota": "0", "capacity": "77"}
    answer = client.post(url, sent)
    assert answer.status_code == 200
    assert [str(error) for error in answer.context["form"].non_field_errors()] != []
    assert answer.context["form"]["capacity"].value() == "77"
    assert Event.objects.get(pk=event.pk).capacity is None
