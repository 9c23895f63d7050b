"""The schedule: read, written line by line, agreed as a baseline."""

from datetime import date
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import policies
from core.forms import ReasonForm
from core.paging import page_of
from core.stepping import posted
from people.keys import sides_of
from people.requests import SignedInRequest
from projects.actions import scheduling as acts
from projects.forms.schedule import ProgressForm, ScheduleFilters, TaskForm, initial_of
from projects.models import Project, Task
from projects.planned import in_order, mark_of
from projects.presentation.milestones import next_milestones
from projects.presentation.page import page_of_project
from projects.presentation.schedule import line_of, schedule_of, stretch_of
from projects.views.finding import find, find_work
from projects.views.marks import marked_anew
from projects.views.stepping import answer

DIRECTIONS = ("up", "down")


def _url(project: Project) -> str:
    return reverse("projects:schedule", args=[project.reference])


def _line_url(task: Task) -> str:
    return reverse("projects:task", args=[task.project.reference, task.pk])


@login_required
def schedule(request: SignedInRequest, reference: str) -> HttpResponse:
    """The Gantt with its table: by package, by line, or the lines of one owner or package."""
    project = find_work(request, reference)
    context = page_of_project(request, project, "schedule")
    filters = ScheduleFilters(request.GET, project=project, sides=context["sides"])
    chosen = filters.chosen()
    shown = schedule_of(project, request.GET, owner=chosen.get("owner", ""), own_side=context["own_side"])
    context |= {
        "shown": shown,
        "drawing": shown.drawing,
        "filters": filters,
        "chosen": filters.removable(request.GET),
        "milestones": [] if shown.stretch.is_whole and not shown.by_package else next_milestones(project),
        "may_arrange": "projects.arrange" in context["granted"],
        "is_narrowed": bool(chosen) or shown.package is not None,
    }
    return render(request, "projects/schedule.html", context)


@login_required
def task(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """One line: when, by whom, what it waits for and what waits for it."""
    project = find_work(request, reference)
    context = page_of_project(request, project, "schedule")
    line = line_of(project, pk, own_side=context["own_side"])
    if line is None:
        raise Http404
    context |= {
        "line": line,
        "task": line.task,
        "deliverables": line.task.deliverables.order_by("number"),
        "may_arrange": "projects.arrange" in context["granted"],
    }
    return render(request, "projects/task.html", context)


def _to_arrange(request: SignedInRequest, reference: str) -> Project:
    project = find(request, reference)
    policies.require(request.user, "projects.arrange", project)
    return project


def _task(project: Project, pk: int) -> Task:
    rows = Task.objects.select_related("parent", "person")
    found = get_object_or_404(rows, pk=pk, project=project)
    found.project = project
    return found


@login_required
def add_task(request: SignedInRequest, reference: str) -> HttpResponse:
    """A line more; `?under=` names the package it is to stand under."""
    project = _to_arrange(request, reference)
    under = project.tasks.filter(number=request.GET.get("under", "")).first()
    initial = {"parent": under.number, "owner": under.owner, "wished_on": under.wished_on} if under else {}
    form = TaskForm(
        request.POST or None, project=project, sides=sides_of(project.centre, request.user), initial=initial
    )
    del form.fields["seen"]
    return answer(
        request,
        project,
        form,
        partial(acts.add_task, project, by=request.user),
        said=_("The line is added, and the days of all lines are worked out anew."),
        back_url=_url(project),
        done_url=_line_url,
        heading=_("Add a line"),
        lede="",
        submit=_("Add the line"),
        back=_("Back to the schedule"),
    )


@login_required
def edit_task(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Change a line and what it waits for."""
    project = _to_arrange(request, reference)
    found = _task(project, pk)
    sides = sides_of(project.centre, request.user)
    form = TaskForm(request.POST or None, project=project, sides=sides, initial=initial_of(found))
    return _step(
        request,
        found,
        form,
        marked_anew(form, partial(acts.edit_task, found, by=request.user), mark_of(found)),
        said=_("The line is saved, and the days of all lines are worked out anew."),
        heading=_("Edit line %(number)s") % {"number": found.number},
        submit=_("Save"),
    )


@login_required
def record_progress(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """How far a line is."""
    project = _to_arrange(request, reference)
    found = _task(project, pk)
    return _step(
        request,
        found,
        ProgressForm(posted(request), task=found),
        partial(acts.record_progress, found, by=request.user),
        said=_("The progress is recorded, and the days of all lines are worked out anew."),
        heading=_("Progress of line %(number)s") % {"number": found.number},
        submit=_("Record"),
    )


@login_required
def remove_task(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Take a line out, asked once more."""
    project = _to_arrange(request, reference)
    found = _task(project, pk)
    return _step(
        request,
        found,
        forms.Form(posted(request)),
        partial(acts.remove_task, found, by=request.user),
        said=_("The line is removed, and the days of all lines are worked out anew."),
        heading=_("Remove line %(number)s") % {"number": found.number},
        lede=_("What waits for this line waits for it no more. A removed line does not come back."),
        submit=_("Remove the line"),
        done_url=_url(project),
    )


def _step(request: SignedInRequest, found: Task, form: forms.Form, act: Any, **context: Any) -> HttpResponse:
    return answer(
        request,
        found.project,
        form,
        act,
        template="projects/task_step.html",
        back_url=_line_url(found),
        back=_("Back to the line"),
        task=found,
        **context,
    )


@login_required
@require_POST
def move_task(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """One place up or down among the lines of its package."""
    project = _to_arrange(request, reference)
    found = _task(project, pk)
    direction = request.POST.get("direction", "")
    if direction not in DIRECTIONS:
        raise Http404
    acts.move_task(found, by=request.user, direction=direction)
    messages.success(request, _("The line has changed its place."))
    return redirect(_line_url(found))


@login_required
def take_baseline(request: SignedInRequest, reference: str) -> HttpResponse:
    """Agree on the schedule as it stands."""
    project = _to_arrange(request, reference)
    hint = _("Both sides read them beside the baseline: what was agreed, where, and why it differs from the last one.")
    return answer(
        request,
        project,
        ReasonForm(request.POST or None, hint=hint),
        partial(acts.take_baseline, project, by=request.user),
        said=_("The baseline is taken. Both leaders have been told."),
        back_url=_url(project),
        heading=_("Take a baseline"),
        lede=_("From now on the schedule is compared with the days it has today. Earlier baselines are kept."),
        submit=_("Take the baseline"),
        back=_("Back to the schedule"),
    )


@login_required
def baselines(request: SignedInRequest, reference: str) -> HttpResponse:
    """What was agreed, and what before it."""
    project = find_work(request, reference)
    context = page_of_project(request, project, "schedule")
    page = page_of(project.baselines.select_related("by"), request.GET, order="-number")
    for row in page.rows:
        row.project = project
    context |= {"page": page, "may_arrange": "projects.arrange" in context["granted"]}
    return render(request, "projects/baselines.html", context)


@login_required
def baseline(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """One baseline line by line, beside today's plan."""
    project = find_work(request, reference)
    context = page_of_project(request, project, "schedule")
    found = get_object_or_404(project.baselines.select_related("by"), number=number)
    now = {row.number: row for row in in_order(project.tasks.all())}
    numbers = [*(one for one in now if one in found.days), *sorted(set(found.days) - set(now))]
    stretch = stretch_of(numbers, request.GET)
    context |= {
        "baseline": found,
        "stretch": stretch,
        "rows": [(one, *_days(found.days[one]), now.get(one)) for one in stretch.rows],
    }
    return render(request, "projects/baseline.html", context)


def _days(span: list[str]) -> tuple[date, date]:
    first, last = span
    return date.fromisoformat(first), date.fromisoformat(last)
