"""Committees in the export of one's own data: seats one had, what is from one's own hand."""

from collections.abc import Iterable

from agreements.models import Decision, SessionMember, SessionMinutes
from people.export import Row, source, values
from people.models import User


@source("committee_seats")
def committee_seats(user: User) -> Iterable[Row]:
    """Sessions one sat in, with name and title of that day."""
    rows = SessionMember.objects.filter(user=user).select_related("session", "organisation").order_by("pk")
    for row in rows.iterator():
        yield {
            "session": row.session.reference,
            "organisation": row.organisation.name,
            **values(row, "side", "role", "presence", "name", "title"),
        }


@source("committee_minutes_written")
def committee_minutes_written(user: User) -> Iterable[Row]:
    """Versions that the person began."""
    rows = SessionMinutes.objects.filter(by=user).select_related("session").order_by("pk")
    for row in rows.iterator():
        yield {
            "session": row.session.reference,
            **values(row, "version", "state", "text", "updated_at", "agreed_at"),
        }


@source("committee_decisions_written")
def committee_decisions_written(user: User) -> Iterable[Row]:
    """Decisions that the person drafted."""
    for row in Decision.objects.filter(by=user).order_by("pk").iterator():
        yield values(row, "reference", "kind", "status", "title", "text", "created_at", "adopted_at")
