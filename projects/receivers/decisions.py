"""What committees decide, and what it means for projects."""

from typing import Any

from django.dispatch import receiver

from agreements.models import Decision
from agreements.signals import decision_adopted, decision_rejected
from people.models import User
from projects.actions.laying import approve, decline
from projects.enums import Stage
from projects.models import Project


@receiver(decision_adopted)
def approve_what_was_laid_with_it(*, decision: Decision, by: User | None, **_said: Any) -> None:
    """Every project that lay before the committee with this decision."""
    for project in _laid_with(decision):
        approve(project, by=by)


@receiver(decision_rejected)
def decline_what_was_laid_with_it(*, decision: Decision, by: User | None, **_said: Any) -> None:
    """The same, when both sides did not adopt it."""
    for project in _laid_with(decision):
        decline(project, by=by)


def _laid_with(decision: Decision) -> list[Project]:
    return list(Project.objects.filter(decision=decision, stage=Stage.COMMITTEE).order_by("pk"))
