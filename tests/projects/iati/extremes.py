"""Projects that nobody would write: every field that may be empty, full, long, or in all languages at once."""

from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from projects.iati.activity import Budget, Dimension, Figure, Indicator, Money, Period, PlannedDisbursement, Result
from projects.iati.codes import IndicatorMeasure, TransactionType
from projects.iati.lookups import CURRENCIES, WITHOUT_CENTS
from projects.iati.texts import Narrative, cleaned
from tests.projects.iati import samples

PAST = st.dates(date(1, 1, 1), samples.TODAY)
LEAP_DAYS = st.sampled_from([date(2024, 2, 29), date(2000, 2, 29), date(1996, 2, 29)])
DAYS = PAST | LEAP_DAYS
# Marks of direction, control characters, letters beyond the first plane, halves of pairs.
WILD = st.sampled_from(
    ["\u202bשלום\u202c", "\x00\x1b[0m", "\ufffe", "\ud800", "𝄞", "]]>", "<!--", "&amp;", "\r\n", "서울"]
)
WORDS = st.lists(st.text(max_size=20) | WILD, min_size=1, max_size=4).map("".join)
TEXTS = st.dictionaries(st.sampled_from(["en", "ru", "be", "ko"]), WORDS, max_size=4).map(
    lambda texts: tuple(Narrative(words, language) for language, words in texts.items())
)
NEEDED_TEXTS = TEXTS.filter(lambda text: any(cleaned(one.text).strip() for one in text))
AMOUNTS = st.decimals(Decimal("-1E20"), Decimal("1E20"), places=2) | st.integers(-(10**20), 10**20).map(Decimal)


@st.composite
def money(draw) -> Money:
    currency = draw(st.sampled_from(["KRW", "BYN", "USD"]) | st.sampled_from(sorted(CURRENCIES)))
    amount = draw(AMOUNTS)
    return Money(amount.to_integral_value() if currency in WITHOUT_CENTS else amount, currency, draw(DAYS))


@st.composite
def budgets(draw) -> Budget:
    start = draw(DAYS)
    end = start + timedelta(days=draw(st.integers(0, 364)))
    return Budget(start=start, end=end, value=draw(money()), type=draw(st.sampled_from("12")))


@st.composite
def planned_disbursements(draw) -> PlannedDisbursement:
    start = draw(DAYS)
    end = draw(st.none() | st.dates(start))
    return PlannedDisbursement(start=start, end=end, value=draw(money()), provider=draw(st.none() | parties()))


def parties():
    return st.builds(replace, st.just(samples.incoming().provider), name=TEXTS)


def transactions():
    outgoing = [TransactionType.COMMITMENT, TransactionType.DISBURSEMENT, TransactionType.EXPENDITURE]
    return st.builds(
        replace,
        st.just(samples.incoming()),
        type=st.sampled_from(outgoing),
        on=DAYS,
        value=money(),
        description=TEXTS,
        provider=st.none(),
        receiver=st.none() | parties(),
    )


def figures(measure: str):
    values = st.none() if measure == IndicatorMeasure.QUALITATIVE else AMOUNTS
    dimensions = st.lists(
        st.builds(Dimension, *[WORDS.filter(lambda words: bool(cleaned(words).strip()))] * 2), max_size=3
    )
    documents = st.sampled_from([(), (samples.document("a"),)])
    return st.builds(Figure, value=values, dimensions=dimensions.map(tuple), comment=TEXTS, documents=documents)


@st.composite
def periods(draw, measure: str) -> Period:
    start = draw(DAYS)
    several = st.lists(figures(measure), max_size=2).map(tuple)
    return Period(start=start, end=draw(st.dates(start)), targets=draw(several), actuals=draw(several))


@st.composite
def indicators(draw) -> Indicator:
    measure = draw(st.sampled_from(IndicatorMeasure.values))
    return Indicator(
        title=draw(NEEDED_TEXTS),
        measure=measure,
        description=draw(TEXTS),
        is_ascending=draw(st.booleans()),
        is_aggregable=draw(st.none() | st.booleans()),
        periods=draw(st.lists(periods(measure), max_size=3).map(tuple)),
    )


def results():
    return st.builds(
        Result,
        type=st.sampled_from("1239"),
        title=NEEDED_TEXTS,
        description=TEXTS,
        indicators=st.lists(indicators(), min_size=1, max_size=2).map(tuple),
    )


def activities():
    """Without a fault, however extreme."""

    def some(strategy):
        return st.lists(strategy, max_size=3).map(tuple)

    return st.builds(
        replace,
        st.just(samples.smallest()),
        title=NEEDED_TEXTS,
        currency=st.sampled_from(["", "KRW", "BYN"]),
        language=st.sampled_from(["en", "ru", "be", "ko"]),
        updated_at=st.none() | st.datetimes(max_value=datetime(2026, 11, 1), timezones=st.just(UTC)),  # noqa: DTZ001
        budgets=some(budgets()),
        planned_disbursements=some(planned_disbursements()),
        transactions=some(transactions()),
        results=some(results()),
    )


WILD_VALUES = {
    str: WORDS | st.sampled_from(["", " ", "1", "2", "5", "99", "A01", "BY", "XX", "KRW", "en", "a b", "a&b", "http://x y"])
    | st.from_regex(r"https?://[a-zA-Zа-я.:@%/?#\[\] -]{0,12}", fullmatch=True),
    Decimal: st.decimals() | AMOUNTS,
    int: st.integers(-(2**70), 2**70),
    bool: st.booleans(),
    date: st.dates(),
    datetime: st.datetimes(timezones=st.just(UTC)) | st.just(samples.NOW),
}  # fmt: skip


def paths(value, path=()):
    """The way to every piece of plain data, leaves and what holds them."""
    yield path
    if is_dataclass(value):
        for one in fields(value):
            yield from paths(getattr(value, one.name), (*path, one.name))
    elif isinstance(value, tuple):
        for place, one in enumerate(value):
            yield from paths(one, (*path, place))


def found_at(value, path):
    for step in path:
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return value


def with_at(value, path, new):
    if not path:
        return new
    step, *rest = path
    if isinstance(step, int):
        return (*value[:step], with_at(value[step], rest, new), *value[step + 1 :])
    return replace(value, **{step: with_at(getattr(value, step), rest, new)})


@st.composite
def spoiled(draw, sample):
    """A sample in which up to three fields hold what they should not; many of them with faults, some without."""
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from([path for path in paths(sample) if path]))
        old = found_at(sample, path)
        if isinstance(old, tuple):
            new = draw(st.sampled_from([(), old[:1], old + old]))
        elif type(old) in WILD_VALUES:
            new = draw(WILD_VALUES[type(old)])
        else:
            continue
        sample = with_at(sample, path, new)
    return sample
