"""Every address of news and pages, knocked at by each kind of reader and by a visitor.

Nobody meets 500, reading changes nothing and costs at most twelve queries, and what is being written is unknown to
whoever has no part in it.
"""

import re
from collections.abc import Iterator

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core.models import JournalEntry
from pages.actions.publishing import propose, withdraw
from pages.actions.writing import edit_text
from pages.enums import PageStatus
from pages.routes import pages
from tests.cast import build, cost, sign_in
from tests.events.builders import make_event
from tests.pages.builders import fresh, make_draft, make_page, make_release, publish, words

pytestmark = pytest.mark.django_db  # within the transaction of the rows: each reader's visit is taken back
VISITOR = "visitor"
READERS = [VISITOR, "official_by", "advisor_kr", "director_by", "director_kr", "officer", "admin_user", "official_ge"]
STAFF = {"director_by", "director_kr", "officer", "admin_user"}
READING = {200, 302, 403, 404, 405, 409, 410}
QUERIES = 12
SECRET = "Закрытае слова"
ROUTES = [(one.name, str(one.pattern)) for one in pages.urlpatterns]
OF_ONE = [(name, route) for name, route in ROUTES if "<" in route and name != "beside"]


class News:
    """A press release in each state and a page of the site in two, all about one event; what is not read is secret."""

    def __init__(self):
        self.cast = build()
        self.event = make_event(self.cast.centre)
        officer = self.cast.people["officer"]
        about = [self.event]
        proposed = make_draft(self.cast, "en", "ru", more=SECRET, about=about)
        propose(proposed, by=officer)
        changed = make_release(self.cast, "en", "ru", about=about)
        edit_text(changed, by=officer, language="en", seen=1, **words("en", SECRET))
        propose(changed, by=officer)
        withdrawn = make_release(self.cast, "en", more=SECRET, about=about)
        withdraw(withdrawn, by=officer, reason=SECRET)
        self.rows = {
            PageStatus.DRAFT: make_draft(self.cast, "en", more=SECRET, about=about),
            PageStatus.PROPOSED: fresh(proposed),
            PageStatus.PUBLISHED: make_release(self.cast, "en", "ru", about=about),
            PageStatus.CHANGED: fresh(changed),
            PageStatus.WITHDRAWN: fresh(withdrawn),
            "page": publish(self.cast, make_page(self.cast, reference="history")),
            "core": make_page(self.cast, reference="about"),
        }

    def url(self, name, route, row):
        values = {"reference": row.reference, "language": "en", "kind": "event"}
        if name == "beside":
            values["reference"] = self.event.reference
        if name == "release" and not row.is_release:
            return None
        taken = re.findall(r"<(?:[a-z_]+:)?([a-z_]+)>", route)
        return reverse(f"pages:{name}", kwargs={one: values[one] for one in taken})


@pytest.fixture(scope="module")
def whole(django_db_setup, django_db_blocker) -> Iterator[News]:
    """The rows are only read: one set of them is enough for all the readers."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield News()
        transaction.set_rollback(True)


@pytest.fixture
def enter(whole, client):
    def entered(who):
        if who != VISITOR:
            sign_in(whole.cast.people[who], client=client)
        return client

    return entered


@pytest.mark.parametrize("who", READERS)
def test_every_page_is_met_without_a_fault_costs_little_and_changes_nothing(whole, enter, who):
    client, before = enter(who), JournalEntry.objects.count()
    bad, dear = {}, {}
    for status, row in whole.rows.items():
        for name, route in ROUTES if status == PageStatus.PUBLISHED else OF_ONE:
            if (url := whole.url(name, route, row)) is None:
                continue
            with CaptureQueriesContext(connection) as queries:
                answer = client.get(url)
            if answer.status_code not in READING:
                bad[status, name] = answer.status_code
            if len(queries) > QUERIES and (price := cost(client, url)) > QUERIES:
                dear[status, name] = price
    assert (bad, dear) == ({}, {})
    assert JournalEntry.objects.count() == before


@pytest.mark.parametrize("who", [one for one in READERS if one not in STAFF])
def test_what_is_being_written_is_unknown_to_those_who_only_read(whole, enter, who):
    client, known, leaked = enter(who), {}, []
    for status, row in whole.rows.items():
        for name, route in ROUTES:
            if (url := whole.url(name, route, row)) is None:
                continue
            answer = client.get(url)
            if SECRET in answer.content.decode():
                leaked.append((status, name))
            if name in dict(OF_ONE) and status in (PageStatus.DRAFT, PageStatus.PROPOSED, "core"):
                known[answer.status_code] = url
    assert leaked == []
    assert set(known) <= ({404, 302} if who == VISITOR else {404})


@pytest.mark.parametrize("who", [VISITOR, "officer", "director_kr", "official_ge"])
def test_what_is_posted_without_a_word_is_answered_by_a_page(whole, enter, who):
    client, bad = enter(who), {}
    for status, row in whole.rows.items():
        for name, route in ROUTES:
            if (url := whole.url(name, route, row)) is None:
                continue
            with transaction.atomic():
                found = client.post(url).status_code
                transaction.set_rollback(True)  # each finds the rows as they were
            if found not in READING:
                bad[status, name] = found
    assert bad == {}


def test_the_walk_knows_what_opens_from_what_does_not(whole, enter):
    """What the other tests of this file rest on: these pages do open for somebody."""
    officer, draft = enter("officer"), whole.rows[PageStatus.DRAFT]
    found = {
        name: officer.get(whole.url(name, route, draft)).status_code
        for name, route in OF_ONE
        if name in {"release", "progress", "edit_facts", "edit", "propose", "withdraw"}
    }
    assert set(found.values()) == {200}
    assert SECRET in officer.get(draft.get_absolute_url()).content.decode()
    officer.logout()
    assert [officer.get(row.get_absolute_url()).status_code for row in whole.rows.values()][:5] == [
        404,
        404,
        200,
        200,
        410,
    ]
