"""What several kinds are made of: all groups of a centre, and one chapter a country."""

from collections.abc import Sequence
from dataclasses import replace

from people import directory
from people.models import Country
from reports.figures import agreements, consultations, events, practices, projects
from reports.figures.figure import Asked, Breakdown, Group


def of_the_centre(asked: Asked) -> list[Group]:
    """Every part of the work, in the order of the portal."""
    return [
        consultations.work(asked),
        consultations.service_levels(asked),
        consultations.advisor_days(asked),
        consultations.advice_used(asked),
        events.meetings(asked),
        events.action_plans(asked),
        practices.library(asked),
        practices.adoptions(asked),
        agreements.register(asked),
        projects.portfolio(asked),
    ]


def countries_of(asked: Asked) -> list[Country]:
    """Both sides and the countries the centre serves, in protocol order."""
    served = set(asked.centre.countries.values_list("pk", flat=True))
    served |= {asked.centre.side_a_id, asked.centre.side_b_id}
    return [country for country in directory.countries() if country.pk in served]


def of_countries(asked: Asked) -> list[Group]:
    """A chapter a country, without those of which nothing was counted."""
    chapters = [_of_country(replace(asked, country=country), country) for country in countries_of(asked)]
    return [one for one in chapters if any(figure.value for figure in one.figures)]


def _of_country(asked: Asked, country: Country) -> Group:
    """One group of them all, so that a country is one chapter and one sheet."""
    groups = [
        consultations.work(asked),
        consultations.service_levels(asked),
        events.meetings(asked),
        practices.adoptions(asked),
    ]
    return Group(
        f"country-{country.pk}",
        country.name,  # in all languages, as the label of a line is
        [figure for group in groups for figure in group.figures],
        _of_one_country([breakdown for group in groups for breakdown in group.breakdowns]),
    )


def _of_one_country(breakdowns: Sequence[Breakdown]) -> list[Breakdown]:
    """Without those by country, which would have one line."""
    return [one for one in breakdowns if not one.key.endswith("_country") and one.lines]
