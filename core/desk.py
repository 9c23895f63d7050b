"""What stands on a person's desk: apps register sources, the desk page asks them all."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise

from core.localised import LocalisedText


@dataclass(frozen=True)
class DeskItem:
    """One thing to do, or one thing awaited: what, on which record, until when.

    `status` is one of look.md's shapes (`is-late`, `is-waiting` …), `waits_for` says who or what is awaited.
    """

    title: LocalisedText | str
    url: str
    reference: str
    act: str | Promise
    status: str
    since: datetime | None = None
    due_at: datetime | None = None
    organisation: LocalisedText | str = ""
    country: Any = None


@dataclass(frozen=True)
class Desk:
    """What one source lays on the desk. Lists are cut at the limit asked for; `more` says that there are others."""

    mine: list[DeskItem]
    others: list[DeskItem]
    mine_more: bool = False
    others_more: bool = False


@dataclass(frozen=True)
class DeskSource:
    """One app's contribution. `lay(user, limit)` costs at most three queries. `url` is the list behind it."""

    name: str
    label: str | Promise
    lay: Callable[[Any, int], Desk]
    mine_url: Callable[[], str]
    others_url: Callable[[], str]


sources: dict[str, DeskSource] = {}
# Route → how many things wait behind it for a person: the count beside a line of the menu.
badges: dict[str, Callable[[Any], int]] = {}
# Name → the newest few lines for the side of the desk: `panels["inbox"](user, 4)`.
panels: dict[str, Callable[[Any, int], list[Any]]] = {}


def register(source: DeskSource) -> None:
    """Add a source; called from an app's `desk.py` when Django starts."""
    sources[source.name] = source
