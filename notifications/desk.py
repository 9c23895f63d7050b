"""The inbox on the desk and in the menu: its newest lines, and how many are unread."""

from typing import Any

from core.desk import badges, panels
from notifications.models import Notification
from notifications.news import News, load
from notifications.querysets import remember_unread, unread_count


def latest(user: Any, limit: int = 4) -> list[News]:
    """The newest lines of the inbox, ready for `notifications/_row.html`.

    The menu of the same page counts what is unread: it is read here too, so that the desk has a query less.
    """
    rows = list(Notification.objects.in_inbox_of(user).with_unread_of(user)[:limit])
    unread = rows[0].unread_ones if rows else ()  # type: ignore[attr-defined]  # annotated above
    remember_unread(user, len(unread))
    return load(rows, user)


badges["notifications:inbox"] = unread_count
panels["inbox"] = latest
