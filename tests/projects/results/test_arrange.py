"""Results, indicators, periods and targets: arranged by officers and leaders, locked by officers."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from core.refusal import RefusedError
from people.models import User
from projects.actions import arranging as acts
from projects.actions.periods import lock_period, make_periods, remove_period, spans, unlock_period
from projects.enums import Owner, Stage, ValueState
from projects.models import Indicator, Measure, Period, Project, Result, Target
from tests.cast import Cast
from tests.projects.builders import make_measure, make_period, make_target, make_value
from tests.projects.results.conftest import journal_of

OTHERS = ("official_by", "advisor_kr", "official_ge")


def url(name: str, project: Project, *numbers: int) -> str:
    return reverse(f"projects:{name}", args=[project.reference, *numbers])


def test_results_are_numbered_within_their_level(project: Project, officer, leader_by) -> None:
    for level in ("1", "1", "2"):
        acts.add_result(project, by=leader_by, level=level, title={"en": "A standard"})
    assert list(project.results.values_list("level", "number")) == [("2", 1), ("1", 1), ("1", 2)]
    result = project.results.get(level="2")
    acts.edit_result(result, by=officer, title={"en": "A better one"}, description={"en": "More"})
    acts.remove_result(project.results.get(level="1", number=2), by=officer)
    assert list(project.results.values_list("level", "number", "title__en")) == [
        ("2", 1, "A better one"),
        ("1", 1, "A standard"),
    ]
    assert [verb for verb, _key, _reason in journal_of(project)] == [
        *["add_result"] * 3,
        "edit_result",
        "remove_result",
    ]


@pytest.mark.parametrize("who", OTHERS)
def test_others_arrange_nothing(cast: Cast, project, measure, quarter, who) -> None:
    by = cast.people[who]
    for act in (
        lambda: acts.add_result(project, by=by, level="1", title={"en": "x"}),
        lambda: acts.edit_result(measure.result, by=by, title={"en": "x"}),
        lambda: acts.remove_measure(measure, by=by),
        lambda: acts.save_targets(project, by=by, figures={}, seen={}),
        lambda: make_periods(project, by=by, every="quarter"),
        lambda: remove_period(quarter, by=by),
        lambda: lock_period(quarter, by=by),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_leaders_arrange_while_it_is_at_work(project: Project, leader_kr) -> None:
    Project.objects.update(stage=Stage.CLOSED, ended_on="2027-12-17")
    with pytest.raises(PermissionDenied):
        acts.add_result(project, by=leader_kr, level="1", title={"en": "x"})


def test_an_indicator_measures_a_result_once(project, measure, officer) -> None:
    with pytest.raises(RefusedError, match="measured by this indicator already"):
        acts.add_measure(measure.result, by=officer, indicator=measure.indicator, reported_by=Owner.A)
    other = Indicator.objects.create(code="X", name={"en": "X"}, unit="number", is_active=False)
    with pytest.raises(RefusedError, match="out of use"):
        acts.add_measure(measure.result, by=officer, indicator=other, reported_by=Owner.A)
    other.is_active = True
    with pytest.raises(RefusedError, match="A baseline has a day"):
        acts.add_measure(measure.result, by=officer, indicator=other, reported_by=Owner.A, baseline=Decimal(1))
    row = acts.add_measure(
        measure.result, by=officer, indicator=other, reported_by=Owner.BOTH, baseline=Decimal(1), baseline_on=date.min
    )
    assert (row.number, row.project, row.reported_by) == (2, project, "both")


def test_what_was_reported_by_stays(project, measure, quarter, officer) -> None:
    value = make_value(measure, quarter, state=ValueState.CHECKED)
    with pytest.raises(RefusedError, match="it stays"):
        acts.remove_measure(measure, by=officer)
    with pytest.raises(RefusedError, match="has indicators"):
        acts.remove_result(measure.result, by=officer)
    with pytest.raises(RefusedError, match="it stays"):
        remove_period(quarter, by=officer)
    with pytest.raises(RefusedError, match="A value is under way"):
        acts.edit_measure(measure, by=officer, reported_by=Owner.B)
    value.delete()
    acts.edit_measure(measure, by=officer, reported_by=Owner.B, baseline=Decimal("2.5"), baseline_on=date(2026, 1, 1))
    assert (Measure.objects.get().reported_by, Measure.objects.get().baseline) == ("b", Decimal("2.5"))
    acts.remove_measure(measure, by=officer)
    remove_period(quarter, by=officer)
    assert (Measure.objects.count(), Period.objects.count()) == (0, 0)


def test_periods_follow_from_the_days_of_the_project(project: Project, officer) -> None:
    make_period(project, quarter=2)
    made = make_periods(project, by=officer, every="quarter")
    assert (len(made), project.periods.count()) == (7, 8)
    assert list(project.periods.values_list("starts_on", "ends_on"))[:2] == [
        (date(2026, 1, 1), date(2026, 3, 31)),
        (date(2026, 4, 1), date(2026, 6, 30)),
    ]
    with pytest.raises(RefusedError, match="has its periods already"):
        make_periods(project, by=officer, every="year")
    Project.objects.update(started_on=None, planned_start_on=None, stage=Stage.SUSPENDED)
    with pytest.raises(RefusedError, match="its first and last day"):
        make_periods(project, by=officer, every="year")


def test_spans_of_the_calendar() -> None:
    assert spans(date(2026, 2, 3), date(2027, 1, 1), 12) == [
        (date(2026, 1, 1), date(2026, 12, 31)),
        (date(2027, 1, 1), date(2027, 12, 31)),
    ]
    assert spans(date(2027, 12, 31), date(2028, 3, 1), 3) == [
        (date(2027, 10, 1), date(2027, 12, 31)),
        (date(2028, 1, 1), date(2028, 3, 31)),
    ]


def test_targets_are_set_and_taken_away(project, measure, quarter, officer) -> None:
    cell = (measure.pk, quarter.pk)
    acts.save_targets(project, by=officer, figures={cell: Decimal(5)}, seen={cell: None})
    assert Target.objects.get().value == Decimal(5)
    assert acts.save_targets(project, by=officer, figures={cell: Decimal(5)}, seen={cell: Decimal(5)}) == []
    acts.save_targets(project, by=officer, figures={cell: None}, seen={cell: Decimal(5)})
    assert not Target.objects.exists()


def test_a_colleagues_target_is_not_overwritten(project, measure, quarter, officer, leader_kr) -> None:
    second = make_period(project, quarter=2)
    cell, other = (measure.pk, quarter.pk), (measure.pk, second.pk)
    acts.save_targets(project, by=leader_kr, figures={cell: Decimal(7)}, seen={})
    acts.save_targets(project, by=officer, figures={cell: None, other: Decimal(9)}, seen={cell: None, other: None})
    assert sorted(Target.objects.values_list("value", flat=True)) == [Decimal(7), Decimal(9)]
    with pytest.raises(RefusedError, match="A colleague has changed these targets"):
        acts.save_targets(project, by=officer, figures={cell: Decimal(8)}, seen={cell: None})


def test_a_target_of_another_project_is_a_mistake_of_ours(cast: Cast, project, measure, quarter, officer) -> None:
    with pytest.raises(ValueError, match="another project"):
        acts.save_targets(project, by=officer, figures={(measure.pk, 0): Decimal(8)}, seen={})


def test_a_locked_period_takes_no_target(project, measure, quarter, officer, leader_by) -> None:
    with pytest.raises(PermissionDenied):
        lock_period(quarter, by=leader_by)
    value = make_value(measure, quarter, state=ValueState.SUBMITTED)
    with pytest.raises(RefusedError, match="are being checked or wait for keys"):
        lock_period(quarter, by=officer)
    value.delete()
    make_value(measure, quarter, state=ValueState.DRAFT)  # a draft is its side's own: nobody learns of it by locking
    lock_period(quarter, by=officer)
    with pytest.raises(RefusedError, match="locked already"):
        lock_period(quarter, by=officer)
    with pytest.raises(RefusedError, match="its targets stay"):
        acts.save_targets(project, by=officer, figures={(measure.pk, quarter.pk): Decimal(5)}, seen={})
    with pytest.raises(RefusedError, match="not over yet"):
        lock_period(make_period(project, quarter=4), by=officer)


def test_unlocking_needs_reasons_and_is_told(quarter, officer, heard) -> None:
    lock_period(quarter, by=officer)
    with pytest.raises(RefusedError, match="Give the reasons"):
        unlock_period(quarter, by=officer, reason=" ")
    row = unlock_period(quarter, by=officer, reason="A certificate came late.")
    assert heard() == [("period_unlocked", {"period": row, "reason": "A certificate came late.", "by": officer})]
    assert journal_of(quarter) == [("lock", "", ""), ("unlock", "", "A certificate came late.")]
    with pytest.raises(RefusedError, match="is not locked"):
        unlock_period(quarter, by=officer, reason="x")


def test_the_pages_arrange_from_nothing(page, project: Project, officer) -> None:
    User.objects.update(language="en")
    indicator = Indicator.objects.create(code="AG-1", name={"en": "Agencies"}, unit="number")

    def send(name: str, *numbers: int, **typed: Any) -> str:
        assert page("officer", url(name, project, *numbers)).status_code == 200
        sent = page("officer", url(name, project, *numbers), **typed)
        assert sent.status_code == 302, (name, sent.context["form"].errors)
        return str(sent["Location"])

    arrange = url("arrange_results", project)
    assert send("add_result", level="1", title_en="A standard") == arrange
    result = Result.objects.get()
    assert send("edit_result", result.pk, title_en="A better standard") == arrange
    typed = {"indicator": indicator.pk, "reported_by": "a", "baseline": "0", "baseline_on": "2026-01-12"}
    assert send("add_measure", result.pk, **typed) == arrange
    measure = Measure.objects.get()
    assert send("edit_measure", measure.pk, reported_by="both", baseline="2", baseline_on="2026-01-12") == arrange
    assert send("make_periods", every="quarter") == arrange
    first = project.periods.first()
    assert first is not None
    targets = url("edit_targets", project, result.pk) + "?year=2026"
    form = page("officer", targets).context["form"]
    name = f"t_{measure.pk}_{first.pk}"
    assert page("officer", targets, **{"seen": form["seen"].value(), name: "12.5"})["Location"] == arrange
    assert Target.objects.get().value == Decimal("12.5")
    stale = page("officer", targets, **{"seen": form["seen"].value(), name: "13"}).context["form"]
    assert ("A colleague has changed" in str(stale.non_field_errors()), stale[name].value()) == (True, "13")
    assert send("lock_period", first.pk, sure="1") == arrange
    assert send("unlock_period", first.pk, reason="Late") == arrange
    assert send("remove_period", project.periods.last().pk, sure="1") == arrange  # type: ignore[union-attr]
    assert send("remove_measure", measure.pk, sure="1") == arrange
    assert send("remove_result", result.pk, sure="1") == arrange
    assert (project.results.count(), project.periods.count()) == (0, 7)


@pytest.mark.parametrize(("who", "status"), [("official_by", 403), ("official_ge", 403), ("", 302)])
def test_readers_arrange_on_no_page(page, project, measure, quarter, who, status) -> None:
    for name, numbers in (
        ("arrange_results", ()),
        ("add_result", ()),
        ("edit_result", (measure.result_id,)),
        ("remove_result", (measure.result_id,)),
        ("add_measure", (measure.result_id,)),
        ("edit_targets", (measure.result_id,)),
        ("edit_measure", (measure.pk,)),
        ("remove_measure", (measure.pk,)),
        ("make_periods", ()),
        ("remove_period", (quarter.pk,)),
        ("lock_period", (quarter.pk,)),
        ("unlock_period", (quarter.pk,)),
    ):
        assert (name, page(who, url(name, project, *numbers)).status_code) == (name, status)
    Project.objects.update(is_public=False)
    assert page("official_ge", url("arrange_results", project)).status_code == 404


def test_words_have_targets_in_words(page, project, quarter, officer) -> None:
    indicator = Indicator.objects.create(code="W", name={"en": "Law"}, unit="text", over_time="last", across="none")
    measure = make_measure(project, indicator=indicator, baseline=None, baseline_on=None)
    targets = url("edit_targets", project, measure.result_id)
    seen = page("officer", targets).context["form"]["seen"].value()
    page("officer", targets, **{"seen": seen, f"t_{measure.pk}_{quarter.pk}_en": "In force"})
    assert Target.objects.get().text == {"en": "In force"}
    make_target(make_measure(project), quarter)
    assert page("officer", targets).status_code == 200
