"""Travel facts in the admin site: that there are some, and when they are destroyed. Never what they are."""

from django.contrib import admin

from core.admin import ReadOnlyAdmin
from events.models import TravelFile


@admin.register(TravelFile)
class TravelFileAdmin(ReadOnlyAdmin):
    """By the number of the participant."""

    fields = ("participant_id", "purge_on", "updated_at")
    list_display = ("participant_id", "purge_on", "updated_at")
    list_filter = (("purge_on", admin.DateFieldListFilter),)
    ordering = ("purge_on", "pk")
