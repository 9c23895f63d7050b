"""Tables as CSV, row by row: a long list needs no more memory than a short one."""

import csv
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, tzinfo
from decimal import Decimal
from typing import Any

from django.http import StreamingHttpResponse
from django.utils import timezone, translation
from django.utils.http import content_disposition_header

BOM = "\ufeff"  # else a spreadsheet reads Cyrillic and Hangul as noise
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
NO_CHARACTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # XML has no way to write these


class _Line:
    """What the writer of csv writes to: it hands the line back."""

    def write(self, line: str) -> str:
        return line


def csv_response(name: str, header: Iterable[Any], rows: Iterable[Iterable[Any]]) -> StreamingHttpResponse:
    """A file to save, in the language and the zone of the request. `rows` is read while it is being sent."""
    lines = _lines(header, rows, translation.get_language() or "en", timezone.get_current_timezone())
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    response["Cache-Control"] = "private, no-store"
    return response


def _lines(header: Iterable[Any], rows: Iterable[Iterable[Any]], language: str, zone: tzinfo) -> Iterator[str]:
    writer = csv.writer(_Line())
    with translation.override(language), timezone.override(zone):
        yield BOM + str(writer.writerow([cell(one) for one in header]))
        for row in rows:
            yield str(writer.writerow([cell(one) for one in row]))


def cell(value: Any) -> Any:
    """A number, nothing, or the words for it; what people typed is never a formula when the table is opened."""
    if value is None or isinstance(value, bool | int | Decimal):
        return value
    text = words(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def words(value: Any) -> str:
    """What a cell says: days and moments as ISO 8601 has them, in the zone that is active."""
    if isinstance(value, datetime):
        return on_the_wall(value).isoformat(sep=" ", timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    return NO_CHARACTER.sub("", str(value))


def on_the_wall(moment: datetime) -> datetime:
    """As the clock of whoever reads it shows it: a table knows no zones."""
    return timezone.localtime(moment).replace(tzinfo=None) if timezone.is_aware(moment) else moment
