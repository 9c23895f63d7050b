"""Every figure leads to its rows: follow the address of each, and count what its page shows."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.test import Client

from core.localised import LocalisedText
from people.models import Centre
from reports.figures.figure import Asked, Breakdown, Figure, Group
from tests.cast import Cast, sign_in

MEDIANS = ("answer-clocks.median", "advisor-days.days")  # measured on the rows, not counted of them


def figures_of(group: Group) -> Iterator[Figure]:
    """All of a group, those of its breakdowns too."""
    yield from group.figures
    for one in group.breakdowns:
        for line in one.lines:
            yield from line.figures


def follow(group: Group, client: Client) -> int:
    """How many figures led somewhere; each to as many rows, or to rows of such a sum, as it says."""
    followed = 0
    for figure in figures_of(group):
        assert figure.url, figure.key
        rows, amounts, measure = _rows_at(figure.url, client)
        if figure.key in MEDIANS:
            assert rows or not figure.value, figure
        elif measure.sum:
            assert sum(amounts, Decimal(0)) == figure.value, figure
        else:
            assert rows == figure.value, figure
        followed += 1
    return followed


def _rows_at(url: str, client: Client) -> tuple[int, list[Any], Any]:
    """Page after page, as a reader goes."""
    rows, amounts, path = 0, [], url.partition("?")[0]
    while url:
        answer = client.get(url)
        assert answer.status_code == 200, url
        lines, page = answer.context["lines"], answer.context["page"]
        rows += len(lines)
        amounts += [line.amount for line in lines]
        url = f"{path}?{page.older}" if page.older else ""
    return rows, amounts, answer.context["measure"]


def values(group: Group) -> dict[str, Any]:
    """The figures of a group by their keys, without its breakdowns."""
    return {figure.key.partition(".")[2]: figure.value for figure in group.figures}


def lines(one: Breakdown) -> dict[str, tuple[Any, ...]]:
    """A breakdown by its codes, without the lines of which there is nothing."""
    found = {line.code: tuple(figure.value for figure in line.figures) for line in one.lines}
    return {code: counted for code, counted in found.items() if any(counted)}


def asked_of(cast: Cast, since: date, until: date, **narrowed: Any) -> Asked:
    """The question about the centre of the cast, as a page reads it."""
    centre = Centre.objects.select_related("side_a__calendar", "side_b__calendar").get(pk=cast.centre.pk)
    return Asked(centre, since, until, **narrowed)


def reader(cast: Cast, who: str = "officer") -> Client:
    """Somebody of the staff, who reads English."""
    person = cast.people[who]
    type(person).objects.filter(pk=person.pk).update(language="en")
    return sign_in(person)


def other_centre(cast: Cast) -> Centre:
    """Another centre of the same two sides, whose rows are never counted here."""
    return Centre.objects.create(
        name=LocalisedText(en="Another centre"),
        short_name=LocalisedText(en="Another"),
        side_a=cast.countries["BY"],
        side_b=cast.countries["KR"],
        is_public=False,
    )


def elsewhere(asked: Asked, centre: Centre) -> Asked:
    """The same question to another centre."""
    return replace(asked, centre=centre)
