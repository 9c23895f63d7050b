"""What a sample practice is made of: its facts with their sources, its texts in two languages or in all four."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

Texts = Mapping[str, str]


@dataclass(frozen=True)
class Name:
    """A name the system bears or bore: `kind` is current, former or acronym; years where they are known."""

    text: str
    language: str
    kind: str = "current"
    since: int | None = None
    until: int | None = None


@dataclass(frozen=True)
class Figure:
    """A figure that proves something, what it counts in two languages or more, and who published it when."""

    value: str
    what: Texts
    source: str
    on: date
    url: str = ""


@dataclass(frozen=True)
class Cost:
    """An amount as its source gives it: currency by ISO code, the year of the price, and the band in US dollars."""

    amount: Decimal
    currency: str
    year: int
    band: str


@dataclass(frozen=True)
class Need:
    """What must stand before the practice can work: a capability of the code list, or an index and its least value."""

    capability: str = ""
    index: str = ""
    minimum: Decimal | None = None
    essential: bool = True


@dataclass(frozen=True)
class Practice:
    """The record of one system. `texts` holds, by language, the sections by their names; the original stands first."""

    key: str
    owner: str
    country: str
    language: str
    operation: str
    since: int
    topics: tuple[str, ...]
    goals: tuple[int, ...]
    needs_law: bool
    names: tuple[Name, ...]
    figures: tuple[Figure, ...]
    needs: tuple[Need, ...]
    links: tuple[tuple[str, str], ...]
    texts: Mapping[str, Texts]
    until: int | None = None
    cost: Cost | None = None
    licence: str = "CC-BY-4.0"
    queries: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
