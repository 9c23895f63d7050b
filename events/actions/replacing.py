"""Confirm that one comes, say that one does not, and let an alternate take the place."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core import journal, policies
from core.refusal import RefusedError, refusing
from events import signals
from events.actions.inviting import expect_reason, lock_nominee
from events.actions.seats import fill_seats, lock_event
from events.enums import ParticipantStatus, Verdict
from events.models import Delegation, Participant
from events.workflow import taking_part
from people.models import User

UNDECIDED = (ParticipantStatus.NOMINATED, ParticipantStatus.CHECKED)
HOLDS_A_PLACE = (ParticipantStatus.ACCEPTED, ParticipantStatus.ATTENDING)
MAY_TAKE_OVER = (ParticipantStatus.RESERVE, ParticipantStatus.CHECKED)


@transaction.atomic
def confirm_participation(participant: Participant, *, by: User | None) -> Participant:
    """Say that the accepted person comes. `by=None` is the person himself, by the link of the letter."""
    row = lock_nominee(participant)
    row = taking_part.take(row, "confirm", by=by, updated_at=timezone.now())
    signals.participation_confirmed.send(Participant, participant=row, by=by)
    return row


@transaction.atomic
def withdraw_participant(participant: Participant, *, by: User, reason: str) -> Participant:
    """Say that a member of a delegation does not come, with reasons. The place stays open for an alternate.

    Refused for those who registered on their own: they cancel their registration.
    """
    expect_reason(reason)
    if participant.delegation_id is None:
        raise RefusedError(_("This person registered without a delegation and cancels the registration instead."))
    event = lock_event(participant.event)
    row = lock_nominee(participant)
    row = taking_part.take(row, "withdraw", by=by, reason=reason, sequence=row.sequence + 1, updated_at=timezone.now())
    _leave_the_head(row)
    signals.participant_withdrawn.send(Participant, participant=row, by=by, reason=reason)
    fill_seats(event)
    return row


def _leave_the_head(row: Participant) -> None:
    Delegation.objects.filter(participants=row, head=row).update(head=None)


@transaction.atomic
def replace_participant(participant: Participant, *, by: User, alternate: Participant, reason: str) -> Participant:
    """Let an alternate of the same delegation come in somebody's place; returns the one who comes.

    Exactly one place passes over: that of a nominee before both sides have decided, afterwards the place that was
    accepted, also when its holder has withdrawn earlier. Refused for a place that was passed on already, for somebody
    of another delegation, and for an alternate whom the centre has not checked.
    """
    expect_reason(reason)
    policies.require(by, "events.replace_participant", participant)
    event = lock_event(participant.event)
    row = lock_nominee(participant)
    other = taking_part.lock(alternate)
    _expect_replaceable(row, other)
    had_place, was_head = row.accepted_at is not None, row.delegation is not None and row.delegation.head_id == row.pk
    now = timezone.now()
    if row.status != ParticipantStatus.WITHDRAWN:
        row = taking_part.take(row, "withdraw", by=by, reason=reason, sequence=row.sequence + 1, updated_at=now)
    _leave_the_head(row)
    passed: dict[str, Any] = {"replaces": row, "is_alternate": False, "order": row.order, "updated_at": now}
    if had_place:
        no_seat = _("The seat has been given to somebody else meanwhile, and the event has no other.")
        with refusing({"event_never_oversold": no_seat}):
            other = taking_part.take(
                other, "take_over", by=None, verdict=Verdict.ACCEPT, verdict_reason="", accepted_at=now, **passed
            )
    else:
        for name, value in passed.items():
            setattr(other, name, value)
        other.save(update_fields=list(passed))
    if was_head:
        Delegation.objects.filter(participants=other).update(head=other)
    journal.write(other, "replace", by=by, reason=reason, data={"replaces": row.pk})
    signals.participant_replaced.send(Participant, participant=other, replaced=row, by=by, reason=reason)
    fill_seats(event)
    return other


def _expect_replaceable(row: Participant, other: Participant) -> None:
    left = row.status == ParticipantStatus.WITHDRAWN and row.accepted_at is not None
    if row.status not in (*UNDECIDED, *HOLDS_A_PLACE) and not left:
        raise RefusedError(_("%(name)s holds no place that could pass to somebody else.") % {"name": row})
    if Participant.objects.filter(replaces=row).exists():
        raise RefusedError(_("Somebody comes in place of %(name)s already.") % {"name": row})
    if other.delegation_id != row.delegation_id or other.pk == row.pk:
        raise RefusedError(_("Choose an alternate of the same delegation."))
    if row.accepted_at is None:
        fits = other.is_alternate and other.status in UNDECIDED
    else:
        fits = other.status in MAY_TAKE_OVER and (other.is_alternate or other.status == ParticipantStatus.RESERVE)
    if not fits:
        raise RefusedError(
            _("%(name)s cannot take the place over: the centre has not checked this alternate, or he no longer waits.")
            % {"name": other}
        )


def may_take_over(participant: Participant) -> list[Participant]:
    """The alternates of the delegation among whom a replacement is chosen, in their order."""
    rows = Participant.objects.filter(delegation=participant.delegation_id).exclude(pk=participant.pk)
    if participant.accepted_at is None:
        rows = rows.filter(is_alternate=True, status__in=UNDECIDED)
    else:
        reserve = rows.filter(status=ParticipantStatus.RESERVE)
        rows = reserve | rows.filter(is_alternate=True, status=ParticipantStatus.CHECKED)
    return list(rows.order_by("order", "pk"))
