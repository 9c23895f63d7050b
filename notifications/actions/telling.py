"""Telling people: rows, in the transaction of what happened."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from notifications.enums import Channel
from notifications.messages import Kind
from notifications.models import Delivery, Notification, Preference
from people.models import User
from people.standing import preload


@transaction.atomic
def tell(kind: Kind, said: dict[str, Any]) -> int:
    """Write the news for all who are to hear it, may see it, and have not heard it; returns how many letters go out.

    The actor is never told. A second call for the same event writes nothing.
    """
    readers = _readers(kind, said)
    to_address = kind.address(**said)
    if not readers and to_address is None:
        return 0
    event = kind.event_of(said)
    about = kind.about_of(said)
    common = {
        "kind": kind.id,
        "event": event,
        "context": kind.context_of(said),
        "content_type": ContentType.objects.get_for_model(about),
        "object_id": about.pk,
    }
    unwanted = _unwanted(kind, readers)
    rows = [
        Notification(user=reader, in_inbox=(reader.pk, Channel.INBOX) not in unwanted, **common)
        for reader in readers
        if not {(reader.pk, channel.value) for channel in Channel} <= unwanted
    ]
    if to_address is not None:
        address, language = to_address
        rows.append(Notification(address=address, language=language, in_inbox=False, **common))
    Notification.objects.bulk_create(rows, ignore_conflicts=True)
    return _post(rows, event, unwanted)


def _readers(kind: Kind, said: dict[str, Any]) -> list[User]:
    """Each once, without the actor, and only who may see it."""
    known = kind.actors(said)
    found = {reader.pk: reader for reader in kind.audience(**said) if reader.is_active and reader.pk not in known}
    preload(found.values())
    return [reader for reader in found.values() if kind.may_see(reader, said)]


def _unwanted(kind: Kind, readers: list[User]) -> set[tuple[int, str]]:
    if kind.essential or not readers:
        return set()
    wishes = Preference.objects.filter(user__in=readers, kind=kind.id, wanted=False)
    return set(wishes.values_list("user_id", "channel"))


def _post(rows: list[Notification], event: str, unwanted: set[tuple[int, str]]) -> int:
    """Lay a letter beside each row that is new. A row that was there before has its letter already, sent or not."""
    people = [row.user_id for row in rows if row.user_id]
    addresses = [row.address for row in rows if row.address]
    written = Notification.objects.filter(event=event, deliveries=None).select_related("user")
    stored = written.filter(user__in=people) | written.filter(user=None, address__in=addresses)
    letters = [
        Delivery(notification=row, address=row.user.email if row.user else row.address)
        for row in stored
        if (row.user_id, Channel.MAIL) not in unwanted
    ]
    Delivery.objects.bulk_create(letters, ignore_conflicts=True)
    return len(letters)
