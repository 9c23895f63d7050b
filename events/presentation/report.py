"""The report of an edition: one description from live figures, drawn on a page, as PDF and as DOCX. Reads only.

Every figure has a page of its rows; `SOURCES` names it. Called within the language of the report.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, F, Func, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, JSONObject
from django.template.defaultfilters import floatformat
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from calendars.moments import write_day
from core.localised import LocalisedText
from events.enums import (
    BodyRole,
    CertificateStatus,
    OutcomeKind,
    OutcomeStatus,
    ParticipantStatus,
    PlanStatus,
    Progress,
    SessionKind,
    SubjectKind,
)
from events.models import (
    ActionPlan,
    Attendance,
    Certificate,
    Event,
    EventBody,
    Material,
    Outcome,
    Participant,
    PlanCheck,
    Questionnaire,
    Stop,
    TripReport,
)
from events.presentation.page import Link
from events.presentation.results import Result, figures_of, summaries_of, with_ballots
from papers import blocks
from papers.heads import head_of
from papers.report import Report

# The page that each part of the report rests on, and the permission that opens it.
SOURCES: tuple[tuple[Promise, str, str], ...] = (
    (gettext_lazy("People, row by row"), "participants", "events.view_whole"),
    (gettext_lazy("Delegations and their papers"), "delegations", "events.view_whole"),
    (gettext_lazy("The programme"), "timetable", "events.follow"),
    (gettext_lazy("Attendance by day and session"), "attendance", "events.mark_attendance"),
    (gettext_lazy("The evaluation"), "results", "events.view_results"),
    (gettext_lazy("Decisions and actions"), "wrap_up", "events.take_part"),
    (gettext_lazy("Plans and reports of journeys"), "follow_up", "events.view_whole"),
    (gettext_lazy("Certificates"), "certificates", "events.view_whole"),
)


@dataclass(frozen=True)
class State:
    """A country and what came from it."""

    name: LocalisedText
    people: int
    bodies: int
    certificates: int


@dataclass(frozen=True)
class Counted:
    """The figures of an event. `present` are days somebody was there, `expected` the days of all who came."""

    people: int
    present: int
    expected: int
    certificates: int
    materials: int
    plans: int
    endorsed: int
    carried_out: int
    reports: int
    reports_owed: int
    places: Sequence[tuple[LocalisedText, LocalisedText]]
    bodies: Sequence[tuple[str, LocalisedText]]
    states: Sequence[State]
    outcomes: Sequence[Outcome]
    results: Sequence[Result]

    @property
    def attendance(self) -> int | None:
        """In whole per cent; none where nobody was marked."""
        return round(100 * self.present / self.expected) if self.expected and self.present else None


def _number(rows: QuerySet[Any]) -> Any:
    """How many rows belong to the event, as a column: one query carries all of them."""
    counted = rows.order_by().annotate(all=Func(F("pk"), function="COUNT"))
    return Coalesce(Subquery(counted.values("all"), output_field=IntegerField()), 0)


def counted(event: Event) -> Counted:
    """All figures in five queries, however large the event."""
    there = OuterRef("pk")
    seated = ParticipantStatus.seated()
    plans = ActionPlan.objects.written().filter(participant__event=there, participant__status__in=seated)
    carried_out = Exists(PlanCheck.objects.filter(plan=OuterRef("pk"), progress=Progress.DONE))
    issued = Certificate.objects.filter(participant__event=there, status=CertificateStatus.ISSUED)
    reports = TripReport.objects.filter(participant__event=there)
    days = Attendance.objects.filter(participant__event=there, session=None, participant__status__in=seated)
    stops = Stop.objects.filter(event=there).order_by("position", "pk")
    bodies = EventBody.objects.filter(event=there).order_by("position", "pk")
    row = (
        Event.objects.filter(pk=event.pk)
        .annotate(
            present=_number(days),
            certificates=_number(issued),
            shown=_number(Material.objects.filter(event=there)),
            plans=_number(plans),
            endorsed=_number(plans.filter(status=PlanStatus.ENDORSED)),
            carried_out=_number(plans.filter(carried_out, status=PlanStatus.ENDORSED)),
            reports=_number(reports.filter(submitted_at__isnull=False)),
            owed=_number(reports),
            places=ArraySubquery(stops.values(json=JSONObject(city="city", country="country__name"))),
            held_by=ArraySubquery(bodies.values(json=JSONObject(role="role", name="organisation__name"))),
        )
        .values(
            "seats_taken",
            "present",
            "certificates",
            "shown",
            "plans",
            "endorsed",
            "carried_out",
            "reports",
            "owed",
            "places",
            "held_by",
        )
        .get()
    )
    asked = list(with_ballots(Questionnaire.objects.filter(event=event).select_related("session", "contributor")))
    results = summaries_of(asked, figures_of(asked), seated=row["seats_taken"]) if asked else []
    return Counted(
        people=row["seats_taken"],
        present=row["present"],
        expected=row["seats_taken"] * event.days(),
        certificates=row["certificates"],
        materials=row["shown"],
        plans=row["plans"],
        endorsed=row["endorsed"],
        carried_out=row["carried_out"],
        reports=row["reports"],
        reports_owed=row["owed"],
        places=[(LocalisedText(one["city"]), LocalisedText(one["country"])) for one in row["places"]],
        bodies=[(one["role"], LocalisedText(one["name"])) for one in row["held_by"]],
        states=_states(event),
        outcomes=list(Outcome.objects.filter(event=event).select_related("country", "organisation")),
        results=results,
    )


def _states(event: Event) -> list[State]:
    """In the order of protocol: by the English short name."""
    valid = Q(certificates__status=CertificateStatus.ISSUED)
    rows = (
        Participant.objects.seated()
        .filter(event=event)
        .order_by("country__name__en")
        .values("country__name")
        .annotate(
            people=Count("pk", distinct=True),
            bodies=Count("delegation", distinct=True),
            certified=Count("pk", distinct=True, filter=valid),
        )
    )
    return [State(LocalisedText(row["country__name"]), row["people"], row["bodies"], row["certified"]) for row in rows]


def links_to_rows(event: Event, granted: set[str]) -> list[Link]:
    """Where the figures can be checked, as far as this reader may."""
    return [
        Link(label, reverse(f"events:{route}", args=[event.reference]))
        for label, route, permission in SOURCES
        if permission in granted
    ]


def report_of(event: Event, figures: Counted, *, own: str, language: str) -> Report:
    """The edition in one description. `own` is the code of the country whose copy it is: its side stands first."""
    shown: list[blocks.Block] = [
        blocks.Facts(_facts(event, figures)),
        blocks.Text(
            _("The figures are those of %(day)s.") % {"day": write_day(timezone.localdate())},
            tone="soft",
        ),
        blocks.Heading(pgettext("event", "People")),
        *_people(event, figures),
        blocks.Heading(_("Sessions")),
        *_sessions(event, figures),
        blocks.Heading(_("Evaluation")),
        *_evaluation(figures),
        blocks.Heading(_("Decisions and actions")),
        *_outcomes(figures),
        blocks.Heading(_("What followed")),
        blocks.Facts(_follow_up(figures)),
    ]
    return Report(
        title=_("Report of the event"),
        subtitle=event.name,
        blocks=shown,
        language=language,
        head=head_of(event.centre, own=own, number=event.reference, day=timezone.localdate()),
    )


def _facts(event: Event, figures: Counted) -> list[tuple[Any, Any]]:
    days = write_day(event.starts_on)
    if event.ends_on != event.starts_on:
        days = f"{days} – {write_day(event.ends_on)}"
    facts: list[tuple[Any, Any]] = [(_("Days"), days), (_("Mode"), event.get_mode_display())]
    if event.theme:
        facts.append((_("Theme"), event.theme))
    places = "; ".join(f"{city}, {country}" for city, country in figures.places)
    if places:
        facts.append((_("Held in"), places))
    facts += [(BodyRole(role).label, name) for role, name in figures.bodies]
    return facts


def _people(event: Event, figures: Counted) -> list[blocks.Block]:
    if not figures.people:
        return [blocks.Text(_("Nobody was accepted."))]
    attendance = figures.attendance
    facts: list[tuple[Any, Any]] = [
        (_("States"), len(figures.states)),
        (pgettext("event", "People"), figures.people),
        (_("Attendance"), _percent(attendance) if attendance is not None else _("not recorded")),
        (_("Certificates in force"), figures.certificates),
    ]
    head = [pgettext("country", "State"), _("Delegations"), pgettext("event", "People"), _("Certificates")]
    rows: list[list[Any]] = [[state.name, state.bodies, state.people, state.certificates] for state in figures.states]
    if not event.takes_delegations():
        head, rows = [head[0], *head[2:]], [[row[0], *row[2:]] for row in rows]
    return [blocks.Facts(facts), blocks.Table(head, rows)]


def _sessions(event: Event, figures: Counted) -> list[blocks.Block]:
    programme = event.released.programme["sessions"] if event.released else []
    kinds: dict[str, int] = {}
    for session in programme:
        if session["kind"] != SessionKind.BREAK:
            kinds[session["kind"]] = kinds.get(session["kind"], 0) + 1
    if not kinds:
        return [blocks.Text(_("No programme was released."))]
    rows: list[list[Any]] = [
        [SessionKind(kind).label, number] for kind, number in sorted(kinds.items(), key=lambda one: -one[1])
    ]
    found: list[blocks.Block] = [blocks.Table([_("Kind"), _("Sessions")], rows, widths=(4, 1))]
    found.append(blocks.Facts([(_("Materials"), figures.materials)]))
    return found


def _evaluation(figures: Counted) -> list[blocks.Block]:
    rated = [one for one in figures.results if one.mean is not None]
    if not rated:
        return [blocks.Text(_("No questionnaire has five answers or more, so none is shown."))]
    rows: list[list[Any]] = [
        [
            SubjectKind(one.questionnaire.subject).label,
            one.questionnaire.title,
            one.answered,
            _percent(one.rate) if one.rate is not None else "",
            floatformat(one.mean or 0, 1),  # rounds, as the page of results does
        ]
        for one in rated
    ]
    head = [_("About"), _("Questionnaire"), _("Answers"), _("Response rate"), _("Mean, of 5")]
    note = _("Questionnaires with fewer than five answers are not shown.")
    return [blocks.Table(head, rows, widths=(2, 4, 1, 2, 1)), blocks.Text(note, tone="soft")]


def _outcomes(figures: Counted) -> list[blocks.Block]:
    if not figures.outcomes:
        return [blocks.Text(_("Nothing was decided."))]
    decisions = [one for one in figures.outcomes if one.kind == OutcomeKind.DECISION]
    actions = [one for one in figures.outcomes if one.kind == OutcomeKind.ACTION]
    found: list[blocks.Block] = []
    if decisions:
        found.append(blocks.Items([one.text for one in decisions], is_numbered=True))
    if actions:
        rows = [
            [str(one.number), one.text, one.country.name if one.country else "", one.due_on, one.get_status_display()]
            for one in actions
        ]
        head = [_("No."), _("Action"), _("Owed by"), _("Due"), _("State")]
        found.append(blocks.Table(head, rows, widths=(1, 6, 3, 2, 2)))
        done = sum(1 for one in actions if one.status == OutcomeStatus.DONE)
        said = _("%(done)s of %(all)s actions are carried out.") % {"done": done, "all": len(actions)}
        found.append(blocks.Text(said))
    return found


def _follow_up(figures: Counted) -> list[tuple[Any, Any]]:
    return [
        (_("Action plans written"), figures.plans),
        (_("Endorsed by the superior"), figures.endorsed),
        (_("Plans carried out"), figures.carried_out),
        (
            _("Reports of journeys handed in"),
            _("%(done)s of %(all)s") % {"done": figures.reports, "all": figures.reports_owed},
        ),
    ]


def _percent(share: int) -> str:
    """As the reader's language writes it, with a space that does not break where it has one."""
    return _("%(share)s %%") % {"share": share}
