"""Budgets, books and reconciliations: found and read here, acted on in the portal. Published rates are kept here."""

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from core.admin import ReadOnlyAdmin
from projects.models import BudgetLine, Entry, ExchangeRate, Reconciliation


@admin.register(ExchangeRate)
class ExchangeRateAdmin(admin.ModelAdmin):
    """What is offered where amounts are entered. Each amount keeps a copy, so that mending a rate changes no figure."""

    list_display = ("on", "currency", "to", "rate", "source")
    list_filter: ClassVar[Any] = ("currency", "to", ("on", admin.DateFieldListFilter))
    search_fields = ("source__istartswith", "currency__iexact")
    date_hierarchy = "on"
    show_full_result_count = False


@admin.register(BudgetLine)
class BudgetLineAdmin(ReadOnlyAdmin):
    """By project, side, state and the day on which they lapse."""

    list_display = ("reference", "side", "group", "nature", "amount", "currency", "value", "lapses_on", "state")
    list_filter: ClassVar[Any] = (
        "state",
        "side",
        "nature",
        "group",
        "currency",
        ("lapses_on", admin.DateFieldListFilter),
    )
    list_select_related = ("project",)
    search_fields = ("project__reference__istartswith",)
    ordering = ("-pk",)


@admin.register(Entry)
class EntryAdmin(ReadOnlyAdmin):
    """Approved entries. What a side has not approved is its own, here too."""

    list_display = ("reference", "side", "kind", "on", "amount", "currency", "value", "approved_at")
    list_filter: ClassVar[Any] = ("kind", "side", "currency", ("on", admin.DateFieldListFilter))
    list_select_related = ("project",)
    search_fields = ("project__reference__istartswith", "paper__istartswith")
    ordering = ("-pk",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Entry]:
        return Entry.objects.counting().order_by("-pk")


@admin.register(Reconciliation)
class ReconciliationAdmin(ReadOnlyAdmin):
    """By project, quarter and state."""

    list_display = ("reference", "state", "disbursed", "received", "difference", "moved_at")
    list_filter = ("state", "donor", "currency", "year", "quarter")
    list_select_related = ("project",)
    search_fields = ("project__reference__istartswith",)
    ordering = ("-pk",)
