"""The inbox on the desk and in the menu: its newest lines, and how many are unread."""

from typing import Any

from core.desk import badges, panels
from notifications.models import Notification
from notifications.news import News, load
from notifications.querysets import unread_count


def latest(user: Any, limit: int = 4) -> list[News]:
    """The newest lines of the inbox, ready for `notifications/_row.html`."""
    return load(Notification.objects.in_inbox_of(user)[:limit], user)


badges["notifications:inbox"] = unread_count
panels["inbox"] = latest
