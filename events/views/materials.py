"""Materials of an event and of its sessions."""

from functools import partial

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from core import policies
from core.paging import page_of
from core.stepping import posted
from events.actions import materials as acts
from events.forms.materials import MaterialForm
from events.models import Event, Material, Session
from events.presentation import materials as words
from events.presentation.page import granted_on, page_of_event
from events.presentation.sessions import show_released
from events.views.finding import find_event, find_followed
from events.views.stepping import answer
from people.requests import SignedInRequest


def _home(event: Event, session: Session | None) -> str:
    page = session.get_absolute_url() if session else reverse("events:materials", args=[event.reference])
    return f"{page}#materials"


def _back(session: Session | None) -> str:
    if session is None:
        return _("Back to the materials")
    return _("Back to “%(session)s”") % {"session": session.title}


def materials(request: HttpRequest, reference: str) -> HttpResponse:
    """What the reader may open, newest first; for officers also who owes slides."""
    event = find_followed(request, reference)
    rows = words.readable(event, request.user).select_related("file", "contributor", "session")
    context = page_of_event(request, event, "materials", "events.add_material")
    may_add = "events.add_material" in context["granted"]
    page = page_of(rows, request.GET, order="-at")
    if "events.view_whole" not in context["granted"]:
        show_released(event, [one.session for one in page.rows if one.session])
    context |= {
        "page": page,
        "may_add": may_add,
        "owing": words.owing_slides(event) if may_add else [],
    }
    return render(request, "events/materials.html", context)


@login_required
def add_material(request: SignedInRequest, reference: str) -> HttpResponse:
    """A material of the whole event."""
    event = find_event(request, reference)
    policies.require(request.user, "events.add_material", event)
    return _add(request, event, None)


@login_required
def add_session_material(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """A material of one session: by officers, its speakers, and the delegation that presents."""
    event = find_event(request, reference)
    session = get_object_or_404(Session.objects.visible_to(request.user).filter(event=event), pk=pk)
    session.event = event
    policies.require(request.user, "events.add_session_material", session)
    if "events.view_whole" not in granted_on(event, request.user):
        show_released(event, [session])
    return _add(request, event, session)


def _add(request: SignedInRequest, event: Event, session: Session | None) -> HttpResponse:
    officer = policies.allows(request.user, "events.add_material", event)
    form = MaterialForm(
        request.POST or None, request.FILES or None, by=request.user, session=session, names_whose=officer
    )
    return answer(
        request,
        event,
        form,
        partial(acts.add_material, event, by=request.user, session=session),
        said=_("The material is added."),
        back_url=_home(event, session),
        back=_back(session),
        heading=_("Add a material"),
        lede=session.title if session else _("It belongs to the whole event."),
        submit=_("Add the material"),
    )


def _find(request: SignedInRequest, reference: str, pk: int) -> tuple[Event, Material]:
    """404 for whoever may not read it, 403 for whoever only reads."""
    event = find_event(request, reference)
    rows = Material.objects.visible_to(request.user).filter(event=event).select_related("file", "session")
    row = get_object_or_404(rows, pk=pk)
    row.event = event
    if row.session:
        row.session.event = event
    policies.require(request.user, "events.edit_material", row)
    return event, row


@login_required
def edit_material(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """What is said of it, for whom it is, or another file in its place."""
    event, row = _find(request, reference, pk)
    officer = policies.allows(request.user, "events.add_material", event)
    form = MaterialForm(
        request.POST or None,
        request.FILES or None,
        by=request.user,
        session=row.session,
        material=row,
        names_whose=officer,
    )
    return answer(
        request,
        event,
        form,
        partial(acts.edit_material, row, by=request.user),
        said=_("The material is saved."),
        back_url=_home(event, row.session),
        back=_back(row.session),
        heading=_("Change the material"),
    )


@login_required
def remove_material(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Take it away, after one look."""
    event, row = _find(request, reference, pk)

    return answer(
        request,
        event,
        forms.Form(posted(request)),
        partial(acts.remove_material, row, by=request.user),
        said=_("The material is removed."),
        back_url=_home(event, row.session),
        back=_back(row.session),
        heading=_("Remove “%(name)s”?") % {"name": row},
        lede=_("Nobody will be able to open it any more, and it does not come back."),
        submit=_("Remove"),
    )


@login_required
@require_POST
def chase_slides(request: SignedInRequest, reference: str) -> HttpResponse:
    """Remind everybody whose slides are missing."""
    event = find_event(request, reference)
    reminded = acts.chase_slides(event, by=request.user)
    said = ngettext("%(count)s speaker is reminded.", "%(count)s speakers are reminded.", reminded)
    messages.success(request, said % {"count": reminded})
    return redirect("events:materials", event.reference)
