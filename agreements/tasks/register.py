"""What time does to the register. Each task finds its own work in the rows, so a missed tick costs an hour."""

from datetime import date, timedelta

from celery import shared_task
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from agreements.actions.committing import chase_commitment
from agreements.actions.recording import expire, supersede
from agreements.actions.warning import give_alerts, prolong
from agreements.days import WARNED_BEFORE, months_after
from agreements.enums import AgreementStatus
from agreements.models import Agreement, Commitment

BATCH = 500
A_DAY = timedelta(days=1)  # zones lie on both sides of ours; the act looks at the day of its centre
LONGEST_HOLIDAYS = timedelta(days=20)  # nowhere are three working days further apart


def _standing() -> QuerySet[Agreement]:
    return Agreement.objects.filter(status__in=AgreementStatus.standing())


def _over(today: date) -> QuerySet[Agreement]:
    return _standing().filter(ends_on__lt=today + A_DAY).order_by("ends_on", "pk")


@shared_task
def end_or_prolong() -> int:
    """Prolong what prolongs itself, end what is over or superseded; returns how many."""
    today = timezone.localdate()
    done = sum(prolong(row) for row in _over(today).filter(renewal_months__gt=0)[:BATCH])
    done += sum(expire(row) for row in _over(today).filter(renewal_months=0)[:BATCH])
    successors = Agreement.objects.in_force(today + A_DAY).exclude(supersedes=None)
    replaced = _standing().filter(pk__in=successors.values("supersedes")).order_by("pk")
    return done + sum(supersede(row) for row in replaced[:BATCH])


@shared_task
def warn_of_ends() -> int:
    """Warn before expiry and before the last day for notice; returns how many warnings were given."""
    today = timezone.localdate()
    given, after = 0, 0
    while True:  # page by page: each of them may have a day that is near
        rows = _standing().filter(pk__gt=after, ends_on__gte=today - A_DAY).order_by("pk")
        found = list(rows.filter(_near(today))[:BATCH])
        given += sum(give_alerts(row) for row in found)
        if len(found) < BATCH:
            return given
        after = found[-1].pk


def _near(today: date) -> Q:
    """Those of which one may be warned now: the end, or the notice before it, is within a year."""
    within = months_after(today, max(WARNED_BEFORE)) + A_DAY
    return Q(notice_months__gt=0) | Q(ends_on__lte=within, renewal_months=0)


@shared_task
def chase_commitments() -> int:
    """Remind those who owe something of its day, and weekly once it has passed; returns how many were reminded."""
    now = timezone.now()
    today = timezone.localdate()
    near = Q(reminded_at=None, due_on__lte=today + LONGEST_HOLIDAYS)
    late = Q(due_on__lt=today + A_DAY) & (
        Q(reminded_at__lte=now - timedelta(days=7)) | Q(reminded_at__date__lte=F("due_on") + A_DAY)
    )
    due = Commitment.objects.open().filter(near | late, agreement__status__in=AgreementStatus.standing())
    return sum(chase_commitment(row) for row in due.order_by("due_on", "pk")[:BATCH])
