"""Write the report of a journey and hand it in. `by=None` is an author without an account, by the own link."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core import journal, policies
from core.refusal import RefusedError
from events import signals
from events.actions.plans import expect_author
from events.models import TripReport
from people.models import User

TEXTS = ("overview", "itinerary", "people_met", "activities", "findings", "implications", "proposals", "costs")


def _writable(report: TripReport, *, by: User | None, seen: int) -> TripReport:
    row = TripReport.objects.select_for_update(of=("self",)).select_related("participant__event").get(pk=report.pk)
    expect_author(row.participant, by=by)
    if row.submitted_at:
        raise RefusedError(_("The report was handed in and is on record. It is no longer edited."))
    if by is not None:
        policies.require(by, "events.edit_trip_report", row)
    if row.revision != seen:
        raise RefusedError(
            _(
                "The report was saved in another window after you opened it."
                " Open it anew and add what you have written here."
            )
        )
    return row


@transaction.atomic
def write_trip_report(report: TripReport, *, by: User | None, seen: int, **values: Any) -> TripReport:
    """Keep what was written; nothing has to be complete before it is handed in. `seen` as for a plan."""
    row = _writable(report, by=by, seen=seen)
    return _saved(row, values)


@transaction.atomic
def submit_trip_report(report: TripReport, *, by: User | None, seen: int, **values: Any) -> TripReport:
    """Hand the report in: the body, the contact point and the officers read it, others if the author allows.

    Refused while something is missing; what was written is then not saved either, and stays in the form.
    """
    row = _saved(_writable(report, by=by, seen=seen), values)
    if sentences := lacking(row):
        raise RefusedError(" ".join(sentences))
    row.submitted_at = row.updated_at
    row.save(update_fields=["submitted_at"])
    journal.write(row, "submit", by=by, reason="" if by else row.participant.display_name)
    signals.trip_report_submitted.send(TripReport, report=row, by=by)
    return row


def _saved(row: TripReport, values: dict[str, Any]) -> TripReport:
    if unknown := set(values) - {*TEXTS, "language", "may_publish"}:
        message = f"Not values of a trip report: {sorted(unknown)}"
        raise TypeError(message)
    for name, value in values.items():
        setattr(row, name, value)
    row.revision += 1
    row.updated_at = timezone.now()
    row.save()
    return row


def lacking(report: TripReport) -> list[str]:
    """What a report still lacks before it may be handed in, a sentence each."""
    wanted = [
        (report.overview, _("Write the overview.")),
        (report.activities, _("Describe the main activities.")),
        (report.findings, _("Write the findings.")),
        (report.implications, _("Say what follows for your own country.")),
    ]
    return [sentence for value, sentence in wanted if not value.strip()]
