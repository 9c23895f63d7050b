"""Events and what belongs to them, one line each: rows as they stand, past every action."""

from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from django.utils import timezone

from events.enums import DelegationStatus, EventStatus, ParticipantStatus
from events.models import Contributor, Delegation, Event, Participant, Session, Stop
from people.models import Centre

_number = count(1)


def make_event(centre: Centre, **fields: Any) -> Event:
    """An announced event of five days that begins in thirty."""
    number, first = next(_number), timezone.localdate() + timedelta(days=30)
    starts_on = fields.pop("starts_on", first)
    values: dict[str, Any] = {
        "reference": f"E-{starts_on.year}-{number:03}",
        "year": starts_on.year,
        "name": {"en": f"Edition {number}", "ru": f"Выпуск {number}", "be": f"Выпуск {number}", "ko": f"제{number}회"},
        "status": EventStatus.ANNOUNCED,
        "starts_on": starts_on,
        "ends_on": starts_on + timedelta(days=4),
        **fields,
    }
    if values["status"] != EventStatus.PLANNED:
        values.setdefault("announced_at", timezone.now())
    return Event.objects.create(centre=centre, **values)


def make_stop(event: Event, **fields: Any) -> Stop:
    values = {
        "country_id": "KR",
        "city": {"en": "Seoul", "ru": "Сеул", "be": "Сеул", "ko": "서울"},
        "zone": "Asia/Seoul",
        "starts_on": event.starts_on,
        "ends_on": event.ends_on,
        **fields,
    }
    return Stop.objects.create(event=event, **values)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """A moment of that day in Seoul."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC) - timedelta(hours=9)


def make_session(stop: Stop, *, start: int = 9, hours: float = 1, day: int = 0, **fields: Any) -> Session:
    """A session of the stop's event, on its first day at nine in Seoul when nothing else is said."""
    on = stop.starts_on + timedelta(days=day)
    starts_at = at(on, start)
    values = {
        "event": stop.event,
        "title": {"en": f"Session {next(_number)}"},
        "day": on,
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(hours=hours),
        **fields,
    }
    return Session.objects.create(stop=stop, **values)


def make_contributor(**fields: Any) -> Contributor:
    number = next(_number)
    values = {"given_name": "Sora", "family_name": f"Yoon{number}", "country_id": "KR", **fields}
    return Contributor.objects.create(**values)


def make_delegation(event: Event, organisation: Any, **fields: Any) -> Delegation:
    """An invited body."""
    values = {
        "country_id": organisation.country_id,
        "status": DelegationStatus.INVITED,
        "quota": event.quota or 2,
        "invited_at": timezone.now(),
        **fields,
    }
    return Delegation.objects.create(event=event, organisation=organisation, **values)


def make_participant(event: Event, **fields: Any) -> Participant:
    """Somebody who holds a place and has no account."""
    number = next(_number)
    values = {
        "given_name": "Tamar",
        "family_name": f"Kapanadze{number}",
        "email": f"participant{number}@ge.example",
        "country_id": "GE",
        "status": ParticipantStatus.ACCEPTED,
        **fields,
    }
    return Participant.objects.create(event=event, **values)
