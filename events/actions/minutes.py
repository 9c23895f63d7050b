"""The minutes of the wrap-up meeting: drafted, proposed, agreed by two keys."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from core import journal, policies
from core.localised import LocalisedText
from core.refusal import RefusedError
from core.turning import turn_key
from events import signals
from events.enums import MinutesStatus
from events.models import Event, Minutes
from events.workflow import minuting
from people.models import User

OPEN = (MinutesStatus.DRAFT, MinutesStatus.PROPOSED)


@transaction.atomic
def begin_minutes(
    event: Event,
    *,
    by: User,
    held_on: date,
    text: Mapping[str, str],
    place: Mapping[str, str] | None = None,
    chair: str = "",
) -> Minutes:
    """Begin a version of the minutes. Refused while another version is being drafted or waits for both sides.

    After an agreed version this is a correction: the agreed one stays in force until the new one is agreed.
    """
    policies.require(by, "events.wrap_up", event)
    Event.objects.select_for_update(of=("self",)).get(pk=event.pk)
    if event.minutes.filter(status__in=OPEN).exists():
        raise RefusedError(_("A version of the minutes is in preparation already. Go on with that one."))
    row = Minutes.objects.create(
        event=event,
        version=_next_version(event),
        held_on=held_on,
        place=LocalisedText(place or {}),
        chair=chair,
        text=LocalisedText(text),
        by=by,
    )
    journal.write(row, "begin", by=by)
    return row


def _next_version(event: Event) -> int:
    return (event.minutes.aggregate(last=Max("version"))["last"] or 0) + 1


@transaction.atomic
def edit_minutes(
    minutes: Minutes,
    *,
    by: User,
    seen: int,
    held_on: date,
    text: Mapping[str, str],
    place: Mapping[str, str] | None = None,
    chair: str = "",
) -> Minutes:
    """Save the draft. `seen` is the revision the writer had before him.

    Refused when a colleague has saved another since, so that nobody's words are lost, and once it is proposed.
    """
    row = minuting.lock(minutes)
    policies.require(by, "events.edit_minutes", row)
    if row.status != MinutesStatus.DRAFT:
        raise RefusedError(_("This version has been proposed: it cannot be changed any more."))
    if row.revision != seen:
        raise RefusedError(
            _("A colleague has saved the minutes after you opened them. Both texts stand below: join them, then save.")
        )
    row.held_on, row.place, row.chair, row.text = held_on, LocalisedText(place or {}), chair, LocalisedText(text)
    row.revision, row.updated_at = row.revision + 1, timezone.now()
    row.save(update_fields=["held_on", "place", "chair", "text", "revision", "updated_at"])
    return row


@transaction.atomic
def propose_minutes(minutes: Minutes, *, by: User, seen: int | None = None) -> Minutes:
    """Lay the draft before both sides; from here on its text is frozen, and silence counts after five joint days.

    `seen` is the revision that was read: refused when it has changed since, and without a text.
    """
    row = minuting.lock(minutes)
    minuting.expect(row, "propose", by=by)
    if not row.text:
        raise RefusedError(_("Write the minutes before you propose them."))
    if seen is not None and seen != row.revision:
        raise RefusedError(_("The minutes have changed since you read them. Read them again, then propose them."))
    row = minuting.take(row, "propose", by=by, proposed_at=timezone.now())
    signals.minutes_proposed.send(Minutes, minutes=row, by=by)
    return row


@transaction.atomic
def agree_minutes(minutes: Minutes, *, by: User | None, reason: str = "") -> Minutes:
    """Turn one's own side's key; `by=None` signs for the sides that were silent. The second key makes it the record.

    An earlier agreed version is then replaced by this one.
    """
    row, happened, sides = turn_key(minuting, minutes, "agree", by=by, reason=reason, agreed_at=timezone.now())
    if not happened:
        for side in sides:
            signals.minutes_key_turned.send(Minutes, minutes=row, side=side, by=by)
        return row
    for earlier in Minutes.objects.filter(event=row.event_id, status=MinutesStatus.AGREED).exclude(pk=row.pk):
        minuting.take(earlier, "replace", by=None)
    signals.minutes_agreed.send(Minutes, minutes=row, by=by)
    return row


@transaction.atomic
def send_back_minutes(minutes: Minutes, *, by: User, reason: str) -> Minutes:
    """Object, with reasons: the version is over, and the next one begins from its text. Returns the new draft.

    Keys that were turned are cleared. Refused without reasons.
    """
    if not reason.strip():
        raise RefusedError(_("Give the reasons: the officers write the next version by them."))
    row = minuting.take(minutes, "send_back", by=by, reason=reason)
    draft = Minutes.objects.create(
        event=row.event,
        version=_next_version(row.event),
        held_on=row.held_on,
        place=row.place,
        chair=row.chair,
        text=row.text,
        by=row.by,
    )
    signals.minutes_sent_back.send(Minutes, minutes=row, reason=reason, by=by)
    return draft
