"""What stands on a person's desk: apps register sources, the desk page asks them all."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.localised import LocalisedText
from core.together import fetch


@dataclass(frozen=True)
class DeskItem:
    """One thing to do, or one thing awaited: what, on which record, until when.

    `status` is one of the shapes of look.md (`is-late`, `is-waiting` …), `act` says what is wanted or who is awaited. A
    draft is what the person has begun and nobody else has seen.
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
    is_draft: bool = False


@dataclass(frozen=True)
class Desk:
    """What one source lays on the desk. Lists are cut at the limit asked for; `more` says that there are others."""

    mine: list[DeskItem]
    others: list[DeskItem]
    mine_more: bool = False
    others_more: bool = False


@dataclass(frozen=True)
class Asked:
    """What one source wants to know, and how it reads the answer: the desk asks for those of all sources at once.

    `read` takes a list of rows for each of `rows`, in no order.
    """

    rows: list[QuerySet[Any]]
    read: Callable[..., Desk]


def nothing() -> Asked:
    """For a person who has no part in it: no query."""
    return Asked([], lambda: Desk([], []))


def at_once(ask: Callable[[Any, int], Asked]) -> Callable[[Any, int], Desk]:
    """The contribution of one source alone."""

    @wraps(ask)
    def lay(user: Any, limit: int) -> Desk:
        asked = ask(user, limit)
        return asked.read(*fetch(asked.rows))

    return lay


@dataclass(frozen=True)
class DeskSource:
    """One app's contribution: `ask(user, limit)`, or `lay` where it does not let itself be asked together with others.

    The urls are the lists behind it. `route` is its line of the menu, beside which stands how much waits.
    """

    name: str
    label: str | Promise
    lay: Callable[[Any, int], Desk]
    mine_url: Callable[[], str]
    others_url: Callable[[], str]
    ask: Callable[[Any, int], Asked] | None = None
    route: str = ""
    has_lists: Callable[[Any], bool] = lambda _user: True  # whether the lists behind it are this person's to open


sources: dict[str, DeskSource] = {}
# Route → how many things wait behind it for a person: the count beside a line of the menu.
badges: dict[str, Callable[[Any], int]] = {}
# Name → what stands at the side of the desk: `panels["visit"](user, 4)`.
panels: dict[str, Callable[[Any, int], Any]] = {}


def register(source: DeskSource) -> None:
    """Add a source; called from an app's `desk.py` when Django starts."""
    sources[source.name] = source
    if source.route:
        badges[source.route] = lambda user: Waiting(getattr(user, "waiting_known", {}).get(source.name, 0))


def lay_all(user: Any, limit: int) -> list[tuple[DeskSource, Desk]]:
    """What all apps lay on a desk: one query for those that can be asked together."""
    asked = {source.name: source.ask(user, limit) for source in sources.values() if source.ask}
    answers = iter(fetch([rows for one in asked.values() for rows in one.rows]))
    laid = {name: one.read(*[next(answers) for _rows in one.rows]) for name, one in asked.items()}
    return [(source, laid[name] if name in laid else source.lay(user, limit)) for name, source in sources.items()]


class Waiting(int):
    """How much of an app waits for a person, beside its line of the menu."""

    word = _("waiting for you")


def remember(user: Any, waiting: dict[str, int]) -> None:
    """Keep what the desk has counted with its reader, for the menu of the same page.

    Other pages show no such count: to ask every app for it would cost each of them more than the page itself.
    """
    user.waiting_known = waiting
