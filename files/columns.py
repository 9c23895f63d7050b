"""Files as a column of other rows, for pages that have no query to spare."""

from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Model, OuterRef
from django.db.models.functions import JSONObject

from files.models import StoredFile

SHOWN = ("public_id", "name", "kind", "size", "language")


def files_column(model: type[Model], *, permission: str, of: str = "pk") -> ArraySubquery:
    """The files of each row, or of the object of `model` whose number stands in `of`; oldest first.

    Only for rows on which the reader holds `permission`; files that ask for another one are left out.
    """
    kind = ContentType.objects.get_for_model(model)
    files = StoredFile.objects.kept().filter(content_type=kind, object_id=OuterRef(of), permission=permission)
    return ArraySubquery(files.order_by("created_at", "pk").values(json=JSONObject(**{name: name for name in SHOWN})))


def from_column(found: list[dict[str, Any]]) -> list[StoredFile]:
    """What a row of a list needs of each file: name, kind, size, language, address. Not to be saved."""
    return [StoredFile(**{**one, "public_id": UUID(one["public_id"])}) for one in found]
