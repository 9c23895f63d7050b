"""The files a person has handed in, for the export of one's own data: their names, not their contents."""

from collections.abc import Iterable

from files.models import StoredFile
from people.export import Row, source, values
from people.models import User


@source("files_uploaded")
def files_uploaded(user: User) -> Iterable[Row]:
    rows = StoredFile.objects.filter(by=user).select_related("content_type").order_by("pk")
    for row in rows.iterator():
        about = {"about": row.content_type.model if row.content_type else None, "number": row.object_id}
        yield {**values(row, "name", "kind", "size", "language", "created_at", "removed_at"), **about}
