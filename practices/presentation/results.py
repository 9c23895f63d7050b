"""The entries of one page of the list: in the reader's language, with the place where the words occur. Reads only."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef
from django.db.models.fields.json import KT
from django.db.models.functions import JSONObject

from core.localised import LANGUAGES, Tongue, active_language, reading_order
from people import directory
from practices.enums import Status
from practices.finding.asking import Asked
from practices.finding.passages import Passage, beginning, passage, pattern_of
from practices.finding.words import bare
from practices.models import Practice, SystemName, Translation, Version
from practices.presentation.record import State, operation_of, state_of
from practices.sections import KEYS

Texts = dict[str, str]  # a text by its language


@dataclass(frozen=True)
class Result:
    """One line of the list."""

    practice: Practice
    title: Tongue
    country: Any
    operation: State | None
    state: State | None
    topics: list[Any]
    languages: list[str]
    passage: Passage
    name: SystemName | None = None

    @property
    def is_elsewhere(self) -> bool:
        """Whether the words were found in another language than the one the reader gets."""
        return self.passage.is_hit and self.passage.lang != self.title.lang


def results_of(ids: Sequence[int], asked: Asked, topics: dict[str, Any]) -> list[Result]:
    """The entries with these numbers, in this order: one query, and one when words are in long texts."""
    live = {version.practice_id: version for version in _versions(ids)}
    summaries: dict[int, Texts] = {
        pk: {one.practice.language: one.summary or ""}
        | {row["language"]: row["text"] or "" for row in one.summary_rows}
        for pk, one in live.items()
    }
    order = _order()
    pattern = pattern_of(asked)
    hits, names = _hits(live, summaries, pattern, order) if pattern else ({}, {})
    found = []
    for pk in ids:
        if pk not in live:
            continue  # retired from the index between two queries
        version, texts = live[pk], summaries[pk]
        lang = next(language for language in order if language in texts)
        practice = version.practice
        found.append(
            Result(
                practice=practice,
                title=practice.title.best(),
                country=directory.country(practice.country_id),
                operation=operation_of(version),
                state=state_of(practice) if practice.status != Status.PUBLISHED else None,
                topics=[topics[key] for key in _topics(version.facets) if key in topics],
                languages=[language for language in LANGUAGES if language in texts],
                passage=hits.get(pk) or beginning(texts[lang], lang),
                name=names.get(pk),
            )
        )
    return found


def _versions(ids: Sequence[int]) -> Any:
    """The live versions with what a line shows: one query."""
    rows = Version.objects.live().filter(practice__in=ids).select_related("practice")
    rows = rows.defer("sections", "revisions", "practice__reasons")
    summaries = Translation.objects.readable().filter(practice=OuterRef("practice"))
    names = SystemName.objects.filter(version=OuterRef("pk")).order_by("position", "pk")
    return rows.annotate(
        summary=KT("sections__summary"),
        facets=F("practice__entry__facets"),
        summary_rows=ArraySubquery(
            summaries.values(json=JSONObject(language="language", text=KT("sections__summary")))
        ),
        name_rows=ArraySubquery(names.values(json=JSONObject(text="text", language="language", kind="kind"))),
    )


def _summaries(version: Any) -> Texts:
    others = {row["language"]: row["text"] or "" for row in version.summary_rows}
    return {version.practice.language: version.summary or ""} | others


def _order() -> tuple[str, ...]:
    """The languages as the reader wants them, all of them."""
    return tuple(dict.fromkeys((*reading_order(active_language()), *LANGUAGES)))


def _topics(facets: Sequence[str]) -> list[str]:
    return [facet.removeprefix("topic:") for facet in facets if facet.startswith("topic:")]


def _hits(
    live: dict[int, Any], summaries: dict[int, Texts], pattern: re.Pattern[str], order: tuple[str, ...]
) -> tuple[dict[int, Passage], dict[int, SystemName]]:
    """Where the words occur: in a summary, in a name of the system, or further down in the text."""
    hits = {pk: hit for pk, texts in summaries.items() if (hit := _first(texts, pattern, order))}
    left = [pk for pk in live if pk not in hits]
    called = {pk: [SystemName(**row) for row in live[pk].name_rows if pattern.search(bare(row["text"]))] for pk in left}
    names = {pk: rows[0] for pk, rows in called.items() if rows}
    for pk, sections in _long_texts([pk for pk in left if pk not in names]).items():
        found = (_first(texts, pattern, order) for texts in sections)
        if hit := next(filter(None, found), None):
            hits[pk] = hit
    return hits, names


def _long_texts(ids: list[int]) -> dict[int, list[Texts]]:
    """The sections of these entries, each in all its languages, in the order of the record: one query, if any."""
    if not ids:
        return {}
    translated = Translation.objects.readable().filter(practice__in=ids)
    originals = Version.objects.live().filter(practice__in=ids)
    rows = originals.values_list("practice", "practice__language", "sections").union(
        translated.values_list("practice", "language", "sections"), all=True
    )
    found: dict[int, dict[str, Texts]] = {pk: {key: {} for key in KEYS} for pk in ids}
    for pk, language, sections in rows:
        for key in found[pk].keys() & sections.keys():
            found[pk][key][language] = sections[key]
    return {pk: list(texts.values()) for pk, texts in found.items()}


def _first(texts: Texts, pattern: re.Pattern[str], order: tuple[str, ...]) -> Passage | None:
    for language in order:
        if texts.get(language) and (hit := passage(texts[language], language, pattern)):
            return hit
    return None
