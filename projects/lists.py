"""Lists of projects and of what belongs to them to take along."""

from collections.abc import Callable
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.filters import query_without
from core.lists import ordered, records, register_table
from people.days import today_at
from people.keys import sides_of
from projects.finding import Asked
from projects.models import BudgetLine, Deliverable, Entry, Issue, Project, ReportedValue, Risk
from projects.presentation.deliverables import state_of, with_last
from projects.presentation.report_tables import sentence
from projects.presentation.risks import issue_state
from projects.views.budget import asked_lines
from projects.views.entries import COLUMNS as ENTRIES
from projects.views.entries import asked as asked_entries
from projects.views.entries import cells_of
from projects.views.finding import find
from projects.views.library import asked_values
from projects.views.listing import cells_of as cells_of_project
from projects.views.risks import asked_issues, asked_risks

PROJECTS = (
    _("Number"),
    _("Name"),
    _("State"),
    _("Kind"),
    _("Programme year"),
    _("Country"),
    _("Leading body of side A"),
    _("Leading body of side B"),
    _("Planned start"),
    _("Planned end"),
    _("Started"),
    _("Ended"),
)
LINES = (
    _("Number"),
    _("What it is for"),
    _("Side"),
    _("Body that gives it"),
    _("Kind of cost"),
    _("Paid or given"),
    _("Amount"),
    _("Currency"),
    _("Rate"),
    _("Value in the project’s currency"),
    _("From"),
    _("To"),
    _("Lapses on"),
    _("State"),
    _("Agreement"),
    _("Decision"),
)
VALUES = (
    _("Project"),
    _("Indicator"),
    _("Name"),
    _("Country"),
    _("Period from"),
    _("Period to"),
    _("Value"),
    _("In words"),
    _("Approved"),
)
RISKS = (
    _("Number"),
    _("Risk"),
    _("Kind"),
    _("Likelihood"),
    _("Impact"),
    _("Score"),
    _("Treatment"),
    _("Measures"),
    _("Owned by"),
    _("State"),
    _("Raised"),
    _("Last reviewed"),
)
ISSUES = (
    _("Number"),
    _("Issue"),
    _("Impact"),
    _("Owned by"),
    _("To be solved by"),
    _("State"),
    _("Solution"),
    _("Solved"),
    _("Raised"),
)
DELIVERABLES = (
    _("Number"),
    _("Deliverable"),
    _("Handed over by"),
    _("Due"),
    _("State"),
    _("Last version"),
    _("Accepted"),
)


def _project(asking: Any) -> Project:
    """The project whose list is asked for, as far as the reader may see it, read once."""
    if not hasattr(asking, "project"):
        asking.project = find(asking, asking.GET.get("of", ""))
        asking.today = today_at(asking.project.centre)
    found: Project = asking.project
    return found


def _side(project: Project, side: str) -> str:
    """The country of a side; both, where it is both."""
    sides = [side] if side in ("a", "b") else ["a", "b"]
    return ", ".join(str(project.centre.side_country(one).name) for one in sides)


def _page(route: str) -> Callable[[QueryDict], str]:
    """Where the list of a project stands, with its filters."""

    def back(query: QueryDict) -> str:
        address = reverse(f"projects:{route}", args=[query.get("of", "")])
        return f"{address}?{query_without(query, 'of')}".rstrip("?")

    return back


# --- Of all projects -------------------------------------------------------------------------------------------------


def _projects(asking: Any) -> Any:
    rows: Any = Asked.of(asking.GET).narrowed(Project.objects.visible_to(asking.user))
    return ordered(rows.for_list(), "-created_at")


def _values(asking: Any) -> Any:
    _filters, rows = asked_values(asking)
    return ordered(rows, "-approved_at")


def _value_cells(row: ReportedValue, _asking: Any) -> list[Any]:
    indicator = row.measure.indicator
    return [
        row.project.reference,
        indicator.code,
        indicator.name,
        row.project.country.name,
        row.period.starts_on,
        row.period.ends_on,
        row.value,
        row.text,
        row.approved_at,
    ]


# --- Of one project --------------------------------------------------------------------------------------------------


def _lines(asking: Any) -> Any:
    project = _project(asking)
    return ordered(asked_lines(asking, project, sides_of(project.centre, asking.user))[1], "number")


def _line_cells(row: BudgetLine, asking: Any) -> list[Any]:
    return [
        f"B{row.number:02d}",
        row.title,
        _side(asking.project, row.side),
        row.source.name,
        row.get_group_display(),
        row.get_nature_display(),
        row.amount,
        row.currency,
        row.rate,
        row.value,
        row.starts_on,
        row.ends_on,
        row.lapses_on,
        row.get_state_display(),
        row.agreement.reference,
        row.decision.reference if row.decision else "",
    ]


def _entries(asking: Any) -> Any:
    project = _project(asking)
    _form, rows = asked_entries(asking, project, sides_of(project.centre, asking.user))
    return ordered(rows.select_related("line", "provider", "receiver", "answers", "reverses"), "-on")


def _entry_cells(row: Entry, asking: Any) -> list[Any]:
    return cells_of(asking.project, row)


def _risks(asking: Any) -> Any:
    return ordered(asked_risks(asking, _project(asking))[2], "-score")


def _risk_cells(row: Risk, asking: Any) -> list[Any]:
    return [
        f"R{row.number}",
        sentence(row.cause, row.event, row.effect),
        row.get_group_display(),
        row.likelihood,
        row.impact,
        row.score,
        row.get_treatment_display(),
        row.measures,
        _side(asking.project, row.owner),
        row.get_status_display(),
        row.raised_on,
        row.reviewed_on,
    ]


def _issues(asking: Any) -> Any:
    return ordered(asked_issues(asking, _project(asking))[1], "-impact")


def _issue_cells(row: Issue, asking: Any) -> list[Any]:
    return [
        f"I{row.number}",
        row.text,
        row.impact,
        _side(asking.project, row.owner),
        row.due_on,
        issue_state(row, asking.today).words,
        row.solution,
        row.solved_on,
        row.raised_on,
    ]


def _deliverables(asking: Any) -> Any:
    return ordered(with_last(_project(asking).deliverables.all()), "due_on")


def _deliverable_cells(row: Any, asking: Any) -> list[Any]:
    found: Deliverable = row
    return [
        f"D{found.number}",
        found.name,
        _side(asking.project, found.side),
        found.due_on,
        state_of(found, row.last_state, asking.today).words,
        row.last_number,
        found.accepted_on,
    ]


register_table(
    "projects.projects",
    _("Projects"),
    PROJECTS,
    find=_projects,
    cells=lambda row, _asking: cells_of_project(row),
    url=lambda: reverse("projects:list"),
)
register_table(
    "projects.values",
    _("Reported values"),
    VALUES,
    find=_values,
    cells=_value_cells,
    url=lambda: reverse("projects:values"),
)
OF_ONE = (
    ("lines", _("Budget"), LINES, _lines, _line_cells, "projects.view"),
    ("entries", _("Entries"), ENTRIES, _entries, _entry_cells, "projects.export_money"),
    ("risks", _("Risks"), RISKS, _risks, _risk_cells, "projects.view_work"),
    ("issues", pgettext_lazy("project", "Issues"), ISSUES, _issues, _issue_cells, "projects.view_work"),
    ("deliverables", _("Deliverables"), DELIVERABLES, _deliverables, _deliverable_cells, "projects.view_work"),
)
for route, label, columns, rows, cells, permission in OF_ONE:
    register_table(
        f"projects.{route}",
        label,
        columns,
        find=rows,
        cells=cells,
        url=lambda: reverse("projects:list"),
        allowed=records(Project, permission),
        back=_page(route),
    )
