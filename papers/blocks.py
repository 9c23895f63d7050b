"""A report as data: blocks that are drawn as PDF, as DOCX and on a page from one description.

A block holds words, numbers and days, never markup. Plain strings are in the report's language; a text that may be in
another one is given as `Tongue` or `LocalisedText`, and is then marked with its language wherever it is read aloud.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from papers.words import Cell, Words


@dataclass(frozen=True)
class Heading:
    """Level 1 is a chapter, 2 and 3 stand below. A level that would be skipped is closed up."""

    text: Words
    level: int = 1


@dataclass(frozen=True)
class Text:
    """A paragraph; an empty line in it begins a further one. `tone` is empty, `soft` or `strong`."""

    text: Words
    tone: str = ""


@dataclass(frozen=True)
class Items:
    """A list, with numbers where their order matters."""

    items: Sequence[Words]
    is_numbered: bool = False


@dataclass(frozen=True)
class Table:
    """Rows under a head that is repeated on every page. `widths` are shares, such as (3, 1, 1)."""

    head: Sequence[Words]
    rows: Sequence[Sequence[Cell]]
    caption: Words = ""
    widths: Sequence[float] = ()


@dataclass(frozen=True)
class Facts:
    """Names and values, one below the other."""

    facts: Sequence[tuple[Words, Cell]]


@dataclass(frozen=True)
class Key:
    """One side's key. `state` is `signed`, `silence`, `objects`, or empty while it is not turned."""

    country: Words
    state: str = ""
    who: Words = ""
    when: Cell = ""


@dataclass(frozen=True)
class Keys:
    """Both keys, own side first, and in words what they amount to."""

    keys: Sequence[Key]
    outcome: Words = ""


@dataclass(frozen=True)
class Bar:
    """One figure. `side` is `a` (solid), `b` (outlined) or empty for both together."""

    label: Words
    value: float
    side: str = ""


@dataclass(frozen=True)
class Bars:
    """Figures beside each other, with the numbers; in DOCX a table. `full` is the length of a whole bar."""

    title: Words
    bars: Sequence[Bar]
    full: float = 0
    note: Words = ""


@dataclass(frozen=True)
class Signature:
    """Whose hand: title and name; `note` says what the portal knows (“Signed in the portal on …”)."""

    name: Words
    title: Words = ""
    country: Words = ""
    note: Words = ""


@dataclass(frozen=True)
class Signatures:
    """One or two, own side first, with room for ink."""

    people: Sequence[Signature]


Block = Heading | Text | Items | Table | Facts | Keys | Bars | Signatures
