"""The rows beside a version, read with it: a record page has no query to spare for each of five tables."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject
from django.utils.formats import get_format
from django.utils.translation import gettext as _

from core.localised import LocalisedText
from practices.enums import CapabilityKind, Index, NameKind
from practices.models import Evidence, Link, PracticeTopic, Precondition, SystemName, Version

# A decimal number; what holds more than one point is a date or the number of a version.
DECIMAL = re.compile(r"(?<![\d.])(\d+)\.(\d+)(?![\d.])")


@dataclass(frozen=True)
class Facts:
    """Names, figures, links, topics and preconditions of one version, in their order."""

    names: list[SystemName]
    evidence: list[Evidence]
    links: list[Link]
    topics: list[PracticeTopic]
    preconditions: list["Need"]

    @property
    def current_names(self) -> list[SystemName]:
        return [name for name in self.names if name.kind != NameKind.FORMER]

    @property
    def former_names(self) -> list[SystemName]:
        return [name for name in self.names if name.kind == NameKind.FORMER]


@dataclass(frozen=True)
class Need:
    """One precondition: a capability of the code list, or the least value of an index."""

    is_essential: bool
    capability_id: int | None
    kind: str
    name: LocalisedText | Any
    index: str
    minimum: Decimal | None

    @property
    def kind_label(self) -> Any:
        return CapabilityKind(self.kind).label if self.kind else ""


def figure(value: str) -> str:
    """A figure as its author typed it, with the decimal mark of the reader: 64.5 reads 64,5 in Russian."""
    return DECIMAL.sub(rf"\1{get_format('DECIMAL_SEPARATOR')}\2", value)


def years(name: SystemName) -> str:
    """When the system bore the name, as far as that is known."""
    if name.since_year and name.until_year:
        return f"{name.since_year}–{name.until_year}"
    if name.since_year:
        return _("since %(year)s") % {"year": name.since_year}
    return _("until %(year)s") % {"year": name.until_year} if name.until_year else ""


def with_facts(versions: QuerySet[Version]) -> Any:
    """The versions with their rows as columns: one query for all of it. Read them with `facts_of`."""
    return versions.annotate(
        name_rows=_rows(SystemName, "text", "language", "kind", "since_year", "until_year"),
        evidence_rows=_rows(Evidence, "value", "what", "source", "source_url", "dated_on"),
        link_rows=_rows(Link, "label", "url"),
        topic_rows=ArraySubquery(
            PracticeTopic.objects.filter(versions=OuterRef("pk"))
            .order_by("position", "pk")
            .values(json=JSONObject(id="pk", key="key", name="name"))
        ),
        need_rows=ArraySubquery(
            Precondition.objects.filter(version=OuterRef("pk"))
            .order_by("-is_essential", "position", "pk")
            .values(
                json=JSONObject(
                    is_essential="is_essential",
                    capability_id="capability_id",
                    kind="capability__kind",
                    name="capability__name",
                    index="index",
                    minimum="minimum",
                )
            )
        ),
    )


def facts_of(version: Any) -> Facts:
    """The rows of a version that was read by `with_facts`. They are for reading, not for saving."""
    return Facts(
        names=[SystemName(**row) for row in version.name_rows],
        evidence=[
            Evidence(**{**row, "dated_on": date.fromisoformat(row["dated_on"])}) for row in version.evidence_rows
        ],
        links=[Link(**row) for row in version.link_rows],
        topics=[PracticeTopic(**row) for row in version.topic_rows],
        preconditions=[_need(row) for row in version.need_rows],
    )


def _rows(model: Any, *fields: str) -> ArraySubquery:
    rows = model.objects.filter(version=OuterRef("pk")).order_by("position", "pk")
    return ArraySubquery(rows.values(json=JSONObject(**{field: field for field in fields})))


def _need(row: dict[str, Any]) -> Need:
    name = LocalisedText(row["name"]) if row["name"] else Index(row["index"]).label
    minimum = None if row["minimum"] is None else Decimal(str(row["minimum"]))
    return Need(row["is_essential"], row["capability_id"], row["kind"] or "", name, row["index"], minimum)
