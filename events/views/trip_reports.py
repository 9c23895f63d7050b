"""Reports of journeys: read, written, handed in. Each page signed in, and by the own link."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from core.forms import attempt
from core.refusal import RefusedError
from events.actions import plans, trip_reports
from events.forms.followup import TripReportForm
from events.models import TripReport
from events.presentation import trip_reports as words
from events.presentation.plans import texts_of
from events.views.author import Door, own_link
from events.views.finding import find_event
from papers import report as papers
from papers.responses import pdf_response
from people.history import history_of
from people.requests import ReadRequest, SignedInRequest


def _signed_in(request: SignedInRequest, reference: str, pk: int) -> tuple[Door, TripReport]:
    """The report itself says who may see it: other participants may, where its author allows, but not the author."""
    event = find_event(request, reference)
    rows = TripReport.objects.visible_to(request.user).select_related(
        "participant__country__calendar", "participant__delegation__organisation"
    )
    report = get_object_or_404(rows, participant=pk, participant__event=event)
    report.participant.event = event
    return Door(report.participant, request.user), report


def _of(door: Door) -> TripReport:
    """One's own report, once it is owed."""
    report = get_object_or_404(TripReport, participant=door.participant)
    report.participant = door.participant
    return report


@login_required
def trip_report(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """The report; its author is led to the form as long as it is not handed in."""
    return _report(request, *_signed_in(request, reference, pk), "events/trip_report.html")


@own_link
def trip_report_by_link(request: ReadRequest, door: Door) -> HttpResponse:
    """One's own report."""
    return _report(request, door, _of(door), "events/trip_report.html")


def _report(request: Any, door: Door, report: TripReport, template: str) -> HttpResponse:
    if door.is_author and report.submitted_at is None:
        return redirect(door.url("edit_trip_report"))
    context = door.context(
        request,
        report=report,
        state=words.state_of_report(report),
        texts=texts_of(report, words.TEXTS) if report.submitted_at else [],
        pdf_url=door.url("trip_report_pdf") if report.submitted_at else "",
        history=history_of(report, words.PHRASES, centre=door.participant.event.centre),
    )
    return render(request, template, context)


@login_required
def trip_report_pdf(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """The report as a paper."""
    return _to_pdf(*_signed_in(request, reference, pk), request.user.standing.country)


@own_link
def trip_report_pdf_by_link(request: ReadRequest, door: Door) -> HttpResponse:  # noqa: ARG001  Django passes it
    """One's own report as a paper."""
    return _to_pdf(door, _of(door), door.participant.country)


def _to_pdf(door: Door, report: TripReport, own: Any) -> HttpResponse:
    if report.submitted_at is None and not door.is_author:
        raise Http404
    content = papers.pdf(words.paper_of(report, own=own.pk if own else ""))
    return pdf_response(content, f"{door.participant.event.reference}-trip-report-{door.participant.pk}.pdf")


@login_required
def edit_trip_report(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Write the report, and hand it in."""
    return _edit(request, *_signed_in(request, reference, pk), "events/edit_trip_report.html")


@own_link
def edit_trip_report_by_link(request: ReadRequest, door: Door) -> HttpResponse:
    """Write one's own report, and hand it in."""
    return _edit(request, door, _of(door), "events/edit_trip_report.html")


def _edit(request: Any, door: Door, report: TripReport, template: str) -> HttpResponse:
    plans.expect_author(door.participant, by=door.by)
    if report.submitted_at and request.method != "POST":
        raise RefusedError(_("The report was handed in and is on record. It is no longer edited."))
    form = TripReportForm(request.POST or None, report=report, language=request.reader.language)
    if form.is_valid():
        hands_in = "hand_in" in request.POST
        act: Any = trip_reports.submit_trip_report if hands_in else trip_reports.write_trip_report
        if attempt(form, act, report, by=door.by, **form.cleaned_data):
            said = _("The report is handed in.") if hands_in else _("The draft is saved. Nobody else has read it.")
            messages.success(request, said)
            return redirect(door.url("trip_report"))
    back = reverse("events:registration", args=[door.participant.secret]) if door.by is None else ""
    context = door.context(request, form=form, report=report, state=words.state_of_report(report), back_url=back)
    context["pdf_url"] = door.url("trip_report_pdf") if report.revision > 1 else ""
    return render(request, template, context)
