"""The report of a journey as a page and as a paper show it. Reads only."""

from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from calendars.moments import write_day
from core.localised import Tongue, active_language
from events.models import TripReport
from events.presentation.plans import texts_of
from events.presentation.state import State
from papers import blocks
from papers.heads import head_of
from papers.report import Report

PHRASES: dict[str, str | Promise] = {"submit": gettext_lazy("Report handed in")}
TEXTS: tuple[tuple[str, Promise], ...] = (
    ("overview", gettext_lazy("Overview")),
    ("itinerary", gettext_lazy("Itinerary")),
    ("people_met", gettext_lazy("People met")),
    ("activities", gettext_lazy("Main activities")),
    ("findings", gettext_lazy("Findings")),
    ("implications", gettext_lazy("What follows for the own country")),
    ("proposals", gettext_lazy("Proposals")),
    ("costs", gettext_lazy("Costs, and who paid them")),
)


def state_of_report(report: TripReport) -> State:
    """Handed in, due, or overdue."""
    if report.submitted_at:
        return State("is-done", _("Handed in"))
    day = {"day": write_day(report.due_on)}
    if report.due_on < timezone.localdate():
        return State("is-late", _("Overdue since %(day)s") % day)
    return State("is-soon", _("Due %(day)s") % day)


def paper_of(report: TripReport, *, own: str) -> Report:
    """The report for print, its own words in the language they were written in."""
    person, event = report.participant, report.participant.event
    facts: list[tuple[Any, Any]] = [(_("Author"), person.latin_name), (_("Country"), person.country.name)]
    if person.delegation:
        facts.append((_("Body"), person.delegation.organisation.name))
    facts += [(_("Event"), event.name), (_("Days"), f"{write_day(event.starts_on)} – {write_day(event.ends_on)}")]
    facts.append((_("Handed in"), timezone.localdate(report.submitted_at) if report.submitted_at else _("Draft")))
    drawn: list[blocks.Block] = [blocks.Facts(facts)]
    for label, text in texts_of(report, TEXTS):
        drawn += [blocks.Heading(label), blocks.Text(Tongue(text, report.language, is_fallback=False))]
    return Report(
        title=_("Trip report"),
        subtitle=event.name,
        blocks=drawn,
        language=active_language(),
        head=head_of(event.centre, own=own, number=event.reference, day=timezone.localdate(report.updated_at)),
    )
