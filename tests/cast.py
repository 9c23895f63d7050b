"""The cast: the people whom every test is about, in real institutions of both sides. All of them are fictional.

Ask for a person by name (`official_by`, `director_kr`), or for `cast` to have everything at hand. The whole cast is
a dozen inserts; each test gets its own.
"""

import functools
import time as clock
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from typing import Any

import pytest
from allauth.account.internal.flows.login import (
    _AUTHENTICATION_METHODS_USER_SESSION_KEY,
    AUTHENTICATION_METHODS_SESSION_KEY,
)
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from calendars import directory
from calendars.models import Calendar, OfficeWindow
from core.localised import LocalisedText
from people.enums import Function, OrganisationKind, Side
from people.models import Appointment, Centre, Country, FormerName, Organisation, User

__all__ = (  # what conftest.py takes over: the fixtures
    "admin_user",
    "advisor2_kr",
    "advisor_kr",
    "cast",
    "centre",
    "client_of",
    "contact_by",
    "contact_ge",
    "director_by",
    "director_kr",
    "officer",
    "official_by",
    "official_ge",
    "visitor",
)

PASSWORD = "korea-and-belarus-2026"  # the cast lives in test databases only
SINCE = date(2016, 9, 9)

ZONES = {"BY": "Europe/Minsk", "KR": "Asia/Seoul", "GE": "Asia/Tbilisi"}
COUNTRIES = {
    "BY": (
        {"en": "Belarus", "ru": "Беларусь", "be": "Беларусь", "ko": "벨라루스"},
        {"en": "Minsk", "ru": "Минск", "be": "Мінск", "ko": "민스크"},
    ),
    "KR": (
        {"en": "Republic of Korea", "ru": "Республика Корея", "be": "Рэспубліка Карэя", "ko": "대한민국"},
        {"en": "Seoul", "ru": "Сеул", "be": "Сеул", "ko": "서울"},
    ),
    "GE": (
        {"en": "Georgia", "ru": "Грузия", "be": "Грузія", "ko": "조지아"},
        {"en": "Tbilisi", "ru": "Тбилиси", "be": "Тбілісі", "ko": "트빌리시"},
    ),
}
ORGANISATIONS: dict[str, dict[str, Any]] = {
    "ministry_by": {
        "name": {
            "en": "Ministry of Communications and Informatization",
            "ru": "Министерство связи и информатизации",
            "be": "Міністэрства сувязі і інфарматызацыі",
            "ko": "통신정보화부",
        },
        "kind": OrganisationKind.MINISTRY,
        "country_id": "BY",
    },
    "services_by": {
        "name": {
            "en": "National Centre of Electronic Services",
            "ru": "Национальный центр электронных услуг",
            "be": "Нацыянальны цэнтр электронных паслуг",
            "ko": "국가전자서비스센터",
        },
        "kind": OrganisationKind.AGENCY,
        "country_id": "BY",
    },
    "nia": {
        "name": {
            "en": "National Information Society Agency",
            "ru": "Национальное агентство информационного общества",
            "be": "Нацыянальнае агенцтва інфармацыйнага грамадства",
            "ko": "한국지능정보사회진흥원",
        },
        "acronym": "NIA",
        "kind": OrganisationKind.AGENCY,
        "country_id": "KR",
    },
    "agency_ge": {
        "name": {"en": "Digital Governance Agency", "ru": "Агентство цифрового управления"},
        "acronym": "DGA",
        "kind": OrganisationKind.AGENCY,
        "country_id": "GE",
    },
    "centre": {
        "name": {
            "en": "Belarusian-Korean IT Cooperation Centre",
            "ru": "Белорусско-корейский центр сотрудничества в области ИТ",
            "be": "Беларуска-карэйскі цэнтр супрацоўніцтва ў галіне ІТ",
            "ko": "벨라루스·한국 정보기술 협력센터",
        },
        "kind": OrganisationKind.CENTRE,
        "country_id": "BY",
    },
}
# given, family, given and family in the own script, its language, language of the interface
PEOPLE: dict[str, tuple[str, str, str, str, str, str, str]] = {
    "official_by": ("official@by.example", "Sergei", "Dubovik", "Сергей", "Дубовик", "ru", "ru"),
    "contact_by": ("contact@by.example", "Alena", "Volkava", "Алена", "Волкава", "be", "be"),
    "director_by": ("director@by.example", "Maryna", "Karatkevich", "Марына", "Караткевіч", "be", "ru"),
    "advisor_kr": ("advisor@kr.example", "Seoyeon", "Kim", "서연", "김", "ko", "ko"),
    "advisor2_kr": ("advisor2@kr.example", "Doyun", "Park", "도윤", "박", "ko", "ko"),
    "director_kr": ("director@kr.example", "Hajun", "Lee", "하준", "이", "ko", "ko"),
    "officer": ("officer@centre.example", "Iryna", "Lis", "Ірына", "Ліс", "be", "ru"),
    "admin_user": ("admin@centre.example", "Pavel", "Novik", "Павел", "Новик", "ru", "en"),
    "official_ge": ("official@ge.example", "Nino", "Beridze", "ნინო", "ბერიძე", "ka", "en"),
    "contact_ge": ("contact@ge.example", "Giorgi", "Lomidze", "გიორგი", "ლომიძე", "ka", "en"),
}
# function, organisation, side, title
POSTS: dict[str, tuple[Function, str, str, dict[str, str]]] = {
    "official_by": (Function.MEMBER, "services_by", "", {"en": "Head of Cloud Department"}),
    "contact_by": (Function.CONTACT_POINT, "ministry_by", "", {"en": "National Contact Point"}),
    "director_by": (Function.CO_DIRECTOR, "ministry_by", Side.A, {"en": "Co-director for Belarus"}),
    "advisor_kr": (Function.ADVISOR, "nia", Side.B, {"en": "Advisor", "ko": "자문관"}),
    "advisor2_kr": (Function.ADVISOR, "nia", Side.B, {"en": "Advisor", "ko": "자문관"}),
    "director_kr": (Function.CO_DIRECTOR, "nia", Side.B, {"en": "Co-director for the Republic of Korea"}),
    "officer": (Function.OFFICER, "centre", "", {"en": "Programme Officer"}),
    "admin_user": (Function.ADMINISTRATOR, "centre", "", {"en": "Administrator"}),
    "official_ge": (Function.MEMBER, "agency_ge", "", {"en": "Senior Specialist"}),
    "contact_ge": (Function.CONTACT_POINT, "agency_ge", "", {"en": "National Contact Point"}),
}
OF_THE_CENTRE = {Function.CO_DIRECTOR, Function.ADVISOR, Function.OFFICER, Function.ADMINISTRATOR}


@functools.cache
def _hashed() -> str:
    return make_password(PASSWORD)


@dataclass
class Cast:
    """Everything that was built, by name."""

    countries: dict[str, Country]
    organisations: dict[str, Organisation]
    centre: Centre
    people: dict[str, User]
    appointments: dict[str, Appointment]


def build() -> Cast:
    """Insert the cast. Bulk, because hundreds of tests begin with it."""
    calendars = [Calendar(code=code, zone=zone) for code, zone in ZONES.items()]
    Calendar.objects.bulk_create(calendars, ignore_conflicts=True)
    if not OfficeWindow.objects.filter(calendar__in=calendars).exists():
        OfficeWindow.objects.bulk_create(
            OfficeWindow(calendar=calendar, weekday=weekday, opens=time(9), closes=time(18))
            for calendar in calendars
            for weekday in range(5)
        )
    for code in ZONES:
        directory.outdate(code)  # bulk inserts send no signals
    by_code = {calendar.code: calendar for calendar in calendars}
    countries = {
        code: Country(code=code, name=name, capital=capital, calendar=by_code[code], family_name_first=code == "KR")
        for code, (name, capital) in COUNTRIES.items()
    }
    Country.objects.bulk_create(countries.values(), ignore_conflicts=True)
    organisations = {
        key: Organisation(
            country=countries[fields["country_id"]], **{k: v for k, v in fields.items() if k != "country_id"}
        )
        for key, fields in ORGANISATIONS.items()
    }
    Organisation.objects.bulk_create(organisations.values())
    FormerName.objects.create(
        organisation=organisations["nia"],
        name={"en": "National Information Society Agency", "ko": "한국정보화진흥원"},
        from_on=date(2009, 5, 22),
        until_on=date(2020, 12, 9),
    )
    centre = Centre.objects.create(
        name=organisations["centre"].name,
        short_name=LocalisedText({"en": "IT Cooperation Centre", "ru": "Центр ИТ-сотрудничества"}),
        acronym="CC",
        side_a=countries["BY"],
        side_b=countries["KR"],
        organisation=organisations["centre"],
    )
    centre.countries.add(countries["BY"], countries["GE"])
    people = {key: _person(key) for key in PEOPLE}
    User.objects.bulk_create(people.values())
    appointments = {
        key: Appointment(
            user=people[key],
            function=function,
            organisation=organisations[organisation],
            centre=centre if function in OF_THE_CENTRE else None,
            side=side,
            title=title,
            starts_on=SINCE,
            is_primary=True,
        )
        for key, (function, organisation, side, title) in POSTS.items()
    }
    Appointment.objects.bulk_create(appointments.values())
    return Cast(countries, organisations, centre, people, appointments)


def _person(key: str) -> User:
    email, given, family, given_own, family_own, own_language, language = PEOPLE[key]
    code = ORGANISATIONS[POSTS[key][1]]["country_id"]
    return User(
        email=email,
        password=_hashed(),
        given_name=given,
        family_name=family,
        given_name_own=given_own,
        family_name_own=family_own,
        own_language=own_language,
        family_name_first=code == "KR",
        language=language,
        zone=ZONES[code],
    )


def sign_in(user: User, *, second_factor: bool = True, client: Client | None = None) -> Client:
    """A browser in which the person has just signed in, with password and second factor.

    The session is written as signing in leaves it, with a fifth of the statements: hundreds of walks begin with it.
    Signing in itself is tested in tests/people/.
    """
    client = client or Client()
    methods = ["password", "mfa"] if second_factor else ["password"]
    session = SessionStore()
    session.update(
        {
            SESSION_KEY: user._meta.pk.value_to_string(user),
            BACKEND_SESSION_KEY: settings.AUTHENTICATION_BACKENDS[0],
            HASH_SESSION_KEY: user.get_session_auth_hash(),
            AUTHENTICATION_METHODS_SESSION_KEY: [{"method": method, "at": clock.time()} for method in methods],
            _AUTHENTICATION_METHODS_USER_SESSION_KEY: str(user.pk),
        }
    )
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = str(session.session_key)
    return client


def cost(client: Client, url: str) -> int:
    """How many queries a page takes."""
    with CaptureQueriesContext(connection) as queries:
        client.get(url)
        return len(queries)


@pytest.fixture
def client_of() -> Callable[..., Client]:
    """`client_of(official_by)`: the client of somebody who is signed in; `client_of()`, one of a visitor."""
    return lambda user=None, **options: sign_in(user, **options) if user else Client()


@pytest.fixture
def cast(db: None) -> Cast:
    return build()


@pytest.fixture
def centre(cast: Cast) -> Centre:
    return cast.centre


@pytest.fixture
def official_by(cast: Cast) -> User:
    """Asks: of the National Centre of Electronic Services of Belarus."""
    return cast.people["official_by"]


@pytest.fixture
def contact_by(cast: Cast) -> User:
    """Checks the requests of Belarus."""
    return cast.people["contact_by"]


@pytest.fixture
def director_by(cast: Cast) -> User:
    """Holds the key of side A."""
    return cast.people["director_by"]


@pytest.fixture
def advisor_kr(cast: Cast) -> User:
    return cast.people["advisor_kr"]


@pytest.fixture
def advisor2_kr(cast: Cast) -> User:
    return cast.people["advisor2_kr"]


@pytest.fixture
def director_kr(cast: Cast) -> User:
    """Holds the key of side B."""
    return cast.people["director_kr"]


@pytest.fixture
def officer(cast: Cast) -> User:
    return cast.people["officer"]


@pytest.fixture
def admin_user(cast: Cast) -> User:
    return cast.people["admin_user"]


@pytest.fixture
def official_ge(cast: Cast) -> User:
    """The stranger of most tests: same centre, another country."""
    return cast.people["official_ge"]


@pytest.fixture
def contact_ge(cast: Cast) -> User:
    return cast.people["contact_ge"]


@pytest.fixture
def visitor() -> AnonymousUser:
    return AnonymousUser()
