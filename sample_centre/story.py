"""What a sample request is made of: its texts, and the acts that brought it to where it stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Texts = Mapping[str, str]


@dataclass(frozen=True)
class Act:
    """One act of a story: `ago` working days before today, at a time of the clock where the actor is.

    A day counts when both sides of the centre and the asking country work. An act without an actor is the clock's; the
    timeline knows when it strikes.
    """

    ago: int
    at: str
    by: str
    verb: str
    said: Mapping[str, Any]


def act(ago: int, at: str, by: str, verb: str, **said: Any) -> Act:
    """A line of a story, as it is read."""
    return Act(ago, at, by, verb, said)


def by_clock(verb: str) -> Act:
    """What nobody does and time does: the silence of a side, the question half a year later."""
    return Act(0, "", "", verb, {})


@dataclass(frozen=True)
class Request:
    """The texts of a request in all its languages, and its story."""

    by: str
    body: str
    language: str
    topic: str
    title: Texts
    questions: Sequence[Texts]
    state_of_play: Texts
    expected_result: Texts
    signatory: tuple[str, str]
    acts: Sequence[Act]
    legal_basis: Texts = field(default_factory=dict)
    facts: Mapping[str, Any] = field(default_factory=dict)
    practice: str = ""  # the name of a system in the library that it asks about
    weeks_ahead: Sequence[int] = ()  # preferred dates: Monday to Friday, so many weeks from today
