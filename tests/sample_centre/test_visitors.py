"""What a visitor can reach from the first page of the sample centre, link by link."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.urls import Resolver404, resolve

from cooperation_center.page_cache import Making
from cooperation_center.public import PAGES
from core import changes

pytestmark = pytest.mark.usefixtures("sample")
EACH = 2  # addresses of a kind: they differ in their rows, not in what is asked here
LINK = re.compile(r'href="(/[^"#]*)')
# Where a visitor is about to do something: these pages have a form, and a form has a cookie.
ACTING = re.compile(
    r"^(account_|people:(request_access|view_settings|set_language)|events:(register|claim|renew_links))"
)
# What changes nothing on a page, and is left aside here: files, and the choice of a language.
ASIDE = re.compile(r"^(files:|people:choose_language|.*(_pdf|_docx|_csv|_ics|feed|_kit|iati_|open_table))")


def walk():
    """Each page a visitor comes to, with what it answered and which tables it was read from."""
    client, waiting, seen = Client(headers={"accept-language": "en"}), ["/"], {"/"}
    met: dict[str, int] = {}
    while waiting:
        path = waiting.pop(0)
        try:
            name = resolve(path.partition("?")[0]).view_name
        except Resolver404:
            name = "nowhere"
        if ASIDE.match(name) or path.startswith("/static/") or met.get(name, 0) >= EACH:
            continue
        met[name] = met.get(name, 0) + 1
        client.cookies.clear()
        making = Making()
        with connection.execute_wrapper(making.note):
            answer = client.get(path)
        yield name, path, answer, making.tables()
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
            found = {unescape(link) for link in LINK.findall(answer.content.decode())} - seen
            waiting += sorted(found)
            seen |= found


def test_whoever_only_reads_gets_no_cookie_and_no_dead_end():
    """And what is public is kept: each page was read from tables whose changes are noted."""
    dead, with_cookie, unwatched, without_address = [], [], [], []
    walked = set()
    for name, path, answer, tables in walk():
        walked.add(name)
        if answer.status_code not in {200, 302}:
            dead.append((path, answer.status_code))
        if answer.cookies and not ACTING.match(name):
            with_cookie.append((path, sorted(answer.cookies)))
        if name in PAGES and answer.status_code == 200:
            if tables - changes.CONSTANT - changes.watched():
                unwatched.append((path, sorted(tables - changes.CONSTANT - changes.watched())))
            if b'<link rel="canonical"' not in answer.content:
                without_address.append(path)
    assert (dead, with_cookie, unwatched, without_address) == ([], [], [], [])
    assert {"home", "practices:detail", "projects:project", "events:detail", "agreements:agreement"} <= walked
