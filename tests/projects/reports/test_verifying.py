"""The officer verifies and the figures are frozen; both leaders sign for them, or one objects."""

import pytest
from django.core.exceptions import PermissionDenied

from core.models import JournalEntry, Signature
from core.refusal import RefusedError
from projects.actions.reports import (
    object_to_report,
    return_report,
    sign_report,
    verify_report,
)
from projects.enums import ReportStatus
from projects.freezing import digest, figures_of
from tests.projects.builders import make_entry, make_line, make_measure, make_period, make_value
from tests.projects.life.building import fresh, told
from tests.projects.reports.quarter import signed, submitted, verified


def test_the_officer_freezes_the_figures(cast, worked, report, officer, heard):
    row = submitted(report, cast)
    live = figures_of(fresh(row))
    heard()
    row = verify_report(row, by=officer)
    assert (row.status, row.figures, row.verified_by, row.figures_at is None) == (
        ReportStatus.VERIFIED, live, officer, False,
    )  # fmt: skip
    assert heard() == [("report_verified", {"report": row, "by": officer})]
    frozen = JournalEntry.objects.about(row).get(verb="freeze")
    assert frozen.data == {"sha256": digest(row.figures)}


def test_what_is_frozen_does_not_follow_the_books(cast, worked, report):
    row = verified(report, cast)
    before = fresh(row).figures
    make_entry(make_line(worked, "a"), amount="777.00")
    make_value(make_measure(worked), make_period(worked), "99")
    worked.deliverables.all().delete()
    worked.risks.all().delete()
    assert figures_of(fresh(row)) == before
    assert digest(fresh(row).figures) == JournalEntry.objects.about(row).get(verb="freeze").data["sha256"]


def test_nobody_else_verifies(cast, report, leader_by, director_kr, official_ge):
    row = submitted(report, cast)
    for user in (leader_by, director_kr, official_ge):
        with pytest.raises(PermissionDenied):
            verify_report(row, by=user)
        with pytest.raises(PermissionDenied):
            return_report(row, by=user, reason="No.")
    assert fresh(row).figures == {}


def test_what_is_being_written_is_not_verified(report, officer):
    with pytest.raises(RefusedError, match="no longer possible"):
        verify_report(report, by=officer)
    assert fresh(report).figures == {}


def test_it_comes_back_with_reasons(cast, report, officer, heard):
    row = submitted(report, cast)
    heard()
    for nothing in ("", "  "):
        with pytest.raises(RefusedError, match="reasons"):
            return_report(row, by=officer, reason=nothing)
    row = return_report(row, by=officer, reason="The money of March is missing.")
    assert (row.status, row.return_reason, row.submitted_at) == (
        ReportStatus.WRITING, "The money of March is missing.", None,
    )  # fmt: skip
    assert heard() == [("report_returned", {"report": row, "by": officer, "reason": row.return_reason})]


def test_two_keys_countersign_it(cast, report, leader_by, leader_kr, heard):
    row = verified(report, cast)
    heard()
    row = sign_report(row, by=leader_by)
    assert (row.status, row.signed_at) == (ReportStatus.VERIFIED, None)
    assert heard() == [("report_key_turned", {"report": row, "side": "a", "by": leader_by})]
    with pytest.raises(RefusedError):
        sign_report(row, by=leader_by)
    row = sign_report(row, by=leader_kr)
    assert (row.status, row.signed_at is None) == (ReportStatus.SIGNED, False)
    assert heard() == [("report_signed", {"report": row, "by": leader_kr})]


def test_who_leads_no_side_signs_nothing(cast, report, officer, official_by, official_ge):
    row = verified(report, cast)
    for user in (officer, official_by, official_ge):
        with pytest.raises(PermissionDenied):
            sign_report(row, by=user)
        with pytest.raises(PermissionDenied):
            object_to_report(row, by=user, reason="No.")
    assert Signature.objects.count() == 0


def test_an_objection_opens_it_again_and_its_digest_stays(cast, worked, report, leader_by, leader_kr, heard):
    row = verified(report, cast)
    was = digest(row.figures)
    sign_report(row, by=leader_by)
    heard()
    with pytest.raises(RefusedError, match="reasons"):
        object_to_report(row, by=leader_kr, reason=" ")
    row = object_to_report(row, by=leader_kr, reason="Two entries are not ours.")
    assert (row.status, row.figures, row.figures_at, row.verified_by) == (ReportStatus.WRITING, {}, None, None)
    assert row.return_reason == "Two entries are not ours."
    assert heard() == [("report_returned", {"report": row, "by": leader_kr, "reason": row.return_reason})]
    assert JournalEntry.objects.about(row).get(verb="freeze").data == {"sha256": was}
    assert Signature.objects.filter(cleared_at=None).count() == 0
    assert ("object", "", leader_kr.email, "Two entries are not ours.") in told(row)


def test_what_is_countersigned_stays_so(cast, report, officer, leader_by):
    row = signed(report, cast)
    for act in (
        lambda: verify_report(row, by=officer),
        lambda: return_report(row, by=officer, reason="x"),
        lambda: sign_report(row, by=leader_by),
        lambda: object_to_report(row, by=leader_by, reason="x"),
    ):
        with pytest.raises(RefusedError, match="no longer possible"):
            act()
    assert fresh(row).status == ReportStatus.SIGNED
