"""What is missing from whom: indicators and periods that are over without an approved value. Reads only.

A period is owed where the indicator has a target in it; an indicator without any target owes every period. Of what
another side has begun, the reader learns nothing but that the value is not there yet.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core import signing
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery

from projects.enums import Owner, Stage, ValueState
from projects.models import Measure, Period, Project, ReportedValue, Target
from projects.presentation.results import UNDER_WAY

SIZE = 50
SALT = "projects.missing"


@dataclass(frozen=True)
class Owed:
    """An indicator in a period that is over."""

    measure: Measure
    period: Period
    under_way: str
    value: int | None

    @property
    def words(self) -> str:
        """Where its value stands, as far as the reader knows."""
        return str(ValueState(self.under_way).label) if self.under_way else ""


@dataclass(frozen=True)
class MissingPage:
    """Some of what is missing, the oldest first, and the mark of what follows."""

    rows: list[Owed]
    further: str = ""


def missing(projects: QuerySet[Project], today: date) -> QuerySet[Any]:
    """A row for each period that is over and each indicator of its project without an approved value in it.

    The indicator is the column `owed`. Only projects at work owe anything.
    """
    target = Target.objects.filter(measure=OuterRef("owed"))
    approved = ReportedValue.objects.counting().filter(measure=OuterRef("owed"), period=OuterRef("pk"))
    return (
        Period.objects.filter(project__in=projects.filter(stage__in=Stage.at_work()), ends_on__lt=today)
        .annotate(owed=F("project__measures"), owed_by=F("project__measures__reported_by"))
        .filter(owed__isnull=False)
        .filter(Exists(target.filter(period=OuterRef("pk"))) | ~Exists(target), ~Exists(approved))
    )


def counts_by_side(rows: QuerySet[Any]) -> dict[str, int]:
    """How much is missing from side A, from side B, and from both together."""
    found = rows.order_by().values_list("owed_by").annotate(count=Count("pk"))
    return dict.fromkeys(Owner.values, 0) | dict(found)


def missing_page(rows: QuerySet[Any], user: Any, *, side: str = "", after: str = "") -> MissingPage:
    """Those of one side, the oldest first: a query for the rows, one for the indicators, one for the periods."""
    if side in Owner.values:
        rows = rows.filter(owed_by=side)
    if mark := _read(after):
        ends_on, period, measure = mark
        rows = rows.filter(
            Q(ends_on__gt=ends_on) | Q(ends_on=ends_on, pk__gt=period) | Q(ends_on=ends_on, pk=period, owed__gt=measure)
        )
    seen = ReportedValue.objects.visible_to(user).filter(
        measure=OuterRef("owed"), period=OuterRef("pk"), state__in=UNDER_WAY
    )
    rows = rows.annotate(
        moving=Subquery(seen.order_by("-state", "pk").values("state")[:1]),
        moving_pk=Subquery(seen.order_by("-state", "pk").values("pk")[:1]),
    )
    found = list(
        rows.order_by("ends_on", "pk", "owed").values_list("ends_on", "pk", "owed", "moving", "moving_pk")[: SIZE + 1]
    )
    more, found = len(found) > SIZE, found[:SIZE]
    measures = _by_pk(
        Measure.objects.select_related(
            "indicator", "result", "project__centre__side_a__calendar", "project__centre__side_b__calendar"
        ),
        (one[2] for one in found),
    )
    periods = _by_pk(Period.objects.all(), (one[1] for one in found))
    owed = [
        Owed(measures[measure], periods[period], moving or "", pk) for _ends_on, period, measure, moving, pk in found
    ]
    further = ""
    if more:
        last = found[-1]
        further = signing.dumps([last[0].isoformat(), last[1], last[2]], salt=SALT)
    return MissingPage(owed, further)


def _by_pk(rows: QuerySet[Any], numbers: Iterable[int]) -> dict[int, Any]:
    return {row.pk: row for row in rows.filter(pk__in=set(numbers))}


def _read(mark: str) -> tuple[date, int, int] | None:
    try:
        ends_on, period, measure = signing.loads(mark, salt=SALT)
        return date.fromisoformat(ends_on), int(period), int(measure)
    except (signing.BadSignature, ValueError, TypeError):
        return None
