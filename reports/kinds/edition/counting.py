"""The figures of an event, each with the page of its rows."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from events.models import Event
from events.presentation.report import Counted
from reports.figures.figure import Breakdown, Figure, Group, Line


def group_of(event: Event, found: Counted) -> Group:
    """People and states, days of attendance, certificates, plans, reports of journeys."""

    def page(name: str) -> str:
        return reverse(f"events:{name}", args=[event.reference])

    people = Figure("edition.people", pgettext_lazy("event", "People"), found.people, page("participants"))
    return Group(
        "edition",
        _("Event"),
        [
            people,
            Figure("edition.present", _("Days of attendance"), found.present, page("attendance"), of=found.expected),
            Figure("edition.certificates", _("Certificates in force"), found.certificates, page("certificates")),
            Figure("edition.plans", _("Action plans written"), found.plans, page("follow_up")),
            Figure("edition.carried_out", _("Plans carried out"), found.carried_out, page("follow_up")),
            Figure(
                "edition.reports",
                _("Reports of journeys handed in"),
                found.reports,
                page("follow_up"),
                of=found.reports_owed,
            ),
        ],
        [
            Breakdown(
                "edition_country",
                _("By country"),
                (people.label, _("Certificates")),
                [
                    Line(
                        state.name,
                        (
                            Figure("edition.people", people.label, state.people, page("participants")),
                            Figure("edition.certificates", _("Certificates"), state.certificates, page("certificates")),
                        ),
                        state.name.get("en", str(state.name)),
                    )
                    for state in found.states
                ],
                _("Country"),
            )
        ],
    )
