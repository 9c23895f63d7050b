"""What a practice needs beside what a country has: whether it could work there, and what is missing. Reads only."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from core.localised import LocalisedText
from core.templatetags.grammar import localised
from people.models import Country
from practices.enums import Standing
from practices.models import CountryCapability, CountryIndex
from practices.presentation.facts import Need

UNKNOWN = "unknown"
SHAPES: dict[str, str] = {
    Standing.YES: "is-done",
    Standing.PARTLY: "is-going",
    Standing.NO: "is-late",
    UNKNOWN: "is-new",
}
WORDS: dict[str, str | Promise] = {**dict(Standing.choices), UNKNOWN: gettext_lazy("not known")}


@dataclass(frozen=True)
class Condition:
    """One precondition in one country. `value` and `year` are of an index, `source` and `checked_on` of either."""

    need: Need
    state: str
    source: LocalisedText | str = ""
    source_url: str = ""
    checked_on: date | None = None
    since_year: int | None = None
    value: Decimal | None = None
    year: int | None = None

    @property
    def shape(self) -> str:
        return SHAPES[self.state]

    @property
    def words(self) -> str | Promise:
        return WORDS[self.state]

    @property
    def is_met(self) -> bool:
        return self.state == Standing.YES


@dataclass(frozen=True)
class Here:
    """A practice in one country: its conditions, the essential ones first."""

    country: Country
    conditions: list[Condition]

    @property
    def met(self) -> list[Condition]:
        return [one for one in self.conditions if one.is_met]

    @property
    def missing(self) -> list[Condition]:
        """What is known to be absent, or there in part only."""
        return [one for one in self.conditions if one.state in {Standing.NO, Standing.PARTLY}]

    @property
    def unknown(self) -> list[Condition]:
        """What nobody has entered in the country's profile yet."""
        return [one for one in self.conditions if one.state == UNKNOWN]

    @property
    def sentences(self) -> list[str | SafeString]:
        """The whole answer in a few sentences, to be read before the table."""
        if not self.conditions:
            return []
        said: list[str | SafeString] = [
            ngettext(
                "%(met)d of %(count)d condition is in place.",
                "%(met)d of %(count)d conditions are in place.",
                len(self.conditions),
            )
            % {"met": len(self.met), "count": len(self.conditions)}
        ]
        for sentence, found in (
            (_("Nothing works without these, and they are missing or only partly in place: {names}."), self._essential),
            (_("These would help, and are missing or only partly in place: {names}."), self._helpful),
            (_("Not known: {names}."), self.unknown),
        ):
            if found:
                said.append(format_html(sentence, names=_names(found)))
        return said

    @property
    def _essential(self) -> list[Condition]:
        return [one for one in self.missing if one.need.is_essential]

    @property
    def _helpful(self) -> list[Condition]:
        return [one for one in self.missing if not one.need.is_essential]


def _names(conditions: Iterable[Condition]) -> SafeString:
    return format_html_join(", ", "{}", ((localised(one.need.name),) for one in conditions))


def here_of(code: str, needs: Sequence[Need]) -> Here | None:
    """The needs in the country with this code; none where there is no such country. One query."""
    capabilities = [need.capability_id for need in needs if need.capability_id]
    indices = [need.index for need in needs if need.index]
    has = CountryCapability.objects.filter(country=OuterRef("pk"), capability__in=capabilities).order_by("pk")
    newest = CountryIndex.objects.filter(country=OuterRef("pk"), index__in=indices)
    country = (
        Country.objects.filter(pk=code)
        .annotate(
            has=ArraySubquery(
                has.values(
                    json=JSONObject(
                        capability="capability_id",
                        standing="standing",
                        source="source",
                        source_url="source_url",
                        since_year="since_year",
                        checked_on="checked_on",
                    )
                )
            ),
            measured=ArraySubquery(
                newest.order_by("index", "-year")
                .distinct("index")
                .values(json=JSONObject(index="index", year="year", value="value", source="source"))
            ),
        )
        .first()
    )
    if country is None:
        return None
    standing = {row["capability"]: row for row in country.has or ()}
    measured = {row["index"]: row for row in country.measured or ()}
    return Here(
        country,
        [
            _measured(need, measured.get(need.index))
            if need.index
            else _standing(need, standing.get(need.capability_id))
            for need in needs
        ],
    )


def _standing(need: Need, row: dict[str, Any] | None) -> Condition:
    if row is None:
        return Condition(need, UNKNOWN)
    return Condition(
        need,
        row["standing"],
        source=LocalisedText(row["source"]),
        source_url=row["source_url"],
        checked_on=date.fromisoformat(row["checked_on"]),
        since_year=row["since_year"],
    )


def _measured(need: Need, row: dict[str, Any] | None) -> Condition:
    if row is None or need.minimum is None:
        return Condition(need, UNKNOWN)
    value = Decimal(str(row["value"]))
    state = Standing.YES if value >= need.minimum else Standing.NO
    return Condition(need, state, source=row["source"], value=value, year=row["year"])


def own_country(user: Any) -> str:
    """The country that the reader stands for; none of a visitor."""
    standing = getattr(user, "standing", None)
    country = standing.country if standing else None
    return country.pk if country else ""
