"""Risks in words: the scales, the matrix, the sentence, how a score has moved; and issues. Reads only."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from calendars.moments import write_day
from core import policies
from core.localised import LocalisedText
from projects.enums import IssueStatus, RiskStatus, Scale
from projects.models import Issue, Project, Risk, RiskReview
from projects.presentation.beside import HIGH, MEDIUM
from projects.presentation.report_tables import sentence
from projects.presentation.state import State

LIKELIHOOD: dict[int, Promise] = {
    1: gettext_lazy("at most one chance in twenty"),
    2: gettext_lazy("up to one chance in five"),
    3: gettext_lazy("up to one chance in two"),
    4: gettext_lazy("up to four chances in five"),
    5: gettext_lazy("more than four chances in five"),
}
IMPACT: dict[int, Promise] = {
    1: gettext_lazy("noticed by the team alone"),
    2: gettext_lazy("up to two weeks later, or up to 2 % more money"),
    3: gettext_lazy("up to a month later, or up to 5 % more money"),
    4: gettext_lazy("up to a quarter later, up to 15 % more money, or a result is not reached in full"),
    5: gettext_lazy("the objective is not reached, or the work has to stop"),
}
RISK_PHRASES: dict[str, Any] = {
    "raise": pgettext_lazy("risk", "Raised"),
    "edit": pgettext_lazy("risk", "Changed"),
    "review": pgettext_lazy("risk", "Reviewed"),
}
DRAWN = 24  # reviews in the drawing


def choices(scale: dict[int, Promise]) -> list[tuple[int, str]]:
    """The steps of a scale with what each means."""
    return [(step, _("%(step)d, %(word)s: %(means)s") % _step(step, scale)) for step in scale]


def scale_rows(scale: dict[int, Promise]) -> list[tuple[int, Any, Promise]]:
    """The same for a list, the highest first."""
    return [(step, Scale(step).label, scale[step]) for step in sorted(scale, reverse=True)]


def _step(step: int, scale: dict[int, Promise]) -> dict[str, Any]:
    return {"step": step, "word": Scale(step).label, "means": scale[step]}


def level_of(score: int, status: str = RiskStatus.OPEN) -> State:
    """What a score means; one that is over, or has occurred, is said to be so."""
    if status != RiskStatus.OPEN:
        return State("is-stopped" if status == RiskStatus.OCCURRED else "is-done", RiskStatus(status).label)
    if score >= HIGH:
        return State("is-late", pgettext_lazy("score of a risk", "high"))
    if score >= MEDIUM:
        return State("is-soon", pgettext_lazy("score of a risk", "medium"))
    return State("is-going", pgettext_lazy("score of a risk", "low"))


def trend_of(risk: Risk) -> str:
    """How the score has moved since the review before."""
    if risk.before is None or risk.before == risk.score:
        return _("unchanged")
    return (_("up from %(score)d") if risk.score > risk.before else _("down from %(score)d")) % {"score": risk.before}


@dataclass(frozen=True)
class Row:
    """A risk in the list."""

    risk: Risk
    sentence: LocalisedText
    state: State
    trend: str


def row_of(risk: Risk) -> Row:
    return Row(risk, sentence(risk.cause, risk.event, risk.effect), level_of(risk.score, risk.status), trend_of(risk))


# --- The matrix ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Square:
    """How many open risks are so likely and so grave, and where they stand; `is_chosen` when the list shows them."""

    likelihood: int
    impact: int
    count: int
    state: State
    url: str
    is_chosen: bool


@dataclass(frozen=True)
class Matrix:
    """Five by five, the likeliest above, the gravest at the right. `head` are the columns, `rows` with their step."""

    head: list[tuple[int, Any]]
    rows: list[tuple[int, Any, list[Square]]]
    total: int


def matrix_of(project: Project, asked: QueryDict) -> Matrix:
    """The open risks of a project, counted; one query."""
    rows = project.risks.filter(status=RiskStatus.OPEN).order_by().values("likelihood", "impact")
    counts = {(row["likelihood"], row["impact"]): row["number"] for row in rows.annotate(number=Count("pk"))}
    base = reverse("projects:risks", args=[project.reference])
    chosen = (asked.get("likelihood", ""), asked.get("impact", ""))

    def square(likelihood: int, impact: int) -> Square:
        return Square(
            likelihood,
            impact,
            counts.get((likelihood, impact), 0),
            level_of(likelihood * impact),
            f"{base}?likelihood={likelihood}&impact={impact}#list",
            chosen == (str(likelihood), str(impact)),
        )

    return Matrix(
        [(step, Scale(step).label) for step in Scale.values],
        [
            (one, Scale(one).label, [square(one, impact) for impact in Scale.values])
            for one in sorted(Scale.values, reverse=True)
        ],
        sum(counts.values()),
    )


# --- History ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Chart:
    """The scores of the last reviews as a line; the table beneath says the same."""

    points: list[tuple[int, int]]
    labels: list[tuple[int, str]]
    high_y: int
    width: int = 640
    height: int = 160
    foot: int = 132

    @property
    def line(self) -> str:
        return " ".join(f"{x},{y}" for x, y in self.points)


def chart_of(reviews: Sequence[RiskReview]) -> Chart | None:
    """The drawing of reviews, newest first as they are read; none of a single one."""
    rows = list(reversed(reviews[:DRAWN]))
    if len(rows) < 2:  # noqa: PLR2004  a line has two ends
        return None
    foot, head, left, right = Chart.foot, 12, 30, Chart.width - 40

    def height(score: int) -> int:
        return foot - (foot - head) * score // (Scale.VERY_HIGH**2)

    step = (right - left) / (len(rows) - 1)
    points = [(int(left + step * at), height(row.likelihood * row.impact)) for at, row in enumerate(rows)]
    ends = {0: rows[0], len(rows) - 1: rows[-1]}
    labels = [(points[at][0], write_day(row.on, "plain")) for at, row in ends.items()]
    return Chart(points, labels, height(HIGH))


# --- Issues ----------------------------------------------------------------------------------------------------------


def with_granted(rows: QuerySet[Any], user: Any, **permissions: str) -> QuerySet[Any]:
    """Risks or issues with a column for each permission that a page asks about."""
    return rows.annotate(**{name: policies.as_column(policies.q(one, user)) for name, one in permissions.items()})


def issue_state(issue: Issue, today: Any) -> State:
    """Solved, open, or open past its day."""
    if issue.status == IssueStatus.SOLVED:
        return State("is-done", IssueStatus.SOLVED.label)
    if issue.due_on and issue.due_on < today:
        return State("is-late", pgettext_lazy("issue", "Overdue"))
    return State("is-waiting", IssueStatus.OPEN.label)
