"""What readers do with their news: open it, and say how they wish to be told."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from notifications.enums import Channel, State
from notifications.messages.registry import optional
from notifications.models import Delivery, Notification, Preference
from people.models import User


def mark_read(notification: Notification) -> None:
    """Remember when it was first opened."""
    Notification.objects.filter(pk=notification.pk, read_at=None).update(read_at=timezone.now())


def mark_all_read(user: User) -> int:
    """Everything in the inbox counts as read; returns how much of it was new."""
    return Notification.objects.in_inbox_of(user).unread().update(read_at=timezone.now())


@transaction.atomic
def set_preferences(user: User, wishes: Mapping[tuple[str, str], bool]) -> None:
    """Keep the wishes by (kind, channel). Essential kinds are told whatever is wished; letters not yet sent stop."""
    known = {kind.id for kind in optional()}
    rows = [
        Preference(user=user, kind=kind, channel=channel, wanted=wanted)
        for (kind, channel), wanted in wishes.items()
        if kind in known
    ]
    Preference.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["user", "kind", "channel"], update_fields=["wanted"]
    )
    stopped = [row.kind for row in rows if row.channel == Channel.MAIL and not row.wanted]
    waiting = Delivery.objects.filter(notification__user=user, notification__kind__in=stopped, state=State.PENDING)
    waiting.update(state=State.CANCELLED)


def unsubscribe(user: User, kind: str) -> None:
    """No more mail of this kind; the inbox still shows it."""
    set_preferences(user, {(kind, Channel.MAIL.value): False})
