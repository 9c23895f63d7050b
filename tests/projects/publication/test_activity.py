"""Rows of the portal as an activity: both, valid, and nothing in it that is not approved."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from agreements.models import Agreement, CommitteeSession
from projects.enums import EntryKind, EntryState, Stage
from projects.iati import checking
from projects.iati.codes import OrganisationRole
from projects.models import IatiIdentity, Project
from projects.publishing.published import activities, published
from projects.publishing.rows import QUERIES, rows_of
from tests.cast import Cast
from tests.projects.builders import make_entry, make_line, make_project
from tests.projects.iati.standard import objections
from tests.projects.publication.publishing import NIA, SERVICES, activity, make_publication, make_whole, read, written

LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.mark.parametrize("side", ["a", "b"])
def test_a_whole_project_is_valid_by_every_measure(both: Project, side: str) -> None:
    found = activity(both, side)
    assert checking.faults(found) == []
    assert objections(found, timezone.now().date()) == []


@pytest.mark.parametrize("stage", Stage.approved())
def test_at_every_stage(cast: Cast, stage: str) -> None:
    make_whole(cast)
    project = make_project(cast, stage=stage, summary={"ru": "Пилот"})
    if stage == Stage.CLOSED:
        Project.objects.filter(pk=project.pk).update(ended_on=date(2026, 6, 1))
    make_publication(project, "b")
    assert objections(activity(project, "b"), timezone.now().date()) == []


def test_texts_are_told_in_every_language_the_original_first(both: Project) -> None:
    both.publications.filter(side="b").update(language="ko")
    title = read(written(activity(both, "b"))).find(".//title")
    assert [one.get(LANG) for one in title] == ["ko", "en", "ru"]


def test_each_side_names_the_other_at_what_goes_between_them(both: Project) -> None:
    own, their = f"{NIA}-{both.reference}", f"{SERVICES}-{both.reference}"
    donor, recipient = activity(both, "b"), activity(both, "a")
    paid = [one for one in donor.transactions if one.type == "3"]
    assert {(one.provider.activity_id, one.receiver.activity_id) for one in paid} == {(own, their)}
    received = [one for one in recipient.transactions if one.type == "1"]
    assert [(one.provider.activity_id, one.receiver.activity_id) for one in received] == [(own, their)]
    assert ([one.ref for one in donor.related_activities], [one.ref for one in recipient.related_activities]) == (
        [their],
        [own],
    )
    assert {one.ref: one.activity_id for one in donor.participants if one.role == "2"} == {NIA: own, SERVICES: their}


def test_an_activity_that_is_not_published_is_not_named(both: Project) -> None:
    both.publications.filter(side="a").update(is_published=False)
    found = activity(both, "b")
    assert found.related_activities == ()
    assert {one.receiver.activity_id for one in found.transactions if one.type == "3"} == {""}
    assert SERVICES + "-" not in written(found).decode()


def test_both_files_together_count_a_payment_once(both: Project) -> None:
    """Money by who gives it, over both files: what comes in is told by the other end and is no second payment."""
    files = read(written(activity(both, "a"), activity(both, "b")))
    sums: dict[tuple[str, str], Decimal] = {}
    for one in files.iterfind(".//transaction"):
        kind = one.find("transaction-type").get("code")
        key = kind, one.find("provider-org").get("provider-activity-id")
        if one.find("value").get("currency") == "USD":
            sums[key] = sums.get(key, Decimal()) + Decimal(one.find("value").text)
    own, their = f"{NIA}-{both.reference}", f"{SERVICES}-{both.reference}"
    assert sums == {("3", own): Decimal(120000), ("1", own): Decimal(119500), ("4", their): Decimal(40000)}


def test_what_is_reversed_is_told_as_less_than_nothing(both: Project) -> None:
    amounts = [one.value.amount for one in activity(both, "b").transactions if one.type == "3"]
    assert sorted(amounts) == [Decimal(-500), Decimal(500), Decimal(120000)]


def test_an_amount_in_won_has_no_cents(both: Project) -> None:
    file = read(written(activity(both, "b")))
    assert {one.text for one in file.iterfind(".//value[@currency='KRW']")} == {"90000000"}


@pytest.mark.parametrize("secret", ["771993", "882991", "666.00", "3333"])
def test_nothing_that_is_not_approved_nor_in_kind_is_in_any_file(both: Project, secret: str) -> None:
    assert secret not in written(activity(both, "a"), activity(both, "b")).decode()


def test_results_are_told_with_what_was_aimed_at_and_their_parts(both: Project) -> None:
    [result] = activity(both, "a").results
    number, words = result.indicators
    [period] = number.periods
    assert [(one.value, one.dimensions) for one in period.targets] == [(Decimal(10), ())]
    assert [(one.value, [(part.name, part.value) for part in one.dimensions]) for one in period.actuals] == [
        (Decimal("4.5"), []),
        (Decimal("2.25"), [("Sex", "Women")]),
        (Decimal("2.25"), [("Sex", "Men")]),
    ]
    assert (words.measure, words.baselines[0].value, words.baselines[0].comment[0].text) == ("5", None, "Paper only")
    assert words.periods[0].actuals[0].comment[0].text == "A law is in force"


def test_only_papers_that_everybody_may_open_are_linked(both: Project) -> None:
    def linked() -> list[str]:
        return [
            one.url.partition(
                "/",
            )[2]
            .partition("/")[2]
            .partition("/")[2]
            for one in activity(both, "b").documents
        ]

    page, agreement = both.get_absolute_url()[1:], both.agreement.get_absolute_url()[1:]
    decision = both.decision.get_absolute_url()[1:]
    assert linked() == [page, agreement, decision]
    Agreement.objects.update(is_public=False)
    CommitteeSession.objects.update(is_closed=True)
    assert linked() == [page]


def test_rows_cost_the_same_for_one_project_and_for_five(cast: Cast, both: Project) -> None:
    def price(pks: Any) -> int:
        with CaptureQueriesContext(connection) as queries:
            rows_of(pks)
        return len(queries)

    rows_of([both.pk])  # kinds of content are known from here on
    more = [make_whole(cast) for _ in range(4)]
    assert (price([both.pk]), price([both.pk, *(one.pk for one in more)])) == (QUERIES, QUERIES)


def test_files_are_read_in_chunks_of_a_fixed_price(cast: Cast, both: Project, monkeypatch: Any) -> None:
    monkeypatch.setattr("projects.publishing.published.CHUNK", 2)
    for _ in range(3):
        make_publication(make_whole(cast), "b")
    list(activities(published()))
    with CaptureQueriesContext(connection) as queries:
        found = list(activities(published()))
    assert (len(found), len(queries)) == (5, 1 + 3 * QUERIES)


def test_one_that_became_invalid_spoils_no_file(cast: Cast, both: Project) -> None:
    line = make_line(both, "b")
    make_entry(line, EntryKind.DISBURSEMENT, receiver=both.lead_b)  # to itself
    assert [one.identifier for one in activities(published())] == [f"{SERVICES}-{both.reference}"]


def test_of_a_project_that_is_not_public_nothing_is_published(both: Project) -> None:
    Project.objects.update(is_public=False)
    assert list(activities(published())) == []


def test_draft_entries_never_count_as_the_other_end(both: Project) -> None:
    paid = both.entries.get(answered_by__isnull=False)
    paid.receiver = both.contractor
    paid.save(update_fields=["receiver"])
    both.entries.filter(kind=EntryKind.RECEIPT).update(state=EntryState.DRAFT)
    found = [one for one in activity(both, "b").transactions if one.ref.endswith(f"/E{paid.number}")]
    assert [one.receiver.activity_id for one in found] == [""]


def test_a_body_that_pays_beside_the_leading_one_is_not_given_its_activity(cast: Cast, both: Project) -> None:
    IatiIdentity.objects.create(organisation=cast.organisations["ministry_by"], identifier="BY-GOV-1", kind="10")
    make_line(both, "a", source=cast.organisations["ministry_by"])
    found = activity(both, "a")
    named = {one.ref: one.activity_id for one in found.participants if one.role == OrganisationRole.FUNDING}
    assert (named["BY-GOV-1"], checking.faults(found)) == ("", [])
