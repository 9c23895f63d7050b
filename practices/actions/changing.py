"""A change to what is published: begun beside it, checked by the owner, accepted by an officer; readers see it then."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core import journal, policies
from core.localised import LocalisedText
from core.refusal import RefusedError
from people.models import User
from practices import signals
from practices.actions.checking import refuse_own_hand
from practices.actions.proposing import refuse_gaps
from practices.actions.publishing import make_live, put_aside
from practices.models import Practice, Version
from practices.reasons import expect_reasons
from practices.texts import FACTS, ROWS, parts_of, rows_of, same
from practices.workflow import changing, lifecycle


@transaction.atomic
def begin_change(practice: Practice, *, by: User) -> Version:
    """Copy what is published, with everything beside it, so that it can be changed while readers go on reading.

    Refused while another change is under way: two at once could only overwrite each other.
    """
    row = lifecycle.lock(practice)
    policies.require(by, "practices.propose_change", row)
    if row.versions.pending().exists():
        raise RefusedError(_("A change of this practice is under way already. Another can begin when it is decided."))
    live = row.versions.live().get()
    newest = row.versions.order_by("-number").first()
    version = Version.objects.create(
        practice=row,
        number=(newest or live).number + 1,
        author=by,
        sections=dict(live.sections),
        revisions=dict(live.revisions),
        **{name: getattr(live, name) for name in FACTS},
    )
    version.topics.set(live.topics.all())
    for name, (model, _columns) in ROWS.items():
        copies = list(rows_of(live, name))
        for copy in copies:
            copy.pk, copy.version = None, version
            copy._state.adding = True
        model.objects.bulk_create(copies)
    journal.write(row, "begin_change", by=by, data={"version": version.number})
    return version


@transaction.atomic
def submit_change(version: Version, *, by: User, change_reason: str) -> Version:
    """Give the change to those who answer for the facts, with what changes and why.

    Refused while something is missing, and where nothing differs from what is published.
    """
    practice = lifecycle.lock(version.practice)
    row = _expect(version, "submit", by=by)
    refuse_gaps(row)
    live = practice.versions.live().get()
    live.practice = practice
    if same(parts_of(live), parts_of(row)):
        raise RefusedError(_("Nothing differs from what is published yet."))
    row = changing.take(row, "submit", by=by, change_reason=change_reason, updated_at=timezone.now())
    return _told(row, practice, signals.change_proposed, by=by)


@transaction.atomic
def check_change(version: Version, *, by: User, seen: int | None = None) -> Version:
    """The owner says that the facts of the change are right; the officers decide next.

    `seen` counts the savings that were read on the page: refused when the change has been taken back and rewritten.
    """
    practice = lifecycle.lock(version.practice)
    refuse_own_hand(_expect(version, "check", by=by), "submit", by=by)
    _expect_as_read(version, seen)
    row = changing.take(version, "check", by=by, updated_at=timezone.now())
    return _told(row, practice, signals.change_checked, by=by)


@transaction.atomic
def accept_change(version: Version, *, by: User, seen: int | None = None) -> Version:
    """Put the change in the place of what readers have read until now; translations of what differs are outdated.

    `seen` counts the savings that were read on the page, as for the check.
    """
    practice = lifecycle.lock(version.practice)
    _expect(version, "accept", by=by)
    _expect_as_read(version, seen)
    before = put_aside(practice)
    row = changing.take(version, "accept", by=by, live_at=timezone.now())
    row.practice = practice
    make_live(row, by=by, before=before)
    return _told(row, practice, signals.change_accepted, by=by)


@transaction.atomic
def decline_change(version: Version, *, by: User, reasons: LocalisedText) -> Version:
    """Do not take the change, with reasons that its author can read: refused without his language."""
    practice = lifecycle.lock(version.practice)
    written = expect_reasons(reasons, reader=version.author)
    said = written[version.author.language]
    row = changing.take(version, "decline", by=by, reason=said, decline_reason=written, updated_at=timezone.now())
    return _told(row, practice, signals.change_declined, by=by, reasons=written)


@transaction.atomic
def reopen_change(version: Version, *, by: User) -> Version:
    """Take the change back to write on it. What was confirmed of it has to be confirmed again."""
    practice = lifecycle.lock(version.practice)
    row = changing.take(version, "reopen", by=by, updated_at=timezone.now())
    row.practice = practice
    return row


@transaction.atomic
def give_up_change(version: Version, *, by: User) -> Version:
    """Leave a change that is still being written: it stays on record, and the way is free for another."""
    practice = lifecycle.lock(version.practice)
    row = changing.take(version, "give_up", by=by, updated_at=timezone.now())
    row.practice = practice
    return row


def _expect(version: Version, step: str, *, by: User) -> Version:
    row = changing.lock(version)
    changing.expect(row, step, by=by)
    row.practice = Practice.objects.get(pk=row.practice_id)
    return row


def _expect_as_read(version: Version, seen: int | None) -> None:
    """Nobody stands by words that he has not read. Called with the row of the entry locked, as every writing does."""
    if seen is not None and Version.objects.values_list("lock", flat=True).get(pk=version.pk) != seen:
        raise RefusedError(_("The change is no longer the one that you read. Read it again first."))


def _told(row: Version, practice: Practice, signal: Any, *, by: User, **said: Any) -> Version:
    """The entry moves up in its lists, and those whom the signal names are told."""
    practice.updated_at = timezone.now()
    practice.save(update_fields=["updated_at"])
    row.practice = practice
    signal.send(Version, version=row, by=by, **said)
    return row
