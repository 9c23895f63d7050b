"""Check nominees, propose a list of them to both sides, and carry out what both sides have accepted."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from core import journal, policies
from core.refusal import RefusedError, refusing
from core.turning import turn_key
from events import signals
from events.actions.inviting import expect_reason, lock_nominee
from events.actions.seats import fill_seats, lock_event
from events.enums import CheckPoint, DelegationStatus, ListStatus, ParticipantStatus, Verdict
from events.models import Delegation, Event, ListEntry, NomineeCheck, Participant, ParticipantList
from events.workflow import accepting, inviting, taking_part
from people.models import User


@transaction.atomic
def check_participant(
    participant: Participant,
    *,
    by: User,
    points: Iterable[str],
    verdict: str,
    verdict_reason: str = "",
    note: str = "",
) -> Participant:
    """Note what was checked of a nominee, and what the officer would propose to both sides.

    Refused without remarks where a point does not hold, without reasons for anything but acceptance, and for accepting
    an alternate, who comes only in somebody's place.
    """
    held = sorted(set(points))
    if set(held) != set(CheckPoint.values) and not note.strip():
        raise RefusedError(_("Write in the remarks what stands against the points that do not hold."))
    if verdict != Verdict.ACCEPT and not verdict_reason.strip():
        raise RefusedError(_("Give reasons: the nominating body reads them."))
    row = lock_nominee(participant)
    if row.is_alternate and verdict == Verdict.ACCEPT:
        raise RefusedError(_("An alternate is put on the reserve list: he comes only in somebody’s place."))
    row = taking_part.take(row, "check", by=by, verdict=verdict, verdict_reason=verdict_reason)
    NomineeCheck.objects.update_or_create(
        participant=row, defaults={"points": held, "note": note, "by": by, "at": timezone.now()}
    )
    return row


@transaction.atomic
def uncheck_participant(participant: Participant, *, by: User, reason: str = "") -> Participant:
    """Take a check back, to make it anew. Refused while both sides decide on a list with this person."""
    row = lock_nominee(participant)
    if row.list_entries.filter(list__status=ListStatus.PROPOSED).exists():
        raise RefusedError(_("The person stands on a list that both sides decide on. Withdraw the list first."))
    return taking_part.take(row, "uncheck", by=by, reason=reason, verdict="", verdict_reason="")


@transaction.atomic
def propose_list(
    event: Event, *, by: User, lines: Mapping[Participant, tuple[str, str]], note: str = ""
) -> ParticipantList:
    """Lay a list before both sides: for each checked nominee a verdict, with reasons where it is not acceptance.

    It is written once; the clock of the silence begins to run. Refused while another list lies before them, and for
    whoever is not a checked nominee of this event.
    """
    policies.require(by, "events.edit", event)
    event = lock_event(event)
    if not lines:
        raise RefusedError(_("Check nominees first: there is nobody to put on a list."))
    checked = event.participants.filter(status=ParticipantStatus.CHECKED, pk__in=[one.pk for one in lines])
    rows = {one.pk: one for one in checked}
    entries = [_entry(rows.get(one.pk), one, verdict, reason) for one, (verdict, reason) in lines.items()]
    last = event.participant_lists.aggregate(last=Max("number"))["last"] or 0
    with refusing({"one_proposed_list": _("A list lies before both sides already. Withdraw it first.")}):
        made = ParticipantList.objects.create(event=event, number=last + 1, by=by, note=note)
    for entry in entries:
        entry.list = made
    ListEntry.objects.bulk_create(entries)
    journal.write(made, "propose", by=by, to_state=ListStatus.PROPOSED, data={"entries": len(entries)})
    accepting.begin(made)
    signals.list_proposed.send(ParticipantList, list=made, by=by)
    return made


def _entry(row: Participant | None, asked: Participant, verdict: str, reason: str) -> ListEntry:
    if row is None:
        raise RefusedError(_("%(name)s is not checked, or no longer comes. Open the page anew.") % {"name": asked})
    if verdict != Verdict.ACCEPT and not reason.strip():
        raise RefusedError(_("Give the reasons for %(name)s: the nominating body reads them.") % {"name": row})
    if verdict == Verdict.ACCEPT and row.is_alternate:
        raise RefusedError(
            _("%(name)s is an alternate, who comes only in somebody’s place: choose the reserve list.") % {"name": row}
        )
    return ListEntry(participant=row, verdict=verdict, reason=reason)


@transaction.atomic
def accept_list(participant_list: ParticipantList, *, by: User | None) -> ParticipantList:
    """Turn one's own side's key; `by=None` is the clock. With the second key everybody on the list is told the outcome.

    Refused when the event has fewer seats left than the list accepts.
    """
    event = lock_event(participant_list.event)
    row, happened, sides = turn_key(accepting, participant_list, "accept", by=by, accepted_at=timezone.now())
    if not happened:
        for side in sides:
            signals.list_key_turned.send(ParticipantList, list=row, side=side, by=by)
        return row
    _carry_out(row)
    signals.list_accepted.send(ParticipantList, list=row, by=by)
    fill_seats(event)
    return row


def _carry_out(row: ParticipantList) -> None:
    """Move everybody on the list; whoever has withdrawn meanwhile stays withdrawn."""
    entries = list(row.entries.select_related("participant__delegation").order_by("pk"))
    for pk in sorted({one.participant.delegation_id for one in entries if one.participant.delegation_id}):
        inviting.lock(Delegation(pk=pk))
    full = _(
        "The list accepts more people than the event has seats left. Withdraw it and put some on the reserve list."
    )
    moved = []
    with refusing({"event_never_oversold": full}):
        for entry in entries:
            one = taking_part.lock(entry.participant)
            if one.status == ParticipantStatus.CHECKED:
                moved.append((decide_nominee(one, verdict=entry.verdict, reason=entry.reason), entry))
    for one, entry in moved:
        _tell(one, entry)


@transaction.atomic
def decide_nominee(participant: Participant, *, verdict: str, reason: str) -> Participant:
    """Move one person as the list says that both sides have signed. Nobody does this alone: there is no `by`."""
    now = timezone.now()
    decided: dict[str, Any] = {"verdict": verdict, "verdict_reason": reason, "updated_at": now}
    if verdict == Verdict.ACCEPT:
        return taking_part.take(participant, "accept", by=None, accepted_at=now, **decided)
    if verdict == Verdict.RESERVE:
        return taking_part.take(participant, "reserve", by=None, reason=reason, **decided)
    return taking_part.take(participant, "decline", by=None, reason=reason, **decided)


def _tell(one: Participant, entry: ListEntry) -> None:
    if entry.verdict == Verdict.ACCEPT:
        signals.participant_accepted.send(Participant, participant=one, by=None)
    elif entry.verdict == Verdict.RESERVE:
        signals.participant_reserved.send(Participant, participant=one, by=None)
    else:
        signals.participant_declined.send(Participant, participant=one, reason=entry.reason, by=None)


@transaction.atomic
def withdraw_list(participant_list: ParticipantList, *, by: User, reason: str) -> ParticipantList:
    """Take a list back before both keys are turned, or object to it: keys and silence end, nobody is moved."""
    expect_reason(reason)
    row = accepting.take(participant_list, "withdraw", by=by, reason=reason)
    signals.list_withdrawn.send(ParticipantList, list=row, by=by, reason=reason)
    return row


def nominees_to_decide(event: Event) -> list[Participant]:
    """Checked nominees that stand on no list now, in the order of protocol."""
    rows = event.participants.filter(status=ParticipantStatus.CHECKED, delegation__status=DelegationStatus.FORWARDED)
    rows = rows.select_related("delegation__organisation", "delegation__country", "country")
    return list(rows.order_by("delegation__country__name__en", "delegation", "is_alternate", "order", "pk"))
