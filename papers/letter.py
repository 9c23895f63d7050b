"""Official letters: an invitation to a body, a confirmation, a reminder. One, or a whole run in one file."""

from collections.abc import Sequence
from dataclasses import dataclass

from papers.blocks import Keys, Signature
from papers.heads import Head
from papers.pdf import compile_pdf
from papers.words import Cell, Words


@dataclass(frozen=True)
class Letter:
    """Build it within `translation.override(language)`. Only the number and the day of `head` may be left out."""

    head: Head
    addressee: Sequence[Words]  # body, then post and name: a line each
    subject: Words
    paragraphs: Sequence[Words]
    signatures: Sequence[Signature]
    salutation: Words = ""
    facts: Sequence[tuple[Words, Cell]] = ()  # what the reader will look for again: days, places, deadlines
    closing: Sequence[Words] = ()  # paragraphs after the facts
    enclosures: Sequence[Words] = ()
    reference: Words = ""  # “Your letter No. … of …”
    contact: Words = ""
    keys: Keys | None = None


def pdf(letters: Sequence[Letter], *, language: str) -> bytes:
    """All letters in one file, each with pages of its own count. They are in one language."""
    return compile_pdf("letter", {"title": letters[0].subject, "letters": letters}, language=language)
