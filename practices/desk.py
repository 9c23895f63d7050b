"""What the library lays on a person's desk: entries, reviews, changes, languages, adoptions. One query."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NamedTuple

from django.db.models import BigIntegerField, CharField, DateTimeField, F, Q, QuerySet, Value
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core import desk, policies
from core.desk import Asked, Desk, DeskItem, DeskSource
from core.localised import LocalisedText
from people import directory
from practices.enums import Status
from practices.models import AdoptionAnswer, AdoptionReport, Practice, Review, Translation, Version
from practices.presentation.progress import MOVES
from practices.presentation.record import SHAPES
from practices.workflow import changing, reporting

NEVER = datetime.max.replace(tzinfo=UTC)
MINE, DRAFTS, OTHERS = "mine", "drafts", "others"
COLUMNS = ("kind", "record", "called", "body", "land", "place", "word", "since", "due")


class Line(NamedTuple):
    """A row of the one query, whatever kind it is of."""

    kind: str
    record: str
    called: LocalisedText
    body: LocalisedText
    land: str
    place: int | None
    word: str
    since: datetime
    due: datetime | None


@dataclass(frozen=True)
class Work:
    """One kind of work beside the entries themselves: which rows wait for a person, what is wanted, and where.

    `practice` is the way to the entry; `number` or `code` is what the address has after the entry's number.
    """

    name: str
    rows: Callable[[Any], QuerySet[Any]]
    sentence: Promise
    route: str
    since: str
    practice: str = "practice"
    number: str = ""
    code: str = ""
    due_at: str = ""

    def lines(self, user: Any, limit: int) -> QuerySet[Any]:
        """What waits, the oldest first, as far as the desk shows it: the same columns for every kind."""
        waiting = self.rows(user).annotate(
            kind=Value(self.name, CharField()),
            record=F(f"{self.practice}__reference"),
            called=F(f"{self.practice}__title"),
            body=F(f"{self.practice}__owner__name"),
            land=F(f"{self.practice}__country_id"),
            place=F(self.number) if self.number else Cast(Value(None), BigIntegerField()),
            word=F(self.code) if self.code else Value("", CharField()),
            since=F(self.since),
            due=F(self.due_at) if self.due_at else Cast(Value(None), DateTimeField()),
        )
        return waiting.order_by(self.due_at or self.since, "pk").values_list(*COLUMNS)[:limit]

    def url(self, entry: str, place: int | None, word: str) -> str:
        """The page where it is done."""
        return reverse(f"practices:{self.route}", args=[entry, word if place is None else place])


def _reviews(user: Any) -> QuerySet[Any]:
    return Review.objects.filter(policies.q("practices.write_review", user))


def _changes(user: Any) -> QuerySet[Any]:
    return Version.objects.pending().filter(changing.awaiting(user))


def _to_check(user: Any) -> QuerySet[Any]:
    return Translation.objects.to_check().filter(policies.q("practices.check_translation", user))


def _to_write(user: Any) -> QuerySet[Any]:
    """What one has begun, and what has become outdated of one's own; all that is missing has an overview of its own."""
    begun = Q(drafted_by=user) | Q(translator=user, drafted_by=None, outdated__gt=0)
    return Translation.objects.filter(policies.q("practices.translate", user) & begun)


def _reports(user: Any) -> QuerySet[Any]:
    return AdoptionReport.objects.filter(reporting.awaiting(user))


def _answers(user: Any) -> QuerySet[Any]:
    return AdoptionAnswer.objects.filter(policies.q("practices.answer_question", user))


WORKS = (
    Work("review", _reviews, _("Review the entry."), "review", "asked_at", number="pk", due_at="due_at"),
    Work("change", _changes, _("A change waits for your move."), "changes", "updated_at", number="number"),
    Work("check", _to_check, _("Check the translation."), "check_translation", "handed_at", code="language"),
    Work("translate", _to_write, _("Go on with the translation."), "translate", "updated_at", code="language"),
    Work(
        "report",
        _reports,
        _("A report of an adoption waits for your move."),
        "adoption",
        "created_at",
        "adoption__practice",
        "adoption",
    ),
    Work(
        "answer",
        _answers,
        _("Say whether the adoption is still as recorded."),
        "adoption",
        "asked_at",
        "adoption__practice",
        "adoption",
    ),
)
BY_NAME = {work.name: work for work in WORKS}


def ask(user: Any, limit: int) -> Asked:
    """What waits for the person, nearest due time first, then the longest waiting; and what waits for others."""
    unseen = Q(status=Status.DRAFT, proposed_at=None)
    first, *others = (
        _entries(Practice.objects.awaiting(user).exclude(unseen), MINE, limit + 1),
        _entries(Practice.objects.awaiting(user).filter(unseen), DRAFTS, limit + 1),
        _entries(Practice.objects.awaiting_others(user), OTHERS, limit + 1),
        *(work.lines(user, limit + 1) for work in WORKS),
    )
    return Asked([first.union(*others, all=True)], lambda rows: _read(rows, limit))


lay = desk.at_once(ask)


def _read(rows: list[Any], limit: int) -> Desk:
    lines = [Line(*row) for row in rows]
    mine = [_item(line) for line in lines if line.kind != OTHERS]
    mine.sort(key=lambda item: (item.due_at or NEVER, item.since or NEVER, item.reference))
    away = sorted((line for line in lines if line.kind == OTHERS), key=lambda line: (line.since, line.record))
    return Desk(
        mine[:limit],
        [_item(line) for line in away[:limit]],
        mine_more=len(mine) > limit,
        others_more=len(away) > limit,
    )


def _entries(rows: QuerySet[Practice], kind: str, limit: int) -> Any:
    """Entries as lines; the word of such a line is where the entry stands."""
    found = rows.annotate(
        kind=Value(kind, CharField()),
        record=F("reference"),
        called=F("title"),
        body=F("owner__name"),
        land=F("country_id"),
        place=Cast(Value(None), BigIntegerField()),
        word=F("status"),
        since=F("moved_at"),
        due=Cast(Value(None), DateTimeField()),
    )
    return found.order_by("moved_at", "pk").values_list(*COLUMNS)[:limit]


def _item(line: Line) -> DeskItem:
    if work := BY_NAME.get(line.kind):
        url, act, shape = work.url(line.record, line.place, line.word), work.sentence, "is-waiting"
    else:
        page = "edit" if line.word == Status.DRAFT else "progress"
        url = reverse(f"practices:{page}", args=[line.record])
        is_mine = line.kind != OTHERS
        act = MOVES[line.word] if is_mine else Status(line.word).label
        shape = "is-waiting" if is_mine else SHAPES[line.word]
    return DeskItem(
        title=line.called or str(_("Practice without a title")),
        url=url,
        reference=line.record,
        act=act,
        status=shape,
        since=line.since,
        due_at=line.due,
        organisation=line.body,
        country=directory.country(line.land),
        is_draft=line.kind == DRAFTS,
    )


desk.register(
    DeskSource(
        name="practices",
        label=_("Practices"),
        lay=lay,
        ask=ask,
        route="practices:list",
        mine_url=lambda: reverse("practices:mine"),
        others_url=lambda: reverse("practices:mine"),
    )
)
