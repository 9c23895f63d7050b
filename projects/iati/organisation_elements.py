"""An organisation as elements, one by one in the order of the schema."""

from collections.abc import Iterable, Iterator

from projects.iati.elements import (
    LANG,
    Element,
    attributes_of,
    below,
    country_below,
    document,
    element,
    moment,
    period_below,
    reporter,
    say,
    saying,
    value_below,
)
from projects.iati.organisation import BudgetLine, Expenditure, Organisation, OrganisationDocument, TotalBudget
from projects.iati.texts import cleaned


def attributes(organisation: Organisation) -> dict[str, str]:
    """What stands in the tag of an organisation."""
    return {LANG: organisation.language} | attributes_of(
        {
            "last-updated-datetime": moment(organisation.updated_at) if organisation.updated_at else "",
            "default-currency": organisation.currency,
        }
    )


def children(organisation: Organisation) -> Iterator[Element]:
    """All that it reports of itself."""
    identifier = element("organisation-identifier")
    identifier.text = cleaned(organisation.identifier)
    yield identifier
    yield saying("name", organisation.name)
    yield reporter(organisation.reporter)
    yield from (_budget(element("total-budget", status=given.status), given) for given in organisation.total_budgets)
    for given in organisation.country_budgets:
        drawn = element("recipient-country-budget", status=given.status)
        country_below(drawn, given.country)
        yield _budget(drawn, given)
    yield from (_expenditure(given) for given in organisation.expenditures)
    yield from (_document(given) for given in organisation.documents)


def _budget(drawn: Element, given: TotalBudget) -> Element:
    period_below(drawn, given.start, given.end)
    value_below(drawn, given.value)
    _lines_below(drawn, "budget-line", given.lines)
    return drawn


def _expenditure(given: Expenditure) -> Element:
    drawn = element("total-expenditure")
    period_below(drawn, given.start, given.end)
    value_below(drawn, given.value)
    _lines_below(drawn, "expense-line", given.lines)
    return drawn


def _lines_below(parent: Element, tag: str, lines: Iterable[BudgetLine]) -> None:
    for line in lines:
        drawn = below(parent, tag, ref=line.ref)
        value_below(drawn, line.value)
        say(drawn, line.name)


def _document(given: OrganisationDocument) -> Element:
    drawn = document(given)
    for country in given.countries:
        country_below(drawn, country)
    return drawn
