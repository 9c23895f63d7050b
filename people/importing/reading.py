"""A table as people keep it, CSV or XLSX, read into rows of plain text; hostile files are refused unopened."""

import csv
import hashlib
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import IO, Any

from django.core.files.base import File
from django.utils.translation import gettext as _
from openpyxl import load_workbook

from core.forms import without_controls
from core.refusal import RefusedError

MOST_BYTES = 5 * 1024 * 1024
MOST_ROWS = 5000
MOST_COLUMNS = 40
LONGEST_CELL = 2000
# Of an XLSX file, which is a ZIP: what a table of this size can need, and not more.
MOST_UNPACKED = 60 * 1024 * 1024
MOST_PARTS = 300
MAX_RATIO = 150
SMALL = 1024 * 1024  # a part as small as this may be packed however tight
PIECE = 64 * 1024
DOCTYPES = [b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be")]
HANGUL, IDEOGRAPHS = ("\uac00", "\ud7a3"), ("\u4e00", "\u9fff")


@dataclass(frozen=True)
class Table:
    """What stands in the file: the header, and each row with its number as a spreadsheet shows it."""

    sha256: str
    header: list[str]
    rows: list[tuple[int, list[str]]]


def read(upload: File, *, most: int = MOST_ROWS) -> Table:
    """The table in a file. Refused with a sentence: too large, unreadable, empty, too many rows, a swollen XLSX."""
    if (upload.size or 0) > MOST_BYTES:
        raise RefusedError(_("The file is larger than 5 MB. Divide it."))
    upload.seek(0)
    data = upload.read()
    lines = _xlsx(data) if data.startswith(b"PK") else _csv(data)
    table = [(number, cells) for number, cells in _plain(lines) if cells]
    if not table:
        raise RefusedError(_("The file holds no table. Its first row names the columns."))
    (_first, header), *rows = table
    if not rows:
        raise RefusedError(_("There is no row beneath the names of the columns."))
    if len(rows) > most:
        raise RefusedError(_("The file has more than %(most)s rows. Divide it.") % {"most": most})
    return Table(hashlib.sha256(data).hexdigest(), header, rows)


def _plain(lines: Iterable[Sequence[Any]]) -> Iterator[tuple[int, list[str]]]:
    """Cells as text on one line each; no row further than is refused anyhow."""
    for number, line in enumerate(lines, 1):
        if number > MOST_ROWS * 2:  # rows without anything in them do not count, but they end somewhere
            return
        cells = [_text(value) for value in line[:MOST_COLUMNS]]
        while cells and not cells[-1]:
            cells.pop()
        yield number, cells


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(without_controls(str(value)).split())[:LONGEST_CELL]


# --- XLSX ------------------------------------------------------------------------------------------------------------


def _xlsx(data: bytes) -> Iterator[Sequence[Any]]:
    """The first sheet, row by row; of a formula, the value that was last worked out."""
    try:
        _expect_harmless(data)
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        try:
            sheet = book.worksheets[0]
            yield from sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS, max_row=MOST_ROWS * 2 + 1)
        finally:
            book.close()
    except RefusedError:
        raise
    except Exception as error:  # openpyxl raises whatever it meets in a damaged file
        raise RefusedError(_("The file cannot be read as an Excel workbook. Save it anew, or as CSV.")) from error


def _expect_harmless(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        if any(part.flag_bits & 1 for part in parts):
            raise RefusedError(_("The workbook is protected by a password. Save it without one."))
        swollen = any(part.file_size > max(SMALL, part.compress_size * MAX_RATIO) for part in parts)
        if swollen or len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise RefusedError(_("The workbook unpacks to far more than a table needs. Save it anew, or as CSV."))
        for part in parts:
            with archive.open(part) as opened:
                if _has_doctype(opened):
                    raise RefusedError(_("The workbook is not written as Excel writes it. Save it anew, or as CSV."))


def _has_doctype(opened: IO[bytes]) -> bool:
    """Whether a part could name entities, which swell when they are read; behind comments of any length, too."""
    end = b""
    while piece := opened.read(PIECE):
        text = end + piece
        if any(doctype in text for doctype in DOCTYPES):
            return True
        end = text[-max(map(len, DOCTYPES)) :]
    return False


# --- CSV -------------------------------------------------------------------------------------------------------------


def _csv(data: bytes) -> Iterator[Sequence[str]]:
    text = decode(data)
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error as error:
        raise RefusedError(_("The file cannot be read as a table. Save it as CSV in UTF-8, or as XLSX.")) from error


def decode(data: bytes) -> str:
    """Text in the encodings that offices of both sides use: UTF-8, else what their spreadsheets write.

    Bytes of a Cyrillic text read as Korean give rare ideographs, and those of a Korean one syllables: so they are told
    apart.
    """
    for encoding in ("utf-16",) if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else ("utf-8-sig",):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            break
    korean = _decoded(data, "cp949")
    if korean and _count(korean, HANGUL) > _count(korean, IDEOGRAPHS):
        return korean
    if (cyrillic := _decoded(data, "cp1251")) and "\x00" not in cyrillic:
        return cyrillic
    raise RefusedError(_("The letters of the file cannot be read. Save it as CSV in UTF-8, or as XLSX."))


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return ""


def _count(text: str, letters: tuple[str, str]) -> int:
    first, last = letters
    return sum(first <= one <= last for one in text)
