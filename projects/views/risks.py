"""The register of risks and the issues of a project: lists, a risk with its history, and what may be done."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from core import policies
from core.paging import page_of
from core.refusal import RefusedError
from core.stepping import posted
from people.days import today_at
from people.history import HISTORY, history_of
from people.keys import sides_of
from people.requests import SignedInRequest
from projects.actions import risks as acts
from projects.enums import IssueStatus, RiskStatus, Scale
from projects.forms.risks import (
    IssueForm,
    ReviewForm,
    RiskForm,
    SolutionForm,
    initial_of,
    initial_of_issue,
)
from projects.models import Issue, Project, Risk
from projects.presentation.page import page_of_project
from projects.presentation.report_tables import sentence
from projects.presentation.risks import (
    IMPACT,
    LIKELIHOOD,
    RISK_PHRASES,
    chart_of,
    issue_state,
    level_of,
    matrix_of,
    row_of,
    scale_rows,
    trend_of,
    with_granted,
)
from projects.views.finding import find_work, screen
from projects.views.stepping import answer

ALL = "all"
STEPS = {str(step) for step in Scale.values}


def _list(project: Project) -> str:
    return reverse("projects:risks", args=[project.reference])


def _issues(project: Project) -> str:
    return reverse("projects:issues", args=[project.reference])


# --- Reading ---------------------------------------------------------------------------------------------------------


@login_required
def risks(request: SignedInRequest, reference: str) -> HttpResponse:
    """The matrix of open risks, the scales in words, and the risks by score."""
    project = find_work(request, reference)
    state, chosen, rows = asked_risks(request, project)
    page = page_of(rows, request.GET, order="-score")
    for row in page.rows:
        row.project = project
    context = page_of_project(request, project, "risks") | {
        "page": page,
        "rows": [row_of(one) for one in page.rows],
        "matrix": matrix_of(project, request.GET),
        "scales": [(_("Likelihood"), scale_rows(LIKELIHOOD)), (_("Impact"), scale_rows(IMPACT))],
        "states": _states(_list(project), state, RiskStatus.choices),
        "chosen": {name: (step, Scale(int(step)).label) for name, step in chosen.items()},
    }
    return render(request, "projects/risks.html", context)


def asked_risks(request: HttpRequest, project: Project) -> tuple[str, dict[str, str], QuerySet[Risk]]:
    """The state and the square of the matrix that are asked for, and the risks there."""
    state = request.GET.get("state", RiskStatus.OPEN)
    rows = project.risks.all()
    if state in RiskStatus.values:
        rows = rows.filter(status=state)
    chosen = {name: one for name in ("likelihood", "impact") if (one := request.GET.get(name, "")) in STEPS}
    return state, chosen, rows.filter(**chosen)


def asked_issues(request: HttpRequest, project: Project) -> tuple[str, QuerySet[Any]]:
    """The state that is asked for, and the issues in it."""
    state = request.GET.get("state", IssueStatus.OPEN)
    rows: QuerySet[Any] = project.issues.select_related("risk", "raised_by")
    return state, rows.filter(status=state) if state in IssueStatus.values else rows


def _states(url: str, state: str, choices: Any) -> list[tuple[str, str, bool]]:
    """The ways to show others: label, address, and whether it is the present one."""
    shown = [(one, label, f"{url}?state={one}") for one, label in choices]
    shown.append((ALL, _("All of them"), f"{url}?state={ALL}"))
    return [(str(label), address, one == state) for one, label, address in shown]


def _risk(request: SignedInRequest, project: Project, number: int) -> Any:
    rows: QuerySet[Any] = Risk.objects.filter(project=project).select_related(
        "task", "line", "person_a", "person_b", "raised_by"
    )
    asked = {"may_edit": "projects.edit_risk", "may_review": "projects.own_risk"}
    found = get_object_or_404(with_granted(rows, request.user, **asked), number=number)
    found.project = project
    if found.line:
        found.line.project = project
    return found


@login_required
def risk(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """One of them: the sentence in each language, who owns it, what is done, how it has moved."""
    project = find_work(request, reference)
    found = _risk(request, project, number)
    reviews = list(found.reviews.select_related("by")[:HISTORY])
    context = page_of_project(request, project, "risks") | {
        "risk": found,
        "sentence": sentence(found.cause, found.event, found.effect),
        "state": level_of(found.score, found.status),
        "trend": trend_of(found),
        "owners": [(side, getattr(found, f"person_{side}")) for side in sides_of(project.centre, request.user)],
        "reviews": [(one, one.likelihood * one.impact) for one in reviews],
        "chart": chart_of(reviews),
        "issues": list(found.issues.order_by("number")),
        "issues_url": f"{_issues(project)}?state={ALL}",
        "history": history_of(found, RISK_PHRASES, centre=project.centre),
    }
    return render(request, "projects/risk.html", context)


@login_required
def issues(request: SignedInRequest, reference: str) -> HttpResponse:
    """What has gone wrong, the gravest first."""
    project = find_work(request, reference)
    state, rows = asked_issues(request, project)
    asked = {"may_edit": "projects.edit_risk", "may_solve": "projects.solve_issue"}
    page = page_of(with_granted(rows, request.user, **asked), request.GET, order="-impact")
    today = today_at(project.centre)
    for one in page.rows:
        one.project = project
        if one.risk:
            one.risk.project = project
    context = page_of_project(request, project, "risks") | {
        "page": page,
        "rows": [(one, issue_state(one, today)) for one in page.rows],
        "states": _states(_issues(project), state, IssueStatus.choices),
        "impacts": IMPACT,
    }
    return render(request, "projects/issues.html", context)


# --- Risks -----------------------------------------------------------------------------------------------------------


@login_required
def add_risk(request: SignedInRequest, reference: str) -> HttpResponse:
    """Put a risk on the register."""
    project = find_work(request, reference)
    policies.require(request.user, "projects.judge_risks", project)
    sides = sides_of(project.centre, request.user)
    return answer(
        request,
        project,
        RiskForm(posted(request), project=project, sides=sides, is_new=True),
        partial(acts.raise_risk, project, by=request.user),
        said=_("The risk is on the register."),
        back_url=_list(project),
        back=_("Back to the risks"),
        done_url=lambda row: row.get_absolute_url(),
        heading=_("Raise a risk"),
        lede=_("Write it as one sentence: if a cause, then an event, so an effect. It is judged on two scales."),
        submit=_("Put it on the register"),
    )


@login_required
def edit_risk(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Change how it is put, who owns it and what is done; what a colleague saved meanwhile is shown beside it."""
    project = find_work(request, reference)
    found = _risk(request, project, number)
    policies.require(request.user, "projects.edit_risk", found)
    sides = sides_of(project.centre, request.user)
    form = RiskForm(posted(request), project=project, sides=sides, is_new=False, initial=initial_of(found))
    return _edit(
        request,
        project,
        form,
        partial(acts.edit_risk, found, by=request.user),
        url=found.get_absolute_url(),
        said=_("The risk is saved."),
        heading=_("Edit risk %(number)s") % {"number": f"R{found.number:02d}"},
        back=_("Back to the risk"),
    )


def _edit(
    request: SignedInRequest, project: Project, form: Any, act: Any, *, url: str, said: str, **context: Any
) -> HttpResponse:
    """Save, or show what a colleague has saved meanwhile beside what was typed."""
    theirs = None
    if form.is_valid():
        try:
            act(**{**form.cleaned_data, "seen": form.cleaned_data.get("seen") or 0})
        except acts.ChangedRiskError as refusal:
            theirs = refusal.row
            data = request.POST.copy()
            data["seen"] = str(theirs.revision)  # whoever saves again has seen the other one
            form.data = data
            form.add_error(None, str(refusal.message))
        except RefusedError as refusal:
            form.add_error(None, str(refusal.message))
        else:
            messages.success(request, said)
            return redirect(url)
    shown = screen(project, form, back_url=url, submit=_("Save"), theirs=theirs, **context)
    if isinstance(theirs, Risk):
        shown["theirs_sentence"] = sentence(theirs.cause, theirs.event, theirs.effect)
    return render(request, "projects/edit_risk.html", shown)


@login_required
def review_risk(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Judge it anew."""
    project = find_work(request, reference)
    found = _risk(request, project, number)
    policies.require(request.user, "projects.own_risk", found)
    now = {"likelihood": found.likelihood, "impact": found.impact, "status": found.status}
    return answer(
        request,
        project,
        ReviewForm(posted(request), initial=now),
        partial(acts.review_risk, found, by=request.user),
        said=_("The review is on record."),
        back_url=found.get_absolute_url(),
        back=_("Back to the risk"),
        heading=_("Review risk %(number)s") % {"number": f"R{found.number:02d}"},
        lede=sentence(found.cause, found.event, found.effect),
        submit=_("Record the review"),
    )


# --- Issues ----------------------------------------------------------------------------------------------------------


@login_required
def add_issue(request: SignedInRequest, reference: str) -> HttpResponse:
    """Put down what has gone wrong; `?risk=` names the risk that has occurred."""
    project = find_work(request, reference)
    policies.require(request.user, "projects.judge_risks", project)
    asked = request.GET.get("risk", "")
    risk = project.risks.filter(number=int(asked)).first() if asked.isdecimal() and len(asked) < 6 else None  # noqa: PLR2004
    initial = {"risk": risk.pk, "impact": risk.impact, "owner": risk.owner} if risk else {}
    return answer(
        request,
        project,
        IssueForm(
            posted(request),
            project=project,
            sides=sides_of(project.centre, request.user),
            is_new=True,
            initial=initial,
        ),
        partial(acts.raise_issue, project, by=request.user),
        said=_("The issue is on record."),
        back_url=_issues(project),
        back=_("Back to the issues"),
        heading=_("Report an issue"),
        lede=_("Say what has happened. A risk that is named is marked as one that has occurred."),
        submit=_("Report the issue"),
    )


def _issue(request: SignedInRequest, reference: str, number: int, permission: str) -> tuple[Project, Issue]:
    project = find_work(request, reference)
    found = get_object_or_404(Issue, project=project, number=number)
    found.project = project
    policies.require(request.user, permission, found)
    if found.status != IssueStatus.OPEN:
        raise RefusedError(_("This issue is solved already."))
    return project, found


@login_required
def edit_issue(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Change how it is put and who solves it."""
    project, found = _issue(request, reference, number, "projects.edit_risk")
    sides = sides_of(project.centre, request.user)
    form = IssueForm(posted(request), project=project, sides=sides, is_new=False, initial=initial_of_issue(found))
    return _edit(
        request,
        project,
        form,
        partial(acts.edit_issue, found, by=request.user),
        url=_issues(project),
        said=_("The issue is saved."),
        heading=_("Edit issue %(number)s") % {"number": f"I{found.number:02d}"},
        back=_("Back to the issues"),
    )


@login_required
def solve_issue(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Say how it was solved."""
    project, found = _issue(request, reference, number, "projects.solve_issue")
    return answer(
        request,
        project,
        SolutionForm(posted(request)),
        partial(acts.solve_issue, found, by=request.user),
        said=_("The issue is solved."),
        back_url=_issues(project),
        back=_("Back to the issues"),
        heading=_("Solve issue %(number)s") % {"number": f"I{found.number:02d}"},
        lede=found.text,
        submit=_("Record the solution"),
    )
