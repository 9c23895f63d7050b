"""One reported value: read, written, reported, checked, approved, sent back."""

from functools import partial
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from core import policies
from core.forms import ReadForm, ReasonForm
from core.refusal import RefusedError
from core.stepping import posted
from files.columns import from_column
from files.models import StoredFile
from people.history import history_of
from people.keys import keys_of
from people.requests import SignedInRequest
from projects.actions import values as acts
from projects.forms.values import ApprovalForm, EvidenceForm, SeenForm, ValueForm, initial_of
from projects.models import Measure, Period, Project, ReportedValue
from projects.presentation.page import page_of_project
from projects.presentation.values import PHRASES, SHAPES, buttons_of, whole_values
from projects.views.finding import find, screen
from projects.views.stepping import answer
from projects.workflow import measuring


def _find(request: HttpRequest, reference: str, pk: int) -> tuple[Project, Any]:
    """The project and the value, as far as the reader may see both; 404 under the number of another project."""
    project = find(request, reference)
    value = get_object_or_404(whole_values(request.user), pk=pk, project=project)
    value.project = value.measure.project = value.period.project = project
    return project, value


def value(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """A value with its evidence; for both sides with its keys, files and history."""
    project, found = _find(request, reference, pk)
    context = page_of_project(request, project, "results")
    is_inside = "projects.view_work" in context["granted"]
    keys = keys_of(found, measuring, "approve", request.user, centre=project.centre) if is_inside else None
    signatures = [key.signature for key in keys.keys if key.signature] if keys else []
    later = found.measure.values.counting().filter(period=found.period).exclude(pk=found.pk).first()
    context |= {
        "value": found,
        "shape": SHAPES[found.state],
        "later": later if found.state == "replaced" else None,
        "target": found.measure.targets.filter(period=found.period).first(),
        "keys": keys if found.state not in ("draft", "submitted") else None,
        "files": from_column(found.file_rows) if is_inside else [],
        "buttons": buttons_of(found, request.user, reference, signatures) if is_inside else [],
        "history": history_of(found, PHRASES, centre=project.centre) if is_inside else [],
        "is_inside": is_inside,
    }
    return render(request, "projects/value.html", context)


@login_required
def report_value(request: SignedInRequest, reference: str, pk: int, period_pk: int) -> HttpResponse:
    """Begin the value of an indicator for a period; who has a draft of his side is led to it."""
    project = find(request, reference)
    measure = get_object_or_404(Measure.objects.select_related("indicator", "result"), pk=pk, project=project)
    period = get_object_or_404(Period, pk=period_pk, project=project)
    measure.project = period.project = project
    policies.require(request.user, "projects.report_measure", measure)
    side = acts.reporting_side(measure, request.user)
    begun = measure.values.filter(period=period, side=side, state__in=acts.UNDER_WAY).first()
    if begun is not None:
        messages.info(request, _("Your side has a value for this period under way already. Go on with that one."))
        return redirect(begun)
    form = ValueForm(
        request.POST or None, request.FILES or None, by=request.user, indicator=measure.indicator, is_new=True
    )
    return answer(
        request,
        project,
        form,
        partial(acts.begin_value, measure, period, by=request.user),
        said=_("The draft is kept. Your side alone sees it until you report it."),
        back_url=_results(project, period),
        done_url=lambda row: row.get_absolute_url(),
        template="projects/write_value.html",
        measure=measure,
        period=period,
        submit=_("Keep the draft"),
        back=_("Back to the results"),
    )


def _results(project: Project, period: Period) -> str:
    return reverse("projects:results", args=[project.reference]) + f"?year={period.ends_on.year}"


@login_required
def edit_value(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """The draft. Who saves after a colleague is shown both, and loses neither."""
    project, found = _find(request, reference, pk)
    acts.expect_draft(found, by=request.user)
    form = ValueForm(
        request.POST or None,
        by=request.user,
        indicator=found.measure.indicator,
        is_new=False,
        initial=initial_of(found),
    )
    theirs = None
    if form.is_valid():
        try:
            acts.edit_value(found, by=request.user, seen=form.cleaned_data["seen"] or 0, **form.values())
        except acts.ChangedValueError as refusal:
            form.add_error(None, str(refusal.message))
            theirs = refusal.row
            data = request.POST.copy()
            data["seen"] = str(theirs.revision)  # whoever saves again has seen the other one
            form.data = data
        except RefusedError as refusal:
            form.add_error(None, str(refusal.message))
        else:
            messages.success(request, _("The draft is kept."))
            return redirect(found)
    context = screen(
        project,
        form,
        value=found,
        theirs=theirs,
        measure=found.measure,
        period=found.period,
        submit=_("Keep the draft"),
        back_url=found.get_absolute_url(),
        back=_("Back to the value"),
    )
    return render(request, "projects/write_value.html", context)


def _step(
    request: SignedInRequest, project: Project, found: ReportedValue, form: forms.Form, act: Any, **context: Any
) -> HttpResponse:
    return answer(
        request,
        project,
        form,
        act,
        template=context.pop("template", "projects/value_step.html"),
        back_url=found.get_absolute_url(),
        back=_("Back to the value"),
        value=found,
        measure=found.measure,
        period=found.period,
        **context,
    )


@login_required
def submit_value(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Report it."""
    project, found = _find(request, reference, pk)
    measuring.expect(found, "submit", by=request.user)
    return _step(
        request,
        project,
        found,
        SeenForm(posted(request), initial={"seen": found.revision}),
        partial(acts.submit_value, found, by=request.user),
        said=_("The value is reported. The officers of the centre have been told."),
        heading=_("Report the value"),
        lede=_("Officers and evaluators check it against its evidence. The other side sees it after that."),
        submit=_("Report the value"),
    )


@login_required
def check_value(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Confirm that the evidence carries it."""
    project, found = _find(request, reference, pk)
    measuring.expect(found, "check", by=request.user)
    return _step(
        request,
        project,
        found,
        ReadForm(posted(request), initial={"seen": acts.mark_of(found)}),
        partial(acts.check_value, found, by=request.user),
        said=_("The check is confirmed. Both leaders have been asked for their keys."),
        heading=_("Confirm the check"),
        lede=_("You confirm that the evidence carries this value. From then on both sides see it."),
        submit=_("Confirm the check"),
    )


@login_required
def return_value(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Give it back with reasons."""
    project, found = _find(request, reference, pk)
    measuring.expect(found, "return", by=request.user)
    return _step(
        request,
        project,
        found,
        ReasonForm(request.POST or None, hint=_("The side that reported it corrects the value by them.")),
        partial(acts.return_value, found, by=request.user),
        said=_("The value has gone back to the side that reported it."),
        heading=_("Return the value"),
        lede="",
        submit=_("Return with reasons"),
        done_url=_results(project, found.period),
    )


@login_required
def approve_value(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Turn one's own side's key."""
    project, found = _find(request, reference, pk)
    measuring.expect(found, "approve", by=request.user)
    return _step(
        request,
        project,
        found,
        ApprovalForm(posted(request), initial={"seen": acts.mark_of(found)}),
        partial(acts.approve_value, found, by=request.user),
        said=_("Your side’s key is turned."),
        heading=_("Approve the value"),
        lede=_("The value counts when both sides have turned their keys."),
        submit=_("Turn the key"),
        keys=keys_of(found, measuring, "approve", request.user, centre=project.centre),
    )


@login_required
def object_value(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Say why one does not stand by it."""
    project, found = _find(request, reference, pk)
    measuring.expect(found, "object", by=request.user)
    return _step(
        request,
        project,
        found,
        ReasonForm(request.POST or None, hint=_("The side that reported it corrects the value by them.")),
        partial(acts.object_value, found, by=request.user),
        said=_("The value has gone back to the side that reported it."),
        heading=_("Object to the value"),
        lede=_("A key that was turned is taken back. The value is corrected, checked and approved anew."),
        submit=_("Object with reasons"),
        done_url=_results(project, found.period),
    )


@login_required
def discard_value(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Give up a draft, asked once more."""
    project, found = _find(request, reference, pk)
    acts.expect_draft(found, by=request.user)
    return _step(
        request,
        project,
        found,
        forms.Form(posted(request)),
        partial(acts.discard_value, found, by=request.user),
        said=_("The draft is discarded."),
        heading=_("Discard the draft"),
        lede=_("A discarded draft does not come back."),
        submit=_("Discard the draft"),
        done_url=_results(project, found.period),
    )


@login_required
def add_evidence(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """A file that proves the value."""
    project, found = _find(request, reference, pk)
    acts.expect_draft(found, by=request.user)
    return _step(
        request,
        project,
        found,
        EvidenceForm(request.POST or None, request.FILES or None, by=request.user),
        partial(acts.add_evidence, found, by=request.user),
        said=_("The file is added."),
        heading=_("Add a file"),
        lede=_("Both sides and the centre read it with the value. The public does not."),
        submit=_("Add the file"),
    )


@login_required
def remove_evidence(request: SignedInRequest, reference: str, pk: int, public_id: UUID) -> HttpResponse:
    """Asked once more, because a removed file does not come back."""
    project, found = _find(request, reference, pk)
    acts.expect_draft(found, by=request.user)
    file = get_object_or_404(StoredFile.objects.about(found).kept(), public_id=public_id)
    return _step(
        request,
        project,
        found,
        forms.Form(posted(request)),
        partial(acts.remove_evidence, found, by=request.user, file=file),
        said=_("The file is removed."),
        heading=_("Remove the file"),
        lede=_("A removed file does not come back."),
        submit=_("Remove the file"),
        file=file,
    )
