"""The words of reading reports and work in the background."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.db.models import Q

from agreements.models import CommitteeSession
from core.policies import PolicyQuerySet
from events.models import Event
from projects.models import QuarterReport
from reports.enums import JobState, ReportState

if TYPE_CHECKING:
    from reports.models import Job, Report  # noqa: F401


class JobQuerySet(PolicyQuerySet["Job"]):
    """Work, as the worker, the page and the administrator look for it."""

    view_permission = "reports.view_job"

    def of(self, user: Any) -> Self:
        return self.filter(by=user)

    def to_do(self, now: datetime) -> Self:
        """What nobody does: it waits, or its worker has not been heard of."""
        return self.filter(Q(state=JobState.WAITING) | Q(state=JobState.RUNNING, held_until__lt=now)).order_by(
            "asked_at", "pk"
        )


class MadeReportQuerySet(PolicyQuerySet["Report"]):
    """Reports, newest first."""

    view_permission = "reports.view"

    def for_list(self) -> Self:
        """With what a line of a list shows, and without the figures, which are long."""
        records: list[Any] = [
            CommitteeSession.objects.select_related("committee"),
            Event.objects.all(),
            QuarterReport.objects.select_related("project"),
        ]
        about = GenericPrefetch("about", records)
        return self.defer("figures").select_related("centre", "country").prefetch_related(about)

    def published(self) -> Self:
        return self.filter(state=ReportState.PUBLISHED)
