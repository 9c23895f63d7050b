"""Projects, partners, opinions and what stays behind: found and read here, acted on in the portal."""

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from core.admin import ReadOnlyAdmin
from projects.models import CONCEPT, Opinion, Partner, PostCheck, Project, Replication, ServiceEffect, Transfer


class PartnerInline(admin.TabularInline):
    """Bodies with a part in the project, to be read."""

    model = Partner
    fields = ("organisation", "role", "side", "activity_id")
    readonly_fields = fields
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Project)
class ProjectAdmin(ReadOnlyAdmin):
    """By number, state, kind and country. Concept papers and side notes are their people's."""

    list_display = ("reference", "heading", "stage", "kind", "country", "lead_a", "lead_b", "started_on", "ended_on")
    list_filter: ClassVar[Any] = ("stage", "kind", "is_public", ("country", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("country", "lead_a", "lead_b")
    search_fields = ("reference__istartswith", "lead_a__acronym__iexact", "lead_b__acronym__iexact")
    exclude = (*CONCEPT, "search", "asked_a", "asked_b", "asked_other")
    ordering = ("-created_at", "-pk")
    inlines = (PartnerInline,)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Project]:
        return super().get_queryset(request).defer("search", *CONCEPT)

    @admin.display(description=_("name"))
    def heading(self, obj: Project) -> Any:
        return format_html('<a href="{}">{}</a>', obj.get_absolute_url(), obj.name)


@admin.register(Partner)
class PartnerAdmin(ReadOnlyAdmin):
    """By project, body and role."""

    list_display = ("project", "organisation", "role", "side", "activity_id")
    list_filter = ("role", "side")
    list_select_related = ("project", "organisation")
    search_fields = ("project__reference__istartswith", "organisation__acronym__iexact", "activity_id__istartswith")
    ordering = ("-pk",)


@admin.register(Opinion)
class OpinionAdmin(ReadOnlyAdmin):
    """Which side gave its opinion when; the text is read in the portal, by those who may."""

    exclude = ("text", "verdict")
    list_display = ("project", "round", "side", "by_name", "given_at")
    list_filter = ("side",)
    list_select_related = ("project",)
    search_fields = ("project__reference__istartswith", "by_name__istartswith")
    ordering = ("-given_at", "-pk")


@admin.register(Transfer)
class TransferAdmin(ReadOnlyAdmin):
    """What one side gave the other."""

    list_display = ("project", "__str__", "kind", "source", "receiver", "on")
    list_filter = ("kind",)
    list_select_related = ("project", "source", "receiver")
    search_fields = ("project__reference__istartswith",)
    ordering = ("-pk",)


@admin.register(ServiceEffect)
class ServiceEffectAdmin(ReadOnlyAdmin):
    """Services that a project touched, before and after."""

    list_display = ("project", "__str__", "owner", "users_before", "users_after", "maturity_before", "maturity_after")
    list_filter = ("maturity_after",)
    list_select_related = ("project", "owner")
    search_fields = ("project__reference__istartswith",)
    ordering = ("-pk",)


@admin.register(Replication)
class ReplicationAdmin(ReadOnlyAdmin):
    """Where else it was taken up."""

    list_display = ("project", "country", "organisation", "on", "source")
    list_filter: ClassVar[Any] = (("country", admin.RelatedOnlyFieldListFilter),)
    list_select_related = ("project", "country", "organisation")
    search_fields = ("project__reference__istartswith",)
    ordering = ("-on", "-pk")


@admin.register(PostCheck)
class PostCheckAdmin(ReadOnlyAdmin):
    """Which check is due, asked and answered; the answers are read in the portal."""

    exclude = ("text", "figures")
    list_display = ("project", "years", "side", "due_on", "asked_at", "answered_at", "still_used")
    list_filter: ClassVar[Any] = ("side", "years", ("answered_at", admin.EmptyFieldListFilter))
    list_select_related = ("project",)
    search_fields = ("project__reference__istartswith",)
    ordering = ("due_on", "pk")
