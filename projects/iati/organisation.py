"""What an organisation file of IATI 2.03 can hold: what a side plans to spend in the years to come, and its papers."""

from dataclasses import dataclass
from datetime import date, datetime

from projects.iati.activity import Country, DocumentLink, Money, Reporter
from projects.iati.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetLine:
    """A part of a budget, in words."""

    value: Money
    name: Text
    ref: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalBudget:
    """All that is planned to be spent in at most a year."""

    start: date
    end: date
    value: Money
    status: str = "1"
    lines: tuple[BudgetLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryBudget(TotalBudget):
    """What is planned for one country."""

    country: Country


@dataclass(frozen=True, slots=True, kw_only=True)
class Expenditure:
    """All that was spent in at most a year."""

    start: date
    end: date
    value: Money
    lines: tuple[BudgetLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationDocument(DocumentLink):
    """A public paper of the organisation, and the countries that it concerns."""

    countries: tuple[Country, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A side as it reports itself."""

    identifier: str
    name: Text
    reporter: Reporter
    language: str
    currency: str = ""
    updated_at: datetime | None = None
    total_budgets: tuple[TotalBudget, ...] = ()
    country_budgets: tuple[CountryBudget, ...] = ()
    expenditures: tuple[Expenditure, ...] = ()
    documents: tuple[OrganisationDocument, ...] = ()
