"""Rows of several models in one query: for pages that show a few of many kinds.

Each list is a part of its own in the statement, planned as if it were asked alone; they meet only where their rows are
handed over. Types, joined records and what is to be fetched beside them are as in the querysets.
"""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import QuerySet

MOST_COLUMNS = 1600  # PostgreSQL gives no more than 1,664 in one row


def fetch(lists: Sequence[QuerySet[Any]]) -> list[list[Any]]:
    """The rows of each queryset in no order, all in one query; in as few as can be where their columns are too many."""
    found: list[list[Any]] = [[] for _one in lists]
    asked: list[_Asked] = []
    for number, rows in enumerate(lists):
        try:
            one = _Asked(number, rows)
        except EmptyResultSet:  # a rule that nobody meets
            continue
        if sum(each.width for each in asked) + one.width > MOST_COLUMNS:
            _run(asked, found)
            asked = []
        asked.append(one)
    _run(asked, found)
    return found


class _Asked:
    """One queryset, written down but not asked yet."""

    def __init__(self, number: int, rows: QuerySet[Any]) -> None:
        self.number = number
        self.rows = rows.all()
        self.compiler: Any = self.rows.query.get_compiler(self.rows.db)
        # The names of columns repeat where records are joined: here each gets one of its own.
        self.sql, self.params = self.compiler.as_sql(with_col_aliases=True)
        self.width = len(self.compiler.select) + 1  # one more says which list a row is of

    def read(self, rows: list[tuple[Any, ...]]) -> list[Any]:
        """The queryset evaluates itself as always, with rows that are there already."""
        query: Any = self.rows.query
        self.compiler.execute_sql = lambda *_args, **_options: [rows]
        query.get_compiler = lambda *_args, **_options: self.compiler
        try:
            return list(self.rows)
        finally:
            del query.get_compiler


def _run(asked: list[_Asked], found: list[list[Any]]) -> None:
    if len(asked) == 1:
        found[asked[0].number] = list(asked[0].rows)
    if len(asked) <= 1:
        return
    names = [f"list{one.number}" for one in asked]
    parts = ", ".join(
        f"{name} AS MATERIALIZED (SELECT 1, part.* FROM ({one.sql}) part)"  # noqa: S608  # as Django has written it
        for name, one in zip(names, asked, strict=True)
    )
    # No row of one list meets a row of another: each comes once, with nothing in the columns of the others.
    joined = " FULL JOIN ".join([names[0], *(f"{name} ON false" for name in names[1:])])
    params = [param for one in asked for param in one.params]
    with connections[asked[0].rows.db].cursor() as cursor:
        cursor.execute(f"WITH {parts} SELECT * FROM {joined}", params)  # noqa: S608  # the same
        rows = cursor.fetchall()
    start = 0
    for one in asked:
        own = [row[start + 1 : start + one.width] for row in rows if row[start] is not None]
        found[one.number] = one.read(own)
        start += one.width
