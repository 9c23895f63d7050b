"""The grid of delegations, inviting, reminding, for officers; and the page of one delegation, for everybody in it."""

from collections import Counter
from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core import policies
from core.forms import ReasonForm, attempt
from core.localised import LANGUAGE_NAMES
from core.sheets import csv_response
from events import workflow
from events.actions import handing_in, inviting
from events.completeness import Item, items_of
from events.enums import DelegationStatus
from events.forms.delegations import DelegationForm, InviteForm, RemindForm, SendForm
from events.models import Delegation, Event
from events.presentation import letters
from events.presentation.delegations import (
    ASKED,
    PHRASES,
    SHAPES,
    ask_of,
    buttons_of,
    grid_of,
    members_of,
    owed_of,
    papers_of,
    reminders_of,
    table_of,
)
from events.presentation.lists import lists_of, state_of_list
from events.presentation.page import page_of_event
from events.views.finding import find_event, screen
from events.views.stepping import answer
from papers.responses import pdf_response
from people.audience import holders_in_country, holders_in_organisation
from people.enums import Function
from people.history import history_of
from people.models import Appointment, User
from people.requests import SignedInRequest


def find_delegation(request: SignedInRequest, event: Event, pk: int, **columns: str) -> Delegation:
    """The delegation, as far as the reader may see it; else 404. `columns` mark it with what the reader may do."""
    rows = Delegation.objects.visible_to(request.user).filter(event=event).with_permissions(request.user, **columns)
    delegation = get_object_or_404(rows.select_related("organisation", "country", "head"), pk=pk)
    delegation.event = event
    return delegation


# --- All of them -----------------------------------------------------------------------------------------------------


@login_required
def delegations(request: SignedInRequest, reference: str) -> HttpResponse:
    """The grid, for officers and co-directors; whoever belongs to one delegation is led to that."""
    event = find_event(request, reference)
    context = page_of_event(request, event, "delegations", "events.edit")
    if "events.view_whole" not in context["granted"]:
        mine = Delegation.objects.visible_to(request.user).filter(event=event).first()
        if mine is None:
            raise Http404
        return redirect(mine.get_absolute_url())
    context |= {"grid": grid_of(event), "lists": [(row, state_of_list(row)) for row in lists_of(event)]}
    return render(request, "events/delegations.html", context)


@login_required
def delegations_csv(request: SignedInRequest, reference: str) -> StreamingHttpResponse:
    """The same grid as a table."""
    event = find_event(request, reference)
    policies.require(request.user, "events.view_whole", event)
    name = event.reference + " " + _("delegations") + ".csv"
    table = table_of(event)
    return csv_response(name, next(table), table)


@login_required
def invite_bodies(request: SignedInRequest, reference: str) -> HttpResponse:
    """Choose bodies and send each its letter, or keep the invitations in preparation."""
    event = find_event(request, reference, "programme", "centre")
    policies.require(request.user, "events.edit", event)
    back = reverse("events:delegations", args=[event.reference])
    form = InviteForm(request.POST or None, event=event)
    if form.is_valid():
        sends = "keep" not in request.POST
        made = attempt(form, inviting.invite_bodies, event, by=request.user, sends=sends, **form.cleaned_data)
        if made:
            messages.success(request, _invited(len(made), sends=sends))
            return redirect(back)
    return render(
        request, "events/invite_bodies.html", screen(event, form, back_url=back, back=_("Back to the delegations"))
    )


def _invited(count: int, *, sends: bool) -> str:
    if sends:
        return ngettext("%(count)s invitation is sent.", "%(count)s invitations are sent.", count) % {"count": count}
    return ngettext(
        "%(count)s invitation is prepared. Only the centre sees it.",
        "%(count)s invitations are prepared. Only the centre sees them.",
        count,
    ) % {"count": count}


@login_required
def remind_delegations(request: SignedInRequest, reference: str) -> HttpResponse:
    """Choose items, see who would get which letter, then send them all at once."""
    event = find_event(request, reference)
    policies.require(request.user, "events.edit", event)
    back = reverse("events:delegations", args=[event.reference])
    wanted = items_of(event)
    asked = request.POST if request.method == "POST" else request.GET
    form = RemindForm(asked if "items" in asked or request.method == "POST" else None, items=wanted)
    reminders = []
    if form.is_valid():
        chosen = [Item(one) for one in form.cleaned_data["items"]]
        if request.method == "POST":
            told = attempt(form, handing_in.remind_delegations, event, by=request.user, items=chosen)
            if told:
                count = len(told)
                said = ngettext("%(count)s delegation is reminded.", "%(count)s delegations are reminded.", count)
                messages.success(request, said % {"count": count})
                return redirect(back)
        else:
            reminders = reminders_of(event, chosen, _readers(event))
    context = screen(event, form, back_url=back, back=_("Back to the delegations"), reminders=reminders)
    context["was_asked"] = form.is_bound and form.is_valid()
    return render(request, "events/remind_delegations.html", context)


def _readers(event: Event) -> dict[int, int]:
    """How many people of each delegation get a letter: its focal points, and the contact points of its country."""
    rows = list(event.delegations.values_list("pk", "organisation", "country"))
    held = Appointment.objects.current().filter(user__is_active=True)
    bodies, countries = [row[1] for row in rows], [row[2] for row in rows]
    focal = held.filter(function=Function.FOCAL_POINT, organisation__in=bodies).values_list("organisation", "user")
    contact = held.filter(function=Function.CONTACT_POINT, organisation__country__in=countries)
    of_body = Counter(body for body, _user in set(focal))
    of_country = Counter(code for code, _user in set(contact.values_list("organisation__country", "user")))
    return {pk: of_body[body] + of_country[code] for pk, body, code in rows}


# --- One of them -----------------------------------------------------------------------------------------------------


@login_required
def delegation(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Invitation, people, papers, what is owed by when, history: for its own body, its country and the centre."""
    event = find_event(request, reference)
    asked = {f"may_{name.partition('.')[2]}": name for name in ASKED}
    row = find_delegation(request, event, pk, **asked)
    granted = {name for column, name in asked.items() if getattr(row, column)}
    buttons, members = buttons_of(row, request.user, granted, event), members_of(row, request.user)
    context = {
        **page_of_event(request, event, "delegations"),
        "delegation": row,
        "shape": SHAPES[DelegationStatus(row.status)],
        "buttons": buttons,
        "ask": ask_of(row, buttons, members),
        "owed": owed_of(event, row),
        "members": members,
        "papers": papers_of(row),
        "may_nominate": "nominate" in buttons,
        "history": history_of(row, PHRASES, centre=event.centre),
    }
    return render(request, "events/delegation.html", context)


def back_to(delegation: Delegation) -> dict[str, str]:
    """Where the screens of one delegation lead back to."""
    words = _("Back to the delegation: %(body)s") % {"body": delegation.organisation.name}
    return {"back_url": delegation.get_absolute_url(), "back": words}


@login_required
def invite_delegation(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Send an invitation that was prepared."""
    event = find_event(request, reference)
    row = find_delegation(request, event, pk)
    workflow.inviting.expect(row, "invite", by=request.user)
    return answer(
        request,
        event,
        SendForm(request.POST or None),
        partial(inviting.invite_delegation, row, by=request.user),
        heading=_("Send the invitation"),
        submit=_("Send"),
        said=_("The invitation is sent."),
        **back_to(row),
    )


@login_required
def edit_delegation(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Move the quota or the due time."""
    event = find_event(request, reference)
    row = find_delegation(request, event, pk)
    policies.require(request.user, "events.edit_delegation", row)
    return answer(
        request,
        event,
        DelegationForm(request.POST or None, delegation=row),
        partial(inviting.edit_delegation, row, by=request.user),
        heading=_("Quota and due time"),
        said=_("The delegation is saved."),
        **back_to(row),
    )


@login_required
def cancel_delegation(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Take the invitation back."""
    event = find_event(request, reference)
    row = find_delegation(request, event, pk)
    workflow.inviting.expect(row, "cancel", by=request.user)
    return answer(
        request,
        event,
        ReasonForm(request.POST or None, hint=_("The invited body reads them. Its people lose their places.")),
        partial(inviting.cancel_delegation, row, by=request.user),
        heading=_("Withdraw the invitation"),
        submit=_("Withdraw the invitation"),
        said=_("The invitation is withdrawn."),
        back_url=reverse("events:delegations", args=[event.reference]),
    )


@login_required
def decline_invitation(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Say that nobody comes."""
    event = find_event(request, reference)
    row = find_delegation(request, event, pk)
    workflow.inviting.expect(row, "decline", by=request.user)
    return answer(
        request,
        event,
        ReasonForm(request.POST or None, hint=_("The officers of the centre read them.")),
        partial(inviting.decline_invitation, row, by=request.user),
        heading=_("Decline the invitation"),
        submit=_("Decline the invitation"),
        said=_("The invitation is declined. The centre has been told."),
        **back_to(row),
    )


# --- Its letters -----------------------------------------------------------------------------------------------------


@login_required
def invitation_letter(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """The invitation as PDF, in the language of those it goes to or the one asked for."""
    event = find_event(request, reference)
    row = find_delegation(request, event, pk)
    if row.letter_on is None:
        raise Http404
    language = _language(request, row)
    return pdf_response(letters.invitation_pdf(row, language=language), f"{event.reference}-{row.country_id}.pdf")


@login_required
def acknowledgement_letter(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """The receipt of the nomination as PDF."""
    event = find_event(request, reference)
    row = find_delegation(request, event, pk)
    if row.forwarded_at is None:
        raise Http404
    language = _language(request, row)
    return pdf_response(letters.acknowledgement_pdf(row, language=language), f"{event.reference}-{row.country_id}.pdf")


def _language(request: SignedInRequest, row: Delegation) -> str:
    asked = request.GET.get("language", "")
    if asked in LANGUAGE_NAMES:
        return asked
    focal: list[User] = list(holders_in_organisation(row.organisation_id, Function.FOCAL_POINT))
    return letters.language_for(focal or list(holders_in_country(row.country_id, Function.CONTACT_POINT)))
