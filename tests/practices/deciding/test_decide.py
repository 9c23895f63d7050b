from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from core.models import Signature
from core.refusal import RefusedError
from practices.actions.checking import return_practice
from practices.actions.deciding import decide
from practices.enums import Status, VersionState
from tests.practices.deciding.building import at, fresh, met, minsk, reviewed, seoul, told, url

NO = {"ko": "범위 밖입니다.", "en": "Out of scope."}


@pytest.fixture
def practice(cast):
    return reviewed(cast, Status.DECISION)


def test_the_second_key_publishes_and_everything_follows(practice, director_by, director_kr, heard):
    heard()
    row = decide(practice, by=director_by, accepts=True)
    assert (fresh(row).status, fresh(row).published_at) == (Status.DECISION, None)
    assert heard() == [("key_turned", {"practice": row, "by": director_by, "side": "a", "accepts": True})]
    # In Seoul it is the first of March, in the capital of side A still the last of February.
    with time_machine.travel(minsk(2028, 2, 29, 20), tick=False):
        row = decide(practice, by=director_kr, accepts=True)
    stored, version = fresh(row), row.versions.get()
    assert (stored.status, stored.published_at, stored.verified_on, stored.recheck_on) == (
        Status.PUBLISHED,
        seoul(2028, 3, 1, 2),
        date(2028, 2, 29),
        date(2029, 2, 28),
    )
    assert (version.state, set(version.revisions.values())) == (VersionState.LIVE, {1})
    assert [name for name, _said in heard()] == ["entry_changed", "practice_published"]
    assert told(row) == [
        ("publish:key", "a", director_by.email, ""),
        ("publish:key", "b", director_kr.email, ""),
        ("publish", "", "", ""),
    ]


def test_both_may_decline_and_the_author_reads_the_reasons_of_both(practice, director_by, director_kr, heard):
    decide(practice, by=director_by, accepts=False, reasons={"ko": "아직 이릅니다.", "ru": "Рано."})
    heard()
    row = decide(practice, by=director_kr, accepts=False, reasons=NO)
    both = {"ko": "아직 이릅니다.\n\n범위 밖입니다.", "ru": "Рано.", "en": "Out of scope."}
    assert (fresh(row).status, fresh(row).reasons, row.versions.get().state) == (
        Status.DECLINED,
        both,
        VersionState.WORKING,
    )
    assert heard() == [("practice_declined", {"practice": row, "by": director_kr, "reasons": both})]


def test_reasons_of_a_key_that_was_taken_back_go(practice, director_by, director_kr):
    decide(practice, by=director_by, accepts=False, reasons=NO)
    decide(practice, by=director_by, accepts=True)
    row = decide(practice, by=director_kr, accepts=True)
    assert (row.status, fresh(row).reasons) == (Status.PUBLISHED, {})


def test_one_for_and_one_against_decide_nothing(practice, director_by, director_kr, client_of):
    decide(practice, by=director_by, accepts=True)
    row = decide(practice, by=director_kr, accepts=False, reasons=NO)
    assert row.status == Status.DECISION
    page = client_of(director_by).get(url("progress", practice), headers={"accept-language": "en"})
    assert page.context["keys"].outcome != ""
    with pytest.raises(RefusedError, match="already signed"):
        decide(practice, by=director_by, accepts=True)


@pytest.mark.parametrize("reasons", [None, {}, {"ru": "Нет."}])
def test_declining_needs_reasons_that_the_author_reads(practice, director_by, reasons):
    with pytest.raises(RefusedError, match="The author reads 한국어"):
        decide(practice, by=director_by, accepts=False, reasons=reasons)
    assert Signature.objects.count() == 0


def test_reasons_of_one_side_are_not_the_authors_to_read_yet(practice, director_by, advisor_kr, client_of):
    decide(practice, by=director_by, accepts=False, reasons=NO)
    page = client_of(advisor_kr).get(url("progress", practice))
    assert page.context["reasons"] == {}


def test_who_decides(practice, officer, advisor_kr, official_by, director_kr):
    for person in (officer, advisor_kr, official_by):
        with pytest.raises(PermissionDenied):
            decide(practice, by=person, accepts=True)
    practice.author = director_kr
    practice.save()
    with pytest.raises(PermissionDenied):
        decide(practice, by=director_kr, accepts=True)


def test_a_return_clears_the_keys(practice, director_by, officer):
    decide(practice, by=director_by, accepts=True)
    return_practice(practice, by=officer, reasons={"ko": "다시."})
    assert Signature.objects.filter(cleared_at=None).count() == 0


def test_a_wrong_state_is_said_in_words(cast, director_by, client_of):
    practice = at(Status.REVIEW, cast)
    with pytest.raises(RefusedError, match="no longer possible"):
        decide(practice, by=director_by, accepts=True)
    assert client_of(director_by).get(url("decide", practice)).status_code == 409


def test_the_page_keeps_what_was_typed_and_decides(practice, director_by, director_kr, client_of):
    address = url("decide", practice)
    page = client_of(director_by).post(address, {"verdict": "decline", "reasons_ru": "Не по теме."})
    assert (page.status_code, "Не по теме." in page.content.decode()) == (200, True)
    client_of(director_by).post(address, {"verdict": "publish"})
    client_of(director_kr).post(address, {"verdict": "publish"})
    assert fresh(practice).status == Status.PUBLISHED


def test_who_opens_it(cast, practice):
    assert met(cast, url("decide", practice)) == {
        "visitor": 302,
        "official_by": 403,
        "contact_by": 404,
        "director_by": 200,
        "advisor_kr": 403,
        "advisor2_kr": 403,
        "director_kr": 200,
        "officer": 403,
        "admin_user": 404,
        "official_ge": 403,
        "contact_ge": 404,
    }
