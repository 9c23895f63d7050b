"""Letters that have gone out, read from the folder that stands in for a mail server."""

import re
from dataclasses import dataclass
from email import message_from_bytes, policy

from playwright.sync_api import Page

from tests.browser.conftest import Portal

PATIENCE = 60_000  # milliseconds, while others use the machine too


@dataclass(frozen=True)
class Letter:
    """A message that has gone out: its language, its words, and the addresses of the portal in it."""

    to: str
    language: str
    words: str
    paths: tuple[str, ...]

    def path(self, pattern: str) -> str:
        """The one address that looks like this; none where there is no such one."""
        found = {one for one in self.paths if re.fullmatch(pattern, one)}
        assert len(found) < 2, (pattern, self.paths)
        return found.pop() if found else ""


class Post:
    """The folder where mail lands, from now on: what lay there before the story is none of it."""

    def __init__(self, portal: Portal) -> None:
        self.portal = portal
        self._before = set(self._names())
        self._read: dict[str, Letter] = {}
        self._led: dict[str, str] = {}  # where the links led that readers with an account have followed
        self._told: list[Letter] = []  # no letter tells the story twice

    def _names(self) -> list[str]:
        return [path.name for path in self.portal.mail.glob("*.eml")]

    def wait(self, page: Page, to: str, language: str, pattern: str) -> Letter:
        """The next letter to this address that leads to such a page, in the language of its reader.

        Who has an account follows the link in `page`, where the portal leads to what the letter is about.
        """
        for _ in range(PATIENCE // 200):
            for letter in self._letters(to):
                if letter.language == language and re.fullmatch(pattern, self._leads(letter, page, pattern)):
                    self._told.append(letter)
                    return letter
            page.wait_for_timeout(200)
        seen = [(letter.language, letter.words, self._led) for letter in self._letters(to)]
        raise AssertionError(f"No letter to {to} in {language} that leads to {pattern}: {seen}")

    def _leads(self, letter: Letter, page: Page, pattern: str) -> str:
        link = letter.path(r"/inbox/open/\d+/")
        if not link:
            return letter.path(pattern)
        if link not in self._led:
            page.goto(link)
            self._led[link] = page.url.removeprefix(self.portal.url)
        return self._led[link]

    def _letters(self, to: str) -> list[Letter]:
        for name in self._names():
            if name not in self._before and name not in self._read:
                self._read[name] = self._letter((self.portal.mail / name).read_bytes())
        letters = (self._read[name] for name in sorted(self._read))  # names begin with the moment
        return [letter for letter in letters if letter.to == to and letter not in self._told]

    def _letter(self, content: bytes) -> Letter:
        message = message_from_bytes(content, policy=policy.default)
        body = message.get_body(preferencelist=("plain",))
        text = str(body.get_content()) if body is not None else ""
        paths = tuple(re.findall(rf"{re.escape(self.portal.url)}(/[^\s<>]*)", text))
        to = str(message["To"]).rsplit("<", 1)[-1].strip("<> ")
        return Letter(to, str(message["Content-Language"]), f"{message['Subject']}\n{text}", paths)
