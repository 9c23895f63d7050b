"""The words of reading what people were told."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from django.utils import timezone

from consultations.models import Consultation
from core.models import AboutQuerySet
from notifications.enums import State

if TYPE_CHECKING:
    from notifications.models import Delivery, Notification  # noqa: F401


MOST_UNREAD = 999


class NotificationQuerySet(AboutQuerySet["Notification"]):
    """News, newest first."""

    def in_inbox_of(self, user: Any) -> Self:
        """What the person finds in the inbox."""
        return self.filter(user=user, in_inbox=True)

    def unread(self) -> Self:
        return self.filter(read_at=None)


class DeliveryQuerySet(QuerySet["Delivery"]):
    """Letters, as the postman and the administrator look for them."""

    def due(self, now: datetime | None = None) -> Self:
        """Those whose time to be sent has come, the longest waiting first."""
        return self.filter(state=State.PENDING, next_try_at__lte=now or timezone.now()).order_by("next_try_at", "pk")

    def matching(self, text: str) -> Self:
        """Those to an address, about the request that bears a number, or the one of a Message-ID."""
        if named := re.match(r"<?delivery\.(\d{1,18})\.", text.strip()):
            return self.filter(pk=int(named[1]))
        found = Q(address__istartswith=text.strip())
        requests = Consultation.objects.filter(reference__istartswith=text.strip()).values("pk")
        kind = ContentType.objects.get_for_model(Consultation)
        return self.filter(found | Q(notification__content_type=kind, notification__object_id__in=requests))


class Page:
    """One page of the inbox, from a line on: `?before=12` is older than that line, `?after=12` newer."""

    size = 25

    def __init__(self, rows: NotificationQuerySet, asked: Mapping[str, str]) -> None:
        before, after = (_number(asked.get(name, "")) for name in ("before", "after"))
        if after:
            found = list(rows.filter(pk__gt=after).order_by("pk")[: self.size + 1])
            self.has_newer, self.has_older = len(found) > self.size, True
            self.rows = found[: self.size][::-1]
        else:
            found = list((rows.filter(pk__lt=before) if before else rows).order_by("-pk")[: self.size + 1])
            self.has_newer, self.has_older = bool(before), len(found) > self.size
            self.rows = found[: self.size]

    @property
    def newer(self) -> str:
        """The query of the page before this one."""
        return f"?after={self.rows[0].pk}" if self.has_newer and self.rows else ""

    @property
    def older(self) -> str:
        """The query of the page after this one."""
        return f"?before={self.rows[-1].pk}" if self.has_older and self.rows else ""


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0  # noqa: PLR2004  a bigint


def unread_count(user: Any) -> int:
    """How much in the inbox was not opened yet, counted as far as anybody reads it: it stands on every page."""
    from notifications.models import Notification  # noqa: PLC0415  models import this module

    return Notification.objects.in_inbox_of(user).unread().order_by()[:MOST_UNREAD].count()
