"""Entries, their versions, reviews, languages and adoptions: found and read here, acted on in the portal."""

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from core.admin import ReadOnlyAdmin
from practices.models import Adoption, AdoptionReport, Practice, Review, Translation, Version


class ShownInline(admin.TabularInline):
    """Rows of an entry, to be read."""

    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class VersionInline(ShownInline):
    model = Version
    fields = ("number", "state", "author", "created_at", "live_at", "past_at")
    readonly_fields = fields


class TranslationInline(ShownInline):
    model = Translation
    fields = ("language", "state", "outdated", "translator", "checked_by", "checked_at")
    readonly_fields = fields


@admin.register(Practice)
class PracticeAdmin(ReadOnlyAdmin):
    """By number, state, country and owner."""

    list_display = ("reference", "heading", "status", "country", "owner", "author", "verified_on", "recheck_on")
    list_filter: ClassVar[Any] = ("status", "language", ("country", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("country", "owner", "author")
    search_fields = ("reference__istartswith", "author__family_name__istartswith", "owner__acronym__iexact")
    exclude = ("reasons",)
    ordering = ("-updated_at", "-pk")
    inlines = (VersionInline, TranslationInline)

    @admin.display(description=_("title"))
    def heading(self, obj: Practice) -> Any:
        return format_html('<a href="{}">{}</a>', obj.get_absolute_url(), obj.title_text)


@admin.register(Version)
class VersionAdmin(ReadOnlyAdmin):
    """By entry and state; what a version says is read in the portal."""

    list_display = ("practice", "number", "state", "author", "updated_at", "live_at", "past_at")
    list_filter = ("state",)
    list_select_related = ("practice", "author")
    search_fields = ("practice__reference__istartswith",)
    exclude = ("sections", "change_reason", "decline_reason")
    ordering = ("-updated_at", "-pk")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Version]:
        return super().get_queryset(request).defer("sections")


@admin.register(Review)
class ReviewAdmin(ReadOnlyAdmin):
    """Who was asked and whether it was given; what reviewers wrote is read in the portal, by those who may."""

    list_display = ("practice", "round", "country", "reviewer", "state", "due_at", "given_at")
    list_filter: ClassVar[Any] = ("state", ("country", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("practice", "country", "reviewer")
    search_fields = ("practice__reference__istartswith", "reviewer__family_name__istartswith")
    exclude = ("comment", "refusal", "verdict", "language", "lock")
    ordering = ("-asked_at", "-pk")


@admin.register(Translation)
class TranslationAdmin(ReadOnlyAdmin):
    """By entry, language and state; the text is read in the portal."""

    list_display = ("practice", "language", "state", "outdated", "translator", "handed_at", "checked_by", "checked_at")
    list_filter: ClassVar[Any] = ("practice__status", "language", "state", ("handed_at", admin.EmptyFieldListFilter))
    list_select_related = ("practice", "translator", "checked_by")
    search_fields = ("practice__reference__istartswith", "translator__family_name__istartswith")
    exclude = ("sections", "draft", "of_revisions", "draft_of")
    ordering = ("-updated_at", "-pk")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Translation]:
        return super().get_queryset(request).defer("sections", "draft")


class ReportInline(ShownInline):
    model = AdoptionReport
    fields = ("stage", "since_on", "state", "by", "filed_at", "confirmed_at")
    readonly_fields = fields


@admin.register(Adoption)
class AdoptionAdmin(ReadOnlyAdmin):
    """By entry, adopting body and stage."""

    list_display = ("practice", "adopter", "country", "stage", "stage_since", "confirmed_at", "ask_on")
    list_filter: ClassVar[Any] = ("stage", ("country", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("practice", "adopter", "country")
    search_fields = ("practice__reference__istartswith", "adopter__acronym__iexact")
    ordering = ("-updated_at", "-pk")
    inlines = (ReportInline,)
