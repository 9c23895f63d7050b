"""The clocks that run or stand still. Reads only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from calendars.directory import calendar_of
from calendars.working_time import day_strip
from consultations.enums import Status
from consultations.models import (
    Clock,
    ClockPause,
    Consultation,
)


@dataclass(frozen=True)
class ClockView:
    """The clock that runs, or stands still, with its days."""

    clock: Clock
    title: str
    days: Sequence[str]
    is_stopped: bool
    pauses: int


CLOCK_TITLES: dict[str, Promise] = {
    "check": gettext_lazy("Check due"),
    "assign": gettext_lazy("Advisor to be named by"),
    "first_response": gettext_lazy("First response due"),
    "answer": gettext_lazy("Answer due"),
    "reply": gettext_lazy("Reply due"),
    "acceptance": gettext_lazy("Acceptance due"),
}


def clocks_of(consultation: Consultation) -> list[ClockView]:
    """The clocks that have not ended, nearest due time first; one query."""
    pauses = ClockPause.objects.filter(clock=OuterRef("pk")).order_by("started_at")
    rows = (
        consultation.clocks.filter(ended_at=None)
        .select_related("country")
        .annotate(stops=ArraySubquery(pauses.values(json=JSONObject(start="started_at", end="ended_at"))))
    )
    found = sorted(rows, key=lambda clock: (clock.due_at is None, clock.due_at or clock.started_at))
    return [_clock_view(clock) for clock in found]


def due_of_stage(consultation: Consultation, clocks: Sequence[ClockView]) -> datetime | None:
    """When the present stage is due: the answer itself, not the first response that comes before it."""
    if consultation.status == Status.REGISTERED:
        return consultation.due_at
    return max((one.clock.due_at for one in clocks if one.clock.due_at), default=None)


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _clock_view(clock: Any) -> ClockView:
    now = timezone.now()
    stops = [(_moment(one["start"]) or now, _moment(one["end"])) for one in clock.stops]
    calendar = calendar_of(clock.country.calendar_id)
    days = day_strip(clock.started_at, clock.due_at or now, now, calendar, stops)
    return ClockView(clock, str(CLOCK_TITLES[clock.kind]), days, clock.due_at is None, len(stops))
