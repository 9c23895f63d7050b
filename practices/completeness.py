"""What an entry still lacks before it may be proposed. Reads only."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from practices.enums import NameKind, Operation
from practices.models import Evidence, PracticeTopic, SystemName, Version
from practices.sections import BY_KEY, SECTIONS, measure_fault

# On which page of the form a part is written.
GROUPS: dict[str, tuple[str, ...]] = {
    "what": ("title", "summary", "operation", "since_year", "until_year", "replaced_by", "topics", "goals", "names"),
    "story": (
        "problem",
        "solution",
        "actors",
        "steps",
        "technology",
        "results",
        "obstacles",
        "lessons",
        "sustainability",
    ),
    "cost": (
        "financing",
        "cost_amount",
        "cost_currency",
        "cost_year",
        "cost_band",
        "legal",
        "needs_law",
    ),
    "evidence": ("evidence", "links", "awards", "licence"),
    "home": ("preconditions", "conditions", "adapt", "not_suitable"),
}
GROUP_OF = {part: group for group, parts in GROUPS.items() for part in parts}
FACTS_NEEDED = ("operation", "since_year", "until_year", "topics", "names", "needs_law", "evidence")


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
    """How far an entry is written: `done` of `total` parts, and what is missing."""

    gaps: list[Gap]
    total: int

    @property
    def done(self) -> int:
        return self.total - len(self.gaps)

    @property
    def percent(self) -> int:
        return 100 * self.done // self.total


def with_presence(versions: Any) -> Any:
    """Versions with what their rows say about completeness as columns, so that it costs no further query."""
    return versions.annotate(
        has_topic=Exists(PracticeTopic.objects.filter(versions=OuterRef("pk"))),
        has_name=Exists(SystemName.objects.filter(version=OuterRef("pk"), kind=NameKind.CURRENT)),
        has_figure=Exists(Evidence.objects.filter(version=OuterRef("pk"))),
    )


def completeness_of(version: Any) -> Completeness:
    """What is written and what is missing, in the order of the form. A query, unless it comes `with_presence`."""
    if not hasattr(version, "has_topic"):
        known = with_presence(Version.objects.filter(pk=version.pk)).values("has_topic", "has_name", "has_figure").get()
        vars(version).update(known)
    found = {gap.part: gap for gap in (*_gaps_in_text(version), *_gaps_in_facts(version))}
    gaps = [found[part] for part in GROUP_OF if part in found]
    return Completeness(gaps, len(SECTIONS) + len(FACTS_NEEDED))


def gaps_of(version: Version) -> list[Gap]:
    """What is missing, in the order of the form."""
    return completeness_of(version).gaps


def _gaps_in_text(version: Version) -> Iterator[Gap]:
    for section in SECTIONS:
        if not version.sections.get(section.key, "").strip():
            yield Gap(section.key, _("Write the part “%(name)s”.") % {"name": section.heading})
    summary = version.sections.get("summary", "").strip()
    if summary and (fault := measure_fault(version.practice.language, summary)):
        yield Gap(BY_KEY["summary"].key, fault)


def _gaps_in_facts(version: Any) -> Iterator[Gap]:
    wanted: tuple[tuple[str, Any, str | Promise], ...] = (
        ("operation", version.operation, _("Say whether the system is a pilot, in operation, replaced or ended.")),
        ("since_year", version.since_year, _("Write since which year it is in use, at least as a pilot.")),
        (
            "since_year",
            (version.since_year or 0) <= timezone.localdate().year,
            _("The library takes what is in use already: the year lies ahead."),
        ),
        (
            "until_year",
            version.until_year or version.operation not in (Operation.REPLACED, Operation.ENDED),
            _("Write until which year it was in use."),
        ),
        ("topics", version.has_topic, _("Choose at least one topic.")),
        (
            "names",
            version.has_name,
            _("Write the name that the system bears today."),
        ),
        ("needs_law", version.needs_law is not None, _("Say whether a new law was needed.")),
        ("evidence", version.has_figure, _("Give at least one figure with its source and date.")),
    )
    for part, value, sentence in wanted:
        if not value:
            yield Gap(part, sentence)
