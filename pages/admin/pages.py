"""Press releases and pages, found and read here; written and published in the portal."""

from typing import Any, ClassVar

from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from core.admin import ReadOnlyAdmin, RowsFilter
from pages.models import Page, PageText


class TextInline(admin.TabularInline):
    """Every wording there was, without its words."""

    model = PageText
    fields = ("language", "revision", "of_revision", "state", "by", "updated_at", "published_by", "published_at")
    readonly_fields = fields
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class TranslationsFilter(RowsFilter):
    """Public texts whose other languages are not as they should be."""

    title = _("translations")
    parameter_name = "translations"
    sets: ClassVar = {
        "outdated": (_("outdated"), Page.objects.outdated),
        "missing": (
            _("one that must be there is missing"),
            lambda: Page.objects.lacking(settings.PARALLEL_LANGUAGES),
        ),
    }


@admin.register(Page)
class PageAdmin(ReadOnlyAdmin):
    """By number, kind and state."""

    list_display = ("reference", "heading", "kind", "status", "day", "published_at")
    list_filter: ClassVar[Any] = (TranslationsFilter, "kind", "status", ("centre", admin.RelatedOnlyFieldListFilter))
    search_fields = ("reference__istartswith",)
    ordering = ("-updated_at", "-pk")
    inlines = (TextInline,)

    @admin.display(description=_("title"))
    def heading(self, obj: Page) -> Any:
        return format_html('<a href="{}">{}</a>', obj.get_absolute_url(), obj.title_text)
