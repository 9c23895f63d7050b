"""What one page costs: asked of the real stack of middleware, by an in-process client."""

import gzip
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import brotli  # type: ignore[import-untyped]
from allauth.account.internal.flows.login import (
    _AUTHENTICATION_METHODS_USER_SESSION_KEY,
    AUTHENTICATION_METHODS_SESSION_KEY,
)
from django.db import connection, transaction
from django.test import Client

from bench import pages, pages_events, pages_practices, pages_projects, pages_reports
from bench.pages import VISITOR, Page
from bench.report import Cost, Recount
from consultations.actions import clocks
from consultations.models import Clock
from people.models import User

LINKED = re.compile(r"""<(?:link|script|img|use)\b[^>]*?(?:href|src)="([^"#]+\.(?:css|js|svg|png|woff2)[^"#]*)""")
INSIDE = re.compile(r"""(?:url\(|@import )["']?([^"')]+\.(?:css|svg|png|woff2)[^"')]*)""")


class Visitor:
    """The browsers of all readers, in one database."""

    def __init__(self) -> None:
        readers = pages.READERS | pages_events.READERS | pages_projects.READERS
        parts = (pages, pages_events, pages_practices, pages_projects, pages_reports)
        all_pages = [page for part in parts for page in part.pages()]
        found = sorted(all_pages, key=lambda page: [VISITOR, *readers].index(page.reader))
        self.pages = {(page.reader, page.name): page for page in found}
        self.clients = {name: _signed_in(email) for name, email in readers.items()} | {VISITOR: _client()}

    def keys(self) -> dict[tuple[str, str], bool]:
        """Which pages there are, and which of them are reckoned."""
        return {key: page.is_reckoned for key, page in self.pages.items()}

    def visit(self, key: tuple[str, str], times: int = 1) -> Cost:
        """Open a page so often. Whatever is not a page is a mistake of the measurement."""
        page, cost = self.pages[key], Cost()
        for _ in range(times):
            cost.add(self._once(page))
        return cost

    def _once(self, page: Page) -> Cost:
        with counted() as queries:
            begun = time.perf_counter()
            response = self.clients[page.reader].get(page.url)
            ms = (time.perf_counter() - begun) * 1000
        if response.status_code != 200:
            raise AssertionError(f"{page} answers {response.status_code}")
        return Cost(len(queries), len(response.content), [ms], [sum(queries) * 1000])


@contextmanager
def counted() -> Iterator[list[float]]:
    """The seconds of each query that runs inside; much lighter than Django's log of them."""
    found: list[float] = []

    def note(execute: Callable[..., Any], *arguments: Any) -> Any:
        begun = time.perf_counter()
        try:
            return execute(*arguments)
        finally:
            found.append(time.perf_counter() - begun)

    with connection.execute_wrapper(note):
        yield found


def _client() -> Client:
    client = Client(SERVER_NAME="localhost", HTTP_ACCEPT_LANGUAGE="en")
    client.cookies["theme"] = "auto"  # who has chosen how pages look is shown a page that is made: see bench.public
    return client


def _signed_in(email: str) -> Client:
    """A browser after a sign-in with password and second step."""
    user, client = User.objects.get(email=email), _client()
    client.force_login(user)
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": name, "at": time.time()} for name in ("password", "mfa")]
    session[_AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(user.pk)
    session.save()
    return client


# --- The first visit -------------------------------------------------------------------------------------------------


def first_visit() -> dict[str, int]:
    """Bytes on the wire of the public page and all it links to, for a browser that has nothing yet and reads brotli."""
    client = _client()
    page = client.get("/").content
    found = {"/": len(brotli.compress(page, quality=5))}  # as a proxy does it on the fly
    wanted = LINKED.findall(page.decode())
    while wanted:
        path = wanted.pop()
        if path in found:
            continue
        response = client.get(path, HTTP_ACCEPT_ENCODING="br, gzip")
        body = b"".join(response) if response.streaming else response.content
        if response.status_code != 200:
            raise AssertionError(f"{path} answers {response.status_code}")
        found[path] = len(body)
        if path.endswith(".css"):
            wanted += [_beside(path, name) for name in INSIDE.findall(_plain(response, body))]
    return found


def _plain(response: Any, body: bytes) -> str:
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress}.get(response.headers.get("Content-Encoding", ""), bytes)
    text: bytes = unpack(body)
    return text.decode()


def _beside(path: str, name: str) -> str:
    parts = path.rsplit("/", 1)[0].split("/")
    for part in name.partition("?")[0].split("/"):
        parts = parts[:-1] if part == ".." else parts if part == "." else [*parts, part]
    return "/".join(parts)


# --- Due times -------------------------------------------------------------------------------------------------------


def recount(calendar: str = "BY") -> Recount:
    """The whole act in one transaction, rolled back: the filled due times are rough, so the first count moves them."""
    running = Clock.objects.filter(country__calendar=calendar, ended_at=None, due_at__isnull=False).count()
    with transaction.atomic():
        begun = time.perf_counter()
        moved = clocks.recount(calendar)
        between = time.perf_counter()
        clocks.recount(calendar)
        ended = time.perf_counter()
        transaction.set_rollback(True)
    return Recount(running, moved, between - begun, ended - between)
