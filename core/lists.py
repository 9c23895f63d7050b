"""Lists that people may take with them: what rows a page shows, as a table of plain values.

An app registers its lists when Django starts, from its `lists.py`; who asks for a file names the list and the filters
of its page. The rows are read in the background, so a long list costs its reader nothing.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.functional import Promise


@dataclass(frozen=True)
class List:
    """One list. `rows(user, query)` answers only what the person may see, in the order of the page, as it is filtered.

    `rows` is read once, row by row: use `.iterator()`. A cell is text, a number, a day, a moment, or None.
    `count(user, query)` says how many there will be, for the progress. Both run in the language of the file.
    """

    name: str
    label: str | Promise
    columns: Sequence[str | Promise]
    rows: Callable[[Any, QueryDict], Iterable[Sequence[Any]]]
    count: Callable[[Any, QueryDict], int]
    url: Callable[[], str]


lists: dict[str, List] = {}


def register(one: List) -> None:
    """Add a list; called from an app's `lists.py` when Django starts."""
    lists[one.name] = one
