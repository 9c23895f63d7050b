"""Two sides decide whether an entry enters the library."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from core.localised import LocalisedText
from people.days import today_at
from people.models import User
from practices import signals
from practices.actions.publishing import make_live
from practices.days import year_after
from practices.enums import Status, VersionState
from practices.models import Practice, Version
from practices.reasons import expect_reasons, joined
from practices.workflow import both_sides, lifecycle


@transaction.atomic
def decide(
    practice: Practice, *, by: User, accepts: bool, reasons: LocalisedText | dict[str, str] | None = None
) -> Practice:
    """Turn one's own side's key: to publish, or not to take the entry, with reasons in the author's language.

    The second key the same way makes it a decision; a side that changes its mind before that takes its key back. Once
    published, the facts count as confirmed today and are asked about in a year.
    """
    row = lifecycle.lock(practice)
    step = "publish" if accepts else "decline"
    lifecycle.expect(row, step, by=by)
    sides = sorted(both_sides.of(by, row))
    written = LocalisedText() if accepts else expect_reasons(reasons or {}, reader=row.author)
    _keep_reasons(row, written, sides)
    row = lifecycle.take(row, step, by=by, reason=written.get(row.author.language, ""), **_changes(row, step))
    if row.status == Status.DECISION:
        for side in sides:
            signals.key_turned.send(Practice, practice=row, by=by, side=side, accepts=accepts)
    elif row.status == Status.PUBLISHED:
        _publish(row, by=by)
    else:
        signals.practice_declined.send(Practice, practice=row, by=by, reasons=row.reasons)
    return row


def _changes(row: Practice, step: str) -> dict[str, Any]:
    """What is saved with the decision, when this key is the last."""
    now = timezone.now()
    changes: dict[str, Any] = {"moved_at": now, "updated_at": now}
    if step == "publish":
        today = today_at(row.centre)
        changes |= {"published_at": now, "verified_on": today, "recheck_on": year_after(today), "reminded_on": None}
    return changes


def _keep_reasons(row: Practice, written: LocalisedText, sides: list[str]) -> None:
    """The reasons of both sides stand together, and those of a side that took its key back go.

    They wait in the entry until the second key turns; nobody outside the decision is shown them before.
    """
    against = [one for one in lifecycle.live(row) if one.step == "decline" and one.key not in sides]
    kept = joined(row.reasons, written) if against else written
    if kept != row.reasons:
        row.reasons = kept
        row.save(update_fields=["reasons"])


def _publish(row: Practice, *, by: User) -> None:
    version = Version.objects.select_for_update().get(practice=row, state=VersionState.WORKING)
    version.practice = row
    make_live(version, by=by)
    signals.practice_published.send(Practice, practice=row, version=version, by=by)
