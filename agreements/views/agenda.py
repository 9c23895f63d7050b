"""The agenda of a session: items added, worded, moved, removed."""

from functools import partial

from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agreements.actions import agenda as acts
from agreements.actions.sessions import expect_ahead
from agreements.forms.session_papers import ItemForm
from agreements.models import AgendaItem, CommitteeSession
from agreements.views.committee_finding import find_run
from agreements.views.stepping import answer
from core.stepping import posted
from people.requests import SignedInRequest


def _item(session: CommitteeSession, number: int) -> AgendaItem:
    return get_object_or_404(session.items, number=number)


@login_required
def add_item(request: SignedInRequest, reference: str) -> HttpResponse:
    """Put an item at the end."""
    session = find_run(request, reference)
    expect_ahead(session)
    return answer(
        request,
        session,
        ItemForm(request.POST or None),
        partial(acts.add_item, session, by=request.user),
        said=_("The item is on the agenda."),
        part="agenda",
        heading=_("Add an item to the agenda"),
        submit=_("Add the item"),
    )


@login_required
def edit_item(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Word an item anew."""
    session = find_run(request, reference)
    expect_ahead(session)
    item = _item(session, number)
    return answer(
        request,
        session,
        ItemForm(request.POST or None, item=item),
        partial(acts.edit_item, item, by=request.user),
        said=_("The item is changed."),
        part="agenda",
        heading=_("Item %(number)d of the agenda") % {"number": number},
    )


@login_required
@require_POST
def move_item(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Up or down, by a button beside the item."""
    session = find_run(request, reference)
    direction = acts.UP if request.POST.get("direction") == acts.UP else acts.DOWN
    acts.move_item(_item(session, number), by=request.user, direction=direction)
    return redirect(f"{session.get_absolute_url()}#agenda")


@login_required
def remove_item(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Take an item off, asked once more."""
    session = find_run(request, reference)
    expect_ahead(session)
    item = _item(session, number)
    return answer(
        request,
        session,
        Form(posted(request)),
        partial(acts.remove_item, item, by=request.user),
        said=_("The item is off the agenda."),
        part="agenda",
        heading=_("Take item %(number)d off the agenda") % {"number": number},
        lede=_("The items after it move up. Its papers stay with the session as a whole."),
        submit=_("Take it off"),
    )
