"""The words of a request: kinds, states, roles."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class RequestType(TextChoices):
    """What is asked for."""

    WRITTEN_OPINION = "written_opinion", _("Written opinion")
    REMOTE_CONSULTATION = "remote_consultation", _("Remote consultation")
    EXPERT_MISSION = "expert_mission", _("Expert mission")
    STUDY_VISIT = "study_visit", _("Study visit")
    WORKSHOP = "workshop", _("Workshop")
    PEER_REVIEW = "peer_review", _("Peer review")


class Status(TextChoices):
    """Where a request stands."""

    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Sent to the contact point")
    REGISTERED = "registered", _("Waiting for both sides")
    ACCEPTED = "accepted", _("Accepted, advisor to be named")
    DECLINED = "declined", _("Declined")
    IN_PROGRESS = "in_progress", _("Answer in preparation")
    WAITING = "waiting", _("Waiting for the requester")
    ANSWERED = "answered", _("Answered")
    CLOSED = "closed", _("Answer accepted")
    WITHDRAWN = "withdrawn", _("Withdrawn")

    @classmethod
    def open(cls) -> list["Status"]:
        """The states from which something is still to come."""
        return [cls.DRAFT, cls.SUBMITTED, cls.REGISTERED, cls.ACCEPTED, cls.IN_PROGRESS, cls.WAITING, cls.ANSWERED]

    @classmethod
    def numbered(cls) -> list["Status"]:
        """The states that a request reaches only with a number."""
        return [cls.REGISTERED, cls.ACCEPTED, cls.DECLINED, cls.IN_PROGRESS, cls.WAITING, cls.ANSWERED, cls.CLOSED]

    @classmethod
    def ended(cls) -> list["Status"]:
        """The states in which nothing more is owed."""
        return [cls.DECLINED, cls.CLOSED, cls.WITHDRAWN]


class Role(TextChoices):
    """What a person does in one request. The requester is a field of the request, not a role."""

    LEAD = "lead", _("Lead advisor")
    ADVISOR = "advisor", _("Advisor")
    COUNTERPART = "counterpart", _("Counterpart")
    TRANSLATOR = "translator", _("Translator")
    OBSERVER = "observer", _("Observer")


class MessageKind(TextChoices):
    """What a message does."""

    MESSAGE = "message", _("Message")
    QUESTION = "question", _("Question to the requester")
    REPLY = "reply", _("Reply of the requester")
    NOTE = "note", _("Internal note")


class Audience(TextChoices):
    """Who reads an internal note."""

    SIDE = "side", _("My country’s side only")
    CENTRE = "centre", _("The centre: officers, advisors and both co-directors")


class AnswerState(TextChoices):
    """Where a version of the answer stands on its way out."""

    DRAFT = "draft", _("Being written")
    TRANSLATION = "translation", _("Being translated")
    CHECK = "check", _("Being checked")
    SENT = "sent", _("Sent")


class ClockKind(TextChoices):
    """What is owed until a due time, and so by whom."""

    CHECK = "check", _("Check by the contact point")
    ASSIGN = "assign", _("Naming of the advisor")
    FIRST_RESPONSE = "first_response", _("First response")
    ANSWER = "answer", _("Answer")
    REPLY = "reply", _("Reply of the requester")
    ACCEPTANCE = "acceptance", _("Acceptance of the answer")


class Use(TextChoices):
    """What became of the advice, asked six months later."""

    USED = "used", _("Used")
    PARTLY = "partly", _("Used in part")
    NOT_USED = "not_used", _("Not used")
