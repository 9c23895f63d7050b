"""What requests lay on a person's desk."""

from typing import Any

from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from consultations.enums import Status
from consultations.models import Consultation
from consultations.presentation.state import state_of
from core import desk
from core.desk import Asked, Desk, DeskItem, DeskSource


def ask(user: Any, limit: int) -> Asked:
    """Requests that wait for the person, and those in which somebody else has the move: nearest due time first."""
    rows = [Consultation.objects.awaiting(user), Consultation.objects.awaiting_others(user)]
    return Asked([_nearest(one, limit) for one in rows], lambda mine, others: _read(mine, others, limit))


lay = desk.at_once(ask)


def _read(mine: list[Consultation], others: list[Consultation], limit: int) -> Desk:
    mine, others = _sorted(mine), _sorted(others)
    return Desk(
        [_item(row) for row in mine[:limit]],
        [_item(row) for row in others[:limit]],
        mine_more=len(mine) > limit,
        others_more=len(others) > limit,
    )


def _nearest(rows: Any, limit: int) -> QuerySet[Consultation]:
    found: QuerySet[Consultation] = rows.for_list()
    return found.order_by(F("due_at").asc(nulls_last=True), "-updated_at", "-pk")[: limit + 1]


def _sorted(rows: list[Consultation]) -> list[Consultation]:
    """The nearest due time first, then what has changed last."""
    rows = sorted(rows, key=lambda row: (row.updated_at, row.pk), reverse=True)
    return sorted(rows, key=lambda row: (row.due_at is None, row.due_at))


def _item(row: Consultation) -> DeskItem:
    state = state_of(row)
    return DeskItem(
        title=row.title_text,
        url=row.get_absolute_url(),
        reference=row.handle,
        act=state.words,
        status=state.shape,
        since=row.moved_at,
        due_at=row.due_at,
        organisation=row.organisation.name,
        country=row.country,
        is_draft=row.status == Status.DRAFT and row.submitted_at is None,
    )


desk.register(
    DeskSource(
        name="consultations",
        label=_("Consultations"),
        lay=lay,
        ask=ask,
        route="consultations:list",
        mine_url=lambda: reverse("consultations:list") + "?state=mine",
        others_url=lambda: reverse("consultations:list") + "?state=others",
    )
)
