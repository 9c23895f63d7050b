"""The registers of agreements, of decisions and of actions to take along."""

from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.models import Action, Decision
from agreements.presentation import catalogue
from agreements.presentation.decisions import ACTION_RELATED, action_line, registered
from agreements.views.acting import asked_actions
from agreements.views.decisions import ORDER
from agreements.views.decisions import asked as asked_decisions
from agreements.views.register import Asked, cells_of
from core.lists import IN_PIECES, Asking, List, ordered, register, register_table

AGREEMENTS = (
    _("Number"),
    _("Kind of paper"),
    _("Title"),
    _("Parties"),
    _("Signed"),
    _("In force from"),
    _("Last day"),
    _("Prolonged by itself, months"),
    _("Period of notice, months"),
    _("Last day for notice"),
    _("State"),
    _("Address"),
)
DECISIONS = (
    _("Number"),
    _("Committee"),
    _("Session"),
    _("Programme year"),
    _("Session held"),
    _("Kind"),
    _("Title"),
    _("Text"),
    _("State"),
    _("Adopted"),
)
ACTIONS = (
    _("Number"),
    _("Action"),
    _("Owed by"),
    _("Body"),
    _("Due"),
    _("State"),
    _("What became of it"),
)


def _rows(user: Any, query: QueryDict) -> Iterator[list[Any]]:
    asked = Asked(Asking(user, query))
    found = ordered(asked.narrowed, catalogue.ORDERS[asked.order][0]).iterator(chunk_size=IN_PIECES)
    for line in catalogue.lines_of(found, user, asked.today):
        yield cells_of(line)


register(
    List(
        "agreements.agreements",
        _("Agreements"),
        AGREEMENTS,
        _rows,
        lambda user, query: Asked(Asking(user, query)).narrowed.count(),
        url=lambda: reverse("agreements:list"),
    )
)


def _decisions(asking: Any) -> Any:
    return ordered(registered(asking.user, asked_decisions(asking).chosen()), ORDER)


def _decision_cells(row: Decision, _asking: Any) -> list[Any]:
    session = row.session
    return [
        row.reference,
        session.committee.name,
        session.number,
        session.programme_year,
        session.starts_at.astimezone(ZoneInfo(session.zone)).date(),
        row.get_kind_display(),
        row.title,
        row.text,
        row.get_status_display(),
        row.adopted_at,
    ]


def _actions(asking: Any) -> Any:
    _form, rows = asked_actions(asking)
    return ordered(rows.select_related(*ACTION_RELATED), "due_on")


def _action_cells(row: Action, asking: Any) -> list[Any]:
    line = action_line(row, asking.user)
    return [
        row.reference,
        row.text,
        ", ".join(str(country.name) for country in line.owners),
        row.organisation.name if row.organisation else "",
        row.due_on,
        line.state.words,
        row.result,
    ]


register_table(
    "agreements.decisions",
    _("Decisions"),
    DECISIONS,
    find=_decisions,
    cells=_decision_cells,
    url=lambda: reverse("agreements:decisions"),
)
register_table(
    "agreements.actions",
    _("Actions"),
    ACTIONS,
    find=_actions,
    cells=_action_cells,
    url=lambda: reverse("agreements:actions"),
)
