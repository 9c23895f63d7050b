"""A report to count with: a workbook with one sheet a group, numbers as numbers, text never a formula."""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

import xlsxwriter
from django.utils.translation import gettext as _

from reports.drawing import said
from reports.figures.figure import Breakdown, Figure, Group, Value

RESERVED = re.compile(r"[\[\]:*?/\\']")
LONGEST = 31  # letters of the name of a sheet
OPTIONS = {
    "in_memory": True,
    "strings_to_numbers": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "remove_timezone": True,
}


def workbook(title: str, facts: Sequence[tuple[str, str]], groups: Sequence[Group]) -> bytes:
    """The file, in the active language: what was asked on the first sheet, then a sheet a group."""
    target = BytesIO()
    book = xlsxwriter.Workbook(target, OPTIONS)
    book.set_properties({"title": title, "author": ""})
    names = sheet_names([_("Report"), *(str(group.label) for group in groups)])
    writer = _Writer(book)
    writer.first(next(names), title, facts)
    for group, name in zip(groups, names, strict=True):
        writer.group(name, group)
    book.close()
    return target.getvalue()


def sheet_names(labels: Sequence[str]) -> Iterator[str]:
    """Names as spreadsheets allow them: short, without marks, none twice."""
    taken: set[str] = set()
    for label in labels:
        plain = " ".join(RESERVED.sub(" ", label).split()) or "-"
        name, number = plain[:LONGEST].strip(), 2
        while name.casefold() in taken:
            end = f" {number}"
            name, number = plain[: LONGEST - len(end)].strip() + end, number + 1
        taken.add(name.casefold())
        yield name


class _Writer:
    """Writes the sheets of one book."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self.bold = book.add_format({"bold": True})
        self.head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self.words = book.add_format({"text_wrap": True, "valign": "top"})

    def first(self, name: str, title: str, facts: Sequence[tuple[str, str]]) -> None:
        sheet = self.book.add_worksheet(name)
        sheet.set_column(0, 0, 30)
        sheet.set_column(1, 1, 60)
        sheet.write_string(0, 0, title, self.bold)
        for row, (label, value) in enumerate(facts, 2):
            sheet.write_string(row, 0, label)
            sheet.write_string(row, 1, value, self.words)

    def group(self, name: str, group: Group) -> None:
        sheet = self.book.add_worksheet(name)
        sheet.set_column(0, 0, 48)
        sheet.set_column(1, 8, 18)
        sheet.write_string(0, 0, str(group.label), self.bold)
        row = 2
        if group.figures:
            row = self._head(sheet, row, [_("Figure"), _("Value"), _("Of"), _("Unit"), _("Note")])
            for one in group.figures:
                row = self._figure(sheet, row, one)
        for breakdown in group.breakdowns:
            row = self._breakdown(sheet, row + 1, breakdown)

    def _head(self, sheet: Any, row: int, words: Sequence[str]) -> int:
        for column, one in enumerate(words):
            sheet.write_string(row, column, one, self.head)
        return row + 1

    def _figure(self, sheet: Any, row: int, one: Figure) -> int:
        sheet.write_string(row, 0, str(one.label), self.words)
        self._value(sheet, row, 1, one.value)
        if one.of is not None:
            self._value(sheet, row, 2, one.of)
        sheet.write_string(row, 3, str(one.unit))
        sheet.write_string(row, 4, str(one.note) if one.value is not None or one.note else said(one))
        return row + 1

    def _breakdown(self, sheet: Any, row: int, one: Breakdown) -> int:
        sheet.write_string(row, 0, str(one.label), self.bold)
        row = self._head(sheet, row + 1, [str(one.of), *map(str, one.columns)])
        for line in one.lines:
            sheet.write_string(row, 0, str(line.label), self.words)
            for column, figure in enumerate(line.figures, 1):
                self._value(sheet, row, column, figure.value)
            row += 1
        return row

    def _value(self, sheet: Any, row: int, column: int, value: Value) -> None:
        """A number; an empty cell where nothing could be measured."""
        if value is not None:
            sheet.write_number(row, column, value)
