"""A file that somebody has handed in: what is known of it, and what it belongs to."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from files.kinds import BY_MEDIA_TYPE, NAME_LENGTH
from files.querysets import StoredFileQuerySet


class StoredFile(models.Model):
    """Bytes under a name of our own, seen by whoever holds `permission` on the object they belong to.

    Until it is attached, its uploader alone sees it, and for a day only. Removed files keep their row; the bytes go
    with the next sweep. Written only by actions.
    """

    public_id = models.UUIDField(_("identifier"), default=uuid.uuid4, unique=True, editable=False)
    content_type = models.ForeignKey(
        ContentType, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("belongs to")
    )
    object_id = models.BigIntegerField(_("number"), null=True, blank=True)
    permission = models.CharField(_("permission asked for reading"), max_length=100, blank=True)
    name = models.CharField(_("name"), max_length=NAME_LENGTH)
    kind = models.CharField(_("kind"), max_length=100)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    sha256 = models.CharField(_("checksum"), max_length=64)
    storage_name = models.CharField(max_length=100, unique=True, editable=False)
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("handed in by"),
    )
    created_at = models.DateTimeField(_("handed in at"), default=timezone.now)
    removed_at = models.DateTimeField(_("removed at"), null=True, blank=True)
    erased_at = models.DateTimeField(_("erased at"), null=True, blank=True)

    objects = StoredFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("file")
        verbose_name_plural = _("files")
        ordering: ClassVar = ["created_at", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=(
                    Q(content_type=None, object_id=None, permission="")
                    | (Q(content_type__isnull=False, object_id__isnull=False) & ~Q(permission=""))
                ),
                name="file_attached_with_permission",
            ),
            models.CheckConstraint(
                condition=Q(erased_at=None) | Q(removed_at__isnull=False), name="only_removed_files_are_erased"
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=("content_type", "object_id", "created_at"),
                condition=Q(removed_at=None),
                name="files_of_object",
            ),
            models.Index(fields=("created_at",), condition=Q(object_id=None), name="files_of_nothing"),
            models.Index(
                fields=("removed_at",), condition=Q(removed_at__isnull=False, erased_at=None), name="files_to_erase"
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """What the journal and the admin site call it: names of files tell what stands in them."""
        return f"F-{self.pk}"

    @property
    def is_attached(self) -> bool:
        return self.object_id is not None

    @property
    def label(self) -> str:
        """PDF, DOCX: the word on its row."""
        return BY_MEDIA_TYPE[self.kind].label

    def get_absolute_url(self) -> str:
        return reverse("files:download", args=[self.public_id, self.name])

    def open(self) -> File:
        """The bytes, to be read in pieces and closed by whoever opened them."""
        return default_storage.open(self.storage_name)


class Backup(models.Model):
    """That a backup was made, and what it held: the administrators' room says how old the last one is.

    Not where it lies: who reads the database need not know. Written by `manage.py backup`.
    """

    taken_at = models.DateTimeField(_("taken at"))
    rows = models.PositiveBigIntegerField(_("rows"))
    files = models.PositiveIntegerField(_("files"))
    size = models.PositiveBigIntegerField(_("size in bytes"))

    class Meta:
        verbose_name = _("backup")
        verbose_name_plural = _("backups")
        ordering: ClassVar = ["-taken_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.taken_at:%Y-%m-%d %H:%M}"
