"""The life of a press release or page, as a table: who writes does not publish."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.workflow import Step, Workflow
from pages.enums import PageStatus
from pages.models import Page

DRAFT, PROPOSED, PUBLISHED = PageStatus.DRAFT, PageStatus.PROPOSED, PageStatus.PUBLISHED
CHANGED, WITHDRAWN = PageStatus.CHANGED, PageStatus.WITHDRAWN

lifecycle = Workflow(
    Page,
    #    step              from                         to         who may           what people read
    Step("propose",        [DRAFT],                     PROPOSED,  "pages.write",    _("Propose for publication"), awaits=""),
    Step("propose_change", [PUBLISHED],                 CHANGED,   "pages.write",    _("Propose the change for publication"), awaits=""),
    Step("publish",        [PROPOSED, CHANGED],         PUBLISHED, "pages.publish",  pgettext_lazy("page", "Publish")),
    Step("return",         [PROPOSED],                  DRAFT,     "pages.write",    _("Return with reasons"), awaits=""),
    Step("return_change",  [CHANGED],                   PUBLISHED, "pages.write",    _("Return the change with reasons"), awaits=""),
    Step("withdraw",       [DRAFT, PUBLISHED, CHANGED], WITHDRAWN, "pages.withdraw", pgettext_lazy("page", "Withdraw"), awaits=""),
    Step("reopen",         [WITHDRAWN],                 DRAFT,     "pages.withdraw", _("Take up again"), awaits=""),
)  # fmt: skip
