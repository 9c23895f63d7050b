"""Two to four entries side by side, each in the best language the reader can have. Reads only."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch

from practices.enums import VersionState
from practices.models import Practice, Version
from practices.presentation import record
from practices.presentation.facts import Facts, facts_of, with_facts
from practices.presentation.reading import Reading, reading

LEAST, MOST = 2, 4


@dataclass(frozen=True)
class Column:
    """One entry of the comparison."""

    practice: Practice
    version: Version
    read: Reading
    facts: Facts

    @property
    def operation(self) -> record.State | None:
        return record.operation_of(self.version)

    @property
    def cost(self) -> str:
        return record.cost_of(self.version)

    @property
    def label(self) -> str:
        """What a cell is called where the table has become cards."""
        return self.read.title.text or str(self.practice.title_text)


def columns_of(practices: Iterable[Practice]) -> list[Column]:
    """The entries in their order, with facts and texts: two queries however many they are."""
    rows = list(practices)
    shown = Version.objects.filter(practice__in=rows, state__in=(VersionState.LIVE, VersionState.WORKING))
    versions: dict[int, list[Any]] = defaultdict(list)
    for version in with_facts(shown.order_by("practice", "-live_at")):
        versions[version.practice_id].append(version)
    columns = []
    for practice in rows:
        version = record.version_to_read(versions[practice.pk])
        version.practice = practice
        read = reading(practice, version, practice.translations.all())
        columns.append(Column(practice, version, read, facts_of(version)))
    return columns


def asked_for(references: Iterable[str], user: Any, *, most: int = MOST * 3) -> tuple[list[Practice], list[str]]:
    """The entries with these numbers in the order asked for, each once, and the numbers that lead nowhere."""
    wanted = list(dict.fromkeys(reference.strip().upper().replace("\x00", "") for reference in references))[:most]
    rows = (
        Practice.objects.visible_to(user)
        .for_list()
        .select_related("centre__side_a", "centre__side_b")
        .filter(reference__in=wanted)
    )
    found = {row.reference: row for row in rows.prefetch_related(Prefetch("translations"))}
    return [found[one] for one in wanted if one in found], [one for one in wanted if one and one not in found]
