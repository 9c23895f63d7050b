"""Lists that people may take with them: what rows a page shows, as a table of plain values.

An app registers its lists when Django starts, from its `lists.py`; who asks for a file names the list and the filters
of its page. The rows are read in the background, so a long list costs its reader nothing.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet
from django.http import HttpRequest, QueryDict, StreamingHttpResponse
from django.utils.functional import Promise

from core import policies
from core.sheets import csv_response


@dataclass(frozen=True)
class List:
    """One list. `rows(user, query)` answers only what the person may see, in the order of the page, as it is filtered.

    `rows` is read once, row by row: use `.iterator()`. A cell is text, a number, a day, a moment, or None.
    `count(user, query)` says how many there will be, for the progress. Both run in the language of the file.

    A list of the parts of one record, such as the participants of an event, is asked for with the number of the record
    as `of` in the query. `allowed(user, numbers)` then says of which of these records the person may take it; a list
    of a whole page that is not everybody's answers for the number "". None: whoever sees the page may take the list.
    `back(query)` is the address of the page that shows these very rows, where `url` alone does not lead there.
    """

    name: str
    label: str | Promise
    columns: Sequence[str | Promise]
    rows: Callable[[Any, QueryDict], Iterable[Sequence[Any]]]
    count: Callable[[Any, QueryDict], int]
    url: Callable[[], str]
    allowed: Callable[[Any, Collection[str]], Collection[str]] | None = None
    back: Callable[[QueryDict], str] | None = None

    def address(self, query: QueryDict) -> str:
        """The page of these rows, with its filters."""
        if self.back:
            return self.back(query)
        return f"{self.url()}?{query.urlencode()}" if query else self.url()


class Asking(HttpRequest):
    """Who asks, and the filters: as much of a request as those functions of a page read that narrow its rows."""

    user: Any

    def __init__(self, user: Any, query: QueryDict) -> None:
        super().__init__()
        self.user, self.method = user, "GET"
        self.GET = query  # type: ignore[assignment]  # one that may still be changed


lists: dict[str, List] = {}
IN_PIECES = 500  # rows read at once


def register(one: List) -> None:
    """Add a list; called from an app's `lists.py` when Django starts."""
    lists[one.name] = one


def register_table(
    name: str,
    label: str | Promise,
    columns: Sequence[str | Promise],
    *,
    find: Callable[[Any], QuerySet[Any]],
    cells: Callable[[Any, Any], Sequence[Any]],
    **options: Any,
) -> None:
    """Add a list of rows of one model. `find(asking)` gives them in the order of the page, `cells(row, asking)` a line.

    What `find` leaves on the asking is there when the lines are written: the project, today.
    """

    def rows(user: Any, query: QueryDict) -> Iterator[Sequence[Any]]:
        asking = Asking(user, query)
        for row in find(asking).iterator(chunk_size=IN_PIECES):
            yield cells(row, asking)

    def count(user: Any, query: QueryDict) -> int:
        return find(Asking(user, query)).count()

    register(List(name, label, columns, rows, count, **options))


def as_csv(request: HttpRequest, name: str) -> StreamingHttpResponse:
    """The list of a page as a table at once, as it is filtered; who is to wait asks for a file of `reports` instead."""
    one = lists[name]
    return csv_response(f"{one.label}.csv", one.columns, one.rows(request.user, request.GET))


def records(model: type[Model], permission: str) -> Callable[[Any, Collection[str]], Collection[str]]:
    """`List.allowed` for the parts of a record: of those with these numbers, on which the person holds a permission."""

    def allowed(user: Any, numbers: Collection[str]) -> set[str]:
        held = model._base_manager.filter(policies.q(permission, user), reference__in=list(numbers))
        return set(held.values_list("reference", flat=True))

    return allowed


def ordered(rows: QuerySet[Any], order: str) -> QuerySet[Any]:
    """In the order of `core.paging`: by the column, and then by number."""
    return rows.order_by(order, "-pk" if order.startswith("-") else "pk")
