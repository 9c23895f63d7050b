"""The lives of an event and of what belongs to it, as tables."""

from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from calendars.directory import joint_days
from core.workflow import Keys, Step, Workflow
from events.enums import (
    DelegationStatus,
    EventStatus,
    ListStatus,
    MinutesStatus,
    ParticipantStatus,
    PlanStatus,
    QuestionnaireStatus,
    ReleaseStatus,
)
from events.models import (
    ActionPlan,
    CertificateRun,
    Delegation,
    Event,
    Minutes,
    Participant,
    ParticipantList,
    Questionnaire,
    Release,
)
from events.policies.parts import keys_of_parts
from people.enums import Side

both_sides = Keys(names=tuple(Side.values), held=keys_of_parts)

PLANNED, ANNOUNCED = EventStatus.PLANNED, EventStatus.ANNOUNCED


def until_it_is_over(event: Event) -> str:
    """Nobody closes an event before its last day has passed."""
    return "" if event.has_ended() else gettext("The event has not ended yet.")


lifecycle = Workflow(
    Event,
    #    step        from                  to                     who may            what people read
    Step("announce", [PLANNED],            ANNOUNCED,             "events.announce", _("Announce")),
    Step("close",    [ANNOUNCED],          EventStatus.CLOSED,    "events.close",    _("Close the event"), held_up=until_it_is_over),
    Step("cancel",   [PLANNED, ANNOUNCED], EventStatus.CANCELLED, "events.cancel",   _("Cancel the event"), awaits=""),
)  # fmt: skip

# A version of the programme: what visitors see changes when both sides have signed.
releasing = Workflow(
    Release,
    Step("release",  [ReleaseStatus.PROPOSED], ReleaseStatus.RELEASED,  "events.release",          _("Release"), keys=both_sides, silence=joint_days(3)),
    Step("withdraw", [ReleaseStatus.PROPOSED], ReleaseStatus.WITHDRAWN, "events.withdraw_release", _("Withdraw"), awaits=""),
)  # fmt: skip

PREPARED, INVITED, SUBMITTED = DelegationStatus.PREPARED, DelegationStatus.INVITED, DelegationStatus.SUBMITTED
FORWARDED = DelegationStatus.FORWARDED

# The invitation of a body, and its nomination.
inviting = Workflow(
    Delegation,
    Step("invite",   [PREPARED],                       INVITED,                    "events.invite_delegation",  _("Send the invitation")),
    Step("submit",   [INVITED],                        SUBMITTED,                  "events.submit_nomination",  _("Send the nomination")),
    Step("forward",  [SUBMITTED],                      FORWARDED,                  "events.forward_nomination", _("Forward to the centre"), by_clock=True),
    Step("return",   [SUBMITTED, FORWARDED],           INVITED,                    "events.return_nomination",  _("Return with reasons"), awaits=""),
    Step("decline",  [INVITED],                        DelegationStatus.DECLINED,  "events.decline_invitation", _("Decline the invitation"), awaits=""),
    Step("cancel",   [PREPARED, INVITED, SUBMITTED, FORWARDED], DelegationStatus.CANCELLED, "events.cancel_delegation", _("Withdraw the invitation"), awaits=""),
)  # fmt: skip

NOMINATED, CHECKED, APPLIED = ParticipantStatus.NOMINATED, ParticipantStatus.CHECKED, ParticipantStatus.APPLIED
WAITING, RESERVE, ACCEPTED = ParticipantStatus.WAITING, ParticipantStatus.RESERVE, ParticipantStatus.ACCEPTED
ATTENDING, ATTENDED = ParticipantStatus.ATTENDING, ParticipantStatus.ATTENDED

# A nominee passes check, list and confirmation; a registration passes approval or the waiting list.
taking_part = Workflow(
    Participant,
    Step("check",     [NOMINATED],           CHECKED,                     "events.check_participant",     _("Confirm the check")),
    Step("uncheck",   [CHECKED],             NOMINATED,                   "events.check_participant",     _("Take the check back"), awaits=""),
    Step("accept",    [CHECKED],             ACCEPTED,                    "events.decide_by_list",        pgettext_lazy("step", "Accept"), awaits="", by_clock=True),
    Step("reserve",   [CHECKED],             RESERVE,                     "events.decide_by_list",        _("Put on the reserve list"), awaits="", by_clock=True),
    Step("decline",   [CHECKED],             ParticipantStatus.DECLINED,  "events.decide_by_list",        _("Do not accept"), awaits="", by_clock=True),
    Step("take_over", [RESERVE, NOMINATED, CHECKED], ACCEPTED,            "events.decide_by_list",        _("Take the place over"), awaits="", by_clock=True),
    Step("approve",   [APPLIED],             ACCEPTED,                    "events.approve_registration",  _("Approve")),
    Step("queue",     [APPLIED],             WAITING,                     "events.approve_registration",  _("Put on the waiting list"), awaits=""),
    Step("refuse",    [APPLIED, WAITING],    ParticipantStatus.DECLINED,  "events.approve_registration",  _("Refuse with reasons"), awaits=""),
    Step("promote",   [WAITING],             ACCEPTED,                    "events.decide_by_list",        _("Give a free seat"), awaits="", by_clock=True),
    Step("confirm",   [ACCEPTED],            ATTENDING,                   "events.confirm_participation", _("Confirm participation"), by_clock=True),
    Step("attend",    [ACCEPTED, ATTENDING], ATTENDED,                    "events.decide_by_list",        _("Mark as present"), awaits="", by_clock=True),
    Step("unattend",  [ATTENDED],            ATTENDING,                   "events.decide_by_list",        _("Take the mark of presence back"), awaits="", by_clock=True),
    Step("withdraw",  [NOMINATED, CHECKED, APPLIED, WAITING, RESERVE, ACCEPTED, ATTENDING], ParticipantStatus.WITHDRAWN, "events.withdraw_participant", _("Withdraw"), awaits="", by_clock=True),
)  # fmt: skip

# A list of participants, as both sides accept it.
accepting = Workflow(
    ParticipantList,
    Step("accept",   [ListStatus.PROPOSED], ListStatus.ACCEPTED,  "events.accept_list",   _("Accept the list"), keys=both_sides, silence=joint_days(3)),
    Step("withdraw", [ListStatus.PROPOSED], ListStatus.WITHDRAWN, "events.withdraw_list", _("Withdraw the list"), awaits=""),
)  # fmt: skip

evaluating = Workflow(
    Questionnaire,
    Step("open",   [QuestionnaireStatus.DRAFT],  QuestionnaireStatus.OPEN,   "events.build_questionnaire", _("Open the questionnaire"), awaits=""),
    Step("close",  [QuestionnaireStatus.OPEN],   QuestionnaireStatus.CLOSED, "events.build_questionnaire", _("Close the questionnaire"), awaits="", by_clock=True),
    Step("reopen", [QuestionnaireStatus.CLOSED], QuestionnaireStatus.OPEN,   "events.build_questionnaire", _("Open it again"), awaits=""),
)  # fmt: skip

# Minutes: a proposed version is frozen; an objection sends it back, and the next version begins from it.
minuting = Workflow(
    Minutes,
    Step("propose",   [MinutesStatus.DRAFT],    MinutesStatus.PROPOSED,   "events.edit_minutes",  _("Propose to both sides")),
    Step("agree",     [MinutesStatus.PROPOSED], MinutesStatus.AGREED,     "events.agree_minutes", _("Agree to the minutes"), keys=both_sides, silence=joint_days(5)),
    Step("send_back", [MinutesStatus.PROPOSED], MinutesStatus.SUPERSEDED, "events.agree_minutes", _("Send back with reasons"), awaits=""),
    Step("replace",   [MinutesStatus.AGREED],   MinutesStatus.SUPERSEDED, "events.edit_minutes",  _("Begin a new version"), awaits="", by_clock=True),
)  # fmt: skip

# `by_clock`: authors without an account, and superiors, come by a link of their own; the journal keeps the name typed.
planning = Workflow(
    ActionPlan,
    Step("submit",  [PlanStatus.DRAFT],     PlanStatus.SUBMITTED, "events.submit_plan",  _("Send to the superior"), by_clock=True),
    Step("endorse", [PlanStatus.SUBMITTED], PlanStatus.ENDORSED,  "events.endorse_plan", _("Endorse"), by_clock=True),
    Step("return",  [PlanStatus.SUBMITTED], PlanStatus.DRAFT,     "events.endorse_plan", _("Return with reasons"), awaits="", by_clock=True),
)  # fmt: skip

# Certificates are signed by hand only: silence gives nobody a certificate.
signing = Workflow(
    CertificateRun,
    Step("sign",     [ListStatus.PROPOSED], ListStatus.ACCEPTED,  "events.sign_certificates", _("Sign"), keys=both_sides),
    Step("withdraw", [ListStatus.PROPOSED], ListStatus.WITHDRAWN, "events.withdraw_run",      _("Withdraw"), awaits=""),
)  # fmt: skip
