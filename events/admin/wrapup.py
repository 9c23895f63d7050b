"""Minutes, decisions and actions in the admin site: to be found and read; written in the portal."""

from django.contrib import admin

from core.admin import ReadOnlyAdmin
from events.models import Minutes, Outcome


@admin.register(Minutes)
class MinutesAdmin(ReadOnlyAdmin):
    """By event and version; without the text, which belongs to those with a part in the event."""

    exclude = ("text",)
    list_display = ("event", "version", "status", "held_on", "proposed_at", "agreed_at")
    list_filter = ("status",)
    list_select_related = ("event",)
    search_fields = ("event__reference__istartswith",)
    ordering = ("-pk",)


@admin.register(Outcome)
class OutcomeAdmin(ReadOnlyAdmin):
    """By event, owner and day."""

    list_display = ("handle", "kind", "country", "due_on", "status", "settled_at")
    list_filter = ("status", "kind", ("country", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("event", "country")
    search_fields = ("event__reference__istartswith",)
    ordering = ("-pk",)
