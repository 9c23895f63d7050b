"""Site visits and materials, to be read; they are written in the portal."""

from django.contrib import admin

from core.admin import ReadOnlyAdmin
from events.models import Material, Visit


@admin.register(Visit)
class VisitAdmin(ReadOnlyAdmin):
    """With the list for the gate: due, sent, reminded."""

    list_display = ("session", "organisation", "gate_list_due_at", "gate_list_sent_at", "gate_reminded_at")
    list_select_related = ("session", "organisation")
    list_filter = (("gate_list_sent_at", admin.EmptyFieldListFilter),)
    search_fields = ("session__event__reference__exact",)


@admin.register(Material)
class MaterialAdmin(ReadOnlyAdmin):
    """Who reads what, on which terms."""

    list_display = ("__str__", "event", "language", "audience", "licence", "is_slides", "by", "at")
    list_select_related = ("event", "by")
    list_filter = ("audience", "licence", "is_slides")
    search_fields = ("event__reference__exact",)
