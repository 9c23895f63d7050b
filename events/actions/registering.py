"""Registering on one's own, changing what one wrote, cancelling.

No account is needed: the secret in the link of the letter will do.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core import journal, policies
from core.refusal import RefusedError, refusing
from events import signals
from events.actions.seats import fill_seats, free_seats, lock_event
from events.addresses import at_address
from events.enums import EventStatus, ParticipantStatus
from events.models import Event, Participant
from events.workflow import taking_part
from people.models import User

# What a person says about himself; the address is what letters went to, and stays.
OWN_WORDS = (
    *("given_name", "family_name", "given_name_own", "family_name_own", "own_language", "family_name_first"),
    *("language", "post", "organisation_name", "country", "needs_language", "answers"),
)


class Registered(NamedTuple):
    """The row, and whether it was written now: an address that is entered already stays as it is."""

    participant: Participant
    is_new: bool


@transaction.atomic
def register(event: Event, *, by: User | None, email: str, **words: Any) -> Registered:
    """Enter somebody who comes on his own: with a seat, for approval, or on the waiting list.

    `words` are OWN_WORDS. `by` is None for a visitor. Only the account whose own address this is becomes the owner of
    the row. An address that is entered already changes nothing, and its owner is told so by letter: whoever typed it
    learns nothing about others. Refused before registration opens and after it has closed.
    """
    event = lock_event(event)
    if not event.registration_is_open():
        raise RefusedError(_("Registration is not open now."))
    _check(words)
    email = email.strip().lower()
    if entered := event.participants.filter(at_address(email), status__in=ParticipantStatus.present()).first():
        entered.event = event
        signals.registration_repeated.send(Participant, participant=entered, by=by)
        return Registered(entered, is_new=False)
    status = _place(event)
    now = timezone.now()
    participant = Participant(
        event=event,
        email=email,
        user=by if by is not None and by.email.lower() == email else None,
        status=status,
        queued_at=now if status == ParticipantStatus.WAITING else None,
        accepted_at=now if status == ParticipantStatus.ACCEPTED else None,
        created_at=now,
        updated_at=now,
        **words,
    )
    with refusing({"event_never_oversold": _("The last seat has been taken at this moment. Send the form again.")}):
        participant.save(force_insert=True)
    journal.write(participant, "register", by=by, to_state=status)
    signals.registration_received.send(Participant, participant=participant, by=by)
    return Registered(participant, is_new=True)


def _place(event: Event) -> ParticipantStatus:
    """Where a new registration begins. Whoever waits already goes first."""
    if event.needs_approval:
        return ParticipantStatus.APPLIED
    fill_seats(event)
    return ParticipantStatus.WAITING if free_seats(event) == 0 else ParticipantStatus.ACCEPTED


def _check(words: Mapping[str, Any]) -> None:
    if unknown := set(words) - set(OWN_WORDS):
        message = f"Not words of a registration: {', '.join(sorted(unknown))}"
        raise ValueError(message)


@transaction.atomic
def change_registration(participant: Participant, *, by: User | None, **words: Any) -> Participant:
    """Write anew what the person says about himself. `by` is None for whoever came by the link of the letter.

    Refused once the registration is no more, for members of a delegation, whose body has signed for what it wrote, and
    after the event.
    """
    _check(words)
    participant = Participant.objects.select_for_update(of=("self",)).select_related("event").get(pk=participant.pk)
    if by is not None:
        policies.require(by, "events.edit_participant", participant)
    _refuse_delegates(participant)
    if participant.status not in ParticipantStatus.present() or participant.anonymised_at:
        raise RefusedError(_("This registration is no longer in force. Register anew."))
    _refuse_ended(participant.event)
    changed = [name for name, value in words.items() if getattr(participant, name) != value]
    if not changed:
        return participant
    for name in changed:
        setattr(participant, name, words[name])
    participant.updated_at = timezone.now()
    participant.save(update_fields=[*changed, "updated_at"])
    journal.write(participant, "change_registration", by=by)
    return participant


@transaction.atomic
def cancel_registration(participant: Participant, *, by: User | None, reason: str = "") -> Participant:
    """End a registration; its seat goes to whoever waits longest, in this very transaction.

    `by` is None for whoever came by the link of the letter. Officers may do it too. Refused for members of a
    delegation, whose focal point withdraws them, and after the event.
    """
    event = lock_event(participant.event)
    _refuse_delegates(participant)
    _refuse_ended(event)
    changes: dict[str, Any] = {"sequence": participant.sequence + 1, "queued_at": None, "updated_at": timezone.now()}
    participant = taking_part.take(participant, "withdraw", by=by, reason=reason, **changes)
    participant.event = event
    signals.registration_cancelled.send(Participant, participant=participant, by=by)
    fill_seats(event)
    return participant


def _refuse_delegates(participant: Participant) -> None:
    if participant.delegation_id is not None:
        raise RefusedError(_("This person comes with a delegation. The focal point of the delegation changes that."))


def _refuse_ended(event: Event) -> None:
    if event.status == EventStatus.CLOSED or event.has_ended():
        raise RefusedError(_("The event is over. Its list of participants stays as it is."))
