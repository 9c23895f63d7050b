"""Projects on the desk: one query, however many kinds of work there are."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any, NamedTuple

from django.db.models import CharField, Count, DateField, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from calendars.directory import calendar_of
from core import desk, policies
from core.desk import Asked, Desk, DeskItem, DeskSource
from core.localised import LocalisedText
from people import directory
from people.standing import keys_of_directors
from projects.enums import EntryState, RegistrationState, ReportStatus, Stage
from projects.models import (
    DeliverableVersion,
    Entry,
    Opinion,
    PostCheck,
    Project,
    QuarterReport,
    Reconciliation,
    Registration,
    ReportedValue,
    ReportPart,
)
from projects.policies.projects import written_by
from projects.presentation.page import address
from projects.workflow import SIDES, accepting, lifecycle, measuring, reconciling, registering, reporting

NEVER = datetime.max.replace(tzinfo=UTC)
COLUMNS = ("work", "record", "called", "spot", "since", "until", "land")  # names that none of the models has


class Line(NamedTuple):
    """A row of the one query, whatever kind it is of. `land` is whose day `due` is."""

    kind: str
    record: str
    called: LocalisedText
    place: str
    since: datetime
    due: date | None
    land: str


@dataclass(frozen=True)
class Work:
    """One kind of work: which rows wait for a person, what is wanted, and where.

    `project` is the way to the project, `place` to what the address has after its number, `due` the day by which it is
    owed. Where the part has no page of its own, the page of the project says what is to be done.
    """

    name: str
    rows: Callable[[Any], QuerySet[Any]]
    sentence: Promise
    route: str
    since: str
    project: str = "project__"
    place: str = ""
    due: str = ""
    is_mine: bool = True
    is_draft: bool = False

    def lines(self, user: Any, limit: int) -> QuerySet[Any]:
        """What waits, the earliest due or the oldest first: the same columns for every kind."""
        found = (
            self.rows(user)
            .order_by()
            .annotate(
                work=Value(self.name, CharField()),
                record=F(f"{self.project}reference"),
                called=F(f"{self.project}name"),
                spot=Cast(F(self.place), CharField()) if self.place else Value("", CharField()),
                since=F(self.since),
                until=F(self.due) if self.due else Cast(Value(None), DateField()),
                land=F(f"{self.project}centre__side_a_id"),
            )
        )
        return found.order_by(self.due or self.since, "pk").values_list(*COLUMNS)[:limit]

    def url(self, record: str, place: str) -> str:
        """The page where it is done."""
        args = [record, *place.split("/")] if place else [record]
        return address(self.route, *args) or reverse("projects:project", args=[record])


def _opinions(user: Any) -> QuerySet[Project]:
    """Concept papers of which the person's side has not said yet what it thinks, in the round that counts."""
    found = policies.NOBODY
    for side, condition in keys_of_directors(user).items():
        given = Opinion.objects.filter(project=OuterRef("pk"), round=OuterRef("opinion_round"), side=side)
        found |= condition & ~Q(Exists(given))
    return Project.objects.filter(found, stage=Stage.OPINIONS)


def _moves(user: Any, *stages: str) -> QuerySet[Project]:
    return Project.objects.filter(lifecycle.awaiting(user), stage__in=stages)


def _to_lay(user: Any) -> QuerySet[Project]:
    """Those of which both sides have said what they think."""
    given = Count("opinions", filter=Q(opinions__round=F("opinion_round")))
    return _moves(user, Stage.OPINIONS).annotate(given=given).filter(given=len(SIDES))


def _elsewhere(user: Any) -> QuerySet[Project]:
    """What the person has proposed, and now waits for others."""
    return Project.objects.filter(written_by(user), stage__in=(*Stage.proposed(), Stage.APPROVED)).exclude(
        lifecycle.awaiting(user)
    )


def _registrations(user: Any) -> QuerySet[Registration]:
    """Packs that are to be prepared and filed, and answers that are awaited from the authority."""
    open_ones = (RegistrationState.PREPARING, RegistrationState.RETURNED)
    return Registration.objects.filter(registering.awaiting(user), state__in=open_ones, project__stage=Stage.APPROVED)


def _entries(user: Any) -> QuerySet[Entry]:
    return Entry.objects.filter(policies.q("projects.approve_entry", user), state=EntryState.DRAFT)


def _values(user: Any) -> QuerySet[ReportedValue]:
    return ReportedValue.objects.filter(measuring.awaiting(user))


def _versions(user: Any) -> QuerySet[DeliverableVersion]:
    return DeliverableVersion.objects.filter(accepting.awaiting(user))


def _reports(user: Any) -> QuerySet[QuarterReport]:
    return QuarterReport.objects.filter(reporting.awaiting(user))


def _parts(user: Any) -> QuerySet[ReportPart]:
    return ReportPart.objects.filter(
        policies.q("projects.write_part", user), finished_at=None, report__status=ReportStatus.WRITING
    )


def _reconciliations(user: Any) -> QuerySet[Reconciliation]:
    return Reconciliation.objects.filter(reconciling.awaiting(user))


def _checks(user: Any) -> QuerySet[PostCheck]:
    return PostCheck.objects.filter(policies.q("projects.answer_check", user), asked_at__isnull=False)


WORKS = (
    Work(
        "concept",
        lambda user: _moves(user, Stage.CONCEPT).filter(submitted_at=None),
        _("Finish the concept paper and submit it."),
        "edit",
        "updated_at",
        project="",
        is_draft=True,
    ),
    Work(
        "revise",
        lambda user: _moves(user, Stage.CONCEPT).filter(submitted_at__isnull=False),
        _("Finish the concept paper and submit it."),
        "edit",
        "updated_at",
        project="",
    ),
    Work("opinion", _opinions, _("Give the opinion of your side."), "opinion", "moved_at", project=""),
    Work("lay", _to_lay, _("Lay the project before the committee."), "lay", "moved_at", project=""),
    Work(
        "start",
        lambda user: _moves(user, Stage.APPROVED),
        _("The start of the project waits for your key."),
        "start_project",
        "moved_at",
        project="",
    ),
    Work(
        "close",
        lambda user: _moves(user, Stage.CLOSING),
        _("The close of the project waits for your key."),
        "close",
        "moved_at",
        project="",
    ),
    Work("registration", _registrations, _("The national registration is to be filed."), "registration", "moved_at"),
    Work("entry", _entries, _("An entry in the books waits for your approval."), "entry", "created_at", place="number"),
    Work("value", _values, _("A reported value waits for your move."), "value", "moved_at", place="pk"),
    Work(
        "version",
        _versions,
        _("A deliverable waits for your acceptance."),
        "deliverable",
        "submitted_at",
        project="deliverable__project__",
        place="deliverable__number",
    ),
    Work("report", _reports, _("A quarterly report waits for your move."), "reports", "moved_at", due="due_on"),
    Work(
        "part",
        _parts,
        _("Write your side's part of the quarterly report."),
        "reports",
        "updated_at",
        project="report__project__",
        due="report__due_on",
    ),
    Work(
        "reconciliation",
        _reconciliations,
        _("A reconciliation of payments waits for your move."),
        "reconciliation",
        "moved_at",
        place="pk",
    ),
    Work(
        "check",
        _checks,
        _("Say how it stands after the close."),
        "answer_check",
        "asked_at",
        place="pk",
        due="due_on",
    ),
    Work(
        "elsewhere",
        _elsewhere,
        _("It waits for others."),
        "progress",
        "moved_at",
        project="",
        is_mine=False,
    ),
)
BY_NAME = {work.name: work for work in WORKS}


def ask(user: Any, limit: int) -> Asked:
    """What waits for the person, nearest due day first, then the longest waiting; and what waits for others."""
    if not user.standing.appointments:
        return desk.nothing()
    first, *others = (work.lines(user, limit + 1) for work in WORKS)
    return Asked([first.union(*others, all=True)], lambda rows: _read(rows, limit))


lay = desk.at_once(ask)


def _read(rows: list[Any], limit: int) -> Desk:
    lines = [Line(*row) for row in rows]
    mine = [_item(line) for line in lines if BY_NAME[line.kind].is_mine]
    mine.sort(key=lambda item: (item.due_at or NEVER, item.since or NEVER, item.reference))
    away = sorted((line for line in lines if not BY_NAME[line.kind].is_mine), key=lambda one: (one.since, one.record))
    return Desk(
        mine[:limit],
        [_item(line) for line in away[:limit]],
        mine_more=len(mine) > limit,
        others_more=len(away) > limit,
    )


def _item(line: Line) -> DeskItem:
    work = BY_NAME[line.kind]
    return DeskItem(
        title=line.called,
        url=work.url(line.record, line.place),
        reference=line.record,
        act=work.sentence,
        status="is-waiting",
        since=line.since,
        due_at=_end_of(line) if line.due else None,
        is_draft=work.is_draft,
    )


def _end_of(line: Line) -> datetime | None:
    """The end of the due day, in the capital of side A: days of a centre are counted on its calendar."""
    country = directory.country(line.land)
    if country is None or line.due is None:
        return None
    return datetime.combine(line.due, time(23, 59), calendar_of(country.calendar_id).zone)


desk.register(
    DeskSource(
        name="projects",
        label=_("Projects"),
        lay=lay,
        ask=ask,
        route="projects:list",
        mine_url=lambda: reverse("projects:list"),
        others_url=lambda: reverse("projects:list"),
    )
)
