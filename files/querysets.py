"""The words in which files are asked for."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.contrib.contenttypes.models import ContentType
from django.db import models

if TYPE_CHECKING:
    from files.models import StoredFile  # noqa: F401


class StoredFileQuerySet(models.QuerySet["StoredFile"]):
    """Files by what they belong to. Who may see them is asked in `files.policies`."""

    def kept(self) -> Self:
        """Those that nobody has removed."""
        return self.filter(removed_at=None)

    def left(self, before: datetime) -> Self:
        """Those that were handed in before that moment and belong to nothing: the sweep should have removed them."""
        return self.kept().filter(object_id=None, created_at__lt=before)

    def about(self, obj: models.Model) -> Self:
        """The files of one object, oldest first, without the removed ones. Not asked here: who may see them."""
        return self.kept().filter(content_type=ContentType.objects.get_for_model(obj), object_id=obj.pk)
