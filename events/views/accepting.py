"""Screens on which nominees are checked, listed, accepted, confirmed, withdrawn and replaced."""

from functools import partial

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from core import policies
from core.forms import ReasonForm, attempt
from core.stepping import posted
from events.actions import accepting as acts
from events.actions import replacing
from events.enums import ParticipantStatus, Verdict
from events.forms.accepting import CheckForm, ListForm, ReplaceForm
from events.models import Event, NomineeCheck, Participant, ParticipantList
from events.presentation import members
from events.presentation.lists import LIST_PHRASES, groups_of, state_of_list
from events.presentation.page import page_of_event
from events.presentation.registration import answers_of, shape_of
from events.views.finding import find_event
from events.views.secret import by_secret, find_by_secret
from events.views.stepping import answer
from events.workflow import accepting, taking_part
from people.history import history_of
from people.keys import keys_of, steps_beside
from people.requests import SignedInRequest


def find_participant(request: SignedInRequest, event: Event, pk: int) -> Participant:
    """The participant, as far as the reader may see the person; else 404."""
    rows = Participant.objects.visible_to(request.user).filter(event=event)
    related = ("country", "replaces", "delegation__organisation", "delegation__country", "plan", "trip_report")
    found = get_object_or_404(rows.select_related(*related), pk=pk)
    found.event = event
    if found.delegation:
        found.delegation.event = event
    return found


def _back(person: Participant) -> dict[str, str]:
    return {"back_url": person.get_absolute_url(), "back": _("Back to %(name)s") % {"name": person}}


# --- One person ------------------------------------------------------------------------------------------------------


@login_required
def participant(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """One person: facts, state, what can be done, the other pages of the person, history."""
    event = find_event(request, reference)
    person = find_participant(request, event, pk)
    context = page_of_event(request, event, "participants")
    whole = "events.view_whole" in context["granted"]
    granted = policies.granted(request.user, members.ASKED, person)
    check = NomineeCheck.objects.filter(participant=person).select_related("by").first() if whole else None
    context |= {
        "person": person,
        "shape": shape_of(person.status),
        "buttons": members.buttons_of(person, event, request.user, granted),
        "pages": members.pages_of(person, event, granted),
        "replacement": Participant.objects.filter(replaces=person).first(),
        "is_decided": person.accepted_at is not None or person.list_entries.filter(list__status="accepted").exists(),
        "check": check,
        "points": members.points_of(check) if check else [],
        "answers": answers_of(person, event.registration_fields.all()) if person.answers else [],
        "history": history_of(person, members.PHRASES, centre=event.centre),
        "whole": whole,
    }
    return render(request, "events/participant.html", context)


@login_required
def check_participant(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Note what was checked, and what is proposed."""
    event = find_event(request, reference)
    person = find_participant(request, event, pk)
    taking_part.expect(person, "check", by=request.user)
    return answer(
        request,
        event,
        CheckForm(request.POST or None, participant=person),
        partial(acts.check_participant, person, by=request.user),
        template="events/check_participant.html",
        person=person,
        said=_("The check is noted."),
        submit=_("Confirm the check"),
        done_url=person.delegation.get_absolute_url() if person.delegation else "",
        **_back(person),
    )


@login_required
def uncheck_participant(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Take a check back."""
    event = find_event(request, reference)
    person = find_participant(request, event, pk)
    taking_part.expect(person, "uncheck", by=request.user)
    return answer(
        request,
        event,
        forms.Form(posted(request)),
        partial(acts.uncheck_participant, person, by=request.user),
        heading=_("Take the check of %(name)s back") % {"name": person},
        submit=_("Take the check back"),
        said=_("The check is taken back."),
        **_back(person),
    )


@login_required
def confirm_participation(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Say that the person comes."""
    event = find_event(request, reference)
    person = find_participant(request, event, pk)
    taking_part.expect(person, "confirm", by=request.user)
    return answer(
        request,
        event,
        forms.Form(posted(request)),
        partial(replacing.confirm_participation, person, by=request.user),
        heading=_("Confirm the participation of %(name)s") % {"name": person},
        submit=_("Confirm participation"),
        said=_("The participation is confirmed. The officers have been told."),
        **_back(person),
    )


@by_secret
def confirm_by_letter(request: HttpRequest, secret: str) -> HttpResponse:
    """The same for an accepted delegate without an account, by the link of the letter."""
    person = find_by_secret(secret)
    if person.delegation_id is None:
        raise Http404
    back_url = reverse("events:registration", args=[secret])
    if person.status in (ParticipantStatus.ATTENDING, ParticipantStatus.ATTENDED):
        return redirect(back_url)  # the link was followed twice
    form = forms.Form(posted(request))
    if form.is_valid() and attempt(form, replacing.confirm_participation, person, by=None):
        messages.success(request, _("Your participation is confirmed. The officers have been told."))
        return redirect(back_url)
    context = {"event": person.event, "person": person, "form": form, "back_url": back_url}
    return render(request, "events/confirm_by_letter.html", context)


@login_required
def withdraw_participant(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Say that a member of a delegation does not come."""
    event = find_event(request, reference)
    person = find_participant(request, event, pk)
    if person.delegation is None:
        raise Http404
    taking_part.expect(person, "withdraw", by=request.user)
    return answer(
        request,
        event,
        ReasonForm(request.POST or None, hint=_("The officers, the focal point and the person read them.")),
        partial(replacing.withdraw_participant, person, by=request.user),
        heading=_("Withdraw %(name)s") % {"name": person},
        lede=_("The place stays open for an alternate of the delegation."),
        submit=_("Withdraw the person"),
        said=_("The person is withdrawn."),
        **_back(person),
    )


@login_required
def replace_participant(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Let an alternate come instead."""
    event = find_event(request, reference)
    person = find_participant(request, event, pk)
    policies.require(request.user, "events.replace_participant", person)
    alternates = replacing.may_take_over(person)
    return answer(
        request,
        event,
        ReplaceForm(request.POST or None, alternates=alternates),
        partial(replacing.replace_participant, person, by=request.user),
        template="events/replace_participant.html",
        person=person,
        alternates=alternates,
        submit=_("Replace"),
        said=_("The place has passed to the alternate."),
        done_url=person.delegation.get_absolute_url() if person.delegation else "",
        **_back(person),
    )


# --- The list that both sides accept ---------------------------------------------------------------------------------


@login_required
def propose_list(request: SignedInRequest, reference: str) -> HttpResponse:
    """A proposal for each checked nominee, laid before both sides."""
    event = find_event(request, reference)
    policies.require(request.user, "events.edit", event)
    people = acts.nominees_to_decide(event)
    return answer(
        request,
        event,
        ListForm(posted(request), people=people),
        partial(acts.propose_list, event, by=request.user),
        template="events/propose_list.html",
        open_list=event.participant_lists.proposed().first(),
        submit=_("Propose to both sides"),
        said=_("The list lies before both sides."),
        back_url=reverse("events:delegations", args=[event.reference]),
        back=_("Back to the delegations"),
    )


def _find_list(request: SignedInRequest, event: Event, number: int) -> ParticipantList:
    rows = ParticipantList.objects.visible_to(request.user).select_related("by")
    found = get_object_or_404(rows, event=event, number=number)
    found.event = event
    return found


@login_required
def participant_list(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """The list as it was proposed, and both keys."""
    event = find_event(request, reference)
    row = _find_list(request, event, number)
    context = page_of_event(request, event, "delegations")
    row.event = event
    context |= {
        "list": row,
        "state": state_of_list(row),
        "groups": groups_of(row),
        "verdicts": Verdict,
        "keys": keys_of(row, accepting, "accept", request.user),
        "may_withdraw": "withdraw" in steps_beside(row, accepting, request.user),
        "history": history_of(row, LIST_PHRASES, centre=event.centre),
    }
    return render(request, "events/participant_list.html", context)


@login_required
def accept_list(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Turn one's own side's key."""
    event = find_event(request, reference)
    row = _find_list(request, event, number)
    accepting.expect(row, "accept", by=request.user)
    return answer(
        request,
        event,
        forms.Form(posted(request)),
        partial(acts.accept_list, row, by=request.user),
        heading=_("Accept list %(number)s") % {"number": row.number},
        lede=_("Your key stands for your side. With both keys everybody on the list is told the outcome."),
        submit=_("Turn the key"),
        said=_("Your side’s key is turned."),
        back_url=row.get_absolute_url(),
        back=_("Back to the list"),
    )


@login_required
def withdraw_list(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Take the list back, or object to it."""
    event = find_event(request, reference)
    row = _find_list(request, event, number)
    accepting.expect(row, "withdraw", by=request.user)
    return answer(
        request,
        event,
        ReasonForm(request.POST or None, hint=_("The officers and both co-directors read them.")),
        partial(acts.withdraw_list, row, by=request.user),
        heading=_("Withdraw list %(number)s") % {"number": row.number},
        lede=_("Nobody on the list is moved. The officers may propose another list."),
        submit=_("Withdraw the list"),
        said=_("The list is withdrawn."),
        back_url=row.get_absolute_url(),
        back=_("Back to the list"),
    )
