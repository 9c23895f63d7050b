"""What a text is found by: its words and pairs of syllables, written one way in the index and in what readers type.

English and Russian words are stemmed by PostgreSQL (its Russian dictionary stems English words, too). Belarusian has
no dictionary: its words stand as they are, and are asked for by their beginnings. Korean has no spaces that could be
relied on: it is indexed in pairs of syllables, across single spaces as well, so that 전자정부 표준 finds 전자정부표준,
and the other way round.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import SearchVector, SearchVectorCombinable, SearchVectorField
from django.db.models import Func, TextField, Value

HANGUL = re.compile(r"[\uac00-\ud7a3]+")
WORD = re.compile(r"[^\W_]+")
COMPOUND = re.compile(r"[^\W_]+(?:[-‐‑–./&+][^\W_]+)*")
CYRILLIC = re.compile(r"[\u0400-\u04ff]")
MOST = 60_000  # characters of one language of an entry: a tsvector holds a megabyte
LONGEST = 60  # letters of a word
_JOINED = 4  # so many parts of `e-People` or `portal.gov.by` are written together as well
_SPACED_HANGUL = re.compile(r"[\uac00-\ud7a3]+(?: [\uac00-\ud7a3]+)*")
_APOSTROPHE = re.compile(r"(?<=\w)['’ʼ`](?=\w)")
# Readers type `Turkiye` and `Chisinau`. Cyrillic marks stay: `й` is another letter than `и`.
_BARE = {
    code: base
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
    if (base := unicodedata.normalize("NFD", chr(code))[0]).isascii() and base.isalpha()
} | {ord(mark): bare for mark, bare in zip("đłøıəđŁØƏЁё", "dloiedLOEЕе", strict=True)}


def plain(text: str) -> str:
    """The text as it is compared: small letters without Latin marks, `ё` as `е`, no apostrophes inside words."""
    return _APOSTROPHE.sub("", unicodedata.normalize("NFKC", text)).translate(_BARE).casefold()


def bare(text: str) -> str:
    """Nearly the same with each letter in its place, to look for words in a text that is shown."""
    written = text.translate(_BARE).lower()
    return written if len(written) == len(text) else text


def words_of(text: str) -> list[str]:
    """The words of a plain text but the Korean ones, in their order; compounds in parts and written together."""
    found: list[str] = []
    for compound in COMPOUND.findall(HANGUL.sub(" ", text)):
        parts = WORD.findall(compound)
        found += parts
        if 1 < len(parts) <= _JOINED:
            found.append("".join(parts))
    return [word[:LONGEST] for word in found]


def pairs_of(text: str, *, across_spaces: bool = True) -> list[str]:
    """`전자 정부` → `전자 자정 정부`. A syllable that stands alone stands for itself."""
    found: list[str] = []
    for run in (_SPACED_HANGUL if across_spaces else HANGUL).findall(text):
        joined = run.replace(" ", "")
        found += [joined[at : at + 2] for at in range(len(joined) - 1)] or [joined]
    return found


class Marks(SearchVectorCombinable, Func):
    """Facets as words that nobody can type, `@topic:identity`: so one index answers for words and facets together."""

    function = "array_to_tsvector"
    output_field = SearchVectorField()

    def __init__(self, facets: Iterable[str]) -> None:
        super().__init__(Value([f"@{facet}" for facet in facets], output_field=ArrayField(TextField())))


def forms_of(texts: Iterable[tuple[str, str]]) -> tuple[str, str, str]:
    """Texts, each given with its language, as words to stem, words to leave as they are, and pairs of syllables."""
    stemmed, as_they_are, pairs = [], [], []
    for language, text in texts:
        written = plain(text[:MOST])
        words = words_of(written)
        pairs += pairs_of(written)
        stemmed += words
        if language == "be":
            as_they_are += words
    return " ".join(stemmed), " ".join(as_they_are), " ".join(pairs)


def vector(texts: Iterable[tuple[str, str]], weight: str) -> Any:
    """The search vector of texts, each given with its language."""
    stemmed, as_they_are, pairs = forms_of(texts)
    return (
        SearchVector(Value(stemmed), config="russian", weight=weight)
        + SearchVector(Value(as_they_are), config="simple", weight=weight)
        + SearchVector(Value(pairs), config="simple", weight=weight)
    )
