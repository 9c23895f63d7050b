"""The words of agreements and committees: what they are, where they stand."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class AgreementKind(TextChoices):
    """What the paper calls itself; it says how much it binds."""

    INTENT = "intent", _("Protocol of intent")
    MEMORANDUM = "memorandum", _("Memorandum of understanding")
    AGREEMENT = "agreement", pgettext_lazy("paper", "Agreement")
    DISCUSSIONS = "discussions", _("Record of discussions")
    NOTES = "notes", _("Exchange of notes")
    MINUTES = "minutes", _("Agreed minutes")
    PLAN = "plan", _("Annual work plan")
    ANNEX = "annex", pgettext_lazy("paper", "Annex")


class AgreementStatus(TextChoices):
    """Where the record of an agreement stands. Whether the agreement is in force is a matter of its days."""

    DRAFT = "draft", _("Being recorded")
    PROPOSED = "proposed", _("Waiting for both keys")
    RECORDED = "recorded", _("In the register")
    ENDING = "ending", _("End proposed")
    ENDED = "ended", pgettext_lazy("agreement", "Ended")

    @classmethod
    def settled(cls) -> tuple["AgreementStatus", ...]:
        """Those both sides have signed for."""
        return cls.RECORDED, cls.ENDING, cls.ENDED

    @classmethod
    def standing(cls) -> tuple["AgreementStatus", ...]:
        """Those that may be in force."""
        return cls.RECORDED, cls.ENDING


class Force(TextChoices):
    """Whether it binds today: worked out from its days, never stored."""

    AWAITED = "awaited", _("Not yet in force")
    IN_FORCE = "in_force", _("In force")
    EXPIRING = "expiring", _("Expires soon")
    ENDED = "ended", _("No longer in force")


class Ending(TextChoices):
    """Why an agreement is over."""

    EXPIRED = "expired", _("Its term is over")
    TERMINATED = "terminated", _("Terminated")
    SUPERSEDED = "superseded", _("Superseded by a later one")
    FULFILLED = "fulfilled", pgettext_lazy("agreement", "Fulfilled")


class TextKind(TextChoices):
    """What a text of the agreement is worth."""

    SCAN = "scan", _("Signed original, scanned")
    AUTHENTIC = "authentic", _("Authentic text")
    TRANSLATION = "translation", _("Unofficial translation")


class AlertKind(TextChoices):
    """Of what the register warns."""

    EXPIRY = "expiry", _("Expiry")
    NOTICE = "notice", _("Last day for notice")


class CommitmentStatus(TextChoices):
    """What has become of what a side promised."""

    OPEN = "open", pgettext_lazy("commitment", "Open")
    REPORTED = "reported", _("Reported as fulfilled")
    FULFILLED = "fulfilled", pgettext_lazy("commitment", "Fulfilled")
    DROPPED = "dropped", pgettext_lazy("commitment", "Dropped")


class Owner(TextChoices):
    """Whose it is: one side's, or both sides' together."""

    A = "a", _("side A")
    B = "b", _("side B")
    BOTH = "both", _("both sides")


class SessionStatus(TextChoices):
    """Where a session of a committee stands."""

    PLANNED = "planned", pgettext_lazy("session of a committee", "Being prepared")
    CONVENED = "convened", pgettext_lazy("session of a committee", "Convened")
    HELD = "held", pgettext_lazy("session of a committee", "Held")
    CLOSED = "closed", _("Minutes agreed")
    CANCELLED = "cancelled", pgettext_lazy("session of a committee", "Called off")

    @classmethod
    def over(cls) -> tuple["SessionStatus", ...]:
        """Those that have taken place."""
        return cls.HELD, cls.CLOSED


class MemberRole(TextChoices):
    """What somebody is in a session."""

    HEAD = "head", _("head of delegation")
    MEMBER = "member", pgettext_lazy("committee", "member")
    SECRETARY = "secretary", _("secretary")
    OBSERVER = "observer", pgettext_lazy("committee", "observer")


class Presence(TextChoices):
    """Whether a member came."""

    EXPECTED = "expected", pgettext_lazy("committee", "expected")
    PRESENT = "present", pgettext_lazy("committee", "present")
    APOLOGIES = "apologies", _("sent apologies")


class ItemKind(TextChoices):
    """What the committee is to do with an item of the agenda."""

    DECISION = "decision", _("for decision")
    DISCUSSION = "discussion", _("for discussion")
    INFORMATION = "information", _("for information")


class MinutesState(TextChoices):
    """Where a version of the minutes stands."""

    DRAFT = "draft", pgettext_lazy("minutes", "Draft")
    PROPOSED = "proposed", _("Laid before both sides")
    AGREED = "agreed", pgettext_lazy("minutes", "Agreed")
    SUPERSEDED = "superseded", pgettext_lazy("minutes", "Superseded")


class DecisionKind(TextChoices):
    """What a decision decides; a project and its money point to one of the first two."""

    PROJECT = "project", _("approval of a project")
    BUDGET = "budget", pgettext_lazy("decision", "budget")
    PLAN = "plan", _("plan of work")
    OTHER = "other", pgettext_lazy("decision", "other")


class DecisionStatus(TextChoices):
    """Where a decision stands: it counts when both sides have countersigned."""

    DRAFT = "draft", pgettext_lazy("decision", "Draft")
    PROPOSED = "proposed", _("Waiting for both keys")
    ADOPTED = "adopted", pgettext_lazy("decision", "Adopted")
    REJECTED = "rejected", pgettext_lazy("decision", "Not adopted")


class ActionStatus(TextChoices):
    """What has become of what the committee asked for."""

    OPEN = "open", pgettext_lazy("action", "Open")
    DONE = "done", pgettext_lazy("action", "Done")
    DROPPED = "dropped", pgettext_lazy("action", "Dropped")
