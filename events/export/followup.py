"""What a person wrote after events, and the certificates given, for the export of one's own data."""

from collections.abc import Iterable

from events.models import ActionPlan, Certificate, TripReport
from people.export import Row, source, values
from people.models import User


@source("action_plans")
def action_plans(user: User) -> Iterable[Row]:
    """The plans with their activities, and what was answered later."""
    rows = ActionPlan.objects.filter(participant__user=user).select_related("participant__event").order_by("pk")
    for row in rows.prefetch_related("activities", "checks"):
        yield {
            "event": row.participant.event.reference,
            **values(row, "status", "language", "title", "problem", "objective", "stakeholders", "resources"),
            **values(row, "outputs", "risks", "support", "updated_at", "submitted_at", "endorsed_at"),
            "activities": [values(one, "what", "owner", "from_month", "to_month") for one in row.activities.all()],
            "answers": [
                values(one, "months", "progress", "reason", "evidence", "answered_at") for one in row.checks.all()
            ],
        }


@source("trip_reports")
def trip_reports(user: User) -> Iterable[Row]:
    rows = TripReport.objects.filter(participant__user=user).select_related("participant__event").order_by("pk")
    for row in rows:
        yield {
            "event": row.participant.event.reference,
            **values(row, "due_on", "language", "overview", "itinerary", "people_met", "activities", "findings"),
            **values(row, "implications", "proposals", "costs", "may_publish", "updated_at", "submitted_at"),
        }


@source("certificates")
def certificates(user: User) -> Iterable[Row]:
    """Those that were given out."""
    rows = Certificate.objects.known().filter(participant__user=user).select_related("participant__event")
    for row in rows.order_by("pk"):
        yield {
            "event": row.participant.event.reference,
            **values(row, "number", "code", "name", "name_own", "days_attended", "share", "status", "issued_at"),
            **values(row, "ended_at", "reason"),
        }
