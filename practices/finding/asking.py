"""What a reader typed, as PostgreSQL is asked for it: every word must be there, in one of its forms."""

import re
from dataclasses import dataclass, field, replace
from typing import Any, Self

from practices.finding.words import COMPOUND, CYRILLIC, HANGUL, WORD, pairs_of, plain

MOST_WORDS = 12
_RUNS = re.compile(r"[\uac00-\ud7a3]+|[^\W_\uac00-\ud7a3]+")
# What Korean hangs on to a noun, the longer first.
_PARTICLES = ("에서", "으로", "을", "를", "이", "가", "은", "는", "의", "에", "로", "과", "와", "도")
# Belarusian words that every text has; the Russian ones PostgreSQL knows.
_BELARUSIAN_STOPS = frozenset(
    re.findall(r"\w+", "аб ад але альбо або для да за каб на не па пра праз пры што гэта гэты як яго яна")
)
_COMPOUND = 5  # syllables from which a Korean word is taken for a compound
_BELARUSIAN_ENDINGS = re.compile(
    "(?<=.{4})(?:амі|ямі|ымі|імі|ага|яга|аму|яму|ах|ях|ых|іх|ам|ям|ом|ем|ым|ім|аў|яў|оў|ёў|еў|ай|яй|ой|эй|ую|юю|ыя|ія|ае|яе|"
    "[аяоёеэуюыійь])$"
)
_OPEN = 4  # letters of a Belarusian word from which its end is left open
_PREFIX = 3  # letters from which a word that is still being typed is asked for by its beginning


@dataclass(frozen=True)
class Sql:
    """A piece of a statement with what is filled in."""

    text: str
    params: tuple[Any, ...] = ()

    def joined(self, operator: str, other: "Sql") -> "Sql":
        """Both, one beside the other."""
        return Sql(f"({self.text} {operator} {other.text})", self.params + other.params)


@dataclass(frozen=True)
class Term:
    """One word: as typed, as compared, and in parts where it is a compound."""

    word: str
    parts: tuple[str, ...] = ()
    is_loose: bool = False  # half of a long Korean compound is enough

    @property
    def is_korean(self) -> bool:
        return bool(HANGUL.search(self.word))

    @property
    def is_long_korean(self) -> bool:
        """Whether it can be a compound, of which a part may be another word in the text."""
        return self.is_korean and len(self.word) >= _COMPOUND

    def sql(self, *, is_last: bool) -> Sql:
        """The forms of the word, as a tsquery; the last one may be unfinished."""
        if self.is_korean:
            return _quoted(pairs_of(self.word, across_spaces=False), is_loose=self.is_loose)
        found = _forms(self.word, is_last=is_last)
        if self.parts:
            together = _forms(self.parts[0], is_last=False)
            for part in self.parts[1:]:
                together = together.joined("&&", _forms(part, is_last=is_last and part == self.parts[-1]))
            found = found.joined("||", together)
        return found


@dataclass(frozen=True)
class Asked:
    """All that was typed. `terms` is empty when it holds no word."""

    text: str
    terms: tuple[Term, ...] = field(default=())

    @classmethod
    def of(cls, text: str) -> Self:
        """Read what was typed: at most twelve words, one-letter Cyrillic words and Korean particles left out."""
        found: list[Term] = []
        for compound in COMPOUND.findall(plain(text)):
            if HANGUL.search(compound):
                found += _korean(compound)
            else:
                parts = tuple(WORD.findall(compound))
                word = "".join(parts)
                if not (CYRILLIC.search(word) and (len(word) == 1 or word in _BELARUSIAN_STOPS)):
                    found.append(Term(word, parts if len(parts) > 1 else ()))
        return cls(text, tuple(dict.fromkeys(found))[:MOST_WORDS])

    def __bool__(self) -> bool:
        return bool(self.terms)

    def sql(self, *, unfinished: bool = True) -> Sql:
        """The whole query; with `unfinished` the last word also stands for all that begin with it."""
        found = Sql("''::tsquery")
        for term in self.terms:
            is_last = unfinished and term == self.terms[-1]
            found = found.joined("&&", term.sql(is_last=is_last))
        return found

    def spelled(self, better: dict[str, str]) -> "Asked":
        """The same with other words in the place of some."""
        words = [better.get(term.word) or "-".join(term.parts) or term.word for term in self.terms]
        return Asked.of(" ".join(words))

    def loosened(self, words: set[str]) -> "Asked":
        """The same, where half of each of these words is enough: Korean compounds are made as one needs them."""
        terms = (replace(term, is_loose=term.is_long_korean and term.word in words) for term in self.terms)
        return replace(self, terms=tuple(terms))

    @property
    def is_loose(self) -> bool:
        return any(term.is_loose for term in self.terms)


def _korean(compound: str) -> list[Term]:
    """Korean as it is hung together with digits and Latin letters: `민원24에서` → `민원`, `24`."""
    found: list[Term] = []
    for piece in WORD.findall(compound):
        runs = _RUNS.findall(piece)
        for at, run in enumerate(runs):
            if not HANGUL.match(run):
                found.append(Term(run))
            elif not (at and run in _PARTICLES):
                found.append(Term(without_particle(run)))
    return found


def without_particle(word: str) -> str:
    """A Korean word of three or more syllables without what it is hung into the sentence by."""
    for particle in _PARTICLES:
        if word.endswith(particle) and len(word) > max(2, len(particle) + 1):
            return word.removesuffix(particle)
    return word


def _quoted(pairs: list[str], *, is_loose: bool = False) -> Sql:
    """Pairs of syllables, all of them or half of them in a row; a single syllable is the beginning of one."""
    forms = [f"'{pair}'" if len(pair) > 1 else f"'{pair}':*" for pair in dict.fromkeys(pairs)]
    size = (len(forms) + 1) // 2 if is_loose else len(forms)
    pieces = (" & ".join(forms[at : at + size]) for at in range(len(forms) - size + 1))
    return Sql("%s::tsquery", (" | ".join(pieces),))


def _forms(word: str, *, is_last: bool) -> Sql:
    """The stem, and for Cyrillic the beginning of a Belarusian word. A word that says nothing asks for nothing."""
    written = f"{word}:*" if is_last and len(word) >= _PREFIX else word
    stem = Sql("to_tsquery('russian', %s)", (written,))
    if not CYRILLIC.search(word):
        return stem
    if "и" in word or "щ" in word or "ъ" in word:
        return stem  # letters that Belarusian does not have
    stem_of_belarusian = _BELARUSIAN_ENDINGS.sub("", word)
    begins = f"'{stem_of_belarusian}':*" if is_last or len(stem_of_belarusian) >= _OPEN else f"'{word}'"
    return Sql(
        f"(CASE WHEN numnode({stem.text}) = 0 THEN ''::tsquery ELSE {stem.text} || %s::tsquery END)",
        (*stem.params, *stem.params, begins),
    )
