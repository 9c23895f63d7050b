"""Invite bodies to send a delegation; move what was set, take an invitation back, decline it."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core import journal, policies
from core.refusal import RefusedError, refusing
from events import signals
from events.actions.seats import fill_seats, lock_event
from events.enums import DelegationStatus, EventStatus, ParticipantStatus
from events.models import Delegation, Event, Participant
from events.workflow import inviting, taking_part
from people.models import Organisation, User


@transaction.atomic
def invite_bodies(
    event: Event,
    *,
    by: User,
    organisations: Iterable[Organisation],
    quota: int,
    due_at: datetime,
    letter_number: str = "",
    letter_on: date | None = None,
    sends: bool = True,
) -> list[Delegation]:
    """Invite several bodies at once; `sends=False` keeps the invitations in preparation, seen by the centre alone.

    Several letters under one number are told apart by what stands after the stroke. Refused for an event without
    delegations, and for a body that has been invited already.
    """
    policies.require(by, "events.edit", event)
    if not event.takes_delegations():
        raise RefusedError(_("This event takes no delegations: its quota is 0."))
    made = [_prepare(event, body, by=by, quota=quota, due_at=due_at) for body in organisations]
    if not sends:
        return made
    numbers = [f"{letter_number}/{position}" for position in range(1, len(made) + 1)]
    if not letter_number or len(made) == 1:
        numbers = [letter_number] * len(made)
    return [
        invite_delegation(delegation, by=by, letter_number=number, letter_on=letter_on)
        for delegation, number in zip(made, numbers, strict=True)
    ]


def _prepare(event: Event, body: Organisation, *, by: User, quota: int, due_at: datetime) -> Delegation:
    sentence = _("This body has been invited already: %(body)s.") % {"body": body}
    with refusing({"one_delegation_a_body": sentence}):
        delegation = Delegation.objects.create(
            event=event, organisation=body, country_id=body.country_id, quota=quota, due_at=due_at
        )
    journal.write(delegation, "prepare", by=by, to_state=DelegationStatus.PREPARED)
    return delegation


@transaction.atomic
def invite_delegation(
    delegation: Delegation, *, by: User, letter_number: str = "", letter_on: date | None = None
) -> Delegation:
    """Send the invitation: the focal points of the body and the contact point of the country get the letter.

    Refused before the event is announced, since they could not open it, and without a due time to come.
    """
    row = inviting.lock(delegation)
    if row.event.status != EventStatus.ANNOUNCED:
        raise RefusedError(_("Announce the event first: until then the invited bodies do not see it."))
    now = timezone.now()
    if row.due_at is None or row.due_at <= now:
        raise RefusedError(_("Set a time to come by which the nomination is due."))
    row = inviting.take(
        row,
        "invite",
        by=by,
        invited_at=now,
        letter_number=letter_number,
        letter_on=letter_on or timezone.localdate(),
    )
    signals.delegation_invited.send(Delegation, delegation=row, by=by)
    return row


@transaction.atomic
def edit_delegation(delegation: Delegation, *, by: User, quota: int, due_at: datetime | None) -> Delegation:
    """Move the quota or the due time. Refused below the number that is nominated already.

    A due time that was moved is reminded of anew.
    """
    row = inviting.lock(delegation)
    policies.require(by, "events.edit_delegation", row)
    if row.status not in (DelegationStatus.PREPARED, *DelegationStatus.coming()):
        raise RefusedError(_("This delegation does not come any more."))
    before = {"quota": row.quota, "due": row.due_at.isoformat() if row.due_at else None}
    if row.due_at != due_at:
        row.nomination_reminded_at = None
    row.quota, row.due_at = quota, due_at
    with refusing({"delegation_within_quota": _("The delegation has nominated more people than that already.")}):
        row.save(update_fields=["quota", "due_at", "nomination_reminded_at"])
    journal.write(row, "edit_delegation", by=by, data={"before": before, "quota": quota})
    return row


@transaction.atomic
def cancel_delegation(delegation: Delegation, *, by: User, reason: str) -> Delegation:
    """Take the invitation back, with reasons. Whoever held a place in the delegation loses it, and is told."""
    expect_reason(reason)
    event = lock_event(delegation.event)
    row = inviting.lock(delegation)
    was_sent = row.invited_at is not None
    row = inviting.take(row, "cancel", by=by, reason=reason, head=None)
    _release_everybody(row, by=by, reason=reason)
    fill_seats(event)
    if was_sent:
        signals.delegation_cancelled.send(Delegation, delegation=row, by=by, reason=reason)
    return row


@transaction.atomic
def decline_invitation(delegation: Delegation, *, by: User, reason: str) -> Delegation:
    """Say that nobody comes, and why. Nominees that were entered so far are withdrawn; they have been told nothing."""
    expect_reason(reason)
    row = inviting.lock(delegation)
    row = inviting.take(row, "decline", by=by, reason=reason, decline_reason=reason, head=None)
    _release_everybody(row, by=by, reason=reason)
    signals.invitation_declined.send(Delegation, delegation=row, by=by, reason=reason)
    return row


def _release_everybody(delegation: Delegation, *, by: Any, reason: str) -> None:
    """Withdraw the people of a delegation that does not come, within the act that says so."""
    there = Participant.objects.present().exclude(status=ParticipantStatus.ATTENDED).filter(delegation=delegation)
    for one in there.order_by("pk"):
        told = one.accepted_at is not None or one.status == ParticipantStatus.RESERVE
        row = taking_part.take(one, "withdraw", by=None, reason=reason, sequence=one.sequence + 1)
        if told:
            signals.participant_withdrawn.send(Participant, participant=row, by=by, reason=reason)


def lock_nominee(participant: Participant) -> Participant:
    """The delegation first, then its person: every act takes them in this order, so none waits in a ring."""
    if participant.delegation_id:
        inviting.lock(Delegation(pk=participant.delegation_id))
    return taking_part.lock(participant)


def expect_reason(reason: str) -> None:
    """Refuse to act without reasons where somebody else has to live with them."""
    if not reason.strip():
        raise RefusedError(_("Write the reasons: those concerned read them."))
