"""Travel facts: written by the traveller or the travel desk, opened on record, destroyed in time."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core import journal, policies
from core.models import JournalEntry
from core.refusal import RefusedError
from core.sealing import UnreadableError
from events import signals
from events.enums import EventStatus, ParticipantStatus, VisaState
from events.models import Event, Participant, TravelFile
from events.travel import (
    CONSENT_VERSION,
    CONSENTS,
    FACTS,
    Answer,
    Opened,
    Part,
    is_over,
    is_travelled_to,
    known_parts,
    missing_parts,
    open_sealed,
    purge_day,
    sealed,
)
from people.models import User

BATCH = 200
MOST = 500  # files opened for one page, and people told by one act


def _lock(participant: Participant) -> Participant:
    return Participant.objects.select_for_update(of=("self",)).select_related("event").get(pk=participant.pk)


@transaction.atomic
def save_travel(
    participant: Participant, *, by: User, facts: Mapping[str, Any], consents: Mapping[str, str], seen: datetime | None
) -> TravelFile:
    """Keep what a traveller tells the travel desk, or what it enters from his paper. Empty facts are forgotten.

    Nothing is kept without consent to it: refused where a fact is given and its consent is not. Refused too when
    somebody has saved since `seen`, for an event that is cancelled, and once the facts are destroyed. The journal keeps
    who wrote and what was answered to which words; never a fact.
    """
    row = _lock(participant)
    policies.require(by, "events.edit_travel", row)
    if row.event.status == EventStatus.CANCELLED or is_over(row.event, timezone.localdate()):
        raise RefusedError(_("The event is over: no travel facts are kept any more."))
    file = TravelFile.objects.filter(participant=row).first()
    if (file.updated_at if file else None) != seen:
        raise RefusedError(_("Somebody has saved these facts meanwhile. Yours are below; compare and save again."))
    kept = {name: value for name in FACTS if (value := facts.get(name)) not in ("", None)}
    for consent in CONSENTS:
        if consents.get(consent.name) != Answer.AGREED and kept.keys() & set(consent.facts):
            raise RefusedError(
                _("“%(what)s” is kept with consent only: agree, or leave it empty.") % {"what": consent.label}
            )
    answers = _answer(row, file, consents, by=by)
    file = file or TravelFile(participant=row)
    file.sealed = sealed(row, Opened(kept, answers))
    file.known = known_parts(kept)
    file.purge_on = purge_day(row.event, row, today=timezone.localdate())
    file.updated_at = timezone.now()
    file.save()
    Participant.objects.filter(pk=row.pk).update(arrival_known=Part.ARRIVAL in file.known)
    journal.write(row, "edit_travel", by=by)
    return file


def _answer(
    row: Participant, file: TravelFile | None, consents: Mapping[str, str], *, by: User
) -> dict[str, dict[str, Any]]:
    """The answers as they stand after this, each new one in the journal, which outlives the facts."""
    answers = dict(_open(file).consents) if file else {}
    for consent in CONSENTS:
        answer = str(consents.get(consent.name) or "")
        given = answers.get(consent.name, {})
        if answer and (given.get("answer"), given.get("version")) != (answer, CONSENT_VERSION):
            answers[consent.name] = {
                "answer": answer,
                "version": CONSENT_VERSION,
                "on": timezone.localdate().isoformat(),
            }
            data = {"consent": consent.name, "answer": answer, "version": CONSENT_VERSION}
            journal.write(row, "answer_travel_consent", by=by, data=data)
    return answers


def _open(file: TravelFile) -> Opened:
    try:
        return open_sealed(file)
    except UnreadableError:
        raise RefusedError(
            _("These facts cannot be opened: the key they were sealed with is missing. Tell the administrator.")
        ) from None


@transaction.atomic
def open_travel(participant: Participant, *, by: User) -> Opened:
    """The travel facts of a person, for himself or the travel desk; empty where there are none.

    Whoever opens the facts of another stands in the journal, and the person reads it.
    """
    policies.require(by, "events.view_travel", participant)
    file = TravelFile.objects.filter(participant=participant).first()
    if file is None:
        return Opened({}, {})
    opened = _open(file)
    if participant.user_id != by.pk:
        journal.write(participant, "view_travel", by=by)
    return opened


@transaction.atomic
def open_arrivals(event: Event, *, by: User) -> list[tuple[Participant, Opened]]:
    """The journeys of all who come, for the board of the travel desk: at most 500. One line in the journal for all."""
    policies.require(by, "events.travel_desk", event)
    rows = (
        Participant.objects.seated()
        .filter(event=event, travel__isnull=False)
        .select_related("travel", "country")
        .order_by("pk")[:MOST]
    )
    opened = []
    for row in rows:
        try:
            opened.append((row, open_sealed(row.travel)))
        except UnreadableError:  # the page of the person says so; the board shows the others
            continue
    if opened:
        journal.write(event, "view_arrivals", by=by, data={"people": len(opened)})
    return opened


@transaction.atomic
def open_for_visa_letter(participant: Participant, *, by: User) -> Opened:
    """What a visa support letter says of a person. The journal notes that it was written.

    Refused for those without a place, and while something of the passport is missing.
    """
    policies.require(by, "events.view_travel", participant)
    if not participant.holds_a_seat():
        raise RefusedError(_("Only for people who are accepted is a visa support letter written."))
    file = TravelFile.objects.filter(participant=participant).first()
    if file is None or Part.PASSPORT not in file.known:
        raise RefusedError(_("The letter needs all facts of the passport. Some are missing."))
    opened = _open(file)
    journal.write(participant, "write_visa_letter", by=by)
    return opened


@transaction.atomic
def set_visa(participant: Participant, *, by: User, visa: str) -> Participant:
    """Say where the visa of a person stands."""
    row = _lock(participant)
    policies.require(by, "events.edit_visa", row)
    if row.visa != visa:
        journal.write(row, "set_visa", by=by, from_state=row.visa, to_state=VisaState(visa))
        row.visa, row.updated_at = visa, timezone.now()
        row.save(update_fields=["visa", "updated_at"])
    return row


@transaction.atomic
def remind_of_travel(event: Event, *, by: User) -> list[Participant]:
    """Ask everybody who holds a place and owes travel facts for them; returns who was asked.

    Refused when nobody owes any, when they were asked today already, and for an event that nobody travels to.
    """
    policies.require(by, "events.travel_desk", event)
    row = Event.objects.select_for_update(of=("self",), no_key=True).get(pk=event.pk)
    if not is_travelled_to(row) or row.status != EventStatus.ANNOUNCED or row.has_ended():
        raise RefusedError(_("Nobody travels to this event any more."))
    asked = JournalEntry.objects.about(row).filter(verb="remind_travel").order_by("-pk").first()
    if asked is not None and timezone.localdate(asked.at) == timezone.localdate():
        raise RefusedError(_("They were asked today already."))
    people = owing_travel(row)
    if not people:
        raise RefusedError(_("Nobody owes travel facts."))
    journal.write(row, "remind_travel", by=by, data={"people": len(people)})
    signals.travel_missing.send(Event, event=row, participants=people, by=by)
    return people


def owing_travel(event: Event) -> list[Participant]:
    """Those with a place who have not said something that they alone can say; at most 500."""
    rows = Participant.objects.seated().filter(event=event, anonymised_at=None).select_related("user", "travel")
    found = []
    for row in rows.order_by("pk")[:MOST]:
        file = getattr(row, "travel", None)
        if set(missing_parts(row, file.known if file else None)) - {Part.VISA}:
            found.append(row)
    return found


# --- Destroying ------------------------------------------------------------------------------------------------------


@transaction.atomic
def destroy_travel(file: TravelFile, *, by: User | None, verb: str = "destroy_travel") -> None:
    """Delete the travel facts of a person for good. The journal keeps that they were destroyed."""
    row = TravelFile.objects.select_for_update().select_related("participant__event").filter(pk=file.pk).first()
    if row is None:
        return
    row.delete()
    journal.write(row.participant, verb, by=by)


def purge_travel_files() -> int:
    """Destroy what has reached its day, and set that day earlier for those who no longer come; how many destroyed."""
    today = timezone.localdate()
    late = TravelFile.objects.select_related("participant__event").filter(purge_on__gt=today)
    for file in late.exclude(participant__status__in=ParticipantStatus.present()).order_by("pk")[:BATCH]:
        _bring_forward(file)
    due = list(TravelFile.objects.filter(purge_on__lte=today).order_by("purge_on", "pk")[:BATCH])
    for file in due:
        destroy_travel(file, by=None, verb="purge_travel")
    return len(due)


def _bring_forward(file: TravelFile) -> None:
    day = purge_day(file.participant.event, file.participant, today=timezone.localdate())
    if day < file.purge_on:
        TravelFile.objects.filter(pk=file.pk).update(purge_on=day)


@transaction.atomic
def follow_event(event: Event) -> None:
    """Move the day of destruction with the days of the event; a cancelled event has none left."""
    today = timezone.localdate()
    files = TravelFile.objects.select_for_update(of=("self",)).select_related("participant")
    rows = list(files.filter(participant__event=event).order_by("pk"))
    for file in rows:
        day = purge_day(event, file.participant, today=today)
        file.purge_on = day if file.participant.status in ParticipantStatus.present() else min(day, file.purge_on)
    TravelFile.objects.bulk_update(rows, ["purge_on"], batch_size=BATCH)
