"""Schedules and deliverables in the admin site: found and read there, written in the portal."""

from django.contrib import admin

from core.admin import ReadOnlyAdmin
from projects.models import Baseline, Deliverable, DeliverableVersion, Task


@admin.register(Task)
class TaskAdmin(ReadOnlyAdmin):
    """By project and day."""

    list_display = ("project", "number", "kind", "owner", "starts_on", "ends_on", "progress", "done_on")
    list_filter = ("kind", "owner")
    list_select_related = ("project",)
    search_fields = ("project__reference__istartswith",)
    ordering = ("-pk",)


@admin.register(Baseline)
class BaselineAdmin(ReadOnlyAdmin):
    """By project; who took it and why."""

    list_display = ("project", "number", "taken_at", "by")
    list_select_related = ("project", "by")
    search_fields = ("project__reference__istartswith",)
    ordering = ("-pk",)


@admin.register(Deliverable)
class DeliverableAdmin(ReadOnlyAdmin):
    """By project, side and due day."""

    list_display = ("project", "number", "side", "due_on", "accepted_on", "reminded_on")
    list_filter = ("side",)
    list_select_related = ("project",)
    search_fields = ("project__reference__istartswith",)
    ordering = ("-pk",)


@admin.register(DeliverableVersion)
class DeliverableVersionAdmin(ReadOnlyAdmin):
    """By deliverable and state; without notes and reasons, which belong to both sides."""

    exclude = ("note", "reason")
    list_display = ("deliverable", "number", "state", "submitted_at", "accepted_at")
    list_filter = ("state",)
    list_select_related = ("deliverable__project",)
    search_fields = ("deliverable__project__reference__istartswith",)
    ordering = ("-pk",)
