"""Officers and leaders arrange results: what is to change, how it is measured, in which periods, with which targets."""

from functools import partial
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.db.models import Count, Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from core import policies
from core.forms import ReasonForm
from core.stepping import posted
from people.days import today_at
from people.history import history_of
from people.keys import sides_of
from people.requests import SignedInRequest
from projects.actions import arranging as acts
from projects.actions import periods as period_acts
from projects.forms.arranging import MeasureForm, PeriodsForm, ResultForm, TargetsForm
from projects.models import Measure, Period, Project, Result, Target
from projects.presentation.page import page_of_project
from projects.presentation.periods import write_period
from projects.presentation.results import chosen_year
from projects.views.finding import find
from projects.views.stepping import answer


def _find(request: SignedInRequest, reference: str) -> Project:
    project = find(request, reference)
    policies.require(request.user, "projects.arrange_results", project)
    return project


def _back(project: Project) -> str:
    return reverse("projects:arrange_results", args=[project.reference])


def _result(project: Project, pk: int) -> Result:
    result = get_object_or_404(Result, pk=pk, project=project)
    result.project = project
    return result


def _measure(project: Project, pk: int) -> Measure:
    measure = get_object_or_404(Measure.objects.select_related("indicator", "result"), pk=pk, project=project)
    measure.project = measure.result.project = project
    return measure


def _answer(request: SignedInRequest, project: Project, form: forms.Form, act: Any, **context: Any) -> HttpResponse:
    return answer(
        request, project, form, act, back_url=_back(project), back=_("Back to the arrangement of results"), **context
    )


@login_required
def arrange_results(request: SignedInRequest, reference: str) -> HttpResponse:
    """All of it at a glance."""
    project = _find(request, reference)
    measures = Measure.objects.select_related("indicator").annotate(aims=Count("targets"))
    results = list(
        project.results.order_by("-level", "number").prefetch_related(Prefetch("measures", measures.order_by("number")))
    )
    context = page_of_project(request, project, "results")
    context |= {
        "results": results,
        "periods": list(project.periods.annotate(count=Count("values"))),
        "may_lock": "projects.run" in context["granted"],
        "today": today_at(project.centre),
    }
    return render(request, "projects/arrange_results.html", context)


@login_required
def add_result(request: SignedInRequest, reference: str) -> HttpResponse:
    """A further result."""
    project = _find(request, reference)
    return _answer(
        request,
        project,
        ResultForm(request.POST or None, initial={"level": "1"}),
        partial(acts.add_result, project, by=request.user),
        said=_("The result is added."),
        heading=_("Add a result"),
        submit=_("Add the result"),
    )


@login_required
def edit_result(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """What it says."""
    project = _find(request, reference)
    result = _result(project, pk)
    initial = {"title": result.title, "description": result.description}
    return _answer(
        request,
        project,
        ResultForm(request.POST or None, initial=initial, is_new=False),
        partial(acts.edit_result, result, by=request.user),
        said=_("The result is saved."),
        heading=_("Edit the result"),
        submit=_("Save the result"),
    )


@login_required
def remove_result(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Asked once more."""
    project = _find(request, reference)
    result = _result(project, pk)
    return _answer(
        request,
        project,
        forms.Form(posted(request)),
        partial(acts.remove_result, result, by=request.user),
        said=_("The result is removed."),
        heading=_("Remove the result"),
        lede=result.title,
        submit=_("Remove the result"),
    )


@login_required
def add_measure(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """An indicator of the library for a result."""
    project = _find(request, reference)
    result = _result(project, pk)
    form = MeasureForm(
        request.POST or None,
        centre=project.centre,
        sides=sides_of(project.centre, request.user),
        initial={"baseline_on": acts.day_of_baseline(project)},
    )
    return _answer(
        request,
        project,
        form,
        partial(acts.add_measure, result, by=request.user),
        said=_("The indicator is added. Now set its targets."),
        heading=_("Measure the result"),
        lede=result.title,
        submit=_("Add the indicator"),
    )


@login_required
def edit_measure(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Its baseline, and who reports it."""
    project = _find(request, reference)
    measure = _measure(project, pk)
    initial = {name: getattr(measure, name) for name in acts.BASELINE}
    if measure.baseline is not None:
        initial["baseline"] = f"{measure.baseline.normalize():f}"
    form = MeasureForm(
        request.POST or None,
        centre=project.centre,
        sides=sides_of(project.centre, request.user),
        is_new=False,
        initial=initial,
    )
    return _answer(
        request,
        project,
        form,
        partial(acts.edit_measure, measure, by=request.user),
        said=_("The indicator is saved."),
        heading=_("Baseline and reporting side"),
        lede=measure.indicator.name,
        submit=_("Save the indicator"),
    )


@login_required
def remove_measure(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Asked once more."""
    project = _find(request, reference)
    measure = _measure(project, pk)
    return _answer(
        request,
        project,
        forms.Form(posted(request)),
        partial(acts.remove_measure, measure, by=request.user),
        said=_("The indicator is removed from this result."),
        heading=_("Remove the indicator"),
        lede=measure.indicator.name,
        submit=_("Remove the indicator"),
    )


@login_required
def edit_targets(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """The targets of one result in the periods of a year, in one table."""
    project = _find(request, reference)
    result = _result(project, pk)
    periods = list(project.periods.all())
    years = sorted({one.ends_on.year for one in periods})
    asked = request.GET.get("year", "")
    year = chosen_year(years, int(asked) if asked.isdigit() and len(asked) == 4 else None, today_at(project.centre))  # noqa: PLR2004
    measures = list(result.measures.select_related("indicator").order_by("number"))
    of_year = [one for one in periods if one.ends_on.year == year]
    form = TargetsForm(
        request.POST or None,
        project=project,
        measures=measures,
        periods=of_year,
        targets=list(Target.objects.filter(measure__in=measures, period__in=of_year)),
    )
    return _answer(
        request,
        project,
        form,
        partial(acts.save_targets, project, by=request.user),
        said=_("The targets are saved."),
        template="projects/edit_targets.html",
        result=result,
        years=years,
        year=year,
        submit=_("Save the targets"),
    )


# --- Periods ---------------------------------------------------------------------------------------------------------


@login_required
def make_periods(request: SignedInRequest, reference: str) -> HttpResponse:
    """Quarters or years, from the project's days."""
    project = _find(request, reference)
    return _answer(
        request,
        project,
        PeriodsForm(request.POST or None),
        partial(period_acts.make_periods, project, by=request.user),
        said=_("The periods are made."),
        heading=_("Make the periods of reporting"),
        lede=_("From the first to the last day of the project. Periods that are there already stay as they are."),
        submit=_("Make the periods"),
    )


def _period(project: Project, pk: int) -> Period:
    period = get_object_or_404(Period, pk=pk, project=project)
    period.project = project
    return period


@login_required
def remove_period(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Asked once more."""
    project = _find(request, reference)
    period = _period(project, pk)
    return _answer(
        request,
        project,
        forms.Form(posted(request)),
        partial(period_acts.remove_period, period, by=request.user),
        said=_("The period is removed."),
        heading=_("Remove the period"),
        lede=write_period(period.starts_on, period.ends_on),
        submit=_("Remove the period"),
    )


@login_required
def lock_period(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Its values and targets are the record from here on."""
    project = find(request, reference)
    period = _period(project, pk)
    policies.require(request.user, "projects.lock_period", period)
    return _answer(
        request,
        project,
        forms.Form(posted(request)),
        partial(period_acts.lock_period, period, by=request.user),
        said=_("The period is locked."),
        heading=_("Lock the period %(period)s") % {"period": write_period(period.starts_on, period.ends_on)},
        lede=_("No value of it is reported, and no target changed, until it is unlocked with reasons."),
        submit=_("Lock the period"),
        template="projects/period_step.html",
        history=history_of(period, _phrases(), centre=project.centre),
    )


@login_required
def unlock_period(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """With reasons."""
    project = find(request, reference)
    period = _period(project, pk)
    policies.require(request.user, "projects.lock_period", period)
    return _answer(
        request,
        project,
        ReasonForm(request.POST or None, hint=_("Both leaders are told, and the history keeps them.")),
        partial(period_acts.unlock_period, period, by=request.user),
        said=_("The period is unlocked. Both leaders have been told."),
        heading=_("Unlock the period %(period)s") % {"period": write_period(period.starts_on, period.ends_on)},
        lede=_("A new value takes the place of an approved one when both sides have approved it."),
        submit=_("Unlock the period"),
        template="projects/period_step.html",
        history=history_of(period, _phrases(), centre=project.centre),
    )


def _phrases() -> dict[str, str]:
    return {"lock": _("Locked"), "unlock": _("Unlocked")}
