"""Programmes and people who speak are kept here; events are found here, and acted on in the portal."""

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from core.admin import ReadOnlyAdmin
from events.models import Contributor, Event, EventBody, EventOfficer, Programme, Stop


@admin.register(Programme)
class ProgrammeAdmin(admin.ModelAdmin):
    """Names, purpose and the states that are invited every year. One that has editions stays."""

    list_display = ("__str__", "centre", "since", "is_public")
    list_select_related = ("centre",)
    filter_horizontal = ("countries",)
    search_fields = ("slug",)

    def has_delete_permission(self, request: HttpRequest, obj: Programme | None = None) -> bool:
        used = obj is None or obj.editions.exists()
        return not used and super().has_delete_permission(request, obj)


@admin.register(Contributor)
class ContributorAdmin(admin.ModelAdmin):
    """Speakers, chairs and interpreters: one row a person, across all events."""

    list_display = ("__str__", "post", "organisation", "country", "user")
    list_select_related = ("organisation", "country", "user")
    list_filter: ClassVar[Any] = (("country", admin.RelatedOnlyFieldListFilter),)
    search_fields = ("family_name__istartswith", "given_name__istartswith", "email__istartswith")
    raw_id_fields = ("user",)

    def has_delete_permission(self, request: HttpRequest, obj: Contributor | None = None) -> bool:
        used = obj is None or obj.parts.exists()
        return not used and super().has_delete_permission(request, obj)


class ShownInline(admin.TabularInline):
    """Rows of an event, to be read."""

    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class StopInline(ShownInline):
    model = Stop
    fields = ("position", "country", "city", "zone", "starts_on", "ends_on")


class BodyInline(ShownInline):
    model = EventBody
    fields = ("role", "organisation")


class OfficerInline(ShownInline):
    model = EventOfficer
    fields = ("duty", "user")


@admin.register(Event)
class EventAdmin(ReadOnlyAdmin):
    """Found by number."""

    list_display = ("reference", "__str__", "status", "kind", "starts_on", "seats_taken", "updated_at")
    list_filter = ("status", "kind", ("starts_on", admin.DateFieldListFilter))
    search_fields = ("reference__istartswith",)
    search_help_text = _("The number of an event")
    inlines = (StopInline, BodyInline, OfficerInline)
    fields: ClassVar[Any] = (
        "record",
        ("reference", "status", "kind", "mode"),
        ("centre", "programme", "number", "year"),
        "name",
        ("starts_on", "ends_on"),
        ("quota", "nominations_due_at", "papers_due_at"),
        ("registration_opens_at", "registration_closes_at", "capacity", "seats_taken"),
        ("announced_at", "closed_at", "is_public"),
    )
    readonly_fields = ("record",)

    @admin.display(description=_("record in the portal"))
    def record(self, obj: Event) -> str:
        return format_html('<a href="{}">{}</a>', obj.get_absolute_url(), obj.reference)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Event]:
        return super().get_queryset(request).defer("search")
