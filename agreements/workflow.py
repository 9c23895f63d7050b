"""The lives of agreements, commitments, sessions, minutes and decisions, as tables."""

from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from agreements.enums import AgreementStatus, CommitmentStatus, DecisionStatus, MinutesState, SessionStatus
from agreements.models import Agreement, Commitment, CommitteeSession, Decision, SessionMinutes
from agreements.policies.agreements import keys_of_commitment
from agreements.policies.committees import keys_of_session_rows
from calendars.directory import joint_days
from core.workflow import Keys, Step, Workflow
from people.enums import Side
from people.standing import keys_of_directors

SIDES = tuple(Side.values)
both_sides = Keys(names=SIDES, held=keys_of_directors)
both_sides_of_commitment = Keys(names=SIDES, held=keys_of_commitment)
both_sides_of_session = Keys(names=SIDES, held=keys_of_session_rows)

DRAFT, PROPOSED, RECORDED = AgreementStatus.DRAFT, AgreementStatus.PROPOSED, AgreementStatus.RECORDED
ENDING, ENDED = AgreementStatus.ENDING, AgreementStatus.ENDED

# The register: a record counts when both sides say that it is what they signed.
recording = Workflow(
    Agreement,
    #    step          from                     to        who may                what people read
    Step("propose",     [DRAFT],                 PROPOSED, "agreements.record",  _("Lay before both sides")),
    Step("record",      [PROPOSED],              RECORDED, "agreements.confirm", _("Confirm the record"), keys=both_sides),
    Step("return",      [PROPOSED],              DRAFT,    "agreements.confirm", _("Return with reasons"), awaits=""),
    Step("take_back",   [PROPOSED],              DRAFT,    "agreements.record",  _("Take back to the draft"), awaits=""),
    Step("propose_end", [RECORDED],              ENDING,   "agreements.record",  _("Propose its end"), awaits=""),
    Step("end",         [ENDING],                ENDED,    "agreements.confirm", _("Confirm the end"), keys=both_sides),
    Step("keep",        [ENDING],                RECORDED, "agreements.confirm", _("Keep it in force"), awaits=""),
    Step("expire",      [RECORDED, ENDING],      ENDED,    "agreements.record",  _("Expire"), awaits="", by_clock=True),
    Step("replace",     [RECORDED, ENDING],      ENDED,    "agreements.record",  _("Be superseded"), awaits="", by_clock=True),
)  # fmt: skip

OPEN, REPORTED = CommitmentStatus.OPEN, CommitmentStatus.REPORTED

# What was promised: whoever owes it reports, the other side confirms.
fulfilling = Workflow(
    Commitment,
    Step("report",  [OPEN],           REPORTED,                   "agreements.report_commitment",  _("Report as fulfilled"), awaits=""),
    Step("confirm", [REPORTED],       CommitmentStatus.FULFILLED, "agreements.confirm_commitment", pgettext_lazy("commitment", "Confirm")),
    Step("refuse",  [REPORTED],       OPEN,                       "agreements.confirm_commitment", _("Return with reasons"), awaits=""),
    Step("drop",    [OPEN, REPORTED], CommitmentStatus.DROPPED,   "agreements.drop_commitment",    _("Drop by both sides"), keys=both_sides_of_commitment, awaits=""),
)  # fmt: skip

PLANNED, CONVENED, HELD = SessionStatus.PLANNED, SessionStatus.CONVENED, SessionStatus.HELD


def until_there_is_a_quorum(session: CommitteeSession) -> str:
    """A session counts as held when each side had as many members as the committee asks for, with their heads."""
    from agreements.quorum import missing_for_quorum  # noqa: PLC0415  reads the same models

    return gettext("There is no quorum: see who was present.") if missing_for_quorum(session) else ""


meeting = Workflow(
    CommitteeSession,
    Step("convene",  [PLANNED],           CONVENED,                "agreements.run_session", _("Convene the session")),
    Step("hold",     [CONVENED],          HELD,                    "agreements.run_session", _("Record that it was held"), held_up=until_there_is_a_quorum),
    Step("close",    [HELD],              SessionStatus.CLOSED,    "agreements.run_session", _("Close with the minutes"), awaits="", by_clock=True),
    Step("reopen",   [SessionStatus.CLOSED], HELD,                 "agreements.run_session", _("Reopen for a correction"), awaits="", by_clock=True),
    Step("call_off", [PLANNED, CONVENED], SessionStatus.CANCELLED, "agreements.run_session", _("Call it off"), awaits=""),
)  # fmt: skip

minuting = Workflow(
    SessionMinutes,
    Step("propose",   [MinutesState.DRAFT],    MinutesState.PROPOSED,   "agreements.edit_minutes",  _("Propose to both sides")),
    Step("agree",     [MinutesState.PROPOSED], MinutesState.AGREED,     "agreements.agree_minutes", _("Agree to the minutes"), keys=both_sides_of_session, silence=joint_days(5)),
    Step("send_back", [MinutesState.PROPOSED], MinutesState.SUPERSEDED, "agreements.agree_minutes", _("Send back with reasons"), awaits=""),
    Step("replace",   [MinutesState.AGREED],   MinutesState.SUPERSEDED, "agreements.edit_minutes",  _("Begin a new version"), awaits="", by_clock=True),
    state="state",
)  # fmt: skip

# A decision binds both governments: silence adopts nothing.
deciding = Workflow(
    Decision,
    Step("propose", [DecisionStatus.DRAFT],    DecisionStatus.PROPOSED, "agreements.propose_decision", _("Lay before both sides")),
    Step("adopt",   [DecisionStatus.PROPOSED], DecisionStatus.ADOPTED,  "agreements.countersign",      pgettext_lazy("decision", "Countersign"), keys=both_sides_of_session),
    Step("reject",  [DecisionStatus.PROPOSED], DecisionStatus.REJECTED, "agreements.countersign",      pgettext_lazy("decision", "Do not adopt"), keys=both_sides_of_session, awaits=""),
    Step("return",  [DecisionStatus.PROPOSED], DecisionStatus.DRAFT,    "agreements.countersign",      _("Return with reasons"), awaits=""),
)  # fmt: skip
