"""Projects and what belongs to them, one line each: rows as they stand, past every action."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from django.db import transaction
from django.utils import timezone

from agreements.enums import AgreementKind, AgreementStatus, DecisionKind, DecisionStatus, SessionStatus
from agreements.models import Agreement, Committee, CommitteeSession, Decision
from core.numbering import next_number
from people.enums import Function, Side
from people.models import Appointment, Centre, User
from projects.enums import (
    CostGroup,
    EntryKind,
    EntryState,
    LineState,
    Owner,
    ProjectKind,
    ResultLevel,
    Stage,
    Unit,
    ValueState,
)
from projects.models import BudgetLine, Entry, Indicator, Measure, Period, Project, ReportedValue, Result, Target
from tests.cast import SINCE, Cast

_number = count(1)
START, END = date(2026, 1, 12), date(2027, 12, 17)


def make_leader(cast: Cast, key: str, body: str, side: Side, *, language: str = "en") -> User:
    """A project leader of a side, in a body of the cast: `leader_by`, `leader_kr`."""
    if key in cast.people:
        return cast.people[key]
    organisation = cast.organisations[body]
    user = User.objects.create(
        email=f"{key}@{organisation.country_id.lower()}.example",
        given_name=key.title(),
        family_name="Sample",
        language=language,
        zone=organisation.country.calendar.zone,
    )
    Appointment.objects.create(
        user=user,
        function=Function.PROJECT_LEADER,
        organisation=organisation,
        centre=cast.centre,
        side=side,
        starts_on=SINCE,
        is_primary=True,
    )
    cast.people[key] = user
    return user


def make_agreement(centre: Centre, by: User, **fields: Any) -> Agreement:
    """An agreement in the register and in force."""
    now = timezone.now()
    number = next(_number)
    values: dict[str, Any] = {
        "reference": f"AG-2016-{number + 10:02d}",
        "kind": AgreementKind.AGREEMENT,
        "title": {"en": f"Agreement {number}"},
        "status": AgreementStatus.RECORDED,
        "signed_on": date(2016, 9, 9),
        "in_force_on": date(2016, 9, 9),
        "recorded_at": now,
        "languages": ["en"],
        **fields,
    }
    return Agreement.objects.create(centre=centre, by=by, **values)


def make_decision(centre: Centre, by: User, **fields: Any) -> Decision:
    """A decision of a session that was held, adopted unless something else is said."""
    number = next(_number)
    committee, _made = Committee.objects.get_or_create(
        code="JSC", defaults={"centre": centre, "name": {"en": "Joint Steering Committee"}}
    )
    session = fields.pop("session", None) or CommitteeSession.objects.create(
        committee=committee,
        number=number,
        programme_year=3,
        reference=f"JSC-{number}",
        status=SessionStatus.HELD,
        starts_at=timezone.now(),
        ends_at=timezone.now() + timedelta(hours=3),
        zone="Asia/Seoul",
        convened_at=timezone.now(),
        by=by,
    )
    values: dict[str, Any] = {
        "number": number,
        "reference": f"{session.reference}-{number:02d}",
        "kind": DecisionKind.PROJECT,
        "title": {"en": f"Decision {number}"},
        "text": {"en": "The committee approves the project.", "ko": "위원회는 사업을 승인한다."},
        "status": DecisionStatus.ADOPTED,
        "adopted_at": timezone.now(),
        **fields,
    }
    return Decision.objects.create(session=session, by=by, **values)


def make_project(cast: Cast, *, stage: str = Stage.RUNNING, **fields: Any) -> Project:
    """A project of Belarus (side A) and Korea (side B), running unless something else is said, with both leaders."""
    officer = cast.people["officer"]
    now = timezone.now()
    number = next(_number)
    values: dict[str, Any] = {
        "reference": f"JP-2026-{number + 50:02d}",
        "kind": ProjectKind.PILOT,
        "name": {"en": f"Digital archive {number}", "ru": f"Цифровой архив {number}", "ko": f"전자기록관 {number}"},
        "country": cast.countries["BY"],
        "lead_a": cast.organisations["services_by"],
        "lead_b": cast.organisations["nia"],
        "leader_a": make_leader(cast, "leader_by", "services_by", Side.A),
        "leader_b": make_leader(cast, "leader_kr", "nia", Side.B),
        "author": cast.people["official_by"],
        "planned_start_on": START,
        "planned_end_on": END,
        **fields,
    }
    if stage not in (Stage.CONCEPT, Stage.WITHDRAWN):
        values.setdefault("submitted_at", now)
    if stage in Stage.approved():
        values.setdefault("decision", None)
        values["decision"] = values["decision"] or make_decision(cast.centre, officer)
        values.setdefault("agreement", make_agreement(cast.centre, officer))
        values.setdefault("approved_at", now)
    if stage in (Stage.RUNNING, Stage.CLOSING, Stage.CLOSED, Stage.SUSPENDED):
        values.setdefault("started_on", START)
    if stage == Stage.CLOSED:
        values.setdefault("ended_on", END)
    return Project.objects.create(centre=cast.centre, stage=stage, **values)


def numbered(series: str) -> int:
    """The next number of a series, as the acts give it: rows of both stand side by side."""
    with transaction.atomic():
        return next_number(series)


def make_line(project: Project, side: str = Side.B, **fields: Any) -> BudgetLine:
    """A line of the budget of 2026, approved, in US dollars."""
    number = numbered(f"{project.reference}/B")
    values: dict[str, Any] = {
        "title": {"en": f"Line {number}"},
        "source": project.lead_a if side == Side.A else project.lead_b,
        "group": CostGroup.SERVICES,
        "amount": Decimal("100000.00"),
        "currency": "USD",
        "rate": Decimal(1),
        "rate_source": "same currency",
        "rate_on": START,
        "starts_on": date(2026, 1, 1),
        "ends_on": date(2026, 12, 31),
        "agreement": project.agreement or make_agreement(project.centre, project.author),
        "decision": project.decision or make_decision(project.centre, project.author),
        "state": LineState.APPROVED,
        "by": project.author,
        **fields,
    }
    return BudgetLine.objects.create(project=project, side=side, number=number, **values)


def make_entry(line: BudgetLine, kind: str = EntryKind.DISBURSEMENT, amount: str = "1000.00", **fields: Any) -> Entry:
    """An entry in the books of the line's side, approved unless something else is said."""
    project = line.project
    values: dict[str, Any] = {
        "side": line.side,
        "state": EntryState.APPROVED,
        "on": date(2026, 5, 4),
        "currency": line.currency,
        "rate": line.rate,
        "rate_source": line.rate_source,
        "rate_on": line.rate_on,
        "description": {"en": "Payment"},
        "by": project.author,
        **fields,
    }
    if values["state"] == EntryState.APPROVED:
        values.setdefault("approved_at", timezone.now())
    number = numbered(f"{project.reference}/E")
    return Entry.objects.create(project=project, line=line, kind=kind, number=number, amount=Decimal(amount), **values)


def make_measure(project: Project, *, unit: str = Unit.NUMBER, **fields: Any) -> Measure:
    """An indicator of an output of the project, reported by side A, with its own line in the library."""
    number = next(_number)
    indicator = fields.pop("indicator", None) or Indicator.objects.create(
        code=f"I-{number:03d}", name={"en": f"Agencies that hand over databases {number}"}, unit=unit
    )
    result, _made = Result.objects.get_or_create(
        project=project, level=ResultLevel.OUTPUT, number=1, defaults={"title": {"en": "A standard for datasets"}}
    )
    values: dict[str, Any] = {"reported_by": Owner.A, "baseline": Decimal(0), "baseline_on": START, **fields}
    return Measure.objects.create(
        result=result, project=project, indicator=indicator, number=result.measures.count() + 1, **values
    )


def make_period(project: Project, year: int = 2026, quarter: int = 1) -> Period:
    """A quarter as a period of reporting."""
    month = 3 * quarter
    last = date(year, month, 31 if month in (3, 12) else 30)
    return Period.objects.get_or_create(
        project=project, starts_on=date(year, month - 2, 1), defaults={"ends_on": last}
    )[0]


def make_target(measure: Measure, period: Period, value: str = "10") -> Target:
    """What is aimed at by the end of the period."""
    return Target.objects.create(measure=measure, period=period, value=Decimal(value))


def make_value(measure: Measure, period: Period, value: str = "4", **fields: Any) -> ReportedValue:
    """A value reported by side A, approved unless something else is said."""
    now = timezone.now()
    values: dict[str, Any] = {
        "side": Side.A,
        "state": ValueState.APPROVED,
        "evidence": "Transfer certificates",
        "by": measure.project.author,
        "submitted_at": now,
        **fields,
    }
    if values["state"] in (ValueState.APPROVED, ValueState.REPLACED):
        values.setdefault("approved_at", now)
    return ReportedValue.objects.create(
        measure=measure, period=period, project=measure.project, value=Decimal(value), **values
    )
