"""Begin, file, return, confirm: what each act does, and what it refuses."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from core.models import Signature
from core.refusal import RefusedError
from practices.actions import adopting
from practices.enums import ReportState, Stage
from practices.models import Adoption


def test_a_body_begins_once(practice, cast, official_by, begun, written):
    assert (begun.state, begun.adoption.stage, begun.adoption.country_id) == (ReportState.DRAFT, "", "BY")
    with pytest.raises(RefusedError, match="has an adoption of this practice already"):
        adopting.begin_adoption(practice, by=official_by, adopter=cast.organisations["services_by"], **written)


def test_the_owner_does_not_adopt_its_own_practice(practice, cast, focal_kr, written):
    with pytest.raises(PermissionDenied):
        adopting.begin_adoption(practice, by=focal_kr, adopter=cast.organisations["nia"], **written)


def test_nobody_begins_for_a_body_of_others(practice, cast, official_by, written):
    with pytest.raises(RefusedError, match="Choose a body that you belong to"):
        adopting.begin_adoption(practice, by=official_by, adopter=cast.organisations["agency_ge"], **written)


def test_a_stage_lies_neither_ahead_nor_before_the_confirmed_one(adoption, official_by, written):
    tomorrow = timezone.localdate() + timedelta(days=2)
    with pytest.raises(RefusedError, match="this day lies ahead"):
        adopting.begin_report(adoption, by=official_by, **{**written, "since_on": tomorrow})
    with pytest.raises(RefusedError, match="cannot begin before"):
        adopting.begin_report(adoption, by=official_by, **{**written, "since_on": date(2025, 1, 1)})


def test_filing_turns_the_adopters_key_and_tells_the_owner(begun, focal_by, heard):
    heard()
    row = adopting.file_report(begun, by=focal_by)
    assert row.state == ReportState.FILED
    assert list(Signature.objects.about(row).values_list("key", "by")) == [("adopter", focal_by.pk)]
    assert [name for name, _said in heard()] == ["adoption_filed"]


def test_a_member_writes_and_does_not_sign(begun, official_by):
    with pytest.raises(PermissionDenied):
        adopting.file_report(begun, by=official_by)


@pytest.mark.parametrize(
    ("missing", "sentence"), [("adaptations", "Say what was adapted"), ("evidence", "Give a proof")]
)
def test_a_report_without_ground_is_not_filed(begun, official_by, focal_by, written, missing, sentence):
    row = adopting.save_report(begun, by=official_by, seen=0, **{**written, missing: " "})
    with pytest.raises(RefusedError, match=sentence):
        adopting.file_report(row, by=focal_by)


def test_the_second_key_makes_the_stage_count(filed, focal_kr, heard):
    heard()
    row = adopting.confirm_report(filed, by=focal_kr)
    adoption = Adoption.objects.get(pk=row.adoption_id)
    assert (row.state, adoption.stage, adoption.stage_since) == (ReportState.CONFIRMED, Stage.PILOT, date(2026, 3, 2))
    assert adoption.confirmed_at is not None
    assert adoption.ask_on is not None
    assert [name for name, _said in heard()] == ["adoption_confirmed"]


def test_nobody_turns_both_keys(filed, focal_by, contact_by):
    for person in (focal_by, contact_by):
        with pytest.raises((RefusedError, PermissionDenied)):
            adopting.confirm_report(filed, by=person)
    filed.refresh_from_db()
    assert filed.state == ReportState.FILED


def test_what_comes_back_is_revised_and_filed_again(filed, focal_kr, official_by, focal_by, written):
    row = adopting.return_report(filed, by=focal_kr, reason="Which standard?")
    assert (row.state, row.return_reason) == (ReportState.RETURNED, "Which standard?")
    row = adopting.save_report(row, by=official_by, seen=row.lock, **{**written, "adaptations": "СТБ."})
    row = adopting.file_report(row, by=focal_by)
    assert (row.state, row.return_reason) == (ReportState.FILED, "")
    assert adopting.confirm_report(row, by=focal_kr).state == ReportState.CONFIRMED


def test_two_who_write_at_once_lose_nothing(begun, official_by, written):
    adopting.save_report(begun, by=official_by, seen=0, **{**written, "lessons": "Первый."})
    with pytest.raises(adopting.ChangedReportError) as refused:
        adopting.save_report(begun, by=official_by, seen=0, **{**written, "lessons": "Второй."})
    assert refused.value.row.lessons == "Первый."


def test_one_report_at_a_time(begun, official_by, written):
    with pytest.raises(RefusedError, match="under way already"):
        adopting.begin_report(begun.adoption, by=official_by, **written)
