"""Figures as plain data and back: what was counted stands with its words in all languages, the same for ever.

Decimals stand as strings, so that nothing is rounded. Each word is kept in every language of the portal as it was on
the day, so that one store of figures is drawn in any of them later. A change of this shape raises `VERSION`.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.utils import translation
from django.utils.functional import Promise

from core.localised import LANGUAGES, LocalisedText
from reports.figures.figure import Breakdown, Figure, Group, Line, Value

VERSION = 1
Data = dict[str, Any]


@dataclass(frozen=True)
class Stored:
    """What a report keeps: its groups, and where it was drawn from a paper of another app, that paper by language."""

    groups: Sequence[Group]
    papers: Mapping[str, Data] = field(default_factory=dict)

    def group(self, key: str) -> Group | None:
        """The group of this key."""
        return next((one for one in self.groups if one.key == key), None)


def write(groups: Sequence[Group], papers: Mapping[str, Data] | None = None) -> Data:
    """The figures as JSON keeps them."""
    return {"version": VERSION, "groups": [_group(one) for one in groups], "papers": dict(papers or {})}


def read(data: Mapping[str, Any]) -> Stored:
    """The figures as they were written."""
    return Stored([_read_group(one) for one in data.get("groups", ())], data.get("papers", {}))


def digest(data: Mapping[str, Any]) -> str:
    """What the journal keeps of them: anybody can show later that they are the same."""
    written = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


# --- Writing ---------------------------------------------------------------------------------------------------------


def _words(words: Any) -> Any:
    """A text in one language as it stands; what is translated in all of them, or once where all say the same."""
    if isinstance(words, LocalisedText):
        return dict(words)
    if not isinstance(words, Promise):
        return str(words)
    said = {}
    for language in LANGUAGES:
        with translation.override(language):
            said[language] = str(words)
    return next(iter(said.values())) if len(set(said.values())) == 1 else said


def exact(value: Value) -> int | str | None:
    """A whole number as it is, a fraction as a string without zeros that say nothing: `6`, `"0.25"`."""
    if not isinstance(value, Decimal):
        return value
    written = f"{value:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def _figure(one: Figure) -> Data:
    found: Data = {"key": one.key, "label": _words(one.label), "value": exact(one.value)}
    if one.of is not None:
        found["of"] = exact(one.of)
    for name in ("url", "unit", "note"):
        if getattr(one, name):
            found[name] = _words(getattr(one, name))
    return found


def _line(one: Line) -> Data:
    return {"label": _words(one.label), "code": one.code, "figures": [_figure(figure) for figure in one.figures]}


def _breakdown(one: Breakdown) -> Data:
    return {
        "key": one.key,
        "label": _words(one.label),
        "columns": [_words(column) for column in one.columns],
        "of": _words(one.of),
        "bars": one.bars,
        "lines": [_line(line) for line in one.lines],
    }


def _group(one: Group) -> Data:
    return {
        "key": one.key,
        "label": _words(one.label),
        "figures": [_figure(figure) for figure in one.figures],
        "breakdowns": [_breakdown(breakdown) for breakdown in one.breakdowns],
    }


# --- Reading ---------------------------------------------------------------------------------------------------------


def _read_words(words: Any) -> Any:
    return LocalisedText(words) if isinstance(words, Mapping) else words


def _read_value(value: Any) -> Value:
    return Decimal(value) if isinstance(value, str) else value


def _read_figure(one: Mapping[str, Any]) -> Figure:
    return Figure(
        one["key"],
        _read_words(one["label"]),
        _read_value(one["value"]),
        url=one.get("url", ""),
        unit=_read_words(one.get("unit", "")),
        of=_read_value(one.get("of")),
        note=_read_words(one.get("note", "")),
    )


def _read_line(one: Mapping[str, Any]) -> Line:
    return Line(_read_words(one["label"]), [_read_figure(figure) for figure in one["figures"]], one["code"])


def _read_breakdown(one: Mapping[str, Any]) -> Breakdown:
    return Breakdown(
        one["key"],
        _read_words(one["label"]),
        [_read_words(column) for column in one["columns"]],
        [_read_line(line) for line in one["lines"]],
        of=_read_words(one["of"]),
        bars=one["bars"],
    )


def _read_group(one: Mapping[str, Any]) -> Group:
    return Group(
        one["key"],
        _read_words(one["label"]),
        [_read_figure(figure) for figure in one["figures"]],
        [_read_breakdown(breakdown) for breakdown in one["breakdowns"]],
    )
