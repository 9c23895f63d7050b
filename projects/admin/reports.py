"""Quarterly reports, risks and issues: found and read here, acted on in the portal."""

from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest

from core.admin import ReadOnlyAdmin
from projects.models import Issue, QuarterReport, ReportPart, Risk, RiskReview


class PartInline(admin.TabularInline):
    """Who has finished, and when. What a side writes is its own until it is submitted, here too."""

    model = ReportPart
    fields = readonly_fields = ("side", "updated_at", "finished_at", "revision")
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: QuarterReport | None = None) -> bool:
        return False


class ReviewInline(admin.TabularInline):
    """How the risk was judged, newest first."""

    model = RiskReview
    fields = readonly_fields = ("on", "likelihood", "impact", "status", "note", "by_name")
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Risk | None = None) -> bool:
        return False


@admin.register(QuarterReport)
class QuarterReportAdmin(ReadOnlyAdmin):
    """By project, quarter and state."""

    list_display = ("reference", "status", "due_on", "submitted_at", "figures_at", "signed_at", "reminded_on")
    list_filter: ClassVar[Any] = ("status", "year", "quarter", ("due_on", admin.DateFieldListFilter))
    list_select_related = ("project",)
    search_fields = ("project__reference__istartswith",)
    date_hierarchy = "due_on"
    ordering = ("-due_on", "-pk")
    inlines: ClassVar[Any] = [PartInline]


@admin.register(Risk)
class RiskAdmin(ReadOnlyAdmin):
    """By project, kind, state and score."""

    list_display = ("reference", "event", "group", "likelihood", "impact", "score", "before", "status", "reviewed_on")
    list_filter = ("status", "group", "treatment", "owner")
    list_select_related = ("project",)
    search_fields = ("project__reference__istartswith",)
    ordering = ("-score", "-pk")
    inlines: ClassVar[Any] = [ReviewInline]


@admin.register(Issue)
class IssueAdmin(ReadOnlyAdmin):
    """By project, state and the day until which they are to be solved."""

    list_display = ("reference", "text", "impact", "owner", "due_on", "status", "solved_on")
    list_filter: ClassVar[Any] = ("status", "impact", "owner", ("due_on", admin.DateFieldListFilter))
    list_select_related = ("project",)
    search_fields = ("project__reference__istartswith",)
    ordering = ("-pk",)
