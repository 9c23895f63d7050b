"""One edition from the first plan to the certificates, Russian on one side and Korean on the other.

Officer, co-directors, a focal point and a contact point act through the screens, people without an account by the links
of their letters. Each act waits for the letters that it causes, in the reader's own language. Pages are told apart by
their addresses and fields by their names, so that the words may be worded anew.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open, Portal
from tests.browser.filling import fill, send, send_to
from tests.browser.letters import PATIENCE, Letter, Post

NAME = {"ru": "Управление государственными регистрами", "ko": "국가 등록대장 관리 연수"}
SESSION = {"ru": "Регистр юридических лиц", "ko": "법인 등록대장"}
MINUTES = {"ru": "Стороны обсудили ход программы.", "ko": "양측은 사업의 경과를 논의하였다."}
DECISION = {"ru": "Следующий выпуск посвящён обмену данными.", "ko": "다음 기수는 데이터 교환을 다룬다."}
ACTION = {"ru": "Прислать описание регистра.", "ko": "등록대장 설명서를 제출한다."}
BODY = "Агентство электронного управления"
FOCAL, CONTACT, OFFICER = "focal@md.example", "contact@md.example", "officer@centre.example"
DIRECTOR_BY, DIRECTOR_KR = "director@by.example", "director@kr.example"
OFFICIAL, ADVISOR, GUEST = "official@by.example", "advisor@kr.example", "guest@registers.example"
ACCOUNTS = {FOCAL, CONTACT, OFFICER, DIRECTOR_BY, DIRECTOR_KR, OFFICIAL, ADVISOR}
FIRST, SECOND, ALTERNATE = "ion.ceban@md.example", "elena.lupu@md.example", "radu.moraru@md.example"
LETTER = {"name": "letter.txt", "mimeType": "text/plain", "buffer": b"Scrisoare de nominalizare"}


def number_in(links: Locator, pattern: str) -> str:
    """The number in the first of these addresses that looks like this."""
    for link in links.all():
        if found := re.search(pattern, link.get_attribute("href") or ""):
            return found[1]
    raise AssertionError(f"No address looks like {pattern}")


@dataclass
class Edition:
    """The story: who has which window open, and what has been found on the way."""

    open_as: Open
    post: Post
    officer: Page
    by: Page
    kr: Page
    visitor: Page
    today: date
    at: str = ""  # the address of the event
    delegation: str = ""

    def letter(self, to: str, language: str, pattern: str) -> Letter:
        return self.post.wait(self.open_as(to) if to in ACCOUNTS else self.visitor, to, language, pattern)

    def both_sign(self, path: str) -> None:
        """Each side turns its key; the second one is told of the first, in its own language, and it happens."""
        record = f"{path.rsplit('/', 2)[0]}/"
        send_to(self.by, path)
        self.letter(DIRECTOR_KR, "ko", record)
        send_to(self.kr, path)
        self.kr.goto(record)
        expect(self.kr.locator(".key.is-signed")).to_have_count(2)


# --- The chapters ----------------------------------------------------------------------------------------------------


def plan(story: Edition) -> None:
    """The officer begins the edition and announces it; it is held in Seoul, today and tomorrow."""
    officer, today = story.officer, story.today
    fill(
        officer,
        "/events/new/",
        programme=first_programme(officer),
        number=900,
        name=NAME,
        kind="training",
        mode="hybrid",
        starts_on=today,
        ends_on=today + timedelta(days=1),
        hours=6,
    )
    found = re.search(r"/events/E-\d{4}-\d+/$", officer.url)
    assert found, officer.url
    story.at = found[0]
    fill(
        officer,
        f"{story.at}terms/",
        quota=2,
        nominations_due_at=f"{today + timedelta(days=3)}T18:00",
        registration_opens_at=f"{today - timedelta(days=3)}T09:00",
    )
    fill(officer, f"{story.at}places/new/", country="KR", city={"ru": "Сеул", "ko": "서울"})
    officer.goto(f"{story.at}bodies/new/")
    officer.select_option("select[name=organisation]", index=1)
    officer.check("input[name=role][value=host]")
    send(officer)
    assert story.visitor.goto(story.at).status == 404
    send_to(officer, f"{story.at}announce/")
    assert story.visitor.goto(story.at).status == 200


def first_programme(page: Page) -> str:
    """The first that the form offers."""
    page.goto("/events/new/")
    value = page.locator("select[name=programme] option").nth(1).get_attribute("value")
    assert value
    return value


def nominate(story: Edition) -> None:
    """A body is invited; its focal point names two people and an alternate, its contact point forwards them."""
    officer = story.officer
    officer.goto(f"{story.at}delegations/invite/")
    officer.get_by_label(BODY).check()
    send(officer)
    invitation = story.letter(FOCAL, "ru", rf"{story.at}delegations/\d+/")
    assert NAME["ru"] in invitation.words
    focal = story.open_as(FOCAL)
    story.delegation = focal.url.removeprefix(story.post.portal.url)
    for email, given, family, alternate in (
        (FIRST, "Ion", "Ceban", False),
        (SECOND, "Elena", "Lupu", False),
        (ALTERNATE, "Radu", "Moraru", True),
    ):
        focal.goto(f"{story.delegation}nominate/")
        focal.set_checked("input[name=is_alternate]", alternate)
        focal.check("input[name=complete_and_correct]")
        focal.check("input[name=knows_language]")
        words = {"given_name": given, "family_name": family, "email": email, "post": "Главный специалист"}
        for name, value in words.items():
            focal.fill(f"input[name={name}]", value)
        focal.select_option("select[name=language]", "ru")
        focal.select_option("select[name=rank]", "staff")
        focal.fill("textarea[name=experience]", "Ведёт регистр.")
        send(focal)
    focal.goto(f"{story.delegation}letter/")
    focal.set_input_files("input[name=file]", LETTER)
    for name, value in {
        "number": "01-17/204",
        "signed_on": str(story.today - timedelta(days=7)),
        "signatory_name": "Ana Rusu",
        "signatory_post": "Директор",
    }.items():
        focal.fill(f"input[name={name}]", value)
    send(focal)
    send_to(focal, f"{story.delegation}submit/")
    story.letter(CONTACT, "en", story.delegation)
    send_to(story.open_as(CONTACT), f"{story.delegation}forward/")
    story.letter(OFFICER, "ru", story.delegation)


def accept(story: Edition) -> None:
    """The officer checks the nominees and lays a list before both sides; whoever is accepted confirms by letter."""
    officer = story.officer
    officer.goto(story.delegation)
    people = [number_in(one, r"/participants/(\d+)/$") for one in rows_of(officer, "#people li", 3)]
    for person in people:
        officer.goto(f"{story.at}participants/{person}/check/")
        for point in officer.locator("input[name=points]").all():
            point.check()
        if officer.locator("input[name=verdict][value=accept]").count():
            officer.check("input[name=verdict][value=accept]")
        else:
            officer.check("input[name=verdict][value=reserve]")
            officer.fill("textarea[name=verdict_reason]", "Запасной участник.")
        send(officer)
    send_to(officer, f"{story.at}lists/propose/")
    assert NAME["ko"] in story.letter(DIRECTOR_KR, "ko", rf"{story.at}lists/1/").words
    story.both_sign(f"{story.at}lists/1/accept/")
    for email in (FIRST, SECOND):
        accepted = story.letter(email, "ru", r"/events/r/[^/]+/confirm/")
        assert NAME["ru"] in accepted.words
    send_to(story.visitor, accepted.path(r"/events/r/[^/]+/confirm/"))


def rows_of(page: Page, selector: str, number: int) -> list[Locator]:
    """The links of each row of a list."""
    rows = page.locator(selector)
    expect(rows).to_have_count(number)
    return [row.locator("a") for row in rows.all()]


def replace(story: Edition) -> None:
    """The first nominee cannot come: the alternate takes the place over, and says by letter that he comes."""
    focal = story.open_as(FOCAL)
    focal.goto(story.delegation)
    rows = rows_of(focal, "#people li", 3)
    first, alternate = number_in(rows[0], r"/participants/(\d+)/$"), number_in(rows[2], r"/participants/(\d+)/$")
    fill(focal, f"{story.at}participants/{first}/replace/", alternate=alternate, reason="Назначена проверка.")
    passed = story.letter(ALTERNATE, "ru", r"/events/r/[^/]+/confirm/")
    send_to(story.visitor, passed.path(r"/events/r/[^/]+/confirm/"))
    story.letter(FIRST, "ru", r"/events/r/[^/]+/")
    for _what in ("replaced", "confirmed"):
        story.letter(OFFICER, "ru", rf"{story.at}participants/{alternate}/")


def register(story: Edition) -> None:
    """Three come on their own: one from each side with an account, and a guest without, who reads Korean."""
    for email in (OFFICIAL, ADVISOR):
        page = story.open_as(email)
        send_to(page, f"{story.at}register/")
    guest = story.open_as("")
    guest.goto(story.at)
    with guest.expect_navigation():
        guest.locator(".languages a[hreflang=ko]").click()
    expect(guest.locator("h1")).to_contain_text(NAME["ko"])
    fill(guest, f"{story.at}register/", given_name="Minsu", family_name="Oh", email=GUEST, country="KR")
    for email, language in ((OFFICIAL, "ru"), (ADVISOR, "ko"), (GUEST, "ko")):
        assert NAME[language] in story.letter(email, language, rf"/events/r/[^/]+/|{story.at}participants/\d+/").words


def release(story: Edition) -> None:
    """A session is planned; visitors see it when both sides have signed, and those who come are told."""
    officer, visitor = story.officer, story.visitor
    fill(
        officer,
        f"{story.at}timetable/new/",
        title=SESSION,
        kind="presentation",
        day=story.today,
        begins="10:00",
        ends="11:30",
    )
    send_to(officer, f"{story.at}releases/propose/")
    story.letter(DIRECTOR_KR, "ko", rf"{story.at}releases/1/")
    send_to(story.by, f"{story.at}releases/1/sign/")
    visitor.goto(f"{story.at}programme/")
    expect(visitor.locator("main")).not_to_contain_text(SESSION["ru"])
    send_to(story.kr, f"{story.at}releases/1/sign/")
    visitor.goto(f"{story.at}programme/")
    expect(visitor.locator("main")).to_contain_text(SESSION["ru"])
    for email, language in ((ADVISOR, "ko"), (GUEST, "ko"), (SECOND, "ru")):
        story.letter(email, language, rf"{story.at}(programme|releases/1)/")


def attend(story: Edition) -> None:
    """At the door the officer ticks off the five who came; the one who was replaced is not on the list."""
    officer = story.officer
    door = f"{story.at}attendance/at/day:{story.today}/"
    officer.goto(door)
    boxes = officer.locator("form.door input[name=chosen]")
    expect(boxes).to_have_count(5)
    for box in boxes.all():
        box.check()
    send(officer, "form.door button[type=submit]")
    expect(officer.locator("form.door .status.is-done")).to_have_count(5)


def evaluate(story: Edition) -> None:
    """Five answer, three of them by the link of a letter without an account; only then the answers are shown."""
    officer = story.officer
    send_to(officer, f"{story.at}questionnaires/new/edition/")
    send_to(officer, f"{story.at}questionnaires/open/")
    readers = (
        (OFFICIAL, "ru", "5"),
        (SECOND, "ru", "4"),
        (ALTERNATE, "ru", "5"),
        (GUEST, "ko", "4"),
        (ADVISOR, "ko", "4"),
    )
    for email, language, mark in readers:
        wanted = story.letter(email, language, rf"/events/r/[^/]+/questionnaires/|{story.at}questionnaires/.+")
        assert NAME[language] in wanted.words
        if email in (OFFICIAL, ADVISOR):
            page = story.open_as(email)
            page.goto(f"{story.at}questionnaires/answer/")
        else:
            page = story.open_as("")
            page.goto(wanted.path(r"/events/r/[^/]+/questionnaires/"))
        assert page.get_attribute("html", "lang") == language
        page.locator("main .ledger a").first.click()
        page.check(f"input[name=overall][value='{mark}']")
        officer.goto(f"{story.at}results/")
        expect(officer.locator("section.answered")).to_have_count(0)
        send(page)
        expect(page.locator("main .status.is-done")).to_have_count(1)
    officer.goto(f"{story.at}results/")
    expect(officer.locator("section.answered caption").first).to_contain_text("4,4")


def wrap_up(story: Edition) -> None:
    """Minutes under two keys, a decision and an action; those who took part read them in their language."""
    officer = story.officer
    fill(officer, f"{story.at}minutes/new/", text=MINUTES)
    send_to(officer, f"{story.at}minutes/1/propose/")
    story.letter(DIRECTOR_KR, "ko", rf"{story.at}minutes/1/")
    story.both_sign(f"{story.at}minutes/1/agree/")
    fill(officer, f"{story.at}outcomes/new/decision/", text=DECISION)
    due = story.today + timedelta(days=90)
    fill(officer, f"{story.at}outcomes/new/action/", text=ACTION, country="MD", due_on=due)
    story.letter(ADVISOR, "ko", rf"{story.at}minutes/1/")
    advisor = story.open_as(ADVISOR)
    advisor.goto(f"{story.at}wrap-up/")
    expect(advisor.locator("#decisions")).to_contain_text(DECISION["ko"])
    expect(advisor.locator("#actions")).to_contain_text(ACTION["ko"])
    advisor.goto(f"{story.at}minutes/1/")
    expect(advisor.locator("main")).to_contain_text(MINUTES["ko"])


def certify(story: Edition) -> None:
    """Both sides sign certificates for the five; whoever knows the code learns whether it is true."""
    officer, visitor = story.officer, story.visitor
    send_to(officer, f"{story.at}certificates/propose/")
    story.letter(DIRECTOR_KR, "ko", rf"{story.at}certificates/1/")
    story.both_sign(f"{story.at}certificates/1/sign/")
    assert NAME["ko"] in story.letter(GUEST, "ko", r"/events/r/[^/]+/certificate\.pdf").words
    officer.goto(f"{story.at}certificates/1/")
    issued = officer.locator("main a[href^='/events/certificates/']")
    expect(issued).to_have_count(5)
    row = officer.locator("main tr").filter(has_text="Moraru").locator("a[href^='/events/certificates/']")
    code, number = row.get_attribute("href"), row.inner_text()
    assert code
    visitor.goto(code)
    expect(visitor.locator("h1")).to_contain_text("Moraru")
    expect(visitor.locator("main .ref strong")).to_have_text(number)
    expect(visitor.locator("main .status")).to_have_class(re.compile("is-done"))
    assert visitor.goto(f"{code[:-3]}AA/").status == 404


@pytest.fixture
def story(portal: Portal, open_as: Open) -> Edition:
    today = datetime.now(ZoneInfo("Asia/Seoul")).date()
    windows: dict[str, Page] = {}

    def kept(email: str = "") -> Page:
        """Whoever has signed in keeps the window; every visitor gets a new one."""
        if email not in windows:
            page = open_as(email)
            page.context.set_default_timeout(PATIENCE)
            if not email:
                return page
            windows[email] = page
        return windows[email]

    return Edition(kept, Post(portal), kept(OFFICER), kept(DIRECTOR_BY), kept(DIRECTOR_KR), kept(), today)


def test_an_edition_from_the_invitation_to_the_certificate(story: Edition) -> None:
    for chapter in (plan, nominate, accept, replace, register, release, attend, evaluate, wrap_up, certify):
        chapter(story)
    assert story.kr.get_attribute("html", "lang") == "ko"
    assert story.officer.get_attribute("html", "lang") == "ru"
