"""The pages of events that are measured, and as whom: of the events that are alike at every size (`bench.events`)."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from bench import words
from bench.events import CROWD, ENDED, FORUM, NOMINATING
from bench.pages import READERS as ALL
from bench.pages import VISITOR, Page
from core.paging import mark
from events.models import Certificate, Event, Participant, Questionnaire, Session
from people.models import User

READERS = {"focal point": "member2@bench.example"}  # besides those of `bench.pages`
STAFF = ("officer", "co-director")
INVITED = ("official", "focal point", "contact point")
LISTS: dict[str, dict[str, str]] = {
    "coming": {},
    "past": {"when": "past"},
    "all": {"when": "all"},
    "of a programme": {"when": "all", "programme": "programme-1"},
    "of a kind": {"when": "all", "kind": "training"},
    "common word": {"when": "all", "q": words.COMMON},
    "rare word": {"when": "all", "q": words.RARE},
    "no such word": {"when": "all", "q": "zzyzx"},
    "Korean": {"when": "all", "q": words.KOREAN},
}
ABOUT = {"nomination": NOMINATING, "crowd": CROWD, "forum": FORUM, "ended": ENDED}
# Route, which event, who opens it.
PAGES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("detail", "nomination", (VISITOR, *INVITED, *STAFF)),
    ("detail", "crowd", (VISITOR, "official", *STAFF)),
    ("detail", "forum", (VISITOR, "official", "advisor", *STAFF)),
    ("detail", "ended", (VISITOR, *INVITED, *STAFF)),
    ("timetable", "forum", (VISITOR, "official", "officer")),
    ("timetable", "nomination", (VISITOR, "official", "officer")),
    ("event_ics", "forum", (VISITOR,)),
    ("plan_timetable", "forum", STAFF),
    ("releases", "forum", STAFF),
    ("add_session", "forum", ("officer",)),
    ("delegations", "nomination", STAFF),
    ("delegations", "ended", STAFF),
    ("remind_delegations", "nomination", ("officer",)),
    ("invite_bodies", "nomination", ("officer",)),
    ("propose_list", "nomination", ("officer",)),
    ("participants", "nomination", STAFF),
    ("participants", "crowd", STAFF),
    ("participants", "forum", STAFF),
    ("register", "crowd", (VISITOR, "advisor")),
    ("attendance", "forum", ("officer",)),
    ("attendance", "crowd", ("officer",)),
    ("travel", "nomination", ("officer",)),
    ("materials", "forum", (VISITOR, "official", "officer")),
    ("visits", "forum", ("official", "officer")),
    ("questionnaires", "forum", ("officer",)),
    ("results", "forum", (*STAFF, "evaluator")),
    ("results", "ended", STAFF),
    ("wrap_up", "ended", (*INVITED, *STAFF)),
    ("follow_up", "ended", (*INVITED, *STAFF)),
    ("remind_follow_up", "ended", ("officer",)),
    ("certificates", "ended", STAFF),
    ("propose_certificates", "ended", ("officer",)),
)
# Pages that have a number of their own: route, which event, its number, who opens it.
NUMBERED: tuple[tuple[str, str, int, tuple[str, ...]], ...] = (
    ("release", "forum", 2, STAFF),
    ("participant_list", "nomination", 2, STAFF),
    ("certificate_run", "ended", 2, STAFF),
    ("minutes", "ended", 3, STAFF),
)
NARROWED: dict[str, dict[str, str]] = {
    "waiting": {"state": "waiting"},
    "waiting for approval": {"state": "applied"},
    "country": {"country": "BY"},
    "organisation": {"q": "Agency 17"},
    "no such name": {"q": "zzyzx"},
}


def pages() -> Iterator[Page]:
    """All of them, for the database of this process."""
    events = {name: Event.objects.get(reference__endswith=f"-{rank:05}") for name, rank in ABOUT.items()}
    for reader in (VISITOR, *ALL, *READERS):
        for name, query in LISTS.items():
            yield Page(reader, f"events: {name}", f"{reverse('events:list')}?{urlencode(query)}")
        yield Page(reader, "programme", reverse("events:programme", args=["programme-1"]))
    yield Page("focal point", "desk", reverse("desk"))
    yield Page(VISITOR, "feed", reverse("events:feed"))
    for reader in ("official", "focal point", "advisor"):
        yield Page(reader, "own events", reverse("events:mine"))
    for reader in (*INVITED, *STAFF):
        yield Page(reader, "owed", reverse("events:owed"))
    for reader in ("contact point", *STAFF):
        yield Page(reader, "owed by a country", f"{reverse('events:owed')}?country=BY")
    yield from (
        Page(reader, f"{route}: {name}", reverse(f"events:{route}", args=[events[name].reference]))
        for route, name, readers in PAGES
        for reader in readers
    )
    yield from (
        Page(reader, f"{route}: {name}", reverse(f"events:{route}", args=[events[name].reference, number]))
        for route, name, number, readers in NUMBERED
        for reader in readers
    )
    yield from _people(events["crowd"])
    yield from _rows(events)


def _people(crowd: Event) -> Iterator[Page]:
    """The list of the greatest registration, narrowed and in its depth: there it is longest."""
    url = reverse("events:participants", args=[crowd.reference])
    first = crowd.participants.earliest("pk")
    found = NARROWED | {"name": {"q": f"{first.given_name} {first.family_name}"}}
    rows = crowd.participants.order_by("-created_at", "-pk")
    middle = rows[rows.count() // 2]
    found["middle"] = {"older": mark("-created_at", middle.created_at, middle.pk)}
    for name, query in found.items():
        yield Page("officer", f"participants: {name}", f"{url}?{urlencode(query)}")
    day = crowd.starts_on.isoformat()
    yield Page("officer", "attendance code", reverse("events:attendance_code", args=[crowd.reference]))
    yield Page("officer", "attendance list", reverse("events:attendance_list", args=[crowd.reference, f"day:{day}"]))
    yield Page("officer", "registration form", reverse("events:registration_form", args=[crowd.reference]))


def _rows(events: dict[str, Event]) -> Iterator[Page]:
    """The pages of one session, delegation, person, questionnaire, certificate."""
    official = User.objects.get(email=ALL["official"])
    forum, ended, nomination = events["forum"], events["ended"], events["nomination"]
    session = Session.objects.filter(event=forum).order_by("pk")[20]
    mine = Participant.objects.filter(user=official)
    sent, came, here = (mine.get(event=event) for event in (nomination, ended, forum))
    guest = Participant.objects.filter(event=forum, user=None).earliest("pk")
    asked = Questionnaire.objects.filter(event=forum).earliest("pk")
    certificate = Certificate.objects.filter(participant__event=ended, number__isnull=False).earliest("pk")
    wanted: tuple[tuple[str, list[Any], tuple[str, ...]], ...] = (
        ("session", [forum.reference, session.pk], (VISITOR, "official", *STAFF)),
        ("edit_session", [forum.reference, session.pk], ("officer",)),
        ("session_ics", [forum.reference, session.pk], (VISITOR,)),
        ("visit", [forum.reference, session.pk], ("official", "officer")),
        ("visit_groups", [forum.reference, session.pk], ("officer",)),
        ("gate_list", [forum.reference, session.pk], ("officer",)),
        ("delegation", [nomination.reference, sent.delegation_id], (*INVITED, *STAFF)),
        ("participant", [nomination.reference, sent.pk], (*INVITED, *STAFF)),
        ("plan", [ended.reference, came.pk], (*INVITED, *STAFF)),
        ("trip_report", [ended.reference, came.pk], (*INVITED, *STAFF)),
        ("registration", [guest.secret], (VISITOR,)),
        ("questionnaires_by_link", [guest.secret], (VISITOR,)),
        ("person_ics", [here.calendar_secret], (VISITOR,)),
        ("questionnaire", [forum.reference, asked.pk], ("officer",)),
        ("questionnaire_results", [forum.reference, asked.pk], STAFF),
        ("certificate", [certificate.code], (VISITOR,)),
    )
    for route, arguments, readers in wanted:
        url = reverse(f"events:{route}", args=arguments)
        yield from (Page(reader, route.replace("_", " "), url) for reader in readers)
