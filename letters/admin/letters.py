"""Letters, their runs and templates: found and read here, written in the portal."""

from typing import Any, ClassVar

from django.contrib import admin

from core.admin import ReadOnlyAdmin
from letters.models import Letter, LetterRun, LetterTemplate


@admin.register(LetterTemplate)
class TemplateAdmin(ReadOnlyAdmin):
    """By centre, kind and name."""

    list_display = ("name", "kind", "centre", "revision", "is_active", "updated_at")
    list_filter = ("kind", "is_active", "centre")
    list_select_related = ("centre",)
    search_fields = ("name__icontains",)


@admin.register(LetterRun)
class RunAdmin(ReadOnlyAdmin):
    """By what they are about, kind and state."""

    list_display = ("prepared_at", "kind", "about_reference", "state", "issued_at", "by")
    list_filter = ("state", "kind", "centre")
    list_select_related = ("by",)
    search_fields = ("about_reference__istartswith",)
    ordering = ("-pk",)


@admin.register(Letter)
class LetterAdmin(ReadOnlyAdmin):
    """By number, kind and state, without the words: these belong to the readers of the letter."""

    fields = (
        "reference",
        "kind",
        "state",
        "run",
        "country",
        "organisation",
        "language",
        "issued_on",
        "issued_at",
        "withdrawn_at",
    )
    list_display = ("handle", "kind", "state", "country", "language", "issued_on")
    list_filter: ClassVar[Any] = ("state", "kind", ("issued_on", admin.DateFieldListFilter))
    list_select_related = ("country",)
    search_fields = ("reference__istartswith", "run__about_reference__istartswith")
    date_hierarchy = "issued_on"
    ordering = ("-pk",)
