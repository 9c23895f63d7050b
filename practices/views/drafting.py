"""Screens on which an entry is begun, written page by page, looked at and proposed."""

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
from files.policies import files_of
from people.requests import SignedInRequest, signed_in
from practices.actions import drafting, proposing
from practices.completeness import GROUPS, completeness_of, with_presence
from practices.forms.drafting import PartsForm, StartForm
from practices.models import Practice, Version
from practices.policies.practices import may_begin
from practices.presentation.page import granted_on
from practices.presentation.writing import last_page, page_of_form
from practices.sections import SECTIONS
from practices.views.finding import find, screen
from practices.workflow import lifecycle


def start(request: HttpRequest) -> HttpResponse:
    """For everybody: what the library takes, and what happens. For those who may: the first four answers."""
    allowed = may_begin(request.user)
    form = StartForm(user=signed_in(request)) if allowed else None
    return render(request, "practices/start.html", {"may_begin": allowed, "form": form})


@login_required
@require_POST
def create(request: SignedInRequest) -> HttpResponse:
    """Begin an entry, then write its first page."""
    if not may_begin(request.user):
        raise PermissionDenied("practices.create")
    form = StartForm(request.POST, user=request.user)
    if form.is_valid() and (practice := attempt(form, drafting.create_practice, by=request.user, **form.values())):
        return redirect("practices:edit", practice.reference)
    return render(request, "practices/start.html", {"may_begin": True, "form": form})


def working_version(request: HttpRequest, practice: Practice) -> Version:
    """The version that is being written, or on its way; 404 where there is none that the reader may see."""
    rows = with_presence(Version.objects.visible_to(request.user).pending().filter(practice=practice))
    version: Version = get_object_or_404(rows)
    version.practice = practice
    return version


@login_required
def edit(request: SignedInRequest, reference: str, group: str) -> HttpResponse:
    """One page of the entry: saved as it is, complete or not, then on to the next."""
    practice = find(request, reference)
    if group not in GROUPS:
        raise Http404
    version = working_version(request, practice)
    drafting.expect_editable(version, by=request.user)
    form = PartsForm(request.POST or None, version=version, group=group)
    if form.is_valid():
        try:
            drafting.save_draft(version, by=request.user, **form.values())
        except drafting.ChangedMeanwhileError as both:
            version.refresh_from_db()
            form.meet(both, version)
        except RefusedError as refusal:
            form.add_error(None, str(refusal.message))
        else:
            return _after(request, version, group)
    return render(
        request,
        "practices/edit.html",
        screen(
            practice,
            form,
            version=version,
            formset=form.all_rows,
            documents=files_of(practice, request.user) if group == "evidence" else [],
            can_add="practices.add_document" in granted_on(practice, request.user),
            **page_of_form(practice, version, group),
        ),
    )


def _after(request: SignedInRequest, version: Version, group: str) -> HttpResponse:
    """Where one wanted to go with the saving."""
    practice = version.practice
    if table := request.POST.get("add"):
        answer = redirect("practices:edit", practice.reference, group)
        if table in GROUPS[group]:
            answer["Location"] += f"#id_{table}"
        return answer
    if "preview" in request.POST:
        return redirect("practices:preview", practice.reference)
    if "file" in request.POST:
        return redirect("practices:add_document", practice.reference)
    if "later" in request.POST:
        messages.success(request, _("What you wrote is saved."))
        return redirect("practices:mine")
    following = list(GROUPS)[list(GROUPS).index(group) + 1 :]
    if following:
        return redirect("practices:edit", practice.reference, following[0])
    return redirect(last_page(practice, version))


@login_required
@require_POST
def save(request: SignedInRequest, reference: str, group: str) -> HttpResponse:
    """The same for the script: what is sound is kept at once, and the answer says when, or what stands against it."""
    practice = find(request, reference)
    if group not in GROUPS:
        raise Http404
    version = working_version(request, practice)
    form = PartsForm(request.POST, version=version, group=group)
    try:
        row = drafting.save_draft(version, by=request.user, **form.sound_values())
    except RefusedError as refusal:
        return JsonResponse({"said": str(refusal.message)}, status=409)
    row.practice = practice
    place, _other = places_of(request.reader)
    at = write_time(timezone.now(), place) if place else ""
    said = _("Saved %(time)s.") % {"time": at}
    if faults := form.faults():
        said += " " + _("Not saved yet, because something is wrong there: %(fields)s.") % {"fields": ", ".join(faults)}
    done = completeness_of(row)
    return JsonResponse(
        {
            "said": said,
            "read": form.read_now(),
            "done": done.done,
            "total": done.total,
        }
    )


@login_required
def preview(request: SignedInRequest, reference: str) -> HttpResponse:
    """The whole text as readers would see it, with what is missing."""
    practice = find(request, reference)
    version = working_version(request, practice)
    parts = [(section, version.sections.get(section.key, "")) for section in SECTIONS]
    return render(
        request,
        "practices/preview.html",
        screen(practice, version=version, parts=parts, completeness=completeness_of(version)),
    )


@login_required
def propose(request: SignedInRequest, reference: str) -> HttpResponse:
    """The last look: what is missing leads to its field; when nothing is, the entry goes to the library."""
    practice = find(request, reference)
    lifecycle.expect(practice, "propose", by=request.user)
    if request.method == "POST":
        proposing.propose(practice, by=request.user)
        messages.success(request, _("The entry is proposed. Those who answer for its facts have been told."))
        return redirect(practice)
    version = working_version(request, practice)
    return render(
        request,
        "practices/propose.html",
        screen(practice, version=version, **page_of_form(practice, version, "")),
    )
