"""What the `holidays` library knows about a country, a year at a time and once per process.

The language of the names is always passed: without it the library answers in the locale of the server.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from threading import Lock
from typing import NamedTuple, Self

import holidays
from holidays.registry import EntityLoader

from calendars.holiday_names import translated
from core.localised import NEAREST

# English first: it is what every country has, and what dates are read from.
LIBRARY_NAMES = {"en": "en_US", "ru": "ru", "be": "be", "ko": "ko"}

COUNTRIES = frozenset(EntityLoader.get_country_codes())  # those the library knows; asking for more loads them all

# The library keeps the moved working days of a country in one set per class and adds to it while it reads.
_reading = Lock()


class HolidayName(str):
    """The name of a holiday, which knows its language: `<span lang="{{ name.lang }}">{{ name }}</span>`."""

    __slots__ = ("lang",)

    lang: str

    def __new__(cls, text: str, lang: str) -> Self:
        name = super().__new__(cls, text)
        name.lang = lang
        return name


class HolidayYear(NamedTuple):
    """The public holidays of one year by name, and the weekend days that are worked in exchange."""

    names: Mapping[date, str]
    workdays: frozenset[date]


def _knows(code: str, subdivision: str = "") -> bool:
    """Whether the library has the country, and the region of it where one is named."""
    if code not in COUNTRIES:
        return False
    country = getattr(holidays, code)
    return not subdivision or subdivision in {*country.subdivisions, *country.subdivisions_aliases}


@cache
def holiday_year(code: str, subdivision: str, year: int, language: str = "en") -> HolidayYear:
    """One country's year. None for a country or region that the library lacks, or that fixes none now (Ukraine).

    The next year is read too, because it may move one of its days off to a Saturday of this one; of both only this
    year's dates are kept: the library's moved working days hold strays from as far back as 2006.
    """
    if not _knows(code, subdivision):
        return HolidayYear({}, frozenset())
    with _reading:
        found = holidays.country_holidays(
            code, subdiv=subdivision or None, years=(year, year + 1), expand=False, language=LIBRARY_NAMES[language]
        )
        names = {day: found[day] for day in sorted(found) if day.year == year}
        return HolidayYear(names, frozenset(day for day in found.weekend_workdays if day.year == year))


@cache
def languages_of(code: str) -> frozenset[str]:
    """Which of the portal's languages the library can name this country's holidays in; English is always one."""
    spoken = getattr(holidays, code).supported_languages if _knows(code) else ()
    return frozenset({"en", *(ours for ours, theirs in LIBRARY_NAMES.items() if theirs in spoken)})


def holiday_name(code: str, subdivision: str, day: date, language: str) -> HolidayName:
    """The name of a public holiday in the reader's language or the nearest there is; blank on other days.

    The country's own words come first, then the portal's, then the nearest language that the library has.
    """
    spoken = languages_of(code)
    if language not in spoken:
        english = holiday_year(code, subdivision, day.year).names.get(day, "")
        if ours := translated(english, language):
            return HolidayName(ours, language)
    best = next(lang for lang in (language, *NEAREST.get(language, ()), "en") if lang in spoken)
    return HolidayName(holiday_year(code, subdivision, day.year, best).names.get(day, ""), best)
