"""A result as elements: its indicators one by one, each with its baselines and periods."""

from collections.abc import Iterable, Iterator

from projects.iati.activity import Baseline, Figure, Indicator, Period, Reference, Result
from projects.iati.elements import (
    Element,
    attributes_of,
    below,
    day,
    document,
    element,
    exact_or_nothing,
    period_below,
    say,
    say_below,
    saying,
    yes_or_no,
)
from projects.iati.texts import Text, said


def attributes(result: Result) -> dict[str, str]:
    """What stands in the tag of a result."""
    return attributes_of({"type": result.type, "aggregation-status": yes_or_no(answer=result.is_aggregable)})


def children(result: Result) -> Iterator[Element]:
    """What it is called, then how it is measured."""
    yield saying("title", result.title)
    yield from _description(result.description)
    yield from (document(given) for given in result.documents)
    yield from (_reference(given, uri="vocabulary_uri") for given in result.references)
    yield from (_indicator(given) for given in result.indicators)


def _description(text: Text) -> Iterator[Element]:
    if any(said(text)):
        yield saying("description", text)


def _reference(given: Reference, *, uri: str) -> Element:
    return element("reference", vocabulary=given.vocabulary, code=given.code, **{uri: given.uri})


def _indicator(given: Indicator) -> Element:
    drawn = element(
        "indicator",
        measure=given.measure,
        ascending=yes_or_no(answer=given.is_ascending),
        aggregation_status=yes_or_no(answer=given.is_aggregable),
    )
    say(below(drawn, "title"), given.title)
    say_below(drawn, "description", given.description)
    drawn.extend(document(paper) for paper in given.documents)
    drawn.extend(_reference(reference, uri="indicator_uri") for reference in given.references)
    drawn.extend(_baseline(baseline) for baseline in given.baselines)
    drawn.extend(_period(period) for period in given.periods)
    return drawn


def _baseline(given: Baseline) -> Element:
    drawn = element(
        "baseline",
        year=str(given.year),
        iso_date=day(given.on) if given.on else "",
        value=exact_or_nothing(given.value),
    )
    _broken_down(drawn, given)
    drawn.extend(document(paper) for paper in given.documents)
    say_below(drawn, "comment", given.comment)
    return drawn


def _period(given: Period) -> Element:
    drawn = element("period")
    period_below(drawn, given.start, given.end)
    _figures_below(drawn, "target", given.targets)
    _figures_below(drawn, "actual", given.actuals)
    return drawn


def _figures_below(parent: Element, tag: str, figures: Iterable[Figure]) -> None:
    for figure in figures:
        drawn = below(parent, tag, value=exact_or_nothing(figure.value))
        _broken_down(drawn, figure)
        say_below(drawn, "comment", figure.comment)
        drawn.extend(document(paper) for paper in figure.documents)


def _broken_down(drawn: Element, figure: Figure) -> None:
    for ref in figure.locations:
        below(drawn, "location", ref=ref)
    for dimension in figure.dimensions:
        below(drawn, "dimension", name=dimension.name, value=dimension.value)
