"""What a figure is: a number, what it counts, and the page of its rows. Reports keep figures, dashboards draw them.

A module of this package counts for one app: functions that take `Asked` and give `Figure` or `Breakdown`, each in a
query or two whatever the rows. The same function serves the dashboard, the reports and the public pages.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise

from core.localised import LocalisedText
from events.models import Event
from people.models import Centre, Country

Value = int | Decimal | None


@dataclass(frozen=True)
class Asked:
    """The question: a centre, the days with the last one, and what narrows it: also to one event."""

    centre: Centre
    since: date
    until: date
    side: str = ""
    country: Country | None = None
    topic: str = ""
    event: Event | None = None


@dataclass(frozen=True)
class Figure:
    """`value` is None where nothing could be measured, which is not nought. `url` leads to exactly these rows.

    `of` is the whole that the value is a part of, where a share is shown: 12 of 20. `before` is the same of the days
    before, where the question was asked of two periods.
    """

    key: str
    label: str | Promise
    value: Value
    url: str = ""
    unit: str | Promise = ""
    of: Value = None
    note: str | Promise = ""
    before: Value = None


@dataclass(frozen=True)
class Line:
    """A row of a breakdown: what it is of, and its figures in the order of the columns."""

    label: LocalisedText | str | Promise
    figures: Sequence[Figure]
    code: str = ""  # of the country, the side, the topic: what does not change with the language


@dataclass(frozen=True)
class Breakdown:
    """Figures by country, topic, side or month: drawn as bars with their table."""

    key: str
    label: str | Promise
    columns: Sequence[str | Promise]
    lines: Sequence[Line]
    of: str | Promise = ""  # the head of the first column
    bars: int | None = 0  # which column is drawn; None for a table alone


@dataclass(frozen=True)
class Group:
    """The figures of one part of the work, under one heading. `key` is that of the app or the matter."""

    key: str
    label: str | Promise
    figures: Sequence[Figure] = ()
    breakdowns: Sequence[Breakdown] = ()


def share(part: Any, whole: Any) -> int | None:
    """In whole per cent; None of nothing."""
    return round(100 * part / whole) if whole else None
