"""Before an entry is reviewed, and off its way: the facts are confirmed, it goes back, it is withdrawn."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core.localised import LocalisedText
from core.models import JournalEntry
from core.refusal import RefusedError
from people.models import User
from practices import signals
from practices.actions.reviewing import end_reviews
from practices.enums import Status
from practices.models import Practice, Version
from practices.reasons import expect_reasons
from practices.workflow import lifecycle


@transaction.atomic
def confirm_facts(practice: Practice, *, by: User) -> Practice:
    """Say for the owner that everything in the entry is right. Reviews can be asked for from here on.

    Nobody confirms what he wrote himself: the rule refuses the author. Nor what he proposed in the author's place.
    """
    row, now = lifecycle.lock(practice), timezone.now()
    lifecycle.expect(row, "confirm_facts", by=by)
    refuse_own_hand(row, "propose", by=by)
    row = lifecycle.take(practice, "confirm_facts", by=by, moved_at=now, updated_at=now)
    signals.facts_confirmed.send(Practice, practice=row, by=by)
    return row


@transaction.atomic
def return_practice(practice: Practice, *, by: User, reasons: LocalisedText | dict[str, str]) -> Practice:
    """Give the entry back to its author, with reasons in the author's language. It becomes a draft again.

    The round of reviews ends with it: reviews still owed are taken back, and what comes again is reviewed anew.
    """
    row = lifecycle.lock(practice)
    step = lifecycle.expect(row, "return", by=by)
    written = expect_reasons(reasons, reader=row.author)
    was_reviewed = row.status != Status.PROPOSED
    changes: dict[str, Any] = {"round": row.round + 1} if was_reviewed else {}
    row = _take(row, step.name, by=by, reasons=written, **changes)
    if was_reviewed:
        end_reviews(row, by=by, number=row.round - 1)
    signals.practice_returned.send(Practice, practice=row, by=by, reasons=written)
    return row


@transaction.atomic
def withdraw(practice: Practice, *, by: User, reasons: LocalisedText | dict[str, str] | None = None) -> Practice:
    """Take the entry off its way into the library. Whoever had it before them is told why.

    Refused without reasons once it was proposed; a draft that nobody else has read needs none.
    """
    row = lifecycle.lock(practice)
    lifecycle.expect(row, "withdraw", by=by)
    written = LocalisedText(reasons or {})
    if row.proposed_at or written:
        written = expect_reasons(written, reader=row.author)
    row = _take(row, "withdraw", by=by, reasons=written)
    end_reviews(row, by=by, number=row.round)
    signals.practice_withdrawn.send(Practice, practice=row, by=by, reasons=written)
    return row


def refuse_own_hand(row: Practice | Version, step: str, *, by: User) -> None:
    """Two people stand behind what is confirmed: whoever took the step that asks for it leaves it to somebody else."""
    last = JournalEntry.objects.about(row).filter(verb=step).order_by("-pk").first()
    if last is not None and last.actor_id == by.pk:
        raise RefusedError(_("You have proposed this yourself. Somebody else who answers for the facts confirms them."))


def _take(row: Practice, step: str, *, by: User, reasons: LocalisedText, **changes: Any) -> Practice:
    """Take a step that has reasons; the journal keeps them as the author reads them."""
    now = timezone.now()
    said = reasons.get(row.author.language, "")
    changes |= {"reasons": reasons, "moved_at": now, "updated_at": now}
    return lifecycle.take(row, step, by=by, reason=said, **changes)
