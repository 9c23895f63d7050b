"""Registrations in words: where one stands, and what was answered. Reads only."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from calendars.moments import write_day
from core.localised import LocalisedText
from events.enums import FieldKind, ParticipantStatus
from events.models import Event, Participant, RegistrationField

SHAPES = {
    ParticipantStatus.NOMINATED: "is-new",
    ParticipantStatus.CHECKED: "is-going",
    ParticipantStatus.APPLIED: "is-waiting",
    ParticipantStatus.WAITING: "is-waiting",
    ParticipantStatus.RESERVE: "is-waiting",
    ParticipantStatus.ACCEPTED: "is-done",
    ParticipantStatus.ATTENDING: "is-done",
    ParticipantStatus.ATTENDED: "is-done",
    ParticipantStatus.DECLINED: "is-stopped",
    ParticipantStatus.WITHDRAWN: "is-stopped",
}

# What a state means for the person who registered.
SENTENCES: dict[str, Promise] = {
    ParticipantStatus.APPLIED: gettext_lazy("The organisers decide on your registration and write to you."),
    ParticipantStatus.WAITING: gettext_lazy(
        "All seats are taken. When one becomes free, it goes to whoever has waited longest, and a letter says so."
    ),
    ParticipantStatus.ACCEPTED: gettext_lazy("A seat is kept for you."),
    ParticipantStatus.ATTENDING: gettext_lazy("A seat is kept for you."),
    ParticipantStatus.ATTENDED: gettext_lazy("You were there."),
    ParticipantStatus.DECLINED: gettext_lazy("The organisers could not accept your registration."),
    ParticipantStatus.WITHDRAWN: gettext_lazy("The registration is cancelled."),
}


def shape_of(status: str) -> str:
    return SHAPES[ParticipantStatus(status)]


def sentence_of(participant: Participant) -> str:
    """What the state means for the person; of nominees their delegation decides."""
    if participant.delegation_id is not None and participant.status not in ParticipantStatus.seated():
        return ""
    return str(SENTENCES.get(participant.status, ""))


def place_in_queue(participant: Participant) -> int | None:
    """Which one on the waiting list; one query, none for whoever does not wait."""
    if participant.status != ParticipantStatus.WAITING or participant.queued_at is None:
        return None
    waiting = Participant.objects.waiting().filter(event=participant.event_id)
    ahead = waiting.filter(queued_at__lt=participant.queued_at) | waiting.filter(
        queued_at=participant.queued_at, pk__lt=participant.pk
    )
    return ahead.count() + 1


def asks_of(participant: Participant) -> dict[str, bool]:
    """What waits for the person: to confirm the own coming, to answer a questionnaire; one query."""
    confirms = participant.delegation_id is not None and participant.status == ParticipantStatus.ACCEPTED
    unanswered = participant.event.questionnaires.open().exclude(ballots__participant=participant)
    return {"confirms": confirms, "answers": participant.holds_a_seat() and unanswered.exists()}


def answers_of(participant: Participant, questions: Iterable[RegistrationField]) -> list[tuple[LocalisedText, str]]:
    """Question and answer, in the order of the form; what was left empty is left out."""
    answers = participant.answers
    return [(one.label, written(one, answers[one.key])) for one in questions if one.key in answers]


def written(question: RegistrationField, value: Any) -> str:
    """An answer in the reader's language."""
    texts = {one["key"]: str(LocalisedText(one["text"])) for one in question.choices}
    match question.kind:
        case FieldKind.CHOICE:
            return texts.get(str(value), str(value))
        case FieldKind.CHOICES:
            return "; ".join(texts.get(str(one), str(one)) for one in value)
        case FieldKind.YES_NO:
            return _("Yes") if value == "yes" else _("No")
        case FieldKind.DAY:
            return write_day(date.fromisoformat(value))
    return str(value)


def seats_left(event: Event) -> int | None:
    """For the page before one registers; None where seats are not counted."""
    return None if event.capacity is None else max(event.capacity - event.seats_taken, 0)
