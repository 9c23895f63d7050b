"""Decisions and actions as they stand. Reads only."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from calendars.directory import calendar_of
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
    may_settle: bool = False


def lines_of(event: Event, user: Any) -> list[Line]:
    """The decisions and actions of an event that this reader may see, in their order; one query.

    Where an action was carried to is said of editions that are announced, and to whoever may see it there.
    """
    seen = Outcome.objects.visible_to(user).filter(carried_from=OuterRef("pk"))
    known = Outcome.objects.filter(carried_from=OuterRef("pk"), event__announced_at__isnull=False)
    rows: Iterable[Any] = (
        Outcome.objects.visible_to(user)
        .filter(event=event)
        .annotate(shows_next=Exists(seen) | Exists(known))
        .select_related("country__calendar", "organisation", "carried_from__event", "carried_to__event")
        .with_permissions(user, can_edit="events.edit_outcome", can_settle="events.settle_outcome")
        .order_by("-kind", "number")
    )
    return [line_of(one, may_edit=one.can_edit, may_settle=one.can_settle) for one in rows]


def line_of(outcome: Outcome, *, may_edit: bool = False, may_settle: bool = False) -> Line:
    """An outcome as one line."""
    if outcome.status == OutcomeStatus.OPEN and is_overdue(outcome):
        return Line(outcome, "is-late", _("Overdue"), may_edit, may_settle)
    return Line(outcome, SHAPES[OutcomeStatus(outcome.status)], outcome.get_status_display(), may_edit, may_settle)


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
