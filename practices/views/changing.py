"""Screens of a change to what is published: beside the published text, from its beginning to the decision."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import policies
from core.forms import ReasonForm, attempt
from core.paging import page_of
from people.requests import SignedInRequest
from practices.actions import changing as acts
from practices.forms.reasons import ReasonsForm
from practices.models import Version
from practices.presentation.changes import before_of, changes_of
from practices.presentation.facts import facts_of, with_facts
from practices.presentation.page import granted_on
from practices.presentation.record import cost_of, operation_of
from practices.presentation.writing import page_of_form
from practices.sections import SECTIONS
from practices.views.finding import find, find_version, screen, seen_in
from practices.workflow import changing

VERSIONS = 10  # on a page, each with what it changed


def _to(version: Version) -> HttpResponse:
    return redirect("practices:changes", version.practice.reference, version.number)


@login_required
def begin_change(request: SignedInRequest, reference: str) -> HttpResponse:
    """What happens with a proposal, then the copy on which it is written."""
    practice = find(request, reference)
    policies.require(request.user, "practices.propose_change", practice)
    if request.method == "POST":
        acts.begin_change(practice, by=request.user)
        return redirect("practices:edit", practice.reference)
    return render(
        request,
        "practices/begin_change.html",
        screen(
            practice,
            pending=Version.objects.visible_to(request.user).pending().filter(practice=practice).first(),
            is_barred=practice.versions.pending().exists(),
        ),
    )


def versions(request: HttpRequest, reference: str) -> HttpResponse:
    """What was published when, the newest first; for those concerned also what is under way."""
    practice = find(request, reference)
    rows = Version.objects.visible_to(request.user).filter(practice=practice).select_related("author")
    page = page_of(rows, request.GET, order="-number", size=VERSIONS)
    return render(
        request,
        "practices/versions.html",
        screen(practice, page=page, granted=granted_on(practice, request.user)),
    )


def version(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """One version as it was or will be read, with a notice that says which it is."""
    found = find_version(request, reference, number)
    row = with_facts(Version.objects.filter(pk=found.pk)).get()
    row.practice = found.practice
    parts = [(section, text) for section in SECTIONS if (text := row.sections.get(section.key))]
    return render(
        request,
        "practices/version.html",
        screen(
            found.practice,
            version=row,
            parts=parts,
            facts=facts_of(row),
            operation=operation_of(row),
            cost=cost_of(row),
        ),
    )


def changes(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """What a version changes against the one before it, and what the reader may do with it."""
    row = find_version(request, reference, number)
    before = before_of(row)
    steps = changing.available(row, request.user) if before and request.user.is_authenticated else []
    return render(
        request,
        "practices/changes.html",
        screen(
            row.practice,
            version=row,
            before=before,
            changes=changes_of(before, row) if before else None,
            steps={step.name: step for step in steps},
            can_edit=policies.allows(request.user, "practices.edit_version", row),
        ),
    )


@login_required
def submit_change(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """What differs and what is missing, before the change goes to those who check it."""
    row = find_version(request, reference, number)
    changing.expect(row, "submit", by=request.user)
    form = ReasonForm(
        request.POST or None,
        label=_("What changes, and why?"),
        hint=_("Those who check it read it, and it stays beside the version for every reader."),
        initial={"reason": row.change_reason},
    )
    if form.is_valid() and attempt(
        form, acts.submit_change, row, by=request.user, change_reason=form.cleaned_data["reason"]
    ):
        messages.success(request, _("The change is proposed. Those who answer for the facts have been told."))
        return _to(row)
    before = before_of(row)
    return render(
        request,
        "practices/submit_change.html",
        screen(
            row.practice,
            form,
            version=row,
            before=before,
            changes=changes_of(before, row) if before else None,
            **page_of_form(row.practice, row, ""),
        ),
    )


@login_required
@require_POST
def check_change(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """The facts of the change are right."""
    row = acts.check_change(find_version(request, reference, number), by=request.user, seen=seen_in(request.POST))
    messages.success(request, _("You have confirmed the facts of the change. An officer decides on it next."))
    return _to(row)


@login_required
@require_POST
def accept_change(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Readers see the change from now on."""
    row = acts.accept_change(find_version(request, reference, number), by=request.user, seen=seen_in(request.POST))
    messages.success(request, _("The change is published."))
    return redirect(row.practice)


@login_required
def decline_change(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Why the change is not taken, in the language of its author."""
    row = find_version(request, reference, number)
    changing.expect(row, "decline", by=request.user)
    form = ReasonsForm(request.POST or None, reader=row.author)
    if form.is_valid() and attempt(form, acts.decline_change, row, by=request.user, **form.cleaned_data):
        messages.success(request, _("The change is not taken. Its author has been told why."))
        return _to(row)
    return render(
        request,
        "practices/decline_change.html",
        screen(row.practice, form, version=row, back_url=row.changes_url),
    )


@login_required
@require_POST
def reopen_change(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Back to the draft."""
    acts.reopen_change(find_version(request, reference, number), by=request.user)
    messages.success(request, _("The change is a draft again. What was confirmed of it is asked for anew."))
    return redirect("practices:edit", reference)


@login_required
def give_up_change(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Asked once more: what was written stays on record, but nobody writes on it."""
    row = find_version(request, reference, number)
    changing.expect(row, "give_up", by=request.user)
    if request.method == "POST":
        acts.give_up_change(row, by=request.user)
        messages.success(request, _("The change is given up. Another can begin now."))
        return redirect(row.practice)
    return render(request, "practices/give_up_change.html", screen(row.practice, version=row, back_url=row.changes_url))
