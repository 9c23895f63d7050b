"""The journal and the signatures in the admin site: to be read and searched, never changed."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from core.models import JournalEntry, Signature, Silence


class ReadOnlyAdmin(admin.ModelAdmin):
    """What the house writes itself. Administrators read it; no form adds, changes or deletes it."""

    show_full_result_count = False  # never counts a growing table

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(JournalEntry)
class JournalAdmin(ReadOnlyAdmin):
    """By time, record, act and person; without reasons, which belong to the record's own readers."""

    exclude = ("reason", "data")
    list_display = ("at", "label", "verb", "key", "actor_name", "from_state", "to_state")
    list_filter = (("at", admin.DateFieldListFilter), ("content_type", admin.RelatedOnlyFieldListFilter))
    search_fields = ("label__istartswith", "actor_name__istartswith", "verb__exact")
    list_select_related = ("content_type",)


@admin.register(Signature)
class SignatureAdmin(ReadOnlyAdmin):
    """Turned keys."""

    exclude = ("reason",)
    list_display = ("signed_at", "step", "key", "by_name", "settled_at", "cleared_at")
    list_filter = ("step", "key")
    search_fields = ("by_name__istartswith",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Signature]:
        return super().get_queryset(request).order_by("-signed_at", "-pk")


@admin.register(Silence)
class SilenceAdmin(ReadOnlyAdmin):
    """Running silences first."""

    list_display = ("due_at", "step", "object_id", "started_at", "ended_at")
    list_filter = (("ended_at", admin.EmptyFieldListFilter),)
    ordering = ("ended_at", "due_at")
