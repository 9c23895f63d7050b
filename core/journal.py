"""The record of what was done, by whom, and why. Entries are written and never touched again."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model

from core.models import JournalEntry, of_record


def write(
    obj: Model,
    verb: str,
    *,
    by: Any,
    reason: str = "",
    key: str = "",
    from_state: str = "",
    to_state: str = "",
    data: dict[str, Any] | None = None,
) -> JournalEntry:
    """Add one entry about `obj`, in the caller's transaction. `by=None` is the clock.

    `data` holds identifiers and figures only, never the text of a message: an entry outlives every retention period.
    """
    record = of_record(by)
    return JournalEntry.objects.create(
        content_type=ContentType.objects.get_for_model(obj),
        object_id=obj.pk,
        label=str(getattr(obj, "reference", None) or obj)[:200],
        verb=verb,
        key=key,
        from_state=from_state,
        to_state=to_state,
        actor=by,
        actor_name=record["name"],
        actor_title=record["title"],
        reason=reason,
        data=data or {},
    )
