"""Visa support: to the consular post, for accepted participants who still need a visa.

A letter says nothing of what travel facts hold: these are sealed, opened on record and destroyed five days after the
event, and a letter is kept for good. The number of a passport stands in the paper of the travel desk alone.
"""

from functools import partial
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.enums import EventStatus, Mode
from events.models import Event, Participant
from events.travel import VISA_SETTLED
from letters.enums import LetterKind
from letters.sources.parts import events_of, of_event
from letters.sources.source import Recipient, Source, register
from people.models import Country


def records(user: Any) -> QuerySet[Event]:
    """Announced events to which people travel."""
    return events_of(user).filter(status=EventStatus.ANNOUNCED).exclude(mode=Mode.ONLINE)


def recipients(event: Event) -> list[Recipient]:
    """Those who hold a place, come from another country than the first stop, and whose visa is not settled."""
    stops = event.places  # type: ignore[attr-defined]  # prefetched by `events_of`
    if not stops:
        return []
    host: Country = stops[0].country
    rows = Participant.objects.seated().filter(event=event, anonymised_at=None).exclude(visa__in=VISA_SETTLED)
    rows = rows.exclude(country=host).select_related("user", "country", "delegation__organisation")
    return [
        Recipient(
            key=f"participant:{row.pk}",
            name=str(row.latin_name),
            country=row.country,
            language=row.user.language if row.user else row.language,
            addressee=partial(_envelope, host),
            values=partial(_values, event, row, host),
            organisation=row.delegation.organisation if row.delegation else None,
            person=row.user,
            email="" if row.user else row.email,
            is_personal=True,
        )
        for row in rows
    ]


def _envelope(host: Country) -> list[object]:
    return [_("To the consular post concerned"), host.formal_name or host.name]


def _values(event: Event, row: Participant, host: Country) -> dict[str, object]:
    return {
        **of_event(event),
        "recipient": row.latin_name,
        "country": row.country.name,
        "host": host.name,
        "institution": row.delegation.organisation.name if row.delegation else row.organisation_name,
        "post": row.post,
    }


register(
    Source(
        name="visa",
        kind=LetterKind.VISA,
        label=gettext_lazy("Participants of an event who need a visa"),
        model=Event,
        records=records,
        recipients=recipients,
    )
)
