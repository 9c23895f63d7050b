"""Tables as CSV, row by row: a long list needs no more memory than a short one."""

import csv
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from django.http import StreamingHttpResponse
from django.utils import translation
from django.utils.http import content_disposition_header

BOM = "\ufeff"  # else a spreadsheet reads Cyrillic and Hangul as noise
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class _Line:
    """What the writer of csv writes to: it hands the line back."""

    def write(self, line: str) -> str:
        return line


def csv_response(name: str, header: Iterable[Any], rows: Iterable[Iterable[Any]]) -> StreamingHttpResponse:
    """A file to save, in the language of the request that asked for it. `rows` is read while it is being sent."""
    language = translation.get_language() or "en"
    response = StreamingHttpResponse(_lines(header, rows, language), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    response["Cache-Control"] = "private, no-store"
    return response


def _lines(header: Iterable[Any], rows: Iterable[Iterable[Any]], language: str) -> Iterator[str]:
    writer = csv.writer(_Line())
    with translation.override(language):
        yield BOM + str(writer.writerow([cell(one) for one in header]))
        for row in rows:
            yield str(writer.writerow([cell(one) for one in row]))


def cell(value: Any) -> Any:
    """What people typed is never a formula when the table is opened."""
    if value is None or isinstance(value, bool | int | Decimal):
        return value
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA) else text
