"""Seats: one's own, and the groups of a visit."""

from functools import partial

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from core.forms import attempt
from core.paging import page_of
from core.stepping import posted
from events.actions import booking as acts
from events.enums import SessionKind
from events.forms.visits import AssignForm, SeatForm
from events.models import Event, Participant, Seat, Session
from events.presentation import visits as words
from events.presentation.page import granted_on, page_of_event
from events.presentation.sessions import show_released
from events.views.finding import find_event
from events.views.numbers import numbers_of
from events.views.stepping import answer
from events.views.visits import home, to_edit
from people.requests import SignedInRequest

SIZE = 100


def _find(request: HttpRequest, reference: str, pk: int) -> tuple[Event, Session, Participant]:
    """Event, session and the reader's own place in the event: 404 for whoever sees no session, 403 without a place."""
    event = find_event(request, reference)
    rows = Session.objects.visible_to(request.user).filter(event=event).select_related("stop", "visit")
    session = get_object_or_404(rows, pk=pk)
    session.event = event
    mine = words.mine_in(event, request.user)
    if mine is None:
        raise PermissionDenied("events.book_seat")
    if "events.view_whole" not in granted_on(event, request.user):
        show_released(event, [session])
    return event, session, mine


def _back(session: Session) -> str:
    return home(session) if session.kind == SessionKind.VISIT else session.get_absolute_url()


@login_required
def book_seat(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Take a seat, or move to another group."""
    event, session, mine = _find(request, reference, pk)
    groups = acts.groups_of(session)
    seat = Seat.objects.filter(session=session, participant=mine).first()
    form = SeatForm(
        posted(request),
        groups=groups,
        initial={"group": seat.group_id} if seat else None,
    )
    return answer(
        request,
        event,
        form,
        partial(acts.book_seat, session, mine, by=request.user),
        said=_("The seat is yours."),
        back_url=_back(session),
        back=_("Back to “%(session)s”") % {"session": session.title},
        heading=_("A seat: %(session)s") % {"session": session.title},
        lede=_("Give it back when you cannot come, so that somebody else can."),
        submit=_("Change the group") if seat else _("Take the seat"),
    )


@login_required
def give_back_seat(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Leave the own seat to somebody else."""
    event, session, mine = _find(request, reference, pk)

    return answer(
        request,
        event,
        forms.Form(posted(request)),
        partial(acts.give_back_seat, session, mine, by=request.user),
        said=_("The seat is given back."),
        back_url=_back(session),
        back=_("Back to “%(session)s”") % {"session": session.title},
        heading=_("Give your seat back: %(session)s") % {"session": session.title},
        lede=_("Somebody else may take it at once."),
        submit=_("Give the seat back"),
    )


@login_required
def visit_groups(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Who goes with which group; the chosen are put into one."""
    event, session = to_edit(request, reference, pk)
    groups = words.place_of(session).groups
    form = AssignForm(posted(request), groups=groups)
    if form.is_valid():
        chosen = list(event.participants.filter(pk__in=numbers_of(request.POST.getlist("chosen"))))
        done = attempt(form, acts.assign_group, session, chosen, by=request.user, **form.cleaned_data)
        if done:
            said = ngettext("%(count)s person is in the group.", "%(count)s people are in the group.", done)
            messages.success(request, said % {"count": done})
            return redirect(request.get_full_path())
    named = {group.pk: group for group in groups}
    page = page_of(words.visitors(event, session), request.GET, order="family_name", size=SIZE)
    context = page_of_event(request, event, "visits")
    context |= {
        "session": session,
        "form": form,
        "place": words.place_of(session),
        "groups": groups,
        "page": page,
        "rows": [(one, named.get(one.group_pk), one.seat_pk) for one in page.rows],  # type: ignore[attr-defined]
    }
    return render(request, "events/visit_groups.html", context)


@login_required
@require_POST
def balance_groups(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Divide all visitors anew."""
    event, session = to_edit(request, reference, pk)
    done = acts.balance_groups(session, by=request.user)
    said = ngettext("%(count)s visitor is divided into groups.", "%(count)s visitors are divided into groups.", done)
    messages.success(request, said % {"count": done})
    return redirect(reverse("events:visit_groups", args=[event.reference, session.pk]))
