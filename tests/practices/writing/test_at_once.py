"""Two people at one entry at the same moment: threads, connections, real commits."""

import pytest

from core.refusal import RefusedError
from practices.actions.changing import begin_change
from practices.actions.drafting import ChangedMeanwhileError, create_practice, save_draft
from practices.actions.proposing import propose
from practices.models import Practice, PracticeSeries, Version
from practices.texts import marks_of, parts_of
from tests.at_once import at_once
from tests.practices.writing.conftest import version_of

pytestmark = pytest.mark.usefixtures("real_commits")


def kinds(answers):
    return sorted(type(answer).__name__ for answer in answers)


def test_two_editors_of_one_text_lose_no_word(draft, advisor_kr, focal_kr):
    read = marks_of(parts_of(version_of(draft)))
    one, other = version_of(draft), version_of(draft)
    answers = at_once(
        lambda: save_draft(one, by=advisor_kr, seen=0, read=read, lessons="자문관"),
        lambda: save_draft(other, by=focal_kr, seen=0, read=read, lessons="담당자"),
        holding=Practice.objects.all(),
    )
    assert kinds(answers) == ["ChangedMeanwhileError", "Version"]
    refused = next(one for one in answers if isinstance(one, ChangedMeanwhileError))
    kept = Version.objects.get().sections["lessons"]
    assert (refused.parts, kept in ("자문관", "담당자")) == ({"lessons": kept}, True)


def test_two_editors_of_two_texts_both_keep_theirs(draft, advisor_kr, focal_kr):
    read = marks_of(parts_of(version_of(draft)))
    one, other = version_of(draft), version_of(draft)
    at_once(
        lambda: save_draft(one, by=advisor_kr, seen=0, read=read, lessons="자문관"),
        lambda: save_draft(other, by=focal_kr, seen=0, read=read, obstacles="담당자"),
        holding=Practice.objects.all(),
    )
    version = Version.objects.get()
    assert (version.sections["lessons"], version.sections["obstacles"], version.lock) == ("자문관", "담당자", 2)


def test_a_change_begins_once(published, advisor_kr, focal_kr):
    answers = at_once(
        lambda: begin_change(published, by=advisor_kr),
        lambda: begin_change(published, by=focal_kr),
        holding=Practice.objects.all(),
    )
    assert kinds(answers) == ["RefusedError", "Version"]
    assert list(Version.objects.order_by("number").values_list("number", "state")) == [(1, "live"), (2, "working")]


def test_saving_while_a_colleague_proposes(draft, advisor_kr, focal_kr):
    """Either the emptied text is kept and nothing proposed, or the saving is refused: what is checked is complete."""
    version = version_of(draft)
    saved, proposed = at_once(
        lambda: save_draft(version, by=advisor_kr, seen=0, lessons=""),
        lambda: propose(draft, by=focal_kr),
        holding=Practice.objects.all(),
    )
    practice, has_lessons = Practice.objects.get(), "lessons" in Version.objects.get().sections
    assert (practice.status, has_lessons) == (
        ("proposed", True) if isinstance(saved, RefusedError) else ("draft", False)
    )
    assert isinstance(proposed, Practice) is isinstance(saved, RefusedError)


def test_ten_beginnings_leave_no_gap_and_no_double(cast, advisor_kr):
    owner = cast.organisations["nia"]
    series = PracticeSeries.objects.create(year=Practice._meta.get_field("created_at").default().year, last=7)

    def begin():
        return create_practice(by=advisor_kr, centre=cast.centre, owner=owner, language="ko", title="x").reference

    answers = at_once(*[begin] * 10, holding=PracticeSeries.objects.all())
    assert sorted(answers) == [f"P-{series.year}-{number:03d}" for number in range(8, 18)]
