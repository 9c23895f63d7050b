"""What a side has promised: reported by whoever owes it, confirmed by the other side; or dropped by both."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements import signals
from agreements.actions.registering import last_number
from agreements.days import months_after
from agreements.enums import AgreementStatus, Owner
from agreements.models import Commitment
from agreements.workflow import fulfilling
from calendars.directory import calendar_of, joint
from calendars.working_time import OfficeCalendar
from core.refusal import RefusedError, expect_read
from core.turning import turn_key
from people.days import today_at
from people.enums import Side
from people.models import User

SOON = 3  # working days before the day it is due
AGAIN = timedelta(days=7)  # between two reminders of what is late


@transaction.atomic
def report_commitment(commitment: Commitment, *, by: User, report: str, side: str = "") -> Commitment:
    """Say how it was fulfilled. The other side then confirms.

    A co-director reports for the own side; an officer says for which side where both owe it. Refused without words, and
    before the agreement stands in the register.
    """
    row = fulfilling.lock(commitment)
    fulfilling.expect(row, "report", by=by)
    _expect_recorded(row)
    if not report.strip():
        raise RefusedError(_("Say how it was fulfilled: the other side confirms by it."))
    row = fulfilling.take(
        row, "report", by=by, report=report, reported_by_side=_side(row, by, side), moved_at=timezone.now()
    )
    signals.commitment_reported.send(Commitment, commitment=row, by=by)
    return row


def mark_of(commitment: Commitment) -> str:
    """What was reported, and when."""
    return commitment.moved_at.isoformat()


@transaction.atomic
def confirm_commitment(commitment: Commitment, *, by: User, seen: str = "") -> Commitment:
    """Confirm that it was fulfilled. What is owed every year is then owed again.

    Refused when it was reported anew since it was read (`seen`).
    """
    found = fulfilling.lock(commitment)
    fulfilling.expect(found, "confirm", by=by)
    expect_read(seen, mark_of(found))
    row = fulfilling.take(
        commitment, "confirm", by=by, settled_on=today_at(commitment.agreement.centre), moved_at=timezone.now()
    )
    begin_next(row)
    signals.commitment_confirmed.send(Commitment, commitment=row, by=by)
    return row


@transaction.atomic
def refuse_commitment(commitment: Commitment, *, by: User, reason: str) -> Commitment:
    """Say with reasons that it is not fulfilled yet: it is open again. Refused without reasons."""
    if not reason.strip():
        raise RefusedError(_("Give the reasons: whoever owes it goes on by them."))
    row = fulfilling.take(commitment, "refuse", by=by, reason=reason, reported_by_side="", moved_at=timezone.now())
    signals.commitment_refused.send(Commitment, commitment=row, reason=reason, by=by)
    return row


@transaction.atomic
def drop_commitment(commitment: Commitment, *, by: User, reason: str) -> Commitment:
    """Turn one's own side's key: nobody owes it any more. The second key drops it, for the years to come too.

    Refused without reasons.
    """
    if not reason.strip():
        raise RefusedError(_("Give the reasons: they stay on record."))
    _expect_recorded(commitment)
    row, happened, sides = turn_key(
        fulfilling,
        commitment,
        "drop",
        by=by,
        reason=reason,
        settled_on=today_at(commitment.agreement.centre),
        moved_at=timezone.now(),
    )
    if happened:
        signals.commitment_dropped.send(Commitment, commitment=row, by=by)
    else:
        for side in sides:
            signals.commitment_key_turned.send(Commitment, commitment=row, side=side, by=by)
    return row


def begin_next(commitment: Commitment) -> Commitment | None:
    """The same, owed a year later, while the agreement lasts that long; none for what is owed once."""
    if not commitment.recurs or commitment.due_on is None:
        return None
    first, years = commitment, 1
    while first.follows is not None:
        first, years = first.follows, years + 1
    assert first.due_on is not None  # noqa: S101  a constraint of the table
    due_on = months_after(first.due_on, 12 * years)  # by the first: 29 February comes back in a leap year
    agreement = commitment.agreement
    ends_on = None if agreement.renewal_months else agreement.ends_on
    last_day = agreement.ended_on if agreement.status == AgreementStatus.ENDED else ends_on
    if last_day is not None and due_on > last_day:
        return None
    return Commitment.objects.create(
        agreement=agreement,
        article_id=commitment.article_id,
        number=last_number(agreement) + 1,
        text=commitment.text,
        owner=commitment.owner,
        organisation_id=commitment.organisation_id,
        due_on=due_on,
        recurs=True,
        follows=commitment,
    )


@transaction.atomic
def chase_commitment(commitment: Commitment) -> bool:
    """Remind whoever owes it three working days before, and weekly once it is late; whether it was done now.

    On working days of the side that owes it: of both sides, where both do.
    """
    rows = Commitment.objects.select_for_update(of=("self",), skip_locked=True)
    row = (
        rows.open()
        .select_related("agreement__centre__side_a", "agreement__centre__side_b")
        .filter(pk=commitment.pk, due_on__isnull=False, agreement__status__in=AgreementStatus.standing())
        .first()
    )
    if row is None or row.due_on is None:
        return False
    now, calendar = timezone.now(), calendar_of_owner(row)
    today = calendar.date_of(now)
    if not calendar.is_working_day(today) or not _is_time(row, row.due_on, today, now, calendar):
        return False
    row.reminded_at = now
    row.save(update_fields=["reminded_at"])
    signals.commitment_due.send(Commitment, commitment=row, by=None)
    return True


def calendar_of_owner(commitment: Commitment) -> OfficeCalendar:
    """The working days of the side that owes it; the joint ones where both do."""
    side_a, side_b = commitment.side_codes()
    if commitment.owner == Owner.BOTH:
        return joint(side_a, side_b)
    return calendar_of(side_a if commitment.owner == Owner.A else side_b)


def _is_time(row: Commitment, due_on: date, today: date, now: datetime, calendar: OfficeCalendar) -> bool:
    if today > due_on:
        return row.reminded_at is None or calendar.date_of(row.reminded_at) <= due_on or now - row.reminded_at >= AGAIN
    if row.reminded_at is not None:
        return False
    left, day = 0, today
    while day < due_on and left <= SOON:
        day += timedelta(days=1)
        left += calendar.is_working_day(day)
    return left <= SOON


def _expect_recorded(commitment: Commitment) -> None:
    if commitment.agreement.status not in AgreementStatus.settled():
        raise RefusedError(_("The agreement is not in the register yet."))


def _side(row: Commitment, by: User, side: str) -> str:
    """For which side it is reported."""
    if row.owner in Side.values:
        return str(row.owner)
    own = by.standing.sides(row.agreement.centre_id)
    if own:
        return min(own)
    if row.organisation is not None:
        centre = row.agreement.centre
        if row.organisation.country_id in (centre.side_a_id, centre.side_b_id):
            return str(Side.A if row.organisation.country_id == centre.side_a_id else Side.B)
    if side not in Side.values:
        raise RefusedError(_("Say which side reports it: the other one confirms."))
    return side
