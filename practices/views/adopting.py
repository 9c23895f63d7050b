"""Screens of one adoption: begin, report, sign, confirm, answer."""

from functools import partial
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from core import policies
from core.forms import ReasonForm, attempt
from core.stepping import answer, posted
from files.models import StoredFile
from people.history import history_of
from people.requests import SignedInRequest
from practices.actions import adopting, asking_adopters
from practices.enums import Stage, StillSo
from practices.forms.adopting import FirstReportForm, ProofForm, ReportForm, StillSoForm, initial_of
from practices.models import Adoption, AdoptionAnswer, AdoptionReport
from practices.policies.adoption import bodies_to_adopt
from practices.presentation import adoptions as words
from practices.views.finding import find, screen
from practices.workflow import reporting


def _find(request: HttpRequest, reference: str, pk: int) -> Adoption:
    """The adoption, as far as the reader may see it; 404 else, and under the number of another entry."""
    rows = Adoption.objects.visible_to(request.user).select_related(
        "practice__centre__side_a__calendar",
        "practice__centre__side_b__calendar",
        "practice__country__calendar",
        "practice__owner",
        "adopter",
        "owner",
        "country__calendar",
    )
    return get_object_or_404(rows, pk=pk, practice__reference=reference)


def _report(request: SignedInRequest, reference: str, pk: int) -> AdoptionReport:
    """The report that is under way; 404 where there is none that the reader sees."""
    adoption = _find(request, reference, pk)
    report = adoption.reports.visible_to(request.user).exclude(state="confirmed").first()
    if report is None:
        raise Http404
    report.adoption = adoption
    return report


@login_required
def file_adoption(request: SignedInRequest, reference: str) -> HttpResponse:
    """Begin the adoption of an entry by one's own body; who has begun is led to it."""
    practice = find(request, reference)
    policies.require(request.user, "practices.adopt", practice)
    bodies = bodies_to_adopt(request.user, practice).by_name()
    begun = practice.adoptions.filter(adopter__in=bodies).first()
    if begun is not None:
        messages.info(request, _("Your body has an adoption of this practice already. Report the next stage there."))
        return redirect(begun)
    form = FirstReportForm(request.POST or None, bodies=bodies, initial={"language": request.user.language})
    return answer(
        request,
        form,
        partial(adopting.begin_adoption, practice, by=request.user),
        said=_("The report is kept. It is read by your body alone until it is signed and filed."),
        to=lambda report: report.get_absolute_url(),
        template="practices/file_adoption.html",
        context=screen(practice, submit=_("Keep the report")),
    )


def adoption(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """One adoption: its stages with both keys, and what was answered each year."""
    row = _find(request, reference, pk)
    answers = list(row.answers.select_related("by"))
    shape, stage = words.stage_of(row)
    mine = [
        one
        for one in answers
        if one.answered_at is None and policies.allows(request.user, "practices.answer_question", one)
    ]
    granted = policies.granted(request.user, ["practices.write_report", "practices.view_adoption_history"], row)
    reports = words.reports_of(row, request.user)
    is_party = "practices.view_adoption_history" in granted
    context = {
        "adoption": row,
        "practice": row.practice,
        "shape": shape,
        "stage": stage,
        "reports": reports,
        "answers": [(one, words.side_words(row, one.side)) for one in answers if one.answered_at],
        "mine": mine,
        "unconfirmed_since": words.unconfirmed_since(answers),
        "may_report": "practices.write_report" in granted
        and not any(one.report.state != "confirmed" for one in reports),
        "history": history_of(row, words.PHRASES, centre=row.practice.centre) if is_party else [],
    }
    return render(request, "practices/adoption.html", context)


@login_required
def begin_report(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """The report on a further stage."""
    row = _find(request, reference, pk)
    policies.require(request.user, "practices.write_report", row)
    stopped = request.GET.get("stage") == Stage.STOPPED
    initial = {"language": request.user.language, "stage": Stage.STOPPED if stopped else row.stage}
    return answer(
        request,
        ReportForm(request.POST or None, initial=initial),
        partial(adopting.begin_report, row, by=request.user),
        said=_("The report is kept. It is read by your body alone until it is signed and filed."),
        to=row.get_absolute_url(),
        template="practices/edit_report.html",
        context=screen(row.practice, adoption=row, submit=_("Keep the report"), back_url=row.get_absolute_url()),
    )


@login_required
def edit_report(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Write on the report; what a colleague saved meanwhile is shown beside it."""
    report = _report(request, reference, pk)
    policies.require(request.user, "practices.file_or_write_report", report)
    form = ReportForm(request.POST or None, initial=initial_of(report))
    theirs = None
    if form.is_valid():
        try:
            adopting.save_report(report, by=request.user, seen=form.cleaned_data["seen"] or 0, **form.values())
        except adopting.ChangedReportError as refusal:
            form.add_error(None, str(refusal.message))
            theirs = refusal.row
            data = request.POST.copy()
            data["seen"] = str(theirs.lock)  # whoever saves again has seen the other text
            form.data = data
        else:
            messages.success(request, _("The report is kept."))
            return redirect(report.adoption)
    context = screen(
        report.adoption.practice,
        form,
        adoption=report.adoption,
        theirs=theirs,
        submit=_("Keep the report"),
        back_url=report.get_absolute_url(),
    )
    return render(request, "practices/edit_report.html", context)


@login_required
def add_proof(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """A document that proves the stage."""
    report = _report(request, reference, pk)
    policies.require(request.user, "practices.edit_report", report)
    form = ProofForm(request.POST or None, request.FILES or None, by=request.user)
    if form.is_valid() and attempt(
        form, adopting.add_proof, report, by=request.user, file=form.cleaned_data["document"]
    ):
        messages.success(request, _("The document is added."))
        return redirect(report.adoption)
    context = screen(report.adoption.practice, form, adoption=report.adoption, back_url=report.get_absolute_url())
    return render(request, "practices/add_proof.html", context)


@login_required
def remove_proof(request: SignedInRequest, reference: str, pk: int, public_id: UUID) -> HttpResponse:
    """Asked once more, because a removed file does not come back."""
    report = _report(request, reference, pk)
    policies.require(request.user, "practices.edit_report", report)
    document = get_object_or_404(StoredFile.objects.about(report).kept(), public_id=public_id)
    return answer(
        request,
        forms.Form(posted(request)),
        partial(adopting.remove_proof, report, by=request.user, file=document),
        said=_("The document is removed."),
        to=report.get_absolute_url(),
        template="practices/remove_proof.html",
        context=screen(
            report.adoption.practice,
            document=document,
            adoption=report.adoption,
            submit=_("Remove the document"),
            back_url=report.get_absolute_url(),
        ),
    )


def _sign(
    request: SignedInRequest, reference: str, pk: int, *, step: str, act: Any, said: str, template: str
) -> HttpResponse:
    report = _report(request, reference, pk)
    reporting.expect(report, step, by=request.user)
    context = screen(
        report.adoption.practice,
        adoption=report.adoption,
        report=report,
        submit=reporting.steps[step].label,
        back_url=report.get_absolute_url(),
    )
    return answer(
        request,
        forms.Form(posted(request)),
        partial(act, report, by=request.user),
        said=said,
        to=report.get_absolute_url(),
        template=template,
        context=context,
    )


@login_required
def file_report(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Turn the adopter's key."""
    said = _("The report is filed. It counts when the owner has turned the second key.")
    return _sign(
        request, reference, pk, step="file", act=adopting.file_report, said=said, template="practices/file_report.html"
    )


@login_required
def confirm_report(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Turn the owner's key."""
    said = _("The stage is confirmed by both sides.")
    return _sign(
        request,
        reference,
        pk,
        step="confirm",
        act=adopting.confirm_report,
        said=said,
        template="practices/confirm_report.html",
    )


@login_required
def return_report(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Give it back with reasons."""
    report = _report(request, reference, pk)
    reporting.expect(report, "return", by=request.user)
    return answer(
        request,
        ReasonForm(request.POST or None),
        partial(adopting.return_report, report, by=request.user),
        said=_("The report has gone back to the adopting body."),
        to=report.get_absolute_url(),
        template="practices/return_report.html",
        context=screen(
            report.adoption.practice,
            adoption=report.adoption,
            report=report,
            submit=_("Return with reasons"),
            back_url=report.get_absolute_url(),
        ),
    )


@login_required
def answer_adoption(request: SignedInRequest, reference: str, pk: int, answer_pk: int) -> HttpResponse:
    """Answer the yearly question for one's own side; what has changed leads to a report."""
    row = _find(request, reference, pk)
    asked = get_object_or_404(AdoptionAnswer.objects.select_related("adoption"), pk=answer_pk, adoption=row)
    if asked.answered_at is None:
        policies.require(request.user, "practices.answer_question", asked)
    asked.adoption = row

    def onwards(given: AdoptionAnswer) -> str:
        may_report = policies.allows(request.user, "practices.write_report", row)
        if given.answer == StillSo.YES or not may_report or row.reports.exclude(state="confirmed").exists():
            return row.get_absolute_url()
        address = reverse("practices:begin_report", args=[reference, row.pk])
        return f"{address}?stage={Stage.STOPPED}" if given.answer == StillSo.STOPPED else address

    return answer(
        request,
        StillSoForm(request.POST or None),
        partial(asking_adopters.answer_question, asked, by=request.user),
        said=_("The answer is kept."),
        to=onwards,
        template="practices/answer_adoption.html",
        context=screen(row.practice, adoption=row, asked=asked, submit=_("Answer"), back_url=row.get_absolute_url()),
    )
