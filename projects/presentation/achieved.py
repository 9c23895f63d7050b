"""What a project has reached, in a short list: approved values only, so the same for everybody. Reads only.

For the overview, the quarterly report and the published activity. Two queries; a third with the parts of values.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Prefetch, QuerySet

from core.localised import LocalisedText
from core.together import fetch
from projects.achieving.aggregation import over_periods
from projects.achieving.course import SHAPES, Aim, Course, Line, course_of, share_of
from projects.enums import Aggregation, ValueState
from projects.models import Measure, Period, Project, ReportedValue, Target, ValuePart

OF_ITS_OWN = (Aggregation.SUM, Aggregation.MEAN)  # what is put together is put together of a year alone


@dataclass(frozen=True)
class Achieved:
    """How one indicator of a project stands. `values` are the rows behind the figure, the earliest first.

    `actual` is what they amount to by the rule of the indicator, reached by `as_of`; in words where the unit is words.
    """

    measure: Measure
    target: Decimal | None = None
    target_text: LocalisedText = field(default_factory=LocalisedText)
    actual: Decimal | None = None
    actual_text: LocalisedText = field(default_factory=LocalisedText)
    as_of: date | None = None
    course: Course = Course.UNKNOWN
    share: int | None = None
    targets: Sequence[Target] = ()
    values: Sequence[ReportedValue] = ()

    @property
    def shape(self) -> str:
        """The class of the look for its course."""
        return SHAPES[self.course]

    @property
    def latest(self) -> ReportedValue | None:
        """The row that was reported last: its page proves the figure."""
        return self.values[-1] if self.values else None


def achieved(
    project: Project, *, until: date | None = None, year: int | None = None, with_parts: bool = False
) -> list[Achieved]:
    """The indicators of a project in their order, impact first, each with what both sides have approved.

    `until` leaves out periods that end later: what a report of a quarter says. Targets stay, since they are aimed at.
    `year` narrows both to the periods that end in a year. `with_parts` reads what values are split into.
    """
    values = ReportedValue.objects.counting().filter(project=project)
    targets = Target.objects.filter(measure__project=project)
    if until is not None:
        values = values.filter(period__ends_on__lte=until)
    if year is not None:
        values, targets = values.filter(period__ends_on__year=year), targets.filter(period__ends_on__year__lte=year)
    if with_parts:
        parts = ValuePart.objects.select_related("category__dimension").order_by("category__dimension__key", "category")
        values = values.prefetch_related(Prefetch("parts", parts))
    rows = fetch([values.order_by(), targets.order_by(), Period.objects.filter(project=project).order_by()])
    reached, aimed = (_by_measure(found, rows[2]) for found in rows[:2])
    return [stand_of(one, aimed[one.pk], reached[one.pk], year=year) for one in measures_of(project)]


def _by_measure(rows: Iterable[Any], periods: Iterable[Period]) -> dict[int, list[Any]]:
    """Each with its period, of which there are few for all of them, the earliest first."""
    by_number = {one.pk: one for one in periods}
    found = defaultdict(list)
    for row in rows:
        row.period = by_number[row.period_id]
        found[row.measure_id].append(row)
    for of_measure in found.values():
        of_measure.sort(key=lambda row: row.period.ends_on)
    return found


def measures_of(project: Project) -> QuerySet[Measure]:
    """The indicators of a project as its pages list them: by result, impact first."""
    return (
        Measure.objects.filter(project=project)
        .select_related("result", "indicator")
        .order_by("-result__level", "result__number", "number", "pk")
    )


def stand_of(
    measure: Measure, aimed: Sequence[Target], values: Iterable[ReportedValue], *, year: int | None = None
) -> Achieved:
    """How an indicator stands, from its targets and approved values in the order of their periods. No query.

    In a `year`, its own targets count; earlier ones are where the line of what is expected comes from.
    """
    indicator = measure.indicator
    targets = [one for one in aimed if year is None or one.period.ends_on.year == year]
    rows = [one for one in values if one.state == ValueState.APPROVED]
    as_of = rows[-1].period.ends_on if rows else None
    if indicator.is_in_words:
        return Achieved(
            measure,
            target_text=next((one.text for one in reversed(targets) if one.text), LocalisedText()),
            actual_text=rows[-1].text if rows else LocalisedText(),
            as_of=as_of,
            course=Course.WORDS if rows else Course.UNKNOWN,
            targets=targets,
            values=rows,
        )
    line = line_of(measure, targets if indicator.over_time in OF_ITS_OWN or not targets else aimed)
    actual = over_periods([one.value for one in rows if one.value is not None], indicator.over_time)
    return Achieved(
        measure,
        target=line.target,
        actual=actual,
        as_of=as_of,
        course=course_of(line, actual, as_of),
        share=share_of(line, actual),
        targets=targets,
        values=rows,
    )


def line_of(measure: Measure, targets: Iterable[Target]) -> Line:
    """What an indicator aims at, from its targets in the order of their periods."""
    aims = [Aim(one.period.starts_on, one.period.ends_on, one.value) for one in targets if one.value is not None]
    indicator = measure.indicator
    return Line(aims, indicator.over_time, indicator.direction, measure.baseline, measure.baseline_on)
