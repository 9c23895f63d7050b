"""What requests lay on a person's desk."""

from typing import Any

from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from consultations.models import Consultation
from consultations.presentation.state import state_of
from core import desk
from core.desk import Desk, DeskItem, DeskSource


def lay(user: Any, limit: int) -> Desk:
    """Requests that wait for the person, and those in which somebody else has the move: nearest due time first."""
    mine = _rows(Consultation.objects.awaiting(user), limit)
    others = _rows(Consultation.objects.awaiting_others(user), limit)
    return Desk(
        [_item(row) for row in mine[:limit]],
        [_item(row) for row in others[:limit]],
        mine_more=len(mine) > limit,
        others_more=len(others) > limit,
    )


def _rows(rows: Any, limit: int) -> list[Consultation]:
    return list(rows.for_list().order_by(F("due_at").asc(nulls_last=True), "-updated_at", "-pk")[: limit + 1])


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
    )


desk.register(
    DeskSource(
        name="consultations",
        label=_("Consultations"),
        lay=lay,
        mine_url=lambda: reverse("consultations:list") + "?state=mine",
        others_url=lambda: reverse("consultations:list") + "?state=others",
    )
)
