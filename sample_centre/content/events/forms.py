"""How the tables of the events are written: people who speak, people who come, sessions."""

from collections.abc import Sequence
from typing import NamedTuple

from events.enums import PartRole, Rank, SessionKind

Texts = dict[str, str]


class Speaker(NamedTuple):
    """Somebody who speaks, chairs, guides or interprets. `account` is the key of a person with an account."""

    given: str = ""
    family: str = ""
    given_own: str = ""
    family_own: str = ""
    own_language: str = ""
    body: str = ""
    post: Texts = {}  # noqa: RUF012  never changed
    email: str = ""
    language: str = "en"
    interprets: Sequence[str] = ()
    account: str = ""


class Nominee(NamedTuple):
    """Somebody a body sends, with what it writes of him. `account` is the key of a person with an account."""

    body: str
    given: str
    family: str
    given_own: str
    family_own: str
    own_language: str
    email: str
    post: str
    rank: Rank
    experience: str
    motivation: str
    superior: str
    language: str = "en"
    is_alternate: bool = False
    account: str = ""


class Line(NamedTuple):
    """A session: the day counts from the first one, times are those on the wall of the place."""

    key: str
    day: int
    begins: str
    ends: str
    kind: SessionKind
    title: Texts
    room: str = ""
    track: str = ""
    languages: Sequence[str] = ()
    people: Sequence[tuple[str, PartRole]] = ()
    body: str = ""  # of the delegation that presents
    abstract: Texts = {}  # noqa: RUF012  never changed
    seats: int | None = None
