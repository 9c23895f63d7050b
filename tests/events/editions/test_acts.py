"""Begin, announce, cancel, close and clone an event."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from core.models import JournalEntry
from core.refusal import RefusedError
from events.actions import cloning, editions
from events.enums import BodyRole, DelegationStatus, Duty, EventStatus
from events.models import Delegation, Event, EventOfficer, Room, Session, Stop
from tests.events.builders import make_contributor, make_delegation, make_event, make_session, make_stop

pytestmark = pytest.mark.django_db
FACTS = {"name": {"en": "Forum"}, "kind": "forum", "mode": "online"}


def verbs(event):
    return list(JournalEntry.objects.about(event).order_by("pk").values_list("verb", flat=True))


def begin(officer, centre, **facts):
    days = {"starts_on": date(2027, 5, 3), "ends_on": date(2027, 5, 5)}
    return editions.create_event(by=officer, centre=centre, **{**FACTS, **days, **facts})


def test_an_event_gets_the_next_number_of_its_year(officer, centre):
    first, second, later = (
        begin(officer, centre),
        begin(officer, centre),
        begin(officer, centre, starts_on=date(2028, 1, 3), ends_on=date(2028, 1, 3)),
    )
    assert [one.reference for one in (first, second, later)] == ["E-2027-01", "E-2027-02", "E-2028-01"]
    assert (first.status, first.year, verbs(first)) == (EventStatus.PLANNED, 2027, ["create"])
    assert EventOfficer.objects.values_list("event", "user", "duty").get(event=first) == (
        first.pk,
        officer.pk,
        Duty.LEAD,
    )


def test_only_an_officer_of_the_centre_begins_one(centre, director_by, official_by):
    for user in (director_by, official_by):
        with pytest.raises(PermissionDenied):
            begin(user, centre)


def test_an_edition_has_its_number_once(officer, centre):
    from events.models import Programme  # noqa: PLC0415

    programme = Programme.objects.create(centre=centre, slug="p", name={"en": "P"})
    begin(officer, centre, programme=programme, number=7)
    with pytest.raises(RefusedError, match="has an edition with this number"):
        begin(officer, centre, programme=programme, number=7)


def test_announcing_needs_a_place_and_a_host(officer, centre, cast, heard):
    event = begin(officer, centre, mode="on_site")
    with pytest.raises(RefusedError, match="where the event is held"):
        editions.announce_event(event, by=officer)
    editions.save_stop(
        event,
        by=officer,
        country_id="KR",
        city={"en": "Seoul"},
        venue={},
        organisation=None,
        zone="Asia/Seoul",
        starts_on=event.starts_on,
        ends_on=event.ends_on,
    )
    with pytest.raises(RefusedError, match="who holds the event"):
        editions.announce_event(event, by=officer)
    editions.name_body(event, by=officer, organisation=cast.organisations["nia"], role=BodyRole.HOST)
    with pytest.raises(RefusedError, match="this part already"):
        editions.name_body(event, by=officer, organisation=cast.organisations["nia"], role=BodyRole.HOST)
    heard()
    row = editions.announce_event(event, by=officer)
    assert (row.status, row.announced_at is not None) == (EventStatus.ANNOUNCED, True)
    assert heard() == [("event_announced", {"event": row, "by": officer})]
    with pytest.raises(RefusedError, match="no longer possible"):
        editions.announce_event(row, by=officer)


def test_a_place_lies_within_the_event(officer, centre):
    event = begin(officer, centre)
    with pytest.raises(RefusedError, match="within the days"):
        editions.save_stop(
            event,
            by=officer,
            country_id="KR",
            city={"en": "Seoul"},
            venue={},
            organisation=None,
            zone="Asia/Seoul",
            starts_on=event.starts_on - timedelta(days=1),
            ends_on=event.ends_on,
        )


def test_a_place_with_sessions_stays(officer, centre):
    event = make_event(centre)
    stop = make_stop(event)
    room = Room.objects.create(stop=stop, name={"en": "Hall"})
    make_session(stop, room=room)
    with pytest.raises(RefusedError, match="Sessions are planned there"):
        editions.remove_stop(stop, by=officer)
    with pytest.raises(RefusedError, match="Sessions are planned there"):
        editions.remove_room(room, by=officer)


def test_cancelling_tells_the_reasons_and_moves_calendars(officer, director_kr, centre, heard):
    event = make_event(centre)
    with pytest.raises(RefusedError, match="reasons"):
        editions.cancel_event(event, by=officer, reason=" ")
    with pytest.raises(PermissionDenied):
        editions.cancel_event(event, by=director_kr, reason="No room")
    row = editions.cancel_event(event, by=officer, reason="The hall is closed.")
    assert (row.status, row.calendar_sequence) == (EventStatus.CANCELLED, 1)
    assert heard() == [("event_cancelled", {"event": row, "by": officer, "reason": "The hall is closed."})]


def test_an_event_is_closed_after_its_last_day(officer, centre):
    with pytest.raises(RefusedError, match="not ended yet"):
        editions.close_event(make_event(centre), by=officer)
    past = make_event(centre, starts_on=timezone.localdate() - timedelta(days=10))
    assert editions.close_event(past, by=officer).status == EventStatus.CLOSED
    with pytest.raises(PermissionDenied):
        editions.edit_event(Event.objects.get(pk=past.pk), by=officer, seen=None, hours=3)


def test_capacity_never_falls_below_what_is_taken(officer, centre):
    from tests.events.builders import make_participant  # noqa: PLC0415

    event = make_event(centre, capacity=5)
    for _ in range(3):
        make_participant(event)
    event.refresh_from_db()
    with pytest.raises(RefusedError, match="More seats are taken"):
        editions.edit_event(event, by=officer, seen=event.updated_at, capacity=2)
    assert editions.edit_event(event, by=officer, seen=event.updated_at, capacity=3).capacity == 3


def test_only_people_of_the_centre_are_named(officer, centre, official_by, advisor_kr):
    event = make_event(centre)
    with pytest.raises(RefusedError, match="appointed to the centre"):
        editions.name_officers(event, by=officer, duty=Duty.TRAVEL, users=[official_by])
    editions.name_officers(event, by=officer, duty=Duty.TRAVEL, users=[officer, advisor_kr])
    editions.name_officers(event, by=officer, duty=Duty.TRAVEL, users=[officer])
    assert list(event.officers.values_list("user", "duty")) == [(officer.pk, Duty.TRAVEL)]
    assert verbs(event) == ["name_officers", "name_officers"]


def test_the_next_edition_takes_over_what_was_chosen(officer, centre, cast):
    event = make_event(centre, quota=2, starts_on=date(2026, 9, 7))
    stop = make_stop(event)
    room = Room.objects.create(stop=stop, name={"en": "Hall"})
    session = make_session(stop, room=room, day=1)
    session.parts.create(contributor=make_contributor())
    make_delegation(event, cast.organisations["agency_ge"])
    new = cloning.clone_event(
        event,
        by=officer,
        starts_on=date(2027, 9, 6),
        number=None,
        parts=["places", "sessions", "people", "invitations", "bodies", "questionnaires", "registration"],
    )
    assert (new.status, new.starts_on, new.ends_on, new.cloned_from) == (
        EventStatus.PLANNED,
        date(2027, 9, 6),
        date(2027, 9, 10),
        event,
    )
    copied = Session.objects.get(event=new)
    assert (copied.day, copied.starts_at - session.starts_at, copied.room.stop.event) == (
        date(2027, 9, 7),
        timedelta(days=364),
        new,
    )
    assert copied.parts.get().starts_at == copied.starts_at
    assert list(Delegation.objects.filter(event=new).values_list("organisation", "status")) == [
        (cast.organisations["agency_ge"].pk, DelegationStatus.PREPARED)
    ]
    assert Stop.objects.filter(event=event).count() == 1
    with pytest.raises(RefusedError, match="begun already"):
        cloning.clone_event(event, by=officer, starts_on=date(2028, 9, 6), number=None, parts=[])


def test_a_part_needs_what_it_stands_on(officer, centre):
    event = make_event(centre)
    with pytest.raises(RefusedError, match="needs"):
        cloning.clone_event(event, by=officer, starts_on=date(2030, 1, 1), number=None, parts=["sessions"])
    with pytest.raises(RefusedError, match="begins after"):
        cloning.clone_event(event, by=officer, starts_on=event.starts_on, number=None, parts=[])


def test_rooms_tracks_and_bodies_come_and_go(officer, centre, cast, director_by):
    event = make_event(centre)
    stop = make_stop(event)
    room = editions.save_room(stop, by=officer, name={"en": "Hall"}, seats=40)
    room = editions.save_room(stop, by=officer, room=room, name={"en": "Great hall"}, seats=60)
    track = editions.save_track(event, by=officer, name={"en": "Records"})
    body = editions.name_body(event, by=officer, organisation=cast.organisations["nia"], role=BodyRole.HOST)
    session = make_session(stop, track=track)
    assert (str(room.name), room.seats, str(track.name)) == ("Great hall", 60, "Records")
    for act, row in ((editions.remove_room, room), (editions.remove_track, track), (editions.drop_body, body)):
        with pytest.raises(PermissionDenied):
            act(row, by=director_by)
        act(row, by=officer)
    session.refresh_from_db()
    assert (session.track, stop.rooms.count(), event.bodies.count()) == (None, 0, 0)
