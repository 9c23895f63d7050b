"""The agenda of a session: items in the order of their numbers. Whoever is called together is told of changes."""

from collections.abc import Mapping

from django.db import transaction
from django.db.models import F, Max
from django.utils.translation import gettext as _

from agreements import signals
from agreements.actions.sessions import lock_ahead
from agreements.enums import SessionStatus
from agreements.models import AgendaItem, CommitteeSession
from core import journal
from core.localised import LocalisedText
from core.refusal import RefusedError
from people.models import User

MOST = 60
UP, DOWN = "up", "down"


@transaction.atomic
def add_item(
    session: CommitteeSession,
    *,
    by: User,
    kind: str,
    title: Mapping[str, str],
    note: Mapping[str, str] | None = None,
) -> AgendaItem:
    """Put an item at the end of the agenda. Refused once the session was held, and beyond sixty."""
    row = lock_ahead(session, by=by)
    last = row.items.aggregate(last=Max("number"))["last"] or 0
    if row.items.count() >= MOST:
        raise RefusedError(_("%(count)d items are the most an agenda has.") % {"count": MOST})
    item = AgendaItem.objects.create(
        session=row, number=last + 1, kind=kind, title=LocalisedText(title), note=LocalisedText(note or {})
    )
    _changed(row, "add_item", by=by, number=item.number)
    return item


@transaction.atomic
def edit_item(
    item: AgendaItem,
    *,
    by: User,
    kind: str,
    title: Mapping[str, str],
    note: Mapping[str, str] | None = None,
) -> AgendaItem:
    """Word an item anew."""
    session = lock_ahead(item.session, by=by)
    row = AgendaItem.objects.select_for_update(of=("self",)).get(pk=item.pk, session=session)
    row.kind, row.title, row.note = kind, LocalisedText(title), LocalisedText(note or {})
    row.save(update_fields=["kind", "title", "note"])
    _changed(session, "edit_item", by=by, number=row.number)
    return row


@transaction.atomic
def move_item(item: AgendaItem, *, by: User, direction: str) -> AgendaItem:
    """Change places with the item above (`up`) or below (`down`); at either end it stays."""
    session = lock_ahead(item.session, by=by)
    row = AgendaItem.objects.select_for_update(of=("self",)).get(pk=item.pk, session=session)
    others = session.items.select_for_update(of=("self",))
    other = (
        others.filter(number__lt=row.number).order_by("-number").first()
        if direction == UP
        else others.filter(number__gt=row.number).order_by("number").first()
    )
    if other is None:
        return row
    row.number, other.number = other.number, row.number
    row.save(update_fields=["number"])
    other.save(update_fields=["number"])
    _changed(session, "move_item", by=by, number=row.number)
    return row


@transaction.atomic
def remove_item(item: AgendaItem, *, by: User) -> CommitteeSession:
    """Take an item off the agenda; those after it move up. Its papers stay with the session.

    Refused while a decision was written under it.
    """
    session = lock_ahead(item.session, by=by)
    row = AgendaItem.objects.select_for_update(of=("self",)).get(pk=item.pk, session=session)
    if row.decisions.exists():
        raise RefusedError(_("A decision was written under this item: give it another item first."))
    number = row.number
    row.delete()
    session.items.filter(number__gt=number).update(number=F("number") - 1)
    _changed(session, "remove_item", by=by, number=number)
    return session


def _changed(session: CommitteeSession, verb: str, *, by: User, number: int) -> None:
    journal.write(session, verb, by=by, data={"item": number})
    if session.status == SessionStatus.CONVENED:
        signals.agenda_changed.send(CommitteeSession, session=session, by=by)
