"""A session as iCalendar (RFC 5545). Reads only."""

from datetime import UTC, date
from functools import lru_cache
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import icalendar
from django.conf import settings

from agreements.enums import SessionStatus
from agreements.models import CommitteeSession
from core.localised import active_language
from core.models import JournalEntry

HOST = urlsplit(settings.SITE_URL).hostname or "localhost"


def session_calendar(session: CommitteeSession) -> bytes:
    """The session in the zone of its place; called off, it is sent as cancelled under the same UID.

    Each change counts SEQUENCE up, so that a calendar replaces what it has.
    """
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//{HOST}//committees//{active_language().upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(_zone(session.zone, session.starts_at.year))
    zone = ZoneInfo(session.zone)
    line = icalendar.Event()
    line.add("uid", f"committee-session-{session.pk}@{HOST}")
    edits = list(JournalEntry.objects.about(session).filter(verb__in=("edit", "call_off")).values_list("at", flat=True))
    line.add("sequence", len(edits))
    line.add("dtstamp", max([session.moved_at, *edits]).astimezone(UTC))
    line.add("dtstart", session.starts_at.astimezone(zone))
    line.add("dtend", session.ends_at.astimezone(zone))
    line.add("summary", " ".join(f"{session.reference} {session.committee.name}".split()))
    if session.place:
        line.add("location", str(session.place))
    line.add("url", settings.SITE_URL + session.get_absolute_url())
    line.add("status", "CANCELLED" if session.status == SessionStatus.CANCELLED else "CONFIRMED")
    calendar.add_component(line)
    return bytes(calendar.to_ical())


@lru_cache(maxsize=64)
def _zone(name: str, year: int) -> icalendar.Timezone:
    """The rules of the zone around a year: what a calendar needs to read local times."""
    return icalendar.Timezone.from_tzinfo(
        ZoneInfo(name), name, first_date=date(year - 1, 1, 1), last_date=date(year + 2, 1, 1)
    )
