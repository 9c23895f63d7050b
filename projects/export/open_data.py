"""The tables of open data: public projects, approved entries of both books, approved values with what was aimed at.

Names of columns and codes are the same in every language, because machines read them; texts stand in each language of
the portal. What a column means is written here once and told in the data package.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.localised import LANGUAGE_NAMES, LANGUAGES
from projects.enums import ValueState
from projects.models import Entry, Project, ReportedValue, Target

IN_PIECES = 500  # rows read at once


@dataclass(frozen=True)
class Column:
    """A column: its name, its type in the schema of tables, what it means, where the value stands."""

    name: str
    type: str
    meaning: str | Promise
    path: str
    language: str = ""


@dataclass(frozen=True)
class Table:
    """A table: what it holds, its columns, its rows."""

    title: str | Promise
    about: str | Promise
    columns: tuple[Column, ...]
    rows: Callable[[], QuerySet[Any]]


def _texts(name: str, meaning: str | Promise, path: str) -> tuple[Column, ...]:
    """A text of several languages: a column each."""
    return tuple(Column(f"{name}_{code}", "string", meaning, path, code) for code in LANGUAGES)


def _projects() -> QuerySet[Any]:
    return Project.objects.visible_to(AnonymousUser()).order_by("reference")


def _entries() -> QuerySet[Any]:
    return Entry.objects.visible_to(AnonymousUser()).order_by("project__reference", "number")


def _values() -> QuerySet[Any]:
    aimed = Target.objects.filter(measure=OuterRef("measure"), period=OuterRef("period")).values("value")[:1]
    rows = ReportedValue.objects.visible_to(AnonymousUser()).filter(state=ValueState.APPROVED)
    return rows.annotate(target=Subquery(aimed)).order_by(
        "project__reference", "-measure__result__level", "measure__result__number", "measure__number",
        "period__starts_on",
    )  # fmt: skip


NUMBER = Column("project", "string", gettext_lazy("Number of the project"), "project__reference")

TABLES: Mapping[str, Table] = {
    "projects": Table(
        gettext_lazy("Projects"),
        gettext_lazy("Joint projects that a committee has decided for."),
        (
            Column("project", "string", gettext_lazy("Number of the project"), "reference"),
            *_texts("name", gettext_lazy("Name of the project"), "name"),
            *_texts("summary", gettext_lazy("What it does"), "summary"),
            Column("state", "string", gettext_lazy("State, as a word that stays the same"), "stage"),
            Column("kind", "string", gettext_lazy("Kind, as a word that stays the same"), "kind"),
            Column("programme_year", "integer", gettext_lazy("Programme year"), "programme_year"),
            Column("country", "string", gettext_lazy("Country it is carried out in, by ISO 3166-1"), "country_id"),
            Column("lead_a", "string", gettext_lazy("Leading body of side A, in English"), "lead_a__name__en"),
            Column("lead_b", "string", gettext_lazy("Leading body of side B, in English"), "lead_b__name__en"),
            Column("currency", "string", gettext_lazy("Currency of the reports, by ISO 4217"), "currency"),
            Column("planned_start", "date", gettext_lazy("Planned first day"), "planned_start_on"),
            Column("planned_end", "date", gettext_lazy("Planned last day"), "planned_end_on"),
            Column("started", "date", gettext_lazy("First day"), "started_on"),
            Column("ended", "date", gettext_lazy("Last day"), "ended_on"),
            Column("agreement", "string", gettext_lazy("Number of the agreement"), "agreement__reference"),
        ),
        _projects,
    ),
    "transactions": Table(
        gettext_lazy("Money"),
        gettext_lazy("Approved entries in the books of both sides. A payment from side to side stands in both books."),
        (
            NUMBER,
            Column("entry", "integer", gettext_lazy("Number of the entry in the project"), "number"),
            Column("side", "string", gettext_lazy("In the books of which side: a or b"), "side"),
            Column("kind", "string", gettext_lazy("Committed, disbursed, received, spent or given in kind"), "kind"),
            Column("line", "integer", gettext_lazy("Line of the budget"), "line__number"),
            Column("day", "date", gettext_lazy("Day of the entry"), "on"),
            Column("amount", "number", gettext_lazy("Amount; less than nothing reverses another entry"), "amount"),
            Column("currency", "string", gettext_lazy("Currency, by ISO 4217"), "currency"),
            Column("rate", "number", gettext_lazy("Rate into the currency of the project"), "rate"),
            Column("rate_day", "date", gettext_lazy("Day of the rate"), "rate_on"),
            Column("rate_source", "string", gettext_lazy("Source of the rate"), "rate_source"),
            Column("value", "number", gettext_lazy("Amount in the currency of the project"), "value"),
            Column("project_currency", "string", gettext_lazy("Currency of the project"), "project__currency"),
            Column("advisor_days", "number", gettext_lazy("Days of advisors, for what is given in kind"), "days"),
            Column("answers", "integer", gettext_lazy("Number of the payment that was received"), "answers__number"),
            Column("reverses", "integer", gettext_lazy("Number of the entry that is reversed"), "reverses__number"),
        ),
        _entries,
    ),
    "results": Table(
        gettext_lazy("Results"),
        gettext_lazy("Values that both sides have approved, beside what was aimed at, period by period."),
        (
            NUMBER,
            Column("level", "string", gettext_lazy("1 output, 2 outcome, 3 impact"), "measure__result__level"),
            Column("result", "integer", gettext_lazy("Number of the result"), "measure__result__number"),
            Column(
                "indicator", "string", gettext_lazy("Code in the library of indicators"), "measure__indicator__code"
            ),
            *_texts("indicator_name", gettext_lazy("Name of the indicator"), "measure__indicator__name"),
            Column("unit", "string", gettext_lazy("How it is measured"), "measure__indicator__unit"),
            Column("baseline", "number", gettext_lazy("What it was before"), "measure__baseline"),
            Column("period_start", "date", gettext_lazy("First day of the period"), "period__starts_on"),
            Column("period_end", "date", gettext_lazy("Last day of the period"), "period__ends_on"),
            Column("target", "number", gettext_lazy("What was aimed at"), "target"),
            Column("value", "number", gettext_lazy("What was reached"), "value"),
            *_texts("value_in_words", gettext_lazy("What was reached, where it is told in words"), "text"),
        ),
        _values,
    ),
}


def rows_of_table(name: str) -> Iterator[list[Any]]:
    """The rows of a table, read while they are sent."""
    table = TABLES[name]
    paths = list(dict.fromkeys(column.path for column in table.columns))
    for row in table.rows().values(*paths).iterator(IN_PIECES):
        yield [_cell(row[column.path], column) for column in table.columns]


def _cell(value: Any, column: Column) -> Any:
    if column.language:
        return (value or {}).get(column.language, "")
    return "" if value is None else value


def described(base: str, *, licence: str) -> dict[str, Any]:
    """The tables as a tabular data package of Frictionless Data; meanings in the reader's language."""
    return {
        "profile": "tabular-data-package",
        "name": "joint-projects",
        "title": _("Joint projects"),
        "licenses": [{"name": "CC-BY-4.0", "path": licence, "title": "Creative Commons Attribution 4.0"}],
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": name,
                "title": table.title,
                "description": table.about,
                "path": f"{base}{name}.csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": {"fields": [_field(column) for column in table.columns], "missingValues": [""]},
            }
            for name, table in TABLES.items()
        ],
    }


def _field(column: Column) -> dict[str, Any]:
    meaning = f"{column.meaning} ({LANGUAGE_NAMES[column.language]})" if column.language else str(column.meaning)
    return {"name": column.name, "type": column.type, "description": meaning}
