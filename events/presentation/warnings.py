"""What a planner ought to know of the draft before it is proposed. Warnings, not refusals: there may be a reason."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, OuterRef
from django.db.models.functions import JSONObject
from django.utils.translation import get_language_info, ngettext
from django.utils.translation import gettext as _

from calendars.directory import calendar_of
from calendars.moments import write_day
from core.localised import LocalisedText, active_language
from events.days import hours, place_of
from events.enums import SessionKind
from events.models import Delegation, Event, Participant, Room, Session
from events.presentation.timetable import Programme, SessionView
from people import directory

# Interpreters work in half-hour turns; alone, nobody stays exact for longer than this without a rest.
LONGEST_TURN = timedelta(hours=2)
SHORTEST_REST = timedelta(minutes=15)
SILENT = (SessionKind.BREAK,)


@dataclass(frozen=True)
class Warning:  # noqa: A001  that is what it is
    """A sentence about a session, a day, or (neither) the whole draft."""

    sentence: str
    session: int | None = None
    day: date | None = None


@dataclass(frozen=True)
class Known:
    """What is asked of the event beside its programme."""

    needs: list[dict[str, Any]]  # language, people
    unheard: list[dict[str, Any]]  # country and organisation of delegations that present nothing
    seats: dict[int, int]  # of rooms


def known_of(event: Event) -> Known:
    """Languages that people need, delegations that present nothing yet, seats of the rooms; one query."""
    there = Participant.objects.seated().filter(event=OuterRef("pk")).exclude(needs_language="").order_by()
    needs = there.values("needs_language").annotate(people=Count("pk"))
    held = Session.objects.standing().filter(delegation=OuterRef("pk"), kind=SessionKind.COUNTRY)
    unheard = (
        Delegation.objects.coming().filter(~Exists(held), event=OuterRef("pk")).order_by("country__name__en", "pk")
    )
    rooms = Room.objects.filter(stop__event=OuterRef("pk"), seats__isnull=False).order_by()
    row = (
        Event.objects.filter(pk=event.pk)
        .annotate(
            needs=ArraySubquery(needs.values(json=JSONObject(language="needs_language", people="people"))),
            unheard=ArraySubquery(
                unheard.values(json=JSONObject(country="country_id", organisation="organisation__name"))
            ),
            rooms=ArraySubquery(rooms.values(json=JSONObject(pk="pk", seats="seats"))),
        )
        .values("needs", "unheard", "rooms")
        .get()
    )
    return Known(row["needs"], row["unheard"], {one["pk"]: one["seats"] for one in row["rooms"]})


def warnings_of(programme: Programme, event: Event, known: Known) -> list[Warning]:
    """Everything that is worth a second look, in the order of the programme; no query."""
    found: list[Warning] = [
        *_off_days(programme),
        *_turns(programme),
        *(one for session in programme.sessions for one in _of_session(session, programme, event, known)),
    ]
    for one in known.unheard:
        country = directory.country(one["country"])
        said = {"country": country.name if country else "", "organisation": LocalisedText(one["organisation"])}
        found.append(Warning(_("No country presentation is planned yet: %(country)s, %(organisation)s.") % said))
    return found


def _of_session(session: SessionView, programme: Programme, event: Event, known: Known) -> Iterator[Warning]:
    if not session.stop.starts_on <= session.day <= session.stop.ends_on:
        said = {
            "city": session.stop.city,
            "first": write_day(session.stop.starts_on),
            "last": write_day(session.stop.ends_on),
        }
        sentence = _("The day is not one of the stop: %(city)s lasts from %(first)s to %(last)s.") % said
        yield Warning(sentence, session.pk, session.day)
    if (seats := known.seats.get(session.room_key or 0)) and (people := _expected(session, programme, event)) > seats:
        sentence = _("The room is small: %(seats)s seats for %(people)s people.") % {"seats": seats, "people": people}
        yield Warning(sentence, session.pk, session.day)
    if session.kind in SILENT or not session.languages:
        return
    spoken = {*session.languages, *(code for person in session.interpreters for code in person.languages)}
    for need in known.needs:
        if need["language"] not in spoken:
            sentence = ngettext(
                "%(language)s: %(people)s participant needs it, and nobody interprets into it here.",
                "%(language)s: %(people)s participants need it, and nobody interprets into it here.",
                need["people"],
            )
            name = get_language_info(need["language"])["name_translated"]
            yield Warning(sentence % {"language": name, "people": need["people"]}, session.pk, session.day)


def _expected(session: SessionView, programme: Programme, event: Event) -> int:
    """How many will come: its own seats, else everybody where nothing else is held at that time."""
    if session.seats:
        return session.seats
    beside = (
        one
        for one in programme.sessions
        if one.pk != session.pk and one.starts_at < session.ends_at and session.starts_at < one.ends_at
    )
    return 0 if any(beside) else event.seats_taken


def _off_days(programme: Programme) -> Iterator[Warning]:
    """Public holidays of the host country: offices that are to be visited are closed."""
    for day, stop in sorted(
        {(one.day, one.stop.pk): one.stop for one in programme.sessions}.items(), key=lambda x: x[0]
    ):
        if stop.country is None:
            continue
        name = calendar_of(stop.country.calendar_id).holiday(day[0], active_language())
        if name:
            said = {"day": write_day(day[0], "weekday"), "country": stop.country.name, "name": name}
            yield Warning(_("%(day)s is a public holiday, %(country)s: %(name)s.") % said, None, day[0])


def _turns(programme: Programme) -> Iterator[Warning]:
    """Interpreters who work on without a rest."""
    work: dict[int, list[tuple[SessionView, str]]] = {}
    for session in programme.sessions:
        for person in session.interpreters:
            work.setdefault(person.pk, []).append((session, person.display_name))
    for turns in work.values():
        turns.sort(key=lambda turn: turn[0].starts_at)
        run: list[SessionView] = []
        for session, name in turns:
            if run and session.starts_at - run[-1].ends_at >= SHORTEST_REST:
                yield from _tired(run, name)
                run = []
            run.append(session)
        yield from _tired(run, turns[0][1])


def _tired(run: Sequence[SessionView], name: str) -> Iterator[Warning]:
    first, last = run[0], run[-1]
    if last.ends_at - first.starts_at <= LONGEST_TURN:
        return
    said = {"person": name, "hours": hours(first.starts_at, last.ends_at, place_of(first.stop).zone)}
    sentence = _("%(person)s interprets without a rest, %(hours)s. Name a second interpreter, or plan a break.") % said
    yield Warning(sentence, last.pk, last.day)
