"""Who reads reports: the staff of their centre; everybody, once both sides have published them."""

from typing import Any

from django.db.models import Q

from core.policies import NOBODY, rule
from people.enums import Function
from people.models import Centre
from people.standing import keys_of_directors
from reports.enums import ReportState

STAFF = (Function.OFFICER, Function.CO_DIRECTOR, Function.EVALUATOR, Function.ADMINISTRATOR)
PUBLISHED = Q(state=ReportState.PUBLISHED)


def is_staff(user: Any) -> bool:
    """Whether the person works with the figures of any centre."""
    return bool(user.standing.is_administrator or user.standing.holds(*STAFF))


def centres_of_staff(user: Any) -> Q:
    """The centres whose figures the person works with. An administrator without a centre looks after all of them."""
    if any(held.centre_id is None for held in user.standing.holding(Function.ADMINISTRATOR)):
        return Q(pk__isnull=False)
    centres = user.standing.centre_ids(*STAFF)
    return Q(pk__in=centres) if centres else NOBODY


def _at(user: Any) -> Q:
    """The staff of the centre; what holds papers of committees and events, its officers and co-directors."""
    from reports.kinds.registry import kinds  # noqa: PLC0415  kinds read the rows of all apps

    centres = centres_of_staff(user)
    if centres is NOBODY:
        return centres
    inside = [kind.name for kind in kinds().values() if kind.is_inside]
    insiders = user.standing.centre_ids(Function.OFFICER, Function.CO_DIRECTOR)
    return Q(centre__in=Centre.objects.filter(centres).values("pk")) & (~Q(kind__in=inside) | Q(centre__in=insiders))


@rule("reports.view", public=PUBLISHED)
def view(user: Any) -> Q:
    """The staff of the centre; everybody when it is published."""
    return _at(user) | PUBLISHED


@rule("reports.make")
def make(user: Any) -> Q:
    """Of a centre: its staff ask for reports, and see what is being made. Asked of `people.Centre`."""
    return centres_of_staff(user)


@rule("reports.propose")
def propose(user: Any) -> Q:
    """Officers and co-directors of the centre lay a report before both sides."""
    centres = user.standing.centre_ids(Function.OFFICER, Function.CO_DIRECTOR)
    return Q(centre__in=centres) if centres else NOBODY


@rule("reports.publish")
def publish(user: Any) -> Q:
    """Both co-directors."""
    found = NOBODY
    for condition in keys_of_directors(user).values():
        found |= condition
    return found


@rule("reports.view_job")
def view_job(user: Any) -> Q:
    """Whoever asked for the work."""
    return Q(by=user)
