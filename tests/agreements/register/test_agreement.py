"""The record of one agreement: whoever sees it, in whose order, with what it says of its days."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from agreements.enums import AgreementStatus, Force
from agreements.models import Agreement
from agreements.presentation.catalogue import with_columns
from agreements.presentation.force import force
from agreements.presentation.parties import in_protocol_order
from agreements.presentation.register import prevailing_of, validity_of
from agreements.presentation.tree import place_of
from tests.agreements.builders import make_agreement, make_commitment, make_parties, make_party
from tests.cast import cost

TODAY = date(2026, 11, 20)


@pytest.fixture
def agreement(cast, officer):
    row = make_agreement(cast.centre, officer, title={"en": "On the centre", "ru": "О центре"})
    make_parties(row, cast)
    return row


def test_everybody_reads_what_is_in_the_register(agreement, client_of, official_ge):
    assert [client_of(who).get(agreement.get_absolute_url()).status_code for who in (None, official_ge)] == [200, 200]


def test_a_record_that_is_being_written_is_unknown_outside(cast, officer, director_kr, client_of, official_by):
    row = make_agreement(cast.centre, officer, status=AgreementStatus.DRAFT)
    url = row.get_absolute_url()
    assert {
        "visitor": client_of().get(url).status_code,
        "stranger": client_of(official_by).get(url).status_code,
        "officer": client_of(officer).get(url).status_code,
        "director": client_of(director_kr).get(url).status_code,
    } == {"visitor": 404, "stranger": 404, "officer": 200, "director": 200}


def test_what_is_not_public_is_read_by_those_who_signed(cast, officer, client_of, contact_by, official_ge):
    row = make_agreement(cast.centre, officer, is_public=False)
    make_parties(row, cast)
    url = row.get_absolute_url()
    found = [client_of(who).get(url).status_code for who in (None, official_ge, contact_by)]
    assert found == [404, 404, 200]


def test_each_copy_names_its_own_side_first(agreement, cast, director_by, director_kr, official_ge, visitor):
    """Alternat: and a third state that signed stands first in its own copy too."""
    make_party(agreement, cast.organisations["agency_ge"])

    def order(who):
        rows = agreement.parties.select_related("organisation__country")
        return [one.organisation.country_id for one in in_protocol_order(rows, agreement.centre, who)]

    assert {
        "by": order(director_by),
        "kr": order(director_kr),
        "ge": order(official_ge),
        "visitor": order(visitor),
    } == {
        "by": ["BY", "GE", "KR"],
        "kr": ["KR", "BY", "GE"],
        "ge": ["GE", "BY", "KR"],
        "visitor": ["BY", "GE", "KR"],
    }


def test_the_page_is_in_the_order_of_the_copy(agreement, client_of, director_kr):
    page = client_of(director_kr).get(agreement.get_absolute_url()).content.decode()
    table = page[page.index('id="parties"') :]
    assert table.index('data-code="KR"') < table.index('data-code="BY"')


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, Force.IN_FORCE),
        ({"in_force_on": None}, Force.AWAITED),
        ({"in_force_on": date(2026, 11, 21)}, Force.AWAITED),
        ({"ends_on": date(2026, 11, 19)}, Force.ENDED),
        ({"ends_on": date(2026, 11, 20)}, Force.EXPIRING),
        ({"ends_on": date(2027, 5, 20)}, Force.EXPIRING),
        ({"ends_on": date(2027, 5, 21)}, Force.IN_FORCE),
        ({"ends_on": date(2026, 11, 25), "renewal_months": 12}, Force.IN_FORCE),
        (
            {"status": AgreementStatus.ENDED, "end_kind": "terminated", "ended_on": date(2026, 11, 19)},
            Force.ENDED,
        ),
        (
            {"status": AgreementStatus.ENDED, "end_kind": "terminated", "ended_on": date(2026, 11, 20)},
            Force.EXPIRING,
        ),
    ],
)
def test_whether_it_binds_is_worked_out_from_its_days_alike_in_a_list(cast, officer, fields, expected):
    row = make_agreement(cast.centre, officer, **fields)
    column = with_columns(Agreement.objects.all(), TODAY).get(pk=row.pk).stands
    is_bound = Agreement.objects.in_force(TODAY).filter(pk=row.pk).exists()
    assert (force(row, TODAY), column, is_bound) == (expected, expected, expected in (Force.IN_FORCE, Force.EXPIRING))


@time_machine.travel("2026-11-20T09:00:00Z")
def test_days_left_and_the_last_day_for_notice_are_said(cast, officer):
    row = make_agreement(cast.centre, officer, ends_on=date(2027, 3, 31), notice_months=3)
    shown = validity_of(row, TODAY)
    assert (shown.left, shown.notice_by, shown.notice_left, shown.term) == (
        "131 days left",
        date(2026, 12, 31),
        "41 days left",
        "It is not prolonged without a new paper.",
    )


def test_it_is_said_which_text_prevails(cast, officer):
    row = make_agreement(cast.centre, officer, languages=["ru", "en"], prevailing="en")
    said = prevailing_of(row)
    row.prevailing = ""
    assert (said, prevailing_of(row)) == (
        "Authentic in: Russian, English. Where the texts differ, this one prevails: English.",
        "Authentic in: Russian, English. All these texts count equally.",
    )


def test_the_tree_leads_both_ways_and_leaves_out_what_the_reader_may_not_see(cast, officer, visitor):
    top = make_agreement(cast.centre, officer)
    middle = make_agreement(cast.centre, officer, parent=top)
    leaf = make_agreement(cast.centre, officer, parent=middle)
    secret = make_agreement(cast.centre, officer, parent=top, is_public=False)
    amendment = make_agreement(cast.centre, officer, amends=middle)

    def pks(branches):
        return [(one.agreement.pk, one.is_here, pks(one.parts)) for one in branches]

    seen, all_of_it = place_of(middle, visitor), place_of(middle, officer)
    assert pks(seen.tree) == [(top.pk, False, [(middle.pk, True, [(leaf.pk, False, [])])])]
    assert secret in [one.agreement for one in all_of_it.tree[0].parts]
    assert seen.amendments == [amendment]
    assert place_of(amendment, visitor).amends == [middle]
    assert place_of(amendment, visitor).tree == []


def test_the_page_costs_the_same_with_one_row_and_with_three(agreement, cast, client_of, director_by, visitor):
    """At most twelve queries, for those who see keys and history too."""
    url, prices = agreement.get_absolute_url(), []
    make_commitment(agreement, organisation=cast.organisations["nia"])
    make_agreement(cast.centre, agreement.by, parent=agreement)
    for browser in (client_of(director_by), client_of()):
        browser.get(url)
        prices.append([cost(browser, url)])
    for _more in range(2):
        make_commitment(agreement, organisation=cast.organisations["nia"])
        make_agreement(cast.centre, agreement.by, parent=agreement)
    for browser, price in zip((client_of(director_by), client_of()), prices, strict=True):
        browser.get(url)
        price.append(cost(browser, url))
    assert [len(set(price)) for price in prices] == [1, 1]
    assert max(price[0] for price in prices) <= 12


def test_the_paper_is_drawn_in_the_reader_s_order(agreement, client_of, director_kr):
    make_commitment(agreement, due_on=date(2027, 1, 1))
    answer = client_of(director_kr).get(reverse("agreements:agreement_pdf", args=[agreement.reference]))
    assert (answer.status_code, answer.content[:5]) == (200, b"%PDF-")


def test_the_paper_of_a_draft_is_unknown_outside(cast, officer, client_of):
    row = make_agreement(cast.centre, officer, status=AgreementStatus.DRAFT)
    assert client_of().get(reverse("agreements:agreement_pdf", args=[row.reference])).status_code == 404
