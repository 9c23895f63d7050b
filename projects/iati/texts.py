"""A text as IATI holds it: the same words once in each language, the original first."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

# What XML 1.0 cannot hold, not even escaped: control characters but tab and line ends, halves of pairs, non-characters.
FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Narrative:
    """One text in one language; `language` is a code of ISO 639-1, written as xml:lang."""

    text: str
    language: str


Text = tuple[Narrative, ...]


def text_of(texts: Mapping[str, str], original: str = "") -> Text:
    """A localised text, `{"en": "Seoul", "ko": "서울"}`, as narratives: the original first, without what is empty."""
    order = sorted(texts, key=lambda language: language != original)
    return tuple(Narrative(texts[language], language) for language in order if cleaned(texts[language]).strip())


def cleaned(text: str) -> str:
    """The text without what no XML file can hold; marks of writing direction stay."""
    return FORBIDDEN.sub("", text)


def said(text: Text) -> Iterator[tuple[str, str]]:
    """What is written of a text: each narrative cleaned, with its language; an empty one says nothing."""
    for narrative in text:
        if words := cleaned(narrative.text).strip():
            yield words, narrative.language
