"""The words of projects: where one stands, what was spent, what came of it. Codes of IATI 2.03 stand beside them."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Stage(TextChoices):
    """Where a project stands, from the concept paper to its close."""

    CONCEPT = "concept", _("Concept paper")
    OPINIONS = "opinions", _("Opinions of both sides")
    COMMITTEE = "committee", _("Before the committee")
    APPROVED = "approved", pgettext_lazy("project", "Approved, not started")
    RUNNING = "running", _("In implementation")
    SUSPENDED = "suspended", pgettext_lazy("project", "Suspended")
    CLOSING = "closing", _("Being closed")
    CLOSED = "closed", pgettext_lazy("project", "Closed")
    DECLINED = "declined", pgettext_lazy("project", "Not approved")
    WITHDRAWN = "withdrawn", pgettext_lazy("project", "Withdrawn")
    CANCELLED = "cancelled", pgettext_lazy("project", "Cancelled")

    @classmethod
    def approved(cls) -> tuple["Stage", ...]:
        """Those a committee has decided for: they have money, results and a place in public."""
        return cls.APPROVED, cls.RUNNING, cls.SUSPENDED, cls.CLOSING, cls.CLOSED, cls.CANCELLED

    @classmethod
    def at_work(cls) -> tuple["Stage", ...]:
        """Those in which figures are entered."""
        return cls.RUNNING, cls.SUSPENDED, cls.CLOSING

    @classmethod
    def proposed(cls) -> tuple["Stage", ...]:
        """Those on their way to the committee."""
        return cls.OPINIONS, cls.COMMITTEE

    @classmethod
    def over(cls) -> tuple["Stage", ...]:
        """Those in which nothing moves any more."""
        return cls.CLOSED, cls.DECLINED, cls.WITHDRAWN, cls.CANCELLED


# Stage → code of IATI's list ActivityStatus.
ACTIVITY_STATUS = {
    Stage.CONCEPT: "1",
    Stage.OPINIONS: "1",
    Stage.COMMITTEE: "1",
    Stage.APPROVED: "1",
    Stage.RUNNING: "2",
    Stage.CLOSING: "3",
    Stage.CLOSED: "4",
    Stage.DECLINED: "5",
    Stage.WITHDRAWN: "5",
    Stage.CANCELLED: "5",
    Stage.SUSPENDED: "6",
}


class ProjectKind(TextChoices):
    """What is done in it."""

    CONSULTING = "consulting", _("Consulting")
    PILOT = "pilot", pgettext_lazy("project", "Pilot")
    TRAINING = "training", pgettext_lazy("project", "Training")
    STUDY = "study", _("Feasibility study")
    SYSTEM = "system", pgettext_lazy("project", "System")


class PartnerRole(TextChoices):
    """IATI's list OrganisationRole."""

    FUNDING = "1", _("funding")
    ACCOUNTABLE = "2", _("accountable")
    EXTENDING = "3", _("extending")
    IMPLEMENTING = "4", _("implementing")


class Verdict(TextChoices):
    """What a side thinks of a concept paper."""

    SUPPORTS = "supports", _("Supports it")
    CONDITIONS = "conditions", _("Supports it with changes")
    OBJECTS = "objects", pgettext_lazy("opinion", "Objects")


class RegistrationState(TextChoices):
    """Where the national registration of a project stands in a country that asks for one."""

    PREPARING = "preparing", _("Papers being prepared")
    FILED = "filed", pgettext_lazy("registration", "Filed")
    RETURNED = "returned", pgettext_lazy("registration", "Returned")
    REGISTERED = "registered", pgettext_lazy("registration", "Registered")
    REFUSED = "refused", pgettext_lazy("registration", "Refused")


class Owner(TextChoices):
    """Whose it is: one side's, or both sides' together."""

    A = "a", _("side A")
    B = "b", _("side B")
    BOTH = "both", _("both sides")


# --- Money -----------------------------------------------------------------------------------------------------------


class Nature(TextChoices):
    """Whether it is paid or given."""

    CASH = "cash", pgettext_lazy("budget", "money")
    IN_KIND = "in_kind", _("in kind")


class CostGroup(TextChoices):
    """What the money is for."""

    SERVICES = "services", pgettext_lazy("budget", "services")
    EQUIPMENT = "equipment", _("equipment")
    LICENCES = "licences", _("licences")
    TRAINING = "training", pgettext_lazy("budget", "training")
    TRAVEL = "travel", pgettext_lazy("budget", "travel")
    STAFF = "staff", _("staff and advisors")
    PREMISES = "premises", _("premises and running costs")
    OTHER = "other", pgettext_lazy("budget", "other")


class LineState(TextChoices):
    """Whether a line of the budget counts."""

    DRAFT = "draft", pgettext_lazy("budget line", "Draft")
    APPROVED = "approved", pgettext_lazy("budget line", "Approved")
    REPLACED = "replaced", _("Replaced by a later decision")


class EntryKind(TextChoices):
    """What an entry in the books of a side says."""

    COMMITMENT = "commitment", pgettext_lazy("money", "committed")
    DISBURSEMENT = "disbursement", pgettext_lazy("money", "disbursed")
    RECEIPT = "receipt", pgettext_lazy("money", "received")
    EXPENDITURE = "expenditure", pgettext_lazy("money", "spent")
    IN_KIND = "in_kind", _("given in kind")


class EntryState(TextChoices):
    """An entry is its side's own until that side has approved it."""

    DRAFT = "draft", pgettext_lazy("entry", "Not approved yet")
    APPROVED = "approved", pgettext_lazy("entry", "Approved")


class SignedState(TextChoices):
    """A paper that both sides sign: a reconciliation."""

    DRAFT = "draft", pgettext_lazy("paper", "Draft")
    PROPOSED = "proposed", _("Waiting for both keys")
    SIGNED = "signed", pgettext_lazy("paper", "Signed by both sides")


# --- Work ------------------------------------------------------------------------------------------------------------


class TaskKind(TextChoices):
    """A stretch of work, a point, or a meeting of both sides (on joint working days only)."""

    TASK = "task", pgettext_lazy("schedule", "task")
    MILESTONE = "milestone", _("milestone")
    MEETING = "meeting", _("joint meeting")


class VersionState(TextChoices):
    """Of a version of a deliverable."""

    SUBMITTED = "submitted", _("Waiting for acceptance")
    ACCEPTED = "accepted", _("Accepted by both sides")
    RETURNED = "returned", pgettext_lazy("deliverable", "Returned")


# --- Results ---------------------------------------------------------------------------------------------------------


class ResultLevel(TextChoices):
    """IATI's list ResultType."""

    OUTPUT = "1", _("output")
    OUTCOME = "2", _("outcome")
    IMPACT = "3", _("impact")


class Unit(TextChoices):
    """How an indicator is measured; the last two have no figure to add up."""

    NUMBER = "number", pgettext_lazy("indicator", "number")
    PERCENT = "percent", _("per cent")
    MONEY = "money", _("money")
    SCALE = "scale", pgettext_lazy("indicator", "score on a scale")
    TEXT = "text", _("in words")


class Direction(TextChoices):
    """Which way is better."""

    UP = "up", _("the more the better")
    DOWN = "down", _("the less the better")


class Aggregation(TextChoices):
    """How values of several periods, projects or countries make one."""

    SUM = "sum", _("added up")
    LAST = "last", _("the last one counts")
    MEAN = "mean", _("mean")
    MAXIMUM = "max", _("the highest counts")
    NONE = "none", _("not put together")


class ValueState(TextChoices):
    """On its way from the side that reports it to both sides that stand by it."""

    DRAFT = "draft", pgettext_lazy("value", "Draft")
    SUBMITTED = "submitted", _("Being checked")
    CHECKED = "checked", _("Waiting for both keys")
    APPROVED = "approved", _("Approved by both sides")
    REPLACED = "replaced", pgettext_lazy("value", "Replaced")


# --- Risks, reports --------------------------------------------------------------------------------------------------


class Scale(IntegerChoices):
    """How likely, how grave: what the steps mean is written beside them on the page."""

    VERY_LOW = 1, _("very low")
    LOW = 2, _("low")
    MEDIUM = 3, pgettext_lazy("scale", "medium")
    HIGH = 4, pgettext_lazy("scale", "high")
    VERY_HIGH = 5, _("very high")


class RiskGroup(TextChoices):
    """What sort of risk it is."""

    SCHEDULE = "schedule", pgettext_lazy("risk", "schedule")
    MONEY = "money", pgettext_lazy("risk", "money")
    LAW = "law", pgettext_lazy("risk", "law and registration")
    PEOPLE = "people", pgettext_lazy("risk", "people")
    TECHNOLOGY = "technology", pgettext_lazy("risk", "technology")
    SECURITY = "security", pgettext_lazy("risk", "information security")
    POLICY = "policy", pgettext_lazy("risk", "policy")


class RiskStatus(TextChoices):
    """What has become of it."""

    OPEN = "open", pgettext_lazy("risk", "Open")
    OCCURRED = "occurred", pgettext_lazy("risk", "Has occurred")
    CLOSED = "closed", pgettext_lazy("risk", "Closed")


class Treatment(TextChoices):
    """What is done about it."""

    AVOID = "avoid", pgettext_lazy("risk", "avoid")
    REDUCE = "reduce", pgettext_lazy("risk", "reduce")
    SHARE = "share", pgettext_lazy("risk", "share or transfer")
    ACCEPT = "accept", pgettext_lazy("risk", "accept")


class IssueStatus(TextChoices):
    """What has become of an issue."""

    OPEN = "open", pgettext_lazy("issue", "Open")
    SOLVED = "solved", pgettext_lazy("issue", "Solved")


class ReportStatus(TextChoices):
    """Where a quarterly report stands."""

    WRITING = "writing", _("Being written")
    SUBMITTED = "submitted", _("Being verified")
    VERIFIED = "verified", _("Waiting for both keys")
    SIGNED = "signed", pgettext_lazy("report", "Countersigned")


# --- What was transferred --------------------------------------------------------------------------------------------


class TransferKind(TextChoices):
    """What one side gave the other."""

    SYSTEM = "system", pgettext_lazy("transfer", "system")
    MODULE = "module", pgettext_lazy("transfer", "module")
    STANDARD = "standard", pgettext_lazy("transfer", "standard")
    LICENCE = "licence", pgettext_lazy("transfer", "licence")
    METHOD = "method", _("method or training material")


class Maturity(IntegerChoices):
    """How far a service goes, before and after: the five stages used in comparisons of e-government."""

    NONE = 0, _("on paper only")
    INFORMATION = 1, _("information")
    INTERACTION = 2, _("one-way interaction")
    TWO_WAY = 3, _("two-way interaction")
    TRANSACTION = 4, _("transaction")
    CONNECTED = 5, _("connected and proactive")
