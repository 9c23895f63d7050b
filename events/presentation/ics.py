"""Events as iCalendar (RFC 5545), for calendars that subscribe and for invitations in letters. Reads only.

Every line keeps its UID for life and counts SEQUENCE up with each change, so a calendar replaces what it has instead of
adding to it; what is no longer held is sent as CANCELLED. Times stand in the zone of their stop, with its VTIMEZONE.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import icalendar
from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from core.localised import LocalisedText, active_language
from events.enums import EventStatus, ParticipantStatus
from events.models import Event, Participant

HOST = urlsplit(settings.SITE_URL).hostname or "localhost"
ORGANIZER = "mailto:" + settings.DEFAULT_FROM_EMAIL.rpartition("<")[2].rstrip(">")


def event_calendar(event: Event) -> bytes:
    """The event and every session of its released programme, for a calendar that subscribes."""
    return _calendar(event, [_whole(event), *_sessions(event)]).to_ical()


def session_calendar(event: Event, session: int) -> bytes | None:
    """One session of the released programme, cancelled ones included; None where there is none of that number."""
    found = [one for one in _sessions(event) if str(one["UID"]).startswith(f"session-{session}@")]
    return _calendar(event, found).to_ical() if found else None


def person_calendar(participant: Participant, seats: Iterable[int]) -> bytes:
    """What one participant goes to: the event, sessions open to all, and those with a seat for this person.

    Somebody who has dropped out is sent everything as cancelled, so that it leaves the calendar; what it was, where and
    with whom is no longer said.
    """
    event, mine = participant.event, set(seats)
    is_gone = participant.status not in ParticipantStatus.seated()
    rows = [row for row in _programme(event) if row[0]["seats"] is None or row[0]["id"] in mine]
    with override(participant.language):
        lines = [_whole(event), *(_session(event, *row) for row in rows)]
        if is_gone:
            for line in lines:
                line["STATUS"] = "CANCELLED"
                line["SEQUENCE"] = int(str(line["SEQUENCE"])) + participant.sequence + 1
                line["SUMMARY"] = icalendar.vText(str(event.name))
                for told in ("DESCRIPTION", "LOCATION"):
                    line.pop(told, None)
        return _calendar(event, lines).to_ical()


def invitation(participant: Participant, *, method: str) -> bytes:
    """The event as an invitation to one person: REQUEST invites or tells of new days, CANCEL takes it back."""
    event = participant.event
    with override(participant.language):
        line = _whole(event)
        line["UID"] = f"participant-{participant.pk}@{HOST}"
        line["SEQUENCE"] = event.calendar_sequence + participant.sequence + (method == "CANCEL")
        if method == "CANCEL":
            line["STATUS"] = "CANCELLED"
        line.add("organizer", icalendar.vCalAddress(ORGANIZER))
        attendee = icalendar.vCalAddress(f"mailto:{participant.email}")
        attendee.params["CN"] = participant.display_name
        attendee.params["PARTSTAT"] = "NEEDS-ACTION"
        line.add("attendee", attendee)
        return _calendar(event, [line], method=method).to_ical()


def _calendar(event: Event, lines: Iterable[icalendar.Event], *, method: str = "PUBLISH") -> icalendar.Calendar:
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//{HOST}//events//{active_language().upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", method)
    if method == "PUBLISH":
        # No type of text: the library would leave a break of the line as it is.
        calendar.add("x-wr-calname", " ".join(str(event.name).split()))
        calendar.add("refresh-interval", timedelta(hours=6), parameters={"VALUE": "DURATION"})
    rows = list(lines)
    for zone in sorted({str(row["DTSTART"].params["TZID"]) for row in rows if "TZID" in row["DTSTART"].params}):
        calendar.add_component(_zone(zone, event.starts_on.year))
    for row in rows:
        calendar.add_component(row)
    return calendar


@lru_cache(maxsize=64)
def _zone(name: str, year: int) -> icalendar.Timezone:
    """The rules of a zone around a year: what a calendar needs to read local times."""
    return icalendar.Timezone.from_tzinfo(
        ZoneInfo(name), name, first_date=date(year - 1, 1, 1), last_date=date(year + 2, 1, 1)
    )


def _whole(event: Event) -> icalendar.Event:
    """The event from its first to its last day."""
    line = icalendar.Event()
    line.add("uid", f"event-{event.pk}@{HOST}")
    line.add("sequence", event.calendar_sequence)
    line.add("dtstamp", event.updated_at.astimezone(UTC))
    line.add("dtstart", event.starts_on)
    line.add("dtend", event.ends_on + timedelta(days=1))
    line.add("summary", str(event.name))
    line.add("url", settings.SITE_URL + event.get_absolute_url())
    if event.theme:
        line.add("description", str(event.theme))
    if places := ", ".join(str(stop.city) for stop in event.stops.all()):
        line.add("location", places)
    line.add("status", "CANCELLED" if event.status == EventStatus.CANCELLED else "CONFIRMED")
    line.add("transp", "TRANSPARENT")
    return line


def _programme(event: Event) -> list[tuple[dict[str, Any], dict[str, Any], bool]]:
    """Sessions of the released programme with the plain data around them, and whether each is cancelled."""
    if not event.released:
        return []
    programme = event.released.programme
    held = [(one, programme, False) for one in programme["sessions"]]
    return held + [(one, programme, True) for one in programme.get("cancelled", ())]


def _sessions(event: Event) -> list[icalendar.Event]:
    return [_session(event, *row) for row in _programme(event)]


def _session(event: Event, one: dict[str, Any], programme: dict[str, Any], is_cancelled: bool) -> icalendar.Event:  # noqa: FBT001
    assert event.released  # noqa: S101  sessions come out of a release; for the reader of types
    stops = {stop["id"]: stop for stop in programme["stops"]}
    rooms = {room["id"]: room for room in programme["rooms"]}
    stop = stops.get(one["stop"])
    zone = ZoneInfo(stop["zone"]) if stop else UTC
    line = icalendar.Event()
    line.add("uid", f"session-{one['id']}@{HOST}")
    line.add("sequence", one["sequence"])
    line.add("dtstamp", (event.released.released_at or event.updated_at).astimezone(UTC))
    line.add("dtstart", datetime.fromisoformat(one["starts_at"]).astimezone(zone))
    line.add("dtend", datetime.fromisoformat(one["ends_at"]).astimezone(zone))
    line.add("summary", str(LocalisedText(one["title"])))
    abstract = str(LocalisedText(one["abstract"]))
    people = ", ".join(person["name"] for person in one["people"])
    if described := "\n\n".join(part for part in (people, abstract) if part):
        line.add("description", described)
    room = rooms.get(one["room"])
    place = [LocalisedText(room["name"])] if room else []
    place += [LocalisedText(stop["venue"]), LocalisedText(stop["city"])] if stop else []
    if where := ", ".join(str(part) for part in place if part):
        line.add("location", where)
    path = reverse("events:session", args=[event.reference, one["id"]])
    line.add("url", settings.SITE_URL + path)
    line.add("status", "CANCELLED" if is_cancelled or event.status == EventStatus.CANCELLED else "CONFIRMED")
    return line
