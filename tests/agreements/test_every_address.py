"""Every address of the register, knocked at by each kind of reader and by a visitor.

Nobody meets 500, reading changes nothing and costs at most twelve queries, and what is being recorded, or is not for
the public, is unknown to whoever has no part in it.
"""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from agreements.enums import AgreementStatus, CommitmentStatus, TextKind
from agreements.models import AgreementText
from agreements.routes import register
from core.models import JournalEntry
from tests.agreements.builders import make_agreement, make_commitment, make_parties
from tests.cast import build, cost, sign_in

pytestmark = pytest.mark.django_db  # within the transaction of the rows: each reader's visit is taken back
VISITOR = "visitor"
READERS = [VISITOR, "official_by", "contact_by", "advisor_kr", "director_by", "director_kr", "officer", "official_ge"]
STAFF = {"director_by", "director_kr", "officer"}
SIGNED = {"contact_by", "advisor_kr"}  # people of the bodies that signed
READING = {200, 302, 403, 404, 405, 409}
QUERIES = 12
DRAWN = re.compile(r"\.(pdf|csv)$")
SECRET = "Закрытое слово"
ROUTES = [(one.name, str(one.pattern)) for one in register.urlpatterns]
OF_ONE = [(name, route) for name, route in ROUTES if "<agreement:" in route]
ENDING = {"end_kind": "terminated", "ended_on": date(2026, 12, 31), "end_reason": SECRET}


class Register:
    """One agreement in each state with one row of everything; the settled ones once more, not for the public."""

    def __init__(self):
        self.cast = build()
        officer = self.cast.people["officer"]
        self.open = {status: self._row(officer, status) for status in AgreementStatus}
        self.closed = {status: self._row(officer, status, is_public=False) for status in AgreementStatus.settled()}

    def _row(self, officer, status, **fields):
        ending = ENDING if status in (AgreementStatus.ENDING, AgreementStatus.ENDED) else {}
        row = make_agreement(
            self.cast.centre, officer, status=status, title={"en": SECRET}, ends_on=date(2030, 1, 1), **ending, **fields
        )
        make_parties(row, self.cast)
        for state in (CommitmentStatus.OPEN, CommitmentStatus.REPORTED):
            reported = {"reported_by_side": "a"} if state == CommitmentStatus.REPORTED else {}
            make_commitment(row, status=state, text={"en": SECRET}, due_on=date(2026, 1, 1), **reported)
        AgreementText.objects.create(agreement=row, kind=TextKind.TRANSLATION, language="be", by=officer)
        return row

    def url(self, name, route, row):
        taken = re.findall(r"<(?:[a-z_]+:)?([a-z_]+)>", route)
        values = {"reference": row.reference, "group": "parties", "number": 2, "pk": row.texts.get().pk}
        return reverse(f"agreements:{name}", kwargs={one: values[one] for one in taken})


@pytest.fixture(scope="module")
def whole(django_db_setup, django_db_blocker) -> Iterator[Register]:
    """The rows are only read: one set of them is enough for all the readers."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield Register()
        transaction.set_rollback(True)


@pytest.fixture
def enter(whole, client):
    def entered(who):
        if who != VISITOR:
            sign_in(whole.cast.people[who], client=client)
        return client

    return entered


def met(client, url, method="get"):
    answer = getattr(client, method)(url)
    text = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return answer.status_code, text.decode() if "pdf" not in answer["Content-Type"] else ""


@pytest.mark.parametrize("who", READERS)
def test_every_page_is_met_without_a_fault_costs_little_and_changes_nothing(whole, enter, who):
    client, before = enter(who), JournalEntry.objects.count()
    bad, dear = {}, {}
    for status, row in whole.open.items():
        for name, route in ROUTES if status == AgreementStatus.RECORDED else OF_ONE:
            if DRAWN.search(route) and (status, who) != (AgreementStatus.RECORDED, "officer"):
                continue
            url = whole.url(name, route, row)
            with CaptureQueriesContext(connection) as queries:
                found, _text = met(client, url)
            if found not in READING:
                bad[status, name] = found
            if not DRAWN.search(route) and len(queries) > QUERIES and (price := cost(client, url)) > QUERIES:
                dear[status, name] = price
    assert (bad, dear) == ({}, {})
    assert JournalEntry.objects.count() == before


@pytest.mark.parametrize("who", READERS)
def test_what_is_not_theirs_is_unknown_to_them(whole, enter, who):
    """A record on its way: staff alone. One that is not for the public: those who signed, and the centre's people."""
    client, known, leaked = enter(who), {}, {}
    rows = {status: row for status, row in whole.open.items() if status not in AgreementStatus.settled()}
    hidden = [] if who in STAFF else [*rows.values()]
    hidden += [] if who in STAFF | SIGNED else [*whole.closed.values()]
    unknown = {404, 405, 302} if who == VISITOR else {404, 405}
    for row in hidden:
        for name, route in OF_ONE:
            found, text = met(client, whole.url(name, route, row))
            if found not in unknown:
                known[row.status, name] = found
            if SECRET in text:
                leaked[row.status, name] = row.reference
    listed = met(client, reverse("agreements:list"))[1]
    leaked |= {row.reference: "list" for row in hidden if row.get_absolute_url() in listed}
    assert (known, leaked) == ({}, {})


@pytest.mark.parametrize("who", [VISITOR, "officer", "director_kr", "official_ge"])
def test_what_is_posted_without_a_word_is_answered_by_a_page(whole, enter, who):
    client, bad = enter(who), {}
    for status, row in whole.open.items():
        for name, route in OF_ONE:
            if DRAWN.search(route):
                continue
            with transaction.atomic():
                found, _text = met(client, whole.url(name, route, row), "post")
                transaction.set_rollback(True)  # each finds the rows as they were
            if found not in READING:
                bad[status, name] = found
    assert bad == {}


def test_the_walk_knows_what_opens_from_what_does_not(whole, enter):
    """What the other tests of this file rest on: these pages do open for somebody."""
    officer = enter("officer")
    draft, recorded = whole.open[AgreementStatus.DRAFT], whole.open[AgreementStatus.RECORDED]
    found = {
        name: met(officer, whole.url(name, route, draft))[0]
        for name, route in OF_ONE
        if name in {"agreement", "edit", "add_text", "propose", "commitment", "remove_text"}
    }
    assert set(found.values()) == {200}
    officer.logout()
    assert [met(officer, row.get_absolute_url())[0] for row in (draft, recorded)] == [404, 200]
    assert SECRET in met(officer, recorded.get_absolute_url())[1]
