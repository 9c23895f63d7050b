"""The words of reading for projects."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db.models import Q

from core import policies
from core.search import query
from projects.enums import EntryState, LineState, ReportStatus, Stage, ValueState, VersionState

if TYPE_CHECKING:
    from projects.models import (  # noqa: F401
        Baseline,
        BudgetLine,
        Deliverable,
        DeliverableVersion,
        Entry,
        Opinion,
        Period,
        Project,
        QuarterReport,
        Reconciliation,
        ReportedValue,
        SideNote,
    )


# What no list reads.
LONG = (
    "situation",
    "problem",
    "objective",
    "beneficiaries",
    "activities",
    "national_plan",
    "sustainability",
    "assumptions",
)


class ProjectQuerySet(policies.PolicyQuerySet["Project"]):
    """Projects, as the person who asks may see them."""

    view_permission = "projects.view"

    def approved(self) -> Self:
        """Those a committee has decided for."""
        return self.filter(stage__in=Stage.approved())

    def at_work(self) -> Self:
        """Those in which figures are entered."""
        return self.filter(stage__in=Stage.at_work())

    def matching(self, text: str) -> Self:
        """Those that hold the words, or bear the number."""
        found = query(text)
        named = Q(reference__startswith=text.strip().upper()) if text.strip()[:1].isalnum() else Q(pk__in=[])
        return self.filter(Q(search=found) | named) if found else self.filter(named)

    def for_list(self) -> Self:
        """With what a row of a list shows; without the long texts."""
        return self.select_related(
            "centre__side_a__calendar", "centre__side_b__calendar", "country", "lead_a", "lead_b"
        ).defer("search", *LONG)


class OpinionQuerySet(policies.PolicyQuerySet["Opinion"]):
    """Opinions, as the person who asks may see them."""

    view_permission = "projects.view_opinion"


class NoteQuerySet(policies.PolicyQuerySet["SideNote"]):
    """Notes of a side, for its people."""

    view_permission = "projects.view_note"


class LineQuerySet(policies.PolicyQuerySet["BudgetLine"]):
    """Lines of budgets, as the person who asks may see them."""

    view_permission = "projects.view_line"

    def counting(self) -> Self:
        """Those that were approved and not replaced."""
        return self.filter(state=LineState.APPROVED)


class EntryQuerySet(policies.PolicyQuerySet["Entry"]):
    """Entries of books, as the person who asks may see them: another side's drafts do not exist for him."""

    view_permission = "projects.view_entry"

    def counting(self) -> Self:
        """Those their side stands by."""
        return self.filter(state=EntryState.APPROVED)


class ReconciliationQuerySet(policies.PolicyQuerySet["Reconciliation"]):
    """Reconciliations, as the person who asks may see them."""

    view_permission = "projects.view_reconciliation"


class BaselineQuerySet(policies.PolicyQuerySet["Baseline"]):
    """Baselines of schedules, as the person who asks may see them."""

    view_permission = "projects.view_plan"


class DeliverableQuerySet(policies.PolicyQuerySet["Deliverable"]):
    """Deliverables, as the person who asks may see them."""

    view_permission = "projects.view_plan"


class DeliverableVersionQuerySet(policies.PolicyQuerySet["DeliverableVersion"]):
    """Versions of deliverables, as the person who asks may see them."""

    view_permission = "projects.view_version"

    def waiting(self) -> Self:
        """Those that both sides are to accept."""
        return self.filter(state=VersionState.SUBMITTED)


class PeriodQuerySet(policies.PolicyQuerySet["Period"]):
    """Periods of reporting, as those who work in their projects see them."""

    view_permission = "projects.view_period"


class ReportedValueQuerySet(policies.PolicyQuerySet["ReportedValue"]):
    """Reported values, as the person who asks may see them: another side's drafts do not exist for him."""

    view_permission = "projects.view_value"

    def counting(self) -> Self:
        """Those both sides stand by."""
        return self.filter(state=ValueState.APPROVED)


class QuarterReportQuerySet(policies.PolicyQuerySet["QuarterReport"]):
    """Quarterly reports, as the person who asks may see them."""

    view_permission = "projects.view_report"

    def owed(self, day: date) -> Self:
        """Those that are late."""
        return self.filter(status__in=(ReportStatus.WRITING, ReportStatus.SUBMITTED), due_on__lt=day)
