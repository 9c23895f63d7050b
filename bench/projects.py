"""How many agreements and projects, their words and frozen figures; the rows themselves are in `projects.sql`."""

from pathlib import Path

from projects.actions.indexing import index
from projects.enums import ReportStatus
from projects.freezing import freeze
from projects.models import Project, QuarterReport

SQL = Path(__file__).with_name("projects.sql")
GROWING = tuple(
    f"projects_{name}"
    for name in ("entry", "reportedvalue", "valuepart", "target", "task", "risk", "riskreview", "quarterreport")
)
# Whose numbers were drawn, not given.
NUMBERED = (
    *(f"agreements_{name}" for name in ("agreement", "article", "committee", "committeesession", "agendaitem")),
    "agreements_decision",
    *(f"projects_{name}" for name in ("project", "budgetline", "dimension", "category", "indicator", "result")),
    *(f"projects_{name}" for name in ("measure", "period", "reportedvalue", "task", "deliverable", "risk")),
    "projects_quarterreport",
)
# The projects that are measured: with many indicators, a long schedule, thick books, and one like any other.
BROAD, LONG, THICK, USUAL = 1, 2, 3, 4
LEAST = 100  # projects: more than a list has on its first page
WHOLE = 1_000  # requests from which the measured projects have their whole size


def numbers(requests: int) -> dict[str, int]:
    """What the sections of `projects.sql` are told: 5,000 projects and 1,000 agreements to 100,000 requests.

    The three large projects are the same at either size, so that a page shows as much.
    """
    part = min(1.0, requests / WHOLE)
    return {
        "projects": max(LEAST, requests // 20),
        "agreements": max(60, requests // 100),
        "sessions": max(12, requests * 3 // 1_000),
        "indicators": max(20, int(200 * part)),
        "tasks": max(80, int(2_000 * part)),
        "thick": max(200, int(5_000 * part)),
    }


def finish() -> None:
    """By the very acts of the portal: the words of each project, and the figures of the reports that are signed.

    All reports but those of the measured projects bear the figures of one usual quarter.
    """
    for project in Project.objects.select_related("lead_a", "lead_b").iterator():
        index(project)
    signed = QuarterReport.objects.filter(status=ReportStatus.SIGNED)
    for rank in (USUAL, BROAD, LONG, THICK):
        project = Project.objects.get(pk=rank)
        latest = signed.filter(project=project).latest("year", "quarter")
        figures = freeze(project, latest.first_day(), latest.last_day())
        (signed if rank == USUAL else signed.filter(project=project)).update(figures=figures)
