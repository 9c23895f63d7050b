"""Reminding speakers of slides that are expected and not there."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from calendars.directory import calendar_of
from calendars.working_time import working_days_between
from events import signals
from events.enums import EventStatus, PartRole
from events.models import Material, Session, SessionPart

# Working days before the session, in the calendar of the speaker's country.
ASKED_BEFORE = (7, 2)
# So many days hold seven working days even around the longest holidays.
LOOK_AHEAD = timedelta(days=24)
SPEAKING = (PartRole.SPEAKER, PartRole.PANELLIST)


def without_slides() -> QuerySet[SessionPart]:
    """The parts in released sessions that are to come, whose slides are expected and not there."""
    now = timezone.now()
    given = Material.objects.filter(
        Q(contributor=OuterRef("contributor")) | Q(contributor=None), session=OuterRef("session"), is_slides=True
    )
    return SessionPart.objects.filter(
        ~Exists(given),
        Q(slides_asked=None) | Q(slides_asked__gt=min(ASKED_BEFORE)),
        ~Q(contributor__email="") | Q(contributor__user__isnull=False),
        role__in=SPEAKING,
        starts_at__gt=now,
        starts_at__lte=now + LOOK_AHEAD,
        session__expects_slides=True,
        session__is_released=True,
        session__event__status=EventStatus.ANNOUNCED,
    )


@transaction.atomic
def ask_for_slides(pk: int) -> bool:
    """Remind one speaker if a reminder is due: once a stage, so a task that is run twice asks once."""
    part = (
        without_slides()
        .select_for_update(of=("self",), skip_locked=True)
        .select_related("contributor__country", "session__event")
        .filter(pk=pk)
        .first()
    )
    if part is None or part.starts_at is None:
        return False
    calendar = calendar_of(part.contributor.country.calendar_id)
    left = working_days_between(timezone.now(), part.starts_at, calendar)
    stage = next((days for days in sorted(ASKED_BEFORE) if left <= days), None)
    if stage is None or (part.slides_asked is not None and part.slides_asked <= stage):
        return False
    part.slides_asked = stage
    part.save(update_fields=["slides_asked"])
    signals.slides_missing.send(Session, session=part.session, contributor=part.contributor, by=None, stage=stage)
    return True
