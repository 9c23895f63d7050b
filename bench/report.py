"""The figures as a table, and the bounds they are held to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

QUERIES = 12  # a page
MOST = 300  # milliseconds of server time, at the large size
RATIO = 1.5  # server time at the large size to that at the small one
NOISE = 3.0  # milliseconds that two measurements of the same page may differ by
FIRST_VISIT = 120 * 1024  # bytes, compressed, with everything the page links to


@dataclass
class Cost:
    """A page's samples. Queries are the most that a visit took, milliseconds the median."""

    queries: int = 0
    size: int = 0
    times: list[float] = field(default_factory=list)
    in_database: list[float] = field(default_factory=list)

    @property
    def ms(self) -> float:
        return median(self.times)

    def add(self, other: "Cost") -> None:
        """Further samples of the same page."""
        self.queries, self.size = max(self.queries, other.queries), other.size
        self.times += other.times
        self.in_database += other.in_database


@dataclass(frozen=True)
class Recount:
    """How long it took to count the due times of one calendar again: when all of them move, and when none does."""

    clocks: int
    moved: int
    all_seconds: float
    none_seconds: float


@dataclass
class Line:
    """One page at both sizes. `is_reckoned`: as `bench.pages.Page` has it."""

    key: tuple[str, str]
    small: Cost
    large: Cost
    is_reckoned: bool = False

    @property
    def ratio(self) -> float:
        return self.large.ms / self.small.ms


def is_slower(line: Line) -> bool:
    """Whether the page grows with the archive, and should not."""
    return not line.is_reckoned and line.large.ms > RATIO * line.small.ms + NOISE


def faults(line: Line) -> list[str]:
    """The bounds a page breaks, in words."""
    found = []
    if max(line.small.queries, line.large.queries) > QUERIES:
        found.append("queries")
    if line.large.ms > MOST:
        found.append(f"{MOST} ms")
    if is_slower(line):
        found.append("ratio")
    return found


def broken(lines: Sequence[Line]) -> list[Line]:
    """The pages that break a bound."""
    return [line for line in lines if faults(line)]


def table(lines: Sequence[Line]) -> str:
    """A line a page: queries, milliseconds and thousands of bytes at either size."""
    head = f"{lines[0].key[0]:34} {'queries':>9} {'ms':>15} {'ratio':>6} {'in the database':>16} {'kB':>11}"
    return "\n".join(["", head, *map(_row, lines)])


def _row(line: Line) -> str:
    small, large = line.small, line.large
    in_database = [median(cost.in_database) for cost in (small, large)]
    return (
        f"  {line.key[1]:32} {small.queries:4} {large.queries:4} {small.ms:7.1f} {large.ms:7.1f} {line.ratio:6.2f}"
        f" {in_database[0]:8.1f} {in_database[1]:7.1f} {small.size / 1000:5.1f} {large.size / 1000:5.1f}"
        f"  {', '.join(faults(line))}"
    ).rstrip()


def summary(lines: Sequence[Line], weights: Mapping[str, int], recounts: Mapping[int, Recount]) -> tuple[str, bool]:
    """The verdict in a few lines, and whether the first visit is too heavy."""
    slowest = max(lines, key=lambda line: line.large.ms)
    steepest = max(lines, key=lambda line: line.ratio)
    found = broken(lines)
    total = sum(weights.values())
    queries = max(max(one.small.queries, one.large.queries) for one in lines)
    climb = f"{steepest.small.ms:.1f} → {steepest.large.ms:.1f} ms, {steepest.ratio:.2f} ×"
    text = [
        "",
        f"{len(lines)} pages; at most {queries} queries (bound {QUERIES}).",
        f"Slowest at the large size: {', '.join(slowest.key)}, {slowest.large.ms:.0f} ms (bound {MOST}).",
        f"Steepest: {', '.join(steepest.key)}, {climb} (bound {RATIO} × and {NOISE:.0f} ms).",
    ]
    if weights:
        parts = ", ".join(f"{path.rsplit('/', 1)[1] or 'page'} {size / 1024:.1f}" for path, size in weights.items())
        text.append(f"First visit, compressed: {total / 1024:.1f} KB (bound {FIRST_VISIT // 1024}): {parts}.")
    text += [
        f"Due times of one calendar at {requests:,} requests: {one.clocks} clocks, {one.moved} due times moved in"
        f" {one.all_seconds:.2f} s; when none moves {one.none_seconds:.2f} s."
        for requests, one in recounts.items()
    ]
    heavy = total > FIRST_VISIT
    text.append(f"{len(found)} pages break a bound." if found else "Every page keeps its bounds.")
    text += [f"  {', '.join(line.key)}: {', '.join(faults(line))}" for line in found]
    return "\n".join(text), heavy
