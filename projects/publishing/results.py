"""Results as IATI writes them: approved values only, beside what was aimed at, with the parts of each value."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from itertools import groupby

from django.conf import settings
from django.urls import reverse

from core.localised import LocalisedText
from projects.enums import Aggregation, Direction, Unit
from projects.iati.activity import Baseline, Dimension, Figure, Indicator, Period, Reference, Result
from projects.iati.codes import IndicatorMeasure, IndicatorVocabulary
from projects.iati.texts import text_of
from projects.publishing.rows import Measured, Reached, Rows

MEASURES: dict[str, str] = {
    Unit.NUMBER: IndicatorMeasure.UNIT,
    Unit.MONEY: IndicatorMeasure.UNIT,
    Unit.PERCENT: IndicatorMeasure.PERCENTAGE,
    Unit.SCALE: IndicatorMeasure.ORDINAL,
    Unit.TEXT: IndicatorMeasure.QUALITATIVE,
}


def results_of(rows: Rows, language: str) -> tuple[Result, ...]:
    """Results in the order of the pages, impact first. The standard has no result without an indicator."""
    return tuple(
        _result(level, list(measures), rows, language)
        for (level, _number), measures in groupby(rows.measures, key=lambda one: one.result)
    )


def _result(level: str, measures: list[Measured], rows: Rows, language: str) -> Result:
    first = measures[0]
    return Result(
        type=level,
        title=text_of(first.title, language),
        description=text_of(first.description, language),
        indicators=tuple(_indicator(one, rows, language) for one in measures),
    )


def _indicator(one: Measured, rows: Rows, language: str) -> Indicator:
    return Indicator(
        title=text_of(one.name, language),
        description=text_of(one.definition, language),
        measure=MEASURES[one.unit],
        is_ascending=one.direction == Direction.UP,
        is_aggregable=one.across == Aggregation.SUM,
        references=(Reference(code=one.code, vocabulary=IndicatorVocabulary.OWN, uri=library_url()),),
        baselines=_baselines(one, language),
        periods=_periods(one, rows, language),
    )


def library_url() -> str:
    """Where the codes of our library are read."""
    return settings.SITE_URL + reverse("projects:indicators")


def _baselines(one: Measured, language: str) -> tuple[Baseline, ...]:
    """A baseline has a year: what was said of no day is no baseline to the standard."""
    if one.baseline_on is None:
        return ()
    figure = _figure(one, one.baseline, one.baseline_text, LocalisedText(), language)
    if figure is None:
        return ()
    return (Baseline(year=one.baseline_on.year, on=one.baseline_on, value=figure.value, comment=figure.comment),)


def _periods(one: Measured, rows: Rows, language: str) -> tuple[Period, ...]:
    found: dict[tuple[date, date], tuple[list[Figure], list[Figure]]] = {}
    for place, reached in enumerate((rows.targets.get(one.pk, ()), rows.values.get(one.pk, ()))):
        for row in reached:
            figures = list(_figures(one, row, language))
            if figures:
                found.setdefault((row.starts_on, row.ends_on), ([], []))[place].extend(figures)
    return tuple(
        Period(start=start, end=end, targets=tuple(targets), actuals=tuple(actuals))
        for (start, end), (targets, actuals) in sorted(found.items())
    )


def _figures(one: Measured, row: Reached, language: str) -> Iterable[Figure]:
    """The figure, then the parts it is split into, each with its dimension."""
    whole = _figure(one, row.value, row.text, row.comment, language)
    if whole is None:
        return
    yield whole
    for dimension, category, value in row.parts:
        part = Dimension(dimension.best(language).text, category.best(language).text)
        yield Figure(value=_plain(value), dimensions=(part,))


def _figure(
    one: Measured, value: Decimal | None, text: LocalisedText, comment: LocalisedText, language: str
) -> Figure | None:
    """What the unit of the indicator asks for: a number, or words and no number."""
    if one.unit == Unit.TEXT:
        words = {lang: "\n".join(filter(None, (text.get(lang), comment.get(lang)))) for lang in {**text, **comment}}
        said = text_of(words, language)
        return Figure(comment=said) if said else None
    if value is None:
        return None
    said = text_of(comment, language)
    return Figure(value=_plain(value), comment=said)


def _plain(value: Decimal) -> Decimal:
    """Without the zeros that the database keeps after the point."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()
