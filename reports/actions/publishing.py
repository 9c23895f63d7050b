"""From the staff's own to the public's: proposed by the centre, published by the keys of both sides."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core.refusal import RefusedError
from core.turning import turn_key
from people.models import User
from reports import signals
from reports.kinds.registry import kinds
from reports.models import Report
from reports.storing import digest
from reports.workflow import publishing


def may_be_public(report: Report) -> bool:
    """Whether its kind is one that the public may ever read."""
    kind = kinds().get(report.kind)
    return kind is not None and kind.is_public


@transaction.atomic
def propose(report: Report, *, by: User) -> Report:
    """Lay a report before both co-directors. Refused for kinds that are for the staff alone."""
    publishing.expect(report, "propose", by=by)
    if not may_be_public(report):
        raise RefusedError(_("Reports of this kind are for the staff of the centre and are not published."))
    row = publishing.take(report, "propose", by=by)
    signals.report_proposed.send(Report, report=row, by=by)
    return row


@transaction.atomic
def publish(report: Report, *, by: User, seen: str = "") -> Report:
    """Turn one's own side's key; with the second everybody may read it. `seen` is the digest of the figures read."""
    publishing.expect(report, "publish", by=by)
    if seen and seen != digest(report.figures):
        raise RefusedError(_("These are not the figures that you have read. Read them again."))
    turned = turn_key(publishing, report, "publish", by=by, published_at=timezone.now())
    if turned.happened:
        signals.report_published.send(Report, report=turned.row, by=by)
    found: Report = turned.row
    return found


@transaction.atomic
def return_report(report: Report, *, by: User, reason: str) -> Report:
    """Give it back to the centre, with reasons; a key that was turned is taken back."""
    row = publishing.take(report, "return", by=by, reason=reason)
    signals.report_returned.send(Report, report=row, by=by, reason=reason)
    return row


@transaction.atomic
def withdraw(report: Report, *, by: User, reason: str) -> Report:
    """Take it from the public, with reasons: one co-director may. Its figures stay as they are."""
    return publishing.take(report, "withdraw", by=by, reason=reason, published_at=None)
