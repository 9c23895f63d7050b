"""A file is seen by whoever holds its permission on what it belongs to. Files have no rules of their own."""

from typing import Any

from django.db.models import Model

from core import policies
from files.models import StoredFile


def readable_by(user: Any, file: StoredFile) -> bool:
    """Whether this person, or visitor, may read it: one query. Nobody reads what was removed.

    A file that belongs to nothing yet is read by its uploader alone; one from a visitor without account by nobody.
    """
    if file.removed_at is not None:
        return False
    if not file.is_attached:
        return bool(user.is_authenticated and user.is_active and user.pk == file.by_id)
    model = file.content_type.model_class() if file.content_type else None
    if model is None:  # its app was taken out of the house
        return False
    return model._base_manager.filter(policies.q(file.permission, user), pk=file.object_id).exists()


def files_of(obj: Model, user: Any) -> list[StoredFile]:
    """The files of one object that this person may read, oldest first: two queries, one where there are no files."""
    found = list(StoredFile.objects.about(obj).select_related("by"))
    held = policies.granted(user, (file.permission for file in found), obj)
    return [file for file in found if file.permission in held]
