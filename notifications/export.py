"""The inbox, the letters and the wishes of a person, for the export of one's own data."""

from collections.abc import Iterable

from django.db.models import Q
from django.utils.translation import override

from notifications.models import Delivery, DigestWish, Notification, Preference
from notifications.news import load
from people.export import Row, source, values
from people.models import User

BATCH = 200


@source("inbox")
def inbox(user: User) -> Iterable[Row]:
    """Line by line, as far as the person may see today what it was about."""
    last = 0
    while rows := list(Notification.objects.filter(user=user, pk__gt=last).order_by("pk")[:BATCH]):
        last = rows[-1].pk
        with override(user.language):
            lines = {news.row.pk: news.headline for news in load(rows, user)}
        for row in rows:
            yield {"line": lines.get(row.pk, ""), **values(row, "kind", "in_inbox", "created_at", "read_at")}


@source("letters")
def letters(user: User) -> Iterable[Row]:
    own = Q(notification__user=user) | Q(digest__user=user)
    rows = Delivery.objects.filter(own).select_related("notification").order_by("pk")
    for row in rows.iterator():
        yield {
            "kind": row.notification.kind if row.notification else "digest",
            **values(row, "address", "state", "created_at", "sent_at"),
        }


@source("wishes")
def wishes(user: User) -> Iterable[Row]:
    for wish in DigestWish.objects.filter(user=user):
        yield values(wish, "rhythm")
    for row in Preference.objects.filter(user=user).order_by("pk"):
        yield values(row, "kind", "channel", "wanted")
