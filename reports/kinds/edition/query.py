"""The report of an edition: people, sessions, evaluation, decisions, what followed."""

from datetime import timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core import policies
from events.models import Event
from events.presentation.report import counted, report_of
from people.models import User
from reports.figures import editions
from reports.figures.figure import Asked, Group
from reports.kinds.kind import Draw

PLACE = 8
LABEL = _("Report of an event")
LEDE = _("People, sessions, evaluation, decisions and what followed, kept as they stood on the day of the report.")
ABOUT = Event
IS_PUBLIC = False
IS_INSIDE = True
LONGEST_AGO = timedelta(days=3 * 365)


def choices(user: Any) -> QuerySet[Event]:
    """The events of the last years, begun, of the centres where the person works."""
    today = timezone.localdate()
    rows = Event.objects.filter(
        policies.q("events.view_report", user), starts_on__lte=today, starts_on__gte=today - LONGEST_AGO
    )
    return rows.select_related("centre", "released").order_by("-starts_on", "-pk")


def asked_of(event: Event) -> Asked:
    """Its days."""
    return Asked(event.centre, event.starts_on, event.ends_on)


def figures(asked: Asked, event: Event) -> list[Group]:
    """What can be compared from one edition to the next."""
    return [editions.edition(asked, event)]


def paper(event: Event, user: User) -> Draw:  # noqa: ARG001  the same for whoever asks
    """The whole report."""
    found = counted(event)
    return lambda language: report_of(event, found, own="", language=language)
