from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from practices.actions.drafting import MOST_ROWS, ChangedMeanwhileError, save_draft
from practices.actions.proposing import propose
from practices.enums import Status
from practices.models import Practice, Version
from practices.texts import marks_of, parts_of
from tests.practices.builders import make_capability, make_practice, make_topic
from tests.practices.writing.conftest import version_of

FIGURE = {"value": "91", "what": "등록부", "source": "감사", "source_url": "", "dated_on": date(2025, 12, 31)}


def stored(practice, *parts):
    version = Version.objects.get(practice=practice)
    return parts_of(version, *parts)


def test_texts_facts_and_rows_are_kept(draft, advisor_kr):
    topic, law = make_topic("identity"), make_capability()
    written = {
        "title": "새 제목",
        "lessons": "다시 배웠다.\r\n\r\n- 하나",
        "operation": "pilot",
        "since_year": 2019,
        "goals": [9, 16],
        "needs_law": True,
        "cost_amount": Decimal("13500000.00"),
        "cost_currency": "USD",
        "cost_year": 2012,
        "topics": [topic.pk],
        "names": [
            {"text": "온나라", "language": "ko", "kind": "current", "since_year": 2019, "until_year": None},
            {"text": "Hana", "language": "en", "kind": "former", "since_year": 2006, "until_year": 2019},
        ],
        "evidence": [FIGURE],
        "links": [{"label": "Site", "url": "https://nia.example"}],
        "conditions": [
            {"capability_id": law.pk, "index": "", "minimum": None, "is_essential": True},
            {"capability_id": None, "index": "egdi", "minimum": Decimal("0.700"), "is_essential": False},
        ],
    }
    version = save_draft(version_of(draft), by=advisor_kr, seen=0, **written)
    assert stored(draft, *written) == {**written, "lessons": "다시 배웠다.\n\n- 하나"}
    assert (version.lock, Practice.objects.get().title) == (1, {"ko": "새 제목"})


def test_what_is_not_on_the_page_stays(draft, advisor_kr):
    before = parts_of(version_of(draft))
    save_draft(version_of(draft), by=advisor_kr, seen=0, awards="2020 UNPSA")
    assert parts_of(version_of(draft)) == {**before, "awards": "2020 UNPSA"}


def test_saving_nothing_new_is_no_saving(draft, advisor_kr):
    version = version_of(draft)
    save_draft(version, by=advisor_kr, seen=0, **parts_of(version))
    assert version_of(draft).lock == 0


def test_an_emptied_section_is_gone(draft, advisor_kr):
    save_draft(version_of(draft), by=advisor_kr, seen=0, lessons="  ")
    assert "lessons" not in version_of(draft).sections


def test_two_who_change_different_parts_both_keep_theirs(draft, advisor_kr, focal_kr):
    read = marks_of(parts_of(version_of(draft)))
    save_draft(version_of(draft), by=focal_kr, seen=0, read=read, lessons="담당자")
    before = parts_of(version_of(draft), "lessons", "obstacles")
    save_draft(
        version_of(draft),
        by=advisor_kr,
        seen=0,
        read=read,
        obstacles="자문관",
        lessons=draft.versions.get().sections["lessons"],
    )
    assert before["lessons"] == "담당자"
    assert stored(draft, "lessons", "obstacles") == {"lessons": "담당자", "obstacles": "자문관"}


def test_an_untouched_part_does_not_undo_what_a_colleague_wrote(draft, advisor_kr, focal_kr):
    version = version_of(draft)
    opened = parts_of(version, "lessons", "obstacles")
    save_draft(version_of(draft), by=focal_kr, seen=0, lessons="담당자")
    save_draft(version, by=advisor_kr, seen=0, read=marks_of(opened), **{**opened, "obstacles": "자문관"})
    assert stored(draft, "lessons", "obstacles") == {"lessons": "담당자", "obstacles": "자문관"}


def test_the_same_part_changed_by_both_is_refused_with_the_other_s_text(draft, advisor_kr, focal_kr):
    read = marks_of(parts_of(version_of(draft)))
    save_draft(version_of(draft), by=focal_kr, seen=0, read=read, lessons="담당자")
    with pytest.raises(ChangedMeanwhileError) as both:
        save_draft(version_of(draft), by=advisor_kr, seen=0, read=read, lessons="자문관", obstacles="새로")
    assert both.value.parts == {"lessons": "담당자"}
    assert stored(draft, "lessons")["lessons"] == "담당자"
    assert stored(draft, "obstacles")["obstacles"] != "새로"


def test_without_marks_whatever_differs_is_asked_about(draft, advisor_kr):
    save_draft(version_of(draft), by=advisor_kr, seen=0, lessons="하나")
    with pytest.raises(ChangedMeanwhileError):
        save_draft(version_of(draft), by=advisor_kr, seen=0, lessons="둘")


def test_translations_of_a_figure_stay_as_long_as_its_words_do(published, draft, advisor_kr):
    figure = draft.versions.get().evidence.get()
    figure.what = {"ko": "등록부", "ru": "реестров"}
    figure.save()
    save_draft(version_of(draft), by=advisor_kr, seen=0, evidence=[FIGURE, {**FIGURE, "value": "7", "what": "부처"}])
    assert [dict(one.what) for one in draft.versions.get().evidence.all()] == [
        {"ko": "등록부", "ru": "реестров"},
        {"ko": "부처"},
    ]


def test_refused_in_words(draft, advisor_kr):
    version = version_of(draft)
    with pytest.raises(RefusedError, match="rows are the most"):
        save_draft(version, by=advisor_kr, seen=0, evidence=[FIGURE] * (MOST_ROWS + 1))
    law = {"capability_id": make_capability().pk, "index": "", "minimum": None, "is_essential": True}
    with pytest.raises(RefusedError, match="stands in the list once"):
        save_draft(version, by=advisor_kr, seen=0, conditions=[law, law])
    with pytest.raises(RefusedError, match="comes after the first"):
        save_draft(version, by=advisor_kr, seen=0, since_year=2014, until_year=2010)
    with pytest.raises(RefusedError, match="an amount, a currency and the year"):
        save_draft(version, by=advisor_kr, seen=0, cost_amount=Decimal(1))
    assert version_of(draft).lock == 0


def test_only_parts_of_a_version(draft, advisor_kr):
    with pytest.raises(TypeError, match="status"):
        save_draft(version_of(draft), by=advisor_kr, seen=0, status="published")


def test_the_focal_point_stands_in_and_others_do_not(cast, draft, focal_kr, advisor2_kr, focal_by, officer):
    save_draft(version_of(draft), by=focal_kr, seen=0, lessons="x")
    for stranger in (advisor2_kr, focal_by, officer):
        with pytest.raises(PermissionDenied):
            save_draft(version_of(draft), by=stranger, seen=1, lessons="y")


def test_what_was_proposed_is_written_no_more(draft, advisor_kr):
    propose(draft, by=advisor_kr)
    with pytest.raises(RefusedError, match="no longer being written"):
        save_draft(version_of(draft), by=advisor_kr, seen=0, lessons="x")


def test_what_is_published_is_not_written(cast, advisor_kr):
    practice = make_practice(cast.centre, cast.organisations["nia"], advisor_kr, status=Status.PUBLISHED)
    with pytest.raises(RefusedError, match="no longer being written"):
        save_draft(version_of(practice), by=advisor_kr, seen=0, lessons="x")
