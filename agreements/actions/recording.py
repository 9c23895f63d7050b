"""The record is laid before both sides and signed for; an agreement ends when both sides say so."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements import signals
from agreements.enums import AgreementStatus, Ending
from agreements.models import Agreement
from agreements.workflow import recording
from core.refusal import RefusedError, expect_read
from core.turning import turn_key
from people.days import today_at
from people.models import User

FEWEST_PARTIES = 2
# What both sides may agree on; the others the clock finds in the days and in the register.
AGREED_ENDINGS = (Ending.TERMINATED, Ending.FULFILLED, Ending.SUPERSEDED)


@transaction.atomic
def propose(agreement: Agreement, *, by: User, seen: int | None = None) -> Agreement:
    """Lay the record before both sides; from here on it is frozen.

    Refused without two parties and an authentic language, and when it has changed since it was read.
    """
    row = recording.lock(agreement)
    recording.expect(row, "propose", by=by)
    if seen is not None and seen != row.revision:
        raise RefusedError(_("The record has changed since you read it. Read it again, then lay it before both sides."))
    if lacking := missing(row):
        raise RefusedError(" ".join(lacking))
    row = recording.take(row, "propose", by=by, **_moved())
    signals.agreement_proposed.send(Agreement, agreement=row, by=by)
    return row


def missing(agreement: Agreement) -> list[str]:
    """What the record lacks before it can be laid before both sides, in sentences."""
    found = []
    if agreement.parties.count() < FEWEST_PARTIES:
        found.append(_("Name at least two parties that signed."))
    if not agreement.languages:
        found.append(_("Say in which languages the text is authentic."))
    return found


def mark_of(agreement: Agreement) -> str:
    """What both sides have before them: it changes with every word, text and step of the record, but with no key."""
    return agreement.updated_at.isoformat()


def _expect_read(agreement: Agreement, step: str, *, by: User, seen: str) -> None:
    row = recording.lock(agreement)
    recording.expect(row, step, by=by)
    expect_read(seen, mark_of(row))


@transaction.atomic
def record(agreement: Agreement, *, by: User, seen: str = "") -> Agreement:
    """Turn one's own side's key: this is what was signed. The second key puts it into the register.

    A paper whose place it takes ends the day before, if it is in force by now. Refused when the record is another one
    than was read (`seen`).
    """
    _expect_read(agreement, "record", by=by, seen=seen)
    row, happened, sides = turn_key(recording, agreement, "record", by=by, recorded_at=timezone.now(), **_moved())
    if not happened:
        _tell_other_side(row, sides, by=by)
        return row
    signals.agreement_recorded.send(Agreement, agreement=row, by=by)
    if row.supersedes_id and row.supersedes:
        supersede(row.supersedes)
    return row


@transaction.atomic
def return_agreement(agreement: Agreement, *, by: User, reason: str) -> Agreement:
    """Give the record back with reasons; keys that were turned are cleared. Refused without reasons."""
    if not reason.strip():
        raise RefusedError(_("Give the reasons: the officer corrects the record by them."))
    row = recording.take(agreement, "return", by=by, reason=reason, **_moved())
    signals.agreement_returned.send(Agreement, agreement=row, reason=reason, by=by)
    return row


@transaction.atomic
def take_back(agreement: Agreement, *, by: User) -> Agreement:
    """Take the record back to correct it; keys that were turned are cleared."""
    return recording.take(agreement, "take_back", by=by, **_moved())


@transaction.atomic
def propose_end(agreement: Agreement, *, by: User, end_kind: str, ended_on: date, reason: str) -> Agreement:
    """Lay before both sides that the agreement ends, with its last day and the reasons.

    Refused without reasons, for a day before it was signed, and after its term is over anyway.
    """
    row = recording.lock(agreement)
    recording.expect(row, "propose_end", by=by)
    if not reason.strip():
        raise RefusedError(_("Give the reasons: both sides decide by them."))
    if end_kind not in AGREED_ENDINGS:
        raise RefusedError(_("Say how it ends."))
    if ended_on < row.signed_on:
        raise RefusedError(_("An agreement cannot end before it is signed."))
    if row.ends_on and not row.renewal_months and ended_on > row.ends_on:
        raise RefusedError(_("Its term is over before that day."))
    row = recording.take(
        row, "propose_end", by=by, reason=reason, end_kind=end_kind, ended_on=ended_on, end_reason=reason, **_moved()
    )
    signals.agreement_end_proposed.send(Agreement, agreement=row, reason=reason, by=by)
    return row


@transaction.atomic
def end(agreement: Agreement, *, by: User, seen: str = "") -> Agreement:
    """Turn one's own side's key: it ends as proposed. The second key ends it.

    Refused when another end was proposed than was read (`seen`).
    """
    _expect_read(agreement, "end", by=by, seen=seen)
    row, happened, sides = turn_key(recording, agreement, "end", by=by, **_moved())
    if happened:
        signals.agreement_ended.send(Agreement, agreement=row, by=by)
    else:
        _tell_other_side(row, sides, by=by)
    return row


@transaction.atomic
def keep(agreement: Agreement, *, by: User, reason: str) -> Agreement:
    """Say that it does not end, with reasons: it stays in the register as it was."""
    if not reason.strip():
        raise RefusedError(_("Give the reasons: the officer who proposed the end reads them."))
    row = recording.take(agreement, "keep", by=by, reason=reason, **_moved(), **_ended("", None), end_reason="")
    signals.agreement_kept.send(Agreement, agreement=row, reason=reason, by=by)
    return row


@transaction.atomic
def expire(agreement: Agreement) -> bool:
    """By the clock: the term is over and is not prolonged by itself. Whether it ended now."""
    row = recording.lock(agreement)
    is_over = row.ends_on is not None and row.ends_on < today_at(row.centre) and not row.renewal_months
    if row.status not in AgreementStatus.standing() or not is_over:
        return False
    row = recording.take(row, "expire", by=None, **_moved(), **_ended(Ending.EXPIRED, row.ends_on), end_reason="")
    signals.agreement_ended.send(Agreement, agreement=row, by=None)
    return True


@transaction.atomic
def supersede(agreement: Agreement) -> bool:
    """By the clock: a paper that takes its place is in the register and in force. Whether it ended now."""
    row = recording.lock(agreement)
    if row.status not in AgreementStatus.standing():
        return False
    today = today_at(row.centre)
    successor = Agreement.objects.in_force(today).filter(supersedes=row).order_by("in_force_on", "pk").first()
    if successor is None or successor.in_force_on is None:
        return False
    last_day = max(successor.in_force_on - timedelta(days=1), row.signed_on)
    row = recording.take(row, "replace", by=None, **_moved(), **_ended(Ending.SUPERSEDED, last_day), end_reason="")
    signals.agreement_ended.send(Agreement, agreement=row, by=None)
    return True


def _moved() -> dict[str, Any]:
    now = timezone.now()
    return {"moved_at": now, "updated_at": now}


def _ended(kind: str, day: date | None) -> dict[str, Any]:
    return {"end_kind": kind, "ended_on": day}


def _tell_other_side(row: Agreement, sides: list[str], *, by: User) -> None:
    for side in sides:
        signals.agreement_key_turned.send(Agreement, agreement=row, side=side, by=by)
