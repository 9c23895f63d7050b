"""What is told of deliverables and baselines."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from calendars.moments import write_day
from notifications.audience import projects_work as to
from notifications.messages.kind import Kind, Said, entry_of
from projects import signals
from projects.enums import VersionState

if TYPE_CHECKING:
    from notifications.news import News


def _version(news: News) -> dict[str, Any]:
    return {"project": news.record.project.name, "version": news.record.number}


def _reasons(said: Said) -> dict[str, Any]:
    return {"entry": entry_of(said["version"])}


def _baseline_reasons(said: Said) -> dict[str, Any]:
    return {"entry": entry_of(said["baseline"].project)}


def _is_waiting(news: News) -> bool:
    return bool(news.record.state == VersionState.SUBMITTED)


def _due(news: News) -> dict[str, Any]:
    row = news.record
    return {"deliverable": row.name, "number": row.number, "due_on": write_day(row.due_on)}


def _of_day(said: Said) -> object:
    """One reminder a day of reminding: the deliverable keeps the day of the last one."""
    row = said["deliverable"]
    return f"{row.pk}:{row.reminded_on}"


of_version = partial(Kind, about="version", rule="projects.view_version", words=_version)

MESSAGES: list[Kind] = [
    of_version(
        "version_submitted",
        signals.version_submitted,
        _("A deliverable waits for my key"),
        to.told_submitted,
        is_still_due=_is_waiting,
    ),
    of_version(
        "version_key_turned",
        signals.version_key_turned,
        _("The other side accepted a deliverable"),
        to.told_key,
        is_still_due=_is_waiting,
    ),
    of_version(
        "version_accepted",
        signals.version_accepted,
        _("A deliverable was accepted by both sides"),
        to.told_accepted,
    ),
    of_version(
        "version_returned",
        signals.version_returned,
        _("A deliverable of my side was returned"),
        to.told_returned,
        context=_reasons,
        at_once=True,
    ),
    of_version(
        "version_commented",
        signals.version_commented,
        _("A version I handed over was commented on"),
        to.told_commented,
    ),
    Kind(
        "deliverable_due",
        signals.deliverable_due,
        _("A deliverable of my side is due soon, or late"),
        to.told_due,
        about="deliverable",
        rule="projects.view_plan",
        event=_of_day,
        words=_due,
        in_office_hours=True,
        is_still_due=lambda news: news.record.accepted_on is None,
    ),
    Kind(
        "baseline_taken",
        signals.baseline_taken,
        _("A baseline of the schedule was taken"),
        to.told_baseline,
        about="baseline",
        rule="projects.view_plan",
        subject="baseline",
        event=lambda said: said["baseline"].pk,
        context=_baseline_reasons,
        words=lambda news: {"number": news.record.number},
    ),
]
