"""The results of a project: indicators by result, the periods of a year beside each other. Reads only."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet

from core import policies
from projects.enums import ValueState
from projects.models import Measure, Period, Project, ReportedValue, Result, Target
from projects.presentation.achieved import Achieved, measures_of, stand_of

AT_ONCE = 30  # indicators on one page, unless a single result has more
UNDER_WAY = (ValueState.DRAFT, ValueState.SUBMITTED, ValueState.CHECKED)


@dataclass(frozen=True)
class Cell:
    """An indicator in a period: what was aimed at, what counts, what the reader sees on its way."""

    period: Period
    target: Target | None
    value: ReportedValue | None
    under_way: ReportedValue | None
    may_report: bool


@dataclass(frozen=True)
class Row:
    """An indicator of a result in the chosen year."""

    measure: Measure
    stand: Achieved
    cells: list[Cell]


@dataclass(frozen=True)
class Group:
    """A result and how it is measured."""

    result: Result
    rows: list[Row]


@dataclass(frozen=True)
class ResultsPage:
    """Some results of a project in a year, and where the others are."""

    groups: list[Group]
    periods: list[Period]
    years: list[int]
    year: int
    earlier: int | None = None
    further: int | None = None


def results_page(
    project: Project, user: Any, today: date, *, year: int | None = None, start: int | None = None
) -> ResultsPage:
    """The results from the one with the number `start` on; five queries, however many there are.

    Values are those the reader may see: another side's drafts do not exist for him. Figures count what is approved.
    """
    periods = list(project.periods.all())
    by_pk = {one.pk: one for one in periods}
    years = sorted({one.ends_on.year for one in periods})
    chosen = chosen_year(years, year, today)
    results = list(Result.objects.filter(project=project).order_by("-level", "number").annotate(size=Count("measures")))
    shown, earlier, further = _chunk(results, start)
    measures = list(with_may_report(measures_of(project).filter(result__in=shown), user))
    targets, values = defaultdict(list), defaultdict(list)
    for target in Target.objects.filter(measure__in=measures, period__ends_on__year__lte=chosen).order_by(
        "period__ends_on"
    ):
        target.period = by_pk[target.period_id]
        targets[target.measure_id].append(target)
    for value in seen_values(user).filter(measure__in=measures, period__ends_on__year=chosen).select_related(None):
        value.project, value.period = project, by_pk[value.period_id]
        values[value.measure_id].append(value)
    of_year = [one for one in periods if one.ends_on.year == chosen]
    rows = defaultdict(list)
    for measure in measures:
        aimed, seen = targets[measure.pk], values[measure.pk]
        stand = stand_of(measure, aimed, seen, year=chosen)
        rows[measure.result_id].append(Row(measure, stand, cells_of(measure, of_year, aimed, seen, today)))
    groups = [Group(result, rows[result.pk]) for result in shown]
    return ResultsPage(groups, of_year, years, chosen, earlier, further)


def chosen_year(years: Sequence[int], asked: int | None, today: date) -> int:
    """The year that was asked for, if there is one; else this year, else the nearest one that has periods."""
    if asked in years:
        return int(asked)  # type: ignore[arg-type]
    if not years:
        return today.year
    return min(years, key=lambda one: (abs(one - today.year), -one))


def _chunk(results: Sequence[Any], start: int | None) -> tuple[list[Result], int | None, int | None]:
    """The results of the page on which `start` stands, and with which the pages around it begin."""
    pages: list[list[Any]] = []
    count = 0
    for result in results:
        if not pages or count + result.size > AT_ONCE:
            pages.append([])
            count = 0
        pages[-1].append(result)
        count += result.size
    if not pages:
        return [], None, None
    at = next((number for number, page in enumerate(pages) if any(one.pk == start for one in page)), 0)
    earlier = pages[at - 1][0].pk if at else None
    return pages[at], earlier, pages[at + 1][0].pk if at + 1 < len(pages) else None


def with_may_report(measures: QuerySet[Measure], user: Any) -> QuerySet[Measure]:
    """Marked with whether the reader reports the indicator."""
    return measures.annotate(may_report=policies.as_column(policies.q("projects.report_measure", user)))


def seen_values(user: Any) -> QuerySet[ReportedValue]:
    """The values a reader may see, but those that were replaced, in the order of their periods."""
    return (
        ReportedValue.objects.visible_to(user)
        .exclude(state=ValueState.REPLACED)
        .select_related("period")
        .order_by("period__ends_on", "pk")
    )


def cells_of(
    measure: Any, periods: Sequence[Period], targets: Sequence[Target], values: Sequence[ReportedValue], today: date
) -> list[Cell]:
    """An indicator period by period. A report is offered once the period has begun, while it is open."""
    aimed = {one.period_id: one for one in targets}
    counts = {one.period_id: one for one in values if one.state == ValueState.APPROVED}
    moving = {one.period_id: one for one in values if one.state in UNDER_WAY}
    return [
        Cell(
            one,
            aimed.get(one.pk),
            counts.get(one.pk),
            moving.get(one.pk),
            measure.may_report and one.pk not in moving and not one.is_locked and one.starts_on <= today,
        )
        for one in periods
    ]
