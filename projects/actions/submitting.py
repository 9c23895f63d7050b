"""A concept paper goes to both sides, comes back with reasons, or is withdrawn."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.refusal import RefusedError
from people.models import User
from projects import signals
from projects.completeness import completeness_of
from projects.models import Project
from projects.reasons import expect_reason
from projects.workflow import lifecycle


@transaction.atomic
def submit(project: Project, *, by: User) -> Project:
    """Send the concept paper to both sides, who give their opinion. From here its text stays as it is.

    Refused while anything is missing: a committee decides on what it reads.
    """
    row = lifecycle.lock(project)
    lifecycle.expect(row, "submit", by=by)
    if gaps := completeness_of(row).gaps:
        said = " ".join(str(gap.sentence) for gap in gaps)
        raise RefusedError(_("The concept paper is not complete yet. %(gaps)s") % {"gaps": said})
    now = timezone.now()
    row = lifecycle.take(row, "submit", by=by, submitted_at=now, moved_at=now, updated_at=now)
    signals.project_submitted.send(Project, project=row, by=by)
    return row


@transaction.atomic
def return_concept(project: Project, *, by: User, reason: str) -> Project:
    """Give the paper back to its author with reasons, also after it lay before the committee. It is written again.

    What both sides thought of it stays readable; the next submission begins a round of its own.
    """
    row = lifecycle.lock(project)
    lifecycle.expect(row, "return", by=by)
    reason = expect_reason(reason, gettext_lazy("Give the reasons: the author writes the paper anew by them."))
    now = timezone.now()
    row = lifecycle.take(
        row,
        "return",
        by=by,
        reason=reason,
        decision=None,
        opinion_round=row.opinion_round + 1,
        moved_at=now,
        updated_at=now,
    )
    signals.project_returned.send(Project, project=row, reason=reason, by=by)
    return row


@transaction.atomic
def withdraw(project: Project, *, by: User, reason: str = "") -> Project:
    """Take the paper off its way to the committee. Whoever had it before them is told why.

    Refused without reasons once it was submitted; a paper that nobody else has read needs none.
    """
    row = lifecycle.lock(project)
    lifecycle.expect(row, "withdraw", by=by)
    if row.submitted_at:
        reason = expect_reason(reason, gettext_lazy("Give the reasons: both sides have read the paper."))
    now = timezone.now()
    row = lifecycle.take(row, "withdraw", by=by, reason=reason, decision=None, moved_at=now, updated_at=now)
    signals.project_withdrawn.send(Project, project=row, by=by)
    return row
