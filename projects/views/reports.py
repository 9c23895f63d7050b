"""Quarterly reports: the list, one with both parts and its figures, and every step of it."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from core.forms import ReasonForm
from core.localised import LANGUAGE_NAMES, LANGUAGES, active_language
from core.paging import page_of
from core.refusal import RefusedError
from core.stepping import posted
from papers import report as papers
from papers.report import Report
from papers.responses import docx_response, pdf_response
from people.days import today_at
from people.enums import Side
from people.history import history_of
from people.keys import keys_of, sides_of
from people.requests import SignedInRequest
from projects.actions import reports as acts
from projects.enums import ReportStatus
from projects.forms.reports import FiguresForm, PartForm, SureForm, initial_of
from projects.freezing import digest, figures_of
from projects.models import Project, QuarterReport
from projects.presentation.page import page_of_project
from projects.presentation.periods import write_period
from projects.presentation.report_changes import changes
from projects.presentation.report_paper import report_of
from projects.presentation.report_tables import Writer
from projects.presentation.reports import (
    PHRASES,
    buttons_of,
    chapters_of,
    earlier,
    part_of,
    parts_of,
    state_of,
    whole_reports,
)
from projects.views.finding import find_work
from projects.views.stepping import answer
from projects.workflow import reporting

WITH_KEYS = (ReportStatus.VERIFIED, ReportStatus.SIGNED)


@login_required
def reports(request: SignedInRequest, reference: str) -> HttpResponse:
    """All of the project, the one that was begun last first."""
    project = find_work(request, reference)
    page = page_of(QuarterReport.objects.visible_to(request.user).filter(project=project), request.GET, order="-due_on")
    today = today_at(project.centre)
    for one in page.rows:
        one.project = project
    context = page_of_project(request, project, "reports") | {
        "page": page,
        "rows": [(one, write_period(one.first_day(), one.last_day()), state_of(one, today)) for one in page.rows],
    }
    return render(request, "projects/reports.html", context)


def _find(request: SignedInRequest, reference: str, year: int, quarter: int) -> Any:
    """The report with its project; 403 and 404 as for the project."""
    project = find_work(request, reference)
    found = get_object_or_404(whole_reports(request.user).filter(project=project), year=year, quarter=quarter)
    found.project = project
    return found


@login_required
def report(request: SignedInRequest, reference: str, year: int, quarter: int) -> HttpResponse:
    """Both parts side by side, the figures with the way to their rows, both keys."""
    found = _find(request, reference, year, quarter)
    project = found.project
    page = page_of_project(request, project, "reports")
    keys = None
    if found.status in WITH_KEYS:
        keys = keys_of(found, reporting, "sign", request.user, centre=project.centre)
    live = [key.signature for key in keys.keys if key.signature] if keys else []
    page |= {
        "report": found,
        "period": write_period(found.first_day(), found.last_day()),
        "state": state_of(found, today_at(project.centre)),
        "parts": parts_of(found, page["sides"], page["own_side"]),
        "tables": Writer(project, figures_of(found), page["sides"]).tables(),
        "keys": keys,
        "buttons": buttons_of(found, request.user, live),
        "languages": LANGUAGE_NAMES.items(),
        "history": history_of(found, PHRASES, centre=project.centre),
    }
    return render(request, "projects/report.html", page)


@login_required
def report_changes(request: SignedInRequest, reference: str, year: int, quarter: int) -> HttpResponse:
    """What rose, fell, is new and is gone since the last report with verified figures."""
    found = _find(request, reference, year, quarter)
    project = found.project
    page = page_of_project(request, project, "reports")
    before = earlier(found, project)
    page |= {
        "report": found,
        "period": write_period(found.first_day(), found.last_day()),
        "before": before,
        "before_period": write_period(before.first_day(), before.last_day()) if before else "",
        "groups": changes(project, before.figures, figures_of(found), page["sides"]) if before else [],
    }
    return render(request, "projects/report_changes.html", page)


# --- Writing ---------------------------------------------------------------------------------------------------------


@login_required
def edit_part(request: SignedInRequest, reference: str, year: int, quarter: int, side: str) -> HttpResponse:
    """What one's own side writes; what a colleague saved meanwhile is shown beside it."""
    found = _find(request, reference, year, quarter)
    if side not in Side.values:
        raise Http404
    part, may_write = part_of(found, side)
    if part is None or not may_write:
        raise PermissionDenied("projects.write_part")
    if found.status != ReportStatus.WRITING:
        raise RefusedError(_("The report has been submitted: it is no longer being written."))
    form = PartForm(posted(request), initial=initial_of(part))
    theirs = None
    if form.is_valid():
        try:
            part = acts.write_part(part, by=request.user, seen=form.cleaned_data["seen"], **form.values())
            _go_on_from(form, part.revision)
            if "finish" in request.POST:
                acts.finish_part(part, by=request.user, seen=part.revision)
        except acts.ChangedPartError as refusal:
            theirs = refusal.row
            _go_on_from(form, theirs.revision)
            form.add_error(None, str(refusal.message))
        except RefusedError as refusal:
            form.add_error(None, str(refusal.message))
        else:
            said = _("Your side’s part is finished.") if "finish" in request.POST else _("Your side’s part is saved.")
            messages.success(request, said)
            return redirect(found)
    context = {
        **_step_context(found),
        "form": form,
        "country": found.project.centre.side_country(side),
        "theirs": chapters_of(theirs) if theirs else None,
        "tables": Writer(found.project, figures_of(found), sides_of(found.project.centre, request.user)).tables(),
    }
    return render(request, "projects/edit_part.html", context)


def _go_on_from(form: PartForm, revision: int) -> None:
    """Whoever saves again has seen what stands there now."""
    data: Any = form.data
    data = data.copy()
    data["seen"] = str(revision)
    form.data = data


# --- Steps -----------------------------------------------------------------------------------------------------------


def _step_context(found: QuarterReport) -> dict[str, Any]:
    return {
        "project": found.project,
        "report": found,
        "period": write_period(found.first_day(), found.last_day()),
        "back_url": found.get_absolute_url(),
        "back": _("Back to the report"),
    }


def _step(request: SignedInRequest, found: Any, form: Any, act: Any, **context: Any) -> HttpResponse:
    shown = {**_step_context(found), "template": "projects/report_step.html", **context}
    project: Project = shown.pop("project")
    return answer(request, project, form, act, **shown)


@login_required
def submit_report(request: SignedInRequest, reference: str, year: int, quarter: int) -> HttpResponse:
    """Give the report to the centre."""
    found = _find(request, reference, year, quarter)
    reporting.expect(found, "submit", by=request.user)
    return _step(
        request,
        found,
        SureForm(posted(request)),
        partial(acts.submit_report, found, by=request.user),
        said=_("Submitted. The centre verifies the figures."),
        heading=_("Submit the report"),
        lede=_("Both parts can be read by both sides from now on, and are not changed any more."),
        submit=_("Submit the report"),
    )


@login_required
def verify_report(request: SignedInRequest, reference: str, year: int, quarter: int) -> HttpResponse:
    """Say that the figures are right; they are frozen as they stand on this page."""
    found = _find(request, reference, year, quarter)
    reporting.expect(found, "verify", by=request.user)
    figures = figures_of(found)
    return _step(
        request,
        found,
        FiguresForm(posted(request), initial={"seen": digest(figures)}),
        partial(acts.verify_report, found, by=request.user),
        said=_("Verified. The figures are frozen, and both leaders have been asked to sign."),
        heading=_("Verify the figures"),
        lede=_("With this the figures are frozen as they stand below. What is entered later is in the next report."),
        submit=_("Verify and freeze the figures"),
        tables=Writer(found.project, figures, sides_of(found.project.centre, request.user)).tables(),
    )


@login_required
def return_report(request: SignedInRequest, reference: str, year: int, quarter: int) -> HttpResponse:
    """Give it back to both leaders, with reasons."""
    found = _find(request, reference, year, quarter)
    reporting.expect(found, "return", by=request.user)
    return _step(
        request,
        found,
        ReasonForm(request.POST or None, hint=_("Both leaders read them and write by them.")),
        partial(acts.return_report, found, by=request.user),
        said=_("Returned. Both leaders have been told."),
        heading=_("Return the report"),
        submit=_("Return with reasons"),
    )


@login_required
def sign_report(request: SignedInRequest, reference: str, year: int, quarter: int) -> HttpResponse:
    """Turn one's own side's key."""
    found = _find(request, reference, year, quarter)
    reporting.expect(found, "sign", by=request.user)
    return _step(
        request,
        found,
        FiguresForm(posted(request), initial={"seen": acts.mark_of(found)}),
        partial(acts.sign_report, found, by=request.user),
        said=_("Your side’s key is turned."),
        heading=_("Countersign the report"),
        lede=_("Your key stands for your side. With the second key the report is the record of both."),
        submit=_("Turn the key"),
        keys=keys_of(found, reporting, "sign", request.user, centre=found.project.centre),
        tables=Writer(found.project, found.figures, sides_of(found.project.centre, request.user)).tables(),
    )


@login_required
def object_to_report(request: SignedInRequest, reference: str, year: int, quarter: int) -> HttpResponse:
    """Refuse to sign, with reasons."""
    found = _find(request, reference, year, quarter)
    reporting.expect(found, "object", by=request.user)
    return _step(
        request,
        found,
        ReasonForm(request.POST or None, hint=_("Both leaders and the centre read them.")),
        partial(acts.object_to_report, found, by=request.user),
        said=_("You have objected. Both leaders have been told."),
        heading=_("Object to the report"),
        lede=_("A key that was turned is taken back, and the figures are no longer frozen. Both leaders write again."),
        submit=_("Object with reasons"),
    )


# --- Papers ----------------------------------------------------------------------------------------------------------


@login_required
def report_pdf(request: SignedInRequest, reference: str, year: int, quarter: int) -> HttpResponse:
    """The report for the file, the reader's own side first."""
    paper, name = _paper(request, reference, year, quarter)
    with timezone.override(request.reader.zone):
        return pdf_response(papers.pdf(paper), f"{name}.pdf")


@login_required
def report_docx(request: SignedInRequest, reference: str, year: int, quarter: int) -> HttpResponse:
    """The same, to be edited further."""
    paper, name = _paper(request, reference, year, quarter)
    with timezone.override(request.reader.zone):
        return docx_response(papers.docx(paper), f"{name}.docx")


def _paper(request: SignedInRequest, reference: str, year: int, quarter: int) -> tuple[Report, str]:
    """The report in the language that was asked for, else the reader's, and how its file is called."""
    found = _find(request, reference, year, quarter)
    project = found.project
    asked = request.GET.get("language", "")
    language = asked if asked in LANGUAGES else active_language()
    sides, own = sides_of(project.centre, request.user), request.user.standing.side_in(project.centre)
    with translation.override(language), timezone.override(request.reader.zone):
        has_keys = found.status in WITH_KEYS
        keys = keys_of(found, reporting, "sign", request.user, centre=project.centre) if has_keys else None
        parts = parts_of(found, sides, own)
        paper = report_of(found, figures_of(found), parts, keys, sides=sides, own=own, language=language)
    return paper, f"{project.reference}-{year}-Q{quarter}-{language}"
