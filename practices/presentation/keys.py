"""The two keys of the decision on an entry, own side first, and what they amount to. Reads only."""

from typing import Any

from django.utils.translation import gettext as _

from core.models import Signature
from people.keys import Keys, KeyView, both_keys, may_turn
from practices.enums import Status
from practices.models import Practice


def decision_of(practice: Practice, user: Any, *, sees_reasons: bool = True) -> Keys | None:
    """The keys as they stand; None before the entry is laid before the co-directors. One query.

    What one side alone says against the entry is for those who decide on it, until both have said so.
    """
    is_open = practice.status == Status.DECISION
    if not (is_open or practice.published_at or practice.status == Status.DECLINED):
        return None
    rows = Signature.objects.about(practice).filter(step__in=("publish", "decline"), cleared_at=None)
    signatures = {one.key: one for one in rows.select_related("by")}
    if is_open and not sees_reasons:
        for one in signatures.values():
            one.reason = ""
    keys = both_keys(practice.centre, signatures, user, against="decline")
    may_sign = is_open and practice.author_id != getattr(user, "pk", None) and may_turn(keys, practice.centre, user)
    return Keys(keys, _outcome(practice, keys), may_sign)


def _outcome(practice: Practice, keys: list[KeyView]) -> str:
    if practice.status == Status.DECLINED:
        return _("Both keys. The entry is not taken.")
    if practice.status != Status.DECISION:
        return _("Both keys. The entry is published.")
    turned = [key for key in keys if key.signature]
    if len(turned) == len(keys):
        return _("The two sides disagree. The entry is decided when both turn their keys the same way.")
    if turned:
        return _("One key of two. The entry is not decided.")
    return _("No key of two. The entry is not decided.")
