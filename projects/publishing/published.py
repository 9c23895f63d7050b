"""What is published: which activities there are, and how they are read for a file, a few projects at a time."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from hashlib import sha256
from itertools import islice
from typing import NamedTuple

import structlog
from django.contrib.auth.models import AnonymousUser
from django.db.models import Max, Q, QuerySet

from core import policies
from people.enums import Side
from people.models import Organisation
from projects.iati import checking
from projects.iati.activity import Activity
from projects.models import Publication
from projects.publishing.activity import activity_of
from projects.publishing.changes import changed_by_administrators, with_changes
from projects.publishing.rows import rows_of

CHUNK = 40  # projects whose rows are in memory at once
log = structlog.get_logger("portal")


class State(NamedTuple):
    """How a file stands: how many activities it holds, when one of them was changed last, and a tag of both."""

    number: int
    changed_at: datetime | None
    tag: str


def published() -> QuerySet[Publication]:
    """The activities that everybody may read: published, of projects that are public."""
    return Publication.objects.filter(policies.q("projects.view_publication", AnonymousUser()))


def reported_by(organisation: Organisation) -> QuerySet[Publication]:
    """Those of one body: of the projects it leads for its side."""
    return published().filter(
        Q(side=Side.A, project__lead_a=organisation) | Q(side=Side.B, project__lead_b=organisation)
    )


def state_of(publications: QuerySet[Publication], name: str) -> State:
    """What a reader asks before taking the file `name`: two queries."""
    found = with_changes(publications).aggregate(newest=Max("changed_at"), last=Max("pk"))
    count = publications.count()
    kept = changed_by_administrators()
    newest = max(filter(None, (found["newest"], kept)), default=None)
    digest = sha256(f"{name} {count} {found['last']} {newest}".encode()).hexdigest()[:32]
    return State(count, newest, f'"{digest}"')


def activities(publications: QuerySet[Publication]) -> Iterator[Activity]:
    """The activities, by number of their project, read `CHUNK` projects at a time.

    What has become invalid since it was published is left out until it is mended: one activity never spoils the file
    of a body. Its page says so, and so does the log.
    """
    today = datetime.now(UTC).date()
    pairs = iter(list(publications.order_by("project__reference", "side").values_list("project_id", "side")))
    while chunk := list(islice(pairs, CHUNK)):
        yield from _sound(chunk, today)


def _sound(pairs: list[tuple[int, str]], today: date) -> Iterator[Activity]:
    found = rows_of({project for project, _side in pairs}, sides=sorted({side for _project, side in pairs}))
    for project, side in pairs:
        activity = activity_of(found[project], side)
        faults = checking.faults(activity, today=today)
        if faults:
            log.warning("iati.left_out", activity=activity.identifier, faults=len(faults))
        else:
            yield activity
