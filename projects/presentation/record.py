"""What the page of a project shows of the project itself: who, when, by what. Reads only."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from core.localised import LocalisedText
from people.enums import Side
from projects.enums import Stage
from projects.models import Project
from projects.presentation.bars import MONEY, Amounts, Row, rows_of
from projects.presentation.page import address
from projects.presentation.totals import Totals

# The texts of the concept paper that everybody reads once it is approved, and those that stay with both sides.
PUBLIC_TEXTS = ("objective", "beneficiaries", "activities")
ALL_TEXTS = (
    "situation",
    "problem",
    "objective",
    "beneficiaries",
    "activities",
    "national_plan",
    "sustainability",
    "assumptions",
)
HEADINGS = {
    "situation": _("Situation"),
    "problem": _("Problem and how it was found"),
    "objective": _("Objective"),
    "beneficiaries": _("Who benefits"),
    "activities": _("Activities"),
    "national_plan": _("National plan it serves"),
    "sustainability": _("Who runs and pays it afterwards"),
    "assumptions": _("Assumptions and risks"),
}


@dataclass(frozen=True)
class Leading:
    """A side of the project: its leading body, and its leader where the reader may know him."""

    side: str
    body: Any
    leader: Any


@dataclass(frozen=True)
class Text:
    """A text of the concept paper under its heading."""

    key: str
    heading: Any
    text: LocalisedText


def leading_of(project: Project, sides: Iterable[str], *, is_inside: bool) -> list[Leading]:
    """Both sides, the reader's own first; names of people for those inside only. No query."""
    return [
        Leading(
            side,
            project.lead_a if side == Side.A else project.lead_b,
            (project.leader_a if side == Side.A else project.leader_b) if is_inside else None,
        )
        for side in sides
    ]


def texts_of(project: Project, keys: Iterable[str]) -> list[Text]:
    """The texts that were written, in the order of the form."""
    return [Text(key, HEADINGS[key], text) for key in keys if (text := getattr(project, key))]


def money_of(project: Project, totals: Totals, sides: list[str]) -> list[Row]:
    """The money by side as bars; every figure leads to its rows."""
    amounts: Amounts = {
        "approved": {side: totals.sides[side].approved for side in sides},
        **{
            name: {side: getattr(totals.sides[side].sums, name) for side in sides}
            for name in ("committed", "disbursed", "received", "spent", "in_kind")
        },
    }
    shown = {name: of for name, of in amounts.items() if name in ("approved", "disbursed") or any(of.values())}
    return rows_of(shown, sides, lambda name, side: rows_url(project, name, side))


def rows_url(project: Project, name: str, side: str) -> str:
    """Where the rows behind a figure of a project stand: its lines, or its entries narrowed to that kind and side."""
    kind = MONEY[name][1]
    if not kind:
        return address("lines", project.reference)
    found = address("entries", project.reference)
    return f"{found}?side={side}&kind={kind}&state=approved" if found else ""


def has_money(project: Project) -> bool:
    """Budget and results are there once the committee has decided for it."""
    return project.stage in Stage.approved()
