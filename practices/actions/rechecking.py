"""Each year the owner is asked whether an entry still holds: it is confirmed for another year, or retired."""

from django.db import transaction
from django.utils import timezone

from calendars.directory import joint
from calendars.working_time import add_working_days
from core import journal
from core.localised import LocalisedText
from people.days import today_at
from people.models import User
from practices import signals
from practices.days import year_after
from practices.enums import Status, VersionState
from practices.models import Practice, Version
from practices.reasons import expect_reasons
from practices.workflow import lifecycle

DAYS_OF_GRACE = 20  # joint working days before the question is asked again


@transaction.atomic
def ask_to_confirm(practice: Practice) -> Practice | None:
    """The clock asks the owner, once the year is over. None when there is nothing to ask any more."""
    row = lifecycle.lock(practice)
    if row.status != Status.PUBLISHED or row.recheck_on is None or row.recheck_on > today_at(row.centre):
        return None
    row = lifecycle.take(row, "ask", by=None, moved_at=timezone.now(), reminded_on=None)
    signals.recheck_asked.send(Practice, practice=row, by=None)
    return row


@transaction.atomic
def remind_to_confirm(practice: Practice) -> Practice | None:
    """The clock asks once more after twenty joint working days, and tells the officers. None when that was done."""
    row = lifecycle.lock(practice)
    due_at = add_working_days(row.moved_at, DAYS_OF_GRACE, joint(*row.side_codes()))
    if row.status != Status.DUE or row.reminded_on is not None or due_at > timezone.now():
        return None
    row.reminded_on = today_at(row.centre)
    row.save(update_fields=["reminded_on"])
    journal.write(row, "remind", by=None)
    signals.recheck_reminded.send(Practice, practice=row, by=None)
    return row


@transaction.atomic
def confirm(practice: Practice, *, by: User) -> Practice:
    """Say for the owner that the facts still hold; the next question comes in a year."""
    row = lifecycle.lock(practice)
    now, today = timezone.now(), today_at(row.centre)
    row = lifecycle.take(
        row,
        "confirm",
        by=by,
        verified_on=today,
        recheck_on=year_after(today),
        reminded_on=None,
        moved_at=now,
        updated_at=now,
    )
    signals.practice_confirmed.send(Practice, practice=row, by=by)
    signals.entry_changed.send(Practice, practice=row, by=by)
    return row


@transaction.atomic
def retire(practice: Practice, *, by: User, reasons: LocalisedText | dict[str, str]) -> Practice:
    """Say that the centre no longer stands by the entry. It stays readable, with the reasons.

    A change that was under way ends with it, for the same reasons. Refused without reasons in the author's language.
    """
    row = lifecycle.lock(practice)
    lifecycle.expect(row, "retire", by=by)
    written, now = expect_reasons(reasons, reader=row.author), timezone.now()
    said = written.get(row.author.language, "")
    row = lifecycle.take(row, "retire", by=by, reason=said, reasons=written, moved_at=now, updated_at=now)
    for version in row.versions.pending().select_for_update():
        version.state, version.decline_reason, version.updated_at = VersionState.DECLINED, written, now
        version.save(update_fields=["state", "decline_reason", "updated_at"])
        journal.write(version, "decline", by=by, reason=said, to_state=VersionState.DECLINED)
        signals.change_declined.send(Version, version=version, by=by, reasons=written)
    signals.practice_retired.send(Practice, practice=row, by=by, reasons=written)
    signals.entry_changed.send(Practice, practice=row, by=by)
    return row
