"""The words of the library: where a practice stands, what it is made of, who took it home."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Status(TextChoices):
    """Where an entry stands on its way into the library, and in it."""

    DRAFT = "draft", _("Draft")
    PROPOSED = "proposed", _("Facts being checked")
    REVIEW = "review", _("Under review")
    DECISION = "decision", _("For decision")
    PUBLISHED = "published", pgettext_lazy("practice", "Published")
    DUE = "due", _("Due for re-check")
    RETIRED = "retired", pgettext_lazy("practice", "Retired")
    DECLINED = "declined", pgettext_lazy("practice", "Not taken")
    WITHDRAWN = "withdrawn", pgettext_lazy("practice", "Withdrawn")

    @classmethod
    def public(cls) -> tuple["Status", ...]:
        """Those that everybody reads: an entry that was retired stays, with the reason."""
        return cls.PUBLISHED, cls.DUE, cls.RETIRED

    @classmethod
    def under_way(cls) -> tuple["Status", ...]:
        """From the proposal to the decision."""
        return cls.PROPOSED, cls.REVIEW, cls.DECISION


class Operation(TextChoices):
    """What has become of the system itself."""

    PILOT = "pilot", pgettext_lazy("system", "Pilot")
    IN_OPERATION = "in_operation", pgettext_lazy("system", "In operation")
    REPLACED = "replaced", pgettext_lazy("system", "Replaced")
    ENDED = "ended", pgettext_lazy("system", "Ended")


class CostBand(TextChoices):
    """What it cost to build, in US dollars of its day: the order of magnitude that another state has to expect."""

    UNDER_100K = "under_100k", _("under USD 100,000")
    UNDER_1M = "under_1m", _("USD 100,000 to 1 million")
    UNDER_10M = "under_10m", _("USD 1 to 10 million")
    OVER_10M = "over_10m", _("over USD 10 million")


class Licence(TextChoices):
    """On what terms the text may be used again."""

    CC_BY = "CC-BY-4.0", _("Creative Commons Attribution 4.0")
    CC_BY_SA = "CC-BY-SA-4.0", _("Creative Commons Attribution-ShareAlike 4.0")
    CC0 = "CC0-1.0", _("No rights reserved (CC0 1.0)")


class VersionState(TextChoices):
    """Of one version of an entry: what is being written, was proposed, is read by everybody, was read before."""

    WORKING = "working", _("Being written")
    PROPOSED = "proposed", _("Change proposed")
    CHECKED = "checked", _("Facts confirmed")
    LIVE = "live", pgettext_lazy("version", "Published")
    PAST = "past", pgettext_lazy("version", "Earlier")
    DECLINED = "declined", pgettext_lazy("version", "Not taken")

    @classmethod
    def pending(cls) -> tuple["VersionState", ...]:
        """A change under way: at most one an entry."""
        return cls.WORKING, cls.PROPOSED, cls.CHECKED


class NameKind(TextChoices):
    """What sort of name of the system it is."""

    CURRENT = "current", pgettext_lazy("name", "Current name")
    FORMER = "former", pgettext_lazy("name", "Former name")
    ACRONYM = "acronym", _("Acronym")


class TranslationState(TextChoices):
    """What readers of a language have of an entry."""

    MISSING = "missing", pgettext_lazy("translation", "Missing")
    DRAFT = "draft", pgettext_lazy("translation", "Draft")
    CHECKED = "checked", pgettext_lazy("translation", "Checked")


class LanguageDuty(TextChoices):
    """What somebody does for a language."""

    TRANSLATE = "translate", _("translates")
    CHECK = "check", _("translates and checks")


class CapabilityKind(TextChoices):
    """What sort of thing must stand before a practice can work."""

    LEGAL = "legal", _("Legal basis")
    INFRASTRUCTURE = "infrastructure", _("Infrastructure")
    ORGANISATION = "organisation", pgettext_lazy("capability", "Organisation")


class Standing(TextChoices):
    """How far a country has something."""

    YES = "yes", _("in place")
    PARTLY = "partly", _("partly in place")
    NO = "no", _("not in place")


class Index(TextChoices):
    """The e-government indices of the United Nations survey, each from 0 to 1."""

    EGDI = "egdi", _("E-Government Development Index")
    OSI = "osi", _("Online Service Index")
    TII = "tii", _("Telecommunication Infrastructure Index")
    HCI = "hci", _("Human Capital Index")
    EPI = "epi", _("E-Participation Index")


class ReviewState(TextChoices):
    """Where one review stands."""

    ASKED = "asked", pgettext_lazy("review", "Asked for")
    GIVEN = "given", pgettext_lazy("review", "Given")
    REFUSED = "refused", pgettext_lazy("review", "Refused")
    CANCELLED = "cancelled", pgettext_lazy("review", "Taken back")


class Verdict(TextChoices):
    """What a reviewer advises."""

    PUBLISH = "publish", _("Publish")
    REVISE = "revise", _("Publish after changes")
    REJECT = "reject", _("Do not publish")


class Confidence(IntegerChoices):
    """How sure a reviewer is of a score."""

    LOW = 1, pgettext_lazy("confidence", "Low")
    MEDIUM = 2, pgettext_lazy("confidence", "Medium")
    HIGH = 3, pgettext_lazy("confidence", "High")


class Stage(TextChoices):
    """How far a body has come in taking a practice over."""

    INTEREST = "interest", _("Interest")
    FEASIBILITY = "feasibility", _("Feasibility study")
    PILOT = "pilot", pgettext_lazy("adoption", "Pilot")
    ADAPTED = "adapted", _("Adapted")
    IN_OPERATION = "in_operation", pgettext_lazy("adoption", "In operation")
    STOPPED = "stopped", pgettext_lazy("adoption", "Stopped")


class ReportState(TextChoices):
    """A report of the adopter on a stage: filed by one side, confirmed by the other."""

    DRAFT = "draft", pgettext_lazy("adoption report", "Being written")
    FILED = "filed", _("Filed, not yet confirmed")
    CONFIRMED = "confirmed", _("Confirmed by both")
    RETURNED = "returned", _("Returned with reasons")


class StillSo(TextChoices):
    """The answer to the yearly question."""

    YES = "yes", _("Yes, as recorded")
    CHANGED = "changed", _("It has changed")
    STOPPED = "stopped", _("It has stopped")


class Answerer(TextChoices):
    """Whose answer to the yearly question it is."""

    ADOPTER = "adopter", _("the adopting body")
    OWNER = "owner", _("the owner of the practice")
