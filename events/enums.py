"""The words of meetings: kinds, states, roles."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class EventKind(TextChoices):
    """What sort of meeting it is."""

    TRAINING = "training", _("Training programme")
    FORUM = "forum", _("Forum")
    WORKSHOP = "workshop", _("Workshop")
    STUDY_VISIT = "study_visit", _("Study visit")
    MEETING = "meeting", _("Meeting")
    CEREMONY = "ceremony", _("Ceremony")
    BRIEFING = "briefing", _("Briefing")


class Mode(TextChoices):
    """Who travels: the participants to the host, the host's delegation to the states, or nobody."""

    INVITATIONAL = "invitational", _("Invitational, in the host country")
    ON_SITE = "on_site", _("On site, in the member states")
    ONLINE = "online", _("Online")
    HYBRID = "hybrid", _("Hybrid")


class EventStatus(TextChoices):
    """Where an event stands. Whether nominations are open or it is under way is told by its dates."""

    PLANNED = "planned", _("Being planned")
    ANNOUNCED = "announced", _("Announced")
    CLOSED = "closed", pgettext_lazy("event", "Closed")
    CANCELLED = "cancelled", pgettext_lazy("event", "Cancelled")


class BodyRole(TextChoices):
    """What an organisation does for an event: the host (주최) answers for it, the organiser (주관) carries it out."""

    HOST = "host", _("Host")
    ORGANISER = "organiser", _("Organiser")
    FUNDER = "funder", _("Funder")
    PARTNER = "partner", _("Partner")


class Duty(TextChoices):
    """What an officer is named for in one event, beside the rights every officer has."""

    LEAD = "lead", _("Officer in charge")
    TRAVEL = "travel", _("Travel desk")
    DOOR = "door", _("Attendance")


class SessionKind(TextChoices):
    """What happens in a session."""

    PRESENTATION = "presentation", _("Presentation")
    COUNTRY = "country", _("Country presentation")
    PANEL = "panel", _("Panel")
    VISIT = "visit", _("Site visit")
    ROUND_TABLE = "round_table", _("Company round table")
    PRACTICE = "practice", _("Practical work")
    CEREMONY = "ceremony", _("Ceremony")
    BRIEFING = "briefing", _("Briefing")
    WRAP_UP = "wrap_up", _("Wrap-up meeting")
    BREAK = "break", _("Break")


class PartRole(TextChoices):
    """What a person does in a session."""

    SPEAKER = "speaker", _("Speaker")
    CHAIR = "chair", _("Chair")
    MODERATOR = "moderator", _("Moderator")
    PANELLIST = "panellist", _("Panellist")
    GUIDE = "guide", _("Guide")
    INTERPRETER = "interpreter", _("Interpreter")


class ReleaseStatus(TextChoices):
    """Where a version of the programme stands."""

    PROPOSED = "proposed", _("Waiting for both sides")
    RELEASED = "released", _("Released")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class DelegationStatus(TextChoices):
    """Where the invitation of a body stands."""

    PREPARED = "prepared", _("Invitation in preparation")
    INVITED = "invited", _("Invited, nomination awaited")
    SUBMITTED = "submitted", _("With the national contact point")
    FORWARDED = "forwarded", _("Nomination received")
    DECLINED = "declined", _("Invitation declined")
    CANCELLED = "cancelled", _("Invitation withdrawn")

    @classmethod
    def sent(cls) -> list["DelegationStatus"]:
        """The states the invited body knows of."""
        return [cls.INVITED, cls.SUBMITTED, cls.FORWARDED, cls.DECLINED]

    @classmethod
    def coming(cls) -> list["DelegationStatus"]:
        """Those from whom papers and people are expected."""
        return [cls.INVITED, cls.SUBMITTED, cls.FORWARDED]


class ParticipantStatus(TextChoices):
    """Where a person stands: nominated by a delegation, or registered on his own."""

    NOMINATED = "nominated", _("Nominated")
    CHECKED = "checked", _("Nomination checked")
    APPLIED = "applied", _("Waiting for approval")
    WAITING = "waiting", _("On the waiting list")
    RESERVE = "reserve", _("On the reserve list")
    ACCEPTED = "accepted", pgettext_lazy("participant", "Accepted")
    ATTENDING = "attending", _("Will attend")
    ATTENDED = "attended", _("Attended")
    DECLINED = "declined", pgettext_lazy("participant", "Not accepted")
    WITHDRAWN = "withdrawn", pgettext_lazy("participant", "Withdrawn")

    @classmethod
    def seated(cls) -> list["ParticipantStatus"]:
        """Those who hold a place: of the capacity, where the event has one."""
        return [cls.ACCEPTED, cls.ATTENDING, cls.ATTENDED]

    @classmethod
    def in_quota(cls) -> list["ParticipantStatus"]:
        """Those who count against the quota of their delegation, unless they are alternates."""
        return [cls.NOMINATED, cls.CHECKED, *cls.seated()]

    @classmethod
    def present(cls) -> list["ParticipantStatus"]:
        """Those who have not dropped out."""
        return [cls.NOMINATED, cls.CHECKED, cls.APPLIED, cls.WAITING, cls.RESERVE, *cls.seated()]


class CheckPoint(TextChoices):
    """What an officer looks at before a nominee comes on the list."""

    NAME = "name", _("The name is written as in the passport")
    LETTER = "letter", _("The person is named in the nomination letter")
    LANGUAGE = "language", _("The person works in a language of the event")
    EXPERIENCE = "experience", _("The person has experience in the subject")
    NO_TRAINING = "no_training", _("No training in the host country in the last three years")


class Verdict(TextChoices):
    """What a list of participants proposes for a nominee."""

    ACCEPT = "accept", _("Accept")
    RESERVE = "reserve", _("Put on the reserve list")
    DECLINE = "decline", _("Do not accept")


class ListStatus(TextChoices):
    """Where a list of participants stands."""

    PROPOSED = "proposed", _("Waiting for both sides")
    ACCEPTED = "accepted", pgettext_lazy("list", "Accepted")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class PaperKind(TextChoices):
    """What a delegation hands in, as a file."""

    NOMINATION = "nomination", _("Nomination letter")
    COUNTRY_REPORT = "country_report", _("Country report")
    SLIDES = "slides", _("Slides")
    TRANSLATION = "translation", _("Translation of the slides")


class Rank(TextChoices):
    """The level of a participant, as hosts ask for it."""

    LEADER = "leader", _("Minister or deputy minister")
    HEAD = "head", _("Head or deputy head of a body")
    DIRECTOR = "director", _("Director of a department")
    MANAGER = "manager", _("Head of a unit")
    STAFF = "staff", _("Specialist")


class VisaState(TextChoices):
    """Where the visa of a participant stands."""

    UNKNOWN = "unknown", _("Not known yet")
    NOT_NEEDED = "not_needed", _("Not needed")
    LETTER_SENT = "letter_sent", _("Support letter sent")
    GRANTED = "granted", _("Granted")
    REFUSED = "refused", _("Refused")


class FieldKind(TextChoices):
    """What an extra question of a registration form takes."""

    LINE = "line", _("One line")
    TEXT = "text", _("Several lines")
    CHOICE = "choice", _("One of several")
    CHOICES = "choices", _("Any of several")
    YES_NO = "yes_no", _("Yes or no")
    DAY = "day", _("A day")


class MaterialAudience(TextChoices):
    """Who may read a material."""

    PUBLIC = "public", _("Everybody")
    PARTICIPANTS = "participants", _("Participants, officers and co-directors")
    OFFICERS = "officers", _("Officers and co-directors")


class Licence(TextChoices):
    """On which terms a material may be used."""

    CC_BY = "cc_by", "CC BY 4.0"
    CC_BY_SA = "cc_by_sa", "CC BY-SA 4.0"
    KOGL_1 = "kogl_1", "KOGL Type 1"
    OWN_USE = "own_use", _("For own use of the participants")
    ALL_RIGHTS = "all_rights", _("All rights reserved")


class AttendanceMeans(TextChoices):
    """How somebody was marked as present."""

    LIST = "list", _("From the list")
    CODE = "code", _("By badge")


class SubjectKind(TextChoices):
    """What a questionnaire asks about."""

    EDITION = "edition", _("The whole event")
    SESSION = "session", _("A session")
    VISIT = "visit", _("A site visit")
    SPEAKER = "speaker", _("A speaker")


class QuestionKind(TextChoices):
    """What a question of a questionnaire takes."""

    SCALE = "scale", _("From 1 to 5, or not applicable")
    YES_NO = "yes_no", _("Yes or no")
    CHOICE = "choice", _("One of several")
    TEXT = "text", _("Own words")


class QuestionnaireStatus(TextChoices):
    DRAFT = "draft", _("Draft")
    OPEN = "open", pgettext_lazy("questionnaire", "Open")
    CLOSED = "closed", pgettext_lazy("questionnaire", "Closed")


class MinutesStatus(TextChoices):
    """Where a version of the minutes stands."""

    DRAFT = "draft", _("Draft")
    PROPOSED = "proposed", _("Waiting for both sides")
    AGREED = "agreed", _("Agreed by both sides")
    SUPERSEDED = "superseded", _("Replaced by a newer version")


class OutcomeKind(TextChoices):
    DECISION = "decision", _("Decision")
    ACTION = "action", _("Action")


class OutcomeStatus(TextChoices):
    OPEN = "open", pgettext_lazy("action", "Open")
    DONE = "done", _("Carried out")
    DROPPED = "dropped", _("Dropped")
    CARRIED = "carried", _("Carried to the next edition")


class PlanStatus(TextChoices):
    """Where an action plan stands."""

    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("With the superior")
    ENDORSED = "endorsed", _("Endorsed")


class Progress(TextChoices):
    """What a participant says of the plan, months later."""

    NOT_STARTED = "not_started", _("Not started")
    GOING_ON = "going_on", _("Going on")
    DONE = "done", pgettext_lazy("plan", "Carried out")
    DROPPED = "dropped", pgettext_lazy("plan", "Dropped")


class PlanMonth(IntegerChoices):
    """When a plan is asked about, in months after the event."""

    THREE = 3, _("After 3 months")
    SIX = 6, _("After 6 months")
    TWELVE = 12, _("After 12 months")


class CertificateStatus(TextChoices):
    PROPOSED = "proposed", _("Waiting for both sides")
    ISSUED = "issued", _("Issued")
    REPLACED = "replaced", _("Replaced by a corrected one")
    REVOKED = "revoked", _("Revoked")
    WITHDRAWN = "withdrawn", _("Withdrawn")
