"""The figures of a report as tables: drawn on its page with the way to the rows, and in its papers. Reads no rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from core.localised import LocalisedText
from projects.achieving.course import Course
from projects.enums import EntryState, Owner, RiskStatus
from projects.freezing import Figures
from projects.models import Project
from projects.presentation.amounts import write_amount
from projects.presentation.bars import MONEY
from projects.presentation.figures import write_figure
from projects.presentation.money import entries_url, figure_url

Words = str | Promise | LocalisedText | date | None


@dataclass(frozen=True)
class Cell:
    """What stands in a cell, and where its rows are. Figures stand to the right."""

    words: Any
    url: str = ""
    is_number: bool = False

    @property
    def is_day(self) -> bool:
        return isinstance(self.words, date)


@dataclass(frozen=True)
class Table:
    """One table of the report. `empty` is said where there are no rows."""

    key: str
    title: str
    head: Sequence[Any]
    rows: Sequence[Sequence[Cell]]
    empty: str
    widths: Sequence[float] = ()

    @property
    def labelled(self) -> list[list[tuple[Any, Cell]]]:
        """Each cell with the head of its column, for narrow screens."""
        return [list(zip(self.head, row, strict=True)) for row in self.rows]


def day_of(written: str | None) -> date | None:
    """A day as it was frozen."""
    return date.fromisoformat(written) if written else None


def exact(written: str | None) -> Decimal:
    """An amount as it was frozen."""
    return Decimal(written or "0")


def measured(row: Figures, name: str) -> Any:
    """A target or an actual value: a figure with its unit, else in words, else nothing."""
    if row[name] is not None:
        return write_figure(Decimal(row[name]), row["unit"])
    return LocalisedText(row.get(f"{name}_text") or {}) or ""


def whose(project: Project, owner: str) -> Any:
    """The country of a side, or both."""
    return Owner.BOTH.label if owner == Owner.BOTH else project.centre.side_country(owner).name


class Writer:
    """Writes the figures of one report of a project, with the reader's own side first."""

    def __init__(self, project: Project, figures: Figures, sides: Sequence[str]) -> None:
        self.project, self.figures, self.sides = project, figures, sides
        self.currency: str = figures["money"]["currency"]

    def tables(self) -> list[Table]:
        """All of them, in the order of the report."""
        made: list[Callable[[], Table]] = [
            self.money,
            self.lines,
            self.results,
            self.deliverables,
            self.milestones,
            self.ahead,
            self.risks,
            self.issues,
        ]
        return [one() for one in made]

    def amount(self, written: str | None, url: str = "") -> Cell:
        """Money, in the project's currency."""
        return Cell(write_amount(exact(written), self.currency), url, is_number=True)

    # --- Money -------------------------------------------------------------------------------------------------------

    def money(self) -> Table:
        """What each side has approved, paid and given: in the quarter, and from the beginning to its last day."""
        sides = self.figures["money"]["sides"]
        head: list[Words] = [_("Money, in %(currency)s") % {"currency": self.currency}]
        for side in self.sides:
            country = self.project.centre.side_country(side).name
            head += [
                _("%(country)s, in the quarter") % {"country": country},
                _("%(country)s, to date") % {"country": country},
            ]
        rows = []
        for name, (label, kind) in MONEY.items():
            known = [sides[side]["to_date"].get(name) for side in self.sides]
            if kind and not any(exact(one) for one in known):
                continue
            row = [Cell(label)]
            for side in self.sides:
                row += self._money_of(side, name, kind)
            rows.append(row)
        further = (("used", _("Paid out or given, of its own")), ("rest", _("Left of what was approved")))
        for name, words in further:
            row = [Cell(words)]
            for side in self.sides:
                row += [Cell(""), self.amount(sides[side][name])]
            rows.append(row)
        return Table("money", _("Money"), head, rows, "", (3, 2, 2, 2, 2))

    def _money_of(self, side: str, name: str, kind: str) -> list[Cell]:
        one = self.figures["money"]["sides"][side]
        if not kind:
            return [Cell(""), self.amount(one["approved"], figure_url(self.project, name, side))]
        first, last = self.figures["first_day"], self.figures["last_day"]
        narrowed = {"side": side, "kind": kind, "state": EntryState.APPROVED, "to": last}
        return [
            self.amount(one["within"][name], entries_url(self.project, **narrowed, **{"from": first})),
            self.amount(one["to_date"][name], entries_url(self.project, **narrowed)),
        ]

    def lines(self) -> Table:
        """The budget line by line, to date."""
        head = [
            _("Line of the budget"), _("Given by"), pgettext("money", "Approved"), _("Paid out or given"),
            pgettext("money", "Left"),
        ]  # fmt: skip
        rows = [
            [
                Cell(
                    _numbered(f"B{row['number']:02d}", row["title"]),
                    reverse("projects:line", args=[self.project.reference, row["number"]]),
                ),
                Cell(whose(self.project, row["side"])),
                *(self.amount(row[name]) for name in ("approved", "used", "rest")),
            ]
            for row in self.figures["money"]["lines"]
        ]
        empty = _("No line of the budget is approved.")
        return Table("lines", _("Budget by lines"), head, rows, empty, (4, 2, 2, 2, 2))

    # --- Results and work --------------------------------------------------------------------------------------------

    def results(self) -> Table:
        """Each indicator against its target: values that both sides have approved."""
        head = [
            _("Indicator"), pgettext("indicator", "Baseline"), pgettext("indicator", "Target"), _("Reached"),
            pgettext("indicator", "Course"),
        ]  # fmt: skip
        rows = [
            [
                Cell(
                    _numbered(row["code"], row["indicator"]),
                    reverse("projects:measure", args=[self.project.reference, row["measure"]]),
                ),
                Cell(measured(row, "baseline"), is_number=True),
                Cell(measured(row, "target"), is_number=row["target"] is not None),
                Cell(measured(row, "actual"), self._value_url(row), is_number=row["actual"] is not None),
                Cell(Course(row["course"]).label),
            ]
            for row in self.figures["results"]
        ]
        return Table("results", _("Results"), head, rows, _("No indicator has been set."), (5, 2, 2, 2, 2))

    def _value_url(self, row: Figures) -> str:
        """The page of the value that was approved last: it proves the figure."""
        return reverse("projects:value", args=[self.project.reference, row["values"][-1]]) if row["values"] else ""

    def deliverables(self) -> Table:
        """What was due by the end of the quarter, and what was accepted in it."""
        head = [
            _("Deliverable"), _("Handed over by"), pgettext("deliverable", "Due"), pgettext("deliverable", "Accepted"),
        ]  # fmt: skip
        rows = [
            [
                Cell(
                    _numbered(f"D{row['number']}", row["name"]),
                    reverse("projects:deliverable", args=[self.project.reference, row["number"]]),
                ),
                Cell(whose(self.project, row["side"])),
                Cell(day_of(row["due_on"])),
                Cell(day_of(row["accepted_on"]) or _("not accepted")),
            ]
            for row in self.figures["deliverables"]
        ]
        empty = _("Nothing was due.")
        return Table("deliverables", _("Deliverables"), head, rows, empty, (4, 2, 2, 2))

    def milestones(self) -> Table:
        """Points of the schedule that were planned for the time until then, or were reached."""
        head = [
            _("Milestone or joint meeting"), _("Done by"), pgettext("schedule", "Baseline"), _("Plan"), _("Reached on"),
        ]  # fmt: skip
        rows = [
            [*self._point(row), Cell(day_of(row["done_on"]) or _("not reached"))] for row in self.figures["milestones"]
        ]
        empty = _("No milestone was planned.")
        return Table("milestones", _("Milestones"), head, rows, empty, (4, 2, 2, 2, 2))

    def ahead(self) -> Table:
        """Points of the quarter that follows."""
        head = [_("Milestone or joint meeting"), _("Done by"), pgettext("schedule", "Baseline"), _("Plan")]
        rows = [self._point(row) for row in self.figures["ahead"]]
        empty = _("No milestone is planned for the next quarter.")
        return Table("ahead", _("Next quarter"), head, rows, empty, (4, 2, 2, 2))

    def _point(self, row: Figures) -> list[Cell]:
        return [
            Cell(
                _numbered(row["number"], row["name"]),
                reverse("projects:task", args=[self.project.reference, row["id"]]),
            ),
            Cell(whose(self.project, row["owner"])),
            Cell(day_of(row["baseline"]) or ""),
            Cell(day_of(row["plan"])),
        ]

    # --- Risks -------------------------------------------------------------------------------------------------------

    def risks(self) -> Table:
        """Risks as they were judged at the end of the quarter, beside their score at its beginning."""
        head = [_("Risk"), pgettext("risk", "Owner"), _("At the beginning"), _("At the end"), pgettext("risk", "State")]
        rows = [
            [
                Cell(
                    _numbered(f"R{row['number']:02d}", sentence_of(row)),
                    reverse("projects:risk", args=[self.project.reference, row["number"]]),
                ),
                Cell(whose(self.project, row["owner"])),
                Cell(pgettext("risk", "new") if row["before"] is None else str(row["before"]), is_number=True),
                Cell(str(row["score"]), is_number=True),
                Cell(RiskStatus(row["status"]).label),
            ]
            for row in self.figures["risks"]
        ]
        return Table("risks", _("Risks"), head, rows, _("No risk is on the register."), (5, 2, 2, 2, 2))

    def issues(self) -> Table:
        """Issues that were open, and those that were solved in the quarter."""
        head = [_("Issue"), _("Solved by"), _("To be solved by"), pgettext("issue", "Solved")]
        url = reverse("projects:issues", args=[self.project.reference])
        rows = [
            [
                Cell(
                    _numbered(f"I{row['number']:02d}", row["text"]),
                    f"{url}?state={'solved' if row['solved_on'] else 'open'}#i{row['number']}",
                ),
                Cell(whose(self.project, row["owner"])),
                Cell(day_of(row["due_on"]) or ""),
                Cell(day_of(row["solved_on"]) or pgettext("issue", "open")),
            ]
            for row in self.figures["issues"]
        ]
        return Table("issues", _("Issues"), head, rows, _("No issue is open."), (5, 2, 2, 2))


SENTENCE = gettext_lazy("If %(cause)s, then %(event)s, so %(effect)s.")


def sentence_of(risk: Figures) -> LocalisedText:
    """“If cause, then event, so effect” in each language in which all three are written; else what there is."""
    parts = [LocalisedText(risk[name] or {}) for name in ("cause", "event", "effect")]
    return sentence(*parts)


def sentence(cause: LocalisedText, event: LocalisedText, effect: LocalisedText) -> LocalisedText:
    """The same, of the three texts."""
    whole = [language for language in cause if language in event and language in effect]
    found = {}
    for language in whole:
        with translation.override(language):
            texts = {"cause": cause[language], "event": event[language], "effect": effect[language]}
            found[language] = str(SENTENCE) % {name: text.strip().rstrip(".") for name, text in texts.items()}
    if not found:
        found[cause.best().lang] = " ".join(one.best().text for one in (cause, event, effect))
    return LocalisedText(found)


def _numbered(number: str, text: Any) -> LocalisedText:
    """A text with the number of its record before it, in each of its languages."""
    written = {language: f"{number} {words}" for language, words in dict(text).items()}
    return LocalisedText(written or {"en": number})
