"""The register: found, narrowed with counts, ordered, taken along."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from agreements.enums import AgreementKind, AgreementStatus
from tests.agreements.builders import make_agreement, make_parties, make_party
from tests.cast import cost

URL = "/agreements/"
pytestmark = pytest.mark.django_db


@pytest.fixture
def register(cast, officer):
    """Four that everybody reads, and a draft."""
    rows = [
        make_agreement(cast.centre, officer, title={"en": "On the centre", "ko": "센터 설립 협정"}),
        make_agreement(cast.centre, officer, kind=AgreementKind.MEMORANDUM, signed_on=date(2014, 4, 24)),
        make_agreement(cast.centre, officer, kind=AgreementKind.PLAN, ends_on=date(2027, 3, 1)),
        make_agreement(cast.centre, officer, signed_on=date(2014, 1, 2), ends_on=date(2015, 1, 1)),
        make_agreement(cast.centre, officer, status=AgreementStatus.DRAFT),
    ]
    for row in rows:
        make_parties(row, cast)
    make_party(rows[0], cast.organisations["agency_ge"])
    return rows


def shown(answer):
    return [line.agreement for line in answer.context["lines"]]


def facets(answer):
    return {
        group.name: {choice.value: choice.count for choice in [*group.shown, *group.more]}
        for group in answer.context["groups"]
    }


@time_machine.travel("2026-11-20T09:00:00Z")
def test_visitors_find_what_is_public_with_counts(register, client_of):
    answer = client_of().get(URL)
    assert set(shown(answer)) == set(register[:4])
    assert facets(answer) == {
        "force": {"in_force": 2, "expiring": 1, "ended": 1},
        "kind": {"memorandum": 1, "agreement": 2, "plan": 1},
        "country": {"BY": 4, "KR": 4, "GE": 1},
        "year": {"2016": 2, "2014": 2},
    }


@time_machine.travel("2026-11-20T09:00:00Z")
def test_counts_of_a_group_leave_its_own_choice_out(register, client_of):
    answer = client_of().get(URL, {"kind": "agreement", "year": "2014"})
    found = facets(answer)
    assert shown(answer) == [register[3]]
    assert (found["kind"], found["year"], answer.context["total"]) == (
        {"memorandum": 1, "agreement": 1},
        {"2016": 1, "2014": 1},
        1,
    )


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"country": "GE"}, [0]),
        ({"q": "협정"}, [0]),
        ({"q": "CENTRE"}, [0]),
        ({"q": "nowhere"}, []),
        ({"kind": "nonsense", "year": "x", "older": "tampered"}, [0, 1, 2, 3]),
        ({"force": "unrecorded"}, []),
    ],
)
def test_it_is_narrowed(register, client_of, query, expected):
    assert {register.index(row) for row in shown(client_of().get(URL, query))} == set(expected)


def test_an_officer_finds_what_is_being_recorded(register, client_of, officer):
    assert shown(client_of(officer).get(URL, {"force": "unrecorded"})) == [register[4]]


def test_next_to_end_first(register, client_of):
    found = shown(client_of().get(URL, {"order": "end"}))
    assert found[:2] == [register[3], register[2]]


def test_one_price_for_one_row_and_for_three(cast, officer, client_of):
    client = client_of(officer)
    prices = []
    for wanted in (1, 2):
        for _row in range(wanted):
            make_parties(make_agreement(cast.centre, officer), cast)
        client.get(URL)
        prices.append(cost(client, URL))
    assert len(set(prices)) == 1
    assert prices[0] <= 12


def test_pages_follow_each_other(cast, officer, client_of):
    rows = [make_agreement(cast.centre, officer, signed_on=date(2016, 1, 1)) for _row in range(27)]
    client = client_of()
    first = client.get(URL)
    second = client.get(f"{URL}?{first.context['page'].older}")
    assert len(shown(first)) == 25
    assert set(shown(first)) | set(shown(second)) == set(rows)


def test_the_table_holds_the_same_rows_with_the_own_side_first(register, client_of, director_kr):
    answer = client_of(director_kr).get(reverse("agreements:register_csv"), {"kind": "memorandum"})
    lines = b"".join(answer.streaming_content).decode().splitlines()
    assert len(lines) == 2
    assert register[1].reference in lines[1]
    assert lines[1].index("대한민국") < lines[1].index("벨라루스")
