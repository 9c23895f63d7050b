"""What is told of requests for advice."""

from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from consultations import signals
from consultations.enums import Status
from consultations.models import Answer, Clock, Message, Participant
from notifications.audience import consultations as to
from notifications.messages.kind import Kind, Part, Said, entry_of, written_moment

MESSAGE = Part("consultations.view_message", Message.objects.visible_to)
request = partial(Kind, about="consultation", rule="consultations.view", parts={"message": MESSAGE})


def _written(said: Said) -> dict[str, Any]:
    message: Message = said["message"]
    return {"message": message.pk}


def _message(said: Said) -> object:
    message: Message = said["message"]
    return message.pk


def _reasons(said: Said) -> dict[str, Any]:
    """The line of the journal that holds the reasons."""
    return {"entry": entry_of(said.get("answer") or said["consultation"])}


def _clock(said: Said) -> dict[str, Any]:
    clock: Clock = said["clock"]
    return {"owed": clock.kind, "due": written_moment(clock.due_at), "before": written_moment(said.get("before"))}


def _clock_due(said: Said) -> object:
    clock: Clock = said["clock"]
    return f"{clock.pk}:{written_moment(clock.due_at)}"


def _part(said: Said) -> dict[str, Any]:
    """Who was given which part; every reader finds the own one by number."""
    participants: list[Participant] = said["participants"]
    return {"roles": {str(one.user_id): one.role for one in participants}}


def _answer(said: Said) -> dict[str, Any]:
    answer: Answer = said["answer"]
    return {"answer_state": answer.state}


MESSAGES: list[Kind] = [
    # --- A request on its way to a decision ---
    request(
        "consultation_submitted",
        signals.consultation_submitted,
        _("A request waits for the check of the contact point"),
        lambda *, consultation, **_said: to.checking(consultation),
        asks_in=Status.SUBMITTED,
    ),
    request(
        "consultation_returned",
        signals.consultation_returned,
        _("A request was returned for revision"),
        lambda *, consultation, **_said: to.asking(consultation),
        asks_in=Status.DRAFT,
        context=_reasons,
    ),
    request(
        "consultation_registered",
        signals.consultation_registered,
        _("A request was registered"),
        to.told_registered,
        asks_in=Status.REGISTERED,
    ),
    request(
        "key_turned",
        signals.key_turned,
        _("The other side signed"),
        to.told_key,
        asks_in=Status.REGISTERED,
        context=lambda said: {"side": str(said["side"]), "accepts": said["accepts"]},
    ),
    request(
        "consultation_accepted",
        signals.consultation_accepted,
        _("A request was accepted"),
        to.told_decision,
        asks_in=Status.ACCEPTED,
        context=lambda said: {"by_silence": said.get("by_silence", False)},
    ),
    request(
        "consultation_declined",
        signals.consultation_declined,
        _("A request was declined"),
        to.told_decision,
    ),
    request(
        "consultation_withdrawn",
        signals.consultation_withdrawn,
        _("A request was withdrawn"),
        to.told_withdrawal,
        context=_reasons,
    ),
    # --- The people and the thread ---
    request(
        "advisor_assigned",
        signals.advisor_assigned,
        _("A part in a request was given to me"),
        to.told_part,
        context=_part,
        at_once=True,
    ),
    request(
        "advisor_named",
        signals.advisor_assigned,
        _("The lead advisor of my request was named"),
        to.told_lead,
        context=_part,
    ),
    request(
        "message_written",
        signals.message_written,
        _("A message was written"),
        to.told_message,
        event=_message,
        context=_written,
    ),
    request(
        "note_written",
        signals.note_written,
        _("An internal note was written"),
        to.told_note,
        event=_message,
        context=_written,
    ),
    request(
        "requester_asked",
        signals.requester_asked,
        _("An advisor asks me a question"),
        lambda *, consultation, **_said: to.asking(consultation),
        asks_in=Status.WAITING,
        event=_message,
        context=_written,
    ),
    request(
        "requester_replied",
        signals.requester_replied,
        _("The requester replied"),
        lambda *, consultation, **_said: to.advising(consultation),
        event=_message,
        context=_written,
        at_once=True,
    ),
    # --- The answer ---
    request(
        "answer_handed_over",
        signals.answer_handed_over,
        _("An answer waits for my translation or check"),
        to.told_handover,
        subject="answer",
        context=_answer,
        at_once=True,
    ),
    request(
        "answer_sent_back",
        signals.answer_sent_back,
        _("My answer was sent back"),
        to.told_author,
        subject="answer",
        context=_reasons,
        at_once=True,
    ),
    request(
        "answer_sent",
        signals.answer_sent,
        _("An answer was sent"),
        to.told_answer,
        asks_in=Status.ANSWERED,
    ),
    request(
        "answer_accepted",
        signals.answer_accepted,
        _("An answer was accepted"),
        to.told_acceptance,
    ),
    request(
        "answer_reopened",
        signals.answer_reopened,
        _("A request was reopened"),
        to.told_advisors_and_desk,
        context=_reasons,
        at_once=True,
    ),
    request(
        "use_asked",
        signals.use_asked,
        _("I am asked how advice was used"),
        lambda *, consultation, **_said: to.asking(consultation),
        at_once=True,
    ),
    request(
        "use_reported",
        signals.use_reported,
        _("The use of advice was reported"),
        to.told_advisors_and_desk,
    ),
    # --- Time ---
    request(
        "due_soon",
        signals.due_soon,
        _("A due time is near"),
        to.told_due,
        event=_clock_due,
        context=_clock,
        at_once=True,
    ),
    request(
        "overdue",
        signals.overdue,
        _("A due time is over"),
        to.told_overdue,
        event=_clock_due,
        context=_clock,
        at_once=True,
    ),
    request(
        "due_moved",
        signals.due_moved,
        _("A due time has moved"),
        to.told_due,
        event=_clock_due,
        context=_clock,
        at_once=True,
    ),
]

SILENT = {signals.message_translated: "The reader of a message finds its translation in the portal."}
