"""All that people are told, an entry a message. Its words are in `templates/notifications/<id>/`.

`subject.txt` is the line of the inbox and the subject of the mail, `body.txt` the sentences of the mail. An entry names
the signal, whom it is told to, and which of the signal's arguments it is about; see docs/notifications.md.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Model
from django.dispatch import Signal
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from consultations import signals as requests
from consultations.enums import Status
from consultations.models import Answer, Clock, Message, Participant
from core import policies
from core.models import JournalEntry
from notifications import audience as to
from people import signals as people
from people.models import Appointment, Invitation, User

Said = dict[str, Any]


def entry_of(obj: Model) -> int:
    """The newest line of the journal about an object: the act that the signal speaks of."""
    newest = JournalEntry.objects.about(obj).order_by("-pk").values_list("pk", flat=True).first()
    return newest or 0


@dataclass(frozen=True)
class Kind:
    """One message. `event` tells one occurrence from the next; `context` keeps identifiers and figures only.

    `asks_in` is the state in which the message asks something of whoever has the next move; once the request has moved
    on, a late letter asks nothing. `essential` ones cannot be switched off; `route` is where a message leads when it
    does not lead to its record.
    """

    id: str
    signal: Signal
    label: Promise | str
    audience: Callable[..., Iterable[User]] = lambda **_said: ()
    address: Callable[..., tuple[str, str] | None] = lambda **_said: None
    about: str = "consultation"
    subject: str = ""
    event: Callable[[Said], object] | None = None
    context: Callable[[Said], dict[str, Any]] = lambda _said: {}
    people: tuple[str, ...] = field(default=("by",))
    rule: str = "consultations.view"
    asks_in: str = ""
    essential: bool = False
    route: str = ""

    def about_of(self, said: Said) -> Model:
        """The record that the news is about."""
        found: Model = said[self.about]
        return found

    def event_of(self, said: Said) -> str:
        """What makes a second telling of the same thing known as one."""
        what = self.event(said) if self.event else entry_of(said[self.subject or self.about])
        return f"{self.id}:{what}"

    def context_of(self, said: Said) -> dict[str, Any]:
        """What is kept beside the record: who, and which message or act."""
        named = {name: person.pk for name in self.people if (person := said.get(name)) is not None}
        return {"people": named, **self.context(said)}

    def actors(self, said: Said) -> set[int]:
        """Whoever did it knows already."""
        return {person.pk for name in ("by", "user") if isinstance(person := said.get(name), User)}

    def may_see(self, reader: User, said: Said) -> bool:
        """Whether the reader may see the record, and the very message in it."""
        if self.rule and not policies.allows(reader, self.rule, self.about_of(said)):
            return False
        written = said.get("message")
        return written is None or policies.allows(reader, "consultations.view_message", written)


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


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
    return {"owed": clock.kind, "due": _moment(clock.due_at), "before": _moment(said.get("before"))}


def _clock_due(said: Said) -> object:
    clock: Clock = said["clock"]
    return f"{clock.pk}:{_moment(clock.due_at)}"


def _part(said: Said) -> dict[str, Any]:
    """Who was given which part; every reader finds the own one by number."""
    participants: list[Participant] = said["participants"]
    return {"roles": {str(one.user_id): one.role for one in participants}}


def _answer(said: Said) -> dict[str, Any]:
    answer: Answer = said["answer"]
    return {"answer_state": answer.state}


def _sent(said: Said) -> object:
    invitation: Invitation = said["invitation"]
    return f"{invitation.pk}:{_moment(invitation.sent_at)}"


def _appointment(said: Said) -> object:
    appointment: Appointment = said["appointment"]
    return f"{appointment.pk}:{appointment.ends_on or ''}"


KINDS: dict[str, Kind] = {
    kind.id: kind
    for kind in (
        # --- A request on its way to a decision ---
        Kind(
            "consultation_submitted",
            requests.consultation_submitted,
            _("A request waits for the check of the contact point"),
            lambda *, consultation, **_said: to.checking(consultation),
            asks_in=Status.SUBMITTED,
        ),
        Kind(
            "consultation_returned",
            requests.consultation_returned,
            _("A request was returned for revision"),
            lambda *, consultation, **_said: to.asking(consultation),
            asks_in=Status.DRAFT,
            context=_reasons,
        ),
        Kind(
            "consultation_registered",
            requests.consultation_registered,
            _("A request was registered"),
            to.told_registered,
            asks_in=Status.REGISTERED,
        ),
        Kind(
            "key_turned",
            requests.key_turned,
            _("The other side signed"),
            to.told_key,
            asks_in=Status.REGISTERED,
            context=lambda said: {"side": str(said["side"]), "accepts": said["accepts"]},
        ),
        Kind(
            "consultation_accepted",
            requests.consultation_accepted,
            _("A request was accepted"),
            to.told_decision,
            asks_in=Status.ACCEPTED,
            context=lambda said: {"by_silence": said.get("by_silence", False)},
        ),
        Kind(
            "consultation_declined",
            requests.consultation_declined,
            _("A request was declined"),
            to.told_decision,
        ),
        Kind(
            "consultation_withdrawn",
            requests.consultation_withdrawn,
            _("A request was withdrawn"),
            to.told_withdrawal,
            context=_reasons,
        ),
        # --- The people and the thread ---
        Kind(
            "advisor_assigned",
            requests.advisor_assigned,
            _("A part in a request was given to me"),
            to.told_part,
            context=_part,
        ),
        Kind(
            "advisor_named",
            requests.advisor_assigned,
            _("The lead advisor of my request was named"),
            to.told_lead,
            context=_part,
        ),
        Kind(
            "message_written",
            requests.message_written,
            _("A message was written"),
            to.told_message,
            event=_message,
            context=_written,
        ),
        Kind(
            "note_written",
            requests.note_written,
            _("An internal note was written"),
            to.told_note,
            event=_message,
            context=_written,
        ),
        Kind(
            "requester_asked",
            requests.requester_asked,
            _("An advisor asks me a question"),
            lambda *, consultation, **_said: to.asking(consultation),
            asks_in=Status.WAITING,
            event=_message,
            context=_written,
        ),
        Kind(
            "requester_replied",
            requests.requester_replied,
            _("The requester replied"),
            lambda *, consultation, **_said: to.advising(consultation),
            event=_message,
            context=_written,
        ),
        # --- The answer ---
        Kind(
            "answer_handed_over",
            requests.answer_handed_over,
            _("An answer waits for my translation or check"),
            to.told_handover,
            subject="answer",
            context=_answer,
        ),
        Kind(
            "answer_sent_back",
            requests.answer_sent_back,
            _("My answer was sent back"),
            to.told_author,
            subject="answer",
            context=_reasons,
        ),
        Kind(
            "answer_sent",
            requests.answer_sent,
            _("An answer was sent"),
            to.told_answer,
            asks_in=Status.ANSWERED,
        ),
        Kind(
            "answer_accepted",
            requests.answer_accepted,
            _("An answer was accepted"),
            to.told_acceptance,
        ),
        Kind(
            "answer_reopened",
            requests.answer_reopened,
            _("A request was reopened"),
            to.told_advisors_and_desk,
            context=_reasons,
        ),
        Kind(
            "use_asked",
            requests.use_asked,
            _("I am asked how advice was used"),
            lambda *, consultation, **_said: to.asking(consultation),
        ),
        Kind(
            "use_reported",
            requests.use_reported,
            _("The use of advice was reported"),
            to.told_advisors_and_desk,
        ),
        # --- Time ---
        Kind(
            "due_soon",
            requests.due_soon,
            _("A due time is near"),
            to.told_due,
            event=_clock_due,
            context=_clock,
        ),
        Kind(
            "overdue",
            requests.overdue,
            _("A due time is over"),
            to.told_overdue,
            event=_clock_due,
            context=_clock,
        ),
        Kind(
            "due_moved",
            requests.due_moved,
            _("A due time has moved"),
            to.told_due,
            event=_clock_due,
            context=_clock,
        ),
        # --- Access and posts ---
        Kind(
            "invitation_sent",
            people.invitation_sent,
            _("Invitation"),
            address=to.invited,
            about="invitation",
            event=_sent,
            rule="",
            essential=True,
        ),
        Kind(
            "invitation_accepted",
            people.invitation_accepted,
            _("An invitation of mine was accepted"),
            to.told_inviter,
            about="invitation",
            event=lambda said: said["invitation"].pk,
            people=("user",),
            rule="",
            route="people:invitations",
        ),
        Kind(
            "access_requested",
            people.access_requested,
            _("Somebody asks for access"),
            to.told_deciders,
            about="access_request",
            event=lambda said: said["access_request"].pk,
            rule="people.decide_access_request",
        ),
        Kind(
            "access_refused",
            people.access_decided,
            _("A request for access was refused"),
            address=to.refused,
            about="access_request",
            event=lambda said: said["access_request"].pk,
            rule="",
            essential=True,
            route="home",
        ),
        Kind(
            "appointment_started",
            people.appointment_started,
            _("I was appointed"),
            to.told_appointee,
            about="appointment",
            event=_appointment,
            rule="",
            route="people:profile",
        ),
        Kind(
            "appointment_ended",
            people.appointment_ended,
            _("An appointment of mine ends"),
            to.told_appointee,
            about="appointment",
            event=_appointment,
            rule="",
            route="people:profile",
        ),
        Kind(
            "work_reassigned",
            people.work_reassigned,
            _("I take over the work of a colleague"),
            to.told_successor,
            about="leaver",
            people=("by", "leaver"),
            rule="",
            route="desk",
        ),
    )
}

# The reader of a message finds its translation in the portal; nobody is told that there is one. An account that is
# anonymised has no reader left.
TOLD_TO_NOBODY: tuple[Signal, ...] = (requests.message_translated, people.account_closing, people.account_anonymised)


def optional() -> list[Kind]:
    """The messages a person may switch off, in the order of the list."""
    return [kind for kind in KINDS.values() if not kind.essential]
