"""Reports on the desk: those that wait for one's key, and those that wait for the keys of others. One query."""

from typing import Any

from django.db.models import BooleanField, Case, Value, When
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core import desk, policies
from core.desk import Asked, Desk, DeskItem, DeskSource
from people.enums import Function
from reports.enums import ReportState
from reports.models import Report
from reports.policies.reports import is_staff
from reports.workflow import publishing


def ask(user: Any, limit: int) -> Asked:
    """The proposed reports of the person's centres, the longest waiting first; nothing is asked for who has no part."""
    if not user.standing.holds(Function.CO_DIRECTOR, Function.OFFICER):
        return desk.nothing()
    mine = publishing.awaiting(user)
    waits = Case(When(mine, then=Value(True)), default=Value(False), output_field=BooleanField())
    rows = (
        Report.objects.filter(policies.q("reports.propose", user), state=ReportState.PROPOSED)
        .defer("figures")
        .annotate(waits=waits)
        .order_by("made_at", "pk")[: 4 * limit + 1]
    )
    return Asked([rows], lambda found: _read(found, limit))


lay = desk.at_once(ask)


def _read(rows: list[Any], limit: int) -> Desk:
    found = sorted(rows, key=lambda row: (row.made_at, row.pk))
    own = [_item(row, _("Read the report and turn your key.")) for row in found if row.waits]
    others = [_item(row, _("It waits for the keys of both sides.")) for row in found if not row.waits]
    return Desk(own[:limit], others[:limit], mine_more=len(own) > limit, others_more=len(others) > limit)


def _item(row: Report, act: Any) -> DeskItem:
    return DeskItem(
        title=row.title_text,
        url=row.get_absolute_url(),
        reference=row.reference,
        act=act,
        status="is-waiting",
        since=row.made_at,
    )


def proposed() -> str:
    """The list behind it."""
    return f"{reverse('reports:list')}?state={ReportState.PROPOSED}"


desk.register(
    DeskSource(
        name="reports",
        label=_("Reports"),
        lay=lay,
        ask=ask,
        mine_url=proposed,
        others_url=proposed,
        has_lists=is_staff,
    )
)
