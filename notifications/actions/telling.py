"""Telling people: rows, in the transaction of what happened."""

from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model, Q
from django.utils import timezone

from notifications.enums import Channel, Rhythm
from notifications.hours import country_of, next_open
from notifications.messages.kind import Kind, Said, To
from notifications.models import Delivery, DigestWish, Notification, Preference
from notifications.sight import allowed
from people.models import User
from people.standing import preload


@transaction.atomic
def tell(kind: Kind, said: Said) -> int:
    """Write the news for all who are to hear it, may see it, and have not heard it; returns how many letters go out.

    The actor is never told. A second call for the same event writes nothing. What can wait has no letter of its own for
    a reader who wishes digests.
    """
    told = _told(kind, said)
    if not told:
        return 0
    common = {"kind": kind.id, "event": kind.event_of(said), "context": kind.context_of(said)}
    unwanted = _unwanted(kind, [to.user for to in told if to.user])
    rhythms = _rhythms(kind, [to.user for to in told if to.user])
    rows = [
        _row(to, to.about or kind.about_of(said), common, unwanted, rhythms)
        for to in told
        if to.user is None or not {(to.user.pk, channel.value) for channel in Channel} <= unwanted
    ]
    Notification.objects.bulk_create(rows, ignore_conflicts=True)
    return _post(kind, rows, unwanted, rhythms)


def _told(kind: Kind, said: Said) -> list[To]:
    """Each once for each record, without the actor, and of people only who may see it."""
    known = kind.actors(said)
    found: dict[tuple[object, int | None], To] = {}
    for one in kind.audience(**said):
        to = one if isinstance(one, To) else To(one)
        if to.user is None or (to.user.is_active and to.user.pk not in known):
            found.setdefault((to.user.pk if to.user else to.address, to.about.pk if to.about else None), to)
    preload(to.user for to in found.values() if to.user)
    return _who_may_see(kind, list(found.values()), said)


def _who_may_see(kind: Kind, told: list[To], said: Said) -> list[To]:
    """Without the people who may not see the record, or a part of it. An address reads what is about itself."""
    asked = [
        (to, (to.user, rule, record))
        for to in told
        if to.user
        for rule, record in kind.asked_of(to.about or kind.about_of(said), said)
    ]
    answers = allowed([question for _to, question in asked])
    refused = {id(to) for (to, _question), may in zip(asked, answers, strict=True) if not may}
    return [to for to in told if id(to) not in refused]


def _row(
    to: To, about: Model, common: dict[str, Any], unwanted: set[tuple[int, str]], rhythms: dict[int, str]
) -> Notification:
    """The line of one reader. Where each is told of an own record, that record is part of the event."""
    wants_mail = to.user is not None and (to.user.pk, Channel.MAIL) not in unwanted
    return Notification(
        kind=common["kind"],
        event=f"{common['event']}:{to.about.pk}" if to.about else common["event"],
        context={**common["context"], **to.context, **({"country": to.country} if to.country else {})},
        user=to.user,
        address=to.address,
        language=to.language,
        in_inbox=to.user is not None and (to.user.pk, Channel.INBOX) not in unwanted,
        for_digest=wants_mail and to.user is not None and rhythms.get(to.user.pk) in (Rhythm.DAILY, Rhythm.WEEKLY),
        content_type=ContentType.objects.get_for_model(about),
        object_id=about.pk,
    )


def _unwanted(kind: Kind, readers: list[User]) -> set[tuple[int, str]]:
    if kind.essential or not readers:
        return set()
    wishes = Preference.objects.filter(user__in=readers, kind=kind.id, wanted=False)
    return set(wishes.values_list("user_id", "channel"))


def _rhythms(kind: Kind, readers: list[User]) -> dict[int, str]:
    """How often those readers wish this news by mail who do not wish it at once. What is urgent asks nobody."""
    if not kind.can_wait or not readers:
        return {}
    wishes = DigestWish.objects.filter(user__in=readers).exclude(rhythm=Rhythm.AT_ONCE)
    return dict(wishes.values_list("user_id", "rhythm"))


def _post(kind: Kind, rows: list[Notification], unwanted: set[tuple[int, str]], rhythms: dict[int, str]) -> int:
    """Lay a letter beside each row that is new. A row that was there before has its letter already, sent or not."""
    readers = {row.user_id: row.user for row in rows if row.user}
    addresses = [row.address for row in rows if row.address]
    written = Notification.objects.filter(event__in={row.event for row in rows}, deliveries=None, for_digest=False)
    written = written.filter(Q(user__in=readers) | Q(user=None, address__in=addresses))
    letters = []
    for row in written:
        reader = readers.get(row.user_id)
        if (row.user_id, Channel.MAIL) not in unwanted and row.user_id not in rhythms:
            address = reader.email if reader else row.address
            letters.append(Delivery(notification=row, address=address, next_try_at=_leaves_at(kind, row, reader)))
    Delivery.objects.bulk_create(letters, ignore_conflicts=True)
    return len(letters)


def _leaves_at(kind: Kind, row: Notification, reader: User | None) -> datetime:
    """Now; for what can wait when the reader's offices are open. It is asked again when the time has come."""
    now = timezone.now()
    return next_open(country_of(row, reader), now) if kind.in_office_hours else now
