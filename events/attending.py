"""How long somebody was there: what the rule of the certificate counts. See docs/decisions on days and sessions."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q

from events.enums import SessionKind
from events.models import Attendance, Event, Participant, Session


@dataclass(frozen=True)
class Presence:
    """The days somebody attended, of the days that count."""

    attended: int
    of: int

    @property
    def share(self) -> int:
        """In per cent, never rounded up."""
        return 100 * self.attended // self.of if self.of else 0


def counted_days(event: Event) -> set[date]:
    """The days with a session that counts in the released programme; without one, every day of the event."""
    counted = Session.objects.standing().filter(event=event, is_released=True, counts_for_certificate=True)
    held = counted.exclude(kind=SessionKind.BREAK).values_list("day", flat=True)
    return {day for day in held if day} or {event.starts_on + timedelta(days=number) for number in range(event.days())}


def presences(event: Event, participants: Iterable[Any]) -> dict[int, Presence]:
    """By participant, in two queries. A day is attended when it, or a session of it, was marked."""
    days = counted_days(event)
    marked: dict[int, set[date]] = defaultdict(set)
    counts = Q(session=None) | Q(session__counts_for_certificate=True)
    rows = Attendance.objects.filter(counts, participant__in=participants, day__in=days)
    for pk, day in rows.values_list("participant", "day").distinct():
        marked[pk].add(day)
    pks = participants.values_list("pk", flat=True) if hasattr(participants, "values_list") else participants
    return {pk: Presence(len(marked[pk]), len(days)) for pk in pks}


def fulfils(event: Event, presence: Presence) -> bool:
    """Whether the share the event asks for is reached."""
    return presence.attended > 0 and presence.attended * 100 >= presence.of * event.certificate_share


def candidates(event: Event) -> Any:
    """Those who hold a place and have no certificate: none proposed, none issued, none revoked."""
    return Participant.objects.seated().filter(event=event, anonymised_at=None)
