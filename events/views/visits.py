"""Site visits: the list, one visit, what its host asks, notes."""

from functools import partial

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from core import policies
from core.paging import page_of
from core.stepping import posted
from events.actions import visits as acts
from events.enums import SessionKind
from events.forms.visits import GroupForm, NoteForm, VisitForm
from events.models import Event, Session, VisitGroup, VisitNote
from events.presentation import visits as words
from events.presentation.materials import materials_of_session
from events.presentation.page import page_of_event
from events.presentation.sessions import show_released
from events.views.finding import find_event
from events.views.stepping import answer
from people.history import history_of
from people.requests import SignedInRequest

ASKED = ("events.edit_visit", "events.view_gate_list", "events.write_visit_note", "events.add_session_material")


def find_visit(request: HttpRequest, reference: str, pk: int) -> Session:
    """The visit with its event, as far as the reader may see both; else 404. One query, two with groups."""
    may = policies.q("events.view_visit", request.user) | policies.q("events.view_gate_list", request.user)
    events = Event.objects.visible_to(request.user).filter(reference=reference)
    rows = Session.objects.filter(may, event__in=events.values("pk"), kind=SessionKind.VISIT).select_related(
        "stop__country", "event__programme", "event__centre__side_a__calendar", "event__centre__side_b__calendar"
    )
    return get_object_or_404(words.with_place(rows, request.user).defer("event__search"), pk=pk)


def to_edit(request: HttpRequest, reference: str, pk: int) -> tuple[Event, Session]:
    """Event and visit, for whoever may change it."""
    session = find_visit(request, reference, pk)
    policies.require(request.user, "events.edit_visit", session)
    return session.event, session


def home(session: Session) -> str:
    return reverse("events:visit", args=[session.event.reference, session.pk])


@login_required
def visits(request: SignedInRequest, reference: str) -> HttpResponse:
    """All visits of the event: where to, when, how full, and the own seat."""
    event = find_event(request, reference)
    policies.require(request.user, "events.take_part", event)
    context = page_of_event(request, event, "visits")
    context["places"] = words.visits_of(event, request.user)
    if "events.view_whole" not in context["granted"]:
        show_released(event, [one.session for one in context["places"]])
    return render(request, "events/visits.html", context)


@login_required
def visit(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """One visit: the host and his rules, groups and the own seat, materials, notes."""
    session = find_visit(request, reference, pk)
    event = session.event
    context = page_of_event(request, event, "visits")
    granted = policies.granted(request.user, ASKED, session)
    whole = "events.view_whole" in context["granted"]
    notes = VisitNote.objects.filter(session=session).select_related("by")
    has_begun = session.starts_at is not None and session.starts_at <= timezone.now()
    context |= {
        "session": session,
        "place": words.place_of(session),
        "may": granted,
        "sees_contact": whole or "events.view_gate_list" in granted,
        "page": page_of(notes, request.GET, order="-at"),
        "may_note": "events.write_visit_note" in granted and has_begun,
        "materials": materials_of_session(session, request.user, may_add="events.add_session_material" in granted),
        "history": history_of(session, words.PHRASES, centre=event.centre) if whole else [],
    }
    if not whole:
        show_released(event, [session])
    return render(request, "events/visit.html", context)


@login_required
def edit_visit(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Host, meeting point, rules, contact, list for the gate."""
    event, session = to_edit(request, reference, pk)
    return answer(
        request,
        event,
        VisitForm(request.POST or None, session=session, visit=getattr(session, "visit", None)),
        partial(acts.save_visit, session, by=request.user),
        said=_("The visit is saved."),
        back_url=home(session),
        back=_("Back to the visit"),
        heading=_("Host and rules of the visit"),
    )


@login_required
def save_group(request: SignedInRequest, reference: str, pk: int, group: int | None = None) -> HttpResponse:
    """Add a group or change one."""
    event, session = to_edit(request, reference, pk)
    row = get_object_or_404(VisitGroup, visit__session=session, pk=group) if group else None
    return answer(
        request,
        event,
        GroupForm(request.POST or None, session=session, group=row),
        partial(acts.save_group, session, by=request.user, group=row),
        said=_("The group is saved."),
        back_url=home(session),
        back=_("Back to the visit"),
        heading=_("A group of the visit"),
    )


@login_required
def remove_group(request: SignedInRequest, reference: str, pk: int, group: int) -> HttpResponse:
    """Take a group away, after one look."""
    event, session = to_edit(request, reference, pk)
    row = get_object_or_404(VisitGroup, visit__session=session, pk=group)

    return answer(
        request,
        event,
        forms.Form(posted(request)),
        partial(acts.remove_group, row, by=request.user),
        said=_("The group is removed."),
        back_url=home(session),
        back=_("Back to the visit"),
        heading=_("Remove “%(name)s”?") % {"name": row},
        lede=_("Its people keep their seat on the visit and are without a group."),
        submit=_("Remove"),
    )


@login_required
def write_visit_note(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Note something for everybody who has a part in the event."""
    session = find_visit(request, reference, pk)
    event = session.event
    policies.require(request.user, "events.write_visit_note", session)
    return answer(
        request,
        event,
        NoteForm(request.POST or None),
        partial(acts.write_visit_note, session, by=request.user),
        said=_("The note is kept."),
        back_url=home(session),
        back=_("Back to the visit"),
        heading=_("Write a note of the visit"),
        submit=_("Keep the note"),
    )


@login_required
def remove_visit_note(request: SignedInRequest, reference: str, pk: int, note: int) -> HttpResponse:
    """Take a note away: one's own, or as an officer anybody's."""
    session = find_visit(request, reference, pk)
    event = session.event
    row = get_object_or_404(VisitNote, session=session, pk=note)
    if row.by_id != request.user.pk:
        policies.require(request.user, "events.edit_visit", session)
    return answer(
        request,
        event,
        forms.Form(posted(request)),
        partial(acts.remove_visit_note, row, by=request.user),
        said=_("The note is removed."),
        back_url=home(session),
        back=_("Back to the visit"),
        template="events/remove_visit_note.html",
        note=row,
    )
