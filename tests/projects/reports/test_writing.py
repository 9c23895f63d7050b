"""Parts of a report: each side's own, in two languages, nobody's words lost."""

import pytest
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from people.enums import Side
from projects.actions.reports import MOST_WORDS, ChangedPartError, finish_part, submit_report, write_part
from projects.enums import ReportStatus
from projects.models import ReportPart
from tests.projects.life.building import fresh, told
from tests.projects.reports.quarter import WORDS, part_of, submitted, write


def test_a_leader_writes_the_part_of_his_side(report, leader_by):
    part = write_part(part_of(report, Side.A), by=leader_by, seen=1, summary=WORDS, asked={"en": "A decision."})
    assert (fresh(part).summary, fresh(part).asked, fresh(part).done) == (WORDS, {"en": "A decision."}, {})
    assert (part.revision, part.by, part.finished_at) == (2, leader_by, None)


def test_the_other_side_writes_none_of_it(report, leader_kr, officer, official_ge):
    for user in (leader_kr, officer, official_ge):
        with pytest.raises(PermissionDenied):
            write_part(part_of(report, Side.A), by=user, seen=1, summary=WORDS)
        with pytest.raises(PermissionDenied):
            finish_part(part_of(report, Side.A), by=user)
    assert fresh(part_of(report, Side.A)).summary == {}


def test_words_of_a_colleague_are_not_overwritten(report, leader_by, director_by):
    write_part(part_of(report, Side.A), by=director_by, seen=1, summary={"en": "Mine."})
    with pytest.raises(ChangedPartError) as refused:
        write_part(part_of(report, Side.A), by=leader_by, seen=1, summary={"en": "Other."})
    assert refused.value.row.summary == {"en": "Mine."}
    assert fresh(part_of(report, Side.A)).summary == {"en": "Mine."}


def test_a_book_is_refused(report, leader_by):
    with pytest.raises(RefusedError):
        write_part(part_of(report, Side.A), by=leader_by, seen=1, summary={"en": "x" * (MOST_WORDS + 1)})


@pytest.mark.parametrize(
    ("summary", "done"), [({"en": "One."}, WORDS), (WORDS, {}), (WORDS, {"ru": "Одно.", "en": " "})]
)
def test_a_part_is_not_finished_in_one_language(report, leader_by, summary, done):
    part = write_part(part_of(report, Side.A), by=leader_by, seen=1, summary=summary, done=done)
    with pytest.raises(RefusedError, match="two languages"):
        finish_part(part, by=leader_by)
    assert fresh(part).finished_at is None


def test_a_finished_part_that_is_written_again_is_open_again(cast, report, leader_by):
    part = write(report, Side.A, cast)
    assert fresh(part).finished_at is not None
    assert told(report)[-1][:2] == ("finish_part", "")
    write_part(part, by=leader_by, seen=part.revision, ahead=WORDS)
    assert fresh(part).finished_at is None


def test_a_report_of_one_side_is_not_submitted(cast, report, leader_by):
    write(report, Side.A, cast)
    with pytest.raises(RefusedError, match="Both sides"):
        submit_report(report, by=leader_by)
    assert fresh(report).status == ReportStatus.WRITING


def test_it_is_submitted_and_officers_are_told(cast, report, leader_kr, heard):
    for side in Side.values:
        write(report, side, cast)
    heard()
    row = submit_report(report, by=leader_kr)
    assert (row.status, row.submitted_at is None) == (ReportStatus.SUBMITTED, False)
    assert heard() == [("report_submitted", {"report": row, "by": leader_kr})]


def test_nothing_is_written_once_it_is_submitted(cast, report, leader_by):
    submitted(report, cast)
    part = part_of(report, Side.A)
    with pytest.raises(RefusedError, match="has been submitted"):
        write_part(part, by=leader_by, seen=part.revision, summary=WORDS)
    with pytest.raises(RefusedError, match="has been submitted"):
        finish_part(part, by=leader_by)
    with pytest.raises(RefusedError, match="no longer possible"):
        submit_report(report, by=leader_by)


def test_members_of_the_leading_body_do_not_submit(cast, report, official_by, advisor_kr):
    for side in Side.values:
        write(report, side, cast)
    for user in (official_by, advisor_kr):
        with pytest.raises(PermissionDenied):
            submit_report(report, by=user)
    assert ReportPart.objects.filter(finished_at=None).count() == 0
