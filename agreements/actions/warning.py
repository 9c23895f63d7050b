"""What time does to agreements in the register: they are warned of, prolonged, and end."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from agreements import signals
from agreements.days import WARNED_BEFORE, months_before, prolonged
from agreements.enums import AgreementStatus, AlertKind
from agreements.models import Agreement, Alert
from agreements.workflow import recording
from core import journal
from people.days import today_at


def days_warned_of(agreement: Agreement) -> list[tuple[AlertKind, date]]:
    """The days of the present term before which people are warned.

    One that is prolonged by itself does not run out: there the last day for notice is what one can miss.
    """
    found = []
    if agreement.ends_on and not agreement.renewal_months:
        found.append((AlertKind.EXPIRY, agreement.ends_on))
    if notice_by := agreement.notice_by():
        found.append((AlertKind.NOTICE, notice_by))
    return found


@transaction.atomic
def give_alerts(agreement: Agreement) -> int:
    """Warn of the days that are twelve, six or three months away: of each once. Returns how many warnings were given.

    Where several were missed, as with a paper that was recorded late, the nearest is given alone.
    """
    row = recording.lock(agreement)
    if row.status not in AgreementStatus.standing():
        return 0
    today, given = today_at(row.centre), 0
    for kind, day in days_warned_of(row):
        reached = [months for months in WARNED_BEFORE if months_before(day, months) <= today]
        if today > day or not reached:
            continue
        alert, is_new = Alert.objects.get_or_create(agreement=row, kind=kind, months=min(reached), day=day)
        if is_new:
            journal.write(row, "alert", by=None, data={"kind": kind.value, "months": alert.months})
            signals.agreement_alert.send(Agreement, agreement=row, alert=alert, by=None)
            given += 1
    return given


@transaction.atomic
def prolong(agreement: Agreement) -> bool:
    """The term is over and is prolonged by itself, as often as it takes to reach today; whether it was now.

    Warnings of the new term are given anew. What both sides have been proposed to end is prolonged too: it has not
    ended yet.
    """
    row = recording.lock(agreement)
    today = today_at(row.centre)
    if row.status not in AgreementStatus.standing() or not row.renewal_months or row.ends_on is None:
        return False
    if row.ends_on >= today:
        return False
    while row.ends_on < today:
        row.ends_on = prolonged(row.ends_on, row.renewal_months)
    row.updated_at = timezone.now()
    row.save(update_fields=["ends_on", "updated_at"])
    journal.write(row, "prolong", by=None, data={"months": row.renewal_months})
    signals.agreement_prolonged.send(Agreement, agreement=row, by=None)
    return True
