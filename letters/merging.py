"""Texts with named fields: found, checked, filled in. No database.

A field is a name in braces, `{event}`, and nothing else: no attribute, no index, no format. Python's own `format` is
never asked, since a template is what somebody typed. What a field stands for is put in once and not read again, so a
name may hold braces.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from core.forms import without_controls

FIELD = re.compile(r"\{([a-z][a-z_]{0,39})\}")
BRACE = re.compile(r"[{}]")
SHOWN = 24  # characters of a slip that a sentence quotes
PARAGRAPH = re.compile(r"\n\s*\n")
TURNS_WRITING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def fields_in(text: str) -> list[str]:
    """The fields of a text, each once, in their order."""
    return list(dict.fromkeys(FIELD.findall(text)))


def faults_of(text: str, known: Collection[str]) -> list[str]:
    """What is wrong with the braces of a text, in sentences; none where letters can be written from it."""
    unknown = [name for name in fields_in(text) if name not in known]
    stranger = _("There is no field “{%(name)s}” in letters of this kind.")
    slip = _("“%(slip)s” is not a field. A field is one name of the list in braces, such as {recipient}.")
    return [*(stranger % {"name": name} for name in unknown), *(slip % {"slip": one} for one in _slips(text))]


def _slips(text: str) -> Iterator[str]:
    """Braces that belong to no field, each with what follows it."""
    within = {at for match in FIELD.finditer(text) for at in (match.start(), match.end() - 1)}
    end = -1
    for match in BRACE.finditer(text):
        at = match.start()
        if at not in within and at >= end:
            slip = text[at : at + SHOWN].split("\n", 1)[0]
            closed = slip.find("}", 1) + 1 if slip[0] == "{" else 1
            slip = slip[:closed] if closed else slip
            end = at + len(slip)
            yield slip.strip()


def missing_in(text: str, values: Mapping[str, str]) -> list[str]:
    """The fields of a text for which there is nothing to say."""
    return [name for name in fields_in(text) if not values.get(name)]


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text with what its fields stand for. What is missing stays as it is."""
    return FIELD.sub(lambda match: values.get(match[1]) or match[0], text)


def value_of(said: object) -> str:
    """What a field stands for, on one line: no line break, so that a name writes no paragraph of its own."""
    return " ".join(TURNS_WRITING.sub("", without_controls(str(said))).split())


def paragraphs_of(text: str) -> list[str]:
    """A text cut at its empty lines."""
    return [part.strip() for part in PARAGRAPH.split(text.replace("\r\n", "\n")) if part.strip()]


@dataclass(frozen=True)
class Piece:
    """A stretch of a preview: words of the template, what a field stands for, or a field with nothing behind it."""

    text: str
    is_value: bool = False
    is_missing: bool = False


def pieces_of(text: str, values: Mapping[str, str]) -> list[Piece]:
    """The text in stretches, for a page that shows which words came from where."""
    found, end = [], 0
    for match in FIELD.finditer(text):
        found.append(Piece(text[end : match.start()]))
        value = values.get(match[1])
        found.append(Piece(value, is_value=True) if value else Piece(match[0], is_missing=True))
        end = match.end()
    found.append(Piece(text[end:]))
    return [piece for piece in found if piece.text]
