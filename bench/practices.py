"""How many practices, and the texts they are made of; the rows themselves grow from `practices.sql`."""

# ruff: noqa: E501  a grammar is read in lines

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench import words
from core.localised import LANGUAGES
from practices.actions.indexing import learn
from practices.finding.spelling import vocabulary
from practices.finding.words import forms_of
from practices.models import Capability, PracticeTopic
from practices.sections import KEYS

SQL = Path(__file__).with_name("practices.sql")
GROWING = tuple(
    f"practices_{name}"
    for name in ("practice", "version", "version_topics", "systemname", "evidence", "translation", "entry")
)
NUMBERED = tuple(f"practices_{name}" for name in ("practice", "version"))
LEAST, HALVES, CALLED, TOPICS = 60, 300, 1_500, 12
# In a third of the practices; in one of 5,000 and as somebody mistypes it; in one of twenty, with and without its space.
FREQUENT, RARE, TYPO = "gateway", "palaeography", "palaeografy"
KOREAN, KOREAN_TOGETHER = "전자정부 표준프레임워크", "전자정부표준프레임워크"
BELARUSIAN = (
    ("Міністэрства", "Наша агенцтва", "Рабочая група", "Аператар рэгістра", "Рэгіянальнае ўпраўленне", "Каманда праекта"),
    ("параўнала", "плануе замяніць", "пакуль не можа апісаць", "хацела б апублікаваць", "правярае", "узгадніла"),
    ("улік воблачных паслуг", "фармат лічбавага архіва", "адказнасць адзінага акна", "пашпарт інфармацыйнай сістэмы", "абмен адраснымі данымі", "аб'яднанне цэнтраў апрацоўкі даных"),
    ("з паслугамі двух іншых міністэрстваў", "паводле леташняга ўказа", "да зацвярджэння бюджэту", "без падключэння да сеткі", "для аддаленых раёнаў"),
)  # fmt: skip
GRAMMAR = words.GRAMMAR | {"be": BELARUSIAN}
SCRIPTS = words.SCRIPTS | {"be": words.CYRILLIC}
PLANTED = {"en": "one gateway", "ru": "единый шлюз", "be": "адзіны шлюз", "ko": "하나의 관문"}
STORY = tuple(key for key in KEYS if key not in ("title", "summary"))
HALF = len(STORY) // 2


def how_many(requests: int) -> int:
    """50,000 practices, which have 200,000 texts, to 100,000 requests; never fewer than a list has on two pages."""
    return max(LEAST, requests // 2)


def numbers(practices: int) -> dict[str, int]:
    """What the sections of `practices.sql` are told."""
    return {"practices": practices, "halves": HALVES, "called": CALLED, "topics": TOPICS}


def prepare(cursor: Any, copy: Any) -> None:
    """The code lists, and the texts that practices draw from, each with the words that the index takes of it."""
    PracticeTopic.objects.bulk_create(
        PracticeTopic(key=f"topic-{no}", name={"en": f"Topic {no}", "ru": f"Тема {no}"}, position=no)
        for no in range(TOPICS)
    )
    Capability.objects.bulk_create(
        Capability(key=f"capability-{no}", kind="legal", name={"en": f"Capability {no}"}, position=no)
        for no in range(10)
    )
    cursor.execute(
        'CREATE TEMP TABLE bench_story (kind text, no int, language text, text text, sections jsonb, weight "char",'
        " stemmed text, as_is text, pairs text, vector tsvector)"
    )
    rows = list(_rows())
    copy(cursor, "bench_story (kind, no, language, text, sections, weight, stemmed, as_is, pairs)", rows)
    cursor.execute(
        "UPDATE bench_story SET vector = setweight(to_tsvector('russian', stemmed) || to_tsvector('simple', as_is)"
        " || to_tsvector('simple', pairs), weight);"
        "CREATE INDEX ON bench_story (kind, no, language); ANALYZE bench_story"
    )
    learn(vocabulary(row[3] for row in rows if row[0] in ("title", "called", "summary")))


def _rows() -> Iterator[tuple[Any, ...]]:
    """(kind, number, language, text, sections, weight, and the three forms of its words)."""
    for no, title in enumerate(_titles()):
        yield from (_row("title", no, language, text, "A") for language, text in title.items())
    chance = random.Random(31)
    for no in range(CALLED):
        yield from (_row("called", no, language, _word(chance, language), "A") for language in LANGUAGES)
    for no in range(HALVES):
        yield from (_row("summary", no, language, _text(chance, language, 9), "B") for language in LANGUAGES)
    for kind, keys in (("first", STORY[:HALF]), ("second", STORY[HALF:])):
        for no in range(HALVES):
            yield from (_half(chance, kind, no, language, keys) for language in LANGUAGES)


def _half(chance: random.Random, kind: str, no: int, language: str, keys: tuple[str, ...]) -> tuple[Any, ...]:
    sections = {key: _text(chance, language, 2) for key in keys}
    if kind == "first" and no % 3 == 0:
        sections[keys[1]] += f" {PLANTED[language]}."
    if kind == "second" and no % 20 == 0 and language == "ko":
        sections[keys[2]] += f" {KOREAN}."
    return _row(kind, no, language, "\n".join(sections.values()), "D", sections)


def _row(  # noqa: PLR0917  a row of a table
    kind: str, no: int, language: str, text: str, weight: str, sections: dict[str, str] | None = None
) -> tuple[Any, ...]:
    return (
        kind,
        no,
        language,
        text,
        json.dumps(sections or {}, ensure_ascii=False),
        weight,
        *forms_of([(language, text)]),
    )


def _titles() -> list[dict[str, str]]:
    """As many as requests have, in four languages; the last one holds the rare word."""
    belarusian = ("Улік воблака", "Фарматы захоўвання", "Адзінае акно", "Акрэдытацыя аўдытараў", "Лічбавая асоба")
    found = [title | {"be": belarusian[no % len(belarusian)]} for no, title in enumerate(words.titles())]
    return [{language: title[language] for language in LANGUAGES} for title in found]


def _text(chance: random.Random, language: str, sentences: int) -> str:
    """Sentences, each with words of its own: few of them frequent, most of them rare, as in any language."""
    found = []
    for _ in range(sentences):
        said = [chance.choice(part) for part in GRAMMAR[language][: chance.randint(2, 4)]]
        said += [_word(chance, language) for _ in range(3)]
        found.append(" ".join(said) + ".")
    return " ".join(found)


def _word(chance: random.Random, language: str) -> str:
    """One of four thousand words, the first ones far more often than the last."""
    syllables = SCRIPTS[language]
    at = int(len(syllables) ** (3 * chance.random()))
    size = len(syllables)
    return "".join(syllables[at // size**power % size] for power in range(3))
