"""What time does to registrations. Each task finds its own work in the rows."""

from datetime import date, datetime, time, timedelta

from celery import shared_task
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from calendars.directory import calendar_of
from calendars.working_time import working_days_between
from events.actions.seats import fill_seats
from events.enums import EventStatus, ParticipantStatus
from events.models import Event, Participant
from events.signals import event_near

BATCH = 200
SOON = 2  # working days of the country of whoever comes
FAR = timedelta(days=14)  # no event farther away is looked at; even long holidays fit in


@shared_task
def remind_of_events() -> int:
    """Tell those who hold a seat that the event is two of their working days away; returns how many.

    So the letter, which leaves in the office hours of their country, leaves before holidays that end with the event.
    """
    now, today = timezone.now(), timezone.localdate()
    comes = Participant.objects.seated().filter(
        Q(reminded_for=None) | ~Q(reminded_for=F("event__starts_on")),
        event__status=EventStatus.ANNOUNCED,
        event__starts_on__gt=today,
        event__starts_on__lte=today + FAR,
        anonymised_at=None,
    )
    told = 0
    pairs = comes.order_by().values_list("event", "event__starts_on", "country", "country__calendar").distinct()
    for event, starts_on, country, calendar in list(pairs):
        if not _is_near(starts_on, calendar, now):
            continue
        rows = comes.filter(event=event, country=country).order_by("pk").values_list("pk", flat=True)
        for pk in list(rows[: BATCH - told]):
            with transaction.atomic():
                told += _remind(pk)
    return told


def _is_near(starts_on: date, calendar: str, now: datetime) -> bool:
    there = calendar_of(calendar)
    begins = datetime.combine(starts_on, time(0), tzinfo=there.zone)
    return working_days_between(now, begins, there) <= SOON


def _remind(pk: int) -> bool:
    rows = Participant.objects.select_for_update(of=("self",), skip_locked=True, no_key=True)
    participant = rows.select_related("event", "country").filter(pk=pk).first()
    if participant is None or participant.reminded_for == participant.event.starts_on:
        return False
    if not participant.holds_a_seat() or participant.event.status != EventStatus.ANNOUNCED:
        return False
    participant.reminded_for = participant.event.starts_on
    participant.save(update_fields=["reminded_for"])
    event_near.send(Participant, participant=participant, by=None)
    return True


@shared_task
def fill_free_seats() -> int:
    """Serve the waiting lists of events that have free seats: what an act elsewhere has left. Returns how many."""
    waiting = Event.objects.filter(
        Q(capacity=None) | Q(seats_taken__lt=F("capacity")),
        status=EventStatus.ANNOUNCED,
        ends_on__gte=timezone.localdate(),
        participants__status=ParticipantStatus.WAITING,
    )
    return sum(len(fill_seats(event)) for event in waiting.distinct().order_by("starts_on", "pk")[:BATCH])
