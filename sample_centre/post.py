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
from notifications.enums import State
from notifications.models import Delivery, Notification

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


def destroy() -> None:
    """Letters of long ago are not kept: what they told stands in the inbox and in the journal."""
    Delivery.objects.filter(state=State.PENDING).delete()


def next_due(before: datetime) -> datetime | None:
    """When the next letter that waits for office hours may leave, if that is before a moment."""
    waiting = Delivery.objects.filter(state=State.PENDING, next_try_at__lt=before)
    return waiting.order_by("next_try_at").values_list("next_try_at", flat=True).first()


def mark_read(*, until: datetime) -> None:
    """People have read their news of the past; what came since is new to them."""
    Notification.objects.filter(created_at__lt=until, read_at=None).update(read_at=F("created_at") + timedelta(hours=1))
