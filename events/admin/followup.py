"""Plans, reports of journeys and certificates in the admin site: found by event, read without what people wrote."""

from django.contrib import admin

from core.admin import ReadOnlyAdmin
from events.models import ActionPlan, Certificate, CertificateRun, TripReport


@admin.register(ActionPlan)
class ActionPlanAdmin(ReadOnlyAdmin):
    """Where each plan stands."""

    list_display = ("participant", "status", "submitted_at", "endorsed_at")
    list_filter = ("status",)
    list_select_related = ("participant",)
    search_fields = ("participant__event__reference__istartswith",)
    fields = ("participant", "status", "language", "session", "updated_at", "submitted_at", "endorsed_at")


@admin.register(TripReport)
class TripReportAdmin(ReadOnlyAdmin):
    """Which report is due, and which is in."""

    list_display = ("participant", "due_on", "submitted_at")
    list_filter = (("submitted_at", admin.EmptyFieldListFilter),)
    list_select_related = ("participant",)
    search_fields = ("participant__event__reference__istartswith",)
    fields = ("participant", "due_on", "language", "may_publish", "updated_at", "submitted_at", "overdue_told_at")


@admin.register(CertificateRun)
class CertificateRunAdmin(ReadOnlyAdmin):
    """Proposals of certificates."""

    list_display = ("event", "number", "status", "proposed_at", "signed_at")
    list_filter = ("status",)
    list_select_related = ("event",)
    search_fields = ("event__reference__istartswith",)


@admin.register(Certificate)
class CertificateAdmin(ReadOnlyAdmin):
    """Found by number; the code, which opens the public page, stays with the holder."""

    list_display = ("number", "name", "status", "issued_at", "ended_at")
    list_filter = ("status",)
    search_fields = ("number__istartswith",)
    exclude = ("code",)
