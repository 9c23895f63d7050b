"""One event, counted: who came and from where, what they were given, what they did at home."""

from dataclasses import replace
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from events.enums import CertificateStatus, ParticipantStatus, PlanStatus, Progress
from events.models import ActionPlan, Attendance, Certificate, Event, Participant, PlanCheck, TripReport
from events.presentation.trip_reports import state_of_report
from reports.figures.events import participant_line, plan_line
from reports.figures.figure import Asked, Group
from reports.figures.table import Measure, RowLine, Table, always, table

IN_FORCE = Certificate.objects.filter(participant=OuterRef("pk"), status=CertificateStatus.ISSUED)
DONE = PlanCheck.objects.filter(plan=OuterRef("pk"), progress=Progress.DONE)


def _held_by_the_centre(model: Any, event: str, seated: str = "") -> Any:
    """Rows of events of the centre; with `seated`, of the people who hold a place."""

    def rows(asked: Asked) -> QuerySet[Any]:
        found = model.objects.filter(**{f"{event}__centre": asked.centre})
        return found.filter(**{f"{seated}__in": ParticipantStatus.seated()}) if seated else found

    return rows


people = table(
    Table(
        name="event-people",
        label=_("Participants"),
        rows=_held_by_the_centre(Participant, "event", "status"),
        measures={
            "seated": Measure(pgettext_lazy("event", "People"), always(), note=_("Those who hold a place.")),
            "certified": Measure(_("Certificates in force"), always(Q(Exists(IN_FORCE))), of="seated"),
        },
        line=participant_line,
        related=("event",),
        country="country",
        event="event",
    )
)


def _day(row: Attendance) -> RowLine:
    event = row.participant.event
    page = reverse("events:attendance", args=[event.reference])
    return RowLine(event.reference, page, str(row.participant), row.get_means_display(), row.day)


attendance = table(
    Table(
        name="event-attendance",
        label=_("Attendance"),
        rows=_held_by_the_centre(Attendance, "participant__event", "participant__status"),
        measures={
            "days": Measure(
                _("Days of attendance"),
                always(Q(session=None)),
                note=_("Each day on which somebody was there; of as many as there are people and days of the event."),
            ),
        },
        line=_day,
        seen=lambda rows, user: rows.filter(participant__in=Participant.objects.visible_to(user)),
        related=("participant__event",),
        event="participant__event",
    )
)

_plans = _held_by_the_centre(ActionPlan, "participant__event", "participant__status")

plans = table(
    Table(
        name="event-plans",
        label=_("Action plans"),
        rows=lambda asked: _plans(asked).written(),
        measures={
            "written": Measure(_("Action plans written"), always()),
            "carried_out": Measure(
                _("Plans carried out"),
                always(Q(Exists(DONE), status=PlanStatus.ENDORSED)),
                of="written",
                note=_("Endorsed by the superior, and done as their authors say."),
            ),
        },
        line=plan_line,
        related=("participant__event",),
        event="participant__event",
    )
)


def _report(row: TripReport) -> RowLine:
    reference = row.participant.event.reference
    return RowLine(
        reference, row.get_absolute_url(), str(row), state_of_report(row).words, row.submitted_at or row.due_on
    )


journeys = table(
    Table(
        name="event-journeys",
        label=_("Reports of journeys"),
        rows=_held_by_the_centre(TripReport, "participant__event"),
        measures={
            "owed": Measure(_("Reports of journeys owed"), always()),
            "handed_in": Measure(_("Reports of journeys handed in"), always(Q(submitted_at__isnull=False)), of="owed"),
        },
        line=_report,
        related=("participant__event",),
        event="participant__event",
    )
)


def edition(asked: Asked, event: Event) -> Group:
    """The figures of one event. Four queries."""
    asked = replace(asked, event=event)
    told, by_country = people.read(
        asked, "seated", "certified", countries=("seated", "certified"), label=_("By country")
    )
    seated, certified = told
    (days,) = attendance.figures(asked, "days")
    return Group(
        "edition",
        _("Event"),
        [
            seated,
            replace(days, of=(seated.value or 0) * event.days()),
            certified,
            *plans.figures(asked, "written", "carried_out"),
            *journeys.figures(asked, "handed_in"),
        ],
        by_country,
    )
