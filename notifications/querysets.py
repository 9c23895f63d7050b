"""The words of reading what people were told."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Q, QuerySet
from django.utils import timezone

from core.models import AboutQuerySet
from notifications.enums import Rhythm, State
from notifications.matters.registry import MATTERS

if TYPE_CHECKING:
    from notifications.models import Delivery, DigestWish, Notification  # noqa: F401


MOST_UNREAD = 999


class NotificationQuerySet(AboutQuerySet["Notification"]):
    """News, newest first."""

    def in_inbox_of(self, user: Any) -> Self:
        """What the person finds in the inbox."""
        return self.filter(user=user, in_inbox=True)

    def unread(self) -> Self:
        return self.filter(read_at=None)

    def waiting_for_digest(self) -> Self:
        """What is to come in a digest and has not yet: what was read meanwhile is told already."""
        return self.filter(for_digest=True, digest=None).unread()

    def with_unread_of(self, user: Any) -> Self:
        """Each row with the numbers of all that this person has not opened yet: worked out once, for every row."""
        unread = self.model._default_manager.in_inbox_of(user).unread().order_by()[:MOST_UNREAD]
        return self.annotate(unread_ones=ArraySubquery(unread.values("pk")))


class DeliveryQuerySet(QuerySet["Delivery"]):
    """Letters, as the postman and the administrator look for them."""

    def due(self, now: datetime | None = None) -> Self:
        """Those whose time to be sent has come, the longest waiting first."""
        return self.filter(state=State.PENDING, next_try_at__lte=now or timezone.now()).order_by("next_try_at", "pk")

    def matching(self, text: str) -> Self:
        """Those to an address, about the record that bears a number, or the one of a Message-ID."""
        if named := re.match(r"<?delivery\.(\d{1,18})\.", text.strip()):
            return self.filter(pk=int(named[1]))
        found = Q(address__istartswith=text.strip())
        for model, matter in MATTERS.items():
            if matter.number:
                bearing = model._default_manager.filter(**{f"{matter.number}__istartswith": text.strip()})
                kind = ContentType.objects.get_for_model(model)
                found |= Q(notification__content_type=kind, notification__object_id__in=bearing.values("pk"))
        return self.filter(found)


class DigestWishQuerySet(QuerySet["DigestWish"]):
    """How often people wish their mail."""

    def due(self, now: datetime) -> Self:
        """Those whose time has come, the longest waiting first."""
        return self.exclude(rhythm=Rhythm.NEVER).filter(next_at__lte=now).order_by("next_at", "pk")


def unread_count(user: Any) -> int:
    """How much in the inbox was not opened yet, counted as far as anybody reads it: it stands on every page."""
    from notifications.models import Notification  # noqa: PLC0415  models import this module

    known: int | None = getattr(user, "unread_known", None)
    if known is not None:
        return known
    return Notification.objects.in_inbox_of(user).unread().order_by()[:MOST_UNREAD].count()


def remember_unread(user: Any, number: int) -> None:
    """Keep what a page has counted already with its reader, who lives as long as the request."""
    user.unread_known = number
