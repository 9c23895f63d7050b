"""What time does to nominations, papers and lists. Each task finds its own work in the rows."""

from collections.abc import Callable
from datetime import datetime, timedelta

from celery import shared_task
from django.db import transaction
from django.utils import timezone

from calendars.directory import calendar_of
from calendars.working_time import working_days_between
from core import journal
from core.refusal import RefusedError
from events import signals
from events.actions.accepting import accept_list
from events.completeness import Item, missing_of
from events.enums import DelegationStatus, EventStatus
from events.models import Delegation, ParticipantList
from events.workflow import accepting

BATCH = 200
SOON = 3  # working days of the invited country
NEAR = timedelta(days=14)  # no row farther away is looked at; even long holidays fit in
PAPERS = [Item.COUNTRY_REPORT, Item.SLIDES, Item.TRANSLATION]


@shared_task
def sign_lists_for_silence() -> int:
    """Sign for the sides whose time to answer is over; returns how many lists were accepted."""
    accepted = 0
    for pk in list(accepting.silent().values_list("object_id", flat=True)[:BATCH]):
        row = ParticipantList.objects.select_related("event").get(pk=pk)
        try:
            accept_list(row, by=None)
        except RefusedError:  # withdrawn a moment ago, or more people than seats: the co-directors settle that
            continue
        accepted += 1
    return accepted


@shared_task
def remind_of_nominations() -> int:
    """Tell the bodies whose nomination is due within three of their working days; returns how many."""
    now = timezone.now()
    due = Delegation.objects.filter(
        status=DelegationStatus.INVITED,
        nomination_reminded_at=None,
        due_at__gt=now,
        due_at__lte=now + NEAR,
        event__status=EventStatus.ANNOUNCED,
    ).order_by("due_at", "pk")
    return sum(_each(list(due.values_list("pk", flat=True)[:BATCH]), _remind_of_nomination))


@shared_task
def remind_of_papers() -> int:
    """Tell the delegations that still owe papers due within three of their working days; returns how many."""
    now = timezone.now()
    due = Delegation.objects.filter(
        status__in=DelegationStatus.coming(),
        papers_reminded_at=None,
        event__papers_due_at__gt=now,
        event__papers_due_at__lte=now + NEAR,
        event__status=EventStatus.ANNOUNCED,
    ).order_by("event__papers_due_at", "pk")
    return sum(_each(list(due.values_list("pk", flat=True)[:BATCH]), _remind_of_papers))


def _each(pks: list[int], tell: Callable[[Delegation], bool]) -> list[bool]:
    told = []
    for pk in pks:
        with transaction.atomic():
            rows = Delegation.objects.select_for_update(of=("self",), skip_locked=True)
            row = rows.select_related("event", "country").filter(pk=pk).first()
            told.append(row is not None and tell(row))
    return told


def _is_time(row: Delegation, due_at: datetime) -> bool:
    """Whether the due time is near, and the offices of the invited country are open now."""
    now = timezone.now()
    calendar = calendar_of(row.country.calendar_id)
    is_open = any(opens <= now < closes for opens, closes in calendar.windows(calendar.date_of(now)))
    return is_open and working_days_between(now, due_at, calendar) <= SOON


def _remind_of_nomination(row: Delegation) -> bool:
    if row.nomination_reminded_at or row.due_at is None or not _is_time(row, row.due_at):
        return False
    row.nomination_reminded_at = timezone.now()
    row.save(update_fields=["nomination_reminded_at"])
    journal.write(row, "nomination_due_soon", by=None)
    signals.nomination_due_soon.send(Delegation, delegation=row, by=None)
    return True


def _remind_of_papers(row: Delegation) -> bool:
    due_at = row.event.papers_due_at
    if row.papers_reminded_at or due_at is None or not _is_time(row, due_at):
        return False
    row.papers_reminded_at = timezone.now()
    row.save(update_fields=["papers_reminded_at"])
    items = missing_of(row.event, [row], PAPERS)[row.pk]
    if items:
        journal.write(row, "papers_due_soon", by=None, data={"items": items})
        signals.papers_due_soon.send(Delegation, delegation=row, items=items, by=None)
    return bool(items)
