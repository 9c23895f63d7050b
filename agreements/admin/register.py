"""The register, found and read here; acted on in the portal."""

from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from agreements.models import Agreement, AgreementText, Alert, Article, Commitment, Party
from core.admin import ReadOnlyAdmin


class ShownInline(admin.TabularInline):
    """Rows of an agreement, to be read."""

    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class PartyInline(ShownInline):
    model = Party
    fields = ("organisation", "side", "name_then", "signatory", "signatory_title")
    readonly_fields = fields


class TextInline(ShownInline):
    model = AgreementText
    fields = ("kind", "language", "by", "created_at")
    readonly_fields = fields


class AlertInline(ShownInline):
    model = Alert
    fields = ("kind", "months", "day", "given_at")
    readonly_fields = fields


@admin.register(Agreement)
class AgreementAdmin(ReadOnlyAdmin):
    """By number, kind, state and days."""

    list_display = ("reference", "heading", "kind", "status", "signed_on", "in_force_on", "ends_on", "is_public")
    list_filter: ClassVar[Any] = ("status", "kind", "is_public", ("centre", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("centre",)
    search_fields = ("reference__istartswith", "own_number__istartswith")
    exclude = ("end_reason",)
    ordering = ("-signed_on", "-pk")
    inlines = (PartyInline, TextInline, AlertInline)

    @admin.display(description=_("title"))
    def heading(self, obj: Agreement) -> Any:
        return format_html('<a href="{}">{}</a>', obj.get_absolute_url(), obj.title)


@admin.register(Article)
class ArticleAdmin(ReadOnlyAdmin):
    """By agreement and number."""

    list_display = ("agreement", "number", "title")
    list_select_related = ("agreement",)
    search_fields = ("agreement__reference__istartswith",)
    ordering = ("-agreement", "position")


@admin.register(Commitment)
class CommitmentAdmin(ReadOnlyAdmin):
    """By agreement, state and day."""

    list_display = ("reference", "text", "owner", "organisation", "due_on", "recurs", "status", "settled_on")
    list_filter: ClassVar[Any] = ("status", "owner", "recurs", ("due_on", admin.DateFieldListFilter))
    list_select_related = ("agreement", "organisation")
    search_fields = ("agreement__reference__istartswith",)
    exclude = ("report",)
    ordering = ("-pk",)


@admin.register(Party)
class PartyAdmin(ReadOnlyAdmin):
    """By body and signatory."""

    list_display = ("agreement", "organisation", "side", "signatory", "signed_on")
    list_filter: ClassVar[Any] = ("side", ("organisation__country", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("agreement", "organisation")
    search_fields = ("agreement__reference__istartswith", "signatory__icontains")
    ordering = ("-pk",)


@admin.register(AgreementText)
class AgreementTextAdmin(ReadOnlyAdmin):
    """By agreement, kind and language."""

    list_display = ("agreement", "kind", "language", "by", "created_at")
    list_filter = ("kind", "language")
    list_select_related = ("agreement", "by")
    search_fields = ("agreement__reference__istartswith",)
    ordering = ("-pk",)


@admin.register(Alert)
class AlertAdmin(ReadOnlyAdmin):
    """Warnings that were given."""

    list_display = ("agreement", "kind", "months", "day", "given_at")
    list_filter = ("kind", "months")
    list_select_related = ("agreement",)
    search_fields = ("agreement__reference__istartswith",)
    ordering = ("-given_at", "-pk")
