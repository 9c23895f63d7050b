"""One practice from a draft in Korean to the ministry that takes it home, with nobody reading a word of a foreign tongue.

Author, owner, officer, reviewers, both co-directors, translator and checker act through the screens; then an official who
reads Russian finds it, compares it, asks about it and adopts it. Each act waits for the letters that it causes, in the
reader's own language. Pages are told apart by their addresses and fields by their names.
"""

import re
from dataclasses import dataclass, field
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, Portal, axe_says, overflow
from tests.browser.filling import fill, send, send_to
from tests.browser.letters import PATIENCE, Letter, Post

TITLE = {"ko": "하천 수위 관측 자료를 한 창구에서 제공하는 체계", "ru": "Единое окно для данных об уровне рек"}
SENTENCE = {
    "ko": "여러 기관이 따로 재던 하천 수위를 한 창구에 모아 십 분마다 누구에게나 공개한다.",
    "ru": "Уровень рек, который раньше измеряли разные ведомства, собран в одном окне и открыт всем каждые десять минут.",
}
SUMMARY = {"ko": " ".join([SENTENCE["ko"]] * 12), "ru": " ".join([SENTENCE["ru"]] * 9)}
SYSTEM, FIGURE = "물길창구", "1,284"
SECTIONS = {
    "story": (
        "problem",
        "solution",
        "actors",
        "steps",
        "technology",
        "results",
        "obstacles",
        "lessons",
        "sustainability",
    ),
    "home": ("preconditions", "adapt", "not_suitable"),
}
COMMENT = {"en": "The proof carries what is said.", "ko": "근거가 내용을 뒷받침한다."}
AUTHOR, OWNER, OFFICER = "advisor@kr.example", "contact@kr.example", "officer@centre.example"
REVIEWERS = {"official@ge.example": "Beridze", "official@md.example": "Rusu"}
DIRECTOR_BY, DIRECTOR_KR = "director@by.example", "director@kr.example"
TRANSLATOR, CHECKER = "translator@centre.example", "ministry@by.example"
READER, SIGNATORY = "official@by.example", "focal@by.example"


@dataclass
class Story:
    """Who has which window open, and what has been found on the way."""

    open_as: Open
    post: Post
    at: str = ""  # the address of the entry
    adoption: str = ""
    faults: list[str] = field(default_factory=list)

    def letter(self, to: str, language: str, pattern: str) -> Letter:
        return self.post.wait(self.open_as(to), to, language, pattern)

    def look_at(self, page: Page, path: str = "") -> None:
        """A page of this entry is for everybody, on a desk and on a phone at night."""
        if path:
            page.goto(path)
        usual = page.viewport_size
        self.faults += [f"{page.url}: {fault}" for fault in axe_says(page)]
        page.set_viewport_size({"width": 320, "height": 900})
        page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        if (wide := overflow(page)) > 0:
            self.faults.append(f"{page.url}: {wide} pixels too wide at 320")
        self.faults += [f"{page.url}, dark and narrow: {fault}" for fault in axe_says(page)]
        page.emulate_media(color_scheme="light")
        page.set_viewport_size(usual)


# --- The chapters ----------------------------------------------------------------------------------------------------


def write(story: Story) -> None:
    """The author begins an entry in Korean, writes its five pages and proposes it; nobody else sees the draft."""
    author = story.open_as(AUTHOR)
    story.look_at(author, "/practices/start/")
    author.fill("[name=title]", TITLE["ko"])
    author.check("[name=meets]")
    send(author)
    found = re.search(r"/practices/P-\d{4}-\d+/", author.url)
    assert found, author.url
    story.at = found[0]
    assert author.input_value("[name=title]") == TITLE["ko"]
    story.look_at(author)
    author.check("[name=operation][value=in_operation]")
    author.locator("[name=topics]").first.check()
    fill(author, "", summary=SUMMARY["ko"], since_year=2019, **{"names-0-text": SYSTEM})
    fill(author, "", **dict.fromkeys(SECTIONS["story"], SENTENCE["ko"]))
    fill(author, "", financing=SENTENCE["ko"], legal=SENTENCE["ko"], needs_law="no")
    figure = {
        "value": FIGURE,
        "what": "실시간으로 공개되는 관측소",
        "source": "연차보고서",
        "dated_on": date(2025, 12, 31),
    }
    fill(author, "", **{f"evidence-0-{name}": value for name, value in figure.items()})
    author.select_option("[name=conditions-0-what]", index=1)
    fill(author, "", **dict.fromkeys(SECTIONS["home"], SENTENCE["ko"]))
    expect(author).to_have_url(re.compile("/propose/$"))
    story.look_at(author, f"{story.at}preview/")
    assert story.open_as("").goto(story.at).status == 404
    assert story.open_as(OWNER).goto(story.at).status == 404
    send_to(author, f"{story.at}propose/")


def confirm_facts(story: Story) -> None:
    """Who answers for the facts at the owner is told in Korean, reads and stands by them."""
    assert TITLE["ko"] in story.letter(OWNER, "ko", story.at).words
    owner = story.open_as(OWNER)
    story.look_at(owner, f"{story.at}facts/")
    owner.check("[name=is_right]")
    send(owner)
    for reader, language in ((AUTHOR, "ko"), (OFFICER, "ru")):
        story.letter(reader, language, story.at)


def review(story: Story) -> None:
    """The officer asks two officials of other countries; neither learns of the other, nor the author of either."""
    officer, author = story.open_as(OFFICER), story.open_as(AUTHOR)
    for family in REVIEWERS.values():
        officer.goto(f"{story.at}reviewers/?q={family}")
        officer.locator("[name=reviewers]").check()
        send(officer)
    story.look_at(officer, f"{story.at}reviewers/")
    for reviewer in REVIEWERS:
        story.letter(reviewer, "en", rf"{story.at}reviews/\d+/")
        page = story.open_as(reviewer)
        story.look_at(page)
        page.check("[name=has_no_conflict]")
        for score in page.locator("select[name^=s]").all():
            score.select_option("4")
        page.check("[name=verdict][value=publish]")
        for language, text in COMMENT.items():
            page.fill(f"[name=comment_{language}]", text)
        send(page)
    story.look_at(author, f"{story.at}progress/")
    for family in REVIEWERS.values():
        expect(author.locator("main")).not_to_contain_text(family)


def decide(story: Story) -> None:
    """Both co-directors turn their keys; only then everybody can read it."""
    visitor, officer = story.open_as(""), story.open_as(OFFICER)
    story.look_at(officer, f"{story.at}reviews/close/")
    send(officer)
    story.letter(AUTHOR, "ko", story.at)
    for director, language in ((DIRECTOR_BY, "ru"), (DIRECTOR_KR, "ko")):
        story.letter(director, language, story.at)
    for director in (DIRECTOR_BY, DIRECTOR_KR):
        assert visitor.goto(story.at).status == 404
        page = story.open_as(director)
        story.look_at(page, f"{story.at}decision/")
        page.check("[name=verdict][value=publish]")
        send(page)
    story.letter(DIRECTOR_KR, "ko", story.at)  # the other side has signed
    assert visitor.goto(story.at).status == 200
    assert TITLE["ko"] in story.letter(AUTHOR, "ko", story.at).words


def translate(story: Story) -> None:
    """Written by one, checked by another: from then on a Russian reader reads Russian, with the Korean one step away."""
    russian = f"{story.at}languages/ru/"
    reader = story.open_as(READER)
    reader.goto(story.at)
    expect(reader.locator("h1")).to_have_text(TITLE["ko"])
    story.letter(TRANSLATOR, "ru", russian)
    translator = story.open_as(TRANSLATOR)
    story.look_at(translator, russian)
    for area in translator.locator("main textarea").all():
        area.fill(SENTENCE["ru"])
    translator.fill("[name=title]", TITLE["ru"])
    translator.fill("[name=summary]", SUMMARY["ru"])
    send(translator, "main form button[name=hand_over]")
    assert translator.goto(f"{russian}check/").status == 403
    story.letter(CHECKER, "ru", russian)
    checker = story.open_as(CHECKER)
    story.look_at(checker, f"{russian}check/")
    send(checker)
    story.letter(TRANSLATOR, "ru", russian)
    reader.goto(story.at)
    expect(reader.locator("h1")).to_have_text(TITLE["ru"])
    reader.locator("#languages a[hreflang=ko]").click()
    expect(reader.locator("h1")).to_have_text(TITLE["ko"])


def find(story: Story) -> None:
    """Searched in Russian, found among the first; beside another; and beside what Belarus has."""
    reader = story.open_as(READER)
    reader.goto("/practices/")
    reader.fill("main [name=q]", "данные об уровне реки")
    reader.click("main [role=search] button")
    first = reader.locator("li.result").first
    expect(first.locator("h3 a")).to_have_attribute("href", story.at)
    expect(first.locator("mark").first).to_be_visible()
    story.look_at(reader)
    reader.goto(f"/practices/?q={SYSTEM}")
    expect(reader.locator("li.result h3 a").first).to_have_attribute("href", story.at)
    reader.goto("/practices/?order=newest")
    for box in reader.locator("li.result [name=with]").all()[:2]:
        box.check()
    send(reader, "main form[action$='/compare/'] button")
    expect(reader.locator("table.compare thead th")).to_have_count(2)
    expect(reader.locator("table.compare thead")).to_contain_text(TITLE["ru"])
    expect(reader.locator("table.compare")).to_contain_text(FIGURE)
    story.look_at(reader)
    reader.goto(story.at)
    story.look_at(reader)
    expect(reader.locator("#here h2")).to_contain_text("Беларусь")
    expect(reader.locator("#here .status")).to_have_count(1)
    reader.locator("#here .section-head a").click()
    expect(reader).to_have_url(re.compile(rf"{story.at}here/\?country=BY"))
    story.look_at(reader)


def ask(story: Story) -> None:
    """A question to the owner begins a request about this practice."""
    reader, number = story.open_as(READER), story.at.split("/")[2]
    reader.goto(story.at)
    reader.locator(f"main a[href$='?practice={number}']").first.click()
    send(reader, "main form:has(input[name=practice]) button")
    expect(reader).to_have_url(re.compile(r"/consultations/D-\d+/"))
    reader.goto(f"/consultations/about/{number}/")
    expect(reader.locator("main a[href^='/consultations/D-']")).to_have_count(1)


def adopt(story: Story) -> None:
    """The official writes what his body did, its focal point signs, the owner turns the second key: all can read it."""
    reader, visitor = story.open_as(READER), story.open_as("")
    reader.goto(story.at)
    reader.locator("#adoptions .actions a").click()
    story.look_at(reader)
    since = date(2025, 6, 2)
    words = {"adaptations": "Формы приведены к закону.", "evidence": "Приказ № 84", "lessons": "Начать с одной реки."}
    fill(reader, "", stage="pilot", since_on=since, **words)
    found = re.search(rf"{story.at}adoptions/\d+/$", reader.url)
    assert found, reader.url
    story.adoption = found[0]
    assert visitor.goto(story.adoption).status == 404
    signatory = story.open_as(SIGNATORY)
    story.look_at(signatory, story.adoption)
    send_to(signatory, f"{story.adoption}report/file/")
    story.letter(OWNER, "ko", story.adoption)
    send_to(story.open_as(OWNER), f"{story.adoption}report/confirm/")
    story.letter(READER, "ru", story.adoption)
    story.look_at(reader)
    assert visitor.goto(story.adoption).status == 200
    visitor.goto(story.at)
    expect(visitor.locator(f"#adoptions a[href='{story.adoption}']")).to_be_visible()


@pytest.fixture
def story(portal: Portal, open_as: Open) -> Story:
    windows: dict[str, Page] = {}

    def kept(email: str = "") -> Page:
        """Everybody keeps the window."""
        if email not in windows:
            windows[email] = open_as(email)
            windows[email].context.set_default_timeout(PATIENCE)
        return windows[email]

    return Story(kept, Post(portal))


def test_a_practice_from_the_draft_in_korean_to_the_body_that_takes_it_home(story: Story) -> None:
    for chapter in (write, confirm_facts, review, decide, translate, find, ask, adopt):
        chapter(story)
    assert story.faults == []
    assert story.open_as(AUTHOR).get_attribute("html", "lang") == "ko"
    assert story.open_as(READER).get_attribute("html", "lang") == "ru"


def test_a_visitor_searches_narrows_and_compares_without_javascript(open_as: Open) -> None:
    page = open_as("", java_script_enabled=False)
    page.goto("/practices/")
    page.fill("main [name=q]", "e-procurment")
    page.click("main [role=search] button")
    expect(page.locator("li.result h3 a").first).to_contain_text(re.compile("procurement", re.IGNORECASE))
    page.goto("/practices/")
    page.locator("#filters fieldset.facet input").first.check()
    page.click("#filters p.actions button")
    expect(page.locator("#filters fieldset.facet input").first).to_be_checked()
    expect(page.locator("li.result").first).to_be_visible()
    page.goto("/practices/?q=registers")
    titles = [one.inner_text() for one in page.locator("li.result h3").all()[:3]]
    for box in page.locator("li.result [name=with]").all()[:3]:
        box.check()
    page.click("main form[action$='/compare/'] button")
    assert [one.inner_text() for one in page.locator("table.compare thead th").all()] == titles
