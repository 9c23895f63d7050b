"""What news lay on the desk of those who write: drafts, and texts that wait for publication. One query."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core import desk, policies
from core.desk import Asked, Desk, DeskItem, DeskSource
from core.policies import as_column
from pages.enums import PageStatus
from pages.models import Page
from pages.policies.pages import may_begin
from pages.presentation.record import SHAPES
from pages.workflow import lifecycle

OPEN = (PageStatus.DRAFT, PageStatus.PROPOSED, PageStatus.CHANGED)


def ask(user: Any, limit: int) -> Asked:
    """What the person may publish, and drafts of his own, the longest waiting first; what waits for a colleague."""
    if not may_begin(user):
        return desk.nothing()
    own = policies.q("pages.write", user)
    rows = Page.objects.filter(own, status__in=OPEN).annotate(waits_for_me=as_column(lifecycle.awaiting(user)))
    rows = rows.only("reference", "title", "status", "author", "moved_at").order_by("moved_at", "pk")
    return Asked([rows[: 4 * limit + 1]], lambda found: _read(found, user, limit))


lay = desk.at_once(ask)


def _read(rows: list[Any], user: Any, limit: int) -> Desk:
    found = sorted(rows, key=lambda row: (row.moved_at, row.pk))
    mine = [row for row in found if row.waits_for_me or (row.status == PageStatus.DRAFT and row.author_id == user.pk)]
    others = [row for row in found if row.status != PageStatus.DRAFT and not row.waits_for_me]
    return Desk(
        [_item(row) for row in mine[:limit]],
        [_item(row) for row in others[:limit]],
        mine_more=len(mine) > limit,
        others_more=len(others) > limit,
    )


def _item(row: Any) -> DeskItem:
    if row.status == PageStatus.DRAFT:
        act = _("Go on writing.")
    elif row.waits_for_me:
        act = _("Read the text and publish it.")
    else:
        act = _("The text waits for publication by a colleague.")
    return DeskItem(
        title=row.title_text,
        url=reverse("pages:progress", args=[row.reference]),
        reference=row.reference,
        act=act,
        status=SHAPES[row.status],
        since=row.moved_at,
    )


def _list() -> str:
    return reverse("pages:texts")


desk.register(
    DeskSource(
        name="pages",
        label=_("News and pages"),
        lay=lay,
        ask=ask,
        mine_url=_list,
        others_url=_list,
        has_lists=may_begin,
    )
)
