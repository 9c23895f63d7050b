"""Who is told of deliverables and baselines."""

from collections.abc import Iterable
from typing import Any

from notifications.audience.projects_results import leading
from people.audience import holders_in_centre
from people.enums import Function, Side
from people.models import User
from projects.models import Baseline, Deliverable, DeliverableVersion


def told_submitted(*, version: DeliverableVersion, **_said: Any) -> Iterable[User]:
    return leading(version.project)


def told_key(*, version: DeliverableVersion, side: str, **_said: Any) -> Iterable[User]:
    """Who holds the other side's key."""
    return leading(version.project, Side.B if side == Side.A else Side.A)


def told_accepted(*, version: DeliverableVersion, **_said: Any) -> Iterable[User]:
    officers = holders_in_centre(version.project.centre_id, Function.OFFICER)
    return [version.by, *leading(version.project), *officers]


def told_returned(*, version: DeliverableVersion, **_said: Any) -> Iterable[User]:
    """Who handed it over, and the leader of that side."""
    return [version.by, *leading(version.project, version.deliverable.side)]


def told_commented(*, version: DeliverableVersion, **_said: Any) -> Iterable[User]:
    return [version.by]


def told_due(*, deliverable: Deliverable, **_said: Any) -> Iterable[User]:
    return leading(deliverable.project, deliverable.side)


def told_baseline(*, baseline: Baseline, **_said: Any) -> Iterable[User]:
    return leading(baseline.project)
