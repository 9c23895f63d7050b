"""A body as it reports itself: what it has approved for joint projects, country by country.

Only the lines of published projects are told, each named by its project: what else the body spends is not known here.
"""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from django.db.models import Exists, OuterRef, QuerySet, Sum

from core.localised import LANGUAGES, LocalisedText
from people.models import Organisation
from projects.enums import Nature
from projects.iati import organisation as iati
from projects.iati.activity import Country, Money, Reporter
from projects.iati.codes import BudgetStatus
from projects.iati.rules.basics import within_a_year
from projects.iati.texts import text_of
from projects.models import BudgetLine, Publication
from projects.publishing.bodies import body_of


class Granted(NamedTuple):
    """What was approved for one project in one period and currency."""

    country: str
    starts_on: date
    ends_on: date
    currency: str
    reference: str
    name: LocalisedText
    amount: Decimal


def organisation_of(
    organisation: Organisation, publications: QuerySet[Publication], *, changed_at: datetime | None
) -> iati.Organisation:
    """The body with its budgets. One query, if its identity was read with it."""
    body = body_of(organisation)
    language = next((code for code in LANGUAGES if body.name.get(code)), LANGUAGES[0])
    name = text_of(body.name, language)
    return iati.Organisation(
        identifier=body.ref,
        name=name,
        reporter=Reporter(ref=body.ref, type=body.kind, name=name),
        language=language,
        updated_at=changed_at,
        country_budgets=tuple(_budgets(publications, language)),
    )


def _budgets(publications: QuerySet[Publication], language: str) -> Iterator[iati.CountryBudget]:
    for (country, start, end, currency), granted in groupby(_granted(publications), key=lambda one: one[:4]):
        if any(within_a_year("", start, end)):  # its activity is left out for the same reason
            continue
        lines = tuple(
            iati.BudgetLine(
                value=Money(one.amount, currency, start), name=text_of(one.name, language), ref=one.reference
            )
            for one in granted
        )
        yield iati.CountryBudget(
            country=Country(code=country),
            start=start,
            end=end,
            status=BudgetStatus.COMMITTED,
            value=Money(sum((line.value.amount for line in lines), Decimal(0)), currency, start),
            lines=lines,
        )


def _granted(publications: QuerySet[Publication]) -> Iterator[Granted]:
    """The lines that count, added up by project, in the order of the budgets."""
    own = publications.filter(project=OuterRef("project"), side=OuterRef("side"))
    rows = (
        BudgetLine.objects.counting()
        .filter(Exists(own), nature=Nature.CASH)
        .order_by("project__country", "starts_on", "ends_on", "currency", "project__reference")
        .values_list("project__country", "starts_on", "ends_on", "currency", "project__reference", "project__name")
        .annotate(total=Sum("amount"))
    )
    return (Granted(*row) for row in rows)
