"""Every address of the library, knocked at by those who have a part, by those who have none, and by a visitor.

Nobody ever meets 500; what is not published, and what only its parties read, is 404 for everybody else; reading
changes nothing and costs little; and whatever is posted without a word is answered by a page.
"""

import re
from collections.abc import Iterator
from datetime import timedelta
from uuid import uuid4

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, get_resolver, reverse
from django.utils import timezone

from core.models import JournalEntry
from files.models import StoredFile
from practices.actions.publishing import open_languages
from practices.enums import Answerer, ReportState, ReviewState, Stage, Status, VersionState
from practices.models import Adoption, AdoptionAnswer, AdoptionReport, Collection, Practice, Precondition, Version
from tests.cast import build, cost, sign_in
from tests.practices.builders import (
    give_language,
    make_capability,
    make_criteria,
    make_practice,
    make_translation,
    sections_in,
)
from tests.practices.deciding.building import make_review

pytestmark = pytest.mark.django_db  # within the transaction of the rows: each reader's visit is taken back
VISITOR = "visitor"
# One of each kind of reader.
READERS = [
    VISITOR,
    "official_by",
    "contact_by",
    "advisor_kr",
    "director_kr",
    "officer",
    "admin_user",
    "official_ge",
    "contact_ge",
]
READING = {200, 302, 403, 404, 405, 409}
QUERIES = 12
TAKEN_ALONG = re.compile(r"\.(pdf|docx|zip|csv)$|feed/")  # drawn once for one reader
OF_AN_ADOPTION = re.compile(r"adoptions/<int:pk>/")
PARTIES = {"official_ge", "contact_ge", "officer", "director_kr"}  # of an adoption by Georgia that is not confirmed


def routes() -> list[tuple[str, str]]:
    """Name and route of every address of the library."""
    resolver = next(one for one in get_resolver().url_patterns if getattr(one, "namespace", "") == "practices")
    return [(one.name, str(one.pattern)) for one in resolver.url_patterns if isinstance(one, URLPattern)]


ROUTES = routes()


class Library:
    """One entry of Korea that everybody reads, with one row of everything; one of Georgia on its way, one not sent."""

    def __init__(self):
        cast = self.cast = build()
        people, now = cast.people, timezone.now()
        nia, agency = cast.organisations["nia"], cast.organisations["agency_ge"]
        self.capability = make_capability()
        make_criteria()
        for who, language, duty in (("official_by", "ru", "translate"), ("contact_by", "ru", "check")):
            self.right = give_language(cast.centre, people[who], language, duty)
        self.open = make_practice(cast.centre, nia, people["advisor_kr"], status=Status.PUBLISHED)
        live = self.open.versions.get()
        Precondition.objects.create(version=live, capability=self.capability)
        make_translation(self.open, "ru", people["official_by"], people["contact_by"])
        self.change = Version.objects.create(
            practice=self.open,
            number=2,
            state=VersionState.PROPOSED,
            author=people["officer"],
            sections=sections_in("ko", "change"),
            change_reason="More exact.",
        )
        self.document = StoredFile.objects.create(
            name="paper.pdf",
            kind="application/pdf",
            by=people["advisor_kr"],
            size=1,
            storage_name=default_storage.save("paper", ContentFile(b"x")),
            content_type=ContentType.objects.get_for_model(Practice),
            object_id=self.open.pk,
            permission="practices.view",
        )
        self.adoption = Adoption.objects.create(
            practice=self.open, adopter=agency, country_id="GE", owner=nia, filed_by=people["official_ge"]
        )
        AdoptionReport.objects.create(
            adoption=self.adoption,
            state=ReportState.FILED,
            filed_at=now,
            stage=Stage.PILOT,
            since_on=timezone.localdate() - timedelta(days=30),
            by=people["official_ge"],
        )
        self.answer = AdoptionAnswer.objects.create(adoption=self.adoption, year=now.year, side=Answerer.ADOPTER)
        self.collection = Collection.objects.create(user=people["official_ge"], name="For the minister")
        self.item = self.collection.items.create(practice=self.open)
        self.review = make_practice(
            cast.centre, agency, people["official_ge"], status=Status.REVIEW, language="en", text=sections_in("en")
        )
        open_languages(self.review)
        self.asked = make_review(self.review, people["official_by"], people["officer"])
        make_review(self.review, people["advisor_kr"], people["officer"], state=ReviewState.GIVEN)
        self.draft = make_practice(
            cast.centre, agency, people["official_ge"], language="en", text=sections_in("en", "unsent")
        )

    def url(self, name, route, practice):
        """What stands for `<int:pk>` and its like is a row of that entry, where it has one."""
        taken = re.findall(r"<(?:[a-z]+:)?([a-z_]+)>", route)
        return reverse(f"practices:{name}", kwargs={one: self._argument(route, one, practice) for one in taken})

    def _argument(self, route, name, practice):
        is_open = practice == self.open
        if name == "pk":
            rows = {"reviews/": self.asked, "rights/": self.right, "adoptions/": self.adoption}
            return next(row.pk for part, row in rows.items() if part in route)
        if name == "number" and route.startswith("collections/"):
            return self.collection.pk
        return {
            "reference": practice.reference,
            "number": self.change.number if is_open else 1,
            "answer_pk": self.answer.pk,
            "item": self.item.pk,
            "public_id": self.document.public_id if is_open else uuid4(),
            "group": "facts",
            "language": "ru",
            "code": "ge",
            "key": self.capability.key,
        }[name]


@pytest.fixture(scope="module")
def library(django_db_setup, django_db_blocker) -> Iterator[Library]:
    """The rows are only read: one set of them is enough for all the readers."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield Library()
        transaction.set_rollback(True)


@pytest.fixture
def enter(library, client):
    """`enter(who)`: the browser of that reader."""

    def entered(who):
        if who != VISITOR:
            sign_in(library.cast.people[who], client=client)
        return client

    return entered


def met(client, url, method="get"):
    answer = getattr(client, method)(url)
    if answer.streaming:
        b"".join(answer.streaming_content)
    return answer.status_code


@pytest.mark.parametrize("who", READERS)
def test_every_page_is_met_without_a_fault_costs_little_and_changes_nothing(library, enter, who):
    """And what is only Georgia's is unknown to whoever has no part in it."""
    client, before = enter(who), JournalEntry.objects.count()
    bad, dear, known = {}, {}, {}
    for name, route in ROUTES:
        if TAKEN_ALONG.search(route) and who not in {VISITOR, "official_ge"}:
            continue
        url = library.url(name, route, library.open)
        with CaptureQueriesContext(connection) as queries:
            status = met(client, url)
        if status not in READING:
            bad[name] = status
        if OF_AN_ADOPTION.search(route) and who not in PARTIES and status not in unknown_to(who):
            known[name] = status
        # The first visit may have filled a cache, or signed the reader in.
        if not TAKEN_ALONG.search(route) and len(queries) > QUERIES and (price := cost(client, url)) > QUERIES:
            dear[name] = price
    assert (bad, dear, known) == ({}, {}, {})
    assert JournalEntry.objects.count() == before


def unknown_to(who):
    """What is met where nothing may be known. 405 says nothing of the entry, nor does the way to the door."""
    return {404, 405, 302} if who == VISITOR else {404, 405}


def of_an_entry():
    return [(name, route) for name, route in ROUTES if "<practice:reference>" in route]


@pytest.mark.parametrize("who", READERS)
def test_what_is_not_published_is_unknown_to_strangers_and_costs_its_people_little(library, enter, who):
    """The draft is its author's alone; what is under review, also of those who run, decide, check and review it."""
    client = enter(who)
    bad, dear, known = {}, {}, {}
    for practice, people in (
        (library.draft, {"official_ge"}),
        (
            library.review,
            {"official_ge", "contact_ge", "officer", "director_kr", "official_by", "contact_by", "advisor_kr"},
        ),
    ):
        for name, route in of_an_entry():
            if TAKEN_ALONG.search(route) and who in people - {"official_ge"}:
                continue
            url = library.url(name, route, practice)
            with CaptureQueriesContext(connection) as queries:
                status = met(client, url)
            if status not in READING:
                bad[practice.status, name] = status
            if who not in people and status not in unknown_to(who):
                known[practice.status, name] = status
            if len(queries) > QUERIES and not TAKEN_ALONG.search(route) and (price := cost(client, url)) > QUERIES:
                dear[practice.status, name] = price
    assert (bad, dear, known) == ({}, {}, {})


@pytest.mark.parametrize("who", [VISITOR, "advisor_kr", "officer", "official_ge", "contact_ge"])
def test_what_is_posted_without_a_word_is_answered_by_a_page(library, enter, who):
    client, bad = enter(who), {}
    on_the_way = (library.review, library.draft) if who == "official_ge" else (library.review,) * (who == "officer")
    for practice in (library.open, *on_the_way):
        for name, route in ROUTES if practice == library.open else of_an_entry():
            if TAKEN_ALONG.search(route):
                continue
            with transaction.atomic():
                status = met(client, library.url(name, route, practice), "post")
                transaction.set_rollback(True)  # each finds the rows as they were
            if status not in READING:
                bad[practice.status, name] = status
    assert bad == {}


def test_the_walk_knows_an_open_entry_from_one_that_is_not(library, enter):
    """What the other tests of this file rest on: these pages do open for somebody."""
    author, visitor = enter("official_ge"), {}
    pages = ("detail", "edit", "preview", "propose")
    drafted = {name: met(author, reverse(f"practices:{name}", args=[library.draft.reference])) for name in pages}
    assert drafted == dict.fromkeys(pages, 200)
    assert met(author, library.adoption.get_absolute_url()) == 200
    assert met(author, library.collection.get_absolute_url()) == 200
    author.logout()
    visitor = {row: met(author, row.get_absolute_url()) for row in (library.open, library.draft, library.adoption)}
    assert list(visitor.values()) == [200, 404, 404]
