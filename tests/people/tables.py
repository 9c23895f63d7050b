"""Files as people bring them."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from xlsxwriter import Workbook


def csv(*rows: str, encoding: str = "utf-8", name: str = "table.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, "\r\n".join(rows).encode(encoding))


def xlsx(*rows: Any, name: str = "table.xlsx") -> SimpleUploadedFile:
    """A workbook; a cell `("=1+1", 2)` is a formula with the value that was worked out."""
    target = BytesIO()
    book = Workbook(target, {"in_memory": True, "default_date_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet()
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, tuple):
                sheet.write_formula(number, column, cell[0], None, cell[1])
            else:
                sheet.write(number, column, cell)
    book.close()
    return SimpleUploadedFile(name, target.getvalue())
