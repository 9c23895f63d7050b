"""The pages of one project: what leads from one to the other, for this reader. Reads only."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import policies
from people.keys import sides_of
from projects.enums import Stage
from projects.models import Opinion, Project
from projects.presentation.state import state_of


@dataclass(frozen=True)
class Link:
    """A page of the project. `current` is the value of aria-current."""

    label: str | Promise
    url: str
    current: str = ""


@dataclass(frozen=True)
class Part:
    """A page that every project has, the permission on the project that opens it, and from when on it is there."""

    route: str
    label: Promise
    permission: str
    once_approved: bool = True


PARTS = (
    Part("project", _("Overview"), "projects.view", once_approved=False),
    Part("concept", _("Concept paper"), "projects.view_work", once_approved=False),
    Part("progress", _("Progress"), "projects.view_work", once_approved=False),
    Part("results", _("Results"), "projects.view_results"),
    Part("money", _("Money"), "projects.view"),
    Part("schedule", _("Schedule"), "projects.view_work", once_approved=False),
    Part("deliverables", _("Deliverables"), "projects.view_work", once_approved=False),
    Part("risks", _("Risks"), "projects.view_work", once_approved=False),
    Part("reports", pgettext_lazy("project", "Reports"), "projects.view_work"),
    Part("registration", _("Registration"), "projects.view_work"),
    Part("legacy", _("What stays"), "projects.view"),
    Part("publication", _("Publication with IATI"), "projects.view_work"),
)

# Asked of every project a page is about, together with the project itself: no query of its own.
ASKED = (
    "projects.view",
    "projects.view_work",
    "projects.view_results",
    "projects.edit",
    "projects.submit",
    "projects.give_opinion",
    "projects.run",
    "projects.arrange",
    "projects.prepare_registration",
    "projects.start",
    "projects.direct",
    "projects.withdraw",
    "projects.write_note",
    "projects.arrange_results",
    "projects.report_values",
    "projects.write_line",
    "projects.keep_books",
    "projects.reconcile",
    "projects.export_money",
    "projects.judge_risks",
)


def with_granted(rows: QuerySet[Project], user: Any) -> QuerySet[Project]:
    """Projects with a column for each permission that their pages ask about, and with the opinions that were given."""
    given = Opinion.objects.filter(project=OuterRef("pk"), round=OuterRef("opinion_round")).order_by()
    counted = Subquery(given.values("project").annotate(count=Count("pk")).values("count"))
    columns = {_column(name): policies.as_column(policies.q(name, user)) for name in ASKED}
    return rows.annotate(**columns, opinions_given=counted)


def granted_on(project: Project, user: Any, *more: str) -> set[str]:
    """Which of the permissions hold, and of those asked beside them.

    No query for what stands in the columns of `with_granted`, which a project has that a page was asked for by number.
    """
    known = {name for name in ASKED if getattr(project, _column(name), None)}
    asked = () if hasattr(project, _column(ASKED[0])) else ASKED
    return known | policies.granted(user, [*asked, *(name for name in more if name not in ASKED)], project)


def links_of(project: Project, granted: Iterable[str], current: str) -> list[Link]:
    """The pages of the project that there are, and that this reader may open."""
    held = set(granted)
    is_approved = project.stage in Stage.approved()
    found = []
    for part in PARTS:
        if part.permission in held and (is_approved or not part.once_approved):
            url = address(part.route, project.reference)
            if url:
                found.append(Link(part.label, url, "page" if part.route == current else ""))
    return found


def page_of_project(request: HttpRequest, project: Project, current: str = "", *more: str) -> dict[str, Any]:
    """The context that `projects/project_page.html` draws: the project, its pages, what the reader may do.

    `current` is the route of the part, `more` are further permissions on the project that the page asks about. `sides`
    are both sides, the reader's own first; `own_side` is his, or "".
    """
    granted = granted_on(project, request.user, *more)
    sides = sides_of(project.centre, request.user)
    own = request.user.standing.side_in(project.centre) if request.user.is_authenticated else ""
    return {
        "project": project,
        "state": state_of(project),
        "granted": granted,
        "links": links_of(project, granted, current),
        "sides": sides,
        "own_side": own,
    }


def _column(permission: str) -> str:
    return permission.replace("projects.", "may_")


def address(route: str, *args: Any) -> str:
    """Where a page of this app stands, or nothing where there is none."""
    try:
        return reverse(f"projects:{route}", args=args)
    except NoReverseMatch:
        return ""
