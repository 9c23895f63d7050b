"""Close spelling: which known word somebody may have meant.

Two words are close when they become the same by leaving letters out of either, at most one, or two in long words (the
idea of SymSpell). What a word becomes is kept with it and indexed, so candidates are found without comparing all
words; which of them is really near is counted afterwards.
"""

from collections.abc import Iterable
from itertools import combinations

from practices.finding.words import HANGUL, plain, words_of

LONG = 8  # letters from which two mistakes are forgiven
BEGINNING = 7  # letters of a word from which some are left out
LONGEST = 48  # letters of a word that is learnt


def is_spelled(word: str) -> bool:
    """Whether the word is long enough for a mistake to be told from another word. A syllable is worth two letters."""
    return not word.isdigit() and len(word) >= (3 if HANGUL.search(word) else 4)


def mistakes(word: str) -> int:
    """How many mistakes are forgiven in a word."""
    return 2 if len(word) >= LONG else 1


def remainders(word: str) -> list[str]:
    """The beginning of the word, and all it becomes when as many letters are left out as mistakes are forgiven.

    Of the beginning only, so that a long word has no more of them than a short one: two words that are close begin
    closely, too.
    """
    begins = word[:BEGINNING]
    found = {begins}
    for left_out in range(1, mistakes(word) + 1):
        for gone in combinations(range(len(begins)), left_out):
            found.add("".join(letter for at, letter in enumerate(begins) if at not in gone))
    return sorted(found)


def distance(one: str, other: str) -> int:
    """How many letters are wrong, missing, too many, or changed places with their neighbour (Damerau–Levenshtein)."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, wanted in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]


def closest(word: str, known: Iterable[str]) -> str:
    """The nearest of the known words, or nothing. Of equals the one that begins as the word does, then the shorter."""
    found = []
    for other in known:
        apart = distance(word, other)
        if apart <= mistakes(word):
            found.append((apart, _common(word, other), len(other), other))
    return min(found, default=(0, 0, 0, ""))[3]


def vocabulary(texts: Iterable[str]) -> set[str]:
    """The words of texts that a mistake can be told in: Korean ones as they stand between spaces."""
    found: set[str] = set()
    for text in texts:
        written = plain(text)
        found |= {word for word in (*words_of(written), *HANGUL.findall(written)) if is_spelled(word)}
    return {word for word in found if len(word) <= LONGEST}


def _common(one: str, other: str) -> int:
    """Less than nothing by as many letters as both begin with."""
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    return -shared
