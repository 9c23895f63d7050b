"""Invitations: to the bodies that an event invites and that have not answered."""

from functools import partial
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from events.enums import DelegationStatus, EventStatus
from events.models import Delegation, Event
from letters.enums import LetterKind
from letters.sources.parts import delegations_of, events_of, moment_in, of_body, of_event, to_delegations
from letters.sources.source import Recipient, Source, register


def records(user: Any) -> QuerySet[Event]:
    """Events that take delegations and are still to come about."""
    rows = events_of(user).filter(quota__gt=0)
    return rows.filter(status__in=(EventStatus.PLANNED, EventStatus.ANNOUNCED))


def recipients(event: Event) -> list[Recipient]:
    """Bodies whose invitation is in preparation, or that were invited and have not nominated yet."""
    rows = delegations_of(event, DelegationStatus.PREPARED, DelegationStatus.INVITED)
    return to_delegations(rows, partial(_values, event))


def _values(event: Event, row: Delegation) -> dict[str, object]:
    due_at = row.due_at or event.nominations_due_at
    return {
        **of_event(event),
        **of_body(row.organisation, row.country),
        "quota": row.quota,
        "deadline": moment_in(row.country, due_at),
        "papers_deadline": moment_in(row.country, event.papers_due_at),
    }


register(
    Source(
        name="invitation",
        kind=LetterKind.INVITATION,
        label=_("Bodies invited to an event"),
        model=Event,
        records=records,
        recipients=recipients,
    )
)
