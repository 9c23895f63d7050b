"""Every screen that a member of the cast can reach: it answers, nothing is wrong for axe, and it fits a narrow phone."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Open, Portal, axe_says, overflow

CAST = [
    "",
    "official@by.example",
    "contact@by.example",
    "director@by.example",
    "advisor@kr.example",
    "director@kr.example",
    "officer@centre.example",
    "official@ge.example",
]
OF_PRACTICES = ["", "officer@centre.example", "contact@kr.example", "official@by.example"]
OF_COOPERATION = ["", "officer@centre.example", "leader@by.example", "director@kr.example"]
OF_WORDS = ["", "officer@centre.example", "director@kr.example"]
OF_EVENTS = ["", "officer@centre.example", "director@kr.example", "focal@md.example", "official@md.example"]
NUMBERS = re.compile(
    r"(CR|E|P|AG|JP|L)-\d+-\d+|D-\d+|[A-Z]{2,}-\d+(-\d+)?(?=/)|\d+(?=/)|(?<=/projects/indicators/)(?!add/)[^/]+|(?<=/beside/)\w+/[^/]+|[^/]+\.eml|(?<=invitation/)[^/]+"
    r"|(?<=/countries/)\w\w(?=/)|(?<=/countries/\w\w/)\w+|(?<=/languages/)(en|ru|be|ko)(?=/)"
    r"|(?<=/reports/figures/)[^/]+/[^/]+|(?<=/reports/work/)[^/]+|(?<=/reports/ask/)[^/]+|(?<=/reports/kinds/)[^/]+"
    r"|(?<=/at/)[^/]+|(?<=/new/)[^/]+|(?<=/programmes/)[^/]+|(?<=/events/certificates/)[^/]+|(?<=/r/)[^/]+"
)
LEFT_OUT = re.compile(
    r"/admin/|/account/logout|/static/|^mailto:|/unsubscribe/|^/files/|^/(projects|news)/feed/|/download/|\.(pdf|csv|ics|atom|docx|zip|xml|json)\b"
)
PAGES_OF_EVENTS = re.compile(r"^/events/.|^/events/?\?")
PAGES_OF_PRACTICES = re.compile(r"^/practices/.|^/practices/?\?")
PAGES_OF_PROJECTS = re.compile(r"^/projects/JP-")
PAGES_OF_COOPERATION = re.compile(r"^/(agreements|projects)/.|^/(agreements|projects)/?\?")
PAGES_OF_WORDS = re.compile(r"^/(reports|letters|news|pages|import)/.|^/(reports|letters|news)/?\?")
OF_APPS_WITH_WALKS = (PAGES_OF_EVENTS, PAGES_OF_PRACTICES, PAGES_OF_COOPERATION, PAGES_OF_WORDS)
MOST = 90  # pages a person; the rest differs by its number alone
LISTS = 4  # strokes in the address of a page of an event: /events/N/materials/


def kind_of(path: str) -> str:
    """The screen a path belongs to: numbers and query strings make no new one."""
    return NUMBERS.sub("N", path.split("?", 1)[0].split("#", 1)[0])


STATES = re.compile(
    r"/consultations/(CR|D)-[\d-]+/|/projects/JP-[\d-]+/|/practices/P-[\d-]+/progress/|/events/E-[\d-]+/((releases|delegations|attendance|wrap-up|follow-up|certificates)/)?"
)


def states_of(path: str) -> str:
    """Requests, events and entries on their way differ by their state: each is a screen of its own for who sees it."""
    return path if STATES.fullmatch(path) else kind_of(path)


def rank_of(kind: str, kinds: set[str]) -> tuple[bool, bool, int]:
    """Lists and records before the forms they lead to, new kinds before known ones, what is near before what is far."""
    depth = kind.count("/")
    return depth > LISTS and not kind.endswith("N/"), kind in kinds, depth


def is_new(kind: str, looked_at: Path) -> bool:
    """Whether nobody has looked at the screen on a phone yet, in any process of the run; now somebody has."""
    try:
        (looked_at / quote(kind, safe="")).touch(exist_ok=False)
    except FileExistsError:
        return False
    return True


@contextmanager
def dark_and_narrow(page: Page) -> Iterator[None]:
    """The page that is open as a phone shows it at night; style alone makes the difference, so nothing is loaded anew."""
    usual = page.viewport_size
    page.set_viewport_size({"width": 320, "height": 900})
    page.emulate_media(color_scheme="dark")
    yield
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(usual)


@pytest.fixture(scope="session")
def looked_at(portal: Portal) -> Path:
    """One file for each screen that was looked at on a phone."""
    folder = portal.shared / "phone"
    folder.mkdir(exist_ok=True)
    return folder


Walk = Callable[[str, list[str], Callable[[str], bool]], set[str]]


@pytest.fixture
def walk(open_as: Open, looked_at: Path) -> Walk:
    return partial(_walk, open_as, looked_at)


def _walk(open_as: Open, looked_at: Path, who: str, roots: list[str], leads: Callable[[str], bool]) -> set[str]:
    """Follow the links from the roots as this person, lists and records first; returns the kinds that were seen."""
    page = open_as(who, reduced_motion="reduce")  # no colour is on its way to another when it is looked at
    waiting, seen, faults = roots, set(), []
    kinds: set[str] = set()  # this person's screens
    while waiting and len(seen) < MOST:
        waiting = [one for one in waiting if states_of(one) not in seen]
        if not waiting:
            break
        path = min(waiting, key=lambda one: rank_of(kind_of(one), kinds))
        seen.add(states_of(path))
        answer = page.goto(path)
        if answer is None or answer.status != 200:
            faults.append(f"{path}: {answer and answer.status}")
            continue
        links = page.eval_on_selector_all("a[href]", "links => links.map(one => one.getAttribute('href'))")
        here = path.split("?", 1)[0]
        found = [link if link.startswith("/") else here + link for link in links if link.startswith(("/", "?"))]
        waiting += [link for link in found if not LEFT_OUT.search(link) and leads(link)]
        if kind_of(path) not in kinds or states_of(path) != kind_of(path):
            faults += [f"{path}: {fault}" for fault in axe_says(page)]
        kinds.add(kind_of(path))
        if is_new(kind_of(path), looked_at):
            with dark_and_narrow(page):
                if (wide := overflow(page)) > 0:
                    faults.append(f"{path}: {wide} pixels too wide at 320")
                faults += [f"{path}, dark and narrow: {fault}" for fault in axe_says(page)]
    assert not faults, "\n".join(faults)
    return kinds


@pytest.mark.parametrize("who", CAST)
def test_every_link_leads_somewhere_and_every_screen_is_for_everybody(walk: Walk, who: str) -> None:
    own = ["/desk/" if who else "/", "/"]
    kinds = walk(who, own, lambda link: not any(one.search(link) for one in OF_APPS_WITH_WALKS))
    assert len(kinds) >= (10 if who else 6)


SEEN = {  # pages of events that each of them reaches, among others
    "": {"", "programme/", "sessions/N/", "materials/", "register/"},
    "officer@centre.example": {
        *("", "timetable/", "releases/N/", "delegations/", "delegations/N/", "participants/", "participants/N/"),
        *("lists/N/", "attendance/", "attendance/at/N/", "questionnaires/", "results/", "wrap-up/", "minutes/N/"),
        *("follow-up/", "certificates/", "certificates/N/", "report/", "places/", "edit/", "visits/"),
    },
    "director@kr.example": {"", "timetable/", "releases/N/", "lists/N/", "delegations/", "minutes/N/", "report/"},
    "focal@md.example": {"", "delegations/N/", "participants/N/", "programme/"},
    "official@md.example": {"", "participants/N/", "programme/"},
}


@pytest.mark.parametrize("who", OF_EVENTS)
def test_every_page_of_an_event_is_for_everybody(walk: Walk, who: str) -> None:
    kinds = walk(who, ["/events/?when=all"], lambda link: bool(PAGES_OF_EVENTS.search(link)))
    assert {f"/events/N/{page}" for page in SEEN[who]} <= kinds


FOUND = {  # pages of the library that each of them reaches, among others
    "": {"", "N/", "N/here/", "N/versions/", "N/adoptions/N/", "countries/", "countries/N/", "adoptions/", "compare/"},
    "officer@centre.example": {
        *("mine/", "start/", "N/progress/", "N/reviewers/", "N/return/", "N/change/", "N/retire/"),
        *("languages/", "languages/rights/", "countries/N/N/", "collections/", "collections/N/", "bookmarks/"),
    },
    "contact@kr.example": {"N/facts/", "N/return/", "N/progress/", "N/adoptions/N/report/confirm/"},
    "official@by.example": {"N/adoptions/new/", "N/adoptions/N/", "N/collect/", "bookmarks/", "N/change/"},
}


@pytest.mark.parametrize("who", OF_PRACTICES)
def test_every_page_of_the_library_is_for_everybody(walk: Walk, who: str) -> None:
    roots = ["/practices/?q=onnara", "/practices/", "/practices/compare/"]  # the one that was taken home comes first
    roots += ["/desk/", "/practices/mine/"] if who else []
    kinds = walk(who, roots, lambda link: bool(PAGES_OF_PRACTICES.search(link)))
    assert {f"/practices/{page}" for page in FOUND[who]} - kinds == set()


SIGNED = {  # pages of agreements and projects that each of them reaches, among others
    "": {
        *("agreements/", "agreements/N/", "agreements/decisions/", "agreements/decisions/N/", "projects/"),
        *("projects/N/", "projects/N/results/", "projects/N/money/", "projects/N/legacy/", "projects/portfolio/"),
        *("projects/portfolio/rows/", "projects/open-data/", "projects/values/"),
    },
    "officer@centre.example": {
        *("agreements/new/", "agreements/committees/", "agreements/committees/N/", "agreements/actions/"),
        *("projects/N/progress/", "projects/N/people/", "projects/N/registration/", "projects/N/schedule/"),
        *("projects/N/deliverables/", "projects/N/risks/", "projects/N/reports/", "projects/N/iati/"),
        *("projects/N/money/budget/", "projects/N/money/entries/", "projects/N/results/arrange/"),
    },
    "leader@by.example": {
        *("projects/N/", "projects/N/notes/", "projects/N/schedule/lines/N/", "projects/N/deliverables/N/"),
        *("projects/N/reports/N/N/", "projects/N/risks/N/", "projects/N/money/entries/new/", "projects/N/values/N/"),
    },
    "director@kr.example": {"projects/N/concept/", "projects/N/reports/", "agreements/committees/N/"},
}


@pytest.mark.parametrize("who", OF_COOPERATION)
def test_every_page_of_what_is_done_together_is_for_everybody(walk: Walk, who: str) -> None:
    leads = who.startswith("leader")  # the many pages of the project of today, and nothing else
    roots = ["/projects/?stage=running&q=archive"] if leads else ["/agreements/", "/projects/", "/projects/portfolio/"]
    follow = PAGES_OF_PROJECTS if leads else PAGES_OF_COOPERATION
    kinds = walk(who, roots, lambda link: bool(follow.search(link)))
    assert {f"/{page}" for page in SIGNED[who]} - kinds == set()


TOLD = {  # pages of reports, letters and news that each of them reaches, among others
    "": {"news/N/", "reports/annual/", "reports/N/"},
    "officer@centre.example": {
        *("reports/N/", "reports/N/changes/", "reports/ask/N/", "reports/dashboard/", "reports/figures/N/"),
        *("reports/work/", "letters/N/", "letters/runs/", "letters/templates/", "news/missing/", "news/texts/"),
    },
    "director@kr.example": {"reports/N/", "reports/dashboard/", "letters/N/"},
}


@pytest.mark.parametrize("who", OF_WORDS)
def test_every_page_of_reports_letters_and_news_is_for_everybody(walk: Walk, who: str) -> None:
    roots = ["/reports/", "/reports/dashboard/", "/letters/", "/news/"] if who else ["/reports/annual/", "/news/"]
    kinds = walk(who, roots, lambda link: bool(PAGES_OF_WORDS.search(link)))
    assert {f"/{page}" for page in TOLD[who]} - kinds == set()


@pytest.mark.parametrize("language", ["ru", "be", "ko"])
def test_the_longest_words_fit_the_largest_type(open_as: Open, language: str) -> None:
    page = open_as("officer@centre.example", width=320)
    page.goto("/view/")
    page.check("input[name=text_size][value=largest]")
    page.click("main form button[type=submit]")
    page.click("button[popovertarget=menu]") if page.is_visible("button[popovertarget=menu]") else None
    page.goto("/desk/")
    page.locator(f".languages button[value={language}]").click()
    page.wait_for_load_state()
    assert page.get_attribute("html", "lang") == language
    faults = []
    for path in ("/desk/", "/consultations/?state=all", "/inbox/", "/profile/", "/search/?q=2026"):
        page.goto(path)
        if (wide := overflow(page)) > 0:
            faults.append(f"{path}: {wide} pixels too wide")
        faults += [f"{path}: {fault}" for fault in axe_says(page)]
    page.goto("/desk/")
    page.locator(".languages button[value=ru]").click()
    page.goto("/view/")  # the walks of the officer come in any order: they find the account as it was
    page.check("input[name=text_size][value=normal]")
    page.click("main form button[type=submit]")
    page.wait_for_load_state()
    assert page.get_attribute("html", "data-text") is None
    assert faults == []
