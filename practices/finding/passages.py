"""The place in a text where the words occur, marked."""

import re
from dataclasses import dataclass
from itertools import islice

from practices.finding.asking import Asked, Term
from practices.finding.words import bare

BEFORE, WIDTH = 60, 260  # characters
MORE = " …"
_MOST = 200  # places that are looked at in one text
_INSIDE = r"[-‐‑–./’'ʼ]?"  # what may stand inside a word that was typed without it
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKUP = re.compile(r"^ {0,3}(?:#{1,6}|[-*+>]|\d+[.)]) +|\*\*|`", re.MULTILINE)


@dataclass(frozen=True)
class Passage:
    """A piece of a text as `(words, is_marked)`, its language, and whether the words occur in it at all."""

    pieces: tuple[tuple[str, bool], ...]
    lang: str
    is_hit: bool = False


def pattern_of(asked: Asked) -> re.Pattern[str] | None:
    """What to look for: beginnings of words, one group a word that was typed."""
    if not asked:
        return None
    return re.compile("|".join(f"({_looked_for(term)})" for term in asked.terms))


def beginning(text: str, lang: str) -> Passage:
    """The first sentences of a text in which nothing was looked for."""
    written = without_markup(text)
    return Passage(((_cut(written, 0)[0], False),), lang)


def passage(text: str, lang: str, pattern: re.Pattern[str]) -> Passage | None:
    """Where most of the words stand near each other; None where none of them stands."""
    written = without_markup(text)
    found = islice(pattern.finditer(bare(written)), _MOST)
    places = [(one.start(), one.end(), one.lastindex) for one in found]
    if not places:
        return None
    best = max((start for start, _end, _word in places), key=lambda at: (_words_near(places, at), -at))
    shown, first = _cut(written, max(0, best - BEFORE))
    pieces, at = [], 0
    last = len(shown.removesuffix(MORE))
    for start, end, _word in ((one[0] - first, min(one[1] - first, last), one[2]) for one in places):
        if at <= start < end:
            pieces += [(shown[at:start], False), (shown[start:end], True)]
            at = end
    pieces.append((shown[at:], False))
    if first:
        pieces.insert(0, ("… ", False))
    return Passage(tuple(piece for piece in pieces if piece[0]), lang, is_hit=True)


def _words_near(places: list[tuple[int, int, int | None]], at: int) -> int:
    """How many of the words stand in the piece that begins there."""
    return len({word for start, _end, word in places if at <= start < at + WIDTH - BEFORE})


def without_markup(text: str) -> str:
    """A text on one line, as one reads it."""
    return " ".join(_MARKUP.sub("", _LINK.sub(r"\1", text)).split())


def _cut(text: str, start: int) -> tuple[str, int]:
    """A piece that begins and ends between words, and where it begins."""
    if start:
        space = text.find(" ", start, start + BEFORE)
        start = space + 1 if space >= 0 else start
    end = start + WIDTH
    if end >= len(text):
        return text[start:], start
    space = text.rfind(" ", start + WIDTH // 2, end)
    return text[start : space if space > 0 else end] + MORE, start


def _looked_for(term: Term) -> str:
    if term.is_korean:
        return _korean(term)
    word = term.word
    ending = 0 if len(word) < 5 else 1 if len(word) == 5 else 2 if len(word) < 8 else 3  # noqa: PLR2004  letters
    stem = word[: len(word) - ending].rstrip("i") if ending else word
    joined = _INSIDE.join(re.escape(letter) for letter in stem)
    return rf"(?<![^\W_]){joined}[^\W_]*" if not word.isdigit() else rf"(?<!\d){word}(?!\d)"


def _korean(term: Term) -> str:
    """The word, its syllables together or apart; of a compound that was asked for loosely any half."""
    size = (len(term.word) + 1) // 2 + 1 if term.is_loose else len(term.word)
    pieces = (term.word[at : at + size] for at in range(len(term.word) - size + 1))
    return "|".join(" ?".join(piece) for piece in pieces)
