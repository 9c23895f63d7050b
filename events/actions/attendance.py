"""Who was there: on a day, or in a session.

Marking twice is marking once; a mark made by mistake is taken back with reasons.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core import journal, policies
from core.refusal import RefusedError
from events.enums import AttendanceMeans, EventStatus, ParticipantStatus
from events.models import Attendance, Event, Participant, Session
from events.workflow import taking_part
from people.models import User

MOST = 200  # marked at once


@dataclass(frozen=True)
class Occasion:
    """What somebody was present at: a day of the event, or a session, which has a day too."""

    day: date
    session: Session | None = None


class Marked(NamedTuple):
    """Those marked now, those who had been marked before, and those who hold no place and were not marked."""

    now: list[Participant]
    before: list[Participant]
    without_place: list[Participant]


@transaction.atomic
def mark_present(
    event: Event, chosen: Iterable[Participant], *, by: User, at: Occasion, means: str = AttendanceMeans.LIST
) -> Marked:
    """Note that these people are, or were, there. Whoever comes for the first time has attended from here on.

    Refused for a day that has not come, for sessions without a time or cancelled, and once the event is closed: its
    certificates rest on these marks. Several people marking the same guests disturb nobody.
    """
    policies.require(by, "events.mark_attendance", event)
    event = Event.objects.get(pk=event.pk)
    _check(event, at)
    pks = [participant.pk for participant in chosen]
    if not pks:
        raise RefusedError(_("Choose at least one person."))
    if len(pks) > MOST:
        raise RefusedError(_("Choose at most %(most)s people at a time.") % {"most": MOST})
    # In one order, so that two who mark the same people wait for each other and do not stand in each other's way.
    rows = list(
        event.participants.select_for_update(of=("self",), no_key=True)
        .select_related("country")
        .filter(pk__in=pks)
        .order_by("pk")
    )
    seated = [row for row in rows if row.holds_a_seat()]
    there = set(marks_at(event, at).filter(participant__in=seated).values_list("participant", flat=True))
    new = [row for row in seated if row.pk not in there]
    Attendance.objects.bulk_create(
        [Attendance(participant=row, day=at.day, session=at.session, means=means, by=by) for row in new],
        ignore_conflicts=True,
    )
    for number, row in enumerate(new):
        if row.status != ParticipantStatus.ATTENDED:
            new[number] = taking_part.take(row, "attend", by=None)
    return Marked(new, [row for row in seated if row.pk in there], [row for row in rows if not row.holds_a_seat()])


@transaction.atomic
def unmark_present(attendance: Attendance, *, by: User, reason: str) -> Participant:
    """Take back a mark made by mistake. The journal keeps who had made it and why it went."""
    event = Event.objects.get(participants=attendance.participant_id)
    policies.require(by, "events.mark_attendance", event)
    if not reason.strip():
        raise RefusedError(_("Write why. The history of the person keeps it."))
    _refuse_closed(event)
    participant = Participant.objects.select_for_update(of=("self",), no_key=True).get(pk=attendance.participant_id)
    removed, _rows = Attendance.objects.filter(pk=attendance.pk).delete()
    if not removed:
        raise RefusedError(_("Somebody else has taken this mark back already."))
    journal.write(
        participant,
        "unmark_present",
        by=by,
        reason=reason,
        data={"day": attendance.day.isoformat(), "session": attendance.session_id, "marked_by": attendance.by_id},
    )
    if participant.status == ParticipantStatus.ATTENDED and not participant.attendances.exists():
        participant = taking_part.take(participant, "unattend", by=None)
    return participant


def marks_at(event: Event, at: Occasion) -> models.QuerySet[Attendance]:
    """The marks of one occasion."""
    marks = Attendance.objects.filter(participant__event=event, session=at.session)
    return marks if at.session else marks.filter(day=at.day)


def today_at(event: Event) -> date:
    """The day it is where the event is held now; of several stops the one that comes first in the world's day."""
    zones = event.stops.values_list("zone", flat=True)
    return max((timezone.localdate(timezone=ZoneInfo(zone)) for zone in zones), default=timezone.localdate())


def _check(event: Event, at: Occasion) -> None:
    _refuse_closed(event)
    if at.session is not None:
        if at.session.cancelled_at is not None or at.session.day is None:
            raise RefusedError(_("This session is not held, or has no time yet."))
    elif not event.starts_on <= at.day <= event.ends_on:
        raise RefusedError(_("The event has no such day."))
    if at.day > today_at(event):
        raise RefusedError(_("This day has not come yet."))


def _refuse_closed(event: Event) -> None:
    if event.status != EventStatus.ANNOUNCED:
        raise RefusedError(_("Attendance is marked from the announcement of an event until it is closed."))
