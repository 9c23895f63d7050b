"""Public pages are kept whole for visitors, and shown for as long as no row of theirs has changed.

While a page is made, the names of the tables it reads are noted; it is kept with the sum of their changes, which the
database counts itself (`core.changes`). Before it is shown again the sum is asked for, by one query: whoever wrote,
whatever the way, the page is made anew. What changes by time alone, the two clocks and the line of the print, is not
part of what is kept. See docs/decisions/0019-public-pages-are-kept-whole.md.
"""

import functools
import hashlib
import os
import re
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from datetime import time as clock_time
from secrets import token_hex
from typing import Any
from urllib.parse import urlencode, urlsplit
from zoneinfo import ZoneInfo

import structlog
from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, Resolver404, resolve, reverse
from django.utils import timezone, translation
from django.utils.cache import get_conditional_response
from django.utils.safestring import SafeString, mark_safe
from redis.exceptions import RedisError

from calendars import directory as calendars
from cooperation_center.context import Site
from cooperation_center.public import PAGES, Life, kept_query
from core import changes
from core.models import Change
from core.panels import HEADER as PANEL
from people import directory
from people.reader import LANGUAGE_PARAMETER, VIEW_COOKIES, ZONE_COOKIE, Reader, language_of_visitor

log = structlog.get_logger("portal")
Answer = Callable[[HttpRequest], HttpResponse]
LONGEST_QUERY = 200  # characters; whoever writes more is not among many
LARGEST = 1024 * 1024  # bytes
MINUTE = 60
# There is no end of addresses for one page: `?a=1`, `?a=2`, another port in the host, another nought before a number.
# Beside the plain one so many are kept a minute, and not for long: nobody fills the memory with them.
MOST_OTHERS = 120
OTHERS_STAY = 10 * MINUTE
WORD = re.compile(r"\w+")
# A visitor with one of these is shown a page of his own: signed in, about to send a form, told something, or reading
# in another light or zone.
OWN_COOKIES = (
    settings.SESSION_COOKIE_NAME,
    settings.CSRF_COOKIE_NAME,
    "messages",
    ZONE_COOKIE,
    *VIEW_COOKIES,
)
MOVING = ("clock_bar", "printed")  # components that stand in every page and change by the minute
CONTROL = "public, max-age=0, must-revalidate"


@dataclass(frozen=True)
class Kept:
    """A page as it was made: its body with a place for each moving part, and what it was made from."""

    body: bytes
    headers: dict[str, str]
    places: dict[str, str]
    tables: frozenset[str]
    counted: changes.Sum
    ends: float


@dataclass
class Making:
    """A page that is being made to be kept. Frames of pages find it as `request.making`."""

    statements: list[str] = field(default_factory=list)
    places: dict[str, str] = field(default_factory=dict)

    def note(self, execute: Callable[..., Any], sql: str, *arguments: Any) -> Any:
        """Remember a statement, for the tables it reads."""
        self.statements.append(sql)
        return execute(sql, *arguments)

    def place(self, name: str) -> SafeString:
        """Where a moving part stands: a mark that no text of a page can hold, because it is drawn by lot."""
        mark = self.places.setdefault(name, f"<!--{name}:{token_hex(8)}-->")
        return mark_safe(mark)  # noqa: S308  our own words

    @property
    def clock_bar(self) -> SafeString:
        return self.place("clock_bar")

    @property
    def printed(self) -> SafeString:
        return self.place("printed")

    def tables(self) -> frozenset[str]:
        """All tables that were read, also those whose sum alone was asked for; the sums themselves are not content."""
        words = {word for sql in self.statements for word in WORD.findall(sql)}
        return frozenset(words & _all_tables()) - {Change._meta.db_table}


class PageCacheMiddleware:
    """Answers a visitor from what is kept, or keeps what is made for him."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response
        self.moving: dict[str, tuple[Any, dict[str, str]]] = {}  # per language: its minute, and what it says

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        key = key_of(request)
        if key is None:
            return self.get_response(request)
        try:
            kept = self._kept(request, key)
            before = None if kept or _life_of(request) is None else changes.read()
        except (DatabaseError, RedisError):
            log.warning("page_cache_away", exc_info=True)
            return self.get_response(request)
        if kept:
            return kept
        return self._made(request, key, before) if before else self.get_response(request)

    def _kept(self, request: HttpRequest, key: str) -> HttpResponseBase | None:
        """The page, if it is kept and nothing in it has changed."""
        kept: Kept | None = cache.get(key)
        if kept is None or kept.ends <= time.time():
            return None
        now, of_the_frame = changes.sums(kept.tables, frame())
        if now != kept.counted:
            return None
        return self._answer(request, kept, of_the_frame)

    def _made(self, request: HttpRequest, key: str, before: changes.Changes) -> HttpResponseBase:
        """The page, made now and kept with what was counted before.

        If a row changes meanwhile, the page is past before anybody is shown it a second time.
        """
        life = _life_of(request)
        of_the_frame = before.of(frame())
        renew(of_the_frame)
        without_tracking(request)
        making = request.making = Making()  # type: ignore[attr-defined]  # this is where it is added
        with connection.execute_wrapper(making.note):
            response = self.get_response(request)
        tables = making.tables() | frame()
        if life is None or not _is_everybodys(response, tables):
            return self._whole(request, response, making)
        kept = Kept(
            body=response.content,
            headers={name: value for name, value in response.items() if name not in {"Content-Length", "ETag"}},
            places=making.places,
            tables=tables,
            counted=before.of(tables),
            ends=_end_of(life),
        )
        self._keep(request, key, kept)
        return self._answer(request, kept, of_the_frame)

    def _keep(self, request: HttpRequest, key: str, kept: Kept) -> None:
        """Keep the page until it ends; under one of its endless other addresses for a short time, and not too many."""
        left = int(kept.ends - time.time())
        with suppress(RedisError):
            if not _is_plain(request):
                if _others_this_minute() > MOST_OTHERS:
                    return
                left = min(left, OTHERS_STAY)
            cache.set(key, kept, max(1, left))

    def _answer(self, request: HttpRequest, kept: Kept, of_the_frame: Any) -> HttpResponseBase:
        """A whole page out of a kept one; or only that it is still the same."""
        body = self._filled(kept.body, kept.places, translation_of(request), of_the_frame)
        response = HttpResponse(body, headers=kept.headers)
        response["ETag"] = etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
        response["Cache-Control"] = CONTROL
        response["Content-Length"] = str(len(body))
        answer = get_conditional_response(request, etag=etag, response=response)
        if request.method == "HEAD" and answer is response:
            response.content = b""
        return answer or response

    def _whole(self, request: HttpRequest, response: HttpResponse, making: Making) -> HttpResponse:
        """A page that is not kept after all, with its moving parts in place."""
        if making.places and not response.streaming:
            response.content = self._filled(
                response.content, making.places, translation_of(request), changes.read().of(frame())
            )
            if "Content-Length" in response:
                response["Content-Length"] = str(len(response.content))
        return response

    def _filled(self, body: bytes, places: dict[str, str], language: str, of_the_frame: Any) -> bytes:
        if places:
            parts = self._parts(language, of_the_frame)
            for name, mark in places.items():
                body = body.replace(mark.encode(), parts[name].encode())
        return body

    def _parts(self, language: str, of_the_frame: Any) -> dict[str, str]:
        """What moves, as it stands this minute; drawn once a minute and language, and anew when a calendar changes."""
        stamp = (int(time.time()) // MINUTE, of_the_frame)
        stamped, parts = self.moving.get(language, (None, {}))
        if stamped != stamp:
            renew(of_the_frame)
            parts = moving_parts(language)
            self.moving[language] = (stamp, parts)
        return parts


def key_of(request: HttpRequest) -> str | None:
    """The name under which the page of this address is kept; none where it is, or may be, the reader's own."""
    if (
        settings.DEBUG  # templates are edited there
        or request.method not in {"GET", "HEAD"}
        or connection.in_atomic_block  # a transaction reads its own rows, which nobody else may be shown
        or any(name in request.COOKIES for name in OWN_COOKIES)
        or PANEL in request.headers
        or len(request.META.get("QUERY_STRING", "")) > LONGEST_QUERY
        or "q" in request.GET  # what is searched for is seldom searched for twice
    ):
        return None
    house = (connection.settings_dict["NAME"], request.scheme, request.get_host())
    said = (house, request.path, kept_query(request.GET), translation_of(request))
    return f"page:{release()}:{hashlib.sha256(repr(said).encode()).hexdigest()}"


@functools.cache
def release() -> str:
    """What this process was started from: another version of the portal never shows the pages of this one."""
    found = hashlib.sha256(settings.SITE_URL.encode())
    base = str(settings.BASE_DIR)
    places = sorted(one.path for one in apps.get_app_configs() if one.path.startswith(base) and ".venv" not in one.path)
    places += [f"{base}/cooperation_center", f"{base}/templates", *map(str, settings.LOCALE_PATHS)]
    for place in places:
        for folder, _folders, names in sorted(os.walk(place)):
            for name in sorted(names):
                if name.endswith((".py", ".html", ".mo")):
                    path = os.path.join(folder, name)  # noqa: PTH118  thousands of them, at the first visit
                    known = os.stat(path)  # noqa: PTH116
                    found.update(f"{path} {known.st_size} {known.st_mtime_ns}".encode())
    manifest = settings.STATIC_ROOT / "staticfiles.json"  # pages name styles by what is in them
    found.update(manifest.read_bytes() if manifest.exists() else b"")
    return found.hexdigest()[:16]


def without_tracking(request: HttpRequest) -> None:
    """Let the page know the address under which it is kept, so that no link in it carries whence a visitor came."""
    query = urlencode(kept_query(request.GET))
    if query != request.META.get("QUERY_STRING", ""):
        request.META["QUERY_STRING"] = query
        request.__dict__.pop("GET", None)


def translation_of(request: HttpRequest) -> str:
    """The language in which a visitor reads this page."""
    return language_of_visitor(request)


@functools.cache
def frame() -> frozenset[str]:
    """What every page is made from without asking the database: countries, centres and calendars, known by heart."""
    return frozenset(
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label == "calendars" or model._meta.label in {"people.Centre", "people.Country"}
    )


def renew(of_the_frame: changes.Sum) -> None:
    """Let all processes read countries, centres and calendars again, if they were changed since anybody looked.

    Acts and the admin site have said so already; this is for whoever writes in bulk or from a terminal.
    """
    with suppress(RedisError):
        if cache.get("page:frame") != of_the_frame:
            directory.register.renew()
            calendars.shelf.renew()
            cache.set("page:frame", of_the_frame, None)


def moving_parts(language: str) -> dict[str, str]:
    """The two clocks and the line of the print, as a visitor reads them."""
    request = HttpRequest()
    request.user = AnonymousUser()
    reader = request.reader = Reader(request)  # type: ignore[attr-defined]  # as the middleware does
    with translation.override(language), timezone.override(reader.zone):
        site = Site(request)
        if site.clock is None:
            return dict.fromkeys(MOVING, "")
        context = {"clock": site.clock, "request": request}
        return {name: render_to_string(f"components/{name}.html", context) for name in MOVING}


@functools.cache
def _all_tables() -> set[str]:
    return {model._meta.db_table for model in apps.get_models(include_auto_created=True)}


def _life_of(request: HttpRequest) -> Life | None:
    try:
        return PAGES.get(resolve(request.path_info).view_name)
    except Resolver404:
        return None


def _is_everybodys(response: HttpResponse, tables: frozenset[str]) -> bool:
    """Whether the answer is what any visitor would get: found, without a cookie, read from tables that are watched."""
    return (
        response.status_code == 200  # noqa: PLR2004  found
        and not response.streaming
        and not response.cookies
        and not any(word in response.get("Cache-Control", "") for word in ("private", "no-store", "no-cache"))
        and len(response.content) <= LARGEST
        and tables - changes.CONSTANT <= changes.watched()
    )


def _is_plain(request: HttpRequest) -> bool:
    """Whether this is the one address of the page, at most with a language: there are as many as there are pages."""
    match = request.resolver_match
    if match is None or request.get_host() not in {urlsplit(settings.SITE_URL).netloc, *settings.ALLOWED_HOSTS}:
        return False
    query = kept_query(request.GET)
    languages = {(LANGUAGE_PARAMETER, code) for code in dict(settings.LANGUAGES)}
    if len(query) > 1 or not languages.issuperset(query):
        return False
    try:
        return reverse(match.view_name, args=match.args, kwargs=match.kwargs) == request.path
    except NoReverseMatch:
        return False


def _others_this_minute() -> int:
    """How many pages were kept in this minute under other addresses, with the one that is asked about."""
    name = f"page:others:{int(time.time()) // MINUTE}"
    cache.add(name, 0, 2 * MINUTE)
    try:
        return cache.incr(name)
    except ValueError:  # it was put out meanwhile
        return 1


def _end_of(life: Life) -> float:
    """Until when a page stands of which no row changes: the next full minute, or the next midnight of either side."""
    now = datetime.now(UTC)
    if life is Life.MINUTE:
        return (now.replace(second=0, microsecond=0) + timedelta(minutes=1)).timestamp()
    centre = directory.main_centre()
    zones = [side.calendar.zone for side in (centre.side_a, centre.side_b)] if centre else []
    return min(_midnight_after(now, zone) for zone in ["UTC", *zones]).timestamp()


def _midnight_after(now: datetime, name: str) -> datetime:
    zone = ZoneInfo(name)
    return datetime.combine(now.astimezone(zone).date() + timedelta(days=1), clock_time(), zone)
