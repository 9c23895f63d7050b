"""A programme for the page: its days, their grids, its sessions with what a card shows. Plain data only.

The draft and the released version are the same plain data (`events.versions`), so the same code shows both, and a
programme of three hundred sessions costs as many queries as one of three.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from core.localised import LocalisedText
from events.enums import PartRole, SessionKind
from events.versions import Plain
from people import directory
from people.names import WrittenName

CSS = {SessionKind.VISIT: "visit", SessionKind.BREAK: "pause"}
# Above this a programme is read day by day: one page of it stays within a few hundred kilobytes on a slow line.
WHOLE = 80


@dataclass(frozen=True)
class PersonView:
    """Somebody in a session, as `{% person %}` draws people."""

    pk: int
    latin_name: WrittenName
    own_name: WrittenName
    role: str
    post: LocalisedText
    organisation: LocalisedText
    country: Any
    topic: LocalisedText
    languages: list[str]

    @property
    def display_name(self) -> str:
        return str(self.latin_name)

    @property
    def role_label(self) -> str:
        return str(PartRole(self.role).label)

    @property
    def beneath(self) -> str:
        """Post and organisation, as far as they are known."""
        return ", ".join(str(one) for one in (self.post, self.organisation) if one)


@dataclass(frozen=True)
class StopView:
    """A stop, as `{% stop_time %}` and the headings need it."""

    pk: int
    city: LocalisedText
    venue: LocalisedText
    zone: str
    country: Any
    starts_on: date
    ends_on: date


@dataclass(frozen=True)
class SessionView:
    """One line of a programme. Day and moments are None only on the page of a draft that has no time yet."""

    pk: int
    kind: str
    title: LocalisedText
    abstract: LocalisedText
    day: date
    starts_at: datetime
    ends_at: datetime
    stop: StopView
    room: LocalisedText | None
    room_key: int | None
    room_order: int
    track: LocalisedText | None
    track_key: int | None
    languages: list[str]
    country: Any
    organisation: LocalisedText | None
    seats: int | None
    people: list[PersonView]

    @property
    def kind_label(self) -> str:
        return str(SessionKind(self.kind).label)

    @property
    def css(self) -> str:
        """look.md: visits and breaks differ from talks."""
        return CSS.get(SessionKind(self.kind), "speak")

    @property
    def speakers(self) -> list[PersonView]:
        return [one for one in self.people if one.role != PartRole.INTERPRETER]

    @property
    def interpreters(self) -> list[PersonView]:
        return [one for one in self.people if one.role == PartRole.INTERPRETER]


@dataclass(frozen=True)
class Cell:
    """A cell of a grid; without a session it is empty."""

    session: SessionView | None = None
    rows: int = 1
    columns: int = 1


@dataclass
class Row:
    """What begins at one moment, and what goes on."""

    starts_at: datetime
    cells: list[Cell] = field(default_factory=list)

    @property
    def is_idle(self) -> bool:
        """Whether nothing begins now: a list leaves the row out."""
        return not any(cell.session for cell in self.cells)


@dataclass(frozen=True)
class Grid:
    """A day with parallel sessions: a column a room, a row from each beginning or end to the next."""

    heads: list[LocalisedText]
    rows: list[Row]


@dataclass(frozen=True)
class Day:
    """A day of the programme at one stop. `grid` where sessions run beside each other."""

    on: date
    stop: StopView
    sessions: list[SessionView]
    grid: Grid | None

    @property
    def key(self) -> str:
        return f"{self.on.isoformat()}-{self.stop.pk}"


@dataclass(frozen=True)
class Group:
    """Days that follow each other: side by side where nothing is parallel, else one day with its grid."""

    days: list[Day]

    @property
    def grid(self) -> Grid | None:
        return self.days[0].grid


@dataclass
class Programme:
    """The plain data, ready to be shown."""

    sessions: list[SessionView]
    cancelled: list[SessionView]
    stops: list[StopView]
    tracks: list[tuple[int, LocalisedText]]
    days: list[date]

    def session(self, pk: int) -> SessionView | None:
        """One that is held."""
        return next((one for one in self.sessions if one.pk == pk), None)

    def gone(self, pk: int) -> SessionView | None:
        """One that was shown and is no longer held, as it was last shown."""
        return next((one for one in self.cancelled if one.pk == pk), None)

    def languages(self) -> list[str]:
        """Those in which anything is held."""
        return sorted({code for one in self.sessions for code in one.languages})


def read_programme(plain: Plain) -> Programme:
    """Plain data as views; no query."""
    stops = {one["id"]: _stop(one) for one in plain.get("stops", ())}
    rooms = {one["id"]: LocalisedText(one["name"]) for one in plain.get("rooms", ())}
    tracks = {one["id"]: LocalisedText(one["name"]) for one in plain.get("tracks", ())}
    read = [[_session(one, stops, rooms, tracks) for one in plain.get(name, ())] for name in ("sessions", "cancelled")]
    return Programme(
        sessions=read[0],
        cancelled=read[1],
        stops=list(stops.values()),
        tracks=list(tracks.items()),
        days=sorted({one.day for one in read[0]}),
    )


def _stop(one: Plain) -> StopView:
    return StopView(
        one["id"],
        LocalisedText(one["city"]),
        LocalisedText(one["venue"]),
        one["zone"],
        directory.country(one["country"]),
        date.fromisoformat(one["starts_on"]),
        date.fromisoformat(one["ends_on"]),
    )


def _session(one: Plain, stops: dict[int, StopView], rooms: dict[int, Any], tracks: dict[int, Any]) -> SessionView:
    delegation = one["delegation"]
    return SessionView(
        pk=one["id"],
        kind=one["kind"],
        title=LocalisedText(one["title"]),
        abstract=LocalisedText(one["abstract"]),
        day=_read(date, one["day"]),
        starts_at=_read(datetime, one["starts_at"]),
        ends_at=_read(datetime, one["ends_at"]),
        stop=stops[one["stop"]],
        room=rooms.get(one["room"]),
        room_key=one["room"],
        room_order=list(rooms).index(one["room"]) if one["room"] in rooms else len(rooms),
        track=tracks.get(one["track"]),
        track_key=one["track"],
        languages=one["languages"],
        country=directory.country(delegation["country"]) if delegation else None,
        organisation=LocalisedText(delegation["organisation"]) if delegation else None,
        seats=one["seats"],
        people=[_person(person) for person in one["people"]],
    )


def _read(kind: Any, text: str | None) -> Any:
    return kind.fromisoformat(text) if text else None


def _person(one: Plain) -> PersonView:
    return PersonView(
        one["id"],
        WrittenName(one["given"], one["family"], one["family_first"]),
        WrittenName(one["given_own"], one["family_own"], one["family_first"], one["own_language"]),
        one["role"],
        LocalisedText(one["post"]),
        LocalisedText(one["organisation"]),
        directory.country(one["country"]),
        LocalisedText(one["topic"]),
        one["languages"],
    )


# --- Days and grids --------------------------------------------------------------------------------------------------


def groups_of(sessions: Iterable[SessionView]) -> list[Group]:
    """The days in order, each at its stop; days in which nothing is parallel stand beside each other."""
    by_day: dict[tuple[date, int], list[SessionView]] = {}
    for one in sorted(sessions, key=lambda one: (one.day, one.starts_at, one.pk)):
        by_day.setdefault((one.day, one.stop.pk), []).append(one)
    groups: list[Group] = []
    for (on, _stop_key), held in by_day.items():
        day = Day(on, held[0].stop, held, grid_of(held) if _is_parallel(held) else None)
        if day.grid is None and groups and groups[-1].grid is None:
            groups[-1].days.append(day)
        else:
            groups.append(Group([day]))
    return groups


def _is_parallel(held: Sequence[SessionView]) -> bool:
    return any(one.ends_at > other.starts_at for one, other in pairwise(held))


def grid_of(held: Sequence[SessionView]) -> Grid:
    """A column a room in the order of the sessions' rooms, further ones for what has no room.

    What is alone at its time (an opening, a break) goes across all columns.
    """
    alone = {one.pk for one in held if not any(_meet(one, other) for other in held if other is not one)}
    columns = _columns([one for one in held if one.pk not in alone])
    bounds = sorted({moment for one in held for moment in (one.starts_at, one.ends_at)})
    spans = list(pairwise(bounds))
    busy = [(first, last) for first, last in spans if any(_covers(one, first) for one in held)]
    starts = {first: number for number, (first, _last) in enumerate(busy)}
    rows = [Row(first) for first, _last in busy]
    width = max(len(columns), 1)
    for row in rows:
        whole = next((one for one in held if one.pk in alone and _covers(one, row.starts_at)), None)
        if whole:
            if whole.starts_at == row.starts_at:
                row.cells.append(Cell(whole, 1, width))
            continue
        for column in columns:
            here = next((one for one in column if _covers(one, row.starts_at)), None)
            if here is None:
                row.cells.append(Cell())
            elif here.starts_at == row.starts_at:
                row.cells.append(Cell(here, _length(here, starts)))
    return Grid([column[0].room or LocalisedText() for column in columns], rows)


def _columns(held: Sequence[SessionView]) -> list[list[SessionView]]:
    rooms: dict[int, list[SessionView]] = {}
    lanes: list[list[SessionView]] = []
    for one in held:
        if one.room_key is not None:
            rooms.setdefault(one.room_key, []).append(one)
            continue
        lane = next((lane for lane in lanes if lane[-1].ends_at <= one.starts_at), None)
        if lane is None:
            lanes.append([one])
        else:
            lane.append(one)
    return [*sorted(rooms.values(), key=lambda column: column[0].room_order), *lanes]


def _length(one: SessionView, starts: dict[datetime, int]) -> int:
    return sum(one.starts_at <= moment < one.ends_at for moment in starts)


def _covers(one: SessionView, moment: datetime) -> bool:
    return one.starts_at <= moment < one.ends_at


def _meet(one: SessionView, other: SessionView) -> bool:
    return one.starts_at < other.ends_at and other.starts_at < one.ends_at


# --- Choosing --------------------------------------------------------------------------------------------------------


def chosen(
    programme: Programme, *, day: date | None = None, track: int | None = None, language: str = ""
) -> list[SessionView]:
    """The sessions of a day, a track and a language; what belongs to no track is for everybody."""
    return [
        one
        for one in programme.sessions
        if (day is None or one.day == day)
        and (track is None or one.track_key in (track, None))
        and (not language or not one.languages or language in _spoken(one))
    ]


def _spoken(one: SessionView) -> set[str]:
    return {*one.languages, *(code for person in one.interpreters for code in person.languages)}


def first_day(programme: Programme, today: date) -> date | None:
    """The day to open with where there are too many for one page: today, else the next, else the first."""
    if len(programme.sessions) <= WHOLE or not programme.days:
        return None
    return next((on for on in programme.days if on >= today), programme.days[0])
