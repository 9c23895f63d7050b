"""What readers do with their news: open it, and say how they wish to be told."""

from collections.abc import Mapping

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from notifications.enums import Channel, Rhythm, State
from notifications.hours import next_digest_at, offices_of
from notifications.messages.registry import optional
from notifications.models import Delivery, DigestWish, Notification, Preference
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
    if stopped:
        _take_out(user, Q(kind__in=stopped))


def _take_out(user: User, which: Q) -> None:
    """These lines come in no digest, unless the digest has left already."""
    to_come = Q(digest=None) | Q(digest__letter__state=State.PENDING)
    lines = Notification.objects.filter(which, to_come, user=user, for_digest=True)
    Notification.objects.filter(pk__in=lines.values("pk")).update(for_digest=False, digest=None)


@transaction.atomic
def set_rhythm(user: User, rhythm: str) -> None:
    """Keep how often mail comes that can wait.

    What waits already comes with the next digest of the new rhythm; back to "at once", with a last one as soon as
    offices are open. Without mail nothing of it comes.
    """
    wish = DigestWish.objects.select_for_update().filter(user=user).first()
    if rhythm == (wish.rhythm if wish else Rhythm.AT_ONCE):
        return
    now = timezone.now()
    next_at = next_digest_at(rhythm, offices_of(user), now) if rhythm in (Rhythm.DAILY, Rhythm.WEEKLY) else now
    DigestWish.objects.update_or_create(user=user, defaults={"rhythm": rhythm, "next_at": next_at})
    if rhythm == Rhythm.NEVER:
        _take_out(user, Q())
        waiting = Delivery.objects.filter(digest__user=user, state=State.PENDING)
        waiting.update(state=State.CANCELLED)


def unsubscribe(user: User, kind: str) -> None:
    """No more mail of this kind; the inbox still shows it."""
    set_preferences(user, {(kind, Channel.MAIL.value): False})


def unsubscribe_digests(user: User) -> None:
    """No more digests; the inbox still shows what they would have told, and what is urgent still comes."""
    set_rhythm(user, Rhythm.NEVER)
