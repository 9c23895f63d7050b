"""Which countries ask for a registration, and with which papers. Registrations themselves are read here."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from core.admin import ReadOnlyAdmin
from projects.models import Registration, RegistrationPaper, RegistrationRule


class PaperInline(admin.TabularInline):
    """The pack, paper by paper. One that a checklist names stays: what was filed does not change afterwards."""

    model = RegistrationPaper
    fields = ("position", "name", "copies")
    extra = 1

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        used = obj is not None and obj.registrations.exists()
        return not used and super().has_delete_permission(request, obj)


@admin.register(RegistrationRule)
class RegistrationRuleAdmin(admin.ModelAdmin):
    """One a country. A rule by which a project was registered stays."""

    list_display = ("country", "__str__", "authority", "return_days")
    list_select_related = ("country", "authority")
    search_fields = ("country__code__iexact",)
    inlines = (PaperInline,)

    def get_readonly_fields(self, request: HttpRequest, obj: RegistrationRule | None = None) -> tuple[str, ...]:
        return ("country",) if obj and obj.registrations.exists() else ()

    def has_delete_permission(self, request: HttpRequest, obj: RegistrationRule | None = None) -> bool:
        return not (obj is None or obj.registrations.exists()) and super().has_delete_permission(request, obj)


@admin.register(Registration)
class RegistrationAdmin(ReadOnlyAdmin):
    """By project, country and state; reasons of the authority are for those who work on the pack."""

    exclude = ("note",)
    list_display = ("project", "rule", "state", "number", "registered_on", "valid_until")
    list_filter = ("state",)
    list_select_related = ("project", "rule__country")
    search_fields = ("project__reference__istartswith", "number__istartswith")
    ordering = ("-moved_at", "-pk")
