"""The life of a report, as a table: the staff's own, then the public's by two keys."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.workflow import Keys, Step, Workflow
from people.enums import Side
from people.standing import keys_of_directors
from reports.enums import ReportState
from reports.models import Report

both_sides = Keys(names=tuple(Side.values), held=keys_of_directors)
MADE, PROPOSED, PUBLISHED = ReportState.MADE, ReportState.PROPOSED, ReportState.PUBLISHED

publishing = Workflow(
    Report,
    #    step        from        to         who may            what people read
    Step("propose",  [MADE],     PROPOSED,  "reports.propose", _("Propose for publication")),
    Step("publish",  [PROPOSED], PUBLISHED, "reports.publish", pgettext_lazy("report", "Publish"), keys=both_sides),
    Step("return",   [PROPOSED], MADE,      "reports.publish", _("Return with reasons"), awaits=""),
    Step("withdraw", [PUBLISHED], MADE,     "reports.publish", _("Withdraw from the public"), awaits=""),
    state="state",
)  # fmt: skip
