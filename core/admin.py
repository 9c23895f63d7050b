"""The journal and the signatures in the admin site: to be read and searched, never changed."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import JournalEntry, Signature, Silence

LATE_AFTER = timedelta(hours=1)


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


class RowsFilter(admin.SimpleListFilter):
    """A list narrowed to rows that a queryset of ours names. `sets`: the value in the address, its words, the rows."""

    sets: ClassVar[Mapping[str, tuple[Any, Callable[[], QuerySet[Any]]]]]

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(value, words) for value, (words, _rows) in self.sets.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        value = str(self.value())
        return queryset.filter(pk__in=self.sets[value][1]().values("pk")) if value in self.sets else queryset


class LateFilter(RowsFilter):
    """Silences whose time has come an hour ago and more: the clock does not run, or a record cannot take the step."""

    title = _("late")
    parameter_name = "late"
    sets: ClassVar = {
        "1": (
            _("not signed for an hour after the due time"),
            lambda: Silence.objects.late(timezone.now() - LATE_AFTER),
        )
    }


@admin.register(Silence)
class SilenceAdmin(ReadOnlyAdmin):
    """Running silences first."""

    list_display = ("due_at", "step", "object_id", "started_at", "ended_at")
    list_filter = (LateFilter, ("ended_at", admin.EmptyFieldListFilter))
    ordering = ("ended_at", "due_at")
