"""The files of each body that publishes, for the page of open data. Reads only."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from people.enums import Side
from projects.models import IatiIdentity
from projects.publishing.changes import with_changes
from projects.publishing.published import published


@dataclass(frozen=True)
class FilesOfBody:
    """A body, how many activities it has published, and when the newest change of one of them was."""

    identity: IatiIdentity
    count: int
    changed_at: datetime


def files_of_bodies() -> list[FilesOfBody]:
    """Bodies by the English name of their country, then by identifier. Two queries."""
    counts: dict[int, int] = {}
    newest: dict[int, datetime] = {}
    rows: Any = with_changes(published())
    rows = rows.values_list("side", "project__lead_a", "project__lead_b", "changed_at")
    for side, lead_a, lead_b, changed_at in rows.iterator():
        lead = lead_a if side == Side.A else lead_b
        counts[lead] = counts.get(lead, 0) + 1
        newest[lead] = max(newest.get(lead, changed_at), changed_at)
    identities = IatiIdentity.objects.filter(organisation__in=counts).select_related("organisation__country")
    return [
        FilesOfBody(one, counts[one.organisation_id], newest[one.organisation_id])
        for one in identities.order_by("organisation__country__name__en", "identifier")
    ]
