"""Agreements and committees on the desk: one query, however many kinds of work there are."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, NamedTuple

from django.db.models import CharField, DateField, F, Q, QuerySet, Value
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from agreements.enums import AgreementStatus, DecisionStatus, MinutesState, Owner
from agreements.models import Action, Agreement, Commitment, CommitteeSession, Decision, SessionMinutes
from agreements.workflow import deciding, fulfilling, meeting, minuting, recording
from calendars.directory import calendar_of
from core import desk, policies
from core.desk import Asked, Desk, DeskItem, DeskSource
from core.localised import LocalisedText
from people import directory
from people.enums import Function

NEVER = datetime.max.replace(tzinfo=UTC)
SOON = timedelta(days=30)  # what my side owes is on the desk so long before it is due
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

    `record` is the way to the number, `place` to what the address has after it, `due` the day by which it is owed.
    """

    name: str
    rows: Callable[[Any], QuerySet[Any] | None]
    sentence: Promise
    url: Callable[[str, str], str]
    called: str
    since: str
    record: str = "reference"
    place: str = ""
    due: str = ""
    centre: str = "session__committee__centre"
    is_mine: bool = True

    def lines(self, user: Any, limit: int) -> QuerySet[Any] | None:
        """What waits, the earliest due or the oldest first: the same columns for every kind."""
        waiting = self.rows(user)
        if waiting is None:
            return None
        found = waiting.annotate(
            work=Value(self.name, CharField()),
            record=F(self.record),
            called=F(self.called),
            spot=Cast(F(self.place), CharField()) if self.place else Value("", CharField()),
            since=F(self.since),
            until=F(self.due) if self.due else Cast(Value(None), DateField()),
            land=F(f"{self.centre}__side_a_id"),
        )
        return found.order_by(self.due or self.since, "pk").values_list(*COLUMNS)[:limit]


def _staff(user: Any) -> bool:
    return bool(user.standing.holds(Function.OFFICER, Function.CO_DIRECTOR))


def _awaiting(model: Any, table: Any, **match: Any) -> Callable[[Any], QuerySet[Any] | None]:
    """Rows whose next move is the person's; nothing is asked for those who hold no key and keep no register."""

    def rows(user: Any) -> QuerySet[Any] | None:
        return model.objects.filter(table.awaiting(user), **match).order_by() if _staff(user) else None

    return rows


def _elsewhere(model: Any, table: Any, permission: str, **match: Any) -> Callable[[Any], QuerySet[Any] | None]:
    """Rows that wait for the other key while one's own is turned, or for the keys, of an officer."""

    def rows(user: Any) -> QuerySet[Any] | None:
        if not _staff(user):
            return None
        return model.objects.filter(~table.awaiting(user) & policies.q(permission, user), **match).order_by()

    return rows


def _owed(path: str, user: Any) -> Q:
    """What the person's side owes, or the body he speaks for."""
    found = policies.NOBODY
    for held in user.standing.holding(Function.CO_DIRECTOR):
        found |= Q(**{path: held.centre_id, "owner__in": (held.side, Owner.BOTH)})
    if bodies := user.standing.organisation_ids(Function.FOCAL_POINT):
        found |= Q(organisation__in=bodies)
    return found


def _actions(user: Any) -> QuerySet[Any] | None:
    if not user.standing.holds(Function.CO_DIRECTOR, Function.FOCAL_POINT):
        return None
    near = Action.objects.open().filter(
        decision__status=DecisionStatus.ADOPTED, due_on__lte=timezone.localdate() + SOON
    )
    return near.filter(_owed("decision__session__committee__centre", user)).order_by()


def _commitments(user: Any) -> QuerySet[Any] | None:
    if not user.standing.holds(Function.CO_DIRECTOR, Function.FOCAL_POINT):
        return None
    near = Commitment.objects.open().filter(due_on__lte=timezone.localdate() + SOON)
    near = near.filter(agreement__status__in=AgreementStatus.standing())
    return near.filter(_owed("agreement__centre", user)).order_by()


def _decision_url(record: str, _place: str) -> str:
    return reverse("agreements:decision", args=[record])


def _session_url(record: str, _place: str) -> str:
    return reverse("agreements:session", args=[record])


def _minutes_url(record: str, place: str) -> str:
    return reverse("agreements:session_minutes", args=[record, place])


def _agreement_url(record: str, _place: str) -> str:
    return reverse("agreements:agreement", args=[record])


def _action_url(record: str, place: str) -> str:
    return reverse("agreements:settle_action", args=[record, place])


OF_MINUTES: dict[str, str] = {"called": "session__committee__name", "record": "session__reference", "place": "version"}
WORKS = (
    Work(
        "decision",
        _awaiting(Decision, deciding),
        _("A decision waits for your move."),
        _decision_url,
        "title",
        "moved_at",
    ),
    Work(
        "minutes",
        _awaiting(SessionMinutes, minuting),
        _("Minutes wait for your move."),
        _minutes_url,
        since="updated_at",
        **OF_MINUTES,  # type: ignore[arg-type]
    ),
    Work(
        "session",
        _awaiting(CommitteeSession, meeting),
        _("A session waits for your move."),
        _session_url,
        "committee__name",
        "moved_at",
        centre="committee__centre",
    ),
    Work(
        "agreement",
        _awaiting(Agreement, recording),
        _("The record of an agreement waits for your move."),
        _agreement_url,
        "title",
        "moved_at",
        centre="centre",
    ),
    Work(
        "confirm_commitment",
        _awaiting(Commitment, fulfilling),
        _("A commitment is reported as fulfilled: confirm it."),
        _agreement_url,
        "text",
        "moved_at",
        record="agreement__reference",
        due="due_on",
        centre="agreement__centre",
    ),
    Work(
        "action",
        _actions,
        _("Your side owes an action of a committee."),
        _action_url,
        "text",
        "created_at",
        record="decision__reference",
        place="number",
        due="due_on",
        centre="decision__session__committee__centre",
    ),
    Work(
        "commitment",
        _commitments,
        _("Your side owes a commitment."),
        _agreement_url,
        "text",
        "moved_at",
        record="agreement__reference",
        due="due_on",
        centre="agreement__centre",
    ),
    Work(
        "decision_elsewhere",
        _elsewhere(Decision, deciding, "agreements.view_decision", status=DecisionStatus.PROPOSED),
        _("A decision waits for the other key."),
        _decision_url,
        "title",
        "moved_at",
        is_mine=False,
    ),
    Work(
        "minutes_elsewhere",
        _elsewhere(SessionMinutes, minuting, "agreements.view_minutes", state=MinutesState.PROPOSED),
        _("Minutes wait for the other key."),
        _minutes_url,
        since="updated_at",
        is_mine=False,
        **OF_MINUTES,
    ),
    Work(
        "agreement_elsewhere",
        _elsewhere(Agreement, recording, "agreements.view", status=AgreementStatus.PROPOSED),
        _("The record of an agreement waits for the other key."),
        _agreement_url,
        "title",
        "moved_at",
        centre="centre",
        is_mine=False,
    ),
)
BY_NAME = {work.name: work for work in WORKS}


def ask(user: Any, limit: int) -> Asked:
    """What waits for the person, nearest due day first, then the longest waiting; and what waits for others."""
    asked = [rows for work in WORKS if (rows := work.lines(user, limit + 1)) is not None]
    if not asked:
        return desk.nothing()
    first, *others = asked
    rows = first.union(*others, all=True) if others else first
    return Asked([rows], lambda found: _read(found, limit))


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
    )


def _end_of(line: Line) -> datetime | None:
    """The end of the due day, in the capital of side A: days of a centre are counted on its calendar."""
    country = directory.country(line.land)
    if country is None or line.due is None:
        return None
    return datetime.combine(line.due, time(23, 59), calendar_of(country.calendar_id).zone)


desk.register(
    DeskSource(
        name="agreements",
        label=_("Agreements and committees"),
        lay=lay,
        ask=ask,
        route="agreements:list",
        mine_url=lambda: reverse("agreements:actions"),
        others_url=lambda: reverse("agreements:decisions"),
    )
)
