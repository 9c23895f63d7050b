"""Countries, bodies, centres, and the tables that were brought."""

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from core.admin import ReadOnlyAdmin
from people.admin.parts import NamedAdmin
from people.models import (
    Centre,
    Country,
    FormerName,
    Organisation,
    TableImport,
)


@admin.register(TableImport)
class TableImportAdmin(ReadOnlyAdmin):
    """Which tables were brought, by whom, and what came of them; their rows are seen by whoever brought them."""

    list_display = ("created_at", "kind", "by", "new", "changed", "unchanged", "wrong", "confirmed_at")
    list_filter = ("kind", ("confirmed_at", admin.EmptyFieldListFilter))
    list_select_related = ("by",)


@admin.register(Country)
class CountryAdmin(NamedAdmin):
    list_display = ("name", "code", "capital", "calendar", "family_name_first")
    search_fields = ("code",)
    ordering = ("name__en",)

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> tuple[str, ...]:
        return ("code",) if obj else ()


class FormerNameInline(admin.TabularInline):
    model = FormerName
    extra = 0


@admin.register(Organisation)
class OrganisationAdmin(NamedAdmin):
    list_display = ("name", "acronym", "kind", "country", "parent")
    list_filter = ("kind", "country")
    list_select_related = ("country", "parent")
    autocomplete_fields = ("country", "parent")
    inlines = (FormerNameInline,)
    ordering = ("name__en",)


@admin.register(Centre)
class CentreAdmin(NamedAdmin):
    list_display = ("short_name", "acronym", "side_a", "side_b", "is_public")
    list_filter = ("is_public",)
    list_select_related = ("side_a", "side_b")
    autocomplete_fields = ("side_a", "side_b", "organisation", "countries")
