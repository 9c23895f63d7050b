"""Delegations, their papers and the lists of participants, to be found and read; acted on in the portal."""

from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest

from core.admin import ReadOnlyAdmin
from events.models import Delegation, DelegationPaper, ListEntry, ParticipantList


@admin.register(Delegation)
class DelegationAdmin(ReadOnlyAdmin):
    """By event, body and state."""

    list_display = ("event", "country", "organisation", "status", "nominees", "quota", "due_at", "forwarded_at")
    list_filter: ClassVar[Any] = ("status", ("country", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("event", "country", "organisation")
    search_fields = ("event__reference__istartswith", "letter_number__istartswith", "nomination_number__istartswith")
    ordering = ("-pk",)


@admin.register(DelegationPaper)
class DelegationPaperAdmin(ReadOnlyAdmin):
    """What came when, from whom; the paper itself is read in the portal, by those who may."""

    exclude = ("file", "note")
    list_display = ("delegation", "kind", "language", "by", "at", "superseded_at")
    list_filter: ClassVar[Any] = ("kind", ("superseded_at", admin.EmptyFieldListFilter))
    list_select_related = ("delegation__event", "delegation__organisation", "by")
    search_fields = ("delegation__event__reference__istartswith",)
    ordering = ("-at", "-pk")


class ListEntryInline(admin.TabularInline):
    """Who stands on the list; reasons are for those who decide and those who are told."""

    model = ListEntry
    fields = ("participant", "verdict")
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(ParticipantList)
class ParticipantListAdmin(ReadOnlyAdmin):
    """By event and state."""

    list_display = ("event", "number", "status", "by", "proposed_at", "accepted_at")
    list_filter = ("status",)
    list_select_related = ("event", "by")
    search_fields = ("event__reference__istartswith",)
    ordering = ("-pk",)
    inlines = (ListEntryInline,)
