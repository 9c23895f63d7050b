"""Screens of the planner: people are put into a session, and their names kept right."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import policies
from core.forms import attempt
from events.actions import session_people as acts
from events.actions.planning import stamp_of
from events.forms.session_people import ContributorForm, EditPartForm, NewPersonForm, PartForm
from events.models import Contributor, Event, Session, SessionPart
from events.views.finding import screen
from events.views.sessions import to_plan
from people.requests import SignedInRequest

FOUND = 20  # names shown; who is not among them is found by writing more of the name


def _screen(event: Event, row: Session, form: Any, **context: Any) -> dict[str, Any]:
    return screen(event, form, row=row, back_url=row.get_absolute_url(), back=_("Back to the session"), **context)


def _named(text: str) -> Any:
    """Those whose name holds every word, in either script."""
    rows = Contributor.objects.select_related("organisation", "country")
    for word in text.split()[:5]:
        fields = ("given_name", "family_name", "given_name_own", "family_name_own")
        named = Q()
        for field in fields:
            named |= Q(**{f"{field}__icontains": word})
        rows = rows.filter(named)
    return rows.order_by("family_name", "given_name", "pk")[:FOUND]


@login_required
def add_part(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Find a person by name, then say what the person does in the session."""
    event, row = to_plan(request, reference, pk)
    key = request.GET.get("person", "")
    text = request.GET.get("q", "").strip().replace("\x00", "")
    if not (key.isdecimal() and len(key) < 19):  # noqa: PLR2004  as long as a number of the database can be
        context = _screen(event, row, None, text=text, people=_named(text) if text else None)
        return render(request, "events/find_person.html", context)
    person = get_object_or_404(Contributor, pk=int(key))
    form = PartForm(request.POST or None, initial={"languages": person.interprets})
    if form.is_valid() and attempt(form, acts.add_part, row, by=request.user, contributor=person, **form.cleaned_data):
        messages.success(request, _("%(person)s is in the session.") % {"person": person})
        return redirect(row)
    words = {"heading": person.display_name, "submit": _("Put into the session")}
    return render(request, "events/session_step.html", _screen(event, row, form, **words))


@login_required
def add_contributor(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Somebody who was in no session before."""
    event, row = to_plan(request, reference, pk)
    form = NewPersonForm(request.POST or None, initial={"language": request.user.language})
    if form.is_valid() and (part := attempt(form, acts.add_contributor, row, by=request.user, **form.values())):
        messages.success(request, _("%(person)s is in the session.") % {"person": part.contributor})
        return redirect(row)
    words = {"heading": _("Enter somebody new"), "submit": _("Put into the session")}
    return render(request, "events/session_step.html", _screen(event, row, form, **words))


@login_required
def edit_part(request: SignedInRequest, reference: str, pk: int, part: int) -> HttpResponse:
    """What a person does in the session, and in which place."""
    event, row = to_plan(request, reference, pk)
    found = _part_of(row, part)
    form = EditPartForm(request.POST or None, part=found)
    if form.is_valid() and attempt(form, acts.edit_part, found, by=request.user, **form.cleaned_data):
        messages.success(request, _("The part of %(person)s is saved.") % {"person": found.contributor})
        return redirect(row)
    if form.is_bound:
        # What a colleague has saved meanwhile was told; the next saving is a decision.
        latest = stamp_of(Session.objects.get(pk=row.pk))
        form.data = {**form.data.dict(), "languages": form.data.getlist("languages"), "seen": latest}  # type: ignore[attr-defined]
    words = {"heading": found.contributor.display_name, "submit": _("Save the part")}
    return render(request, "events/session_step.html", _screen(event, row, form, **words))


@login_required
def edit_contributor(request: SignedInRequest, reference: str, pk: int, part: int) -> HttpResponse:
    """Name, post and address of a person in the session."""
    event, row = to_plan(request, reference, pk)
    found = _part_of(row, part)
    policies.require(request.user, "events.edit_contributor", found.contributor)
    form = ContributorForm(request.POST or None, person=found.contributor)
    if form.is_valid() and attempt(form, acts.edit_contributor, found, by=request.user, **form.values()):
        messages.success(request, _("The person is saved. Visitors see it with the next version of the programme."))
        return redirect(row)
    words = {"heading": found.contributor.display_name, "submit": _("Save the person")}
    lede = _("The name stands in every session the person has a part in.")
    return render(request, "events/session_step.html", _screen(event, row, form, lede=lede, **words))


@login_required
@require_POST
def remove_part(request: SignedInRequest, reference: str, pk: int, part: int) -> HttpResponse:
    """Take a person out of the session."""
    _event, row = to_plan(request, reference, pk)
    found = _part_of(row, part)
    acts.remove_part(found, by=request.user)
    messages.success(request, _("%(person)s is out of the session.") % {"person": found.contributor})
    return redirect(row)


def _part_of(row: Session, pk: int) -> SessionPart:
    part = get_object_or_404(SessionPart.objects.select_related("contributor"), session=row, pk=pk)
    part.session = row
    return part
