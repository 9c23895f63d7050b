"""Every message hears its signal. The rows are written at once; the letters leave after the commit."""

from functools import partial
from typing import Any

from django.db import connection, transaction
from django.dispatch import receiver

from core.tasks import enqueue
from notifications.actions.forgetting import forget
from notifications.actions.telling import tell
from notifications.messages.kind import Kind
from notifications.messages.registry import KINDS
from notifications.tasks import deliver
from people.models import User
from people.signals import account_anonymised


def hear(kind: Kind, *, sender: Any, signal: Any, **said: Any) -> None:  # noqa: ARG001  # what Django's signals pass
    """Tell whom it concerns, in the transaction of what happened."""
    if tell(kind, said) and not any(waiting[1] is send_soon for waiting in connection.run_on_commit):
        transaction.on_commit(send_soon)


def send_soon() -> None:
    """Once a transaction, however many people it told."""
    enqueue(deliver)


def connect(kind: Kind) -> None:
    """Let a message hear its signal."""
    kind.signal.connect(partial(hear, kind), weak=False, dispatch_uid=f"notifications.{kind.id}")


for entry in KINDS.values():
    connect(entry)


@receiver(account_anonymised)
def forget_reader(*, user: User, address: str, **_said: Any) -> None:
    """Inbox and letters hold an address and names."""
    forget(user, address=address)
