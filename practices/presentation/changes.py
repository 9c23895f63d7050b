"""What a version changes against the one before it: texts word by word, facts beside each other. Reads only."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from calendars.moments import write_day
from core.localised import LANGUAGE_NAMES
from practices.differences import differences
from practices.enums import VersionState
from practices.goals import GOALS
from practices.models import Version
from practices.presentation.facts import facts_of, with_facts
from practices.sections import SECTIONS, Section
from practices.texts import FACTS, parts_of, rows_of, same

# Sentences, so that a part reads the same in the form, in the comparison and in the list of what is missing.
ROW_NAMES: dict[str, Promise] = {
    "names": gettext_lazy("Names of the system"),
    "evidence": gettext_lazy("Figures"),
    "links": gettext_lazy("Links"),
    "conditions": gettext_lazy("Conditions"),
}


@dataclass(frozen=True)
class TextChange:
    """A section whose text differs, piece by piece."""

    section: Section
    pieces: list[tuple[str, str]]


@dataclass(frozen=True)
class FactChange:
    """A fact or a table that differs: what stood there, and what stands there now, a line each."""

    label: Any
    before: list[str]
    after: list[str]


@dataclass(frozen=True)
class Changes:
    """Everything in which two versions differ."""

    texts: list[TextChange]
    facts: list[FactChange]

    def __bool__(self) -> bool:
        return bool(self.texts or self.facts)


def before_of(version: Version) -> Version | None:
    """What readers had when this version was written, or have while it is: the one it is compared with."""
    older = version.practice.versions.filter(
        state__in=(VersionState.LIVE, VersionState.PAST), number__lt=version.number
    )
    found = older.order_by("-number").first()
    if found is not None:
        found.practice = version.practice
    return found


def changes_of(before: Version, after: Version) -> Changes:
    """In which parts two versions differ: one query."""
    before, after = _with_rows(before, after)
    old, new = parts_of(before), parts_of(after)
    texts = [
        TextChange(section, differences(old[section.key], new[section.key]))
        for section in SECTIONS
        if not same(old[section.key], new[section.key])
    ]
    facts = [
        FactChange(label, lines_of(before, name), lines_of(after, name))
        for name, label in labels().items()
        if not same(old[name], new[name])
    ]
    return Changes(texts, facts)


def _with_rows(*versions: Version) -> list[Version]:
    """The same versions with their tables, read at once and kept as if they were prefetched."""
    rows = with_facts(Version.objects.filter(pk__in=[version.pk for version in versions]))
    read = {row.pk: row for row in rows}
    for version in versions:
        row, facts = read[version.pk], facts_of(read[version.pk])
        row.practice = version.practice
        row._prefetched_objects_cache = {
            name: getattr(facts, name) for name in ("names", "evidence", "links", "topics", "preconditions")
        }
    return [read[version.pk] for version in versions]


def labels() -> dict[str, Any]:
    """The facts and tables of a version by name, with what people call them."""
    fields = {name: Version._meta.get_field(name).verbose_name for name in (*FACTS, "topics")}  # type: ignore[union-attr]
    return {**{name: str(label)[:1].upper() + str(label)[1:] for name, label in fields.items()}, **ROW_NAMES}


def lines_of(version: Version, name: str) -> list[str]:
    """A fact or a table of a version whose rows were read, in words, a line each; nothing where nothing stands."""
    if name == "topics":
        return [str(topic.name) for topic in version.topics.all()]
    if name == "goals":
        return [f"{number}. {GOALS[number]}" for number in version.goals if number in GOALS]
    if name in ROW_NAMES:
        return [LINES[name](version, row) for row in rows_of(version, name)]
    if name == "needs_law":
        return {None: [], True: [_("Yes")], False: [_("No")]}[version.needs_law]
    shown = getattr(version, f"get_{name}_display", None)
    value = shown() if shown else getattr(version, name)
    return [] if value in (None, "") else str(value).splitlines()


def _name(version: Version, row: Any) -> str:  # noqa: ARG001  one of several
    years = f"{row.since_year or ''}–{row.until_year or ''}" if row.since_year or row.until_year else ""
    said = (row.get_kind_display(), LANGUAGE_NAMES.get(row.language, row.language), years)
    return f"{row.text} ({', '.join(str(part) for part in said if part)})"


def _figure(version: Version, row: Any) -> str:
    what = row.what.best(version.practice.language).text
    return f"{row.value} {what}: {row.source}, {write_day(row.dated_on)}" + (
        f" {row.source_url}" * bool(row.source_url)
    )


def _link(version: Version, row: Any) -> str:  # noqa: ARG001
    return f"{row.label}: {row.url}"


def _condition(version: Version, row: Any) -> str:  # noqa: ARG001
    said = f"{row.name} ≥ {row.minimum}" if row.index else str(row.name)
    return said if row.is_essential else pgettext("condition", "%(what)s (it helps)") % {"what": said}


LINES = {"names": _name, "evidence": _figure, "links": _link, "conditions": _condition}


def theirs_in_words(version: Version, parts: Iterable[str]) -> dict[str, list[str]]:
    """What a colleague saved in facts and tables, in words."""
    known = labels()
    (version,) = _with_rows(version)
    return {name: lines_of(version, name) for name in parts if name in known}
