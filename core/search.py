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

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db.models import Value
from django.utils.functional import Promise

from core.localised import LocalisedText

_HANGUL = re.compile(r"[\uac00-\ud7a3]+")
_LIMIT = 100_000  # characters of a document: a pair of syllables takes ten bytes, a tsvector holds a megabyte


@dataclass(frozen=True)
class Hit:
    """One line of the result: what it is called, where it is, and a word beside it."""

    title: LocalisedText | str
    url: str
    reference: str = ""
    detail: str | Promise = ""


@dataclass(frozen=True)
class SearchSource:
    """One kind of thing that can be found. `find(user, text, limit)` answers only what the person may see."""

    name: str
    label: str | Promise
    find: Callable[[Any, str, int], list[Hit]]
    more_url: Callable[[str], str]


sources: dict[str, SearchSource] = {}


def register(source: SearchSource) -> None:
    """Add a source; called from an app's `search.py` when Django starts."""
    sources[source.name] = source


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
