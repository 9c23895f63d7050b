"""Every address of an event, knocked at by each of the cast and by a visitor.

Nobody ever meets 500; what another country sent, and what is not announced yet, is 404 for whoever has no part in it;
reading changes nothing but the record of who has read; and whatever is posted without a word is answered by a page.
"""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, get_resolver, reverse
from django.utils import timezone

from core.models import JournalEntry
from events.enums import (
    CertificateStatus,
    Duty,
    EventStatus,
    FieldKind,
    OutcomeKind,
    PlanStatus,
    QuestionnaireStatus,
    SubjectKind,
)
from events.models import (
    ActionPlan,
    Attendance,
    Certificate,
    CertificateRun,
    EventBody,
    EventOfficer,
    Material,
    Minutes,
    Outcome,
    ParticipantList,
    PlanCheck,
    Question,
    Questionnaire,
    RegistrationField,
    Release,
    Room,
    Session,
    Track,
    TripReport,
    Visit,
    VisitGroup,
)
from practices.enums import Status as PracticeStatus
from tests.cast import PEOPLE, cost, sign_in
from tests.events.builders import (
    make_contributor,
    make_delegation,
    make_event,
    make_participant,
    make_session,
    make_stop,
)
from tests.practices.builders import make_practice

pytestmark = pytest.mark.django_db
VISITOR = "visitor"
STAFF = {"officer", "director_by", "director_kr"}
READING = {200, 302, 403, 404, 405, 409}
# Addresses that need no event: each has tests of its own.
ELSEWHERE = {"list", "create", "programme", "mine", "owed", "feed", "remind_owed", "presented_at", "held_under"}
READS_ARE_RECORDED = re.compile(r"view_|open_|gate|travel|letter|list_for|export_")


class Whole:
    """An event with one row of everything: of Georgia, but for what belongs to nobody."""

    def __init__(self, cast, **fields):
        people, now = cast.people, timezone.now()
        event = self.event = make_event(cast.centre, quota=3, registration_opens_at=now, **fields)
        self.stop = make_stop(event)
        self.room = Room.objects.create(stop=self.stop, name={"en": "Hall"})
        self.track = Track.objects.create(event=event, name={"en": "Track"})
        self.body = EventBody.objects.create(event=event, organisation=cast.organisations["nia"], role="host")
        self.session = make_session(self.stop, kind="visit", room=self.room, seats=5)
        self.part = self.session.parts.create(contributor=make_contributor())
        self.visit = Visit.objects.create(session=self.session)
        self.group = VisitGroup.objects.create(visit=self.visit, name={"en": "A"}, seats=2)
        self.note = self.session.notes.create(by=people["officer"], language="en", text="A note.")
        self.release = Release.objects.create(
            event=event, version=1, by=people["officer"], programme={"sessions": [], "stops": [], "rooms": []}
        )
        self.delegation = make_delegation(event, cast.organisations["agency_ge"])
        self.participant = make_participant(event, delegation=self.delegation)
        self.registrant = make_participant(event)
        self.list = ParticipantList.objects.create(event=event, number=1, by=people["officer"])
        self.list.entries.create(participant=self.participant, verdict="accept")
        self.field = RegistrationField.objects.create(
            event=event, key="diet", kind=FieldKind.LINE, label={"en": "Diet"}
        )
        self.mark = Attendance.objects.create(
            participant=self.participant, day=event.starts_on, means="list", by=people["officer"]
        )
        self.material = Material.objects.create(
            event=event, session=self.session, title={"en": "Slides"}, language="en", url="https://www.example.org/"
        )
        practice = make_practice(
            cast.centre, cast.organisations["nia"], people["advisor_kr"], status=PracticeStatus.PUBLISHED
        )
        self.link = self.session.practices.create(practice=practice, by=people["officer"])
        self.questionnaire = Questionnaire.objects.create(
            event=event,
            subject=SubjectKind.EDITION,
            title={"en": "Questions"},
            status=QuestionnaireStatus.OPEN,
            opened_at=now,
        )
        self.question = Question.objects.create(
            questionnaire=self.questionnaire, key="overall", text={"en": "How was it?"}
        )
        self.minutes = Minutes.objects.create(
            event=event, version=1, held_on=event.ends_on, text={"en": "Agreed."}, by=people["officer"]
        )
        self.outcome = Outcome.objects.create(
            event=event,
            kind=OutcomeKind.ACTION,
            number=1,
            text={"en": "Send the report."},
            country_id="GE",
            due_on=event.ends_on,
        )
        self.plan = ActionPlan.objects.create(
            participant=self.participant, title="Plan", status=PlanStatus.ENDORSED, endorsed_at=now
        )
        self.check = PlanCheck.objects.create(plan=self.plan, months=3, due_on=event.ends_on, asked_at=now)
        self.report = TripReport.objects.create(participant=self.participant, due_on=event.ends_on)
        self.run = CertificateRun.objects.create(event=event, number=1, by=people["officer"])
        self.certificate = Certificate.objects.create(
            participant=self.participant,
            run=self.run,
            number=f"C-{event.reference}-001",
            name="Tamar Kapanadze",
            days_attended=5,
            share=100,
            status=CertificateStatus.ISSUED,
            issued_at=now,
        )

    def argument(self, route, name):  # noqa: C901, PLR0911  a table
        """What stands for `<int:pk>` and its like in a route."""
        before = route.partition(f":{name}>")[0].rpartition("<")[0].strip("/").rpartition("/")[2]
        match name:
            case "reference":
                return self.event.reference
            case "secret" if route.startswith("calendar/"):
                return self.participant.calendar_secret
            case "secret" if route.startswith("endorse/"):
                return self.plan.secret
            case "secret":
                return self.registrant.secret
            case "code":
                return self.certificate.code
            case "version" | "number":
                return 1
            case "name":
                return f"day:{self.event.starts_on.isoformat()}"
            case "subject":
                return "edition"
            case "kind":
                return {"outcomes": "action", "papers": "slides"}.get(before, "action")
            case "months":
                return 3
            case "day":
                return self.event.starts_on.isoformat()
        rows = {
            "places": self.stop,
            "stop": self.stop,
            "rooms": self.room,
            "room": self.room,
            "tracks": self.track,
            "track": self.track,
            "body": self.body,
            "sessions": self.session,
            "visits": self.session,
            "groups": self.group,
            "people": self.part,
            "delegations": self.delegation,
            "participants": self.participant,
            "travel": self.participant,
            "registration-form": self.field,
            "marks": self.mark,
            "materials": self.material,
            "practices": self.link,
            "questionnaires": self.questionnaire,
            "results": self.questionnaire,
            "items": self.question,
            "outcomes": self.outcome,
            "certificates": self.certificate,
            "revoke": self.certificate,
            "correct": self.certificate,
            "mine": self.registrant,
            "part": self.part,
            "question": self.question,
            "checks": self.check,
            "notes": self.note,
            "note": self.note,
            "group": self.group,
        }
        return rows[before if before in rows else name].pk


def addresses():
    """Name and route of every address that belongs to an event."""
    resolver = next(one for one in get_resolver().url_patterns if getattr(one, "namespace", "") == "events")
    return [
        (one.name, str(one.pattern))
        for one in resolver.url_patterns
        if isinstance(one, URLPattern) and one.name not in ELSEWHERE
    ]


def url_of(whole, name, route):
    taken = re.findall(r"<(?:[a-z]+:)?([a-z_]+)>", route)
    return reverse(f"events:{name}", kwargs={one: whole.argument(route, one) for one in taken})


def signed_in(cast, client, who):
    if client.cookies.get("who") is None or client.cookies["who"].value != who:
        client.cookies.clear()
        if who != VISITOR:
            sign_in(cast.people[who], client=client)
        client.cookies["who"] = who
    return client


def met(cast, client, who, url, method="get"):
    answer = getattr(signed_in(cast, client, who), method)(url)
    if getattr(answer, "streaming", False):
        b"".join(answer.streaming_content)
    return answer.status_code


@pytest.fixture
def whole(cast):
    return Whole(
        cast, ends_on=timezone.localdate() + timedelta(days=31), starts_on=timezone.localdate() + timedelta(30)
    )


DEAR = re.compile(r"\.(pdf|docx|csv)$")  # papers: drawn for one of those who may, refused to all the others below
OF_ONE_COUNTRY = re.compile(r"(delegations|participants)/<int:pk>")
ELSEWHERE_IN_THE_WORLD = {VISITOR, "official_by", "contact_by", "advisor_kr"}
QUERIES = 12
# To open sealed facts is an act with a transaction of its own, which asks for the permission anew.
OF_AN_ACT = {"travel_file": 15, "edit_travel": 14}
# One of each kind of reader: the second advisor is told apart from the first by nothing.
READERS = [who for who in PEOPLE if who != "advisor2_kr"]


def unknown_to(who):
    """What is met where nothing may be known. 405 says nothing of the event, nor does the way to the door."""
    return {404, 405, 302} if who == VISITOR else {404, 405}


@pytest.mark.parametrize("who", [VISITOR, *READERS])
def test_every_page_is_met_without_a_fault_costs_little_and_changes_nothing(cast, client, whole, who):
    """And what another country sent is unknown."""
    assert Session.objects.filter(event=whole.event).count() == 1
    EventOfficer.objects.create(event=whole.event, user=cast.people["officer"], duty=Duty.TRAVEL)
    before = JournalEntry.objects.count()
    bad, dear, known = {}, {}, {}
    for name, route in addresses():
        if DEAR.search(route) and who in STAFF - {"officer"} | {"contact_ge", "official_ge"}:
            continue
        url = url_of(whole, name, route)
        with CaptureQueriesContext(connection) as queries:
            status = met(cast, client, who, url)
        if status not in READING:
            bad[name] = status
        if OF_ONE_COUNTRY.search(route) and who in ELSEWHERE_IN_THE_WORLD and status not in unknown_to(who):
            known[name] = status
        # The first visit may have filled a cache, or signed the reader in.
        most = OF_AN_ACT.get(name, QUERIES)
        if not DEAR.search(route) and len(queries) > most and (price := cost(client, url)) > most:
            dear[name] = price
    assert (bad, dear, known) == ({}, {}, {})
    changed = JournalEntry.objects.order_by("pk")[before:].values_list("verb", flat=True)
    assert [verb for verb in changed if not READS_ARE_RECORDED.search(verb)] == []


@pytest.mark.parametrize("who", [VISITOR, "officer", "director_kr", "contact_ge", "official_by"])
def test_what_is_posted_without_a_word_is_answered_by_a_page(cast, client, whole, who):
    bad = {}
    for name, route in addresses():
        if DEAR.search(route):
            continue
        status = met(cast, client, who, url_of(whole, name, route), "post")
        if status not in READING:
            bad[name] = status
    assert bad == {}


@pytest.mark.parametrize("who", [VISITOR, *sorted(set(READERS) - STAFF - {"official_ge", "contact_ge"})])
def test_a_planned_event_is_unknown_to_strangers(cast, client, who):
    whole = Whole(cast, status=EventStatus.PLANNED, is_public=False)
    seen = {}
    for name, route in addresses():
        if "<event:reference>" not in route:
            continue  # those hold a secret instead
        status = met(cast, client, who, url_of(whole, name, route))
        if status not in unknown_to(who):
            seen[name] = status
    assert seen == {}
