"""What the events have in common: places, sessions, people who speak, all by the actions of the app."""

from collections.abc import Iterable, Mapping
from datetime import date, time, timedelta
from typing import Any

from core.localised import LocalisedText
from events.actions import editions, session_people, timetable
from events.enums import BodyRole, PartRole, SessionKind
from events.models import Contributor, Delegation, Event, Session
from people.models import User
from sample_centre.content.countries import STATES
from sample_centre.content.events.edition_2017 import PRESENTATION
from sample_centre.content.events.forms import Line, Nominee, Speaker, Texts
from sample_centre.content.organisations import BODIES, SIDE_B
from sample_centre.scene import House

CONTACTS = {"BY": "contact_by", **{code: f"contact_{code.lower()}" for code in STATES if code not in ("BY", "KR")}}


def contact_of(body: str) -> str:
    """The contact point of the country of a body, by name."""
    return CONTACTS[BODIES[body].country]


def written(text: Texts, **values: object) -> LocalisedText:
    """A text with its gaps filled."""
    return LocalisedText({language: words.format(**values) for language, words in text.items()})


def localised(rules: Mapping[str, Any]) -> dict[str, Any]:
    """The facts of a visit: texts as texts of the portal, the rest as it is."""
    return {name: LocalisedText(value) if isinstance(value, dict) else value for name, value in rules.items()}


def name_bodies(event: Event, house: House, parts: Iterable[tuple[str, BodyRole]], *, by: User) -> None:
    """Host, organisers, funder, partners."""
    for body, role in parts:
        editions.name_body(event, by=by, organisation=house.bodies[body], role=role)


def build_place(  # noqa: PLR0913  a place has these facts
    event: Event,
    house: House,
    *,
    by: User,
    country: str,
    city: Texts,
    venue: Texts,
    rooms: Mapping[str, tuple[Texts, int]],
    host: str = "",
) -> None:
    """One stop for all days, and its rooms."""
    stop = editions.save_stop(
        event,
        by=by,
        country=house.countries[country],
        city=city,
        venue=venue,
        organisation=house.bodies[host] if host else None,
        zone=STATES[country].zone,
        starts_on=event.starts_on,
        ends_on=event.ends_on,
    )
    for name, seats in rooms.values():
        editions.save_room(stop, by=by, name=name, seats=seats)


def plan_sessions(
    event: Event,
    house: House,
    lines: Iterable[Line],
    speakers: Mapping[str, Speaker],
    *,
    by: User,
    rooms: Iterable[str],
    tracks: Iterable[str] = (),
) -> dict[str, Session]:
    """Every line of the table as a session of the draft, with its people; by the keys of the table."""
    stop = event.stops.get()
    found_rooms = dict(zip(rooms, stop.rooms.order_by("position"), strict=True))
    found_tracks = dict(zip(tracks, event.tracks.order_by("position"), strict=True))
    made = {}
    for line in lines:
        delegation = _delegation(event, house, line)
        session = timetable.add_session(
            event,
            by=by,
            stop=stop,
            day=event.starts_on + timedelta(days=line.day),
            begins=time.fromisoformat(line.begins),
            ends=time.fromisoformat(line.ends),
            kind=line.kind,
            title=_title(line, delegation),
            abstract=LocalisedText(line.abstract),
            room=found_rooms.get(line.room),
            track=found_tracks.get(line.track),
            languages=list(line.languages),
            delegation=delegation,
            seats=line.seats,
            expects_slides=line.kind in (SessionKind.PRESENTATION, SessionKind.COUNTRY),
            counts_for_certificate=line.kind != SessionKind.BREAK,
        )
        for name, role in line.people:
            put_in(session, house, speakers[name], role, by=by)
        made[line.key] = session
    return made


def _delegation(event: Event, house: House, line: Line) -> Delegation | None:
    return event.delegations.select_related("country").get(organisation=house.bodies[line.body]) if line.body else None


def _title(line: Line, delegation: Delegation | None) -> LocalisedText:
    if delegation is None:
        return LocalisedText(line.title)
    return LocalisedText({code: words.format(delegation.country.name[code]) for code, words in PRESENTATION.items()})


def put_in(session: Session, house: House, speaker: Speaker, role: PartRole, *, by: User) -> None:
    """Somebody into a session: entered the first time, found by the address from then on."""
    account = house.people[speaker.account] if speaker.account else None
    email = account.email if account else speaker.email
    languages = list(speaker.interprets) if role == PartRole.INTERPRETER else []
    if known := Contributor.objects.filter(email__iexact=email).first():
        session_people.add_part(session, by=by, contributor=known, role=role, languages=languages)
        return
    facts = _of_account(account) if account else _of_table(speaker, house)
    session_people.add_contributor(
        session, by=by, role=role, languages=languages, email=email, interprets=list(speaker.interprets), **facts
    )


def _of_account(user: User) -> dict[str, Any]:
    appointment = user.appointments.select_related("organisation__country").earliest("starts_on")
    return {
        "given_name": user.given_name,
        "family_name": user.family_name,
        "given_name_own": user.given_name_own,
        "family_name_own": user.family_name_own,
        "own_language": user.own_language,
        "family_name_first": user.family_name_first,
        "post": appointment.title,
        "organisation": appointment.organisation,
        "country": appointment.organisation.country,
        "language": user.language,
    }


def _of_table(speaker: Speaker, house: House) -> dict[str, Any]:
    code = BODIES[speaker.body].country if speaker.body else SIDE_B
    return {
        "given_name": speaker.given,
        "family_name": speaker.family,
        "given_name_own": speaker.given_own,
        "family_name_own": speaker.family_own,
        "own_language": speaker.own_language,
        "family_name_first": code == "KR" and speaker.own_language == "ko",
        "post": LocalisedText(speaker.post),
        "organisation": house.bodies[speaker.body] if speaker.body else None,
        "country": house.countries[code],
        "language": speaker.language,
    }


def speaker_of(nominee: Nominee) -> Speaker:
    """A nominee as somebody who presents the country."""
    return Speaker(
        nominee.given,
        nominee.family,
        nominee.given_own,
        nominee.family_own,
        nominee.own_language,
        nominee.body,
        {"en": nominee.post} if nominee.language == "en" else {"ru": nominee.post},
        nominee.email,
        nominee.language,
    )


def facts_of(nominee: Nominee) -> dict[str, Any]:
    """What the nominating body writes of somebody."""
    return {
        "given_name": nominee.given,
        "family_name": nominee.family,
        "given_name_own": nominee.given_own,
        "family_name_own": nominee.family_own,
        "own_language": nominee.own_language,
        "email": nominee.email,
        "language": nominee.language,
        "post": nominee.post,
        "rank": nominee.rank,
        "superior_name": nominee.superior,
        "is_alternate": nominee.is_alternate,
        "experience": nominee.experience,
        "motivation": nominee.motivation,
        "complete_and_correct": True,
        "knows_language": True,
    }


def day_of(event: Event, number: int) -> date:
    """The day of the event, counted from the first."""
    return event.starts_on + timedelta(days=number)
