"""What officers decide on registrations: one or many at once, each as its state allows."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core import journal, policies
from core.refusal import RefusedError
from events import signals
from events.actions.registering import cancel_registration
from events.actions.seats import fill_seats, free_seats, lock_event
from events.enums import ParticipantStatus
from events.models import Event, Participant
from events.workflow import taking_part
from people.models import User

MOST = 100  # decided at once: each is told by letter, in one transaction


class Decided(NamedTuple):
    """What became of those chosen. `passed_over` are those whose state did not allow it."""

    done: list[Participant]
    queued: list[Participant]
    passed_over: list[Participant]


@transaction.atomic
def approve_registrations(event: Event, chosen: Iterable[Participant], *, by: User) -> Decided:
    """Give a seat to those who wait for approval, in the order they came; who finds none goes to the waiting list.

    Those whose state has changed meanwhile are passed over and named.
    """
    event = lock_event(event)
    fill_seats(event)
    decided = Decided([], [], [])
    for participant in _rows(event, chosen, by=by):
        now = timezone.now()
        changes: dict[str, Any] = {"sequence": participant.sequence + 1, "updated_at": now}
        if participant.status != ParticipantStatus.APPLIED:
            decided.passed_over.append(participant)
        elif free_seats(event) == 0:
            row = taking_part.take(participant, "queue", by=by, queued_at=now, **changes)
            row.event = event
            signals.registration_received.send(Participant, participant=row, by=by)
            decided.queued.append(row)
        else:
            row = taking_part.take(participant, "approve", by=by, accepted_at=now, **changes)
            row.event = event
            signals.registration_approved.send(Participant, participant=row, by=by)
            decided.done.append(row)
    return decided


@transaction.atomic
def refuse_registrations(event: Event, chosen: Iterable[Participant], *, by: User, reason: str) -> Decided:
    """Refuse those who wait for approval or stand on the waiting list. They read the reasons in their letter."""
    if not reason.strip():
        raise RefusedError(_("Write why. The person reads it."))

    def refuse(event: Event, participant: Participant) -> Participant:
        now = timezone.now()
        row = taking_part.take(participant, "refuse", by=by, reason=reason, queued_at=None, updated_at=now)
        row.event = event
        signals.registration_refused.send(Participant, participant=row, reason=reason, by=by)
        return row

    return _each(event, chosen, refuse, by=by, sources=(ParticipantStatus.APPLIED, ParticipantStatus.WAITING))


@transaction.atomic
def cancel_registrations(event: Event, chosen: Iterable[Participant], *, by: User, reason: str) -> Decided:
    """End registrations on behalf of those who said so by telephone or letter; their seats go to who waits longest."""
    if not reason.strip():
        raise RefusedError(_("Write why. The history of the person keeps it."))

    def cancel(_event: Event, participant: Participant) -> Participant:
        return cancel_registration(participant, by=by, reason=reason)

    kept = {ParticipantStatus.ATTENDED}
    sources = [one for one in ParticipantStatus.present() if one not in kept]
    return _each(event, chosen, cancel, by=by, sources=sources)


def _each(
    event: Event,
    chosen: Iterable[Participant],
    act: Callable[[Event, Participant], Participant],
    *,
    by: User,
    sources: Iterable[str],
) -> Decided:
    event = lock_event(event)
    decided = Decided([], [], [])
    for participant in _rows(event, chosen, by=by):
        if participant.status in set(sources):
            decided.done.append(act(event, participant))
        else:
            decided.passed_over.append(participant)
    fill_seats(event)
    return decided


def _rows(event: Event, chosen: Iterable[Participant], *, by: User) -> list[Participant]:
    """Those chosen, as they stand now, first come first. Refused for more than MOST, and for members of delegations."""
    policies.require(by, "events.edit", event)
    pks = [participant.pk for participant in chosen]
    if not pks:
        raise RefusedError(_("Choose at least one person."))
    if len(pks) > MOST:
        raise RefusedError(_("Choose at most %(most)s people at a time.") % {"most": MOST})
    rows = Participant.objects.select_for_update(of=("self",)).filter(event=event, delegation=None, pk__in=pks)
    return list(rows.order_by("created_at", "pk"))


def export_participants(event: Event, *, by: User) -> None:
    """Note who took the list of participants out of the house. The list itself is streamed by the view."""
    policies.require(by, "events.view_whole", event)
    journal.write(event, "export_participants", by=by)
