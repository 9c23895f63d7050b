"""What several sources say: of an event, of a day, and who reads the letters to a body."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from calendars.moments import atlas, write_day, write_moment
from core import policies
from core.localised import LANGUAGE_NAMES
from events.models import Delegation, Event, Stop
from letters.sources.source import Recipient
from people.enums import Function
from people.models import Appointment, Country, Organisation

CENTRE = "centre__side_a", "centre__side_b"


class Desks:
    """Who opens the letters to bodies: their focal points, else the contact points of their countries. One query."""

    def __init__(self, bodies: Iterable[Organisation]) -> None:
        asked = list(bodies)
        focal = Q(function=Function.FOCAL_POINT, organisation__in={one.pk for one in asked})
        contact = Q(function=Function.CONTACT_POINT, organisation__country__in={one.country_id for one in asked})
        rows = Appointment.objects.current().filter(focal | contact, user__is_active=True)
        self.languages: dict[object, str] = {}
        for held in rows.select_related("user", "organisation").order_by("-pk") if asked else ():
            is_focal = held.function == Function.FOCAL_POINT
            self.languages[held.organisation_id if is_focal else held.organisation.country_id] = held.user.language

    def language(self, body: Organisation) -> str:
        """The language of whoever opens the letters of a body; English where nobody has an account."""
        return self.languages.get(body.pk) or self.languages.get(body.country_id) or "en"


def events_of(user: Any) -> QuerySet[Event]:
    """The events that the person runs, newest first, with what letters say of them."""
    rows = Event.objects.filter(policies.q("events.view_whole", user)).defer("search", "description")
    stops = Prefetch("stops", Stop.objects.select_related("country").order_by("position", "pk"), to_attr="places")
    return rows.select_related(*CENTRE).prefetch_related(stops).order_by("-starts_on", "-pk")


def delegations_of(event: Event, *statuses: str) -> list[Delegation]:
    """The delegations of an event in these states; one query."""
    rows = event.delegations.filter(status__in=statuses).select_related("organisation", "country")
    return list(rows)


def to_delegations(rows: list[Delegation], values: Callable[[Delegation], dict[str, object]]) -> list[Recipient]:
    """A letter to the body of each delegation; `values` says the fields of one. One query for who opens them."""
    desks = Desks([row.organisation for row in rows])
    return [
        Recipient(
            key=f"delegation:{row.pk}",
            name=row.organisation.name,
            country=row.country,
            language=desks.language(row.organisation),
            addressee=partial(envelope, row.organisation, row.country),
            values=partial(values, row),
            organisation=row.organisation,
        )
        for row in rows
    ]


def of_event(event: Event) -> dict[str, object]:
    """The fields that every letter about an event has."""
    first, last = write_day(event.starts_on), write_day(event.ends_on)
    stops: list[Stop] = event.places  # type: ignore[attr-defined]  # prefetched by `events_of`
    return {
        "event": event.name,
        "event_number": event.reference,
        "event_days": first if first == last else f"{first} – {last}",
        "event_places": "; ".join(f"{stop.city}, {stop.country.name}" for stop in stops),
        "event_languages": ", ".join(LANGUAGE_NAMES.get(code, code) for code in event.languages),
        "centre": event.centre.name,
    }


def of_body(body: Organisation, country: Country) -> dict[str, object]:
    """The fields that say who is addressed."""
    return {"recipient": body.name, "country": country.name}


def envelope(body: Organisation, country: Country) -> list[object]:
    """The lines of an envelope to a body."""
    return [body.name, country.formal_name or country.name]


def moment_in(country: Country, moment: datetime | None) -> str:
    """A due time in the recipient's capital; "" where there is none."""
    place = atlas.place(country.pk)
    return write_moment(moment, place, style="weekday")[0] if moment and place else ""


def day_in(country: Country, moment: datetime | None) -> str:
    """The day of a moment in the recipient's capital; "" where there is none."""
    place = atlas.place(country.pk)
    return write_day(moment.astimezone(place.zone).date()) if moment and place else ""
