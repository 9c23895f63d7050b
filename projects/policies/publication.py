"""Who prepares a project for publication with IATI, who publishes it, and who reads what is published."""

from typing import Any

from django.db.models import Q

from core.policies import NOBODY, rule
from projects.policies.projects import APPROVED, PUBLIC, inside, keys_of_leaders, led_by, of_project, run_by


def prepared_by(user: Any, side: str) -> Q:
    """The projects whose activity of a side the person prepares: officers for both, who leads for a side for it."""
    return (run_by(user) | keys_of_leaders(user).get(side, NOBODY)) & APPROVED


@rule("projects.view_publication", public=Q(is_published=True) & of_project(PUBLIC))
def view_publication(user: Any) -> Q:
    """On a publication: both sides, officers, evaluators; everybody, once it is published."""
    return of_project(inside(user))


@rule("projects.prepare_publication")
def prepare_publication(user: Any) -> Q:
    """On a project: officers, and who leads for either side or stands in; each for the own side (`prepared_by`)."""
    return (run_by(user) | led_by(user)) & APPROVED


@rule("projects.publish")
def publish(user: Any) -> Q:
    """On a publication: who leads for its side or stands in. A side speaks for itself, so officers do not."""
    found = NOBODY
    for side, condition in keys_of_leaders(user).items():
        found |= Q(side=side) & of_project(condition & APPROVED)
    return found
