"""Find entries: bounded at any size of the library.

Words are looked up in titles and names first, then in the whole text, and never more than `CAP` entries are taken. They
are ranked by their short vectors, and only the best `DEEP` of them by their long ones, which have to be unpacked.
Without words nothing is ranked: the list is in the order of an index, and `core.paging` takes one page of it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import connection
from django.db.models import QuerySet

from practices.finding.asking import Asked, Sql
from practices.finding.spelling import closest, is_spelled, remainders
from practices.models import Entry

CAP = 500
DEEP = 50
SIZE = 20
GROUPS = ("topic", "country", "status", "cost", "language", "goal", "law", "year")
Chosen = Mapping[str, Iterable[str]]  # the values that are chosen in a group
# By what the nearest entries are put in order.
ORDERS = {
    "best": "is_retired, is_far, rank DESC, verified_on DESC, practice_id DESC",
    "verified": "verified_on DESC, practice_id DESC",
    "newest": "published_at DESC, practice_id DESC",
}
_COLUMNS = "practice_id, heading, facets, is_retired, verified_on, published_at"


@dataclass(frozen=True)
class Found:
    """One page of the nearest entries, by number, and how many there are; `is_more`: only the nearest were counted."""

    ids: list[int]
    total: int

    @property
    def is_more(self) -> bool:
        return self.total > CAP

    @property
    def count(self) -> int:
        return min(self.total, CAP)


def found(asked: Asked, chosen: Chosen, *, order: str = "best", page: int = 1, size: int = SIZE) -> Found:
    """The entries that hold all the words and bear the facets. One query."""
    exact, wanted = asked.sql(unfinished=False), asked.sql()
    near = nearest(asked, chosen)
    statement = f"""
        WITH near AS MATERIALIZED ({near.text}),
        placed AS (
            SELECT *, ts_rank(heading, {exact.text}) + ts_rank(heading, {wanted.text}) / 4 AS near_rank FROM near
        ), numbered AS (
            SELECT *, row_number() OVER (
                ORDER BY is_retired, near_rank DESC, verified_on DESC, practice_id DESC) > {DEEP} AS is_far
            FROM placed
        ), ranked AS (
            SELECT practice_id, is_retired, verified_on, published_at, is_far,
            near_rank + CASE WHEN is_far THEN 0 ELSE (
                SELECT ts_rank_cd(body, {exact.text}, 32) + ts_rank(body, {wanted.text}) / 4
                FROM practices_entry deep WHERE deep.practice_id = numbered.practice_id) END AS rank
            FROM numbered
        )
        SELECT practice_id, count(*) OVER () FROM ranked ORDER BY {ORDERS[order]} LIMIT %s OFFSET %s
    """  # noqa: S608  put together from pieces of this module; what was typed is a parameter
    params = (*near.params, *exact.params, *wanted.params, *exact.params, *wanted.params, size, (page - 1) * size)
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        rows = cursor.fetchall()
    return Found([pk for pk, _total in rows], rows[0][1] if rows else 0)


def nearest(asked: Asked, chosen: Chosen) -> Sql:
    """At most one entry more than are shown: those with the words in the heading, then those with them in the text."""
    if not asked:
        where = " AND ".join("facets && %s::varchar[]" for _group in chosen) or "true"
        return Sql(
            f"SELECT {_COLUMNS} FROM practices_entry WHERE {where}"  # noqa: S608  as above
            f" ORDER BY verified_on DESC, practice_id DESC LIMIT {CAP + 1}",
            tuple(_facets(group, values) for group, values in chosen.items()),
        )
    wanted = asked.sql()
    for group, values in chosen.items():
        wanted = wanted.joined("&&", Sql("%s::tsquery", (" | ".join(f"'@{group}:{value}'" for value in values),)))
    return Sql(
        f"""SELECT * FROM (
            (SELECT {_COLUMNS} FROM practices_entry WHERE heading @@ {wanted.text} LIMIT {CAP + 1})
            UNION ALL
            (SELECT {_COLUMNS} FROM practices_entry
             WHERE body @@ {wanted.text} AND NOT heading @@ {wanted.text} LIMIT {CAP + 1})
        ) AS both_of_them LIMIT {CAP + 1}""",  # noqa: S608  as above
        wanted.params * 3,
    )


def counts(asked: Asked, chosen: Chosen) -> dict[str, int]:
    """How many of the nearest entries bear each facet, in one query.

    Under `all` stands how many entries there are. The counts of a group in which something is chosen leave that choice
    out: they say what one more choice would add.
    """
    pieces = [_branch(nearest(asked, chosen), "NOT facet LIKE ANY(%s)", [*chosen])]
    for group in chosen:
        others = {name: values for name, values in chosen.items() if name != group}
        if asked or others:
            pieces.append(_branch(nearest(asked, others), "facet LIKE ANY(%s)", [group]))
        else:
            pieces.append(Sql("SELECT facet, entries FROM practices_facettotal WHERE facet LIKE %s", (f"{group}:%",)))
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT facet, sum(n) FROM ({' UNION ALL '.join(piece.text for piece in pieces)}) AS one GROUP BY facet",  # noqa: S608
            [value for piece in pieces for value in piece.params],
        )
        return {facet: int(number) for facet, number in cursor.fetchall()}


def by_facets(chosen: Chosen) -> QuerySet[Entry]:
    """The entries that bear the facets: of each group one of those chosen."""
    rows = Entry.objects.all()
    for group, values in chosen.items():
        rows = rows.filter(facets__overlap=_facets(group, values))
    return rows


def better(asked: Asked) -> Asked | None:
    """The same with known words in the place of those that no entry holds; None where none is close. One query.

    Of a long Korean compound that is close to nothing, half is asked for.
    """
    if not asked:
        return None
    # Not EXISTS: for a first row the planner would read the table.
    piece = (
        "SELECT (SELECT count(*) FROM (SELECT FROM practices_entry WHERE body @@ {} LIMIT 501) AS held),"
        " ARRAY(SELECT text FROM practices_word WHERE remainders && %s::varchar[]"
        " AND practices_compared(text) LIMIT 500)"
    )
    pieces, params = [], []
    for term in asked.terms:
        wanted = term.sql(is_last=term == asked.terms[-1])
        pieces.append(piece.format(wanted.text))
        params += [*wanted.params, remainders(term.word) if is_spelled(term.word) else []]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(pieces), params)
        rows = cursor.fetchall()
    unheld = {term.word: known for term, (held, known) in zip(asked.terms, rows, strict=True) if not held}
    near = {word: closest(word, known) for word, known in unheld.items()}
    spelled = asked.spelled({word: other for word, other in near.items() if other})
    loose = spelled.loosened({word for word, other in near.items() if not other})
    return loose if loose.terms != asked.terms else None


def _facets(group: str, values: Iterable[str]) -> list[str]:
    return [f"{group}:{value}" for value in values]


def _branch(rows: Sql, condition: str, groups: list[str]) -> Sql:
    return Sql(
        f"SELECT facet, count(*) AS n FROM ({rows.text}) AS near, unnest(near.facets || '{{all}}') AS facet"  # noqa: S608  as above
        f" WHERE {condition} GROUP BY facet",
        (*rows.params, [f"{group}:%" for group in groups]),
    )
