"""The meetings that were held, who came, and what they did at home."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from events.enums import CertificateStatus, EventStatus, ParticipantStatus, PlanMonth, PlanStatus, Progress
from events.models import ActionPlan, Certificate, Event, Participant, PlanCheck
from people.days import today_at
from reports.figures.figure import Asked, Breakdown, Figure, Group, Line
from reports.figures.table import Measure, RowLine, Table, on_days, table, within

HELD = (EventStatus.ANNOUNCED, EventStatus.CLOSED)


def _past(asked: Asked) -> date:
    """The last of the days that is over: what is still to come was not held."""
    return min(asked.until, today_at(asked.centre))


def _held(asked: Asked, event: str = "") -> Q:
    return Q(
        **{
            f"{event}status__in": HELD,
            f"{event}ends_on__gte": asked.since,
            f"{event}ends_on__lte": _past(asked),
        }
    )


# --- Meetings --------------------------------------------------------------------------------------------------------


def _event(row: Event) -> RowLine:
    return RowLine(row.reference, row.get_absolute_url(), row.name, row.get_status_display(), row.ends_on)


events = table(
    Table(
        name="events",
        label=_("Events"),
        rows=lambda asked: Event.objects.filter(centre=asked.centre),
        measures={
            "held": Measure(_("Events held"), _held, note=_("Those whose last day was among these days.")),
            "cancelled": Measure(
                _("Events called off"),
                lambda asked: on_days("ends_on")(asked) & Q(status=EventStatus.CANCELLED, announced_at__isnull=False),
                note=_("After they had been announced."),
            ),
        },
        line=_event,
    )
)


def participant_line(row: Participant) -> RowLine:
    return RowLine(
        row.event.reference,
        row.get_absolute_url(),
        str(row),
        row.organisation_name or row.event.name,
        row.event.ends_on,
    )


participants = table(
    Table(
        name="participants",
        label=_("Participants"),
        rows=lambda asked: Participant.objects.filter(event__centre=asked.centre),
        measures={
            "attended": Measure(
                _("People who attended"),
                lambda asked: _held(asked, "event__") & Q(status=ParticipantStatus.ATTENDED),
                note=_("A person is counted at each event."),
            ),
        },
        line=participant_line,
        related=("event",),
        country="country",
        is_sparse=True,
    )
)


def _certificate(row: Certificate) -> RowLine:
    return RowLine(row.handle, row.get_absolute_url(), row.name, row.participant.event.name, row.issued_at)


certificates = table(
    Table(
        name="certificates",
        label=_("Certificates"),
        rows=lambda asked: Certificate.objects.filter(participant__event__centre=asked.centre),
        measures={
            "issued": Measure(
                _("Certificates issued"),
                lambda asked: within("issued_at")(asked) & Q(status=CertificateStatus.ISSUED),
                note=_("Signed by both sides, and valid today."),
            ),
        },
        line=_certificate,
        related=("participant__event",),
        country="participant__country",
        is_sparse=True,
    )
)


def meetings(asked: Asked, *, before: Asked | None = None) -> Group:
    """The events that were held, who came, and the certificates. Three queries."""
    attended, by_country = participants.read(
        asked, "attended", countries=["attended"], before=before, label=_("People who attended, by country")
    )
    return Group(
        "meetings",
        _("Events"),
        [
            *events.figures(asked, "held", "cancelled", before=before),
            *attended,
            *certificates.figures(asked, "issued", before=before),
        ],
        by_country,
    )


# --- Action plans ----------------------------------------------------------------------------------------------------


def plan_line(row: ActionPlan) -> RowLine:
    return RowLine(
        row.participant.event.reference,
        row.get_absolute_url(),
        row.title,
        row.get_status_display(),
        row.endorsed_at or row.submitted_at,
    )


plans = table(
    Table(
        name="action-plans",
        label=_("Action plans"),
        rows=lambda asked: ActionPlan.objects.filter(participant__event__centre=asked.centre),
        measures={
            "endorsed": Measure(
                _("Action plans endorsed"),
                lambda asked: within("endorsed_at")(asked) & Q(status=PlanStatus.ENDORSED),
                note=_("By the superior of the participant."),
            ),
        },
        line=plan_line,
        related=("participant__event",),
        country="participant__country",
    )
)


def _checks(asked: Asked) -> QuerySet[PlanCheck]:
    return PlanCheck.objects.filter(plan__participant__event__centre=asked.centre)


def _check(row: PlanCheck) -> RowLine:
    said = row.get_progress_display() if row.progress else _("Not answered yet")
    event, participant = row.plan.participant.event, row.plan.participant_id
    return RowLine(
        event.reference, reverse("events:plan", args=[event.reference, participant]), row.plan.title, said, row.due_on
    )


def _in_months(months: int, progress: str = "") -> Any:
    def condition(asked: Asked) -> Q:
        found = on_days("due_on")(asked) & Q(months=months)
        return found & Q(progress=progress) if progress else found

    return condition


checks = table(
    Table(
        name="plan-checks",
        label=_("Follow-up of action plans"),
        rows=_checks,
        measures={
            "due": Measure(_("Plans asked about"), on_days("due_on")),
            "done": Measure(
                _("Plans carried out"), lambda asked: on_days("due_on")(asked) & Q(progress=Progress.DONE), of="due"
            ),
            "unanswered": Measure(
                _("Questions not answered"), lambda asked: on_days("due_on")(asked) & Q(progress=""), of="due"
            ),
            **{
                f"due-{months}": Measure(label, _in_months(months))
                for months, label in (
                    (PlanMonth.THREE.value, _("Plans asked about after 3 months")),
                    (PlanMonth.SIX.value, _("Plans asked about after 6 months")),
                    (PlanMonth.TWELVE.value, _("Plans asked about after 12 months")),
                )
            },
            **{
                f"done-{months}": Measure(label, _in_months(months, Progress.DONE), of=f"due-{months}")
                for months, label in (
                    (PlanMonth.THREE.value, _("Carried out after 3 months")),
                    (PlanMonth.SIX.value, _("Carried out after 6 months")),
                    (PlanMonth.TWELVE.value, _("Carried out after 12 months")),
                )
            },
        },
        line=_check,
        seen=lambda rows, user: rows.filter(plan__in=ActionPlan.objects.visible_to(user)),
        related=("plan__participant__event",),
        country="plan__participant__country",
        is_sparse=True,
    )
)
MONTHS = [f"{what}-{months}" for months in PlanMonth.values for what in ("due", "done")]


def action_plans(asked: Asked, *, before: Asked | None = None) -> Group:
    """The plans participants made, and what they say of them after 3, 6 and 12 months. Two queries."""
    figures, by_country = checks.read(
        asked,
        "done",
        "unanswered",
        *MONTHS,
        before=before,
        countries=("due", "done", "unanswered"),
        label=_("Action plans, by country"),
    )
    return Group(
        "action_plans",
        _("Action plans"),
        [*plans.figures(asked, "endorsed", before=before), *figures[:2]],
        (_after_months(figures[2:]), *by_country),
    )


def _after_months(figures: list[Figure]) -> Breakdown:
    """After 3, 6 and 12 months: how many were asked about, how many were carried out."""
    pairs = zip(PlanMonth.choices, figures[::2], figures[1::2], strict=True)
    return Breakdown(
        "plan-checks_months",
        _("Action plans, by time after the event"),
        (checks.measures["due"].label, checks.measures["done"].label),
        tuple(Line(label, (due, done), str(months)) for (months, label), due, done in pairs),
        _("When"),
        bars=1,
    )
