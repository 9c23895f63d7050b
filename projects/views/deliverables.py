"""Deliverables: laid down, handed over, commented on, accepted by two keys, returned."""

from functools import partial
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from core import policies
from core.forms import ReasonForm
from core.localised import LANGUAGES, active_language
from core.paging import page_of
from core.refusal import RefusedError
from core.stepping import posted
from files.columns import from_column
from papers import report
from papers.responses import pdf_response
from people.days import today_at
from people.keys import keys_of, sides_of
from people.requests import SignedInRequest
from projects.actions import delivering as acts
from projects.enums import VersionState
from projects.forms.deliverables import CommentForm, DeliverableForm, KeyForm, VersionForm, initial_of
from projects.models import Deliverable, DeliverableVersion, Project
from projects.presentation.acceptance import report_of
from projects.presentation.deliverables import (
    SHAPES,
    buttons_of,
    history_of_deliverable,
    row_of,
    state_of,
    versions_of,
    with_last,
)
from projects.presentation.page import page_of_project
from projects.views.finding import find, find_work
from projects.views.marks import marked_anew
from projects.views.stepping import answer
from projects.workflow import accepting


def _url(project: Project) -> str:
    return reverse("projects:deliverables", args=[project.reference])


@login_required
def deliverables(request: SignedInRequest, reference: str) -> HttpResponse:
    """What both sides hand over, the nearest due day first."""
    project = find_work(request, reference)
    context = page_of_project(request, project, "deliverables")
    page = page_of(with_last(project.deliverables.all()), request.GET, order="due_on")
    today = today_at(project.centre)
    for one in page.rows:
        one.project = project
    context |= {
        "page": page,
        "rows": [row_of(one, today) for one in page.rows],
        "may_arrange": "projects.arrange" in context["granted"],
    }
    return render(request, "projects/deliverables.html", context)


def _deliverable(request: SignedInRequest, project: Project, number: int) -> Any:
    rows = Deliverable.objects.filter(project=project).select_related("task")
    column = policies.as_column(policies.q("projects.submit_version", request.user))
    found: Any = get_object_or_404(rows.annotate(may_submit=column), number=number)
    found.project = project
    return found


@login_required
def deliverable(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """One of them with all its versions, the newest first, and what the reader may do with it."""
    project = find_work(request, reference)
    found = _deliverable(request, project, number)
    context = page_of_project(request, project, "deliverables")
    versions = versions_of(found, request.user)
    last = versions[0] if versions else None
    keys = keys_of(last, accepting, "accept", request.user, centre=project.centre) if last else None
    live = [key.signature for key in keys.keys if key.signature] if keys else []
    is_waiting = last is not None and last.state == VersionState.SUBMITTED
    buttons = buttons_of(found, last, request.user, live)
    may_arrange = "projects.arrange" in context["granted"]
    context |= {
        "deliverable": found,
        "state": state_of(found, last.state if last else None, today_at(project.centre)),
        "versions": [(one, SHAPES[one.state], from_column(one.file_rows)) for one in versions],
        "keys": keys if last and last.state != VersionState.RETURNED else None,
        "due_at": keys.due_at if keys else None,
        "buttons": buttons,
        "may_edit": may_arrange and not found.accepted_on and not is_waiting,
        "history": history_of_deliverable(found, versions, project),
    }
    return render(request, "projects/deliverable.html", context)


@login_required
def add_deliverable(request: SignedInRequest, reference: str) -> HttpResponse:
    """One more thing that is handed over."""
    project = find(request, reference)
    policies.require(request.user, "projects.arrange", project)
    form = DeliverableForm(request.POST or None, project=project, sides=sides_of(project.centre, request.user))
    del form.fields["seen"]
    return answer(
        request,
        project,
        form,
        partial(acts.add_deliverable, project, by=request.user),
        said=_("The deliverable is laid down."),
        back_url=_url(project),
        done_url=lambda row: row.get_absolute_url(),
        heading=_("Add a deliverable"),
        lede=_("Say what is handed over, by whom, until when, and by what both sides accept it."),
        submit=_("Add the deliverable"),
        back=_("Back to the deliverables"),
    )


@login_required
def edit_deliverable(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Change what is to be handed over."""
    project = find(request, reference)
    policies.require(request.user, "projects.arrange", project)
    found = _deliverable(request, project, number)
    sides = sides_of(project.centre, request.user)
    form = DeliverableForm(request.POST or None, project=project, sides=sides, initial=initial_of(found))
    return _step(
        request,
        found,
        form,
        marked_anew(form, partial(acts.edit_deliverable, found, by=request.user), acts.mark_of(found)),
        said=_("The deliverable is saved."),
        heading=_("Edit the deliverable"),
        submit=_("Save"),
    )


@login_required
def submit_version(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Hand over the next version."""
    project = find_work(request, reference)
    found = _deliverable(request, project, number)
    if not found.accepted_on:
        policies.require(request.user, "projects.submit_version", found)
    return _step(
        request,
        found,
        VersionForm(request.POST or None, request.FILES or None, by=request.user),
        partial(acts.submit_version, found, by=request.user),
        said=_("The version is handed over. Both leaders have been asked to accept it."),
        heading=_("Hand over a version"),
        lede=_("Both sides have ten joint working days to look at it. After that silence accepts it."),
        submit=_("Hand over"),
    )


def _version(request: SignedInRequest, reference: str, number: int, version: int) -> DeliverableVersion:
    project = find_work(request, reference)
    rows = DeliverableVersion.objects.visible_to(request.user).select_related("deliverable")
    found = get_object_or_404(rows, deliverable__project=project, deliverable__number=number, number=version)
    found.deliverable.project = project
    return found


@login_required
def comment(request: SignedInRequest, reference: str, number: int, version: int) -> HttpResponse:
    """A remark for both sides."""
    found = _version(request, reference, number, version)
    policies.require(request.user, "projects.comment_on_version", found)
    return _step(
        request,
        found.deliverable,
        CommentForm(request.POST or None),
        partial(acts.comment, found, by=request.user),
        said=_("The comment is written."),
        heading=_("Comment on version %(number)s") % {"number": found.number},
        lede=_("Both sides and the centre read it. Write in your own language."),
        submit=_("Write the comment"),
    )


@login_required
def accept_version(request: SignedInRequest, reference: str, number: int, version: int) -> HttpResponse:
    """Turn one's own side's key."""
    found = _version(request, reference, number, version)
    accepting.expect(found, "accept", by=request.user)
    project = found.deliverable.project
    return _step(
        request,
        found.deliverable,
        KeyForm(posted(request)),
        partial(acts.accept_version, found, by=request.user),
        said=_("Your side’s key is turned."),
        heading=_("Accept version %(number)s") % {"number": found.number},
        lede=_("Your key stands for your side. With the second key the deliverable is accepted."),
        submit=_("Turn the key"),
        keys=keys_of(found, accepting, "accept", request.user, centre=project.centre),
    )


@login_required
def return_version(request: SignedInRequest, reference: str, number: int, version: int) -> HttpResponse:
    """Give it back, with reasons."""
    found = _version(request, reference, number, version)
    accepting.expect(found, "return", by=request.user)
    hint = _("Whoever handed it over makes the next version by them. Both sides read them.")
    return _step(
        request,
        found.deliverable,
        ReasonForm(request.POST or None, hint=hint),
        partial(acts.return_version, found, by=request.user),
        said=_("The version is returned."),
        heading=_("Return version %(number)s") % {"number": found.number},
        lede=_("A key that was turned is taken back. The next version begins anew."),
        submit=_("Return with reasons"),
    )


@login_required
def acceptance_pdf(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """The protocol of acceptance, in the languages of both sides, the reader's own side first."""
    project = find_work(request, reference)
    found = _deliverable(request, project, number)
    version = found.versions.filter(state=VersionState.ACCEPTED).select_related("by").first()
    if version is None:
        raise RefusedError(_("There is a protocol of acceptance once both sides have accepted a version."))
    version.deliverable = found
    language = request.GET.get("in", "")
    if language not in LANGUAGES:
        language = active_language()
    with translation.override(language), timezone.override(request.reader.zone):
        content = report.pdf(report_of(version, request.user, language=language))
    return pdf_response(content, f"{project.reference}-D{found.number}-acceptance-{language}.pdf")


def _step(request: SignedInRequest, found: Any, form: Any, act: Any, **context: Any) -> HttpResponse:
    return answer(
        request,
        found.project,
        form,
        act,
        template="projects/deliverable_step.html",
        back_url=found.get_absolute_url(),
        back=_("Back to the deliverable"),
        deliverable=found,
        **context,
    )
