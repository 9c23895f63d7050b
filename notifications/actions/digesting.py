"""Writing digests: what could wait, in one letter a person, when the offices of the reader's country open."""

from datetime import timedelta

from django.db import transaction
from django.db.models import OuterRef, Subquery
from django.utils import timezone

from calendars.working_time import add_working_time
from notifications.enums import Rhythm
from notifications.hours import is_open, next_digest_at, offices_of
from notifications.models import Delivery, Digest, DigestWish, Notification
from people.standing import preload

BATCH = 500


@transaction.atomic
def write_digests(limit: int = BATCH) -> int:
    """Write the digests that are due, for at most `limit` people; returns how many people were dealt with.

    Lines, digest and letter are one transaction: a worker that is killed has written all of it or nothing, and the next
    one finds who is still due. Two workers never hold the same person. Who has nothing new gets nothing, and on a day
    off the digest waits for the next opening.
    """
    now = timezone.now()
    due = DigestWish.objects.due(now).select_related("user").select_for_update(skip_locked=True, of=("self",))
    wishes = list(due[:limit])
    preload(wish.user for wish in wishes)
    open_ones = []
    for wish in wishes:
        offices = offices_of(wish.user)
        if is_open(offices, now):
            open_ones.append(Digest(user=wish.user, for_day=offices.date_of(now)))
            wish.next_at = next_digest_at(wish.rhythm, offices, now)
        else:
            wish.next_at = add_working_time(now, timedelta(0), offices)
    DigestWish.objects.bulk_update(wishes, ["next_at"])
    _write([one for one in open_ones if one.user.is_active])
    _forget_settled([wish for wish in wishes if wish.rhythm == Rhythm.AT_ONCE])
    return len(wishes)


def _write(wanted: list[Digest]) -> None:
    """Of those who have something to read, and have had no digest on that day."""
    readers = [one.user_id for one in wanted]
    waiting = Notification.objects.waiting_for_digest().filter(user__in=readers)
    with_news = set(waiting.order_by().values_list("user_id", flat=True).distinct())
    days = {one.for_day for one in wanted}
    had = set(Digest.objects.filter(user__in=with_news, for_day__in=days).values_list("user_id", "for_day"))
    made = [one for one in wanted if one.user_id in with_news and (one.user_id, one.for_day) not in had]
    if not made:
        return
    Digest.objects.bulk_create(made)
    own = Digest.objects.filter(pk__in=[one.pk for one in made], user=OuterRef("user"))
    waiting.filter(user__in=[one.user_id for one in made]).update(digest=Subquery(own.values("pk")[:1]))
    Delivery.objects.bulk_create(Delivery(digest=one, address=one.user.email) for one in made)


def _forget_settled(wishes: list[DigestWish]) -> None:
    """Who has gone back to single letters and waits for no last digest has no wish any more."""
    if not wishes:
        return
    readers = [wish.user_id for wish in wishes]
    waiting = Notification.objects.waiting_for_digest().filter(user__in=readers)
    DigestWish.objects.filter(user__in=readers).exclude(user__in=waiting.values("user")).delete()
