"""Begin, plan, announce, close and cancel an event."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.enums import AgreementStatus
from agreements.models import Agreement
from core import journal, policies
from core.refusal import RefusedError, refusing
from core.search import document
from events import signals
from events.actions.seats import fill_seats
from events.enums import BodyRole, Duty, EventStatus
from events.models import Event, EventBody, EventOfficer, EventSeries, Room, Stop, Track
from events.policies.editions import may_organise
from events.workflow import lifecycle
from people.enums import Function
from people.models import Centre, Organisation, User

FACTS = (
    "programme",
    "number",
    "kind",
    "mode",
    "name",
    "theme",
    "description",
    "starts_on",
    "ends_on",
    "languages",
    "agreement",
    "agreement_note",
    "budget_year",
    "is_public",
    "hours",
    "certificate_share",
)
TERMS = (
    "quota",
    "nominations_due_at",
    "papers_due_at",
    "registration_opens_at",
    "registration_closes_at",
    "needs_approval",
    "capacity",
)
PLANNED_BY = frozenset({"name", "mode", "starts_on", "ends_on"})  # what those who come have in their calendars
WHERE = frozenset({"country_id", "city", "venue", "starts_on", "ends_on"})
SENTENCES: dict[str, str | Promise] = {
    "one_edition_a_number": gettext_lazy("The programme has an edition with this number."),
    "event_days_in_order": gettext_lazy("An event cannot end before it begins."),
    "event_never_oversold": gettext_lazy("More seats are taken than that."),
    "event_registration_in_order": gettext_lazy("Registration cannot close before it opens."),
    "one_next_edition": gettext_lazy("The next edition has been begun already."),
}


def next_reference(year: int) -> str:
    """The next number of the year. Its row stays locked until the end of the transaction: none is given twice."""
    EventSeries.objects.get_or_create(year=year)
    series = EventSeries.objects.select_for_update().get(year=year)
    series.last += 1
    series.save(update_fields=["last"])
    return f"E-{year}-{series.last:02}"


@transaction.atomic
def create_event(*, by: User, centre: Centre, **facts: Any) -> Event:
    """Begin an event that only officers and co-directors see until it is announced.

    Raises PermissionDenied for whoever is not an officer of the centre. Refused under an agreement of another centre.
    """
    if not may_organise(by) or centre.pk not in by.standing.centre_ids(Function.OFFICER):
        raise PermissionDenied("events.create")
    _expect_own(facts.get("agreement"), centre.pk)
    year = facts["starts_on"].year
    with refusing(SENTENCES):
        event = Event.objects.create(centre=centre, reference=next_reference(year), year=year, **facts)
    EventOfficer.objects.create(event=event, user=by, duty=Duty.LEAD)
    index(event)
    journal.write(event, "create", by=by, to_state=EventStatus.PLANNED)
    return event


@transaction.atomic
def edit_event(event: Event, *, by: User, seen: Any, **values: Any) -> Event:
    """Change facts or terms of an event.

    `seen` is the moment of the last change the writer has read: refused when a colleague has saved since. Whoever
    registered keeps the place when the number of seats falls: refused below what is taken. New seats go to those who
    wait, first come first.
    """
    row = lifecycle.lock(event)
    policies.require(by, "events.edit", row)
    if seen is not None and row.updated_at != seen:
        raise RefusedError(_("A colleague has saved this event meanwhile. Your text is below; compare and save again."))
    unknown = set(values) - set(FACTS) - set(TERMS)
    if unknown:
        message = f"An event has no {sorted(unknown)}"
        raise ValueError(message)
    _expect_own(values.get("agreement"), row.centre_id)
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    days = (row.starts_on, row.ends_on)
    for name in changed:
        setattr(row, name, values[name])
    row.updated_at = timezone.now()
    if PLANNED_BY & set(changed):
        row.calendar_sequence += 1
    with refusing(SENTENCES):
        row.save(update_fields=[*changed, "updated_at", "calendar_sequence"])
    index(row)
    if "capacity" in changed:
        fill_seats(row)
    if changed:
        journal.write(row, "edit", by=by, data={"fields": changed})
        signals.event_changed.send(Event, event=row, by=by, fields=changed, days=days)
    return row


@transaction.atomic
def announce_event(event: Event, *, by: User) -> Event:
    """Show the event to the public, or to those who are invited. Refused without a place and a host."""
    row = lifecycle.lock(event)
    lifecycle.expect(row, "announce", by=by)
    if row.mode != "online" and not row.stops.exists():
        raise RefusedError(_("Say first where the event is held."))
    if not row.bodies.filter(role__in=(BodyRole.HOST, BodyRole.ORGANISER)).exists():
        raise RefusedError(_("Name first who holds the event."))
    row = lifecycle.take(row, "announce", by=by, announced_at=timezone.now(), updated_at=timezone.now())
    signals.event_announced.send(Event, event=row, by=by)
    return row


@transaction.atomic
def cancel_event(event: Event, *, by: User, reason: str) -> Event:
    """Call the event off. Everybody who has a part in it is told the reasons, and calendars drop it."""
    if not reason.strip():
        raise RefusedError(_("Give the reasons: everybody who was to come reads them."))
    row = lifecycle.lock(event)
    row = lifecycle.take(
        row,
        "cancel",
        by=by,
        reason=reason,
        updated_at=timezone.now(),
        calendar_sequence=row.calendar_sequence + 1,
    )
    signals.event_cancelled.send(Event, event=row, by=by, reason=reason)
    return row


@transaction.atomic
def close_event(event: Event, *, by: User) -> Event:
    """Say that the work of the event is done. Refused before its last day; plans are followed up all the same."""
    row = lifecycle.take(event, "close", by=by, closed_at=timezone.now(), updated_at=timezone.now())
    signals.event_closed.send(Event, event=row, by=by)
    return row


def _expect_own(agreement: Agreement | None, centre: int) -> None:
    """It is held under an agreement of its own centre that both sides have put into the register."""
    if agreement and (agreement.centre_id != centre or agreement.status not in AgreementStatus.settled()):
        raise RefusedError(_("Choose an agreement of this centre that is in the register."))


def index(event: Event) -> None:
    """Write the search vector anew from what every reader of the event may read."""
    texts = [event.reference, event.agreement_note]
    if event.agreement and event.agreement.is_public:
        texts += [event.agreement.reference, *event.agreement.title.values()]
    for field in ("name", "theme", "description"):
        texts += getattr(event, field).values()
    for stop in event.stops.all():
        texts += stop.city.values()
    if event.released_id and event.released:
        for session in event.released.programme.get("sessions", ()):
            texts += session["title"].values()
    Event.objects.filter(pk=event.pk).update(search=document(texts))


# --- Where, with whom, by whom ---------------------------------------------------------------------------------------


@transaction.atomic
def save_stop(event: Event, *, by: User, stop: Stop | None = None, **values: Any) -> Stop:
    """Add a place, or change one. A zone that changes moves no session: each keeps its moment."""
    row = lifecycle.lock(event)
    policies.require(by, "events.edit", row)
    if stop is None:
        stop = Stop(event=row, position=row.stops.count() + 1)
    _expect_within(row, values["starts_on"], values["ends_on"])
    before = Stop.objects.filter(pk=stop.pk).values(*WHERE).first()
    for name, value in values.items():
        setattr(stop, name, value)
    with refusing({"stop_days_in_order": _("A stop cannot end before it begins.")}):
        stop.save()
    _touch(row)
    index(row)
    journal.write(row, "save_stop", by=by, data={"stop": stop.pk})
    if before != {name: getattr(stop, name) for name in WHERE}:
        _tell_of_places(row, by=by)
    return stop


def _tell_of_places(event: Event, *, by: User) -> None:
    """Calendars take the new place for a later version of what they have."""
    event.calendar_sequence += 1
    event.save(update_fields=["calendar_sequence"])
    days = (event.starts_on, event.ends_on)
    signals.event_changed.send(Event, event=event, by=by, fields=["places"], days=days)


def _expect_within(event: Event, starts_on: date, ends_on: date) -> None:
    if starts_on < event.starts_on or ends_on > event.ends_on:
        raise RefusedError(_("The days of a place lie within the days of the event."))


@transaction.atomic
def remove_stop(stop: Stop, *, by: User) -> None:
    """Take a place away, and tell those who come. Refused while sessions are planned there."""
    row = lifecycle.lock(stop.event)
    policies.require(by, "events.edit", row)
    if stop.sessions.exists():
        raise RefusedError(_("Sessions are planned there. Move or delete them first."))
    journal.write(row, "remove_stop", by=by, data={"stop": stop.pk})
    stop.delete()
    _touch(row)
    _tell_of_places(row, by=by)


@transaction.atomic
def save_room(stop: Stop, *, by: User, room: Room | None = None, **values: Any) -> Room:
    """Add a room to a place, or change one."""
    row = lifecycle.lock(stop.event)
    policies.require(by, "events.edit", row)
    room = room or Room(stop=stop, position=stop.rooms.count() + 1)
    for name, value in values.items():
        setattr(room, name, value)
    room.save()
    _touch(row)
    return room


@transaction.atomic
def remove_room(room: Room, *, by: User) -> None:
    """Take a room away. Refused while sessions are planned in it."""
    row = lifecycle.lock(room.stop.event)
    policies.require(by, "events.edit", row)
    if room.sessions.exists():
        raise RefusedError(_("Sessions are planned there. Move or delete them first."))
    room.delete()
    _touch(row)


@transaction.atomic
def save_track(event: Event, *, by: User, track: Track | None = None, **values: Any) -> Track:
    """Add a track, or change one."""
    row = lifecycle.lock(event)
    policies.require(by, "events.edit", row)
    track = track or Track(event=row, position=row.tracks.count() + 1)
    for name, value in values.items():
        setattr(track, name, value)
    track.save()
    _touch(row)
    return track


@transaction.atomic
def remove_track(track: Track, *, by: User) -> None:
    """Take a track away; its sessions stay, without a track."""
    row = lifecycle.lock(track.event)
    policies.require(by, "events.edit", row)
    track.delete()
    _touch(row)


@transaction.atomic
def name_body(event: Event, *, by: User, organisation: Organisation, role: str) -> EventBody:
    """Say what an organisation does for the event. Refused a second time."""
    row = lifecycle.lock(event)
    policies.require(by, "events.edit", row)
    with refusing({"one_part_a_body_of_an_event": _("This organisation has this part already.")}):
        body = EventBody.objects.create(
            event=row, organisation=organisation, role=role, position=row.bodies.count() + 1
        )
    _touch(row)
    return body


@transaction.atomic
def drop_body(body: EventBody, *, by: User) -> None:
    """Take an organisation out of the event."""
    row = lifecycle.lock(body.event)
    policies.require(by, "events.edit", row)
    body.delete()
    _touch(row)


@transaction.atomic
def name_officers(event: Event, *, by: User, duty: str, users: Iterable[User]) -> list[EventOfficer]:
    """Say who does a duty in the event; those not named lose it. The journal keeps who could open travel facts when.

    Refused for people who are not appointed to the centre.
    """
    row = lifecycle.lock(event)
    policies.require(by, "events.name_officers", row)
    chosen = list(users)
    serving = set(
        User.objects.holding(centre=row.centre_id)
        .filter(pk__in=[user.pk for user in chosen])
        .values_list("pk", flat=True)
    )
    if any(user.pk not in serving for user in chosen):
        raise RefusedError(_("Only people who are appointed to the centre can be named."))
    row.officers.filter(duty=duty).exclude(user__in=chosen).delete()
    named = [EventOfficer.objects.get_or_create(event=row, user=user, duty=duty)[0] for user in chosen]
    journal.write(row, "name_officers", by=by, data={"duty": duty, "users": sorted(user.pk for user in chosen)})
    _touch(row)
    return named


def _touch(event: Event) -> None:
    Event.objects.filter(pk=event.pk).update(updated_at=timezone.now())
