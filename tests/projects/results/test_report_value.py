"""Begin, edit, discard a draft; report it. The other side learns of none of it."""

from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from core.refusal import RefusedError
from files.models import StoredFile
from people.enums import Side
from projects.actions.periods import lock_period
from projects.actions.values import (
    ChangedValueError,
    add_evidence,
    begin_value,
    discard_value,
    edit_value,
    remove_evidence,
    submit_value,
)
from projects.enums import Aggregation, Owner, Stage, ValueState
from projects.models import Category, Dimension, Indicator, Measure, Period, Project, ReportedValue
from tests.cast import Cast
from tests.projects.builders import make_measure, make_period, make_value
from tests.projects.results.conftest import journal_of, states

WRITTEN = {"value": Decimal(4), "evidence": "Transfer certificates 1–4"}


def split(measure: Measure, **keys: str) -> dict[str, Category]:
    """A dimension of the indicator with these categories."""
    dimension = Dimension.objects.create(key="sex", name={"en": "Sex"})
    measure.indicator.dimensions.add(dimension)
    return {
        key: Category.objects.create(dimension=dimension, key=key, name={"en": name}, position=number)
        for number, (key, name) in enumerate(keys.items())
    }


@pytest.fixture
def added_up(project: Project) -> Measure:
    indicator = Indicator.objects.create(
        code="TR", name={"en": "People trained"}, unit="number", over_time=Aggregation.SUM
    )
    return make_measure(project, indicator=indicator)


def test_a_draft_is_its_sides_own(cast: Cast, measure: Measure, quarter: Period, leader_by, heard) -> None:
    value = begin_value(measure, quarter, by=leader_by, **WRITTEN)
    assert (value.side, value.state, value.value, value.by, value.revision) == ("a", "draft", Decimal(4), leader_by, 1)
    assert (heard(), journal_of(value)) == ([], [("begin_value", "", "")])
    seeing = {key for key, user in cast.people.items() if ReportedValue.objects.visible_to(user).exists()}
    assert seeing == {"leader_by", "official_by", "director_by"}


@pytest.mark.parametrize("who", ["leader_kr", "director_kr", "officer", "official_ge", "advisor_kr"])
def test_nobody_else_reports_for_a_side(cast: Cast, measure: Measure, quarter: Period, leader_kr, who) -> None:
    with pytest.raises(PermissionDenied):
        begin_value(measure, quarter, by=cast.people[who], **WRITTEN)


def test_one_draft_a_side_and_each_has_its_own(project: Project, quarter: Period, leader_by, leader_kr) -> None:
    measure = make_measure(project, reported_by=Owner.BOTH)
    begin_value(measure, quarter, by=leader_by, **WRITTEN)
    begin_value(measure, quarter, by=leader_kr, **WRITTEN)
    assert states(measure) == [("a", "draft"), ("b", "draft")]
    with pytest.raises(RefusedError, match="Your side has a value for this period under way"):
        begin_value(measure, quarter, by=leader_by, **WRITTEN)


def test_one_of_both_is_reported_at_a_time(project: Project, quarter: Period, leader_by, leader_kr) -> None:
    measure = make_measure(project, reported_by=Owner.BOTH)
    ours, theirs = (begin_value(measure, quarter, by=one, **WRITTEN) for one in (leader_by, leader_kr))
    submit_value(ours, by=leader_by)
    with pytest.raises(RefusedError, match="Another value for this period is being checked"):
        submit_value(theirs, by=leader_kr)
    assert states(measure) == [("a", "submitted"), ("b", "draft")]


def test_not_before_the_period_nor_when_it_is_locked(project, measure, officer, leader_by) -> None:
    with pytest.raises(RefusedError, match="This period has not begun"):
        begin_value(measure, make_period(project, 2027), by=leader_by, **WRITTEN)
    quarter = make_period(project)
    value = begin_value(measure, quarter, by=leader_by, **WRITTEN)
    lock_period(quarter, by=officer)
    with pytest.raises(RefusedError, match="This period is locked"):
        submit_value(value, by=leader_by)


def test_not_in_a_project_that_is_closed(cast: Cast, quarter: Period, measure: Measure, leader_by) -> None:
    Project.objects.update(stage=Stage.CLOSED, ended_on="2027-12-17")
    with pytest.raises(PermissionDenied):
        begin_value(measure, quarter, by=leader_by, **WRITTEN)


def test_two_who_write_lose_nothing(measure, quarter, leader_by, official_by) -> None:
    value = begin_value(measure, quarter, by=leader_by, **WRITTEN)
    changed = edit_value(value, by=official_by, seen=1, value=Decimal(5), evidence="Five")
    assert (changed.value, changed.by, changed.revision) == (Decimal(5), official_by, 2)
    with pytest.raises(ChangedValueError) as refusal:
        edit_value(value, by=leader_by, seen=1, value=Decimal(6))
    assert (refusal.value.row.value, ReportedValue.objects.get().value) == (Decimal(5), Decimal(5))


def test_the_parts_make_up_the_whole(added_up: Measure, quarter: Period, leader_by) -> None:
    found = split(added_up, f="women", m="men")
    parts = {found["f"].pk: Decimal(3), found["m"].pk: Decimal(2)}
    with pytest.raises(RefusedError, match="Sex: the parts make 5, the value is 4"):
        begin_value(added_up, quarter, by=leader_by, parts=parts, **WRITTEN)
    assert not ReportedValue.objects.exists()
    value = begin_value(added_up, quarter, by=leader_by, parts={**parts, found["f"].pk: Decimal(2)}, **WRITTEN)
    assert list(value.parts.values_list("category__key", "value")) == [("f", Decimal(2)), ("m", Decimal(2))]
    ReportedValue.objects.update(value=Decimal(9))
    with pytest.raises(RefusedError, match="the parts make 4, the value is 9"):
        submit_value(value, by=leader_by)


def test_parts_of_a_mean_need_not_add_up(project: Project, quarter: Period, leader_by) -> None:
    indicator = Indicator.objects.create(
        code="M", name={"en": "Score"}, unit="percent", over_time="mean", across="mean"
    )
    measure = make_measure(project, indicator=indicator)
    found = split(measure, f="women", m="men")
    parts = {found["f"].pk: Decimal(80), found["m"].pk: Decimal(60)}
    value = begin_value(measure, quarter, by=leader_by, parts=parts, value=Decimal(70), evidence="Survey")
    assert value.parts.count() == 2


def test_a_category_of_another_indicator_is_a_mistake_of_ours(measure, quarter, leader_by) -> None:
    other = Category.objects.create(
        dimension=Dimension.objects.create(key="x", name={"en": "X"}), key="x", name={"en": "X"}
    )
    with pytest.raises(TypeError):
        begin_value(measure, quarter, by=leader_by, parts={other.pk: Decimal(4)}, **WRITTEN)


def test_a_draft_that_was_never_reported_may_be_discarded(measure, quarter, leader_by, leader_kr) -> None:
    value = begin_value(measure, quarter, by=leader_by, **WRITTEN)
    with pytest.raises(PermissionDenied):
        discard_value(value, by=leader_kr)
    discard_value(value, by=leader_by)
    assert states(measure) == []


def test_reporting_tells_the_officers_of_a_whole_value(measure, quarter, leader_by, heard) -> None:
    value = begin_value(measure, quarter, by=leader_by)
    with pytest.raises(RefusedError, match="Give the value"):
        submit_value(value, by=leader_by)
    edit_value(value, by=leader_by, seen=1, value=Decimal(4))
    with pytest.raises(RefusedError, match="Give the evidence"):
        submit_value(value, by=leader_by)
    edit_value(value, by=leader_by, seen=2, value=Decimal(4), evidence="Certificates")
    with pytest.raises(RefusedError, match="has changed since you read it"):
        submit_value(value, by=leader_by, seen=2)
    row = submit_value(value, by=leader_by, seen=3)
    assert (row.state, row.submitted_at is None, heard()) == (
        "submitted",
        False,
        [("value_submitted", {"value": row, "by": leader_by})],
    )
    with pytest.raises(RefusedError, match="no longer being written"):
        edit_value(row, by=leader_by, seen=3)
    with pytest.raises(RefusedError, match="no longer possible"):
        submit_value(row, by=leader_by)


def test_a_value_says_how_it_stood_at_the_end(project, measure, leader_by) -> None:
    value = begin_value(measure, make_period(project, quarter=4), by=leader_by, **WRITTEN)
    with pytest.raises(RefusedError, match="The period is not over yet"):
        submit_value(value, by=leader_by)


def test_evidence_is_read_by_both_sides_and_never_by_the_public(cast, page, measure, quarter, leader_by) -> None:
    value = begin_value(measure, quarter, by=leader_by, **WRITTEN)
    upload = SimpleUploadedFile("certificate.txt", b"Four agencies.", content_type="text/plain")
    sent = page("leader_by", reverse("projects:add_evidence", args=[value.project.reference, value.pk]), file=upload)
    assert sent["Location"] == value.get_absolute_url()
    file = StoredFile.objects.get()
    readers = ("leader_by", "leader_kr", "officer", "official_ge", "")

    def reading() -> list[str]:
        found = []
        for who in readers:
            answer = page(who, file.get_absolute_url())
            if answer.status_code == 200 and b"".join(answer.streaming_content) == b"Four agencies.":
                found.append(who)
        return found

    assert reading() == ["leader_by"]
    make = {"state": ValueState.APPROVED, "approved_at": value.created_at, "submitted_at": value.created_at}
    ReportedValue.objects.update(**make)
    assert reading() == ["leader_by", "leader_kr", "officer"]
    assert page("", value.get_absolute_url()).status_code == 200
    assert b"certificate.txt" not in page("", value.get_absolute_url()).content
    with pytest.raises(RefusedError):
        remove_evidence(value, by=leader_by, file=file)
    with pytest.raises(RefusedError):
        add_evidence(value, by=leader_by, file=file)


def test_a_file_is_removed_from_a_draft_on_its_page(page, measure, quarter, leader_by) -> None:
    value = begin_value(measure, quarter, by=leader_by, **WRITTEN)
    upload = SimpleUploadedFile("certificate.txt", b"Four agencies.", content_type="text/plain")
    page("leader_by", reverse("projects:add_evidence", args=[value.project.reference, value.pk]), file=upload)
    file = StoredFile.objects.get()
    url = reverse("projects:remove_evidence", args=[value.project.reference, value.pk, file.public_id])
    assert b"certificate.txt" in page("leader_by", url).content
    assert page("leader_by", url, sure="1")["Location"] == value.get_absolute_url()
    assert not StoredFile.objects.kept().exists()


def address(name: str, project: Project, *numbers: int) -> str:
    return reverse(f"projects:{name}", args=[project.reference, *numbers])


def test_the_pages_report_a_value(page, project, added_up, quarter) -> None:
    found = split(added_up, f="women", m="men")
    url = address("report_value", project, added_up.pk, quarter.pk)
    typed: dict[str, Any] = {
        "value": "4",
        f"part_{found['f'].pk}": "1",
        f"part_{found['m'].pk}": "2",
        "evidence": "Test results",
        "comment_en": "Two groups",
    }
    form = page("leader_by", url, **typed).context["form"]
    assert form.non_field_errors() == ["Sex: the parts make 3, the value is 4. Correct one of them."]
    assert (form["value"].value(), form["evidence"].value()) == ("4", "Test results")
    sent = page("leader_by", url, **{**typed, f"part_{found['m'].pk}": "3"})
    value = ReportedValue.objects.get()
    assert (sent["Location"], value.value, value.comment) == (
        value.get_absolute_url(),
        Decimal(4),
        {"en": "Two groups"},
    )
    assert page("leader_by", url)["Location"] == value.get_absolute_url()
    edit = address("edit_value", project, value.pk)
    assert page("leader_by", edit).context["form"][f"part_{found['m'].pk}"].value() == "3"
    edit_value(value, by=value.by, seen=1, value=Decimal(4), evidence="By a colleague")
    late = page("leader_by", edit, **typed, seen="1")
    assert (late.context["theirs"].evidence, late.context["form"].data["seen"]) == ("By a colleague", "2")
    assert b"Test results" in late.content
    submit = address("submit_value", project, value.pk)
    shown = page("leader_by", submit)
    assert shown.status_code == 200
    page("leader_by", submit, seen="2")
    assert states(added_up) == [("a", "submitted")]


@pytest.mark.parametrize(("who", "status"), [("official_ge", 403), ("leader_kr", 403), ("officer", 403), ("", 302)])
def test_a_reader_reports_nothing(page, project, measure, quarter, leader_kr, who, status) -> None:
    assert page(who, address("report_value", project, measure.pk, quarter.pk)).status_code == status


def test_a_stranger_meets_no_page(page, project, measure, quarter, leader_kr) -> None:
    Project.objects.update(is_public=False)
    assert page("official_ge", address("report_value", project, measure.pk, quarter.pk)).status_code == 404
    value = make_value(measure, quarter, state=ValueState.DRAFT)
    for name in ("value", "edit_value", "submit_value", "discard_value", "add_evidence"):
        asked = {who: page(who, address(name, project, value.pk)).status_code for who in ("leader_kr", "official_ge")}
        assert (name, asked) == (name, {"leader_kr": 404, "official_ge": 404})


def test_a_draft_is_discarded_on_its_page(page, project, measure, quarter) -> None:
    value = make_value(measure, quarter, state=ValueState.DRAFT, submitted_at=None)
    url = address("discard_value", project, value.pk)
    assert page("leader_by", url).status_code == 200
    assert page("leader_by", url, sure="1")["Location"] == quarter.get_absolute_url()
    assert states(measure) == []


def test_words_are_reported_in_words(project, quarter, leader_by) -> None:
    indicator = Indicator.objects.create(code="W", name={"en": "Law"}, unit="text", over_time="last", across="none")
    measure = make_measure(project, indicator=indicator, baseline=None, baseline_on=None)
    value = begin_value(measure, quarter, by=leader_by, text={"en": "Sent to parliament"}, evidence="Order 84")
    assert submit_value(value, by=leader_by).state == "submitted"
    assert value.side == Side.A
