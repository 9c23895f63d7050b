"""Which letters our papers can write. The fonts are brought by `tools/front_end.py`, none is committed.

A missing glyph stops a paper that must be readable in fifty years (PDF/A). A certificate must not fail because of an
emoji in a name, so what no font has is replaced by a white square before typst sees it: visible to whoever signs.
"""

import struct
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from django.conf import settings

from papers.errors import PaperError

FOLDER: Path = settings.BASE_DIR / "var" / "fonts"
# In the order in which a letter is looked for. `base.typ` names the same four.
FILES = (
    ("IBMPlexSans_400Regular.ttf", "IBMPlexSans_700Bold.ttf"),
    ("IBMPlexSansKR_400Regular.ttf", "IBMPlexSansKR_700Bold.ttf"),
    ("NotoSansGeorgian_400Regular.ttf", "NotoSansGeorgian_700Bold.ttf"),
    ("NotoSansArmenian_400Regular.ttf", "NotoSansArmenian_700Bold.ttf"),
)
SUBSTITUTE = "□"
UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}  # controls, marks of direction, halves of characters, unassigned ones
MARKS = {"Mn", "Me", "Mc"}
LAST_OF_BMP = 0xFFFF


def folder() -> Path:
    """Where our fonts are, and no others: a paper looks the same on every machine. Refused while one is missing."""
    if lost := [name for names in FILES for name in names if not (FOLDER / name).is_file()]:
        raise PaperError(f"Fonts are missing in {FOLDER}: {', '.join(lost)}. Bring them: python tools/front_end.py")
    return FOLDER


def cleaned(text: str) -> str:
    """Letters composed, lines kept, and everything gone that is not seen: controls and marks of direction."""
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    return "".join(
        one if one == "\n" or unicodedata.category(one) not in UNSEEN else " " if one == "\t" else ""
        for one in lines.replace("\u2029", "\n")
    )


def writable(text: str) -> str:
    """The text as our fonts can write it. What none of them has stands as a white square."""
    text = cleaned(text)
    if text.isascii():
        return text
    return "".join(_written(letter, marks) for letter, marks in _clusters(text))


def missing(text: str) -> list[str]:
    """The characters that a paper would show as white squares, each once, for whoever can still correct them."""
    found = (letter for letter, _marks in _clusters(cleaned(text)) if letter != SUBSTITUTE)
    return list(dict.fromkeys(letter for letter in found if _written(letter, "") == SUBSTITUTE))


@lru_cache(maxsize=8192)
def _written(letter: str, marks: str) -> str:
    if letter == "\n":
        return letter
    alone = ""
    for form in (letter, unicodedata.normalize("NFKC", letter)):
        for letters in _coverage():
            if letters.issuperset(map(ord, form + marks)):
                return form + marks
            if not alone and letters.issuperset(map(ord, form)):
                alone = form
    return alone or SUBSTITUTE


def _clusters(text: str) -> Iterator[tuple[str, str]]:
    """Each letter with the accents that stand on it: one font must have them all, or they are lost."""
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or unicodedata.category(text[end]) not in MARKS:
            yield text[start], text[start + 1 : end]
            start = end


@cache
def _coverage() -> tuple[frozenset[int], ...]:
    """The characters of each family, in both weights."""
    return tuple(
        frozenset.intersection(*(frozenset(_characters((folder() / name).read_bytes())) for name in names))
        for names in FILES
    )


def _characters(font: bytes) -> Iterator[int]:
    """Every character that a TrueType font maps to a glyph, from its `cmap` (formats 4 and 12)."""
    tables = {
        font[at : at + 4]: struct.unpack_from(">I", font, at + 8)[0] for at in range(12, len(font), 16)[: _tables(font)]
    }
    cmap = tables[b"cmap"]
    for number in range(struct.unpack_from(">H", font, cmap + 2)[0]):
        start = cmap + struct.unpack_from(">I", font, cmap + 4 + 8 * number + 4)[0]
        kind = struct.unpack_from(">H", font, start)[0]
        if kind == 4:  # noqa: PLR2004  named by the standard
            yield from _segments(font, start)
        elif kind == 12:  # noqa: PLR2004
            for group in range(struct.unpack_from(">I", font, start + 12)[0]):
                first, last, _glyph = struct.unpack_from(">III", font, start + 16 + 12 * group)
                yield from range(first, last + 1)


def _tables(font: bytes) -> int:
    return struct.unpack_from(">H", font, 4)[0]


def _segments(font: bytes, start: int) -> Iterator[int]:
    half = struct.unpack_from(">H", font, start + 6)[0]  # twice the number of segments
    for at in range(0, half, 2):
        last, first, delta, offset = (
            struct.unpack_from(">H", font, start + 14 + at + shift)[0]
            for shift in (0, half + 2, 2 * half + 2, 3 * half + 2)
        )
        for code in range(first, min(last, LAST_OF_BMP - 1) + 1):
            where = start + 14 + 3 * half + 2 + at + offset + 2 * (code - first)
            glyph = struct.unpack_from(">H", font, where)[0] if offset else code
            if glyph and (glyph + delta) & LAST_OF_BMP:
                yield code
