"""The inbox on the desk and in the menu: its newest lines, how many are unread, what changed since the last visit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from core.desk import badges, panels
from notifications.actions.visiting import note_visit
from notifications.models import Notification
from notifications.news import News, load
from notifications.querysets import remember_unread, unread_count

LOOKED_THROUGH = 40  # lines, however long somebody was away
CHANGES = 8


@dataclass
class Change:
    """A record on which something has happened since the last visit: the newest of it, and how much more."""

    news: News
    more: int = 0


@dataclass
class Visit:
    """What the inbox has for the desk. `since` is when the visit before this one ended; `is_cut`: more has changed."""

    since: datetime | None
    inbox: list[News]
    changes: list[Change]
    is_cut: bool = False


def _newest(user: Any, limit: int) -> list[Notification]:
    """The menu of the same page counts what is unread: it is read here too, so that the desk has a query less."""
    rows = list(Notification.objects.in_inbox_of(user).with_unread_of(user)[:limit])
    unread = rows[0].unread_ones if rows else ()  # type: ignore[attr-defined]  # annotated above
    remember_unread(user, len(unread))
    return rows


def visit(user: Any, limit: int = 4) -> Visit:
    """Both in the queries of one: what changed since the last visit is among the newest lines."""
    since = note_visit(user)
    rows = _newest(user, LOOKED_THROUGH)
    later = sum(1 for row in rows if since and row.created_at > since)
    news = load(rows[: max(limit, later)], user)
    changes = _changes([one for one in news if since and one.row.created_at > since])
    is_cut = len(changes) > CHANGES or later == LOOKED_THROUGH  # even the oldest line is new
    return Visit(since, news[:limit], changes[:CHANGES], is_cut)


def _changes(news: Sequence[News]) -> list[Change]:
    """A line a record, the one that changed last first."""
    found: dict[Any, Change] = {}
    for one in news:
        if not one.may_see:
            continue
        key = one.reference or (one.row.content_type_id, one.row.object_id)
        if key in found:
            found[key].more += 1
        else:
            found[key] = Change(one)
    return list(found.values())


badges["notifications:inbox"] = unread_count
panels["visit"] = visit
