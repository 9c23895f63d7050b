"""The Monday meeting of both co-directors and the yearly committee, held from the portal alone.

What they read is counted again: three figures of the committee's pack are held against the rows they lead to. The report
of a year is then published by both keys, and a visitor reads it.
"""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, axe_says, overflow
from tests.browser.filling import fetched, send

PATIENCE = 60_000  # milliseconds for a step on a busy machine
WAITS = 90  # times that one looks whether the work is done
FIGURES = 3


def look_at(page: Page, faults: list[str]) -> None:
    """What is wrong with the page as it is, and on the smallest phone."""
    faults += [f"{page.url}: {fault}" for fault in axe_says(page)]
    page.set_viewport_size({"width": 320, "height": 900})
    if (wide := overflow(page)) > 0:
        faults.append(f"{page.url}: {wide} pixels too wide at 320")
    page.set_viewport_size({"width": 1280, "height": 900})


def rows_behind(page: Page, url: str) -> int:
    """How many rows a figure leads to, on all pages of them."""
    page.goto(url)
    rows = page.locator("main tbody tr").count()
    while (older := page.locator("main .pager a[href*='older=']")).count():
        older.first.click()
        rows += page.locator("main tbody tr").count()
    return rows


def made(page: Page) -> None:
    """Wait until the work is done, as a person would, and open what came of it."""
    for _ in range(WAITS):
        if page.locator("main a.btn-primary").count():
            break
        page.wait_for_timeout(1000)
        page.reload()
    page.locator("main a.btn-primary").first.click()
    expect(page).to_have_url(re.compile(r"/reports/RP-\d{4}-\d{3}/$"))


def ask(page: Page, kind: str, languages: tuple[str, ...], **choices: str) -> str:
    """Have a report made; returns its path."""
    page.goto(f"/reports/ask/{kind}/")
    for name, label in choices.items():
        options = page.locator(f"select[name={name}] option")
        found = options.filter(has_text=label) if label else options.first
        page.select_option(f"select[name={name}]", found.first.get_attribute("value"))
    for box in page.locator("input[name=languages]").all():
        box.set_checked(box.get_attribute("value") in languages)
    page.check("input[name=formats][value=pdf]")
    send(page)
    made(page)
    return page.url


@pytest.fixture
def people(open_as: Open) -> dict[str, Page]:
    emails = {
        "by": "director@by.example",
        "kr": "director@kr.example",
        "officer": "officer@centre.example",
        "visitor": "",
    }
    windows = {name: open_as(email) for name, email in emails.items()}
    for page in windows.values():
        page.context.set_default_timeout(PATIENCE)
    return windows


def test_monday_and_the_yearly_committee(people: dict[str, Page]) -> None:
    faults: list[str] = []
    by, kr, officer, visitor = people.values()

    for page in (by, kr):  # what waits for me, what waits for the other side
        page.goto("/desk/")
        expect(page.locator("#mine")).to_be_visible()
        expect(page.locator("#others")).to_be_visible()
        look_at(page, faults)

    by.goto("/reports/dashboard/?period=this_year")
    look_at(by, faults)
    cards = by.locator("main .figure-card .value a")
    numbers = {card.get_attribute("href"): card.locator(".num").inner_text() for card in cards.all()}
    counted = {url: int(words) for url, words in numbers.items() if words.isdecimal() and int(words)}
    assert counted
    url, value = next(iter(counted.items()))
    assert rows_behind(by, url) == value

    pack = ask(officer, "committee_pack", ("ru", "ko"), record="JSC-6")
    look_at(officer, faults)
    kr.goto(pack)
    figures = {
        link.get_attribute("href"): int(words)
        for link in kr.locator("main dl.facts a.num").all()
        if (words := link.inner_text()).isdecimal() and int(words)
    }
    held = {url: (value, rows_behind(kr, url)) for url, value in list(figures.items())[:FIGURES]}
    assert len(held) == FIGURES
    assert [value for value, _rows in held.values()] == [rows for _value, rows in held.values()]
    kr.goto(pack)
    papers = kr.locator("main .side a[href^='/files/']")
    assert papers.count() == len(("ru", "ko"))
    for paper in papers.all():
        assert fetched(kr, paper.get_attribute("href") or "").startswith(b"%PDF-")

    annual = ask(officer, "centre_year", ("en", "ru", "be", "ko"))
    assert visitor.goto(annual).status == 404
    officer.goto(f"{annual}propose/")
    send(officer)
    for page in (by, kr):
        page.goto(annual)
        look_at(page, faults)
        page.goto(f"{annual}publish/")
        send(page)
    visitor.goto("/reports/annual/")
    visitor.locator(f"main a[href='{re.sub('^.*?//[^/]+', '', annual)}']").click()
    expect(visitor.locator("main h1")).to_be_visible()
    look_at(visitor, faults)
    assert faults == []
