"""Materials as pages list them, and the sessions whose slides are missing. Reads only."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from events.actions.materials import missing_slides
from events.models import Event, Material, Session, SessionPart

MOST = 200


@dataclass(frozen=True)
class Shown:
    """The materials of one session, for one reader."""

    session_pk: int
    rows: list[Material]
    may_add: bool


def readable(event: Event, user: Any) -> QuerySet[Material]:
    """Those the reader may open, each with whether he may change it."""
    rows = Material.objects.visible_to(user).filter(event=event).select_related("file", "contributor")
    return rows.with_permissions(user, can_edit="events.edit_material")


def materials_of_session(session: Session, user: Any, *, may_add: bool) -> Shown:
    """One query."""
    rows = list(readable(session.event, user).filter(session=session.pk)[:MOST])
    return Shown(session.pk, rows, may_add)


@dataclass(frozen=True)
class Owing:
    """A session whose slides are missing, and who owes them."""

    session: Session
    people: list[SessionPart]


def owing_slides(event: Event) -> list[Owing]:
    """By session, in their order: one query."""
    found: dict[int, Owing] = {}
    for part in missing_slides(event).order_by("starts_at", "session", "position", "pk")[:MOST]:
        part.session.event = event
        found.setdefault(part.session_id, Owing(part.session, [])).people.append(part)
    return list(found.values())
