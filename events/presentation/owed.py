"""Who owes what after an event, so that only what is missing stands out. Reads only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet, TextField, Value
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Concat
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from calendars.moments import write_day
from events.enums import ParticipantStatus, PlanMonth, PlanStatus
from events.models import Participant, PlanCheck
from events.presentation.plans import state_of_check
from events.presentation.trip_reports import state_of_report
from people import directory

# What `events.actions.owing.items_of` names, in words for people.
ITEMS: dict[str, str | Promise] = {
    "plan": gettext_lazy("action plan"),
    "endorsement": gettext_lazy("endorsement of the action plan by the superior"),
    "after_3": gettext_lazy("state of the plan after 3 months"),
    "after_6": gettext_lazy("state of the plan after 6 months"),
    "after_12": gettext_lazy("state of the plan after 12 months"),
    "trip_report": gettext_lazy("trip report"),
}
COLUMNS: tuple[str | Promise, ...] = (
    gettext_lazy("Action plan"),
    gettext_lazy("Endorsement"),
    *(month.label for month in PlanMonth),
    gettext_lazy("Trip report"),
)


@dataclass(frozen=True)
class Cell:
    """One thing that is owed or there: a shape only where something is missing, and where it can be read."""

    label: str | Promise
    words: str | Promise = "–"
    shape: str = ""
    url: str = ""


def rows_of(user: Any) -> QuerySet[Participant]:
    """Delegates whose papers the reader may follow, with `protocol`, the order they stand in."""
    name = KeyTextTransform("en", "country__name")
    rows = Participant.objects.visible_to(user).filter(
        delegation__isnull=False, status__in=ParticipantStatus.seated(), anonymised_at=None
    )
    return rows.annotate(protocol=Concat(name, Value(" "), "family_name", output_field=TextField()))


def lines_of(found: Sequence[Participant]) -> list[tuple[Participant, list[Cell]]]:
    """The rows of one page with their cells: what they show is read for these alone, in two queries."""
    rows = (
        Participant.objects.filter(pk__in=[one.pk for one in found])
        .select_related("plan", "trip_report", "delegation__organisation", "event", "country")
        .prefetch_related(Prefetch("plan__checks", PlanCheck.objects.order_by("months"), to_attr="all_checks"))
        .defer("event__search", "event__description")
    )
    by_pk = {row.pk: row for row in rows}
    return [(by_pk[one.pk], cells_of(by_pk[one.pk])) for one in found]


def owed_rows(user: Any, owing: Q, country: str = "") -> QuerySet[Participant]:
    """Those who owe something, across events, of one country or of all. `owing`: see `events.following`."""
    rows = rows_of(user).filter(owing)
    return rows.filter(country=country) if country else rows


def countries_of(user: Any, owing: Q) -> list[tuple[Any, int]]:
    """How many of each country owe something; one query."""
    rows = Participant.objects.visible_to(user).filter(
        owing, delegation__isnull=False, status__in=ParticipantStatus.seated(), anonymised_at=None
    )
    counted = dict(rows.order_by().values_list("country").annotate(Count("pk", distinct=True)))
    return [(one, counted[one.pk]) for one in directory.countries() if one.pk in counted]


def cells_of(participant: Participant) -> list[Cell]:
    """The row of one participant, in the order of `COLUMNS`. Reads nothing: `lines_of` has brought it along."""
    today = timezone.localdate()
    plan: Any = getattr(participant, "plan", None)
    args = [participant.event.reference, participant.pk]
    plan_url = reverse("events:plan", args=args)
    cells = [_plan(plan, plan_url), _endorsement(plan)]
    checks = {one.months: one for one in plan.all_checks} if plan else {}
    cells += [_check(checks.get(month), month.label, today) for month in PlanMonth]
    report: Any = getattr(participant, "trip_report", None)
    if report is None:
        return [*cells, Cell(COLUMNS[-1])]
    state = state_of_report(report)
    shape = "" if report.submitted_at else state.shape
    return [*cells, Cell(COLUMNS[-1], state.words, shape, reverse("events:trip_report", args=args))]


def _plan(plan: Any, url: str) -> Cell:
    if plan is None:
        return Cell(COLUMNS[0])
    if plan.status == PlanStatus.DRAFT:
        return Cell(COLUMNS[0], _("Draft") if plan.revision > 1 else _("Missing"), "is-late", url)
    return Cell(COLUMNS[0], _("Sent"), "", url)


def _endorsement(plan: Any) -> Cell:
    if plan is None or plan.status == PlanStatus.DRAFT:
        return Cell(COLUMNS[1])
    if plan.status == PlanStatus.SUBMITTED:
        return Cell(COLUMNS[1], _("With the superior"), "is-waiting")
    return Cell(COLUMNS[1], write_day(timezone.localdate(plan.endorsed_at)))


def _check(check: Any, label: str | Promise, today: date) -> Cell:
    if check is None:
        return Cell(label)
    state = state_of_check(check, today)
    return Cell(label, state.words, "is-late" if state.shape == "is-late" else "")
