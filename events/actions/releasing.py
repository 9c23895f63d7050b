"""Versions of the programme: proposed by officers, released by both sides, then shown to everybody."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from core import journal
from core.refusal import RefusedError
from core.turning import turn_key
from events import signals
from events.actions.planning import hold
from events.enums import ReleaseStatus
from events.models import Event, Release, Session
from events.versions import Plain, differences, following, programme_of
from events.workflow import releasing
from people.models import User


@transaction.atomic
def propose_release(event: Event, *, by: User, note: str = "") -> Release:
    """Write the draft down as the next version and ask both sides for their keys.

    Refused while another version waits for them, when nothing has a time yet, and when nothing differs from what
    visitors see already.
    """
    row = hold(event, by=by)
    if row.releases.proposed().exists():
        raise RefusedError(
            _("A version already waits for the keys of both sides. Withdraw it before you propose another.")
        )
    before: Plain = row.released.programme if row.released else {}
    draft = programme_of(row)
    if not draft["sessions"]:
        raise RefusedError(_("No session has a day and a time yet, so there is nothing to release."))
    changes = differences(before, draft)
    if before and not changes:
        raise RefusedError(_("Nothing differs from the programme that visitors see already."))
    release = Release.objects.create(
        event=row,
        version=(row.releases.aggregate(last=Max("version"))["last"] or 0) + 1,
        programme=following(draft, before, changes),
        changes=changes,
        note=note,
        by=by,
    )
    releasing.begin(release)
    journal.write(release, "propose_release", by=by, to_state=ReleaseStatus.PROPOSED)
    signals.release_proposed.send(Release, release=release, by=by)
    return release


@transaction.atomic
def release(release: Release, *, by: User, reason: str = "") -> Release:
    """Turn one's own side's key. With the second one visitors see the version, and those concerned are told."""
    _hold_event(release)
    turned = turn_key(releasing, release, "release", by=by, reason=reason, released_at=timezone.now())
    if turned.happened:
        _publish(turned.row, by=by)
    else:
        for side in turned.sides:
            signals.release_key_turned.send(Release, release=turned.row, by=by, side=side)
    return turned.row


@transaction.atomic
def release_by_silence(release: Release) -> Release:
    """Sign for the sides that have not answered in time, and show the version to visitors."""
    _hold_event(release)
    turned = turn_key(releasing, release, "release", by=None, released_at=timezone.now())
    _publish(turned.row, by=None)
    return turned.row


@transaction.atomic
def withdraw_release(release: Release, *, by: User, reason: str) -> Release:
    """Take a proposed version back: the officer who found a mistake, or a co-director who does not agree.

    Keys turned so far are cleared. Refused without a reason: both sides and the officers read it.
    """
    if not reason.strip():
        raise RefusedError(_("Give the reason: both sides and the officers read it."))
    _hold_event(release)
    row = releasing.take(release, "withdraw", by=by, reason=reason)
    signals.release_withdrawn.send(Release, release=row, by=by, reason=reason)
    return row


def _hold_event(release: Release) -> None:
    """The event first, then the version: in the order of whoever proposes the next one."""
    Event.objects.select_for_update(of=("self",), no_key=True).only("pk").get(pk=release.event_id)


def _publish(row: Release, *, by: User | None) -> None:
    """Let the version be what visitors see, and count on the numbers that calendars go by."""
    event = row.event
    is_first = event.released_id is None
    event.released = row
    event.calendar_sequence += 1
    event.updated_at = timezone.now()
    event.save(update_fields=["released", "calendar_sequence", "updated_at"])
    shown = row.programme["sessions"]
    Session.objects.filter(event=event, pk__in=[one["id"] for one in shown]).update(is_released=True)
    _count_on(event, [*shown, *row.programme["cancelled"]])
    signals.programme_released.send(Release, release=row, by=by, changed=not is_first)


def _count_on(event: Event, entries: Iterable[dict[str, Any]]) -> None:
    numbers = {one["id"]: one["sequence"] for one in entries}
    rows = Session.objects.filter(event=event, pk__in=numbers).only("pk", "sequence")
    moved = [row for row in rows if row.sequence != numbers[row.pk]]
    for row in moved:
        row.sequence = numbers[row.pk]
    Session.objects.bulk_update(moved, ["sequence"], batch_size=500)
