"""Values as a paper writes them: in its language, and each foreign word with the language it is in."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise

from calendars.moments import write_day
from core.localised import LocalisedText, Tongue
from papers.errors import PaperError
from people.names import WrittenName

# What may stand where a paper has text. A plain string is in the paper's own language.
Words = str | Promise | LocalisedText | Tongue | WrittenName
# What may stand in a cell: numbers and days are written in the paper's language, numbers to the right.
Cell = Words | int | float | Decimal | date | None

GROUPS = {"en": (",", "."), "ko": (",", "."), "ru": ("\u00a0", ","), "be": ("\u00a0", ",")}
CODE = re.compile(r"[a-z]{2,3}")


def plain(value: Any, language: str) -> Any:
    """The value as JSON knows it. Text in another language becomes a mapping of `text` and `lang`."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, WrittenName | Tongue | LocalisedText | str | Promise):
        return text_of(value, language)
    if isinstance(value, date):
        return day(value, language)
    return _composed(value, language)


def _composed(value: Any, language: str) -> Any:
    if isinstance(value, Mapping):
        return {str(key): plain(one, language) for key, one in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        written = {field.name: plain(getattr(value, field.name), language) for field in fields(value)}
        return {"kind": type(value).__name__.lower(), **written}
    if isinstance(value, Sequence) and not isinstance(value, bytes):
        return [plain(one, language) for one in value]
    raise PaperError(f"A paper cannot write {type(value).__name__}: {value!r}")


def day(value: date, language: str) -> str:
    """A day as papers write it. A moment is refused: which day it is depends on the place."""
    if isinstance(value, datetime):
        raise PaperError("A moment needs a place: write it with calendars.moments.write_moment.")
    return write_day(value, "plain", language)


def text_of(value: Words, language: str) -> Any:
    """A string where the text is in the paper's language, otherwise `{"text": …, "lang": …}`."""
    if isinstance(value, WrittenName):
        family, given = (value.family, True), (value.given, False)
        order = (family, given) if value.family_first else (given, family)
        parts = [{"text": text, "family": is_family} for text, is_family in order if text]
        return {"text": str(value), "lang": _code(value.lang), "parts": parts, "separator": value.separator}
    if isinstance(value, LocalisedText):
        value = value.best(language)
    if isinstance(value, Tongue):
        return value.text if _code(value.lang) in {"", language} else {"text": value.text, "lang": _code(value.lang)}
    return str(value)


def cell_of(value: Cell, language: str) -> dict[str, Any]:
    """A cell: its words, and whether it is a number and so stands to the right."""
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return {"words": number(value, language), "number": True}
    return {"words": "" if value is None else plain(value, language), "number": False}


def number(value: float | Decimal, language: str) -> str:
    """`1,234.5`, `1 234,5`: as many decimals as the value has, at most two."""
    group, point = GROUPS.get(language, GROUPS["en"])
    text = f"{value:,}" if isinstance(value, int) else f"{value:,.2f}".rstrip("0").rstrip(".")
    return text.translate({ord(","): group, ord("."): point})


def _code(language: str) -> str:
    """The language as typst and Word know it: `sr-latn` is `sr`; what is no code is nothing."""
    found = CODE.match(language.lower())
    return found[0] if found else ""
