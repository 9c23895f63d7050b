"""A schedule worked out as it stands today, whole or rolled up by work package. Pages, papers and charts read it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from projects.planning.reckoning import Network, is_late, slip
from projects.planning.tasks import Bar, Calendars, Group, Owner, Span, planned


@dataclass(frozen=True)
class Plan:
    """Bars at today's plan, in the order in which they came; `slack` and `forecast` by their keys."""

    bars: list[Bar]
    calendars: Calendars
    today: date
    forecast: Mapping[int, Span]
    slack: Mapping[int, int] = field(default_factory=dict)
    waiting: Mapping[int, Bar] = field(default_factory=dict)  # whatever a bar may wait for

    @property
    def span(self) -> Span | None:
        """From the first day of the baseline or of the plan to the last one of either, or of the forecast."""
        if not self.bars:
            return None
        baselines = [bar.baseline for bar in self.bars if bar.baseline]
        starts = [bar.starts_on for bar in self.bars] + [span.starts_on for span in baselines]
        ends = [bar.ends_on for bar in self.bars] + [span.ends_on for span in baselines]
        return Span(min(starts), max(ends + [self.forecast[bar.key].ends_on for bar in self.bars]))

    @property
    def ends_on(self) -> date | None:
        """The last day of today's plan."""
        return max((bar.ends_on for bar in self.bars), default=None)

    @property
    def slip(self) -> int | None:
        """By how many joint working days the whole ends after its baseline; none while nothing has been agreed."""
        baseline = max((bar.baseline_ends_on for bar in self.bars if bar.baseline_ends_on), default=None)
        if baseline is None or self.ends_on is None:
            return None
        whole = Bar(
            key=0,
            number="",
            name="",
            owner="both",
            starts_on=baseline,
            ends_on=self.ends_on,
            baseline_starts_on=baseline,
            baseline_ends_on=baseline,
        )
        return slip(whole, self.calendars)

    def is_critical(self, bar: Bar) -> bool:
        """Whether the expected end of the whole moves with it."""
        return self.slack.get(bar.key, 1) <= 0

    def count_late(self) -> int:
        """How many should be done by today's plan, and are not."""
        return sum(is_late(bar, self.today) for bar in self.bars)


def work_out(bars: Iterable[Bar], calendars: Calendars, today: date) -> Plan:
    """Today's plan, the forecast and the slack of a whole schedule; refuses what `reckon` refuses.

    The slack is that of the forecast: what holds the expected end is of more use than what would hold it were nothing
    late.
    """
    bars = list(bars)
    network = Network(bars, calendars)
    dates, expected = network.reckon(), network.forecast(today)
    shown = [planned(bar, dates) for bar in bars]
    return Plan(shown, calendars, today, expected, network.slack(expected), {bar.key: bar for bar in shown})


def roll_up(plan: Plan, groups: Iterable[Group]) -> Plan:
    """One bar a group, from its first day to its last; a group without tasks has none.

    A group is done when all of its tasks are. Its progress counts the working days of its tasks, so that a long task
    weighs more than a short one; its owner is the side that does all of it, else both.
    """
    members: dict[int | None, list[Bar]] = {}
    for bar in plan.bars:
        members.setdefault(bar.group, []).append(bar)
    rolled = [_rolled(group, members[group.key]) for group in groups if group.key in members]
    forecast = {
        bar.key: Span(
            min(plan.forecast[one.key].starts_on for one in members[bar.key]),
            max(plan.forecast[one.key].ends_on for one in members[bar.key]),
        )
        for bar in rolled
    }
    slack = {
        bar.key: min(plan.slack[one.key] for one in members[bar.key] if one.key in plan.slack)
        for bar in rolled
        if bar.done_on is None
    }
    return Plan(rolled, plan.calendars, plan.today, forecast, slack)


def _rolled(group: Group, bars: list[Bar]) -> Bar:
    owners: set[Owner] = {bar.owner for bar in bars}
    baselines = [bar.baseline for bar in bars if bar.baseline]
    done = [bar.done_on for bar in bars if bar.done_on]
    days = sum(max(bar.days, 1) for bar in bars)
    worked = sum(max(bar.days, 1) * (100 if bar.done_on else bar.progress) for bar in bars)
    return Bar(
        key=group.key,
        number=group.number,
        name=group.name,
        owner=owners.pop() if len(owners) == 1 else "both",
        kind="group",
        starts_on=min(bar.starts_on for bar in bars),
        ends_on=max(bar.ends_on for bar in bars),
        days=days,
        baseline_starts_on=min((span.starts_on for span in baselines), default=None),
        baseline_ends_on=max((span.ends_on for span in baselines), default=None),
        begun_on=min((day for bar in bars if (day := bar.begun_on or bar.done_on)), default=None),
        done_on=max(done) if len(done) == len(bars) else None,
        progress=worked // days,
        tasks=len(bars),
        tasks_done=len(done),
    )
