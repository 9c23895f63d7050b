"""Badges for the neck: names in both scripts, what somebody is here, and a code for the door."""

from collections.abc import Sequence
from dataclasses import dataclass

from papers import qr
from papers.pdf import compile_pdf
from papers.words import Words, plain


@dataclass(frozen=True)
class Badge:
    """`link` is what the code holds for a telephone, `code` what stands beneath for eyes."""

    name: Words  # a WrittenName is set with its family name in bold
    role: Words
    country: Words
    own_name: Words = ""
    body: Words = ""
    code: str = ""
    link: str = ""


def pdf(badges: Sequence[Badge], *, event: Words, title: Words, language: str) -> bytes:
    """Sheets of eight in the order given. `title` names the file for those who listen; `event` stands on each badge."""
    drawn = [
        {**plain(badge, language), "qr": qr.svg(badge.link or badge.code) if badge.link or badge.code else ""}
        for badge in badges
    ]
    return compile_pdf("badges", {"title": title, "event": event, "badges": drawn}, language=language)
