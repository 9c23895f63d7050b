"""What has changed from one report to the next: frozen figures against figures, row by row. Reads no rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from calendars.moments import write_day
from projects.enums import RiskStatus
from projects.freezing import Figures
from projects.models import Project
from projects.presentation.amounts import write_amount
from projects.presentation.bars import MONEY
from projects.presentation.report_tables import Cell, Table, Writer, day_of, exact, measured, whose

ROSE, FELL = pgettext_lazy("figure", "rose"), pgettext_lazy("figure", "fell")
NEW, GONE, CHANGED = pgettext_lazy("figure", "new"), pgettext_lazy("figure", "gone"), gettext_lazy("changed")
LATER, EARLIER = gettext_lazy("moved to a later day"), gettext_lazy("moved to an earlier day")


@dataclass(frozen=True)
class Change:
    """A row that differs: what it is called, what stood there, what stands there now, and in a word what happened."""

    name: Any
    url: str
    before: str
    after: str
    word: str | Promise


@dataclass(frozen=True)
class Group:
    """What has changed in one table of the report."""

    key: str
    title: str
    rows: list[Change]


def changes(project: Project, before: Figures, now: Figures, sides: Sequence[str]) -> list[Group]:
    """What rose, fell, is new and is gone between two reports; groups in which nothing did are left out."""
    old, new = Writer(project, before, sides), Writer(project, now, sides)
    found = [
        Group("money", _("Money"), _money(project, old, new)),
        Group("lines", _("Budget by lines"), _of_lines(old, new)),
        _group((old.results(), new.results()), (before["results"], now["results"]), "measure", _value),
        _group(
            (old.deliverables(), new.deliverables()),
            (before["deliverables"], now["deliverables"]),
            "number",
            _delivered,
        ),
        _group((old.milestones(), new.milestones()), (before["milestones"], now["milestones"]), "id", _point),
        _group((old.risks(), new.risks()), (before["risks"], now["risks"]), "number", _risk),
        _group((old.issues(), new.issues()), (before["issues"], now["issues"]), "number", _issue),
    ]
    return [group for group in found if group.rows]


# --- Money -----------------------------------------------------------------------------------------------------------


def _money(project: Project, old: Writer, new: Writer) -> list[Change]:
    """By side: what was approved, each kind of entries to date, and what is left."""
    names = {name: label for name, (label, _kind) in MONEY.items()} | {"rest": _("Left of what was approved")}
    found = []
    for side in new.sides:
        was, is_now = (one.figures["money"]["sides"][side] for one in (old, new))
        for name, label in names.items():
            pair = [exact(one[name] if name in ("approved", "rest") else one["to_date"][name]) for one in (was, is_now)]
            words = f"{whose(project, side)}: {label}"
            found += _if_moved(Cell(words), pair, lambda amount: write_amount(amount, new.currency))
    return found


def _of_lines(old: Writer, new: Writer) -> list[Change]:
    """What was paid out or given of each line."""
    was, is_now = ({row["number"]: row for row in one.figures["money"]["lines"]} for one in (old, new))
    cells = {
        number: cells[0]
        for writer, rows in ((old, was), (new, is_now))
        for number, cells in zip(rows, writer.lines().rows, strict=True)
    }
    found = []
    for number, cell in sorted(cells.items()):
        if number in was and number in is_now:
            pair = [exact(rows[number]["used"]) for rows in (was, is_now)]
            found += _if_moved(cell, pair, lambda amount: write_amount(amount, new.currency))
        else:
            row = is_now.get(number) or was[number]
            amount = write_amount(exact(row["used"]), new.currency)
            found.append(_alone(cell, amount, is_new=number in is_now))
    return found


def _if_moved(cell: Cell, pair: Sequence[Decimal], write: Callable[[Decimal], str]) -> list[Change]:
    before, after = pair
    if before == after:
        return []
    return [Change(cell.words, cell.url, write(before), write(after), ROSE if after > before else FELL)]


# --- Rows ------------------------------------------------------------------------------------------------------------


def _group(tables: tuple[Table, Table], rows: tuple[list[Figures], list[Figures]], key: str, compare: Any) -> Group:
    """Rows of both reports by what they are of. `compare` says of a row and its earlier self what happened."""
    (old, new), (was, is_now) = tables, ({row[key]: row for row in one} for one in rows)
    cells = dict(zip(was, (row[0] for row in old.rows), strict=True))
    cells |= dict(zip(is_now, (row[0] for row in new.rows), strict=True))
    found = []
    for one, cell in cells.items():
        if one in was and one in is_now:
            if told := compare(was[one], is_now[one]):
                found.append(Change(cell.words, cell.url, *told))
        else:
            shown = compare(None, is_now[one]) if one in is_now else compare(was[one], None)
            found.append(_alone(cell, shown, is_new=one in is_now))
    return Group(new.key, new.title, found)


def _alone(cell: Cell, words: str, *, is_new: bool) -> Change:
    return Change(cell.words, cell.url, "" if is_new else words, words if is_new else "", NEW if is_new else GONE)


def _told(before: Figures | None, now: Figures | None, say: Callable[[Figures], str], word: Any) -> Any:
    """Both rows in words and what happened; the words of one alone; nothing where they are the same."""
    if before is None or now is None:
        return say(before or now or {})
    pair = say(before), say(now)
    return (*pair, word(before, now)) if pair[0] != pair[1] else None


def _value(before: Figures | None, now: Figures | None) -> Any:
    def word(old: Figures, new: Figures) -> Any:
        if old["actual"] is None and new["actual"] is not None:
            return NEW
        if old["actual"] is None or new["actual"] is None:
            return CHANGED
        return ROSE if Decimal(new["actual"]) > Decimal(old["actual"]) else FELL

    return _told(before, now, lambda row: str(measured(row, "actual")), word)


def _delivered(before: Figures | None, now: Figures | None) -> Any:
    def say(row: Figures) -> str:
        if day := day_of(row["accepted_on"]):
            return _("accepted on %(day)s") % {"day": write_day(day, "plain")}
        return _("due on %(day)s") % {"day": write_day(day_of(row["due_on"]), "plain")}  # type: ignore[arg-type]

    return _told(
        before,
        now,
        say,
        lambda _old, new: _moved(_old, new, "accepted_on", "due_on", pgettext("deliverable", "accepted")),
    )


def _point(before: Figures | None, now: Figures | None) -> Any:
    def say(row: Figures) -> str:
        if day := day_of(row["done_on"]):
            return _("reached on %(day)s") % {"day": write_day(day, "plain")}
        return _("planned for %(day)s") % {"day": write_day(day_of(row["plan"]), "plain")}  # type: ignore[arg-type]

    return _told(
        before, now, say, lambda old, new: _moved(old, new, "done_on", "plan", pgettext("milestone", "reached"))
    )


def _moved(old: Figures, new: Figures, done: str, planned: str, finished: str) -> Any:
    """What happened to something with a day: it was finished, or its day has moved."""
    if new[done]:
        return finished
    return LATER if new[planned] > old[planned] else EARLIER


def _risk(before: Figures | None, now: Figures | None) -> Any:
    def say(row: Figures) -> str:
        return f"{row['likelihood']} × {row['impact']} = {row['score']}, {RiskStatus(row['status']).label}"

    def word(old: Figures, new: Figures) -> Any:
        if old["score"] == new["score"]:
            return CHANGED
        return ROSE if new["score"] > old["score"] else FELL

    return _told(before, now, say, word)


def _issue(before: Figures | None, now: Figures | None) -> Any:
    def say(row: Figures) -> str:
        if day := day_of(row["solved_on"]):
            return _("solved on %(day)s") % {"day": write_day(day, "plain")}
        return pgettext("issue", "open")

    return _told(before, now, say, lambda _old, new: pgettext("issue", "solved") if new["solved_on"] else CHANGED)
