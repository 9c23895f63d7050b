"""The people of events and their marks of attendance, to be found and read. What they are is decided on their pages."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from core.admin import ReadOnlyAdmin
from events.models import Attendance, Participant


@admin.register(Participant)
class ParticipantAdmin(ReadOnlyAdmin):
    """Newest first. Without answers and secrets: the first are the organisers', the second the person's."""

    list_display = ("event", "family_name", "given_name", "country", "status", "delegation", "created_at", "claimed_at")
    list_filter = ("status",)
    search_fields = ("email__iexact", "family_name__istartswith", "code__exact", "event__reference__iexact")
    ordering = ("-created_at", "-pk")
    fields = (
        *("event", "delegation", "user", "status", "given_name", "family_name", "email", "language", "country"),
        *("post", "organisation_name", "is_alternate", "queued_at", "created_at", "updated_at", "claimed_at"),
        "anonymised_at",
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Participant]:
        rows = super().get_queryset(request).defer("answers", "secret", "calendar_secret", "event__search")
        return rows.select_related("event", "country", "delegation__event", "delegation__organisation")


@admin.register(Attendance)
class AttendanceAdmin(ReadOnlyAdmin):
    """Who was marked by whom."""

    list_display = ("participant", "day", "session", "means", "by", "at")
    list_filter = (("day", admin.DateFieldListFilter), "means")
    search_fields = ("participant__event__reference__iexact", "participant__family_name__istartswith")
    list_select_related = ("participant", "session", "by")
    ordering = ("-at", "-pk")
