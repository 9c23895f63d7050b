"""What can be written of a version, part by part, and how two writers at once lose nothing.

A part is one section, one fact, or one table of rows as a whole. A page that lets somebody write carries a mark of each
part as it was when the page was opened. When another has saved meanwhile, the marks tell which parts he touched: only a
part that both have changed is asked about.
"""

from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

from practices.models import Evidence, Link, Precondition, SystemName, Version
from practices.sections import KEYS

FACTS = (
    "operation",
    "since_year",
    "until_year",
    "replaced_by",
    "goals",
    "needs_law",
    "cost_amount",
    "cost_currency",
    "cost_year",
    "cost_band",
    "awards",
    "licence",
)
# Tables of rows: how they are called, what they are kept in, and what is written of each row.
ROWS: dict[str, tuple[Any, tuple[str, ...]]] = {
    "names": (SystemName, ("text", "language", "kind", "since_year", "until_year")),
    "evidence": (Evidence, ("value", "what", "source", "source_url", "dated_on")),
    "links": (Link, ("label", "url")),
    "conditions": (Precondition, ("capability_id", "index", "minimum", "is_essential")),
}
RELATED = {"conditions": "preconditions"}  # as the model calls it; the section of the same name is a text
PARTS = (*KEYS, *FACTS, "topics", *ROWS)


def parts_of(version: Version, *names: str) -> dict[str, Any]:
    """What the version holds of the parts (all when none is named), as plain values."""
    return {name: _part(version, name) for name in names or PARTS}


def _part(version: Version, name: str) -> Any:
    if name in KEYS:
        return version.sections.get(name, "")
    if name in FACTS:
        return getattr(version, name)
    if name == "topics":
        return sorted(topic.pk for topic in version.topics.all())
    _model, columns = ROWS[name]
    return [{column: _cell(version, row, column) for column in columns} for row in rows_of(version, name)]


def _cell(version: Version, row: Any, column: str) -> Any:
    """What a figure counts is written in the language of the original; its translations are kept beside it."""
    return row.what.best(version.practice.language).text if column == "what" else getattr(row, column)


def rows_of(version: Version, name: str) -> Any:
    """The rows of one table of the version, in their order."""
    return getattr(version, RELATED.get(name, name)).all()


def marks_of(parts: Mapping[str, Any]) -> dict[str, str]:
    """A short mark of each part: the same as long as the part is."""
    return {name: blake2b(_said(value).encode(), digest_size=6).hexdigest() for name, value in parts.items()}


def same(one: Any, other: Any) -> bool:
    """Whether two values of a part say the same."""
    return _said(one) == _said(other)


def _said(value: Any) -> str:
    """A value as text: numbers by what they amount to, and line ends as browsers send them or not."""
    if isinstance(value, Mapping):
        return repr([(key, _said(one)) for key, one in sorted(value.items())])
    if isinstance(value, list | tuple):
        return repr([_said(one) for one in value])
    if hasattr(value, "normalize"):
        value = value.normalize()
    return "" if value is None else str(value).replace("\r\n", "\n").strip()
