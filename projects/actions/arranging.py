"""What a project aims at: results, the indicators they are measured by, targets a period."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from core import journal, policies
from core.localised import LocalisedText
from core.refusal import RefusedError, refusing
from people.models import User
from projects.models import Indicator, Measure, Period, Project, Result, Target
from projects.workflow import lifecycle

MOST_RESULTS, MOST_MEASURES = 100, 40  # of a project, of a result
BASELINE = ("reported_by", "baseline", "baseline_text", "baseline_on", "baseline_source")
Cell = tuple[int, int]  # numbers of a measure and of a period
Aims = Mapping[Cell, Decimal | None]
Words = Mapping[Cell, Mapping[str, str]]


def _hold(project: Project, by: User) -> Project:
    row = lifecycle.lock(project)
    policies.require(by, "projects.arrange_results", row)
    return row


# --- Results ---------------------------------------------------------------------------------------------------------


@transaction.atomic
def add_result(
    project: Project, *, by: User, level: str, title: Mapping[str, str], description: Mapping[str, str] | None = None
) -> Result:
    """Add an output, an outcome or an impact; it gets the next number of its level."""
    row = _hold(project, by)
    if row.results.count() >= MOST_RESULTS:
        raise RefusedError(_("A project has %(most)d results at most.") % {"most": MOST_RESULTS})
    last = row.results.filter(level=level).aggregate(last=Max("number"))["last"] or 0
    result = Result.objects.create(
        project=row,
        level=level,
        number=last + 1,
        title=LocalisedText(title),
        description=LocalisedText(description or {}),
    )
    journal.write(row, "add_result", by=by, data={"result": result.pk})
    return result


@transaction.atomic
def edit_result(
    result: Result, *, by: User, title: Mapping[str, str], description: Mapping[str, str] | None = None
) -> Result:
    """Change what it says. Its level and number stay: reports cite them."""
    row = _hold(result.project, by)
    result = Result.objects.select_for_update().get(pk=result.pk)
    result.title, result.description = LocalisedText(title), LocalisedText(description or {})
    result.save(update_fields=["title", "description"])
    journal.write(row, "edit_result", by=by, data={"result": result.pk})
    return result


@transaction.atomic
def remove_result(result: Result, *, by: User) -> None:
    """Take away a result that is measured by nothing."""
    row = _hold(result.project, by)
    if result.measures.exists():
        raise RefusedError(_("This result has indicators. Remove them first."))
    journal.write(row, "remove_result", by=by, data={"result": result.pk})
    result.delete()


# --- How they are measured -------------------------------------------------------------------------------------------


@transaction.atomic
def add_measure(result: Result, *, by: User, indicator: Indicator, **written: Any) -> Measure:
    """Measure a result by an indicator of the library. Refused for one that is out of use or there already."""
    row = _hold(result.project, by)
    if not indicator.is_active:
        raise RefusedError(_("This indicator is out of use. Choose another one."))
    if result.measures.count() >= MOST_MEASURES:
        raise RefusedError(_("A result has %(most)d indicators at most.") % {"most": MOST_MEASURES})
    last = result.measures.aggregate(last=Max("number"))["last"] or 0
    twice = _("This result is measured by this indicator already.")
    with refusing({"project_measured_once": twice, "project_baseline_has_day": _("A baseline has a day.")}):
        measure = Measure.objects.create(
            result=result, project=row, indicator=indicator, number=last + 1, **_kept(written)
        )
    journal.write(row, "add_measure", by=by, data={"measure": measure.pk, "indicator": indicator.pk})
    return measure


@transaction.atomic
def edit_measure(measure: Measure, *, by: User, **written: Any) -> Measure:
    """Change its baseline and who reports it; never the indicator: values were reported by it.

    The side that reports stays while a value of it is under way.
    """
    row = _hold(measure.project, by)
    measure = Measure.objects.select_for_update().get(pk=measure.pk)
    kept = _kept(written)
    moves = kept.get("reported_by", measure.reported_by) != measure.reported_by
    if moves and measure.values.exclude(state__in=("approved", "replaced", "draft")).exists():
        raise RefusedError(_("A value is under way. Who reports is changed after that."))
    for name, value in kept.items():
        setattr(measure, name, value)
    with refusing({"project_baseline_has_day": _("A baseline has a day.")}):
        measure.save()
    journal.write(row, "edit_measure", by=by, data={"measure": measure.pk})
    return measure


@transaction.atomic
def remove_measure(measure: Measure, *, by: User) -> None:
    """Take away an indicator by which nothing was reported yet, with its targets."""
    row = _hold(measure.project, by)
    if measure.values.exists():
        raise RefusedError(_("Values were reported by this indicator: it stays."))
    journal.write(row, "remove_measure", by=by, data={"indicator": measure.indicator_id})
    measure.delete()


def _kept(written: Mapping[str, Any]) -> dict[str, Any]:
    if unknown := set(written) - set(BASELINE):
        message = f"Not parts of an indicator of a result: {sorted(unknown)}"
        raise TypeError(message)
    return {name: LocalisedText(value or {}) if name == "baseline_text" else value for name, value in written.items()}


# --- Targets ---------------------------------------------------------------------------------------------------------


@transaction.atomic
def save_targets(project: Project, *, by: User, figures: Aims, seen: Aims, words: Words | None = None) -> list[Target]:
    """Set the targets of some indicators in some periods; those that were changed are returned.

    `seen` is what stood there when the form was opened: what a colleague has changed since is not overwritten but
    refused, unless both say the same. Refused for locked periods. A target that is emptied is taken away.
    """
    row = _hold(project, by)
    cells = [*figures, *(words or {})]
    measures = {one.pk: one for one in Measure.objects.filter(project=row, pk__in={cell[0] for cell in cells})}
    periods = {one.pk: one for one in Period.objects.filter(project=row, pk__in={cell[1] for cell in cells})}
    if any(measure not in measures or period not in periods for measure, period in cells):
        message = "A target of another project"
        raise ValueError(message)
    there = {
        (one.measure_id, one.period_id): one
        for one in Target.objects.select_for_update().filter(measure__in=measures, period__in=periods)
    }
    changed = []
    for cell, value in figures.items():
        now = there[cell].value if cell in there else None
        if value == seen.get(cell) or value == now:
            continue
        if now != seen.get(cell):
            raise RefusedError(_("A colleague has changed these targets after you opened them. Open them anew."))
        changed.append(_set(there, cell, periods, value=value))
    for cell, text in (words or {}).items():
        written = LocalisedText(text)
        if written != (there[cell].text if cell in there else LocalisedText()):
            changed.append(_set(there, cell, periods, text=written))
    if changed:
        journal.write(row, "save_targets", by=by, data={"count": len(changed)})
    return changed


def _set(there: dict[Cell, Target], cell: Cell, periods: Mapping[int, Period], **said: Any) -> Target:
    if periods[cell[1]].is_locked:
        raise RefusedError(_("This period is locked: its targets stay as they are."))
    target = there.get(cell) or Target(measure_id=cell[0], period_id=cell[1])
    for name, value in said.items():
        setattr(target, name, value)
    if target.value is None and not target.text:
        if target.pk:
            target.delete()
        return target
    target.save()
    return target


def day_of_baseline(project: Project) -> date | None:
    """The day a baseline is usually taken: the first of the project."""
    return project.started_on or project.planned_start_on
