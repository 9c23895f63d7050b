"""How many events, and the versions of their programmes; everything else of them is in `events.sql`."""

from datetime import timedelta
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Model, OuterRef, Prefetch, Subquery
from django.utils import timezone

from events.enums import EventStatus, ReleaseStatus
from events.models import (
    CertificateRun,
    Delegation,
    Event,
    EventOfficer,
    Participant,
    ParticipantList,
    Release,
    Session,
    SessionPart,
)
from events.versions import programme_of

SQL = Path(__file__).with_name("events.sql")
# The ranks of the events that are measured, and how many are alike at every size: see `events.sql`.
NOMINATING, CROWD, FORUM, ENDED, ALIKE = 26, 27, 28, 29, 56
GROWING = tuple(
    f"events_{name}"
    for name in (
        *("event", "participant", "nomineecheck", "listentry", "attendance", "ballot", "response", "question"),
        *("actionplan", "planactivity", "plancheck", "tripreport", "certificate", "session", "sessionpart", "material"),
        "delegationpaper",
    )
)
# Whose numbers were drawn, not given.
DRAWN = (
    *("programme", "event", "stop", "room", "delegation", "participant", "participantlist", "delegationpaper"),
    *("contributor", "session", "track", "visit", "visitgroup", "questionnaire", "actionplan", "certificaterun"),
)
NUMBERED = (*(f"events_{name}" for name in DRAWN), "files_storedfile")
BATCH = 200


def numbers(requests: int) -> dict[str, int]:
    """What the sections of `events.sql` are told: 2,000 events and 200,000 registrations to 100,000 requests.

    A small centre has more than its share, 56 events and a crowd of 1,000, so that pages are full at either size.
    """
    events, registrations = max(ALIKE, requests // 50), requests * 2
    forum, crowd, each = (
        min(500, requests),
        max(min(requests, 1_000), registrations // 10),
        min(18, max(2, requests // 50)),
    )
    delegates = 20 if requests >= 1_000 else 10
    alike = forum + crowd + 26 * delegates + (ALIKE - 4) * each
    kinds: dict[str, type[Model]] = {
        "event": Event,
        "participant": Participant,
        "delegation": Delegation,
        "list": ParticipantList,
        "run": CertificateRun,
    }
    return {
        "events": events,
        "programmes": max(2, events // 50),
        "forum": forum,
        "crowd": crowd,
        "delegates": delegates,
        "each": each,
        "others": max(2, (registrations - alike) // max(1, events - ALIKE)),
        **{f"type_{name}": ContentType.objects.get_for_model(kind).pk for name, kind in kinds.items()},
    }


def release() -> None:
    """Version 1 of every programme, by the very words of the portal; a second one of the forum waits for both sides."""
    lead = EventOfficer.objects.filter(event=OuterRef("pk"), duty="lead").values("user")[:1]
    events: dict[int, Any] = Event.objects.exclude(status=EventStatus.PLANNED).annotate(lead=Subquery(lead)).in_bulk()
    parts = SessionPart.objects.select_related("contributor__organisation").order_by("position", "pk")
    rows = (
        Session.objects.filter(event__in=events)
        .select_related("room", "delegation__organisation")
        .prefetch_related(Prefetch("parts", parts))
        .order_by("event", F("starts_at"), "room__position", "pk")
    )
    found, now = [], timezone.now()
    for pk, sessions in groupby(rows, key=attrgetter("event_id")):
        event = events[pk]
        released_at = min(now, (event.announced_at or event.created_at) + timedelta(days=60))
        programme = programme_of(event, list(sessions))
        made = {"event": event, "by_id": event.lead, "programme": programme}
        found.append(
            Release(**made, version=1, status=ReleaseStatus.RELEASED, proposed_at=released_at, released_at=released_at)
        )
        if event.reference.endswith(f"{FORUM:05}"):
            found.append(Release(**made, version=2, changes=[]))
    Release.objects.bulk_create(found, batch_size=BATCH)
    latest = Release.objects.filter(event=OuterRef("pk"), status=ReleaseStatus.RELEASED).values("pk")[:1]
    Event.objects.update(released=Subquery(latest))
