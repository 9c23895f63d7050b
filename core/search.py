"""Search over whatever the apps register, in three writings.

PostgreSQL stems English and Russian; Belarusian is found word by word; Korean, which no built-in dictionary splits, is
indexed and asked for as pairs of syllables. No extension is needed.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchRank, SearchVector
from django.db.models import (
    Case,
    CharField,
    F,
    FloatField,
    Func,
    JSONField,
    Model,
    QuerySet,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast, Upper
from django.utils.functional import Promise

from core.localised import LocalisedText

_HANGUL = re.compile(r"[\uac00-\ud7a3]+")
_LIMIT = 100_000  # characters of a document: a pair of syllables takes ten bytes, a tsvector holds a megabyte


@dataclass(frozen=True)
class Hit:
    """One line of the result: what it is called, where it is, and a word beside it."""

    title: LocalisedText | str | Promise
    url: str
    reference: str = ""
    detail: str | Promise = ""


@dataclass(frozen=True)
class Lines:
    """How the rows of one table become lines of the result, so that one query answers for all tables.

    `rows(user, text)` are those the person may see that hold the words, the newest first; None where nothing is to be
    looked for. The columns named here are all that a line is made of: `hit(title, handle, detail)`.
    """

    rows: Callable[[Any, str], QuerySet[Any] | None]
    hit: Callable[[Any, str, str], Hit]
    title: str = "title"
    handle: Any = "reference"  # a column, or an expression where it takes more
    detail: str = "status"
    vector: str = "search"


@dataclass(frozen=True)
class SearchSource:
    """One kind of thing that can be found, either by `lines` or by a search of its own.

    `find(user, text, limit)` answers only what the person may see, the best first.
    """

    name: str
    label: str | Promise
    more_url: Callable[[str], str]
    lines: Lines | None = None
    find: Callable[[Any, str, int], list[Hit]] | None = None


@dataclass(frozen=True)
class Group:
    """What was found of one kind. `more` leads to the list behind it, where there is more; `fit` ranks the groups."""

    source: SearchSource
    hits: list[Hit]
    more: str
    fit: float


sources: dict[str, SearchSource] = {}
NEWEST = 200  # rows of a kind among which the best are looked for: a frequent word costs no more than a rare one
NUMBERED, TITLED = 4.0, 2.0  # what bears the number asked for, what has the words in its title; ranks stay below 1


def register(source: SearchSource) -> None:
    """Add a source; called from an app's `search.py` when Django starts."""
    sources[source.name] = source


def look(user: Any, text: str, limit: int) -> list[Group]:
    """What the person may see that holds the words, by kind, the best first. One query for all tables together."""
    groups = [*_of_tables(user, text, limit), *_of_their_own(user, text, limit)]
    order = list(sources)
    return sorted(groups, key=lambda group: (-group.fit, order.index(group.source.name)))


def find(name: str, user: Any, text: str, limit: int) -> list[Hit]:
    """What one source finds."""
    return [hit for group in look(user, text, limit) if group.source.name == name for hit in group.hits]


def _of_tables(user: Any, text: str, limit: int) -> list[Group]:
    asked = [
        _lines(one.name, one.lines, rows, text)[: limit + 1]
        for one in sources.values()
        if one.lines and (rows := one.lines.rows(user, text)) is not None
    ]
    if not asked:
        return []
    found: dict[str, list[tuple[Hit, float]]] = {}
    for name, title, handle, detail, fit in asked[0].union(*asked[1:], all=True) if asked[1:] else asked[0]:
        lines = sources[name].lines
        if lines:
            written = LocalisedText(title) if isinstance(title, dict) else title
            found.setdefault(name, []).append((lines.hit(written, handle, detail), fit))
    groups = []
    for name, lines_found in found.items():
        lines_found.sort(key=lambda one: -one[1])  # a union promises no order; equal ones stay newest first
        groups.append(_group(sources[name], text, [hit for hit, _fit in lines_found], limit, lines_found[0][1]))
    return groups


def _of_their_own(user: Any, text: str, limit: int) -> list[Group]:
    found = ((one, one.find(user, text, limit + 1)) for one in sources.values() if one.find)
    return [_group(one, text, hits, limit, _fit_of(hits[0], text)) for one, hits in found if hits]


def _group(source: SearchSource, text: str, hits: list[Hit], limit: int, fit: float) -> Group:
    return Group(source, hits[:limit], source.more_url(text) if len(hits) > limit else "", fit)


def _fit_of(hit: Hit, text: str) -> float:
    """The measure of those tables whose own search ranks otherwise."""
    titles = hit.title.values() if isinstance(hit.title, dict) else [str(hit.title)]
    titled = any(text.casefold() in title.casefold() for title in titles)
    return NUMBERED * (hit.reference == text.upper()) + TITLED * titled


def _lines(name: str, lines: Lines, rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    """The newest that match, ranked: number, title, then how often and how near each other the words stand."""
    model: type[Model] = rows.model
    newest = rows.order_by(*(rows.query.order_by or model._meta.ordering or ("-pk",)))[:NEWEST].values("pk")
    title = Cast(lines.title, TextField())
    fit: Any = Case(When(found_number=text.strip().upper(), then=NUMBERED), default=0.0, output_field=FloatField())
    fit += Case(When(found_words__icontains=text.strip(), then=TITLED), default=0.0, output_field=FloatField())
    if lines.vector and (asked := query(text)):
        fit += SearchRank(F(lines.vector), asked)
    return (
        model._base_manager.filter(pk__in=newest)
        .annotate(
            found_number=Upper(Cast(lines.handle, TextField())),
            found_words=title,
            found_in=Value(name, output_field=CharField()),
            found_title=Func(F(lines.title), function="to_jsonb", output_field=JSONField()),
            found_handle=Cast(lines.handle, TextField()),
            found_detail=Cast(lines.detail, TextField()),
        )
        .annotate(fit=fit)
        .order_by("-fit", "-pk")
        .values_list("found_in", "found_title", "found_handle", "found_detail", "fit")
    )


def syllable_pairs(text: str) -> list[str]:
    """`전자정부` → `전자 자정 정부`: what Korean text is indexed by. A lone syllable stands for itself."""
    runs = _HANGUL.findall(text)
    return [pair for run in runs for pair in ([run[i : i + 2] for i in range(len(run) - 1)] or [run])]


def document(texts: Iterable[str]) -> Any:
    """The search vector of one record, from all its texts in all its languages."""
    text = "\n".join(part for part in texts if part)[:_LIMIT]
    rest = _HANGUL.sub(" ", text)
    return (
        SearchVector(Value(rest), config="english")
        + SearchVector(Value(rest), config="russian")
        + SearchVector(Value(" ".join(dict.fromkeys(syllable_pairs(text)))), config="simple")
    )


def query(text: str) -> SearchQuery | None:
    """What a reader typed, as a search query; None when it holds no word.

    Words in Latin or Cyrillic may match by either stemmer; Korean must match by its pairs of syllables.
    """
    pairs = syllable_pairs(text)
    rest = " ".join(re.findall(r"[^\W_]+(?:-[^\W_]+)*", _HANGUL.sub(" ", text)))
    parts: list[Any] = []
    if pairs:
        parts.append(reduce(and_, (SearchQuery(pair, config="simple") for pair in dict.fromkeys(pairs))))
    if rest:
        stemmed = [SearchQuery(rest, config=config, search_type="plain") for config in ("english", "russian")]
        parts.append(reduce(or_, stemmed))
    return reduce(and_, parts) if parts else None
