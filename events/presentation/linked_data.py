"""An event for machines that read pages: schema.org Event as JSON-LD. Reads only, and says only what the page says."""

from typing import Any

from django.conf import settings

from core.localised import LocalisedText, active_language
from events.enums import EventStatus, Mode
from events.models import Event

SCHEMA = "https://schema.org/"
ATTENDANCE = {Mode.ONLINE: "OnlineEventAttendanceMode", Mode.HYBRID: "MixedEventAttendanceMode"}


def linked_data(event: Event, stops: list[Any], bodies: list[Any]) -> dict[str, Any]:
    """The event as schema.org describes one, with the sessions of its released programme."""
    url = settings.SITE_URL + event.get_absolute_url()
    cancelled = event.status == EventStatus.CANCELLED
    found: dict[str, Any] = {
        "@context": SCHEMA.rstrip("/"),
        "@type": "Event",
        "@id": url,
        "url": url,
        "identifier": event.reference,
        "name": str(event.name),
        "inLanguage": event.languages or [active_language()],
        "startDate": event.starts_on.isoformat(),
        "endDate": event.ends_on.isoformat(),
        "eventStatus": SCHEMA + ("EventCancelled" if cancelled else "EventScheduled"),
        "eventAttendanceMode": SCHEMA + ATTENDANCE.get(Mode(event.mode), "OfflineEventAttendanceMode"),
        "location": [_place(stop) for stop in stops] or {"@type": "VirtualLocation", "url": url},
        "organizer": [{"@type": "Organization", "name": str(body.organisation.name)} for body in bodies],
    }
    if event.theme:
        found["description"] = str(event.theme)
    if event.released:
        cities = {stop["id"]: LocalisedText(stop["city"]) for stop in event.released.programme["stops"]}
        found["subEvent"] = [
            {
                "@type": "Event",
                "name": str(LocalisedText(one["title"])),
                "startDate": one["starts_at"],
                "endDate": one["ends_at"],
                "location": {"@type": "Place", "name": str(cities.get(one["stop"], event.name))},
                "performer": [{"@type": "Person", "name": person["name"]} for person in one["people"]],
            }
            for one in event.released.programme["sessions"]
            if one["kind"] != "break"
        ]
    return found


def _place(stop: Any) -> dict[str, Any]:
    address = {"@type": "PostalAddress", "addressLocality": str(stop.city), "addressCountry": stop.country_id}
    return {"@type": "Place", "name": str(stop.venue or stop.city), "address": address}
