"""What an organisation reports of itself."""

from datetime import UTC, date

from django.utils.translation import gettext_lazy

from projects.iati.codes import BudgetStatus
from projects.iati.lookups import CURRENCIES, LANGUAGES
from projects.iati.organisation import Expenditure, Organisation, TotalBudget
from projects.iati.rules.basics import (
    Faults,
    code,
    code_if_given,
    money,
    needed_identifier,
    not_in_future,
    with_words,
    within_a_year,
)
from projects.iati.rules.parts import document, reporter
from projects.iati.rules.where import country


def faults(organisation: Organisation, today: date) -> Faults:
    """All of it."""
    yield from code("language", organisation.language, LANGUAGES)
    yield from code_if_given("currency", organisation.currency, CURRENCIES)
    if organisation.updated_at:
        yield from not_in_future("updated_at", organisation.updated_at.astimezone(UTC).date(), today)
    yield from needed_identifier("identifier", organisation.identifier)
    yield from with_words("name", organisation.name, gettext_lazy("Name the organisation."))
    yield from reporter("reporter", organisation.reporter)
    for number, total in enumerate(organisation.total_budgets):
        yield from _budget(f"total_budgets.{number}", total)
    for number, budget in enumerate(organisation.country_budgets):
        yield from country(f"country_budgets.{number}.country", budget.country)
        yield from _budget(f"country_budgets.{number}", budget)
    for number, spent in enumerate(organisation.expenditures):
        yield from _sum(f"expenditures.{number}", spent)
    for number, paper in enumerate(organisation.documents):
        yield from document(f"documents.{number}", paper)
        for place, concerned in enumerate(paper.countries):
            yield from country(f"documents.{number}.countries.{place}", concerned)


def _budget(field: str, given: TotalBudget) -> Faults:
    yield from code(f"{field}.status", given.status, BudgetStatus)
    yield from _sum(field, given)


def _sum(field: str, given: TotalBudget | Expenditure) -> Faults:
    yield from within_a_year(field, given.start, given.end)
    yield from money(f"{field}.value", given.value)
    for number, line in enumerate(given.lines):
        yield from money(f"{field}.lines.{number}.value", line.value)
        yield from with_words(
            f"{field}.lines.{number}.name", line.name, gettext_lazy("Say what this line of the budget is for.")
        )
