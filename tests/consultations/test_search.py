"""Requests in the search of the portal: only what the reader may see, however it is asked."""

import pytest

from core.search import find
from tests.consultations import builders as build


@pytest.fixture
def hits(cast):
    return lambda who, text: [
        (hit.reference, str(hit.title)) for hit in find("consultations", cast.people[who], text, 10)
    ]


def test_only_what_the_reader_may_see(cast, hits):
    own, georgian = build.registered(cast), build.registered(cast, by="official_ge", title="Cloud register")
    assert hits("official_by", "облачная") == [(own.reference, build.TITLE)]
    assert hits("official_by", "register") == []
    assert hits("official_ge", "registers") == [(georgian.reference, "Cloud register")]
    assert [reference for reference, _title in hits("officer", "CR-2026")] == [georgian.reference, own.reference]
    assert hits("official_by", georgian.reference) == []
    assert hits("admin_user", "облачная") == []


def test_all_that_every_reader_of_it_may_read(cast, answered, hits):
    for word in ("облачной", "центрами", "концепцию", "перенос", "ведомстве", "부처마다", "CR-2026-001"):
        assert hits("official_by", word) == [("CR-2026-001", build.TITLE)], word
    assert hits("official_by", "Образцов") == []  # people are not indexed


def test_a_hit_leads_to_its_record(cast, registered):
    [hit] = find("consultations", cast.people["officer"], "облачная", 10)
    assert (hit.url, str(hit.detail)) == (registered.get_absolute_url(), "Waiting for both sides")


def test_a_request_in_a_draft_is_found_by_its_body(cast, draft, hits):
    assert hits("official_by", "облачная") == [(draft.handle, build.TITLE)]
    assert hits("contact_by", "облачная") == []
