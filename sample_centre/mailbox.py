"""Every message that went out, read from the folder that stands in for a mail server."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from email import message_from_binary_file, policy
from email.message import EmailMessage
from functools import cached_property
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

SIZE = 25
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]*\.eml")
ADDRESS = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)]")


@dataclass(frozen=True)
class Piece:
    """A stretch of text; `url` is where it leads, if it is an address."""

    text: str
    url: str = ""


class Mail:
    """One message. Its headers are read with it, its text when it is asked for."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        with path.open("rb") as file:
            self.message: EmailMessage = message_from_binary_file(file, policy=policy.default)

    @property
    def to(self) -> str:
        return self._header("To")

    @property
    def subject(self) -> str:
        return self._header("Subject")

    @property
    def language(self) -> str:
        return self._header("Content-Language")

    @property
    def message_id(self) -> str:
        return self._header("Message-ID")

    @property
    def unsubscribe(self) -> list[Piece]:
        return pieces(self._header("List-Unsubscribe").strip(" <>"))

    @property
    def sent_at(self) -> datetime | None:
        """The date of its header; none where that cannot be read."""
        at = getattr(self.message["Date"], "datetime", None)
        return timezone.make_aware(at) if at is not None and timezone.is_naive(at) else at

    @cached_property
    def text(self) -> list[Piece]:
        """The text part, cut where its addresses begin and end. Never the HTML: a page shows no markup of others."""
        body = self.message.get_body(preferencelist=("plain",))
        return pieces(str(body.get_content()).strip() if body is not None else "")

    def _header(self, name: str) -> str:
        return str(self.message[name] or "")


@dataclass(frozen=True)
class Page:
    """The messages of one page, and the query strings of its neighbours ("" where there is none)."""

    rows: list[Mail]
    newer: str = ""
    older: str = ""


def page_of(asked: Mapping[str, str]) -> Page:
    """The page that `?older=` or `?newer=` asks for. A name begins with the moment, so names stand in time's order."""
    names = sorted(_names(), reverse=True)
    if "newer" in asked:
        shown = [name for name in names if name > asked["newer"]][-SIZE:]
    else:
        shown = [name for name in names if not asked.get("older") or name < asked["older"]][:SIZE]
    if not shown:
        return Page([])
    newer = f"newer={shown[0]}" if shown[0] != names[0] else ""
    older = f"older={shown[-1]}" if shown[-1] != names[-1] else ""
    return Page([mail for name in shown if (mail := find(name))], newer, older)


def find(name: str) -> Mail | None:
    """The message of that name: only a plain name, and only one that lies in the folder itself."""
    folder = _folder()
    if folder is None or not NAME.fullmatch(name):
        return None
    path = folder / name
    return Mail(path) if path.is_file() and not path.is_symlink() else None


def pieces(text: str) -> list[Piece]:
    """Text with its addresses; those of the portal itself are made paths of the site that is being read."""
    found, end = [], 0
    for match in ADDRESS.finditer(text):
        if before := text[end : match.start()]:
            found.append(Piece(before))
        found.append(Piece(match[0], _here(match[0])))
        end = match.end()
    if rest := text[end:]:
        found.append(Piece(rest))
    return found


def _here(address: str) -> str:
    site: str = settings.SITE_URL
    if address != site and not address.startswith(f"{site}/"):
        return address
    return "/" + address[len(site) :].lstrip("/")  # two strokes would be the name of another host


def _names() -> Iterator[str]:
    folder = _folder()
    if folder is not None and folder.is_dir():
        yield from (path.name for path in folder.iterdir() if NAME.fullmatch(path.name))


def _folder() -> Path | None:
    """Where the messages are; none when they go to a mail server."""
    path: Any = getattr(settings, "EMAIL_FILE_PATH", None)
    return Path(path) if path else None
