"""Rows of one model that figures count, written once: the count, the breakdown and the page of the rows read the same.

A figure is a condition on the rows of a table. So that the page behind it cannot disagree with it, both take the rows
from `Table.narrowed` and the condition from `Measure.when`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import reduce
from operator import or_
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.db.models import Count, Q, QuerySet, Sum
from django.urls import reverse
from django.utils import formats
from django.utils.functional import Promise, lazy
from django.utils.translation import gettext_lazy as _

from people import directory
from people.enums import Side
from reports.figures.figure import Asked, Breakdown, Figure, Line, Value

PREFIX = "of_"  # before the name of a measure, which might be that of a column
MOST_MONTHS = 24  # a longer time is told year by year


@dataclass(frozen=True)
class Measure:
    """What one figure counts: the rows on which `when` holds; with `sum`, what they add up to in that column."""

    label: str | Promise
    when: Callable[[Asked], Q]
    of: str = ""  # the measure that this one is a part of
    note: str | Promise = ""
    sum: str = ""
    unit: str | Promise = ""


@dataclass(frozen=True)
class RowLine:
    """One row behind a figure, as its page shows it. `url` is "" where the row has no page of its own."""

    reference: str
    url: str
    words: Any
    detail: Any = ""
    on: date | datetime | None = None
    amount: Any = None


def visible(rows: Any, user: Any) -> Any:
    """The rows the person may open, as their own rule has it."""
    return rows.visible_to(user)


@dataclass(frozen=True)
class Table:
    """The rows of a centre, what is counted of them, and who may open them.

    `side`, `country` and `topic` name the column by which the rows are narrowed; "" where that has no sense here. Where
    `event` names one, the rows are those of one event, and there are none where no event was asked about. `seen` leaves
    only the rows whose record the person may open.
    """

    name: str
    label: str | Promise
    rows: Callable[[Asked], QuerySet[Any]]
    measures: Mapping[str, Measure]
    line: Callable[[Any], RowLine]
    seen: Callable[[Any, Any], Any] = visible
    related: Sequence[str] = ()
    side: str = ""
    country: str = ""
    topic: str | Callable[[str], Q] = ""
    topic_is_number: bool = False
    names_of_topics: Callable[[], Mapping[str, Any]] = dict
    event: str = ""
    is_sparse: bool = False  # a period counts few of its rows: to leave out the others first is worth a condition more
    shared: str = ""  # in the column of the side: what stands there where it is both sides', and counts for each

    def narrowed(self, asked: Asked) -> QuerySet[Any]:
        """The rows of the centre, narrowed by what was asked where that has a sense."""
        rows = self.rows(asked)
        if self.event:
            rows = rows.filter(**{self.event: asked.event}) if asked.event else rows.none()
        if asked.side and self.side:
            rows = rows.filter(self.of_side(asked.side))
        if asked.country and self.country:
            rows = rows.filter(**{self.country: asked.country})
        if self.narrows_by_topic(asked):
            rows = rows.filter(self.topic(asked.topic) if callable(self.topic) else Q(**{self.topic: asked.topic}))
        return rows

    def of_side(self, side: str) -> Q:
        """What is one side's, and what is both sides' together."""
        return Q(**{f"{self.side}__in": (side, self.shared) if self.shared else (side,)})

    def narrows_by_topic(self, asked: Asked) -> bool:
        """Subjects of requests are numbers, topics of practices are words: each narrows its own."""
        return bool(asked.topic and self.topic) and asked.topic.isdigit() == self.topic_is_number

    def counted(self, key: str, asked: Asked) -> QuerySet[Any]:
        """The very rows of one figure."""
        return self.narrowed(asked).filter(self.measures[key].when(asked))

    def url(self, key: str, asked: Asked) -> str:
        """The page of the rows of one figure."""
        query = {"centre": asked.centre.pk, "since": asked.since.isoformat(), "until": asked.until.isoformat()}
        query |= {
            name: value
            for name, value in (
                ("side", asked.side if self.side else ""),
                ("country", asked.country.pk if asked.country and self.country else ""),
                ("topic", asked.topic if self.narrows_by_topic(asked) else ""),
                ("event", asked.event.reference if asked.event and self.event else ""),
            )
            if value
        }
        return f"{reverse('reports:figure_rows', args=[self.name, key])}?{urlencode(query)}"

    def figure(
        self, key: str, asked: Asked, values: Mapping[str, Value], *, before: Mapping[str, Value] | None = None
    ) -> Figure:
        """One figure out of values that were read together."""
        measure = self.measures[key]
        return Figure(
            key=f"{self.name}.{key}",
            label=measure.label,
            value=values[key],
            url=self.url(key, asked),
            unit=measure.unit,
            of=values[measure.of] if measure.of else None,
            note=measure.note,
            before=before[key] if before else None,
        )

    def read(
        self,
        asked: Asked,
        *keys: str,
        before: Asked | None = None,
        months: Sequence[str] = (),
        sides: Sequence[str] = (),
        countries: Sequence[str] = (),
        topics: Sequence[str] = (),
        label: Any = None,
    ) -> tuple[list[Figure], list[Breakdown]]:
        """The figures of these measures, and of some of them by month, side, country and topic: the rows are read once.

        Rows that are told by country all have one. `label` is the heading of what is told by side or by country.
        """
        spans = spans_of(asked) if months else []
        own = [asked.side] if asked.side else Side.values
        every = self._with_wholes([*keys, *countries, *topics])
        columns = self._columns(asked, every)
        earlier = self._columns(before, self._with_wholes(keys), "before_") if before else {}
        by_month: dict[str, Any] = {}
        for number, (first, last) in enumerate(spans):
            by_month |= self._columns(replace(asked, since=first, until=last), months, f"month_{number}_")
        by_side: dict[str, Any] = {}
        for side in own if sides else ():
            by_side |= self._columns(asked, self._with_wholes(sides), f"side_{side}_", self.of_side(side))
        found = {**columns, **earlier, **by_month, **by_side}
        among = [*columns.values(), *earlier.values(), *by_side.values(), *self._columns(asked, months).values()]
        by = [*([self.country] if countries else ()), *self._topic_column(topics)]
        rows, whole = self._rows(asked, found, by, [one.filter for one in among])
        values = _values(whole, columns)
        past = _values(whole, earlier, "before_") if before else None
        parts = []
        if months:
            parts.append(self._by_month(asked, months, spans, whole))
        if sides:
            parts.append(self._by_side(asked, sides, own, whole, label or _("By side")))
        if countries:
            parts.append(self._by_country(asked, countries, self._summed(rows, self.country, columns), label))
        if topics:
            parts.append(self._by_topic(asked, topics, self._summed(rows, str(self.topic), columns)))
        return [self.figure(key, asked, values, before=past) for key in keys], parts

    def _topic_column(self, topics: Sequence[str]) -> list[str]:
        return [str(self.topic)] if topics else []

    def _rows(
        self, asked: Asked, found: Mapping[str, Any], by: Sequence[str], conditions: Sequence[Q]
    ) -> tuple[list[dict[str, Any]], dict[str, Any]]:
        """The values by what stands in the columns, and those of all together.

        `conditions` are those of all that is counted: of a sparse table, what meets none of them is not read.
        """
        rows = self.narrowed(asked).order_by()
        if self.is_sparse and all(conditions):  # an empty one is met by every row
            rows = rows.filter(reduce(or_, dict.fromkeys(conditions)))
        if not by:
            whole = rows.aggregate(**found)
            return [whole], whole
        grouped = list(rows.values(*by).annotate(**found))
        return grouped, {column: sum(row[column] for row in grouped) for column in found}

    def _summed(
        self, rows: Sequence[Mapping[str, Any]], by: str, columns: Mapping[str, Any]
    ) -> dict[Any, dict[str, Value]]:
        """The values by one column; what stands in none, and what there is nothing of, is left out."""
        sums: dict[Any, dict[str, Any]] = {}
        for row in rows:
            one = sums.setdefault(row[by], dict.fromkeys(columns, 0))
            for column in columns:
                one[column] += row[column]
        return {code: _values(one, columns) for code, one in sums.items() if code is not None}

    def figures(self, asked: Asked, *keys: str, before: Asked | None = None) -> list[Figure]:
        """The figures of these measures: one query."""
        return self.read(asked, *keys, before=before)[0]

    def _by_country(
        self, asked: Asked, keys: Sequence[str], found: Mapping[str, dict[str, Value]], label: Any
    ) -> Breakdown:
        """In the order of protocol. A country of which nothing is counted has no line."""
        order = [one for one in directory.countries() if one.pk in found]
        lines = [
            self._line(one.name, replace(asked, country=one), keys, found[one.pk], code=one.pk)
            for one in order
            if any(found[one.pk][key] for key in self._with_wholes(keys))
        ]
        return self._breakdown("country", label or _("By country"), _("Country"), keys, lines)

    def _by_topic(self, asked: Asked, keys: Sequence[str], found: Mapping[Any, dict[str, Value]]) -> Breakdown:
        """Most first. The names are one query more."""
        names = self.names_of_topics()
        counted = {str(code): one for code, one in found.items() if any(one[key] for key in self._with_wholes(keys))}
        order = sorted(counted, key=lambda code: (-(counted[code][keys[0]] or 0), code))
        lines = [
            self._line(names.get(code, code), replace(asked, topic=code), keys, counted[code], code=code)
            for code in order
        ]
        return self._breakdown("topic", _("By topic"), _("Topic"), keys, lines)

    def _by_side(
        self, asked: Asked, keys: Sequence[str], sides: Sequence[str], row: Mapping[str, Any], label: Any
    ) -> Breakdown:
        """Both sides have a line, also where nothing is counted."""
        return self._breakdown(
            "side",
            label,
            _("Side"),
            keys,
            [
                self._line(
                    asked.centre.side_country(side).name,
                    replace(asked, side=side),
                    keys,
                    {key: row[f"side_{side}_{PREFIX}{key}"] for key in self._with_wholes(keys)},
                    code=side,
                )
                for side in sides
            ],
        )

    def _by_month(
        self, asked: Asked, keys: Sequence[str], spans: Sequence[tuple[date, date]], row: Mapping[str, Any]
    ) -> Breakdown:
        """Month by month, year by year where that would be too many; every one has a line."""
        is_monthly = months_between(asked.since, asked.until) <= MOST_MONTHS
        return self._breakdown(
            "month",
            _("By month") if is_monthly else _("By year"),
            _("Month") if is_monthly else _("Year"),
            keys,
            [
                self._line(
                    month_in_words(first) if is_monthly else str(first.year),
                    replace(asked, since=first, until=last),
                    keys,
                    {key: row[f"month_{number}_{PREFIX}{key}"] for key in keys},
                    code=first.isoformat()[: 7 if is_monthly else 4],
                )
                for number, (first, last) in enumerate(spans)
            ],
        )

    def by_measure(self, key: str, label: Any, head: Any, figures: Iterable[Figure], column: Any = None) -> Breakdown:
        """Figures that were counted together, set one under the other: stages, answers."""
        return Breakdown(
            key=key,
            label=label,
            columns=(column or self.label,),
            lines=tuple(Line(one.label, (one,), one.key.partition(".")[2]) for one in figures),
            of=head,
        )

    def _breakdown(self, key: str, label: Any, head: Any, keys: Sequence[str], lines: list[Line]) -> Breakdown:
        return Breakdown(
            key=f"{self.name}_{key}",
            label=label,
            columns=tuple(self.measures[one].label for one in keys),
            lines=tuple(lines),
            of=head,
        )

    def _line(self, words: Any, asked: Asked, keys: Sequence[str], values: Mapping[str, Value], *, code: str) -> Line:
        return Line(words, tuple(self.figure(key, asked, values) for key in keys), code)

    def _with_wholes(self, keys: Iterable[str]) -> list[str]:
        """The measures, and those of which they are a part."""
        keys = list(keys)
        return list(dict.fromkeys([*keys, *(self.measures[key].of for key in keys if self.measures[key].of)]))

    def _columns(self, asked: Asked, keys: Iterable[str], prefix: str = "", also: Q | None = None) -> dict[str, Any]:
        """What to read for the measures, under names that are no columns."""
        found: dict[str, Any] = {}
        for key in keys:
            measure = self.measures[key]
            when = measure.when(asked) if also is None else measure.when(asked) & also
            found[f"{prefix}{PREFIX}{key}"] = (
                Sum(measure.sum, filter=when, default=Decimal(0)) if measure.sum else Count("pk", filter=when)
            )
        return found


tables: dict[str, Table] = {}


def table(one: Table) -> Table:
    """Add a table, so that the page of the rows finds it by its name."""
    tables[one.name] = one
    return one


# --- Days ------------------------------------------------------------------------------------------------------------


def moments(asked: Asked) -> tuple[datetime, datetime]:
    """The first moment of the days asked about, and the first one after them, where the centre counts its days."""
    return start_of(asked.since, asked), start_of(asked.until + timedelta(days=1), asked)


def start_of(day: date, asked: Asked) -> datetime:
    """Midnight of a day in the capital of side A."""
    return datetime.combine(day, time(), ZoneInfo(asked.centre.side_a.calendar.zone))


def within(column: str) -> Callable[[Asked], Q]:
    """A moment on the days asked about."""

    def condition(asked: Asked) -> Q:
        since, until = moments(asked)
        return Q(**{f"{column}__gte": since, f"{column}__lt": until})

    return condition


def always(condition: Q | None = None) -> Callable[[Asked], Q]:
    """The condition alone, whatever the days: the rows of the table are those of the question already."""
    return lambda _asked: condition or Q()


def on_days(column: str) -> Callable[[Asked], Q]:
    """A day among the days asked about."""
    return lambda asked: Q(**{f"{column}__gte": asked.since, f"{column}__lte": asked.until})


def months_between(since: date, until: date) -> int:
    """How many months the days touch."""
    return (until.year - since.year) * 12 + until.month - since.month + 1


def spans_of(asked: Asked) -> list[tuple[date, date]]:
    """The months of the days asked about, or the years where the months are too many; the ends are cut to the days.

    Of more than `MOST_MONTHS` years only the last are told.
    """
    monthly = months_between(asked.since, asked.until) <= MOST_MONTHS
    spans, first = [], asked.since
    if not monthly:
        first = max(first, date(max(asked.until.year - MOST_MONTHS + 1, 1), 1, 1))
    while first <= asked.until:
        after = date(first.year + first.month // 12, first.month % 12 + 1, 1) if monthly else date(first.year + 1, 1, 1)
        spans.append((first, min(after - timedelta(days=1), asked.until)))
        first = after
    return spans


def _month_in_words(first: date) -> str:
    return formats.date_format(first, "YEAR_MONTH_FORMAT")


# "January 2026", in the language in which it is read, not in that in which it was counted.
month_in_words = lazy(_month_in_words, str)


def _values(row: Mapping[str, Any], columns: Iterable[str], prefix: str = "") -> dict[str, Value]:
    return {column.removeprefix(f"{prefix}{PREFIX}"): row[column] for column in columns}
