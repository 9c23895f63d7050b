"""What the page of a project says beside its facts, in one query: partners, milestones, actions, risks, last report.

Each part is a column of the project's row, narrowed to what this reader may see.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from agreements.enums import ActionStatus
from agreements.models import Action, Agreement, Decision
from consultations.models import Consultation
from core import policies
from core.localised import LocalisedText
from events.models import Event
from people.days import today_at
from practices.models import Practice
from projects.enums import (
    Owner,
    PartnerRole,
    RegistrationState,
    ReportStatus,
    RiskStatus,
    Scale,
    TaskKind,
    Treatment,
)
from projects.models import Partner, Project, QuarterReport, Registration, Risk, Task
from projects.presentation.state import State

MOST = 5  # lines of each block: all of them stand on the page of their part
HIGH, MEDIUM = 15, 8  # scores from which a risk is high, and medium
SOON = 14  # days


@dataclass(frozen=True)
class PartnerLine:
    """A body with its roles."""

    name: LocalisedText
    roles: list[Any]


@dataclass(frozen=True)
class Milestone:
    """A point of the schedule that lies ahead, or was reached last."""

    number: str
    name: LocalisedText
    kind: Any
    planned_on: date
    expected_on: date
    done_on: date | None
    state: State


@dataclass(frozen=True)
class ActionLine:
    """What is to be done because of the decision."""

    reference: str
    number: int
    decision: str
    text: LocalisedText
    owner: str
    body: LocalisedText
    due_on: date
    state: State


@dataclass(frozen=True)
class RiskLine:
    """A risk with its score and where it came from."""

    number: int
    sentence: "RiskSentence"
    likelihood: int
    impact: int
    score: int
    before: int | None
    state: State
    owner: str
    treatment: Any

    @property
    def trend(self) -> str:
        """How the score has moved since the review before."""
        if self.before is None or self.before == self.score:
            return _("unchanged")
        return (_("up from %(score)d") if self.score > self.before else _("down from %(score)d")) % {
            "score": self.before
        }


@dataclass(frozen=True)
class RiskSentence:
    """If a cause, then an event, so an effect: in the language in which all three are there."""

    cause: LocalisedText
    event: LocalisedText
    effect: LocalisedText


@dataclass(frozen=True)
class ReportLine:
    """The last quarterly report."""

    year: int
    quarter: int
    state: State
    due_on: date
    is_late: bool


@dataclass(frozen=True)
class RegistrationLine:
    """A registration that stands in the country's register."""

    number: str
    on: date


@dataclass(frozen=True)
class Tie:
    """A practice, a request or an event that the project is tied to."""

    kind: Any
    reference: str
    title: LocalisedText
    url: str


@dataclass(frozen=True)
class Beside:
    """All of it. What the reader may not see is empty."""

    partners: list[PartnerLine] = field(default_factory=list)
    registrations: list[RegistrationLine] = field(default_factory=list)
    actions: list[ActionLine] = field(default_factory=list)
    milestones: list[Milestone] = field(default_factory=list)
    risks: list[RiskLine] = field(default_factory=list)
    risks_open: int = 0
    report: ReportLine | None = None
    ties: list[Tie] = field(default_factory=list)
    sees_agreement: bool = False
    sees_decision: bool = False


def beside(project: Project, user: Any, *, is_inside: bool) -> Beside:
    """What stands beside a project; `is_inside` says that the reader may see its work. One query."""
    columns: dict[str, Any] = {
        **{f"{name}_rows": _ties(name, user) for name in TIES},
        "partner_rows": _partners(),
        "registration_rows": _registrations(),
        "action_rows": _actions(user),
        "sees_agreement": Exists(Agreement.objects.visible_to(user).filter(pk=OuterRef("agreement_id"))),
        "sees_decision": Exists(Decision.objects.visible_to(user).filter(pk=OuterRef("decision_id"))),
    }
    if is_inside:
        columns |= {"milestone_rows": _milestones(), "risk_rows": _risks(), "report_rows": _reports()}
    row = Project.objects.filter(pk=project.pk).annotate(**columns).values(*columns).get()
    today = today_at(project.centre)
    risks = [_risk(one) for one in row.get("risk_rows") or ()]
    reports = [_report(one, today) for one in row.get("report_rows") or ()]
    return Beside(
        partners=_by_body(row["partner_rows"] or ()),
        registrations=[RegistrationLine(one["number"], _date(one["on"])) for one in row["registration_rows"] or ()],
        actions=[_action(one, today) for one in row["action_rows"] or ()],
        milestones=[_milestone(one, today) for one in row.get("milestone_rows") or ()],
        risks=risks[:3],
        risks_open=len(risks),
        report=reports[0] if reports else None,
        ties=[_tie(name, one) for name in TIES for one in row[f"{name}_rows"] or ()],
        sees_agreement=row["sees_agreement"],
        sees_decision=row["sees_decision"],
    )


# --- The columns -----------------------------------------------------------------------------------------------------


def _column(rows: QuerySet[Any], **fields: Any) -> ArraySubquery:
    return ArraySubquery(rows.values(json=JSONObject(**fields)))


def _partners() -> ArraySubquery:
    rows = Partner.objects.filter(project=OuterRef("pk")).order_by("role", "organisation__country__name__en", "pk")
    return _column(rows[:40], role="role", body="organisation_id", name="organisation__name")


def _registrations() -> ArraySubquery:
    rows = Registration.objects.filter(project=OuterRef("pk"), state=RegistrationState.REGISTERED)
    return _column(rows.order_by("rule__country__name__en"), number="number", on="registered_on")


# Relation of the project → its model, what the title is called there, the page of a record, the words.
TIES: dict[str, tuple[Any, str, str, Any]] = {
    "practices": (Practice, "title", "practices:detail", gettext_lazy("Practice")),
    "consultations": (Consultation, "title", "consultations:detail", gettext_lazy("Request")),
    "events": (Event, "name", "events:detail", gettext_lazy("Event")),
}


def _ties(name: str, user: Any) -> ArraySubquery:
    """What the project is tied to, as far as the reader may see it; drafts have no number, and no place here."""
    model, title, _route, _words = TIES[name]
    rows = model.objects.visible_to(user).filter(projects=OuterRef("pk"), reference__isnull=False)
    return _column(rows.order_by("reference")[:20], reference="reference", title=title)


def _actions(user: Any) -> ArraySubquery:
    rows = Action.objects.filter(policies.q("agreements.view_action", user), decision=OuterRef("decision_id"))
    rows = rows.exclude(status=ActionStatus.DROPPED)
    open_first = policies.as_column(Q(status=ActionStatus.OPEN))
    return _column(
        rows.order_by(open_first.desc(), "due_on", "pk")[:MOST],
        number="number",
        decision="decision__reference",
        text="text",
        owner="owner",
        body="organisation__name",
        due_on="due_on",
        status="status",
        settled_on="settled_on",
    )


def _milestones() -> ArraySubquery:
    rows = Task.objects.filter(project=OuterRef("pk"), kind__in=(TaskKind.MILESTONE, TaskKind.MEETING), done_on=None)
    return _column(
        rows.order_by("ends_on", "position", "pk")[:MOST],
        number="number",
        name="name",
        kind="kind",
        planned_on="baseline_ends_on",
        ends_on="ends_on",
        done_on="done_on",
    )


def _risks() -> ArraySubquery:
    rows = Risk.objects.filter(project=OuterRef("pk"), status=RiskStatus.OPEN).order_by("-score", "number")
    fields = ("number", "cause", "event", "effect", "likelihood", "impact", "score", "before", "owner", "treatment")
    return _column(rows[:100], **{name: name for name in fields})


def _reports() -> ArraySubquery:
    rows = QuarterReport.objects.filter(project=OuterRef("pk")).order_by("-year", "-quarter")
    return _column(rows[:1], year="year", quarter="quarter", status="status", due_on="due_on")


# --- Their rows in words ---------------------------------------------------------------------------------------------


def _date(text: str | None) -> Any:
    return date.fromisoformat(text) if text else None


def _by_body(rows: Iterable[dict[str, Any]]) -> list[PartnerLine]:
    found: dict[int, PartnerLine] = {}
    for row in rows:
        line = found.setdefault(row["body"], PartnerLine(LocalisedText(row["name"]), []))
        line.roles.append(PartnerRole(row["role"]).label)
    return list(found.values())


def _tie(name: str, row: dict[str, Any]) -> Tie:
    _model, _title, route, words = TIES[name]
    return Tie(words, row["reference"], LocalisedText(row["title"] or {}), reverse(route, args=[row["reference"]]))


def _action(row: dict[str, Any], today: date) -> ActionLine:
    due_on = _date(row["due_on"])
    if row["status"] == ActionStatus.DONE:
        state = State("is-done", _("Carried out"))
    elif due_on < today:
        state = State("is-late", _("Overdue"))
    elif (due_on - today).days <= SOON:
        state = State("is-soon", _("Due soon"))
    else:
        state = State("is-going", _("Open"))
    return ActionLine(
        f"{row['decision']}/A{row['number']}",
        row["number"],
        row["decision"],
        LocalisedText(row["text"]),
        row["owner"],
        LocalisedText(row["body"] or {}),
        due_on,
        state,
    )


def _milestone(row: dict[str, Any], today: date) -> Milestone:
    expected, planned = _date(row["ends_on"]), _date(row["planned_on"]) or _date(row["ends_on"])
    slip = (expected - planned).days
    if expected < today:
        late = (today - expected).days
        state = State("is-late", ngettext("%(number)d day late", "%(number)d days late", late) % {"number": late})
    elif slip > 0:
        state = State(
            "is-soon",
            ngettext("%(number)d day later than planned", "%(number)d days later than planned", slip)
            % {"number": slip},
        )
    else:
        state = State("is-going", _("As planned"))
    return Milestone(
        row["number"],
        LocalisedText(row["name"]),
        TaskKind(row["kind"]).label,
        planned,
        expected,
        _date(row["done_on"]),
        state,
    )


def _risk(row: dict[str, Any]) -> RiskLine:
    score = row["score"]
    state = (
        State("is-late", Scale.HIGH.label)
        if score >= HIGH
        else State("is-soon", Scale.MEDIUM.label)
        if score >= MEDIUM
        else State("is-going", Scale.LOW.label)
    )
    return RiskLine(
        row["number"],
        RiskSentence(LocalisedText(row["cause"]), LocalisedText(row["event"]), LocalisedText(row["effect"])),
        row["likelihood"],
        row["impact"],
        score,
        row["before"],
        state,
        Owner(row["owner"]),
        Treatment(row["treatment"]).label,
    )


REPORT_SHAPES = {
    ReportStatus.WRITING: "is-going",
    ReportStatus.SUBMITTED: "is-waiting",
    ReportStatus.VERIFIED: "is-waiting",
    ReportStatus.SIGNED: "is-done",
}


def _report(row: dict[str, Any], today: date) -> ReportLine:
    status, due_on = ReportStatus(row["status"]), _date(row["due_on"])
    is_late = status in (ReportStatus.WRITING, ReportStatus.SUBMITTED) and due_on < today
    state = State("is-late", _("Overdue")) if is_late else State(REPORT_SHAPES[status], status.label)
    return ReportLine(row["year"], row["quarter"], state, due_on, is_late)
