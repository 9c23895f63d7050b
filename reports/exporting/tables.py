"""A list as a file: CSV for machines, XLSX for people. Row by row, so that a long list needs no more memory."""

import csv
import re
from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from core.sheets import BOM, cell, on_the_wall, words

ROWS_A_SHEET = 1_048_575  # that a spreadsheet opens, below the head
LONGEST = 32_767  # letters in a cell of a spreadsheet
EXACT = 10**15  # from here on a spreadsheet rounds
FIRST_YEAR = 1900  # of a spreadsheet's calendar
WIDEST, NARROWEST, WIDTH_OF_DAY = 60, 8, 18  # letters
NAME = 31  # letters in the name of a sheet
DAY, MOMENT = 14, 22  # formats that a spreadsheet writes as its own reader's country does
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


class Table(ABC):
    """A file that is being written."""

    def __init__(self, path: Path, columns: Sequence[Any]) -> None:
        self.path = path
        self.columns = [str(one) for one in columns]

    @abstractmethod
    def write(self, row: Sequence[Any]) -> None:
        """Add one row: text, numbers, days, moments, nothing."""

    @abstractmethod
    def close(self, about: Sequence[tuple[str, Any]]) -> None:
        """Finish the file. `about` says of what and when it was made."""

    @abstractmethod
    def abandon(self) -> None:
        """Let go of a file that will not be finished."""


class Csv(Table):
    """UTF-8 with its mark, days and moments as ISO 8601 has them, in the zone that is active; no formulas."""

    def __init__(self, path: Path, columns: Sequence[Any]) -> None:
        super().__init__(path, columns)
        self.file = path.open("w", encoding="utf-8", newline="")
        self.file.write(BOM)
        self.writer = csv.writer(self.file)
        self.writer.writerow([cell(one) for one in self.columns])

    def write(self, row: Sequence[Any]) -> None:
        self.writer.writerow([cell(one) for one in row])

    def close(self, _about: Sequence[tuple[str, Any]]) -> None:
        self.file.close()

    def abandon(self) -> None:
        self.file.close()


class Xlsx(Table):
    """A sheet with a head that stays, columns as wide as what stands in them, and a sheet that says what it is.

    What people typed is text and nothing else: no formula, no link, no number by chance. Its properties name nobody.
    """

    def __init__(self, path: Path, columns: Sequence[Any], *, name: str, rows_a_sheet: int = ROWS_A_SHEET) -> None:
        super().__init__(path, columns)
        self.book = Workbook(
            str(path),
            {
                "constant_memory": True,
                "tmpdir": str(path.parent),
                "strings_to_formulas": False,
                "strings_to_numbers": False,
                "strings_to_urls": False,
            },
        )
        self.book.set_properties({"title": name, "author": "", "company": "", "created": timezone.now()})
        self.head = self.book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self.day = self.book.add_format({"num_format": DAY, "align": "left"})
        self.moment = self.book.add_format({"num_format": MOMENT, "align": "left"})
        self.name, self.rows_a_sheet = name, rows_a_sheet
        self.sheets = 0
        self._begin_sheet()

    def _begin_sheet(self) -> None:
        self.sheets += 1
        self.sheet: Worksheet = self.book.add_worksheet(_sheet_name(self.name, self.sheets))
        self.sheet.freeze_panes(1, 0)
        self.sheet.set_landscape()
        self.sheet.set_paper(9)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(0)
        self.widths = [max(NARROWEST, len(one)) for one in self.columns]
        self.rows = 0
        for number, one in enumerate(self.columns):
            self.sheet.write_string(0, number, one, self.head)

    def _end_sheet(self) -> None:
        for number, width in enumerate(self.widths):
            self.sheet.set_column(number, number, min(width + 1, WIDEST))
        if self.columns:
            self.sheet.autofilter(0, 0, self.rows, len(self.columns) - 1)

    def write(self, row: Sequence[Any]) -> None:
        if self.rows == self.rows_a_sheet:
            self._end_sheet()
            self._begin_sheet()
        self.rows += 1
        for number, value in enumerate(row):
            width = self._write_cell(number, value)
            self.widths[number] = max(self.widths[number], width)

    def _write_cell(self, number: int, value: Any) -> int:
        """Write one cell; returns how wide it is."""
        if value is None or value == "":
            return 0
        if isinstance(value, bool):
            value = _("yes") if value else _("no")
        elif isinstance(value, int | float | Decimal) and -EXACT < value < EXACT:
            self.sheet.write_number(self.rows, number, value)
            return len(str(value))
        elif isinstance(value, date) and value.year >= FIRST_YEAR:
            is_moment = isinstance(value, datetime)
            written = on_the_wall(value) if isinstance(value, datetime) else value
            self.sheet.write_datetime(self.rows, number, written, self.moment if is_moment else self.day)
            return WIDTH_OF_DAY if is_moment else NARROWEST + 4
        text = words(value)[:LONGEST]
        self.sheet.write_string(self.rows, number, text)
        return len(text)

    def close(self, about: Sequence[tuple[str, Any]]) -> None:
        self._end_sheet()
        sheet = self.book.add_worksheet(_sheet_name(_("About this table"), 1))
        sheet.set_column(0, 0, 24)
        sheet.set_column(1, 1, 80)
        for number, (label, value) in enumerate(about):
            sheet.write_string(number, 0, label, self.head)
            sheet.write_string(number, 1, str(value))
        self.book.close()

    def abandon(self) -> None:
        """Its pieces lie in the folder of the file, and go with it."""
        for sheet in self.book.worksheets():
            if sheet.row_data_fh:
                sheet.row_data_fh.close()


def _sheet_name(name: str, number: int) -> str:
    """As a spreadsheet takes it: short, without its own signs, each once."""
    mark = f" {number}" if number > 1 else ""
    clean = " ".join(_NOT_IN_A_NAME.sub(" ", name).split())
    return (clean[: NAME - len(mark)].strip("' ") or "1") + mark
