"""Where an agreement stands among the others: framework, programme, project, annex; what changes what. Reads only."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q
from django.db.models.expressions import RawSQL

from agreements.models import Agreement

MOST = 200
# The whole tree: up to the root, and down again from there.
TREE = """
    WITH RECURSIVE up AS (
        SELECT id, parent_id FROM agreements_agreement WHERE id = %s
        UNION SELECT above.id, above.parent_id FROM agreements_agreement above JOIN up ON above.id = up.parent_id
    ), down AS (
        SELECT id FROM up WHERE parent_id IS NULL
        UNION SELECT below.id FROM agreements_agreement below JOIN down ON below.parent_id = down.id
    )
    SELECT id FROM down
"""


@dataclass
class Branch:
    """One paper and those under it."""

    agreement: Agreement
    is_here: bool
    parts: list["Branch"] = field(default_factory=list)


@dataclass(frozen=True)
class Place:
    """The tree, empty where the paper stands alone, and what it changes and is changed by."""

    tree: list[Branch]
    amends: list[Agreement]
    amendments: list[Agreement]
    supersedes: list[Agreement]
    successors: list[Agreement]

    def __bool__(self) -> bool:
        return bool(self.tree or self.amends or self.amendments or self.supersedes or self.successors)


def place_of(agreement: Agreement, user: Any) -> Place:
    """Everything it is linked to that the reader may see; one query."""
    linked = Q(pk__in=RawSQL(TREE, [agreement.pk]))  # noqa: S611  no words of anybody's
    linked |= Q(pk__in=[agreement.amends_id, agreement.supersedes_id]) | Q(amends=agreement) | Q(supersedes=agreement)
    rows = Agreement.objects.visible_to(user).filter(linked).order_by("signed_on", "pk")[:MOST]
    found = {row.pk: row for row in rows}
    return Place(
        tree=_tree(found, agreement),
        amends=_those(found, lambda row: row.pk == agreement.amends_id),
        amendments=_those(found, lambda row: row.amends_id == agreement.pk),
        supersedes=_those(found, lambda row: row.pk == agreement.supersedes_id),
        successors=_those(found, lambda row: row.supersedes_id == agreement.pk),
    )


def _those(found: dict[int, Agreement], wanted: Any) -> list[Agreement]:
    return [row for row in found.values() if wanted(row)]


def _tree(found: dict[int, Agreement], here: Agreement) -> list[Branch]:
    """The branches that lead to it and from it; a paper that the reader may not see is left out with its place."""
    branches = {pk: Branch(row, pk == here.pk) for pk, row in found.items()}
    roots = []
    for pk, row in found.items():
        if row.parent_id in branches:
            branches[row.parent_id].parts.append(branches[pk])
        else:
            roots.append(branches[pk])
    return [root for root in roots if root.parts and here.pk in _pks([root])]


def _pks(branches: Iterable[Branch]) -> set[int]:
    found: set[int] = set()
    for branch in branches:
        found |= {branch.agreement.pk} | _pks(branch.parts)
    return found
