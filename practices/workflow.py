"""The lives of an entry, of a change to it, and of a report on its adoption, as tables."""

from typing import Any

from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from core.workflow import Keys, Step, Workflow
from people.enums import Side
from people.standing import keys_of_directors
from practices.enums import ReportState, Status, VersionState
from practices.models import AdoptionReport, Practice, Version
from practices.policies.adoption import keys_of_report

DRAFT, PROPOSED, REVIEW, DECISION = Status.DRAFT, Status.PROPOSED, Status.REVIEW, Status.DECISION
PUBLISHED, DUE, RETIRED = Status.PUBLISHED, Status.DUE, Status.RETIRED

REVIEWS_NEEDED = 2

both_sides = Keys(names=tuple(Side.values), held=keys_of_directors)
adopter_and_owner = Keys(names=("adopter", "owner"), held=keys_of_report)


def until_two_have_reviewed(practice: Any) -> str:
    """Nothing goes before the co-directors that fewer than two reviewers of other countries have read."""
    given = practice.reviews.given().filter(round=practice.round).count()
    return "" if given >= REVIEWS_NEEDED else gettext("Two reviews from other countries are needed first.")


lifecycle = Workflow(
    Practice,
    #    step             from                              to               who may                  what people read
    Step("propose",       [DRAFT],                          PROPOSED,        "practices.propose",     _("Propose to the library")),
    Step("confirm_facts", [PROPOSED],                       REVIEW,          "practices.check_facts", _("Confirm the facts")),
    Step("return",        [PROPOSED, REVIEW, DECISION],     DRAFT,           "practices.return",      _("Return with reasons"), awaits=""),
    Step("close_reviews", [REVIEW],                         DECISION,        "practices.run",         _("Lay before the co-directors"), awaits="practices.see_to_reviews", held_up=until_two_have_reviewed),
    Step("publish",       [DECISION],                       PUBLISHED,       "practices.decide",      pgettext_lazy("step", "Publish"), keys=both_sides),
    Step("decline",       [DECISION],                       Status.DECLINED, "practices.decide",      pgettext_lazy("step", "Do not take"), keys=both_sides, awaits=""),
    Step("ask",           [PUBLISHED],                      DUE,             "practices.run",         _("Ask the owner again"), by_clock=True, awaits=""),
    Step("confirm",       [DUE],                            PUBLISHED,       "practices.confirm",     _("Confirm for another year")),
    Step("retire",        [PUBLISHED, DUE],                 RETIRED,         "practices.retire",      _("Retire with reasons"), awaits=""),
    Step("withdraw",      [DRAFT, PROPOSED, REVIEW, DECISION], Status.WITHDRAWN, "practices.withdraw", _("Withdraw"), awaits=""),
)  # fmt: skip

# A change to what is published. The first version of an entry has no life of its own: it is published with the entry.
changing = Workflow(
    Version,
    Step("submit",  [VersionState.WORKING],                        VersionState.PROPOSED, "practices.submit_change",  _("Propose the change")),
    Step("check",   [VersionState.PROPOSED],                       VersionState.CHECKED,  "practices.check_change",   _("Confirm the facts")),
    Step("accept",  [VersionState.CHECKED],                        VersionState.LIVE,     "practices.accept_change",  _("Publish the change")),
    Step("decline", [VersionState.PROPOSED, VersionState.CHECKED], VersionState.DECLINED, "practices.decline_change", _("Decline with reasons"), awaits=""),
    Step("reopen",  [VersionState.PROPOSED, VersionState.CHECKED], VersionState.WORKING,  "practices.submit_change",  _("Take back to the draft"), awaits=""),
    Step("give_up", [VersionState.WORKING],                        VersionState.DECLINED, "practices.give_up_change", _("Give the change up"), awaits=""),
    state="state",
)  # fmt: skip

# A stage of an adoption: the adopter's key turns with the filing, the owner's with the confirmation.
reporting = Workflow(
    AdoptionReport,
    Step("file",    [ReportState.DRAFT, ReportState.RETURNED], ReportState.FILED,     "practices.file_report",    _("File the report")),
    Step("confirm", [ReportState.FILED],                       ReportState.CONFIRMED, "practices.confirm_report", _("Confirm the report"), keys=adopter_and_owner),
    Step("return",  [ReportState.FILED],                       ReportState.RETURNED,  "practices.return_report",  _("Return with reasons"), awaits=""),
    state="state",
)  # fmt: skip
