"""The publication of a project: where each side stands, and what keeps its file from being valid, where it is mended.

Nothing of it is stored: the checks are asked of the rows as they stand.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from people.models import Country
from projects.iati import checking, codes
from projects.iati.activity import Activity
from projects.models import Project, Publication
from projects.publishing.activity import activity_of
from projects.publishing.bodies import Body
from projects.publishing.rows import Rows, rows_of

# Field of the activity → field of the form in which it is mended.
IN_FORM = {
    "identifier": "activity_id",
    "language": "language",
    "sectors": "sector",
    "aid_types": "aid_type",
    "finance_type": "finance_type",
    "flow_type": "flow_type",
    "tied_status": "tied_status",
}
LISTS: dict[str, Any] = {
    "sector": codes.Sector,
    "aid_type": codes.AidType,
    "finance_type": codes.FinanceType,
    "flow_type": codes.FlowType,
    "tied_status": codes.TiedStatus,
}
NUMBERED = re.compile(r"\.(\d+)")


@dataclass(frozen=True)
class Place:
    """Where something is mended: in words, and the address of the page; "" where it is not this reader's page."""

    words: str | Promise
    url: str = ""


@dataclass(frozen=True)
class FaultLine:
    """What is to be put right, where, and in which field of the form of the codes, if it is there."""

    sentence: str
    place: Place
    field: str = ""


@dataclass(frozen=True)
class SideView:
    """A side of the publication. `publication` is none while nothing was prepared."""

    side: str
    country: Country
    body: Body
    publication: Publication | None = None
    faults: list[FaultLine] = field(default_factory=list)
    coded: list[tuple[Any, str, Any]] = field(default_factory=list)
    may_prepare: bool = False
    may_publish: bool = False

    @property
    def is_left_out(self) -> bool:
        """Published, and left out of the file because something is not valid any more."""
        return bool(self.publication and self.publication.is_published and self.faults)

    @property
    def shape(self) -> str:
        """The class of the look for its state."""
        if self.publication is None:
            return "is-new"
        if self.publication.is_published:
            return "is-stopped" if self.faults else "is-done"
        return "is-waiting"

    @property
    def words(self) -> str:
        """Its state."""
        if self.publication is None:
            return _("Not prepared yet")
        if self.is_left_out:
            return _("Left out of the file")
        if self.publication.is_published:
            return _("Published")
        return _("Has to be mended") if self.faults else _("Can be published")


def sides_of_publication(
    project: Project, sides: Iterable[str], *, granted: set[str], prepares: set[str], publishes: set[str]
) -> list[SideView]:
    """Both sides in the order of the reader. The queries of `rows_of`."""
    rows = rows_of([project.pk])[project.pk]
    return [
        side_of_publication(project, side, rows, granted=granted, prepares=prepares, publishes=publishes)
        for side in sides
    ]


def side_of_publication(
    project: Project, side: str, rows: Rows, *, granted: set[str], prepares: set[str], publishes: set[str]
) -> SideView:
    """One side, from rows at hand. No query."""
    publication = rows.publications.get(side)
    return SideView(
        side,
        project.centre.side_country(side),
        rows.leads[side],
        publication,
        faults_of(project, side, rows, granted) if publication else [],
        _coded(publication) if publication else [],
        may_prepare=side in prepares,
        may_publish=side in publishes,
    )


def faults_of(project: Project, side: str, rows: Rows, granted: set[str]) -> list[FaultLine]:
    """What the checks say of the activity as it stands, each once at the place where it is mended."""
    activity = activity_of(rows, side)
    found: dict[FaultLine, None] = {}
    for name, sentence in checking.faults(activity):
        head = name.partition(".")[0]
        line = FaultLine(
            sentence,
            _place(name, head, project=project, side=side, rows=rows, activity=activity, granted=granted),
            IN_FORM.get(head, ""),
        )
        found.setdefault(line)
    return list(found)


def _coded(publication: Publication) -> list[tuple[Any, str, Any]]:
    """Label, code and words of each code."""
    return [
        (Publication._meta.get_field(name).verbose_name, code, _words(words, code))  # type: ignore[union-attr]
        for name, words in LISTS.items()
        for code in [getattr(publication, name)]
    ]


def _words(words: Any, code: str) -> Any:
    return words(code).label if code in words.values else ""


# --- Where a field is mended -----------------------------------------------------------------------------------------


def _place(
    name: str, head: str, *, project: Project, side: str, rows: Rows, activity: Activity, granted: set[str]
) -> Place:
    match = NUMBERED.search(name)
    number = int(match[1]) if match else 0

    def page(route: str, *args: Any) -> str:
        return reverse(f"projects:{route}", args=[project.reference, *args])

    if head in IN_FORM:
        return Place(_("Identifier and codes"), f"{page('edit_publication', side)}#id_{IN_FORM[head]}")
    if head == "reporter":
        return Place(_("Identity of %(body)s with IATI, which administrators enter") % {"body": rows.leads[side].name})
    if head == "budgets":
        line = rows.lines_of(side)[number]
        return Place(_("Line %(number)d of the budget") % {"number": line.number}, page("line", line.number))
    if head == "transactions":
        entry = rows.entries[side][number]
        return Place(_("Entry %(number)d in the books") % {"number": entry.number}, page("entry", entry.number))
    found: dict[str, Callable[[], Place]] = {
        "participants": lambda: _people(number, activity, project, granted),
        "results": lambda: Place(_result_words(number, activity), page("results")),
        "other_identifiers": lambda: Place(_("National registration"), page("registration")),
        "documents": lambda: _paper(number, project, rows),
        "descriptions": lambda: Place(_("Concept paper"), page("concept")),
        "title": lambda: Place(_("Concept paper"), page("concept")),
        "dates": lambda: Place(_("Concept paper"), page("concept")),
    }
    return found.get(head, lambda: Place(_("The record of the project"), project.get_absolute_url()))()


def _people(number: int, activity: Activity, project: Project, granted: set[str]) -> Place:
    part = activity.participants[number] if number < len(activity.participants) else None
    words = part.name[0].text if part and part.name else _("Who takes part")
    if "projects.run" in granted:
        return Place(words, reverse("projects:people", args=[project.reference]))
    return Place(_("%(body)s, which officers change") % {"body": words})


def _result_words(number: int, activity: Activity) -> str:
    title = activity.results[number].title if number < len(activity.results) else ()
    return _("Result “%(title)s”") % {"title": title[0].text} if title else _("Results")


def _paper(number: int, project: Project, rows: Rows) -> Place:
    row: Any = [project, *filter(None, (rows.agreement, rows.decision))][number]
    return Place(str(row), row.get_absolute_url())
