"""Every address of committees, knocked at by each of the cast and by a visitor.

Nobody meets 500, reading changes nothing and costs at most twelve queries, and what is closed or not settled yet is
unknown to whoever has no part in it.
"""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from agreements.enums import DecisionStatus, SessionStatus
from agreements.routes import committees, decisions
from core.models import JournalEntry
from tests.agreements.committees.builders import (
    make_action,
    make_committee,
    make_decision,
    make_item,
    make_member,
    make_minutes,
    make_paper,
    make_session,
    make_text,
    seat_both,
)
from tests.cast import PEOPLE, cost, sign_in

pytestmark = pytest.mark.django_db
VISITOR = "visitor"
STAFF = {"officer", "director_by", "director_kr"}
READING = {200, 302, 403, 404, 405, 409}
QUERIES = 12
DEAR = re.compile(r"\.(pdf|csv)$")
SECRET = "Закрытое слово"  # stands in every text that must not leak


class Whole:
    """A session with one row of everything, its words planted in each."""

    def __init__(self, cast, *, decided=DecisionStatus.ADOPTED, minutes="draft", **fields):
        officer = cast.people["officer"]
        words = {"en": SECRET, "ko": SECRET}
        self.committee = make_committee(cast.centre)
        self.session = make_session(self.committee, officer, place=words, **fields)
        seat_both(self.session, cast)
        self.member = make_member(self.session, cast.organisations["services_by"], name=SECRET)
        self.item = make_item(self.session, title=words)
        make_item(self.session)
        self.paper = make_paper(self.session, officer, title=words, item=self.item)
        self.text = make_text(self.paper, officer)
        make_text(self.paper, officer, "ko")
        self.minutes = make_minutes(self.session, officer, text=words, state=minutes)
        self.decision = make_decision(self.session, officer, status=decided, title=words, text=words, item=self.item)
        self.action = make_action(self.decision, text=words)

    def url(self, name, route):
        taken = re.findall(r"<(?:[a-z_]+:)?([a-z_]+)>", route)
        return reverse(f"agreements:{name}", kwargs={one: self.argument(one, route) for one in taken})

    def argument(self, name, route):
        if name == "reference":
            return (self.session if "<committee_session:" in route else self.decision).reference
        return {"pk": self.member.pk, "number": 1, "version": 1, "public_id": self.text.public_id}[name]


ROUTES = [(one.name, str(one.pattern)) for one in [*committees.urlpatterns, *decisions.urlpatterns]]
OF_A_SESSION = [(name, route) for name, route in ROUTES if "<" in route]


def signed_in(cast, client, who):
    client.cookies.clear()
    if who != VISITOR:
        sign_in(cast.people[who], client=client)
    return client


def body(answer):
    if getattr(answer, "streaming", False):
        return b"".join(answer.streaming_content).decode()
    return "" if answer["Content-Type"] == "application/pdf" else answer.content.decode()


def unknown_to(who):
    """What is met where nothing may be known: 302 is the way to the door, 405 says nothing of the row."""
    return {404, 405, 302} if who == VISITOR else {404, 405}


@pytest.mark.parametrize("who", [VISITOR, *(one for one in PEOPLE if one != "advisor2_kr")])
def test_every_page_is_met_without_a_fault_costs_little_and_changes_nothing(cast, client, who):
    whole = Whole(cast)
    before = JournalEntry.objects.count()
    bad, dear = {}, {}
    signed_in(cast, client, who)
    for name, route in ROUTES:
        if DEAR.search(route) and who not in {"officer", "official_ge"}:
            continue
        url = whole.url(name, route)
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(url)
            body(answer)
        if answer.status_code not in READING:
            bad[name] = answer.status_code
        if not DEAR.search(route) and len(queries) > QUERIES and (price := cost(client, url)) > QUERIES:
            dear[name] = price
    assert (bad, dear) == ({}, {})
    assert JournalEntry.objects.count() == before


@pytest.mark.parametrize("who", [VISITOR, "officer", "director_kr", "official_by"])
def test_what_is_posted_without_a_word_is_answered_by_a_page(cast, client, who):
    whole = Whole(cast)
    signed_in(cast, client, who)
    met = {}
    for name, route in ROUTES:
        if not DEAR.search(route):
            met[name] = client.post(whole.url(name, route)).status_code
    assert {name: status for name, status in met.items() if status not in READING} == {}


STRANGERS = [VISITOR, "official_by", "official_ge", "contact_ge", "contact_by", "advisor_kr"]


@pytest.mark.parametrize("who", STRANGERS)
def test_a_closed_session_is_unknown_to_whoever_has_no_part_in_it(cast, client, who):
    """Also to members of another session of the same committee."""
    whole = Whole(cast, is_closed=True, status=SessionStatus.HELD)
    other = make_session(whole.committee, cast.people["officer"])
    if who != VISITOR:
        make_member(other, cast.organisations["agency_ge"], user=cast.people[who], side="b")
    signed_in(cast, client, who)
    seen = {}
    for name, route in ROUTES:
        answer = client.get(whole.url(name, route))
        if name != "actions" and SECRET in body(answer):
            seen[name] = "said"
        if "<" in route and answer.status_code not in unknown_to(who):
            seen[name] = answer.status_code
    assert (seen, client.get(whole.text.get_absolute_url()).status_code) == ({}, 404)


@pytest.mark.parametrize("who", STRANGERS)
def test_a_session_in_preparation_is_unknown(cast, client, who):
    whole = Whole(cast, status=SessionStatus.PLANNED, decided=DecisionStatus.DRAFT)
    signed_in(cast, client, who)
    seen = {}
    for name, route in ROUTES:
        answer = client.get(whole.url(name, route))
        if SECRET in body(answer) or ("<" in route and answer.status_code not in unknown_to(who)):
            seen[name] = answer.status_code
    assert seen == {}


@pytest.mark.parametrize("who", STRANGERS)
def test_of_a_public_session_drafts_and_closed_papers_are_unknown(cast, client, who):
    officer = cast.people["officer"]
    session = make_session(make_committee(cast.centre), officer)
    secret = {"en": SECRET, "ko": SECRET}
    paper = make_paper(session, officer, title=secret, is_closed=True)
    text = make_text(paper, officer)
    make_minutes(session, officer, text=secret)
    for status in (DecisionStatus.DRAFT, DecisionStatus.PROPOSED, DecisionStatus.REJECTED):
        make_action(make_decision(session, officer, title=secret, text=secret, status=status), text=secret)
    make_decision(session, officer, title=secret, text=secret, status=DecisionStatus.ADOPTED, is_public=False)
    signed_in(cast, client, who)
    pages = [session.get_absolute_url(), reverse("agreements:decisions"), reverse("agreements:sessions")]
    pages += [reverse("agreements:decisions_csv"), reverse("agreements:session_ics", args=[session.reference])]
    assert [client.get(url).status_code for url in pages] == [200] * 5
    if who != "advisor_kr":  # of the centre's own people, who read what is adopted
        assert [url for url in pages if SECRET in body(client.get(url))] == []
    hidden = [one.get_absolute_url() for one in session.decisions.exclude(status=DecisionStatus.ADOPTED)]
    hidden += [reverse("agreements:session_minutes", args=[session.reference, 1]), text.get_absolute_url()]
    assert [client.get(url).status_code for url in hidden] == [404] * 5
