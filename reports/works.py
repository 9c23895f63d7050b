"""Kinds of work in the background. An app adds its own when Django starts, and asks for it by `actions.asking.ask`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from reports.models import Job


class StoppedError(Exception):
    """Whoever asked for the work has asked to stop it, or another worker has taken it over: leave at once."""


# Says how far the work is: `say(done, total)`. Raises StoppedError when it is to end. Cheap: it writes once a second.
Say = Callable[[int, int], None]


@dataclass(frozen=True)
class Work:
    """One kind of work.

    `do(job, say)` may be begun again by another worker after this one has died: what it has made by then must be found
    again or made anew, never twice. It returns what `Job.outcome` keeps; `url(job)` is where the outcome is read.
    """

    name: str
    label: Callable[[Job], Any]
    do: Callable[[Job, Say], dict[str, Any]]
    url: Callable[[Job], str]


works: dict[str, Work] = {}


def register(work: Work) -> None:
    """Add a kind of work."""
    works[work.name] = work
