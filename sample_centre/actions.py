"""Load the sample centre: rows of both sides, requests, events and practices, each act at its moment in the past."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from calendars.actions import every_weekday, replace_office_windows, set_calendar
from consultations.models import Criterion, Topic
from core.localised import LocalisedText
from core.refusal import RefusedError
from people.actions import answer_consent, edit_expert_profile, publish_consent_text, request_access, start_appointment
from people.enums import ConsentAnswer, Function, Purpose
from people.models import Appointment, Centre, Country, ExpertArea, FormerName, Organisation, User
from sample_centre import post
from sample_centre.content.codes import CRITERIA, TOPICS
from sample_centre.content.countries import OFFICE_HOURS, STATES
from sample_centre.content.experts import AREAS, CONSENTS, EXPERTS
from sample_centre.content.organisations import BODIES, CENTRE_SHORT_NAME, FORMER_NAMES, SIDE_A, SIDE_B
from sample_centre.content.people import EVERYBODY, OF_THE_CENTRE, PASSWORD, PEOPLE, Person
from sample_centre.content.stories import DRAFT, REQUESTS
from sample_centre.events.bill import plays
from sample_centre.events.play import in_order
from sample_centre.scene import House, Scene
from sample_centre.timeline import days_back, local, plan

FAMILY_NAME_FIRST = {"KR"}
FOUNDED = datetime(2016, 10, 4, 8, tzinfo=UTC)  # a month after the agreement on the centre
IN_POST_FOR = timedelta(days=520)  # longer than the oldest story
NEWS_FOR = timedelta(days=7)  # what is older was read when it came
LETTERS_FOR = timedelta(days=45)  # what is older stands in the inbox and in the journal


def load() -> bool:
    """Load everything or nothing. False, and nothing done, when it was loaded before.

    Refused in production, and where anybody real has an account: the password of the sample centre is public.
    """
    if settings.PRODUCTION:
        raise RefusedError("The sample centre has a public password. Production refuses to load it.")
    if User.objects.exclude(email__iendswith=".example").exists():
        raise RefusedError("This database holds real accounts. Load the sample centre into an empty database.")
    if User.objects.filter(email__in=[person.email for person in PEOPLE.values()]).exists():
        return False
    travel = _travel()
    now = timezone.now()
    with transaction.atomic(), override("en"), post.kept(), travel(FOUNDED) as traveller:
        house = found()
        post.destroy()
        for at, do in _everything(house, now):
            while waiting := post.next_due(before=at):
                traveller.move_to(waiting)
                post.deliver()
            traveller.move_to(at)
            _look_again(house)
            do()
            (post.deliver if at >= now - LETTERS_FOR else post.destroy)()
        post.mark_read(until=now - NEWS_FOR)
    return True


def _look_again(house: House) -> None:
    """What somebody is appointed to is read once and kept; years may have passed since."""
    for user in house.people.values():
        user.__dict__.pop("standing", None)


def _everything(house: House, now: datetime) -> list[tuple[datetime, Callable[[], Any]]]:
    """Every act at its moment: the events, those who are in post today, the requests, somebody at the door."""
    today = now.date()
    scenes = {id(request): Scene(house, request, today) for request in (*REQUESTS, DRAFT)}
    moments = plan((*REQUESTS, DRAFT), today)
    acts: list[tuple[datetime, Callable[[], Any]]] = [
        (now - IN_POST_FOR, lambda: settle_in(house, today)),
        (local(next(days_back(["BY"], today)), "10:35", "BY"), lambda: _ask_for_access(house)),
        *((moment.at, partial(scenes[id(moment.request)].perform, moment.act)) for moment in moments),
        *((deed.at, deed.do) for deed in in_order(plays(house, today))),
    ]
    return sorted(acts, key=lambda act: act[0])


def _travel() -> Any:
    """A way into the past. It belongs to the tools of development, which production does not install."""
    try:
        import time_machine  # noqa: PLC0415  not needed to serve the sample centre, only to load it
    except ImportError as error:
        message = "Loading the sample centre needs the package time-machine: install requirements-dev.txt."
        raise RefusedError(message) from error
    return time_machine.travel


def found() -> House:
    """Calendars, countries, institutions, the centre, and those who are in post since its first years."""
    countries = {code: _country(code) for code in STATES}
    bodies = _bodies(countries)
    centre = Centre.objects.create(
        name=BODIES["centre"].name,
        short_name=CENTRE_SHORT_NAME,
        side_a=countries[SIDE_A],
        side_b=countries[SIDE_B],
        organisation=bodies["centre"],
    )
    served = {body.country for body in BODIES.values()} - {SIDE_B}
    centre.countries.set(country for code, country in countries.items() if code in served)
    house = House(centre, bodies, {}, {}, [], countries)
    _appoint(house, {key: person for key, person in EVERYBODY.items() if person.since}, since=FOUNDED.date())
    return house


def settle_in(house: House, today: date) -> None:
    """Those who are in post today, what they agreed to and know, and the code lists of requests."""
    _appoint(house, {key: person for key, person in PEOPLE.items() if not person.since}, since=today - IN_POST_FOR)
    people = {key: house.people[key] for key in PEOPLE}
    _consents(people)
    _experts(people, today)
    for position, (key, name) in enumerate(TOPICS.items(), 1):
        house.topics[key] = Topic.objects.create(name=name, position=position, officer=people["officer"])
    house.criteria.extend(
        Criterion.objects.create(name=name, weight=weight, position=position)
        for position, (name, weight) in enumerate(CRITERIA, 1)
    )


def _country(code: str) -> Country:
    state = STATES[code]
    calendar = set_calendar(code, zone=state.zone)
    replace_office_windows(calendar, every_weekday(OFFICE_HOURS))
    return Country.objects.create(
        code=code,
        name=state.name,
        formal_name=state.formal_name,
        capital=state.capital,
        calendar=calendar,
        family_name_first=code in FAMILY_NAME_FIRST,
    )


def _bodies(countries: dict[str, Country]) -> dict[str, Organisation]:
    bodies: dict[str, Organisation] = {}
    for key, body in BODIES.items():
        bodies[key] = Organisation.objects.create(
            name=body.name,
            acronym=body.acronym,
            kind=body.kind,
            country=countries[body.country],
            parent=bodies[body.parent] if body.parent else None,
        )
    for key, from_on, until_on, name in FORMER_NAMES:
        FormerName.objects.create(organisation=bodies[key], name=name, from_on=from_on, until_on=until_on)
    return bodies


def _appoint(house: House, people: Mapping[str, Person], since: date) -> None:
    """Accounts, each with its one post, from a day of its own or from `since`."""
    password = make_password(PASSWORD)
    for key, person in people.items():
        body = house.bodies[person.body]
        user = house.people[key] = User.objects.create(
            email=person.email,
            password=password,
            given_name=person.given,
            family_name=person.family,
            given_name_own=person.given_own,
            family_name_own=person.family_own,
            own_language=person.own_language,
            family_name_first=person.own_language == "ko",
            language=person.language,
            reads=list(person.reads),
            zone=body.country.calendar.zone,
        )
        start_appointment(
            Appointment(
                user=user,
                function=person.function,
                organisation=body,
                centre=house.centre if person.function in OF_THE_CENTRE else None,
                side=person.side,
                title=person.title,
                starts_on=person.since or since,
                ends_on=person.until,
                is_primary=True,
            ),
            by=None,
        )


def _consents(people: dict[str, User]) -> None:
    """The words in four languages, and everybody's answer to those that come with the account."""
    for purpose, words in CONSENTS.items():
        text = publish_consent_text(
            by=None, purpose=purpose, text=LocalisedText(words), is_required=purpose == Purpose.NOTICE
        )
        if text.is_required:
            for person in people.values():
                with override(person.language):
                    answer_consent(person, text, by=person, answer=ConsentAnswer.GIVEN)


def _experts(people: dict[str, User], today: date) -> None:
    """What the advisors say about themselves."""
    areas = {
        key: ExpertArea.objects.create(name=name, position=position)
        for position, (key, name) in enumerate(AREAS.items(), 1)
    }
    for key, expert in EXPERTS.items():
        first, last, note = expert.free
        with override(people[key].language):
            edit_expert_profile(
                people[key],
                by=people[key],
                areas={areas[name]: level for name, level in expert.areas.items()},
                languages=expert.languages,
                windows=[(today + timedelta(days=first), today + timedelta(days=last), note)],
                systems=expert.systems,
                years_of_practice=expert.years,
                is_listed=True,
            )


def _ask_for_access(house: House) -> None:
    """Somebody without an account waits for the focal point."""
    request_access(
        email="newcomer@by.example",
        given_name="Maksim",
        family_name="Baranau",
        organisation=house.bodies["services_by"],
        reason="Веду проект цифрового архива вместе с Сергеем Дубовиком и буду готовить ответы на вопросы советников.",
        language="ru",
    )


def accounts() -> list[tuple[str, str]]:
    """Address, and who it is: for the terminal."""
    return [
        (person.email, f"{Function(person.function).label}, {BODIES[person.body].name['en']}")
        for person in PEOPLE.values()
    ]
