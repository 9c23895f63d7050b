"""Taking the name from a participation for good."""

from django.db import transaction
from django.utils import timezone

from core import journal
from events.actions.seats import fill_seats, lock_event
from events.enums import EventStatus, ParticipantStatus
from events.models import ListEntry, NomineeCheck, Participant, TravelFile
from events.models.delegations import new_code, new_secret
from events.workflow import taking_part
from people.models import User

NAMELESS = "Former participant"
FORGOTTEN = "–"  # that there were remarks or reasons stays; what they said goes
NOWHERE = "anonymous.invalid"  # RFC 2606: no mail ever reaches it
EMPTIED = (
    *("given_name_own", "family_name_own", "own_language", "post", "superior_name", "superior_email"),
    *("experience", "motivation", "earlier_training", "verdict_reason", "needs_language"),
)


@transaction.atomic
def forget_participant(participant: Participant, *, by: User | None) -> Participant:
    """Leave country, body, state and attendance, and nothing that says who it was; its links and badge work no more.

    A registration for an event that is still to come ends: a seat is not kept for nobody.
    """
    event = lock_event(participant.event)
    coming = event.status in {EventStatus.PLANNED, EventStatus.ANNOUNCED} and not event.has_begun()
    registered = participant.delegation_id is None and participant.status in ParticipantStatus.present()
    if coming and registered:
        participant = taking_part.take(participant, "withdraw", by=None, queued_at=None)
    for name in EMPTIED:
        setattr(participant, name, "")
    participant.given_name, participant.family_name = NAMELESS, str(participant.pk)
    participant.family_name_first = False
    participant.email = f"participant-{participant.pk}@{NOWHERE}"
    participant.answers = {}
    participant.code = new_code()
    participant.secret, participant.calendar_secret = new_secret(), new_secret()
    participant.anonymised_at = participant.updated_at = timezone.now()
    participant.save()
    TravelFile.objects.filter(participant=participant).delete()
    NomineeCheck.objects.filter(participant=participant).exclude(note="").update(note=FORGOTTEN)
    ListEntry.objects.filter(participant=participant).exclude(reason="").update(reason=FORGOTTEN)
    journal.write(participant, "anonymise", by=by)
    fill_seats(event)
    return participant
