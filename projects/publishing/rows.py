"""Everything that is published of several projects, read in a fixed number of queries however many they are.

Approved entries, lines by an adopted decision and values that both sides have approved: nothing else is read, so a
draft cannot get into a file. Rows that are many come as plain tuples, which keeps a thousand projects small.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from django.contrib.auth.models import AnonymousUser
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, QuerySet, TextField
from django.db.models.functions import Cast, JSONObject

from agreements.models import Agreement, Decision
from core.localised import LocalisedText
from projects.enums import EntryKind, EntryState, Nature, RegistrationState
from projects.models import (
    BudgetLine,
    Entry,
    Measure,
    Partner,
    Project,
    Publication,
    Registration,
    ReportedValue,
    Target,
    ValuePart,
)
from projects.publishing.bodies import Body, body_of, columns_of, from_columns
from projects.publishing.changes import with_changes

QUERIES = 6  # of `rows_of`, however many projects are asked for
PAID = (EntryKind.COMMITMENT, EntryKind.DISBURSEMENT, EntryKind.RECEIPT, EntryKind.EXPENDITURE)
UNREAD = ("search", "situation", "problem", "activities", "national_plan", "sustainability", "assumptions")


class Line(NamedTuple):
    """A line of the budget that counts, paid and not given in kind."""

    number: int
    side: str
    amount: Decimal
    currency: str
    starts_on: date
    ends_on: date
    is_revised: bool
    source: Body


class Booked(NamedTuple):
    """An approved entry. `is_matched`: that the books of the other side hold the same payment."""

    number: int
    kind: str
    on: date
    amount: Decimal
    currency: str
    rate_on: date
    description: LocalisedText
    is_matched: bool
    provider: Body | None
    receiver: Body | None


class Reached(NamedTuple):
    """What was aimed at, or reached and approved, in a period; `parts` are dimension, category and value."""

    starts_on: date
    ends_on: date
    value: Decimal | None
    text: LocalisedText
    comment: LocalisedText
    parts: Sequence[tuple[LocalisedText, LocalisedText, Decimal]] = ()


class Measured(NamedTuple):
    """An indicator as a result uses it."""

    pk: int
    result: tuple[str, int]
    title: LocalisedText
    description: LocalisedText
    code: str
    name: LocalisedText
    definition: LocalisedText
    unit: str
    direction: str
    across: str
    baseline: Decimal | None
    baseline_text: LocalisedText
    baseline_on: date | None


class Part(NamedTuple):
    """What a partner does, and as which activity of its own."""

    role: str
    activity_id: str


class Registered(NamedTuple):
    """A national registration that stands."""

    number: str
    authority: Body | None
    authority_name: LocalisedText


@dataclass
class Rows:
    """One project with what is published of it. `entries` by side, `targets` and `values` by indicator."""

    project: Project
    leads: dict[str, Body]
    contractor: Body | None = None
    publications: dict[str, Publication] = field(default_factory=dict)
    partners: Sequence[tuple[Part, Body]] = ()
    lines: list[Line] = field(default_factory=list)
    entries: dict[str, list[Booked]] = field(default_factory=lambda: defaultdict(list))
    registrations: Sequence[Registered] = ()
    measures: list[Measured] = field(default_factory=list)
    targets: dict[int, list[Reached]] = field(default_factory=lambda: defaultdict(list))
    values: dict[int, list[Reached]] = field(default_factory=lambda: defaultdict(list))
    agreement: Agreement | None = None
    decision: Decision | None = None

    def lines_of(self, side: str) -> list[Line]:
        """Those of one side."""
        return [line for line in self.lines if line.side == side]


def rows_of(projects: Iterable[int], *, sides: Sequence[str] = ("a", "b")) -> dict[int, Rows]:
    """The projects with these numbers; entries of the `sides` alone. `QUERIES` queries."""
    pks = list(projects)
    found: dict[int, Rows] = {}
    for project in _projects().filter(pk__in=pks):
        found[project.pk] = Rows(
            project,
            {"a": body_of(project.lead_a), "b": body_of(project.lead_b)},
            body_of(project.contractor) if project.contractor else None,
            partners=[_partner(one) for one in project.with_parts],  # type: ignore[attr-defined]
            registrations=[_registered(one) for one in project.registered],  # type: ignore[attr-defined]
            agreement=project.agreement if project.shows_agreement else None,  # type: ignore[attr-defined]
            decision=project.decision if project.shows_decision else None,  # type: ignore[attr-defined]
        )
    for publication in with_changes(Publication.objects.filter(project__in=pks)):
        found[publication.project_id].publications[publication.side] = publication
    _money(found, pks, sides)
    _results(found, pks)
    return found


def _projects() -> QuerySet[Project]:
    """With both bodies and their identities, the partners and registrations as columns, and the papers they rest on.

    Agreement and decision count where the public may read them: what is closed is not linked to.
    """
    visitor = AnonymousUser()
    partners = Partner.objects.filter(project=OuterRef("pk")).order_by("pk")
    registered = Registration.objects.filter(project=OuterRef("pk"), state=RegistrationState.REGISTERED).order_by("pk")
    return (
        Project.objects.select_related(
            "lead_a__iati", "lead_b__iati", "contractor__iati", "agreement", "decision__session"
        )
        .defer(*UNREAD)
        .annotate(
            with_parts=_column(partners, "role", "activity_id", body=columns_of("organisation")),
            registered=_column(registered, "number", "rule__authority_name", body=columns_of("rule__authority")),
            shows_agreement=Exists(Agreement.objects.visible_to(visitor).filter(pk=OuterRef("agreement"))),
            shows_decision=Exists(Decision.objects.visible_to(visitor).filter(pk=OuterRef("decision"))),
        )
    )


def _column(rows: QuerySet[Any], *names: str, body: tuple[str, ...]) -> ArraySubquery:
    """Rows that belong to another as its column: what is named, then the body."""
    return ArraySubquery(
        rows.values(json=JSONObject(**{f"v{place}": name for place, name in enumerate((*names, *body))}))
    )


def _listed(row: dict[str, Any]) -> list[Any]:
    return [row[f"v{place}"] for place in range(len(row))]


def _text(value: Any) -> LocalisedText:
    return LocalisedText(value or {})


def _body(values: Sequence[Any]) -> Body | None:
    pk, name, *rest = values
    return from_columns((pk, _text(name), *rest))


def _partner(row: dict[str, Any]) -> tuple[Part, Body]:
    role, activity_id, *columns = _listed(row)
    body = _body(columns)
    assert body is not None  # noqa: S101  each partner is one
    return Part(role, activity_id), body


def _registered(row: dict[str, Any]) -> Registered:
    number, name, *columns = _listed(row)
    return Registered(number, _body(columns), _text(name))


def _money(found: dict[int, Rows], pks: list[int], sides: Sequence[str]) -> None:
    lines = BudgetLine.objects.counting().filter(project__in=pks, nature=Nature.CASH).order_by("project", "number")
    fields = ("number", "side", "amount", "currency", "starts_on", "ends_on", "replaces_id", *columns_of("source"))
    for pk, *columns in lines.values_list("project_id", *fields).iterator():
        source = from_columns(columns[7:])
        assert source is not None  # noqa: S101  each line has one
        found[pk].lines.append(Line._make((*columns[:6], columns[6] is not None, source)))
    answered = Entry.objects.filter(answers=OuterRef("pk"), state=EntryState.APPROVED)
    entries = (
        Entry.objects.counting()
        .filter(project__in=pks, side__in=sides, kind__in=PAID)
        .annotate(is_answered=Exists(answered))
        .order_by("project", "on", "number")
        .values_list(
            "project_id", "side", "number", "kind", "on", "amount", "currency", "rate_on", "description", "answers_id",
            "is_answered", *columns_of("provider"), *columns_of("receiver"),
        )
    )  # fmt: skip
    for pk, side, *columns in entries.iterator():
        is_matched = columns[7] is not None or columns[8]
        parties = from_columns(columns[9:13]), from_columns(columns[13:])
        found[pk].entries[side].append(Booked._make((*columns[:7], is_matched, *parties)))


def _results(found: dict[int, Rows], pks: list[int]) -> None:
    """Targets come as a column of their indicator, parts as one of their value; numbers as text, never as floats."""
    aimed = Target.objects.filter(measure=OuterRef("pk")).order_by("period__starts_on")
    targets = ArraySubquery(
        aimed.values(
            json=JSONObject(
                starts_on="period__starts_on", ends_on="period__ends_on", value=Cast("value", TextField()), text="text"
            )
        )
    )
    measures = Measure.objects.filter(project__in=pks).annotate(aims=targets)
    fields = (
        "result__level", "result__number", "result__title", "result__description", "indicator__code",
        "indicator__name", "indicator__definition", "indicator__unit", "indicator__direction", "indicator__across",
        "baseline", "baseline_text", "baseline_on",
    )  # fmt: skip
    order = ("project", "-result__level", "result__number", "number", "pk")
    rows = measures.order_by(*order).values_list("project_id", "aims", "pk", *fields)
    for project, aims, pk, level, number, *columns in rows.iterator():
        found[project].measures.append(Measured(pk, (level, number), *columns))
        found[project].targets[pk] = [_aim(one) for one in aims]
    split = ValuePart.objects.filter(of=OuterRef("pk")).order_by(
        "category__dimension__key", "category__position", "category"
    )
    parts = ArraySubquery(
        split.values(
            json=JSONObject(
                dimension="category__dimension__name", category="category__name", value=Cast("value", TextField())
            )
        )
    )
    values = ReportedValue.objects.counting().filter(project__in=pks).annotate(shares=parts)
    reached = values.order_by("measure", "period__starts_on").values_list(
        "project_id", "measure_id", "shares", "period__starts_on", "period__ends_on", "value", "text", "comment"
    )
    for project, measure, shares, *columns in reached.iterator():
        found[project].values[measure].append(Reached._make((*columns, [_share(one) for one in shares])))


def _aim(row: dict[str, Any]) -> Reached:
    return Reached(
        date.fromisoformat(row["starts_on"]),
        date.fromisoformat(row["ends_on"]),
        None if row["value"] is None else Decimal(row["value"]),
        _text(row["text"]),
        LocalisedText(),
    )


def _share(row: dict[str, Any]) -> tuple[LocalisedText, LocalisedText, Decimal]:
    return _text(row["dimension"]), _text(row["category"]), Decimal(row["value"])
