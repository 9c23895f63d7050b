"""Files in the admin site: how many, how large, of what. Neither contents nor names, which tell what stands in them."""

from django.contrib import admin

from core.admin import ReadOnlyAdmin
from files.models import StoredFile


@admin.register(StoredFile)
class StoredFileAdmin(ReadOnlyAdmin):
    """Found by identifier or checksum; read in the portal, by those who may."""

    list_display = ("reference", "kind", "size", "content_type", "object_id", "by", "created_at", "removed_at")
    list_filter = (
        "kind",
        ("content_type", admin.RelatedOnlyFieldListFilter),
        ("created_at", admin.DateFieldListFilter),
        ("removed_at", admin.EmptyFieldListFilter),
    )
    list_select_related = ("content_type", "by")
    search_fields = ("public_id__exact", "sha256__exact")
    exclude = ("name", "storage_name")
