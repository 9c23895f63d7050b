"""Decisions and actions as they stand. Reads only."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from calendars.directory import calendar_of
from core import policies
from events.enums import EventStatus, OutcomeKind, OutcomeStatus
from events.models import Event, Outcome

SHAPES = {
    OutcomeStatus.OPEN: "is-going",
    OutcomeStatus.DONE: "is-done",
    OutcomeStatus.DROPPED: "is-stopped",
    OutcomeStatus.CARRIED: "is-waiting",
}


@dataclass(frozen=True)
class Line:
    """An outcome with its state in a shape and words, and what this reader may do with it."""

    outcome: Any
    shape: str
    words: str
    may_edit: bool = False
    settles: int | None = None  # the row that the reader may settle here: this one, or what it was carried to


def lines_of(event: Event, user: Any) -> list[Line]:
    """The decisions and actions of an event that this reader may see, in their order; one query.

    Where an action was carried to is said of editions that are announced, and to whoever may see them before. Until
    then those who owe it settle it here.
    """
    carried = Outcome.objects.filter(carried_from=OuterRef("pk"))
    known = carried.filter(event__announced_at__isnull=False)
    seen = carried.filter(event__in=Event.objects.visible_to(user).values("pk"))
    ahead = carried.filter(policies.q("events.settle_outcome", user), event__announced_at=None)
    rows: Iterable[Any] = (
        Outcome.objects.visible_to(user)
        .filter(event=event)
        .annotate(shows_next=Exists(seen) | Exists(known), settles_ahead=Subquery(ahead.order_by().values("pk")[:1]))
        .select_related("country__calendar", "organisation", "carried_from__event", "carried_to__event")
        .with_permissions(user, can_edit="events.edit_outcome", can_settle="events.settle_outcome")
        .order_by("-kind", "number")
    )
    return [
        line_of(one, may_edit=one.can_edit, settles=one.pk if one.can_settle else one.settles_ahead) for one in rows
    ]


def line_of(outcome: Outcome, *, may_edit: bool = False, settles: int | None = None) -> Line:
    """An outcome as one line."""
    if outcome.status == OutcomeStatus.OPEN and is_overdue(outcome):
        return Line(outcome, "is-late", _("Overdue"), may_edit, settles)
    return Line(outcome, SHAPES[OutcomeStatus(outcome.status)], outcome.get_status_display(), may_edit, settles)


def is_overdue(outcome: Outcome, today: date | None = None) -> bool:
    """Whether its day has passed in the country that owes it."""
    if outcome.due_on is None or outcome.country is None:
        return False
    if today is None:
        today = _today(outcome.country.calendar_id)
    return outcome.due_on < today


def _today(calendar: str) -> date:
    return calendar_of(calendar).date_of(timezone.now())


def split(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """Decisions, and actions."""
    decisions = [one for one in lines if one.outcome.kind == OutcomeKind.DECISION]
    return decisions, [one for one in lines if one.outcome.kind == OutcomeKind.ACTION]


def next_edition(event: Event) -> Event | None:
    """The edition that follows, to which open actions are carried; one query."""
    if event.programme_id is None:
        return None
    later = Event.objects.filter(programme=event.programme_id, starts_on__gt=event.starts_on)
    return later.exclude(status=EventStatus.CANCELLED).order_by("starts_on", "pk").first()
