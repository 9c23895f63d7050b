"""The yearly question: the clock asks, reminds once; the owner confirms, or the entry is retired."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from practices.actions.changing import begin_change
from practices.actions.rechecking import ask_to_confirm, confirm, remind_to_confirm, retire
from practices.enums import Status, VersionState
from practices.tasks.rechecks import ask_owners_again, remind_owners
from tests.practices.deciding.building import at, fresh, met, minsk, told, url

YEAR = {"verified_on": date(2026, 3, 10), "recheck_on": date(2027, 3, 10)}
WHY = {"ko": "새 시스템으로 바뀌었습니다.", "en": "A new system has replaced it."}


@pytest.fixture
def practice(cast):
    return at(Status.PUBLISHED, cast, **YEAR)


@pytest.fixture
def due(practice, heard):
    with time_machine.travel(minsk(2027, 3, 10, 10), tick=False):
        ask_to_confirm(practice)
    heard()
    return fresh(practice)


def test_the_owner_is_asked_once_the_year_is_over_and_once_only(practice, heard):
    heard()
    with time_machine.travel(minsk(2027, 3, 9, 20), tick=False):  # in Seoul it is the tenth already
        assert (ask_owners_again(), ask_to_confirm(practice)) == (0, None)
    with time_machine.travel(minsk(2027, 3, 10, 1), tick=False):  # in Greenwich it is still the ninth
        assert (ask_owners_again(), ask_owners_again()) == (1, 0)
    assert fresh(practice).status == Status.DUE
    assert heard() == [("recheck_asked", {"practice": practice, "by": None})]
    assert told(practice) == [("ask", "", "", "")]


def test_it_is_asked_once_more_after_twenty_joint_working_days(due, heard):
    # From 10 March 2027 both sides work until 7 April: neither keeps a holiday between.
    with time_machine.travel(minsk(2027, 4, 7, 11), tick=False):
        assert remind_owners() == 0
    with time_machine.travel(minsk(2027, 4, 7, 19), tick=False):
        assert (remind_owners(), remind_owners(), remind_to_confirm(due)) == (1, 0, None)
    assert fresh(due).reminded_on == date(2027, 4, 7)
    assert heard() == [("recheck_reminded", {"practice": due, "by": None})]


def test_the_owner_confirms_for_another_year(due, focal_kr, heard):
    with time_machine.travel(minsk(2027, 3, 20, 10), tick=False):
        row = confirm(due, by=focal_kr)
    stored = fresh(row)
    assert (stored.status, stored.verified_on, stored.recheck_on, stored.reminded_on) == (
        Status.PUBLISHED,
        date(2027, 3, 20),
        date(2028, 3, 20),
        None,
    )
    assert heard() == [
        ("practice_confirmed", {"practice": row, "by": focal_kr}),
        ("entry_changed", {"practice": row, "by": focal_kr}),
    ]


def test_what_is_not_due_is_not_confirmed(practice, focal_kr, officer, client_of):
    with pytest.raises(RefusedError, match="no longer possible"):
        confirm(practice, by=focal_kr)
    with pytest.raises(PermissionDenied):
        confirm(practice, by=officer)
    assert client_of(focal_kr).get(url("confirm", practice)).status_code == 409


def test_the_page_confirms_and_leads_on_to_a_change(due, focal_kr, client_of):
    browser, address = client_of(focal_kr), url("confirm", due)
    page = browser.get(address).content.decode()
    assert [name for name in ("begin_change", "retire") if url(name, due) not in page] == []
    assert browser.post(address, {"x": "1"}).status_code == 200
    assert fresh(due).status == Status.DUE
    browser.post(address, {"is_right": "on"})
    assert fresh(due).status == Status.PUBLISHED


@pytest.mark.parametrize("status", [Status.PUBLISHED, Status.DUE])
def test_it_is_retired_with_reasons_and_stays_readable(cast, focal_kr, heard, client_of, status):
    practice = at(status, cast, **YEAR)
    with pytest.raises(RefusedError, match="The author reads 한국어"):
        retire(practice, by=focal_kr, reasons={"en": "Old."})
    heard()
    row = retire(practice, by=focal_kr, reasons=WHY)
    assert (fresh(row).status, fresh(row).reasons) == (Status.RETIRED, WHY)
    assert heard() == [
        ("practice_retired", {"practice": row, "by": focal_kr, "reasons": WHY}),
        ("entry_changed", {"practice": row, "by": focal_kr}),
    ]
    page = client_of().get(practice.get_absolute_url())
    assert (page.status_code, WHY["en"] in page.content.decode()) == (200, True)
    with pytest.raises(RefusedError, match="no longer possible"):
        retire(practice, by=focal_kr, reasons=WHY)


def test_who_retires(cast, practice, officer, advisor_kr, client_of):
    with pytest.raises(PermissionDenied):
        retire(practice, by=advisor_kr, reasons=WHY)
    client_of(officer).post(url("retire", practice), {"reasons_en": "Old."})
    assert fresh(practice).status == Status.PUBLISHED
    client_of(officer).post(url("retire", practice), {"reasons_ko": "오래됨."})
    assert fresh(practice).status == Status.RETIRED


def test_who_opens_the_question(cast, due):
    assert met(cast, url("confirm", due)) == {
        "visitor": 302,
        **dict.fromkeys(("official_by", "contact_by", "director_by", "advisor_kr", "advisor2_kr"), 403),
        **dict.fromkeys(("director_kr", "officer", "admin_user", "official_ge", "contact_ge"), 403),
    }


def test_a_change_under_way_ends_with_the_entry(due, advisor_kr, focal_kr, heard):
    change = begin_change(due, by=advisor_kr)
    heard()
    retire(due, by=focal_kr, reasons=WHY)
    change.refresh_from_db()
    assert (change.state, change.decline_reason) == (VersionState.DECLINED, WHY)
    assert [name for name, _said in heard()] == ["change_declined", "practice_retired", "entry_changed"]
