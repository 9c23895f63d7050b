"""What was paid beside what was received, quarter by quarter: begun, explained, laid before both sides, signed."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from core import policies
from core.forms import ReasonForm
from core.paging import page_of
from core.refusal import RefusedError
from core.stepping import posted
from people.days import today_at
from people.history import history_of
from people.keys import keys_of
from people.requests import SignedInRequest
from projects.actions import reconciling as acts
from projects.enums import SignedState
from projects.forms.money import ExplanationForm, ReconciliationForm, SeenForm, SignForm
from projects.models import Project, Reconciliation
from projects.presentation.money import RECONCILIATION_PHRASES, SIGNED_SHAPES, reconciliation_urls
from projects.presentation.page import page_of_project
from projects.presentation.totals import other
from projects.quarters import quarter_of
from projects.views.finding import find_work, screen
from projects.views.stepping import answer
from projects.workflow import reconciling

ASKED = ("projects.edit_reconciliation", "projects.propose_reconciliation", "projects.sign_reconciliation")


def _list(project: Project) -> str:
    return reverse("projects:reconciliations", args=[project.reference])


@login_required
def reconciliations(request: SignedInRequest, reference: str) -> HttpResponse:
    """All of the project, the latest quarter first."""
    project = find_work(request, reference)
    rows = Reconciliation.objects.visible_to(request.user).filter(project=project)
    found = page_of(rows, request.GET, order="-created_at")
    for one in found.rows:
        one.project = project
        one.shape, one.receiver = SIGNED_SHAPES[one.state], other(one.donor)  # type: ignore[attr-defined]
    page = page_of_project(request, project, "money") | {"page": found, "rows": found.rows}
    return render(request, "projects/reconciliations.html", page)


def _find(request: SignedInRequest, project: Project, pk: int) -> Reconciliation:
    """The reconciliation, as far as the reader may see it; else 404."""
    rows = Reconciliation.objects.visible_to(request.user).filter(project=project).select_related("by")
    found = get_object_or_404(rows, pk=pk)
    found.project = project
    return found


def _figures(found: Reconciliation) -> acts.Figures:
    """What the books say while it is a draft; afterwards what was frozen."""
    if found.state == SignedState.DRAFT:
        return acts.figures_of(found)
    return acts.Figures(found.disbursed, found.received)


@login_required
def reconciliation(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """One quarter in one currency: both figures, the difference and its reasons, both keys."""
    project = find_work(request, reference)
    found = _find(request, project, pk)
    granted = policies.granted(request.user, ASKED, found)
    paid_url, received_url = reconciliation_urls(found)
    is_draft = found.state == SignedState.DRAFT
    page = page_of_project(request, project, "money") | {
        "reconciliation": found,
        "shape": SIGNED_SHAPES[found.state],
        "receiver": other(found.donor),
        "figures": _figures(found),
        "paid_url": paid_url,
        "received_url": received_url,
        "keys": None if is_draft else keys_of(found, reconciling, "sign", request.user, centre=project.centre),
        "steps": {step.name for step in reconciling.available(found, request.user, granted=granted)},
        "may_explain": is_draft and "projects.edit_reconciliation" in granted,
        "history": history_of(found, RECONCILIATION_PHRASES, centre=project.centre),
    }
    return render(request, "projects/reconciliation.html", page)


@login_required
def begin_reconciliation(request: SignedInRequest, reference: str) -> HttpResponse:
    """Choose the quarter that is over, who pays, and the currency."""
    project = find_work(request, reference)
    policies.require(request.user, "projects.reconcile", project)
    today = today_at(project.centre)
    last = (today.year, quarter_of(today) - 1) if quarter_of(today) > 1 else (today.year - 1, 4)
    page = page_of_project(request, project)
    form = ReconciliationForm(
        posted(request),
        sides=[(side, str(project.centre.side_country(side).name)) for side in page["sides"]],
        initial={"year": last[0], "quarter": last[1], "currency": project.currency},
    )
    return answer(
        request,
        project,
        form,
        partial(acts.begin_reconciliation, project, by=request.user),
        said=_("Begun. The figures are those of the approved entries of both books."),
        back_url=_list(project),
        back=_("Back to the reconciliations"),
        heading=_("Reconcile a quarter"),
        lede=_(
            "What one side has paid is set beside what the other has received."
            " A difference is explained, and both project leaders sign."
        ),
        submit=_("Set the books side by side"),
        done_url=lambda row: row.get_absolute_url(),
    )


@login_required
def explain_difference(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Why the figures differ; what a colleague saved meanwhile is shown beside it."""
    project = find_work(request, reference)
    found = _find(request, project, pk)
    policies.require(request.user, "projects.propose_reconciliation", found)
    form = ExplanationForm(posted(request), initial=ExplanationForm.initial_of(found))
    theirs = None
    if form.is_valid():
        try:
            acts.explain_difference(found, by=request.user, **form.cleaned_data)
        except acts.ChangedReconciliationError as refusal:
            theirs = refusal.row
            data = request.POST.copy()
            data["seen"] = str(theirs.revision)  # whoever saves again has seen the other one
            form.data = data
            form.add_error(None, str(refusal.message))
        except RefusedError as refusal:
            form.add_error(None, str(refusal.message))
        else:
            messages.success(request, _("The explanation is saved."))
            return redirect(found)
    context = _step(project, found, form, theirs=theirs)
    return render(request, "projects/explain_difference.html", context)


def _step(project: Project, found: Reconciliation, form: Any, **context: Any) -> dict[str, Any]:
    return screen(
        project,
        form,
        reconciliation=found,
        figures=_figures(found),
        receiver=other(found.donor),
        back_url=found.get_absolute_url(),
        back=_("Back to the reconciliation"),
        **context,
    )


@login_required
def propose_reconciliation(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Lay the figures before both sides."""
    project = find_work(request, reference)
    found = _find(request, project, pk)
    reconciling.expect(found, "propose", by=request.user)
    form = SeenForm(posted(request), initial={"seen": acts.mark_of(found, _figures(found))})
    context = _step(project, found, form)
    return answer(
        request,
        context.pop("project"),
        context.pop("form"),
        partial(acts.propose_reconciliation, found, by=request.user),
        said=_("Proposed. Both project leaders have been told."),
        template="projects/propose_reconciliation.html",
        **context,
    )


@login_required
def sign_reconciliation(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Turn one's own side's key."""
    project = find_work(request, reference)
    found = _find(request, project, pk)
    reconciling.expect(found, "sign", by=request.user)
    keys = keys_of(found, reconciling, "sign", request.user, centre=project.centre)
    context = _step(project, found, SignForm(posted(request), initial={"seen": acts.proposal_of(found)}), keys=keys)
    return answer(
        request,
        context.pop("project"),
        context.pop("form"),
        partial(acts.sign_reconciliation, found, by=request.user),
        said=_("Your side’s key is turned."),
        template="projects/sign_reconciliation.html",
        **context,
    )


@login_required
def send_back_reconciliation(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Give it back with reasons."""
    project = find_work(request, reference)
    found = _find(request, project, pk)
    reconciling.expect(found, "send_back", by=request.user)
    form = ReasonForm(request.POST or None, hint=_("Both sides read them. The books of the quarter are open again."))
    context = _step(project, found, form)
    return answer(
        request,
        context.pop("project"),
        context.pop("form"),
        partial(acts.send_back_reconciliation, found, by=request.user),
        said=_("Sent back. Whoever wrote it has been told."),
        heading=_("Send back with reasons"),
        submit=_("Send back"),
        **context,
    )
