"""Acknowledgements: to the bodies whose nomination has been received."""

from functools import partial
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext_lazy as _

from calendars.moments import write_day
from events.enums import DelegationStatus, EventStatus
from events.models import Delegation, Event, Participant
from letters.enums import LetterKind
from letters.sources.parts import day_in, events_of, moment_in, of_body, of_event, to_delegations
from letters.sources.source import Recipient, Source, register


def records(user: Any) -> QuerySet[Event]:
    """Events to which people are nominated."""
    return events_of(user).filter(quota__gt=0).exclude(status=EventStatus.CANCELLED)


def recipients(event: Event) -> list[Recipient]:
    """Bodies whose nomination lies with the officers."""
    there = Participant.objects.present().filter(anonymised_at=None).order_by("is_alternate", "order", "pk")
    rows = (
        event.delegations.filter(status=DelegationStatus.FORWARDED)
        .select_related("organisation", "country")
        .prefetch_related(Prefetch("participants", there, to_attr="nominated"))
    )
    return to_delegations(list(rows), partial(_values, event))


def _values(event: Event, row: Delegation) -> dict[str, object]:
    people: list[Participant] = row.nominated  # type: ignore[attr-defined]  # prefetched above
    return {
        **of_event(event),
        **of_body(row.organisation, row.country),
        "nominees": "; ".join(str(one.latin_name) for one in people),
        "their_number": row.nomination_number,
        "their_day": write_day(row.nomination_on) if row.nomination_on else "",
        "received_on": day_in(row.country, row.forwarded_at),
        "papers_deadline": moment_in(row.country, event.papers_due_at),
    }


register(
    Source(
        name="acknowledgement",
        kind=LetterKind.ACKNOWLEDGEMENT,
        label=_("Bodies whose nomination to an event was received"),
        model=Event,
        records=records,
        recipients=recipients,
    )
)
