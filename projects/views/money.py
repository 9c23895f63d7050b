"""The money of a project: by side and by line, what was paid beside what was received, what is soon lost."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from core import policies
from people.days import today_at
from projects.enums import EntryState
from projects.models import Entry, Project, Reconciliation
from projects.presentation.money import SIGNED_SHAPES, bars_of, entries_url, line_rows, transfers_of
from projects.presentation.page import page_of_project
from projects.presentation.totals import totals
from projects.views.finding import find

SHOWN = 40  # lines on the overview; all of them stand on a page of their own, with the same sums


def money(request: HttpRequest, reference: str) -> HttpResponse:
    """The overview. Every figure leads to its rows; what a side has not approved is no part of any."""
    project = find(request, reference)
    page = page_of_project(request, project, "money")
    found = totals(project)
    today = today_at(project.centre)
    reconciliations = list(
        Reconciliation.objects.visible_to(request.user).filter(project=project).order_by("-year", "-quarter", "pk")[:40]
    )
    for one in reconciliations:
        one.project, one.shape = project, SIGNED_SHAPES[one.state]  # type: ignore[attr-defined]
    page |= {
        "totals": found,
        "sides_totals": [found.sides[side] for side in page["sides"]],
        "bars": bars_of(project, found, page["sides"]),
        "rows": line_rows(project, found.lines[:SHOWN]),
        "is_cut": len(found.lines) > SHOWN,
        "transfers": transfers_of(project, found, page["sides"], reconciliations),
        "lapsing": sorted(
            (one for one in found.lines if one.line.lapses_on and one.line.lapses_on >= today and one.rest > 0),
            key=lambda one: (one.line.lapses_on, one.line.number),
        )[:SHOWN],
        "reads_reconciliations": request.user.is_authenticated and "projects.view_work" in page["granted"],
    }
    return render(request, "projects/money.html", page | _waiting(request, project))


def _waiting(request: HttpRequest, project: Project) -> dict[str, object]:
    """What waits in one's own side's books; nothing is said of the other's."""
    if not request.user.is_authenticated:
        return {"drafts": 0}
    drafts = Entry.objects.visible_to(request.user).filter(project=project, state=EntryState.DRAFT)
    mine = policies.as_column(policies.q("projects.approve_entry", request.user))
    rows = list(drafts.annotate(may_approve=mine).order_by().values_list("may_approve", flat=True)[:500])
    return {
        "drafts": len(rows),
        "to_approve": sum(rows),
        "drafts_url": entries_url(project, state=EntryState.DRAFT),
    }
