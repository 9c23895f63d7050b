"""Who may invite, nominate, accept and see the people of an event.

A delegation's papers are seen by its own body and the contact point of its country, by the officers and by both
co-directors; by no other delegation.
"""

from typing import Any

from django.db.models import Exists, OuterRef, Q

from core.policies import NOBODY, rule
from events.addresses import at_address
from events.enums import DelegationStatus, Duty, EventStatus, ParticipantStatus
from events.models import Event, Participant
from events.policies.parts import (
    SENT,
    checked_by,
    delegated_by,
    delegation_of,
    held_by,
    keys_of_parts,
    named_for,
    nominated_by,
    run_by,
    within,
)

OPEN = Q(event__in=Event.objects.filter(status__in=(EventStatus.PLANNED, EventStatus.ANNOUNCED)).values("pk"))


def belongs_to(user: Any) -> Q:
    """On a delegation: those it has nominated, with an account."""
    own = Participant.objects.filter(delegation=OuterRef("pk"), user=user)
    return Q(Exists(own.filter(status__in=ParticipantStatus.present()))) & SENT


def is_oneself(user: Any) -> Q:
    """On a participant: the person."""
    return Q(user=user)


# --- Delegations -----------------------------------------------------------------------------------------------------


@rule("events.view_delegation")
def view_delegation(user: Any) -> Q:
    """Its own body and its participants, the contact point of its country, officers and both co-directors."""
    return within(held_by(user)) | delegated_by(user) & SENT | belongs_to(user)


@rule("events.edit_delegation")
def edit_delegation(user: Any) -> Q:
    """Programme officers: quota, due time, head, order."""
    return within(run_by(user)) & OPEN


@rule("events.invite_delegation")
def invite_delegation(user: Any) -> Q:
    """Programme officers."""
    return within(run_by(user)) & OPEN


@rule("events.cancel_delegation")
def cancel_delegation(user: Any) -> Q:
    """Programme officers."""
    return within(run_by(user)) & OPEN


@rule("events.nominate")
def nominate(user: Any) -> Q:
    """The focal points of the body and the contact point of the country; the act says until when."""
    return nominated_by(user) & OPEN


@rule("events.submit_nomination")
def submit_nomination(user: Any) -> Q:
    """The focal points of the body and the contact point of the country."""
    return nominated_by(user)


@rule("events.forward_nomination")
def forward_nomination(user: Any) -> Q:
    """The contact point of the country."""
    return checked_by(user)


@rule("events.return_nomination")
def return_nomination(user: Any) -> Q:
    """The contact point while it lies there, a programme officer once it has come in."""
    return checked_by(user) & Q(status=DelegationStatus.SUBMITTED) | within(run_by(user)) & Q(
        status=DelegationStatus.FORWARDED
    )


@rule("events.decline_invitation")
def decline_invitation(user: Any) -> Q:
    """The focal points of the body and the contact point of the country."""
    return nominated_by(user)


@rule("events.hand_in_paper")
def hand_in_paper(user: Any) -> Q:
    """The body, the contact point, those nominated, and the officers for a paper that came by post."""
    coming = Q(status__in=DelegationStatus.coming())
    return (delegated_by(user) | belongs_to(user) | within(run_by(user))) & coming & OPEN


@rule("events.name_head")
def name_head(user: Any) -> Q:
    """The focal points, the contact point and the officers."""
    return (nominated_by(user) | within(run_by(user))) & Q(status__in=DelegationStatus.coming()) & OPEN


@rule("events.remind_delegation")
def remind_delegation(user: Any) -> Q:
    """Programme officers."""
    return within(run_by(user)) & Q(status__in=DelegationStatus.coming()) & OPEN


# --- Participants ----------------------------------------------------------------------------------------------------


@rule("events.view_participant")
def view_participant(user: Any) -> Q:
    """The person, the body and the contact point that sent him, officers and both co-directors."""
    return is_oneself(user) | delegation_of(delegated_by(user) & SENT) | within(held_by(user))


@rule("events.edit_participant")
def edit_participant(user: Any) -> Q:
    """The nominating focal point until the nomination is sent; officers, and the person, until the event is closed."""
    awaited = nominate(user) & Q(status=DelegationStatus.INVITED)
    return (delegation_of(awaited) | is_oneself(user) | within(run_by(user))) & OPEN


@rule("events.check_participant")
def check_participant(user: Any) -> Q:
    """Programme officers, once the nomination has come in."""
    came_in = delegation_of(Q(status=DelegationStatus.FORWARDED))
    return within(run_by(user)) & came_in


@rule("events.decide_by_list")
def decide_by_list(user: Any) -> Q:  # noqa: ARG001  nobody may, whoever asks
    """Nobody alone: the list that both sides have signed does it."""
    return NOBODY


@rule("events.approve_registration")
def approve_registration(user: Any) -> Q:
    """Programme officers, on people who registered on their own."""
    return within(run_by(user)) & Q(delegation=None)


@rule("events.confirm_participation")
def confirm_participation(user: Any) -> Q:
    """The person, and the focal points of the body that sent him."""
    return is_oneself(user) | delegation_of(nominated_by(user))


@rule("events.withdraw_participant")
def withdraw_participant(user: Any) -> Q:
    """The person, the focal points of the body, the officers."""
    return (is_oneself(user) | delegation_of(nominated_by(user)) | within(run_by(user))) & OPEN


@rule("events.replace_participant")
def replace_participant(user: Any) -> Q:
    """The focal points of the body and the officers, by an alternate of the same delegation."""
    return (delegation_of(nominated_by(user)) | within(run_by(user))) & Q(is_alternate=False) & OPEN


@rule("events.view_travel")
def view_travel(user: Any) -> Q:
    """The person, and the officers named for the travel desk of the event; every opening stands in the journal."""
    return is_oneself(user) | within(named_for(user, Duty.TRAVEL))


@rule("events.edit_travel")
def edit_travel(user: Any) -> Q:
    """The person, and the travel desk."""
    return view_travel(user) & Q(status__in=ParticipantStatus.present())


@rule("events.edit_visa")
def edit_visa(user: Any) -> Q:
    """Where the visa stands: the travel desk and the officers."""
    return within(run_by(user) | named_for(user, Duty.TRAVEL)) & OPEN


# --- The list that both sides accept ---------------------------------------------------------------------------------


@rule("events.view_list")
def view_list(user: Any) -> Q:
    """Officers and both co-directors."""
    return within(held_by(user))


@rule("events.accept_list")
def accept_list(user: Any) -> Q:
    """The co-director of either side."""
    found = NOBODY
    for condition in keys_of_parts(user).values():
        found |= condition
    return found


@rule("events.withdraw_list")
def withdraw_list(user: Any) -> Q:
    """Programme officers, and the co-director of a side that objects: a list sent back is not signed for by silence."""
    return within(held_by(user))


# --- On the day ------------------------------------------------------------------------------------------------------


@rule("events.mark_attendance")
def mark_attendance(user: Any) -> Q:
    """On an event: its officers, and those named for the door."""
    return run_by(user) | named_for(user, Duty.DOOR)


@rule("events.book_seat")
def book_seat(user: Any) -> Q:
    """On a participant: the person and the officers, for those who hold a place in the event."""
    return (is_oneself(user) | within(run_by(user))) & Q(status__in=ParticipantStatus.seated())


@rule("events.claim")
def claim(user: Any) -> Q:
    """On a participant: whoever signs in with the address that was entered, while nobody has claimed it."""
    return Q(user=None, anonymised_at=None) & at_address(user.email)


@rule("events.renew_links")
def renew_links(user: Any) -> Q:
    """On a participant: the person, and the officers, who see neither the old link nor the new one."""
    return is_oneself(user) | within(run_by(user))


@rule("events.renew_calendar_address")
def renew_calendar_address(user: Any) -> Q:
    """On a participant: the person alone, whose calendar it is."""
    return is_oneself(user)
