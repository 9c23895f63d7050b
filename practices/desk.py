"""What the library lays on a person's desk: entries, reviews, changes, languages, adoptions. Three queries."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db.models import CharField, DateTimeField, F, IntegerField, Q, QuerySet, Value
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core import desk, policies
from core.desk import Desk, DeskItem, DeskSource
from core.localised import LocalisedText
from practices.enums import Status
from practices.models import AdoptionAnswer, AdoptionReport, Practice, Review, Translation, Version
from practices.presentation.progress import MOVES
from practices.presentation.record import state_of
from practices.workflow import changing, reporting

NEVER = datetime.max.replace(tzinfo=UTC)


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
            entry=F(f"{self.practice}__reference"),
            called=F(f"{self.practice}__title"),
            body=F(f"{self.practice}__owner__name"),
            place=F(self.number) if self.number else Value(None, IntegerField()),
            word=F(self.code) if self.code else Value("", CharField()),
            since=F(self.since),
            due=F(self.due_at) if self.due_at else Value(None, DateTimeField()),
        )
        columns = ("kind", "entry", "called", "body", "place", "word", "since", "due")
        return waiting.order_by(self.due_at or self.since, "pk").values_list(*columns)[:limit]

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


def lay(user: Any, limit: int) -> Desk:
    """What waits for the person, nearest due time first, then the longest waiting; and what waits for others."""
    entries = _entries(Practice.objects.awaiting(user), limit)
    first, *others = (work.lines(user, limit + 1) for work in WORKS)
    items = [_line(*row) for row in first.union(*others, all=True)]
    items += [_item(row, MOVES[row.status], "is-waiting") for row in entries]
    items.sort(key=lambda item: (item.due_at or NEVER, item.since or NEVER, item.reference))
    away = _entries(Practice.objects.awaiting_others(user), limit)
    return Desk(
        items[:limit],
        [_item(row, (state := state_of(row)).words, state.shape) for row in away[:limit]],
        mine_more=len(items) > limit,
        others_more=len(away) > limit,
    )


def _entries(rows: Any, limit: int) -> list[Practice]:
    return list(rows.for_list().order_by("moved_at", "pk")[: limit + 1])


def _item(row: Practice, act: Any, shape: str) -> DeskItem:
    page = "edit" if row.status == Status.DRAFT else "progress"
    return DeskItem(
        title=row.title_text,
        url=reverse(f"practices:{page}", args=[row.reference]),
        reference=row.reference,
        act=act,
        status=shape,
        since=row.moved_at,
        organisation=row.owner.name,
        country=row.country,
    )


def _line(  # noqa: PLR0917  the columns of a line
    kind: str,
    entry: str,
    called: LocalisedText,
    body: LocalisedText,
    place: int | None,
    word: str,
    since: datetime,
    due: datetime | None,
) -> DeskItem:
    work = BY_NAME[kind]
    return DeskItem(
        title=called or str(_("Practice without a title")),
        url=work.url(entry, place, word),
        reference=entry,
        act=work.sentence,
        status="is-waiting",
        since=since,
        due_at=due,
        organisation=body,
    )


desk.register(
    DeskSource(
        name="practices",
        label=_("Practices"),
        lay=lay,
        mine_url=lambda: reverse("practices:mine"),
        others_url=lambda: reverse("practices:mine"),
    )
)
