"""One project from the concept paper of an official to figures that anybody may check.

Both leaders, the officer and both co-directors act through the screens, in Russian and in Korean; each act waits for the
letters that it causes, in the reader's own language. At the end a visitor takes the public file, which the official
schema finds valid, and follows a figure of the portfolio to the decision that proves it. Pages are told apart by their
addresses and fields by their names.
"""

import re
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from projects.iati.checking import against_schema
from tests.browser.conftest import Open, Portal, axe_says, overflow
from tests.browser.filling import fetched, fill, send, send_to
from tests.browser.letters import PATIENCE, Letter, Post

NAME = {"ru": "Электронный приём обращений в районах", "ko": "지방 전자민원 접수"}
SENTENCE = {
    "ru": "Обращения граждан принимают в сорока районах на бумаге; ответ ждут двадцать три дня.",
    "ko": "사십 개 지역에서 민원을 종이로 접수하며, 답변까지 이십삼 일이 걸린다.",
}
AGREED = {"ru": "Согласны: основа в плане есть.", "ko": "동의한다. 계획에 근거가 있다."}
CONCEPT = (  # what stands on its second and third page
    ("situation", "problem", "objective", "beneficiaries", "national_plan"),
    ("activities", "sustainability", "assumptions"),
)
PAID = "12345.67"  # a figure that stands nowhere else
REACHED = "1287"
SESSION, INDICATOR, REGISTERED = 900, "OFFICES-900", "2/26/009900"
FILE = {"name": "protocol.txt", "mimeType": "text/plain", "buffer": "Протокол испытаний".encode()}
OFFICER, ADMINISTRATOR = "officer@centre.example", "admin@centre.example"
DIRECTOR_BY, DIRECTOR_KR = "director@by.example", "director@kr.example"
LEADER_BY, LEADER_KR = "official@by.example", "leader2@kr.example"
MEMBERS = (  # of the session: account, side, role
    (DIRECTOR_BY, "a", "head"),
    (LEADER_BY, "a", "member"),
    (DIRECTOR_KR, "b", "head"),
    (LEADER_KR, "b", "member"),
)
BODIES = {"a": "National Centre of Electronic Services", "b": "National Information Society Agency"}
KNOWN = {"a": "BY-SAMPLE-900", "b": "KR-SAMPLE-900"}
AT_PROJECT = r"/projects/JP-\d{4}-\d+/"


def quarter_before(day: date) -> tuple[date, date]:
    """The first and the last day of the last quarter that is over."""
    this = date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
    last = this - timedelta(days=1)
    return date(last.year, last.month - 2, 1), last


@dataclass
class Story:
    """Who has which window open, and what has been found on the way."""

    open_as: Open
    post: Post
    portal: Portal
    at: str = ""  # the address of the project
    session: str = ""
    decision: str = ""
    line: str = ""
    value: str = ""
    report: str = ""
    faults: list[str] = field(default_factory=list)

    @property
    def today(self) -> date:
        """In the capital of side A, where the centre's day is counted."""
        return datetime.now(ZoneInfo("Europe/Minsk")).date()

    @property
    def quarter(self) -> tuple[date, date]:
        return quarter_before(self.today)

    @property
    def reference(self) -> str:
        return self.at.split("/")[2]

    def letter(self, to: str, language: str, pattern: str) -> Letter:
        return self.post.wait(self.open_as(to), to, language, pattern)

    def look_at(self, page: Page, path: str = "") -> None:
        """A page of this story is for everybody, on a desk and on a phone at night."""
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


def address_in(page: Page, pattern: str) -> str:
    """The path of the page that is open, which looks like this."""
    found = re.search(pattern, page.url)
    assert found, page.url
    return found[0]


def choose(page: Page, name: str, words: str = "") -> None:
    """The option that holds the words, else the first that is one."""
    options = page.locator(f"select[name={name}] option")
    values = [one.get_attribute("value") for one in options.all() if words in one.inner_text()]
    page.select_option(f"select[name={name}]", next(value for value in values if value))


# --- To the committee ------------------------------------------------------------------------------------------------


def propose(story: Story) -> None:
    """The official writes four pages in two languages and submits; nobody else sees the paper before."""
    author, first = story.open_as(LEADER_BY), story.quarter[0]
    story.look_at(author, "/projects/start/")
    for language, text in NAME.items():
        author.fill(f"[name=name_{language}]", text)
    author.select_option("select[name=lead_b]", label=option_of(author, "lead_b", "NIA", "정보사회", "информационного"))
    send(author)
    story.at = address_in(author, AT_PROJECT)
    story.look_at(author)
    choose(author, "agreement", "AG-")
    days = {"planned_start_on": first, "planned_end_on": first + timedelta(days=330)}
    fill(author, "", summary=SENTENCE, place={"ru": "Минск", "ko": "민스크"}, **days)
    for parts in CONCEPT:
        fill(author, "", **dict.fromkeys(parts, SENTENCE))
    fill(author, "", currency="USD", asked_a=8000, asked_b=50000)
    assert story.open_as(DIRECTOR_KR).goto(story.at).status == 404
    assert story.open_as("").goto(story.at).status == 404
    story.look_at(author, f"{story.at}submit/")
    send(author)


def option_of(page: Page, name: str, *words: str) -> str:
    """The words of the option that holds one of these."""
    options = [one.inner_text() for one in page.locator(f"select[name={name}] option").all()]
    return next(one for one in options if any(word in one for word in words))


def support(story: Story) -> None:
    """Each co-director is told in the own language and says what the own side thinks."""
    for director, language in ((DIRECTOR_BY, "ru"), (DIRECTOR_KR, "ko")):
        assert NAME[language] in story.letter(director, language, f"{story.at}.*").words
        page = story.open_as(director)
        story.look_at(page, f"{story.at}concept/")
        fill(page, f"{story.at}opinion/", verdict="supports", text=AGREED)


def meet(story: Story) -> None:
    """The committee meets: agenda, members of both sides, the decision, the project laid with it."""
    officer = story.open_as(OFFICER)
    now = datetime.now(ZoneInfo("Europe/Minsk"))
    fill(
        officer,
        "/agreements/committees/new/",
        number=SESSION,
        programme_year=9,
        starts_at=f"{now - timedelta(hours=3):%Y-%m-%dT%H:%M}",
        ends_at=f"{now - timedelta(hours=1):%Y-%m-%dT%H:%M}",
        zone="Europe/Minsk",
        place={"ru": "Минск", "ko": "민스크"},
    )
    story.session = address_in(officer, r"/agreements/committees/[A-Z]+-\d+/")
    for email, side, role in MEMBERS:
        fill(officer, f"{story.session}members/add/", email=email, side=side, role=role)
    fill(officer, f"{story.session}agenda/add/", title=NAME)
    fill(officer, f"{story.session}decisions/write/", title=NAME, text=AGREED, kind="project")
    story.decision = address_in(officer, r"/agreements/decisions/[A-Z]+-\d+-\d+/")
    send_to(officer, f"{story.session}convene/")
    story.letter(DIRECTOR_KR, "ko", f"{story.session}.*")
    officer.goto(f"{story.at}lay/")
    choose(officer, "decision", story.decision.split("/")[3])
    send(officer)
    story.look_at(officer, story.session)


def decide(story: Story) -> None:
    """It was held with a quorum; both co-directors countersign, and the project is approved by nobody else's hand."""
    officer, visitor = story.open_as(OFFICER), story.open_as("")
    officer.goto(f"{story.session}members/presence/")
    for one in officer.locator("main select[name^=m]").all():
        one.select_option("present")
    send(officer)
    send_to(officer, f"{story.session}hold/")
    send_to(officer, f"{story.decision}propose/")
    for director, language in ((DIRECTOR_BY, "ru"), (DIRECTOR_KR, "ko")):
        story.letter(director, language, f"{story.decision}.*")
        assert visitor.goto(story.at).status == 404
        page = story.open_as(director)
        story.look_at(page, f"{story.decision}countersign/")
        fill(page, "", verdict="for")
    assert visitor.goto(story.at).status == 200
    assert NAME["ru"] in story.letter(LEADER_BY, "ru", f"{story.at}.*").words
    story.look_at(visitor, story.decision)


# --- To the start ----------------------------------------------------------------------------------------------------


def register(story: Story) -> None:
    """Leaders are named and told; without the national register the project does not start."""
    officer, leader = story.open_as(OFFICER), story.open_as(LEADER_BY)
    for side, words in (("a", ("Dubovik", "Дубовик")), ("b", ("Ryu", "류"))):
        officer.goto(f"{story.at}people/leader/{side}/")
        officer.select_option("select[name=leader]", label=option_of(officer, "leader", *words))
        send(officer)
    story.letter(LEADER_KR, "ko", f"{story.at}.*")
    leader.goto(f"{story.at}start/")
    expect(leader.locator("main form button.btn-primary")).to_have_count(0)
    story.look_at(leader, f"{story.at}registration/")
    papers = {link.get_attribute("href") for link in leader.locator("main a[href*='registration/papers/']").all()}
    ticks = sorted(one for one in papers if one and re.search(r"/papers/\d+/$", one))
    for path in ticks:
        leader.goto(path)
        leader.check("[name=is_ready]")
        send(leader)
    leader.goto(f"{story.at}registration/")
    at = leader.locator("main a[href$='/file/']").first.get_attribute("href")
    assert at
    fill(officer, at, filed_on=story.today)
    fill(officer, at.replace("/file/", "/enter/"), number=REGISTERED, registered_on=story.today)


def start(story: Story) -> None:
    """Both leaders turn their keys; then the clock goes back a quarter, so that there is one to report on."""
    send_to(story.open_as(LEADER_BY), f"{story.at}start/")
    story.letter(LEADER_KR, "ko", f"{story.at}.*")
    story.look_at(story.open_as(LEADER_KR), f"{story.at}start/")
    send(story.open_as(LEADER_KR))
    story.look_at(story.open_as(LEADER_BY), f"{story.at}progress/")
    story.portal.run(
        "from projects.models import Project\n"
        f"Project.objects.filter(reference={story.reference!r}).update(started_on={story.quarter[0].isoformat()!r})"
    )


# --- A quarter's work ------------------------------------------------------------------------------------------------


def plan(story: Story) -> None:
    """A leader plans a line, takes the baseline, and says how far it is. No script is needed for any of it."""
    leader, first = story.open_as(LEADER_BY), story.quarter[0]
    page = story.open_as(LEADER_BY, scripts=False)
    words = {"number": "1", "name": NAME, "kind": "task", "owner": "a", "wished_on": first, "days": 20}
    fill(page, f"{story.at}schedule/lines/add/", **words)
    line = address_in(page, rf"{story.at}schedule/lines/\d+/")
    fill(page, f"{story.at}schedule/baselines/take/", reason="План согласован при начале.")
    fill(page, f"{line}progress/", progress=60, begun_on=first + timedelta(days=7))
    story.letter(LEADER_KR, "ko", f"{story.at}schedule/.*")
    story.look_at(leader, f"{story.at}schedule/")
    expect(leader.locator("main svg").first).to_be_visible()


def pay(story: Story) -> None:
    """A line of the budget by the decision; paid by the one side, received by the other, each approved by a second person."""
    officer, (first, last) = story.open_as(OFFICER), story.quarter
    officer.goto(f"{story.at}money/budget/new/")
    officer.select_option(
        "select[name=source]", label=option_of(officer, "source", "NIA", "Национальное агентство информационного")
    )
    choose(officer, "agreement", "AG-")
    facts = {"title": NAME, "side": "b", "group": "services", "nature": "cash", "amount": "50000.00", "currency": "USD"}
    fill(officer, "", **facts, starts_on=first, ends_on=first + timedelta(days=360))
    officer.goto(f"{story.at}money/budget/approve/")
    officer.locator("main [name=lines]").first.check()
    choose(officer, "decision", story.decision.split("/")[3])
    send(officer)
    story.line = f"{story.at}money/budget/1/"
    story.look_at(officer, story.line)
    day = first + timedelta(days=40)
    paid = {
        "kind": "disbursement",
        "on": day,
        "amount": PAID,
        "currency": "USD",
        "description": NAME,
        "paper": "2026-1",
    }
    book(story, LEADER_KR, DIRECTOR_KR, "ko", **paid)
    received = {**paid, "kind": "receipt", "on": last, "paper": "77"}
    book(story, LEADER_BY, DIRECTOR_BY, "ru", **received)
    story.look_at(story.open_as(LEADER_BY), f"{story.at}money/")


def book(story: Story, leader: str, director: str, language: str, **facts: object) -> None:
    """Entered by one of a side, seen by nobody else, approved by another of the same side."""
    keeper, other = story.open_as(leader), story.open_as(LEADER_BY if leader == LEADER_KR else LEADER_KR)
    keeper.goto(f"{story.at}money/entries/new/")
    choose(keeper, "line", "B01")
    if facts["kind"] == "receipt":
        choose(keeper, "answers", "E")
    fill(keeper, "", **facts)
    number = 1 if leader == LEADER_KR else 2
    entry = f"{story.at}money/entries/{number}/"
    assert other.goto(entry).status == 404
    story.letter(director, language, f"{story.at}money/.*")
    page = story.open_as(director)
    story.look_at(page, f"{story.at}money/entries/approve/")
    page.locator("main [name=entries]").first.check()
    send(page)
    assert other.goto(entry).status == 200


def aim(story: Story) -> None:
    """The officer says what is to change, how it is measured, and what is aimed at each quarter."""
    officer = story.open_as(OFFICER)
    words = {"code": INDICATOR, "name": NAME, "unit": "number", "direction": "up", "over_time": "last", "across": "sum"}
    fill(officer, "/projects/indicators/add/", **words)
    fill(officer, f"{story.at}results/add/", level="1", title=NAME)
    fill(officer, f"{story.at}periods/make/", every="quarter")
    officer.goto(f"{story.at}results/arrange/")
    officer.locator("main a[href$='/indicators/add/']").first.click()
    choose(officer, "indicator", INDICATOR)
    fill(officer, "", reported_by="a", baseline=0, baseline_on=story.quarter[0])
    officer.goto(f"{story.at}results/arrange/")
    officer.locator("main a[href$='/targets/']").first.click()
    officer.goto(f"{officer.url.split('?')[0]}?year={story.quarter[1].year}")
    for cell in officer.locator("main input[name^=t_]").all():
        cell.fill("1000")
    story.look_at(officer)
    send(officer)


def stand_by(story: Story) -> None:
    """A value is drafted by one side, checked by neither, approved by both."""
    officer, leader = story.open_as(OFFICER), story.open_as(LEADER_BY)
    story.look_at(leader, f"{story.at}results/missing/")
    leader.locator("main tbody a[href*='/indicators/']").first.click()
    story.look_at(leader)
    leader.locator("main a[href*='/report/']").first.click()  # the earliest period stands first
    fill(leader, "", value=REACHED, evidence="Протокол № 12")
    story.value = address_in(leader, rf"{story.at}values/\d+/")
    assert story.open_as(LEADER_KR).goto(story.value).status == 404
    assert officer.goto(story.value).status == 404
    send_to(leader, f"{story.value}submit/")
    story.letter(OFFICER, "ru", f"{story.value}.*")
    assert story.open_as(LEADER_KR).goto(story.value).status == 404
    send_to(officer, f"{story.value}check/")
    for one, language in ((LEADER_KR, "ko"), (LEADER_BY, "ru")):
        story.letter(one, language, f"{story.value}.*")
        assert story.open_as("").goto(story.value).status == 404
        story.look_at(story.open_as(one), f"{story.value}approve/")
        send(story.open_as(one))
    assert story.open_as("").goto(story.value).status == 200
    story.look_at(leader, f"{story.at}results/?year={story.quarter[1].year}")
    expect(leader.locator("main")).to_contain_text(re.compile(r"1.?287"))


def hand_over(story: Story) -> None:
    """One side hands over a version with its file; both leaders accept it, and the protocol is drawn."""
    officer, kr, by = story.open_as(OFFICER), story.open_as(LEADER_KR), story.open_as(LEADER_BY)
    fill(officer, f"{story.at}deliverables/add/", name=NAME, criteria=SENTENCE, side="b", due_on=story.today)
    deliverable = address_in(officer, rf"{story.at}deliverables/\d+/")
    kr.goto(f"{deliverable}submit/")
    kr.set_input_files("[name=document]", FILE)
    fill(kr, "", note="첫 번째 판")
    story.letter(LEADER_BY, "ru", f"{deliverable}.*")
    send_to(by, f"{deliverable}versions/1/accept/")
    story.letter(LEADER_KR, "ko", f"{deliverable}.*")
    story.look_at(kr, f"{deliverable}versions/1/accept/")
    send(kr)
    story.look_at(by, deliverable)
    expect(by.locator(".key.is-signed")).to_have_count(2)
    assert fetched(by, f"{deliverable}acceptance.pdf").startswith(b"%PDF-")


# --- The report ------------------------------------------------------------------------------------------------------


def report(story: Story) -> None:
    """The clock begins the report; both write, the officer freezes the figures, both sign: it is on paper."""
    year, quarter = story.quarter[1].year, story.quarter[1].month // 3
    story.portal.run("from projects.tasks.reports import begin_reports; begin_reports()")
    story.report = f"{story.at}reports/{year}/{quarter}/"
    officer = story.open_as(OFFICER)
    for leader, side in ((LEADER_BY, "a"), (LEADER_KR, "b")):
        page = story.open_as(leader)
        page.goto("/desk/")  # the letter waits for the hours of the office
        expect(page.locator(f"main a[href='{story.at}reports/']").first).to_be_visible()
        story.look_at(page, f"{story.report}parts/{side}/")
        for name in ("summary", "done"):
            for written, text in AGREED.items():
                page.fill(f"[name={name}_{written}]", text)
        send(page, "main form button[name=finish]")
    story.look_at(story.open_as(LEADER_BY), f"{story.report}submit/")
    send(story.open_as(LEADER_BY))
    story.letter(OFFICER, "ru", f"{story.report}.*")
    story.look_at(officer, f"{story.report}verify/")
    expect(officer.locator("main")).to_contain_text(re.compile(r"12.?345[.,]67"))
    send(officer)
    for leader, language in ((LEADER_BY, "ru"), (LEADER_KR, "ko")):
        story.letter(leader, language, f"{story.report}.*")
        story.look_at(story.open_as(leader), f"{story.report}sign/")
        send(story.open_as(leader))
    page = story.open_as(LEADER_KR)
    story.look_at(page, story.report)
    expect(page.locator(".key.is-signed")).to_have_count(2)
    for kind, first in (("pdf", b"%PDF-"), ("docx", b"PK")):
        assert fetched(page, f"{story.report}report.{kind}").startswith(first)


# --- To everybody ----------------------------------------------------------------------------------------------------


def publish(story: Story) -> None:
    """The officer prepares both activities, each side publishes its own; anybody takes a file that is valid."""
    officer, admin = story.open_as(OFFICER), story.open_as(ADMINISTRATOR)
    for side, body in BODIES.items():
        known_to_iati(admin, body, KNOWN[side])
        fill(officer, f"{story.at}iati/{side}/", activity_id=f"{KNOWN[side]}-{story.reference}")
    story.look_at(officer, f"{story.at}iati/")
    assert officer.goto(f"{story.at}iati/a/publish/").status == 403
    for leader, side in ((LEADER_BY, "a"), (LEADER_KR, "b")):
        story.look_at(story.open_as(leader), f"{story.at}iati/{side}/publish/")
        send(story.open_as(leader))
    visitor = story.open_as("")
    story.look_at(visitor, "/projects/open-data/")
    files = {one.get_attribute("href") for one in visitor.locator("main a[href*='/iati/activities-']").all()}
    found = {side: next(one for one in files if one and KNOWN[side] in one) for side in KNOWN}
    for side, path in found.items():
        xml = fetched(visitor, path)
        assert against_schema(xml) == []
        assert f"<iati-identifier>{KNOWN[side]}-{story.reference}</iati-identifier>".encode() in xml
        assert (PAID.encode() in xml, REACHED.encode() in xml) == (True, True)
        other = KNOWN["b" if side == "a" else "a"]
        assert f'activity-id="{other}-{story.reference}"'.encode() in xml  # so that nobody counts the payment twice


def known_to_iati(admin: Page, body: str, identifier: str) -> None:
    """An administrator writes down how IATI knows a body, or corrects it."""
    admin.goto("/admin/projects/iatiidentity/")
    known = admin.locator("#result_list tbody tr", has_text=body).locator("th a")
    if known.count():
        known.click()
    else:
        admin.goto("/admin/projects/iatiidentity/add/")
        admin.locator("span.select2-selection").click()
        admin.locator("input.select2-search__field").fill(body)
        admin.locator(".select2-results__option", has_text=body).first.click()
    admin.fill("[name=identifier]", identifier)
    admin.click("[name=_save]")
    expect(admin.locator(".errornote")).to_have_count(0)


def follow(story: Story) -> None:
    """A visitor follows what was paid from the portfolio to its row, its line, and the decision of both sides."""
    visitor = story.open_as("")
    story.look_at(visitor, f"/projects/portfolio/?q={story.reference}")
    figure = visitor.locator("main a[href*='/portfolio/rows/'][href*='disbursed&side=b']").first
    expect(figure).to_contain_text(re.compile(r"12.?345[.,]67"))
    figure.click()
    story.look_at(visitor)
    expect(visitor.locator("main tbody tr")).to_have_count(1)
    visitor.locator("main tbody th a").click()
    story.look_at(visitor)
    expect(visitor).to_have_url(re.compile(f"{story.at}money/entries/1/$"))
    visitor.locator(f"main a[href='{story.line}']").first.click()
    visitor.locator(f"main a[href='{story.decision}']").first.click()
    expect(visitor).to_have_url(re.compile(f"{story.decision}$"))
    expect(visitor.locator("main .key.is-signed")).to_have_count(2)


CHAPTERS = (
    propose,
    support,
    meet,
    decide,
    register,
    start,
    plan,
    pay,
    aim,
    stand_by,
    hand_over,
    report,
    publish,
    follow,
)


@pytest.fixture
def story(portal: Portal, open_as: Open) -> Story:
    windows: dict[tuple[str, bool], Page] = {}

    def kept(email: str = "", *, scripts: bool = True) -> Page:
        """Everybody keeps the window; one without scripts is another."""
        if (email, scripts) not in windows:
            windows[email, scripts] = open_as(email, java_script_enabled=scripts)
            windows[email, scripts].context.set_default_timeout(PATIENCE)
        return windows[email, scripts]

    return Story(kept, Post(portal), portal)


def test_a_project_from_the_concept_paper_to_a_figure_that_anybody_may_check(story: Story) -> None:
    for chapter in CHAPTERS:
        chapter(story)
    assert story.faults == []
    assert story.open_as(LEADER_BY).get_attribute("html", "lang") == "ru"
    assert story.open_as(LEADER_KR).get_attribute("html", "lang") == "ko"
