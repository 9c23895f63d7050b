"""The committee pack: what lies before a session, and what was done since the session before it."""

from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agreements.enums import SessionStatus
from agreements.models import CommitteeSession
from agreements.presentation.pack import pack_of
from agreements.presentation.sessions import RELATED, with_granted
from core import policies
from people.days import today_at
from people.models import User
from reports.figures.figure import Asked, Group
from reports.kinds.kind import Draw
from reports.kinds.parts import of_the_centre

PLACE = 7
LABEL = _("Committee pack with the figures since the last session")
LEDE = _("Agenda, papers, decisions and actions of one session, and what was done since the one before, in figures.")
ABOUT = CommitteeSession
IS_PUBLIC = False
IS_INSIDE = True
LONGEST_AGO = timedelta(days=3 * 365)


def choices(user: Any) -> QuerySet[CommitteeSession]:
    """The sessions of the last years that the person reads as a whole."""
    rows = CommitteeSession.objects.filter(
        policies.q("agreements.view_session_history", user), starts_at__gte=timezone.now() - LONGEST_AGO
    )
    related = rows.exclude(status=SessionStatus.CANCELLED).select_related("committee__centre")
    return related.order_by("-starts_at", "-pk")


def asked_of(session: CommitteeSession) -> Asked:
    """From the day after the last session that was held to the day of this one; else from the beginning of its year."""
    before = session.committee.sessions.filter(starts_at__lt=min(session.starts_at, timezone.now()))
    held = before.exclude(status=SessionStatus.CANCELLED).order_by("-starts_at")
    last = held.values_list("starts_at", flat=True).first()
    until = timezone.localdate(session.starts_at)
    first = date(min(until, today_at(session.centre)).year, 1, 1)
    return Asked(session.centre, timezone.localdate(last) + timedelta(days=1) if last else first, until)


def figures(asked: Asked, session: CommitteeSession) -> list[Group]:  # noqa: ARG001  the days say which session
    """Every part of the work of the centre in these days."""
    return of_the_centre(asked)


def paper(session: CommitteeSession, user: User) -> Draw:
    """What lies before the session, as officers and co-directors read it."""
    found = with_granted(CommitteeSession.objects.select_related(*RELATED), user).get(pk=session.pk)
    return lambda language: pack_of(found, user, language=language)
