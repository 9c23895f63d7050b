"""Files in the admin site: how many, how large, of what. Neither contents nor names, which tell what stands in them."""

from datetime import timedelta
from typing import ClassVar

from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.admin import ReadOnlyAdmin, RowsFilter
from files.actions import KEEP_UNATTACHED
from files.models import Backup, StoredFile

LEFT_AFTER = KEEP_UNATTACHED + timedelta(hours=2)  # the sweep comes every hour


class LeftFilter(RowsFilter):
    """Files that the hourly sweep should have taken away: the clock does not run."""

    title = _("left over")
    parameter_name = "left"
    sets: ClassVar = {
        "1": (
            _("handed in long ago and never used"),
            lambda: StoredFile.objects.left(timezone.now() - LEFT_AFTER),
        )
    }


@admin.register(StoredFile)
class StoredFileAdmin(ReadOnlyAdmin):
    """Found by identifier or checksum; read in the portal, by those who may."""

    list_display = ("reference", "kind", "size", "content_type", "object_id", "by", "created_at", "removed_at")
    list_filter = (
        LeftFilter,
        "kind",
        "content_type__app_label",
        ("content_type", admin.RelatedOnlyFieldListFilter),
        ("created_at", admin.DateFieldListFilter),
        ("removed_at", admin.EmptyFieldListFilter),
    )
    list_select_related = ("content_type", "by")
    search_fields = ("public_id__exact", "sha256__exact")
    exclude = ("name", "storage_name")


@admin.register(Backup)
class BackupAdmin(ReadOnlyAdmin):
    """Which backups were made, newest first. They are made and restored by commands, on the server."""

    list_display = ("taken_at", "rows", "files", "size")
    date_hierarchy = "taken_at"
