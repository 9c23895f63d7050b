"""The lives of letters and of their runs, as tables."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.workflow import Step, Workflow
from letters.enums import LetterState, RunState
from letters.models import Letter, LetterRun

DRAFT, LEFT_OUT, ISSUED, WITHDRAWN = (
    LetterState.DRAFT,
    LetterState.LEFT_OUT,
    LetterState.ISSUED,
    LetterState.WITHDRAWN,
)

lifecycle = Workflow(
    Letter,
    #    step        from        to         who may           what people read
    Step("issue",    [DRAFT],    ISSUED,    "letters.manage", pgettext_lazy("letter", "Issue"), awaits=""),
    Step("leave_out", [DRAFT],   LEFT_OUT,  "letters.manage", pgettext_lazy("letter", "Leave out"), awaits=""),
    Step("put_back", [LEFT_OUT], DRAFT,     "letters.manage", pgettext_lazy("letter", "Put back"), awaits=""),
    Step("withdraw", [ISSUED],   WITHDRAWN, "letters.manage", pgettext_lazy("letter", "Withdraw"), awaits=""),
    state="state",
)  # fmt: skip

sending = Workflow(
    LetterRun,
    #    step           from                  to                  who may           what people read
    Step("issue_run",   [RunState.PREPARED],  RunState.ISSUED,    "letters.manage", _("Issue the letters"), awaits=""),
    Step("discard_run", [RunState.PREPARED],  RunState.DISCARDED, "letters.manage", _("Discard the letters"), awaits=""),
    state="state",
)  # fmt: skip
