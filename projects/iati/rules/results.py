"""Results, their indicators, and the figures of each period."""

from collections.abc import Container

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from projects.iati.activity import Activity, Baseline, Figure, Indicator, Reference, Result
from projects.iati.codes import IndicatorMeasure, IndicatorVocabulary, ResultType
from projects.iati.lookups import RESULT_VOCABULARIES
from projects.iati.rules.basics import (
    Fault,
    Faults,
    address_if_given,
    code,
    has_words,
    in_languages,
    in_order,
    number,
    with_words,
)
from projects.iati.rules.parts import document


def faults(activity: Activity) -> Faults:
    """All of it, and that figures lie at places of the project."""
    places = frozenset(location.ref for location in activity.locations if location.ref)
    for position, result in enumerate(activity.results):
        yield from _result(f"results.{position}", result, places)


def _result(field: str, given: Result, places: Container[str]) -> Faults:
    yield from code(f"{field}.type", given.type, ResultType)
    yield from with_words(f"{field}.title", given.title, gettext_lazy("Give the result a title."))
    yield from in_languages(f"{field}.description", given.description)
    for position, paper in enumerate(given.documents):
        yield from document(f"{field}.documents.{position}", paper)
    for position, reference in enumerate(given.references):
        yield from _reference(f"{field}.references.{position}", reference, RESULT_VOCABULARIES)
    if not given.indicators:
        yield Fault(f"{field}.indicators", _("Give the result at least one indicator."))
    for position, indicator in enumerate(given.indicators):
        yield from _indicator(f"{field}.indicators.{position}", indicator, places)
        if given.references and indicator.references:
            yield Fault(
                f"{field}.indicators.{position}.references",
                _("The result has a code of its own already. Give codes to the result or to its indicators."),
            )


def _reference(field: str, given: Reference, vocabularies: Container[str]) -> Faults:
    yield from code(f"{field}.vocabulary", given.vocabulary, vocabularies)
    yield from address_if_given(f"{field}.uri", given.uri)
    if not has_words(given.code):
        yield Fault(f"{field}.code", _("Give the code."))


def _indicator(field: str, given: Indicator, places: Container[str]) -> Faults:
    yield from with_words(f"{field}.title", given.title, gettext_lazy("Give the indicator a title."))
    yield from code(f"{field}.measure", given.measure, IndicatorMeasure)
    yield from in_languages(f"{field}.description", given.description)
    for position, paper in enumerate(given.documents):
        yield from document(f"{field}.documents.{position}", paper)
    for position, reference in enumerate(given.references):
        yield from _reference(f"{field}.references.{position}", reference, IndicatorVocabulary)
    for position, baseline in enumerate(given.baselines):
        yield from _figure(f"{field}.baselines.{position}", baseline, given.measure, places)
        yield from _year(f"{field}.baselines.{position}", baseline)
    for position, period in enumerate(given.periods):
        yield from in_order(f"{field}.periods.{position}", period.start, period.end)
        for name, figures in (("targets", period.targets), ("actuals", period.actuals)):
            for place, figure in enumerate(figures):
                yield from _figure(f"{field}.periods.{position}.{name}.{place}", figure, given.measure, places)


def _year(field: str, given: Baseline) -> Faults:
    if given.year < 1 or (given.on and given.on.year != given.year):
        yield Fault(f"{field}.year", _("Give the year of the baseline, the same as in its date."))


def _figure(field: str, given: Figure, measure: str, places: Container[str]) -> Faults:
    is_in_words = measure == IndicatorMeasure.QUALITATIVE
    if is_in_words and given.value is not None:
        yield Fault(f"{field}.value", _("This indicator is described in words. Write them as a comment, not a number."))
    if not is_in_words and given.value is None:
        yield Fault(f"{field}.value", _("Give a number."))
    if given.value is not None:
        yield from number(f"{field}.value", given.value)
    for position, dimension in enumerate(given.dimensions):
        if not has_words(dimension.name) or not has_words(dimension.value):
            yield Fault(
                f"{field}.dimensions.{position}", _("Say what the figure is broken down by, and which part it is.")
            )
    for position, ref in enumerate(given.locations):
        if ref not in places:
            yield Fault(f"{field}.locations.{position}", _("The project has no place of this number."))
    yield from in_languages(f"{field}.comment", given.comment)
    for position, paper in enumerate(given.documents):
        yield from document(f"{field}.documents.{position}", paper)
