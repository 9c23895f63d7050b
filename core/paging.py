"""Lists in pages of Newer and Older, at one price however long the list is.

A page begins after the last row of the page before it, by the very columns the list is ordered by, so nothing is
counted, nothing skipped over, and a row that arrives meanwhile moves no other.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Generic, TypeVar

from django.core import signing
from django.db.models import Model, Q, QuerySet
from django.http import QueryDict

M = TypeVar("M", bound=Model)
SIZE = 25


@dataclass(frozen=True)
class Page(Generic[M]):
    """The rows of one page, and the query strings of its neighbours ("" where there is none)."""

    rows: list[M]
    newer: str = ""
    older: str = ""


def page_of(rows: QuerySet[M], asked: QueryDict, *, order: str = "-updated_at", size: int = SIZE) -> Page[M]:
    """The page that `?older=` or `?newer=` asks for, ordered by `order` and then by number.

    `order` names a column that is never null, with `-` for newest first. A mark that was tampered with, or belongs to
    another list, gives the first page.
    """
    field, descending = order.lstrip("-"), order.startswith("-")
    backwards, end = _asked(asked, order)
    forwards = descending == backwards  # towards greater values
    if end:
        value, pk = end
        side = "gt" if forwards else "lt"
        beyond = Q(**{f"pk__{side}": pk})
        if field == "pk":
            rows = rows.filter(beyond)
        else:  # said twice, so that the index is entered at the mark and not walked to it
            rows = rows.filter(Q(**{f"{field}__{side}": value}) | beyond, **{f"{field}__{side}e": value})
    sign = "" if forwards else "-"
    found = list(rows.order_by(f"{sign}{field}", f"{sign}pk")[: size + 1])
    more, found = len(found) > size, found[:size]
    if backwards:
        found.reverse()
    if not found:
        return Page([])
    has_newer = more if backwards else bool(end)
    has_older = True if backwards else more
    return Page(
        found,
        _link(asked, "newer", found[0], field, order) if has_newer else "",
        _link(asked, "older", found[-1], field, order) if has_older else "",
    )


def _asked(asked: QueryDict, order: str) -> tuple[bool, tuple[Any, int] | None]:
    for name in ("newer", "older"):
        if token := asked.get(name):
            try:
                kind, value, pk = signing.loads(token, salt="page")
            except (signing.BadSignature, ValueError, TypeError):
                return False, None
            if kind != order:
                return False, None
            return name == "newer", (_read(value), pk)
    return False, None


def mark(order: str, value: Any, pk: int) -> str:
    """What `?older=` and `?newer=` hold: where a page of a list in that order ends, signed."""
    return signing.dumps([order, _written(value), pk], salt="page")


def _written(value: Any) -> Any:
    """As JSON knows it. A day and a moment say what they are: a text may look like either."""
    if isinstance(value, datetime):
        return {"moment": value.isoformat()}
    return {"day": value.isoformat()} if isinstance(value, date) else value


def _read(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    return datetime.fromisoformat(value["moment"]) if "moment" in value else date.fromisoformat(value["day"])


def _link(asked: QueryDict, name: str, row: Any, field: str, order: str) -> str:
    query = asked.copy()
    for other in ("newer", "older"):
        query.pop(other, None)
    query[name] = mark(order, getattr(row, field), row.pk)
    return query.urlencode()
