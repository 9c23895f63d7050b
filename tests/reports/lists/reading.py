"""Tables as whoever opens them finds them."""

import csv
import io
import re
import zipfile
from pathlib import Path
from typing import Any

from lxml import etree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def rows_of_csv(path: Path) -> list[list[str]]:
    """Its cells, without the mark at its beginning, which has to be there."""
    text = path.read_bytes().decode()
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline="")))


def part(path: Path, name: str) -> Any:
    """A part of the file as XML."""
    with zipfile.ZipFile(path) as book:
        return etree.fromstring(book.read(name))


def sheets_of(path: Path) -> list[str]:
    """The names of its sheets."""
    return [one.get("name") for one in part(path, "xl/workbook.xml").iter(f"{MAIN}sheet")]


def cells_of(path: Path, sheet: int = 1) -> list[list[tuple[str, str]]]:
    """Kind and value of each cell that is written: `s` for text, `n` for a number or a day."""
    with zipfile.ZipFile(path) as book:
        shared = []
        if "xl/sharedStrings.xml" in book.namelist():
            shared = ["".join(one.itertext()) for one in etree.fromstring(book.read("xl/sharedStrings.xml"))]
    found = []
    for row in part(path, f"xl/worksheets/sheet{sheet}.xml").iter(f"{MAIN}row"):
        line = []
        for cell in row:
            kind, value = cell.get("t", "n"), "".join(cell.itertext())
            assert cell.find(f"{MAIN}f") is None
            line.append(("s", shared[int(value)]) if kind == "s" else ("s" if kind == "inlineStr" else kind, value))
        found.append(line)
    return found


def texts_of(path: Path, sheet: int = 1) -> list[list[str]]:
    return [[value for _kind, value in row] for row in cells_of(path, sheet)]


def names_in(path: Path) -> str:
    """What the properties of the file say."""
    with zipfile.ZipFile(path) as book:
        return re.sub(r"\s+", " ", "".join(book.read(name).decode() for name in book.namelist() if "docProps" in name))
