"""Every address of projects, walked by the other side, by another country and by a visitor.

Side A has written what is its own so far: a note, an entry and a value that nobody has approved, a part of a report.
Their words stand on pages of side A, which shows that they were planted, and on no page of anybody else. Nobody meets 500,
reading changes nothing and costs little, and what is posted without a word is answered by a page. Routes come from
the resolver, so whatever is added to the app is walked as well.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, get_resolver, reverse
from django.utils import timezone

from core.models import JournalEntry
from people.enums import Side
from projects.enums import EntryState, Owner, RiskGroup, Stage, TaskKind, Treatment, ValueState
from projects.models import (
    Baseline,
    Deliverable,
    DeliverableVersion,
    Issue,
    Partner,
    PostCheck,
    QuarterReport,
    Reconciliation,
    Registration,
    RegistrationPaper,
    RegistrationRule,
    ReportPart,
    Risk,
    SideNote,
    Task,
    Transfer,
)
from tests.cast import build, cost, sign_in
from tests.projects.builders import (
    make_entry,
    make_line,
    make_measure,
    make_period,
    make_project,
    make_target,
    make_value,
)

pytestmark = pytest.mark.django_db  # within the transaction of the rows: each reader's visit is taken back
VISITOR = "visitor"
OTHERS = ("leader_kr", "advisor_kr", "official_ge", VISITOR)
OUTSIDE = ("official_ge", VISITOR)
READING = {200, 302, 403, 404, 405, 409}
QUERIES = 12
DRAWN = re.compile(r"\.(pdf|docx|zip|xml|csv|ics)$|feed/")  # drawn once for one reader
# What only side A may read: a word of each row, and its figures in every writing.
SECRETS = {
    "note": re.compile("NOTE-OF-A"),
    "entry": re.compile("ENTRY-OF-A|PAPER-OF-A"),
    "amount": re.compile(r"771(\D{0,6})993"),
    "value": re.compile("VALUE-OF-A"),
    "figure": re.compile(r"882([^\dA-Za-z]{0,6})991"),  # not in a token
    "reported": re.compile("REPORTED-OF-A"),
    "part": re.compile("PART-OF-A"),
}
FOR_THE_OFFICER = {"reported"}  # who checks what was reported reads it before the other side does


def routes() -> list[tuple[str, str]]:
    """Name and route of every address of the app."""
    resolver = next(one for one in get_resolver().url_patterns if getattr(one, "namespace", "") == "projects")
    return [(one.name, str(one.pattern)) for one in resolver.url_patterns if isinstance(one, URLPattern)]


ROUTES = routes()


class House:
    """A running project with one row of everything, some of them side A's own."""

    def __init__(self) -> None:
        cast = self.cast = build()
        self.project = make_project(cast, summary={"en": "A pilot"})
        project, author = self.project, cast.people["official_by"]
        project.refresh_from_db()
        self.note = SideNote.objects.create(
            project=project, side=Side.A, text="NOTE-OF-A", by=cast.people["director_by"]
        )
        self.line = make_line(project, Side.A)
        make_line(project, Side.B)
        make_entry(self.line, amount="1000.00")
        self.entry = make_entry(
            self.line,
            amount="771993.00",
            state=EntryState.DRAFT,
            description={"en": "ENTRY-OF-A"},
            paper="PAPER-OF-A",
            by=author,
        )
        period, second = make_period(project), make_period(project, quarter=2)
        self.measure = make_measure(project)
        make_target(self.measure, period)
        self.value = make_value(
            self.measure, period, "882991", state=ValueState.DRAFT, evidence="VALUE-OF-A", by=author, submitted_at=None
        )
        self.reported = make_value(
            self.measure, second, "5", state=ValueState.SUBMITTED, evidence="REPORTED-OF-A", by=author
        )
        self.report = QuarterReport.objects.create(project=project, year=2026, quarter=1, due_on=date(2026, 4, 30))
        for side in Side.values:
            words = {"en": "PART-OF-A" if side == Side.A else "Of B", "ru": "Часть"}
            ReportPart.objects.create(report=self.report, side=side, summary=words, done=words, by=author)
        on = date(2026, 6, 1)
        self.task = Task.objects.create(
            project=project, number="1", name={"en": "Begin"}, owner=Owner.BOTH, kind=TaskKind.MILESTONE, days=1,
            wished_on=on, starts_on=on, ends_on=on,
        )  # fmt: skip
        self.baseline = Baseline.objects.create(project=project, number=1, reason="Agreed", by=author)
        self.deliverable = Deliverable.objects.create(
            project=project, number=1, name={"en": "Standard"}, side=Side.A, due_on=on
        )
        self.version = DeliverableVersion.objects.create(deliverable=self.deliverable, number=1, by=author)
        self.risk = Risk.objects.create(
            project=project, number=1, group=RiskGroup.SCHEDULE, cause={"en": "rain"}, event={"en": "flood"},
            effect={"en": "delay"}, likelihood=4, impact=4, treatment=Treatment.REDUCE, owner=Owner.B,
            raised_by=author, raised_on=on,
        )  # fmt: skip
        self.issue = Issue.objects.create(
            project=project, number=1, text={"en": "Late"}, impact=3, owner=Owner.A, raised_by=author, raised_on=on
        )
        self.reconciliation = Reconciliation.objects.create(
            project=project, year=2026, quarter=1, donor=Side.B, currency="USD", by=author
        )
        self.rule = RegistrationRule.objects.create(country=project.country, name={"en": "Registration"})
        RegistrationPaper.objects.create(rule=self.rule, name={"en": "Application"})
        self.registration = Registration.objects.create(project=project, rule=self.rule)
        self.partner = Partner.objects.create(project=project, organisation=project.lead_a, role="1")
        self.closed = make_project(cast, stage=Stage.CLOSED)
        self.check = PostCheck.objects.create(
            project=self.closed, years=1, due_on=on, side=Side.A, asked_at=timezone.now()
        )
        self.transfer = Transfer.objects.create(
            project=project, kind="system", name={"en": "Store"}, source=project.lead_b, receiver=project.lead_a
        )
        self.hidden = make_project(cast, is_public=False)
        self.concept = make_project(cast, stage=Stage.CONCEPT)
        # What a number in an address may stand for: by the word before it, else every number that there is.
        self.numbers: dict[str, list[int]] = {
            "entries": [self.entry.number],
            "budget": [self.line.number],
            "values": [self.value.pk, self.reported.pk],
            "indicators": [self.measure.pk],
            "report": [period.pk],
            "periods": [period.pk],
            "results": [self.measure.result_id],
            "reconciliations": [self.reconciliation.pk],
            "partners": [self.partner.pk],
            "checks": [self.check.pk],
            "registration": [self.registration.pk],
        }
        rows = (self.note, self.task, self.baseline, self.version, self.risk, self.transfer, self.value)
        self.every = sorted({1, *(row.pk for row in rows)})
        self.texts = {
            "reference": project.reference, "group": "what", "side": "a", "code": self.measure.indicator.code,
            "kind": "transfer", "year": 2026, "quarter": 1, "language": "en",
        }  # fmt: skip

    def urls(self, name: str, route: str, project: Any) -> list[str]:
        """The addresses of a route: one, or one for each number that may be meant."""
        if "checks/" in route:
            project = self.closed
        found: list[dict[str, Any]] = [{}]
        for match in re.finditer(r"<(?:(\w+):)?(\w+)>", route):
            kind, argument = match.groups()
            before = route[: match.start()].rstrip("/").rpartition("/")[2]
            found = [{**one, argument: value} for one in found for value in self._values(kind, argument, before)]
        if "reference" in route and "<project:" in route:
            found = [{**one, "reference": project.reference} for one in found]
        if name == "beside":
            found = [{"kind": "decision", "reference": self.project.decision.reference}]
        return [reverse(f"projects:{name}", kwargs=one) for one in found]

    def _values(self, kind: str | None, argument: str, before: str) -> list[Any]:
        if kind == "uuid":
            return [uuid4()]
        if argument in self.texts:
            return [self.texts[argument]]
        if kind == "int":
            return self.numbers.get(before, self.every)
        return ["x"]


@pytest.fixture(scope="module")
def house(django_db_setup: None, django_db_blocker: Any) -> Iterator[House]:
    """The rows are only read: one set of them is enough for all the readers."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield House()
        transaction.set_rollback(True)


@pytest.fixture
def enter(house: House, client: Any) -> Any:
    """`enter(who)`: the browser of that reader, in English."""

    def entered(who: str) -> Any:
        client.cookies.clear()
        if who != VISITOR:
            sign_in(house.cast.people[who], client=client)
        return client

    return entered


def met(client: Any, url: str, method: str = "get") -> tuple[int, str]:
    """The status, and all that was said."""
    answer = getattr(client, method)(url)
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return answer.status_code, content.decode("utf-8", "replace") + answer.headers.get("Location", "")


def said(text: str) -> set[str]:
    return {name for name, secret in SECRETS.items() if secret.search(text)}


BEYOND = ("/desk/", "/search/?q=NOTE-OF-A", "/search/?q=ENTRY-OF-A", "/projects/portfolio/?by=kind")


@pytest.mark.parametrize("who", OTHERS)
def test_what_is_one_sides_own_is_read_by_nobody_else(house: House, enter: Any, who: str) -> None:
    client, before = enter(who), JournalEntry.objects.count()
    bad, told, dear = {}, {}, {}
    for name, route in ROUTES:
        for url in house.urls(name, route, house.project):
            with CaptureQueriesContext(connection) as queries:
                status, text = met(client, url)
            if status not in READING:
                bad[url] = status
            if found := said(text):
                told[url] = found
            if len(queries) > QUERIES and not DRAWN.search(route) and (price := cost(client, url)) > QUERIES:
                dear[url] = price
    for url in BEYOND:
        found = said(met(client, url)[1].replace(url.partition("q=")[2] or "\x00", ""))
        told |= {url: found} if found else {}
    assert (bad, told, dear) == ({}, {}, {})
    assert JournalEntry.objects.count() == before


def test_the_officer_reads_what_he_checks_and_nothing_else_of_it(house: House, enter: Any) -> None:
    client = enter("officer")
    found, bad = set(), {}
    for name, route in ROUTES:
        for url in house.urls(name, route, house.project):
            status, text = met(client, url)
            found |= said(text)
            bad |= {} if status in READING else {url: status}
    assert (found - FOR_THE_OFFICER, bad) == (set(), {})


def test_the_words_were_planted(house: House, enter: Any) -> None:
    """What the walk of the others rests on: side A does read its own words where they stand."""
    pages = {
        "notes": {"note"},
        "entries": {"entry", "amount"},
        "value": {"value", "figure", "reported"},
        "report": {"part"},
    }
    client, read = enter("leader_by"), {}
    for name, route in ROUTES:
        if name in pages:
            read[name] = set().union(*(said(met(client, url)[1]) for url in house.urls(name, route, house.project)))
    assert {name: pages[name] - found for name, found in read.items()} == {name: set() for name in read}


@pytest.mark.parametrize("who", OUTSIDE)
def test_what_is_not_public_is_unknown_outside(house: House, enter: Any, who: str) -> None:
    """405 says nothing of the project, nor does the way to the door."""
    client, known = enter(who), {}
    unknown = {404, 405, 302} if who == VISITOR else {404, 405}
    for project in (house.hidden, house.concept):
        for name, route in ROUTES:
            if "<project:" in route:
                url = house.urls(name, route, project)[0].replace(house.closed.reference, project.reference)
                if (status := met(client, url)[0]) not in unknown:
                    known[url] = status
    assert known == {}


@pytest.mark.parametrize("who", [VISITOR, "leader_kr", "leader_by"])
def test_what_is_posted_without_a_word_is_answered_by_a_page(house: House, enter: Any, who: str) -> None:
    client, bad, told = enter(who), {}, {}
    for name, route in ROUTES:
        url = house.urls(name, route, house.project)[0]
        with transaction.atomic():
            status, text = met(client, url, "post")
            transaction.set_rollback(True)  # each finds the rows as they were
        if status not in READING:
            bad[url] = status
        if who != "leader_by" and (found := said(text)):
            told[url] = found
    assert (bad, told) == ({}, {})
