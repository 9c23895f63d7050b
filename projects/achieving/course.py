"""Whether what was reached is what was to be expected by then. Plain numbers in, a word out; no query.

A value says how it stood at the end of its period, so it is judged by what was expected on that day: on the straight
line from the baseline over the targets. Which way is better decides on which side of the line it has to be.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from projects.achieving.aggregation import EXACT, over_periods
from projects.enums import Aggregation, Direction


class Course(TextChoices):
    """How an indicator stands."""

    REACHED = "reached", pgettext_lazy("indicator", "Reached")
    ON_COURSE = "on_course", _("On course")
    BEHIND = "behind", pgettext_lazy("indicator", "Behind")
    UNKNOWN = "unknown", _("No approved value yet")
    FREE = "free", _("No target set")
    WORDS = "words", _("Told in words")


SHAPES = {
    Course.REACHED: "is-done",
    Course.ON_COURSE: "is-going",
    Course.BEHIND: "is-late",
    Course.UNKNOWN: "is-new",
    Course.FREE: "is-new",
    Course.WORDS: "is-new",
}


@dataclass(frozen=True)
class Aim:
    """A target of a period."""

    starts_on: date
    ends_on: date
    value: Decimal


@dataclass(frozen=True)
class Line:
    """What is aimed at: where it begins, the targets in their order, how periods are put together."""

    aims: Sequence[Aim]
    rule: str
    direction: str
    baseline: Decimal | None = None
    baseline_on: date | None = None

    @property
    def target(self) -> Decimal | None:
        """What is aimed at in the end."""
        return over_periods([aim.value for aim in self.aims], self.rule)

    @property
    def start(self) -> Decimal | None:
        """From where it is counted: added-up values from nothing, all else from the baseline; None if unknown."""
        if self.rule == Aggregation.SUM:
            return Decimal(0)
        if self.baseline is None and self.direction == Direction.UP:
            return Decimal(0)
        return self.baseline

    @property
    def is_a_limit(self) -> bool:
        """A total or a highest value that is to stay low: kept to the end, or not; never reached before."""
        return self.direction == Direction.DOWN and self.rule in (Aggregation.SUM, Aggregation.MAXIMUM)

    def met(self, actual: Decimal, wanted: Decimal) -> bool:
        """Whether it is as good as what was wanted, or better."""
        return actual <= wanted if self.direction == Direction.DOWN else actual >= wanted

    def expected(self, day: date) -> Decimal | None:
        """What should have been reached on that day."""
        if not self.aims:
            return None
        if self.rule == Aggregation.SUM:
            return _exact(sum((aim.value * _elapsed(aim.starts_on, aim.ends_on, day) for aim in self.aims), Decimal(0)))
        if self.rule == Aggregation.MEAN:
            ended = [aim.value for aim in self.aims if aim.ends_on <= day] or [self.aims[0].value]
            return over_periods(ended, self.rule)
        return self._between(day)

    def _between(self, day: date) -> Decimal:
        value, since = self.start, self.baseline_on or self.aims[0].starts_on
        for aim in self.aims:
            if day >= aim.ends_on:
                value, since = aim.value, aim.ends_on
                continue
            if value is None or aim.ends_on <= since:
                return aim.value
            share = Decimal(max((day - since).days, 0)) / (aim.ends_on - since).days
            return _exact(value + (aim.value - value) * share)
        return self.aims[-1].value


def course_of(line: Line, actual: Decimal | None, as_of: date | None) -> Course:
    """The word for a value that was reached by the end of its period."""
    if actual is None or as_of is None:
        return Course.UNKNOWN
    target, expected = line.target, line.expected(as_of)
    if target is None or expected is None:
        return Course.FREE
    if line.met(actual, target) and (not line.is_a_limit or as_of >= line.aims[-1].ends_on):
        return Course.REACHED
    return Course.ON_COURSE if line.met(actual, expected) else Course.BEHIND


def share_of(line: Line, actual: Decimal | None) -> int | None:
    """How much of the way is done, from 0 to 100, for a bar; None where there is no way to draw."""
    target, start = line.target, line.start
    if actual is None or target is None or start is None or line.is_a_limit:
        return None
    if line.met(actual, target):
        return 100
    if target == start:
        return 0
    done = (actual - start) / (target - start) * 100
    return int(min(max(done, Decimal(0)), Decimal(99)))  # what is not reached is never drawn full


def _elapsed(first: date, last: date, day: date) -> Decimal:
    whole = (last - first).days + 1
    return Decimal(min(max((day - first).days + 1, 0), whole)) / whole


def _exact(value: Decimal) -> Decimal:
    return value.quantize(EXACT, rounding=ROUND_HALF_UP)
