"""Every address of letters, knocked at by each of the cast and by a visitor: worked out from who writes and who reads."""

import re
from typing import Any

import pytest
from django.urls import URLPattern, get_resolver, reverse

from core.models import JournalEntry
from letters.models import Letter, LetterRun, LetterTemplate
from tests.cast import PEOPLE, cost, sign_in
from tests.letters.builders import issued, make_inviting_event, make_template, prepared

VISITOR = "visitor"
CENTRE = ("officer", "director_by", "director_kr")
READERS = ("official_ge", "contact_ge")
EVERYBODY = {"list": 200, "runs": 200}
WRITERS = ("start", "templates", "start_template")  # 403 for whoever is signed in and writes none
QUERIES = 12


def routes() -> dict[str, str]:
    """Name and route of every address of the app."""
    resolver = next(one for one in get_resolver().url_patterns if getattr(one, "namespace", "") == "letters")
    return {str(one.name): str(one.pattern) for one in resolver.url_patterns if isinstance(one, URLPattern)}


ROUTES = routes()


@pytest.fixture
def house(cast):
    """A run in preparation, a letter left out, an issued letter to the agency of Georgia."""
    template = make_template(cast)
    event = make_inviting_event(cast, "agency_ge")
    letter = issued(cast, event)[0]
    run = prepared(cast, make_inviting_event(cast, "agency_ge", "services_by"))
    Letter.objects.filter(run=run, position=1).update(state="left_out", why="x")
    return {
        "template": template,
        "letter": letter,
        "run": run,
        "draft": run.letters.get(position=2),
        "out": run.letters.get(position=1),
        "event": event,
        "centre": cast.centre,
    }


def address(name: str, house: dict[str, Any]) -> str:
    """The address at which the screen makes sense."""
    route = ROUTES[name]
    if "handle" in route:
        row = {"edit_letter": "draft", "leave_out": "draft", "put_back": "out"}.get(name, "letter")
        return reverse(f"letters:{name}", args=[house[row].handle])
    if name == "beside":
        return reverse("letters:beside", args=["event", house["event"].reference])
    if name == "create_template":
        return reverse("letters:create_template", args=[house["centre"].pk, "visa"])
    if name == "run_pdf":
        return reverse("letters:run_pdf", args=[house["run"].pk, "en"])
    if "<int:pk>" not in route:
        return reverse(f"letters:{name}")
    return reverse(f"letters:{name}", args=[house["run" if route.startswith("runs") else "template"].pk])


def expected(who: str, name: str) -> int:
    if who == VISITOR:
        return 302
    if name in EVERYBODY or who in CENTRE or name == "beside":  # the event is public
        return 200
    if name in WRITERS:
        return 403
    if name in {"letter", "letter_pdf"} and who in READERS:
        return 200
    return 403 if name == "withdraw" and who in READERS else 404


@pytest.mark.parametrize("name", sorted(ROUTES))
def test_who_opens_what(cast, house, client, name):
    url, before = address(name, house), JournalEntry.objects.count()
    met = {}
    for who in (*PEOPLE, VISITOR):
        client.cookies.clear()
        if who != VISITOR:
            sign_in(cast.people[who], client=client)
        met[who] = client.get(url).status_code
    assert met == {who: expected(who, name) for who in met}
    assert JournalEntry.objects.count() == before


def test_what_every_page_costs(cast, house, client_of):
    browser = client_of(cast.people["officer"])
    pages = {name: address(name, house) for name in ROUTES if not ROUTES[name].endswith(".pdf")}
    for url in pages.values():
        browser.get(url)
    assert {name: spent for name, url in pages.items() if (spent := cost(browser, url)) > QUERIES} == {}


def test_what_is_sent_without_a_word_is_never_an_error(cast, house, client_of):
    """Those who write send nothing but a token; what asks for no word may happen, and nothing breaks."""
    browser = client_of(cast.people["officer"])
    for name in sorted(ROUTES):
        assert browser.post(address(name, house), {"x": "1"}).status_code in {200, 302, 404, 405, 409}, name


@pytest.mark.parametrize("strange", ["L-2026-9999", "LD-0", "LD-99999999999999999", "nothing", "%00", "LD-1 ", "%F0"])
def test_numbers_that_are_none(cast, house, client_of, strange):
    url = reverse("letters:letter", args=["x"]).replace("x", strange)
    assert client_of(cast.people["officer"]).get(url).status_code in {400, 404}


def test_no_word_of_code_on_any_page(cast, house, client_of):
    browser = client_of(cast.people["officer"])
    for name in ROUTES:
        if not ROUTES[name].endswith(".pdf"):
            said = browser.get(address(name, house)).content.decode()
            assert re.search(r"\{%|%\(|None\b</|object at 0x|style=", said) is None, name
    assert (LetterTemplate.objects.count(), LetterRun.objects.count()) == (1, 2)
