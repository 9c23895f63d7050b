"""Lines of the budget: listed, proposed, approved by a decision, replaced by a later one."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from agreements.models import Agreement, Decision
from core import policies
from core.filters import query_without
from core.forms import attempt
from core.paging import page_of
from core.refusal import RefusedError
from core.stepping import posted
from people.days import today_at
from people.history import history_of
from people.requests import SignedInRequest
from projects.actions import budgeting as acts
from projects.enums import LineState, Stage
from projects.forms.money import MOST, ApproveLinesForm, LineFilterForm, LineForm
from projects.models import BudgetLine, Project
from projects.presentation.money import LINE_PHRASES, LINE_SHAPES, line_rows, rates_of
from projects.presentation.page import page_of_project
from projects.presentation.totals import totals
from projects.views.finding import find, screen
from projects.views.stepping import answer


def _lines(project: Project) -> str:
    return reverse("projects:lines", args=[project.reference])


def _opens(request: HttpRequest, rows: list[BudgetLine]) -> dict[str, set[int]]:
    """Which of the agreements and decisions behind the lines this reader may open; two queries."""
    agreements = {one.agreement_id for one in rows}
    decisions = {one.decision_id for one in rows if one.decision_id}
    visible = Agreement.objects.visible_to(request.user).filter(pk__in=agreements)
    decided = Decision.objects.visible_to(request.user).filter(pk__in=decisions)
    return {
        "open_agreements": set(visible.values_list("pk", flat=True)),
        "open_decisions": set(decided.values_list("pk", flat=True)),
    }


def lines(request: HttpRequest, reference: str) -> HttpResponse:
    """The budget, line by line, each with the agreement and the decision it stands on."""
    project = find(request, reference)
    page = page_of_project(request, project, "money")
    form, rows = asked_lines(request, project, page["sides"])
    found = page_of(rows, request.GET, order="number")
    for one in found.rows:
        one.project, one.shape = project, LINE_SHAPES[one.state]
    page |= {
        "filters": form,
        "chosen": form.removable(request.GET),
        "all": query_without(request.GET, *form.fields),
        "page": found,
        "rows": found.rows,
        "may_write": "projects.write_line" in page["granted"] and project.stage not in Stage.over(),
        "to_approve": _to_approve(request, project).exists() if request.user.is_authenticated else False,
    }
    return render(request, "projects/lines.html", page | _opens(request, found.rows))


def asked_lines(request: HttpRequest, project: Project, sides: list[str]) -> tuple[LineFilterForm, Any]:
    """The filters, and the lines that this reader sees of them."""
    form = LineFilterForm(request.GET, sides=[(side, str(project.centre.side_country(side).name)) for side in sides])
    rows = BudgetLine.objects.visible_to(request.user).filter(project=project, **form.chosen())
    return form, rows.select_related("source", "agreement", "article__agreement", "decision")


def _to_approve(request: HttpRequest, project: Project) -> Any:
    rows = BudgetLine.objects.filter(policies.q("projects.approve_line", request.user), project=project)
    return rows.filter(state=LineState.DRAFT)


def _find(request: HttpRequest, project: Project, number: int) -> BudgetLine:
    """The line, as far as the reader may see it; else 404."""
    rows = BudgetLine.objects.visible_to(request.user).filter(project=project)
    found = get_object_or_404(
        rows.select_related("source", "agreement", "article__agreement", "decision", "replaces", "replaced_by", "by"),
        number=number,
    )
    found.project = project
    return found


def line(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """One line: what it stands on, what came of it, what it replaced."""
    project = find(request, reference)
    found = _find(request, project, number)
    page = page_of_project(request, project, "money")
    may_write = "projects.write_line" in page["granted"] and project.stage not in Stage.over()
    later = getattr(found, "replaced_by", None)
    sums = [one for one in totals(project).lines if found.number in one.numbers]
    page |= {
        "line": found,
        "shape": LINE_SHAPES[found.state],
        "rows": line_rows(project, sums),
        "later": later
        if later and (later.state != LineState.DRAFT or "projects.view_work" in page["granted"])
        else None,
        "may_edit": may_write and found.state == LineState.DRAFT,
        "may_replace": may_write and found.state == LineState.APPROVED and later is None,
        "history": history_of(found, LINE_PHRASES, centre=project.centre)
        if "projects.view_work" in page["granted"]
        else [],
    }
    return render(request, "projects/line.html", page | _opens(request, [found]))


@login_required
def add_line(request: SignedInRequest, reference: str) -> HttpResponse:
    """Propose a line."""
    project = find(request, reference)
    policies.require(request.user, "projects.write_line", project)
    form = LineForm(
        posted(request),
        project=project,
        user=request.user,
        rates=rates_of(project, today_at(project.centre)),
        initial={"currency": project.currency, "agreement": project.agreement_id, "nature": "cash"},
    )
    return answer(
        request,
        project,
        form,
        partial(acts.add_line, project, by=request.user),
        said=_("The line is proposed. It counts once a decision has approved it."),
        back_url=_lines(project),
        back=_("Back to the budget"),
        heading=_("Propose a line of the budget"),
        lede=_("What one side gives for a year at most, under an agreement. A decision of the committee approves it."),
        submit=_("Propose the line"),
        done_url=lambda row: row.get_absolute_url(),
    )


@login_required
def edit_line(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Change a proposed line; what a colleague saved meanwhile is shown beside it."""
    project = find(request, reference)
    found = _find(request, project, number)
    policies.require(request.user, "projects.write_line", project)
    form = _line_form(request, project, found)
    theirs = None
    if form.is_valid():
        try:
            acts.edit_line(found, by=request.user, seen=form.cleaned_data["seen"] or 0, **form.values())
        except acts.ChangedLineError as refusal:
            theirs = refusal.row
            data = request.POST.copy()
            data["seen"] = str(theirs.revision)  # whoever saves again has seen the other one
            form.data = data
            form.add_error(None, str(refusal.message))
        except RefusedError as refusal:
            form.add_error(None, str(refusal.message))
        else:
            messages.success(request, _("The line is saved."))
            return redirect(found)
    context = screen(
        project, form, line=found, theirs=theirs, back_url=found.get_absolute_url(), back=_("Back to the line")
    )
    return render(request, "projects/edit_line.html", context)


def _line_form(request: SignedInRequest, project: Project, found: BudgetLine) -> LineForm:
    return LineForm(
        posted(request),
        project=project,
        user=request.user,
        rates=rates_of(project, today_at(project.centre)),
        old=found.replaces,
        initial=LineForm.initial_of(found),
    )


@login_required
def replace_line(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Propose what takes the place of an approved line."""
    project = find(request, reference)
    found = _find(request, project, number)
    policies.require(request.user, "projects.write_line", project)
    initial = LineForm.initial_of(found)
    form = LineForm(
        posted(request),
        project=project,
        user=request.user,
        rates=rates_of(project, today_at(project.centre)),
        old=found,
        initial=initial,
    )
    return answer(
        request,
        project,
        form,
        partial(acts.replace_line, found, by=request.user),
        said=_("The new line is proposed. Until a later decision approves it, the old one counts."),
        back_url=found.get_absolute_url(),
        back=_("Back to the line"),
        heading=_("Replace %(number)s") % {"number": found.reference},
        lede=_("The old line stays readable. What was entered on it is counted with the new one."),
        submit=_("Propose the new line"),
        done_url=lambda row: row.get_absolute_url(),
    )


@login_required
def discard_line(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Asked once more: a discarded line does not come back."""
    project = find(request, reference)
    found = _find(request, project, number)
    policies.require(request.user, "projects.write_line", project)
    if request.method == "POST":
        acts.discard_line(found, by=request.user)
        messages.success(request, _("The line is discarded."))
        return redirect(_lines(project))
    context = screen(project, back_url=found.get_absolute_url(), back=_("Back to the line"), thing=found.reference)
    return render(request, "projects/discard.html", context)


@login_required
def approve_lines(request: SignedInRequest, reference: str) -> HttpResponse:
    """Record which lines a decision has approved."""
    project = find(request, reference)
    if not policies.allows(request.user, "projects.run", project):
        raise PermissionDenied("projects.approve_line")
    waiting = _to_approve(request, project).select_related("source", "replaces").order_by("number")
    form = ApproveLinesForm(posted(request), project=project, user=request.user, lines=waiting)
    if form.is_valid():
        done = attempt(form, acts.approve_lines, project, by=request.user, **form.values())
        if done:
            messages.success(request, _("Approved. The lines count from now on, and both leaders have been told."))
            return redirect(_lines(project))
    rows = list(waiting[:MOST])
    for one in rows:
        one.project = project
    chosen = set(request.POST.getlist("lines"))
    context = screen(project, form, rows=rows, chosen=chosen, back_url=_lines(project), back=_("Back to the budget"))
    return render(request, "projects/approve_lines.html", context)
