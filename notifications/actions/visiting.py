"""Remembering when a person was at the desk, so that it can say what has changed since."""

from datetime import datetime, timedelta

from django.utils import timezone

from notifications.models import DeskVisit
from people.models import User

PAUSE = timedelta(minutes=30)  # who stays away longer comes back for another visit
NOTED = timedelta(minutes=5)  # a desk that is opened again before is not noted again


def note_visit(user: User) -> datetime | None:
    """Note that the desk is open; returns when the visit before this one ended, none on the first.

    A visit lasts while the desk is opened again within half an hour. Most openings only read.
    """
    now = timezone.now()
    visit = DeskVisit.objects.filter(user=user).first()
    if visit is None:
        DeskVisit.objects.bulk_create([DeskVisit(user=user, seen_at=now)], ignore_conflicts=True)
        return None
    away = now - visit.seen_at
    since = visit.seen_at if away >= PAUSE else visit.since
    if away >= NOTED:
        DeskVisit.objects.filter(pk=visit.pk).update(seen_at=now, since=since)
    return since
