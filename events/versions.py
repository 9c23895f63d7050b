"""A programme as plain data, and what differs between two of them.

A version holds everything that visitors are shown, so that editing the draft never touches it. Texts stay in all their
languages; people stand with their names as of that day.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import F, Prefetch

from events.models import Contributor, Event, Room, Session, SessionPart, Stop, Track

Plain = dict[str, Any]

# What is compared of a session, in the order in which it is told; and what makes its line in a calendar another one.
COMPARED = ("title", "moved", "room", "people", "kind", "track", "languages", "delegation", "seats", "abstract")


def rows_of(event: Event) -> list[Session]:
    """Every session of the draft with its people: two queries, however many there are."""
    parts = SessionPart.objects.select_related("contributor__organisation").order_by("position", "pk")
    rows = (
        Session.objects.filter(event=event)
        .select_related("room", "delegation__organisation")
        .prefetch_related(Prefetch("parts", parts))
        .order_by(F("starts_at").asc(nulls_last=True), "room__position", "pk")
    )
    return list(rows)


def programme_of_one(row: Session) -> Plain:
    """The same for one session, with or without a time."""
    return {
        "stops": [_stop(row.stop)],
        "rooms": [_room(row.room)] if row.room else [],
        "tracks": [_track(row.track)] if row.track else [],
        "sessions": [_session(row)],
        "cancelled": [],
    }


def programme_of(event: Event, rows: Iterable[Session] | None = None) -> Plain:
    """The draft as it stands: the sessions that have a time and are held. `rows` where they were read already."""
    held = [one for one in (rows_of(event) if rows is None else rows) if one.starts_at and one.cancelled_at is None]
    return {
        "stops": [_stop(one) for one in event.stops.order_by("position", "pk")],
        "rooms": [_room(one) for one in Room.objects.filter(stop__event=event).order_by("stop", "position", "pk")],
        "tracks": [_track(one) for one in event.tracks.order_by("position", "pk")],
        "sessions": [_session(one) for one in held],
    }


def _stop(stop: Stop) -> Plain:
    return {
        "id": stop.pk,
        "position": stop.position,
        "country": stop.country_id,
        "city": dict(stop.city),
        "venue": dict(stop.venue),
        "zone": stop.zone,
        "starts_on": stop.starts_on.isoformat(),
        "ends_on": stop.ends_on.isoformat(),
    }


def _room(room: Room) -> Plain:
    return {"id": room.pk, "stop": room.stop_id, "name": dict(room.name), "position": room.position}


def _track(track: Track) -> Plain:
    return {"id": track.pk, "name": dict(track.name), "position": track.position}


def _session(row: Session) -> Plain:
    return {
        "id": row.pk,
        "kind": row.kind,
        "title": dict(row.title),
        "abstract": dict(row.abstract),
        "day": row.day.isoformat() if row.day else None,
        "starts_at": row.starts_at.isoformat() if row.starts_at else None,
        "ends_at": row.ends_at.isoformat() if row.ends_at else None,
        "stop": row.stop_id,
        "room": row.room_id,
        "track": row.track_id,
        "languages": row.languages,
        "delegation": {"country": row.delegation.country_id, "organisation": dict(row.delegation.organisation.name)}
        if row.delegation
        else None,
        "seats": row.seats,
        "sequence": row.sequence,
        "people": [_person(part, part.contributor) for part in row.parts.all()],
    }


def _person(part: SessionPart, one: Contributor) -> Plain:
    return {
        "id": one.pk,
        "name": one.display_name,
        "own": str(one.own_name),
        "own_language": one.own_language,
        "family_first": one.family_name_first,
        "given": one.given_name,
        "family": one.family_name,
        "given_own": one.given_name_own,
        "family_own": one.family_name_own,
        "role": part.role,
        "post": dict(one.post),
        "organisation": dict(one.organisation.name) if one.organisation else {},
        "country": one.country_id,
        "topic": dict(part.topic),
        "languages": part.languages,
    }


# --- What differs ----------------------------------------------------------------------------------------------------


def differences(before: Plain, after: Plain) -> list[Plain]:
    """What a reader of `before` has to learn, session by session in the order of `after`; then what is gone.

    Each has `change`, `session`, its `title`, and what stood and stands, as plain data that can be shown.
    """
    old = {one["id"]: one for one in before.get("sessions", ())}
    new = {one["id"]: one for one in after["sessions"]}
    found: list[Plain] = []
    for key, session in new.items():
        if key not in old:
            found.append(_change("new", session, None, _when(session, after)))
            continue
        was, now = _compared(old[key], before), _compared(session, after)
        found += [_change(name, session, was[name], now[name]) for name in COMPARED if was[name] != now[name]]
    found += [_change("cancelled", one, _when(one, before), None) for key, one in old.items() if key not in new]
    return [*found, *_places(before, after)]


def following(programme: Plain, before: Plain, changes: Iterable[Plain]) -> Plain:
    """The programme as the version after `before`: with the numbers calendars go by, and with what is no longer held.

    A session that differs, is gone or has come back counts one more than it did when it was last shown. What is gone
    stays as it was last shown, so that calendars can cancel it and its page can say so.
    """
    last = {one["id"]: one for one in (*before.get("cancelled", ()), *before.get("sessions", ()))}
    gone_before = {one["id"] for one in before.get("cancelled", ())}
    held = {one["id"] for one in programme["sessions"]}
    changed = {one["session"] for one in changes}
    for session in programme["sessions"]:
        key = session["id"]
        if key in last:
            session["sequence"] = last[key]["sequence"] + (key in changed or key in gone_before)
    cancelled = [
        {**one, "sequence": one["sequence"] + (key not in gone_before)} for key, one in last.items() if key not in held
    ]
    return {**programme, "cancelled": cancelled}


def _change(name: str, session: Plain, before: Any, after: Any) -> Plain:
    return {"change": name, "session": session["id"], "title": session["title"], "before": before, "after": after}


def _compared(session: Plain, programme: Plain) -> Plain:
    """What is told of a session, each under the name of its change."""
    people = [
        {"id": one["id"], "name": one["name"], "role": one["role"], "topic": one["topic"]} for one in session["people"]
    ]
    return {
        "moved": _when(session, programme),
        "room": _named(programme["rooms"], session["room"]),
        "track": _named(programme["tracks"], session["track"]),
        "people": people,
        **{name: session[name] for name in ("title", "kind", "languages", "delegation", "seats", "abstract")},
    }


def _when(session: Plain, programme: Plain) -> Plain | None:
    if session["starts_at"] is None:
        return None
    stop = next(one for one in programme["stops"] if one["id"] == session["stop"])
    moments = {name: datetime.fromisoformat(session[name]).isoformat() for name in ("starts_at", "ends_at")}
    return {**moments, "zone": stop["zone"], "city": stop["city"]}


def _named(rows: list[Plain], key: int | None) -> Plain | None:
    return next((row["name"] for row in rows if row["id"] == key), None)


def _places(before: Plain, after: Plain) -> list[Plain]:
    """Stops whose building is another one: the whole event reads of it, no single session does."""
    old = {one["id"]: one for one in before.get("stops", ())}
    return [
        {
            "change": "place",
            "session": None,
            "title": stop["city"],
            "before": old[stop["id"]]["venue"],
            "after": stop["venue"],
        }
        for stop in after["stops"]
        if stop["id"] in old and old[stop["id"]]["venue"] != stop["venue"]
    ]


# --- Forgetting ------------------------------------------------------------------------------------------------------


def without_person(value: Any, person: int, name: str) -> Any:
    """The same plain data with nothing that says who one of its people was: the public act stays, the name goes."""
    if isinstance(value, list):
        return [without_person(one, person, name) for one in value]
    if not isinstance(value, dict):
        return value
    if value.get("id") != person or "role" not in value:
        return {key: without_person(one, person, name) for key, one in value.items()}
    named = {**value, "name": name, "given": name}
    emptied = {"own": "", "own_language": "", "family": "", "given_own": "", "family_own": "", "post": {}}
    return {key: emptied.get(key, one) for key, one in named.items() if key in value}
