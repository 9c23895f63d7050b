"""Screens on which a concept paper is begun, written page by page, linked, and submitted."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from calendars.moments import places_of, write_time
from core.forms import attempt
from core.refusal import RefusedError
from people.models import Centre
from people.requests import SignedInRequest, signed_in
from projects.actions import drafting, submitting
from projects.completeness import completeness_of
from projects.concept import GROUPS
from projects.forms.drafting import ConceptForm, StartForm
from projects.models import Project
from projects.policies.begin import may_begin
from projects.presentation.drafting import page_of_form, returned_with
from projects.presentation.linking import found_for, kinds_of, linked_to
from projects.views.finding import find, screen
from projects.workflow import lifecycle

MOST_LETTERS = 100


def centre_of(request: HttpRequest) -> Centre | None:
    """The centre for which somebody writes: that of his country's side, else the first."""
    rows = Centre.objects.select_related("side_a", "side_b").order_by("pk")
    country = request.user.standing.country if request.user.is_authenticated else None
    sided = [one for one in rows if country and country.pk in (one.side_a_id, one.side_b_id)]
    return next(iter([*sided, *rows]), None)


def start(request: HttpRequest) -> HttpResponse:
    """For everybody: what a joint project is and what happens. For those who may: the first answers."""
    centre = centre_of(request)
    allowed = may_begin(request.user) and centre is not None
    form = StartForm(user=signed_in(request), centre=centre) if allowed and centre else None
    return render(request, "projects/start.html", {"may_begin": allowed, "form": form})


@login_required
@require_POST
def create(request: SignedInRequest) -> HttpResponse:
    """Begin a concept paper, then write its first page."""
    centre = centre_of(request)
    if centre is None or not may_begin(request.user):
        raise PermissionDenied("projects.create")
    form = StartForm(request.POST, user=request.user, centre=centre)
    if form.is_valid() and (project := attempt(form, drafting.create_project, by=request.user, **form.values())):
        return redirect("projects:edit", project.reference)
    return render(request, "projects/start.html", {"may_begin": True, "form": form})


@login_required
def edit(request: SignedInRequest, reference: str, group: str) -> HttpResponse:
    """One page of the paper: saved as it is, complete or not, then on to the next."""
    project = find(request, reference)
    if group not in GROUPS:
        raise Http404
    drafting.expect_editable(project, by=request.user)
    form = ConceptForm(request.POST or None, project=project, group=group, user=request.user)
    if form.is_valid():
        try:
            drafting.save_draft(project, by=request.user, **form.values())
        except drafting.ChangedMeanwhileError as both:
            form.meet(both)
        except RefusedError as refusal:
            form.add_error(None, str(refusal.message))
        else:
            return _after(request, project, group)
    context = screen(project, form, reason=returned_with(project), **page_of_form(project, group))
    return render(request, "projects/edit.html", context)


def _after(request: SignedInRequest, project: Project, group: str) -> HttpResponse:
    """Where one wanted to go with the saving."""
    if "links" in request.POST:
        return redirect("projects:links", project.reference)
    if "later" in request.POST:
        messages.success(request, _("What you wrote is saved."))
        return redirect(project)
    following = list(GROUPS)[list(GROUPS).index(group) + 1 :]
    if following:
        return redirect("projects:edit", project.reference, following[0])
    return redirect("projects:submit", project.reference)


@login_required
@require_POST
def save(request: SignedInRequest, reference: str, group: str) -> HttpResponse:
    """The same for the script: what is sound is kept at once, and the answer says when, or what stands against it."""
    project = find(request, reference)
    if group not in GROUPS:
        raise Http404
    form = ConceptForm(request.POST, project=project, group=group, user=request.user)
    try:
        row = drafting.save_draft(project, by=request.user, **form.sound_values())
    except RefusedError as refusal:
        return JsonResponse({"said": str(refusal.message)}, status=409)
    place, _other = places_of(request.reader)
    at = write_time(timezone.now(), place) if place else ""
    said = _("Saved %(time)s.") % {"time": at}
    if faults := form.faults():
        said += " " + _("Not saved yet, because something is wrong there: %(fields)s.") % {"fields": ", ".join(faults)}
    done = completeness_of(row)
    return JsonResponse({"said": said, "read": form.read_now(), "done": done.done, "total": done.total})


@login_required
def links(request: SignedInRequest, reference: str) -> HttpResponse:
    """Practices, requests and events that belong to it: found by words or number, put to it, taken away."""
    project = find(request, reference)
    drafting.expect_linking(project, by=request.user)
    text = request.GET.get("q", "").strip().replace("\x00", "")[:MOST_LETTERS]
    return render(
        request,
        "projects/links.html",
        screen(
            project,
            text=text,
            found=found_for(project, request.user, text) if text else None,
            linked=linked_to(project, request.user),
        ),
    )


@login_required
@require_POST
def link(request: SignedInRequest, reference: str, kind: str, pk: int) -> HttpResponse:
    """Put a record to the project, or take it away."""
    project = find(request, reference)
    rows = kinds_of(request.user).get(kind)
    if rows is None:
        raise Http404
    record = get_object_or_404(rows, pk=pk)
    if "remove" in request.POST:
        drafting.unlink_record(project, by=request.user, record=record)
        messages.success(request, _("The link is taken away."))
    else:
        drafting.link_record(project, by=request.user, record=record)
        messages.success(request, _("%(number)s belongs to the project now.") % {"number": record.handle})
    return redirect("projects:links", project.reference)


@login_required
def submit(request: SignedInRequest, reference: str) -> HttpResponse:
    """The last look: what is missing leads to its field; when nothing is, the paper goes to both sides."""
    project = find(request, reference)
    lifecycle.expect(project, "submit", by=request.user)
    if request.method == "POST":
        submitting.submit(project, by=request.user)
        messages.success(request, _("The concept paper is submitted. Both co-directors and the officers were told."))
        return redirect(project)
    return render(request, "projects/submit.html", screen(project, **page_of_form(project, "")))
