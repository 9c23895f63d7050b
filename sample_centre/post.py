"""The letters of the past: written at their moment, laid in the folder once everything is loaded."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import F
from django.test.utils import override_settings

from notifications.actions.delivering import deliver_due
from notifications.models import Notification

FOLDER = "notifications.backends.EmlFileBackend"
_bag: list[EmailMessage] = []


class Bag(BaseEmailBackend):
    """Takes letters and keeps them; what is rolled back was then never sent."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        _bag.extend(email_messages)
        return len(email_messages)


@contextmanager
def kept() -> Iterator[None]:
    """Letters sent inside land in the mail folder after the commit. A real mail server never sees them: nobody is there."""
    to_folder = settings.EMAIL_BACKEND == FOLDER
    _bag.clear()
    with override_settings(EMAIL_BACKEND=f"{Bag.__module__}.{Bag.__name__}"):
        yield
    letters = [*_bag]
    _bag.clear()
    if to_folder:
        transaction.on_commit(lambda: get_connection(FOLDER).send_messages(letters))


def deliver() -> None:
    """Write every letter that is due at this moment, as it reads at this moment."""
    while deliver_due():
        pass


def mark_read(*, until: datetime) -> None:
    """People have read their news of the past; what came since is new to them."""
    Notification.objects.filter(created_at__lt=until, read_at=None).update(read_at=F("created_at") + timedelta(hours=1))
