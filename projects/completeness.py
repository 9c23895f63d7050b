"""What a concept paper still lacks before it may be submitted. Reads only, and asks no query."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from projects.concept import GROUP_OF
from projects.models import CONCEPT, Project

LANGUAGES_OF_A_NAME = 2  # it stands in the papers of two governments


@dataclass(frozen=True)
class Gap:
    """One thing that is missing: the part, its page and its field, and a sentence."""

    part: str
    sentence: str | Promise

    @property
    def group(self) -> str:
        return GROUP_OF[self.part]

    @property
    def anchor(self) -> str:
        return f"id_{self.part}"


@dataclass(frozen=True)
class Completeness:
    """How far a paper is written: `done` of `total` parts, and what is missing."""

    gaps: list[Gap]
    total: int

    @property
    def done(self) -> int:
        return self.total - len(self.gaps)

    @property
    def percent(self) -> int:
        return 100 * self.done // self.total


NEEDED = ("name", "summary", "place", "agreement", "planned_start_on", "planned_end_on", *CONCEPT, "asked_a")
SENTENCES: dict[str, Promise] = {
    "summary": _("Sum the project up in a few sentences."),
    "place": _("Say where it is carried out: the town, or the body."),
    "agreement": _("Choose the agreement under which it stands."),
    "planned_start_on": _("Say when it is to start."),
    "planned_end_on": _("Say when it is to end."),
    "situation": _("Describe the situation today."),
    "problem": _("Say what the problem is, and how it was found."),
    "objective": _("Say what is to be different at the end."),
    "beneficiaries": _("Say who benefits, with numbers."),
    "national_plan": _("Name the national plan it serves, and how far that is."),
    "activities": _("List the activities in their order, with who is responsible."),
    "sustainability": _("Say who runs and pays it afterwards."),
    "assumptions": _("Name what has to hold, and what may go wrong."),
}


def completeness_of(project: Project) -> Completeness:
    """What is written and what is missing, in the order of the form."""
    found = {gap.part: gap for gap in _gaps(project)}
    return Completeness([found[part] for part in GROUP_OF if part in found], len(NEEDED))


def _gaps(project: Project) -> Iterator[Gap]:
    if len(project.name) < LANGUAGES_OF_A_NAME:
        yield Gap("name", _("Write the name in two languages at least."))
    for part, sentence in SENTENCES.items():
        if not getattr(project, f"{part}_id" if part == "agreement" else part):
            yield Gap(part, sentence)
    if project.asked_a is None and project.asked_b is None:
        yield Gap("asked_a", _("Say what is expected from each side, in figures; write 0 where it is nothing."))
