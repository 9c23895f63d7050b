"""The life of a request, as a table."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from calendars.directory import joint_days
from consultations.enums import AnswerState, Status
from consultations.models import Answer, Consultation
from core.workflow import Keys, Step, Workflow
from people.enums import Side
from people.standing import keys_of_directors

DRAFT, SUBMITTED, REGISTERED, ACCEPTED = Status.DRAFT, Status.SUBMITTED, Status.REGISTERED, Status.ACCEPTED
DECLINED, IN_PROGRESS, WAITING = Status.DECLINED, Status.IN_PROGRESS, Status.WAITING
ANSWERED, CLOSED, WITHDRAWN = Status.ANSWERED, Status.CLOSED, Status.WITHDRAWN

both_sides = Keys(names=tuple(Side.values), held=keys_of_directors)

lifecycle = Workflow(
    Consultation,
    #    step             from                     to           who may                        what people read
    Step("submit",        [DRAFT],                 SUBMITTED,   "consultations.submit",        _("Send the request")),
    Step("return",        [SUBMITTED, REGISTERED], DRAFT,       "consultations.return",        _("Return with reasons"), awaits=""),
    Step("forward",       [SUBMITTED],             REGISTERED,  "consultations.forward",       _("Forward to the centre")),
    Step("decide",        [REGISTERED],            ACCEPTED,    "consultations.decide",        pgettext_lazy("step", "Accept"), keys=both_sides, silence=joint_days(5)),
    Step("decline",       [REGISTERED],            DECLINED,    "consultations.decide",        pgettext_lazy("step", "Decline"), keys=both_sides, awaits=""),
    Step("assign",        [ACCEPTED],              IN_PROGRESS, "consultations.assign",        _("Name the advisor")),
    Step("ask_back",      [IN_PROGRESS],           WAITING,     "consultations.answer",        _("Ask the requester"), awaits=""),
    Step("reply",         [WAITING],               IN_PROGRESS, "consultations.reply",         _("Reply")),
    Step("answer",        [IN_PROGRESS],           ANSWERED,    "consultations.check_answer",  _("Send the answer"), awaits="consultations.carry_answer"),
    Step("accept_answer", [ANSWERED],              CLOSED,      "consultations.accept_answer", _("Accept the answer")),
    Step("reopen",        [ANSWERED],              IN_PROGRESS, "consultations.accept_answer", _("Reopen with reasons"), awaits=""),
    Step("withdraw",      Status.open(),           WITHDRAWN,   "consultations.withdraw",      _("Withdraw"), awaits=""),
)  # fmt: skip

# A version of the answer on its way out of the centre. Who has the move is `consultations.carry_answer`.
way_out = Workflow(
    Answer,
    #    step             from                                           to                       who may                        what people read
    Step("to_translator", [AnswerState.DRAFT],                           AnswerState.TRANSLATION, "consultations.hand_over",     _("Hand over for translation")),
    Step("to_officer",    [AnswerState.DRAFT, AnswerState.TRANSLATION],  AnswerState.CHECK,       "consultations.hand_over",     _("Hand over for the check")),
    Step("send_back",     [AnswerState.TRANSLATION, AnswerState.CHECK],  AnswerState.DRAFT,       "consultations.send_back",     _("Send back with reasons")),
    Step("send",          [AnswerState.CHECK],                           AnswerState.SENT,        "consultations.send_version",  _("Send the answer")),
    state="state",
)  # fmt: skip
