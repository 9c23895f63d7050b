"""How days and moments are written, in each language and for each reader. No database, no HTML.

A date is never ambiguous, a time names its city, and the other side's time stands beside the reader's own.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from core.localised import LocalisedText, active_language

# Kept here, because Django's own Belarusian and Korean names differ from what official letters use.
WEEKDAYS = {
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "ru": ("пн", "вт", "ср", "чт", "пт", "сб", "вс"),
    "be": ("пн", "аў", "ср", "чц", "пт", "сб", "нд"),
    "ko": ("월", "화", "수", "목", "금", "토", "일"),
}
LONG_WEEKDAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "ru": ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"),
    "be": ("панядзелак", "аўторак", "серада", "чацвер", "пятніца", "субота", "нядзеля"),
    "ko": ("월요일", "화요일", "수요일", "목요일", "금요일", "토요일", "일요일"),
}
MONTHS = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    "ru": ("янв.", "февр.", "марта", "апр.", "мая", "июня", "июля", "авг.", "сент.", "окт.", "нояб.", "дек."),
    "be": ("студз.", "лют.", "сак.", "крас.", "мая", "чэрв.", "ліп.", "жн.", "вер.", "кастр.", "ліст.", "снеж."),
    "ko": tuple(f"{number}월" for number in range(1, 13)),
}
LONG_MONTHS = {
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    "ru": (
        *("января", "февраля", "марта", "апреля", "мая", "июня"),
        *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
    ),
    "be": (
        *("студзеня", "лютага", "сакавіка", "красавіка", "мая", "чэрвеня"),
        *("ліпеня", "жніўня", "верасня", "кастрычніка", "лістапада", "снежня"),
    ),
    "ko": MONTHS["ko"],
}
# One pattern a style and language. `weekday` is for due days, `clock` for the bar at the top of the page.
PATTERNS = {
    "plain": {
        "en": "{day} {month} {year}",
        "ru": "{day:02}.{number:02}.{year}",
        "be": "{day:02}.{number:02}.{year}",
        "ko": "{year}. {number}. {day}.",
    },
    "weekday": {
        "en": "{weekday} {day} {month} {year}",
        "ru": "{weekday} {day:02}.{number:02}.{year}",
        "be": "{weekday} {day:02}.{number:02}.{year}",
        "ko": "{year}. {number}. {day}. ({weekday})",
    },
    "short": {
        "en": "{day} {month}",
        "ru": "{day:02}.{number:02}",
        "be": "{day:02}.{number:02}",
        "ko": "{number}. {day}.",
    },
    "clock": {
        "en": "{weekday} {day} {month}",
        "ru": "{weekday} {day} {month}",
        "be": "{weekday} {day} {month}",
        "ko": "{month} {day}일 ({weekday})",
    },
    "long": {
        "en": "{long_weekday}, {day} {long_month} {year}",
        "ru": "{long_weekday}, {day} {long_month} {year} г.",
        "be": "{long_weekday}, {day} {long_month} {year} г.",
        "ko": "{year}년 {long_month} {day}일 {long_weekday}",
    },
}


@dataclass(frozen=True)
class Place:
    """A country as clocks know it: its capital and the zone there. `calendar` is the code of its working days."""

    code: str
    zone: ZoneInfo
    city: LocalisedText | str
    calendar: str = ""


@dataclass
class Atlas:
    """Where places come from. The app that knows countries fills this in when Django starts."""

    place: Callable[[str], Place | None] = lambda _code: None
    sides: Callable[[], tuple[str, ...]] = tuple


atlas = Atlas()


def write_day(day: date, style: str = "plain", language: str | None = None) -> str:
    """A day in one of the styles of PATTERNS: `27 Nov 2026`, `пт 27.11.2026`, `2026. 11. 27. (금)`."""
    language = language or active_language()
    return PATTERNS[style][language].format(
        year=day.year,
        number=day.month,
        day=day.day,
        weekday=WEEKDAYS[language][day.weekday()],
        long_weekday=LONG_WEEKDAYS[language][day.weekday()],
        month=MONTHS[language][day.month - 1],
        long_month=LONG_MONTHS[language][day.month - 1],
    )


def write_time(moment: datetime, place: Place, language: str | None = None, *, beside: date | None = None) -> str:
    """`09:12 Minsk`, in Korean `서울 15:12`. Where the day differs from the one `beside` it, the day is named too."""
    language = language or active_language()
    local = moment.astimezone(place.zone)
    city = place.city.best(language).text if isinstance(place.city, LocalisedText) else place.city
    parts: tuple[str, ...] = (city, f"{local:%H:%M}") if language == "ko" else (f"{local:%H:%M}", city)
    if beside and local.date() != beside:
        parts = (write_day(local.date(), "short", language), *parts)
    return " ".join(parts)


def write_moment(
    moment: datetime, own: Place, other: Place | None = None, language: str | None = None, *, style: str = "plain"
) -> tuple[str, str]:
    """The reader's day and time, and the other side's time: `("2 Nov 2026, 09:12 Minsk", "15:12 Seoul")`.

    The second is empty where both clocks show the same.
    """
    language = language or active_language()
    local = moment.astimezone(own.zone)
    comma = " " if language == "ko" else ", "
    text = f"{write_day(local.date(), style, language)}{comma}{write_time(moment, own, language)}"
    return text, beside(moment, own, other, language)


def beside(moment: datetime, own: Place, other: Place | None, language: str | None = None) -> str:
    """The other side's time, or nothing when there is no other side or its capital is the reader's own."""
    if other is None or other.code == own.code:
        return ""
    return write_time(moment, other, language, beside=moment.astimezone(own.zone).date())


def capitals_of(reader: Any, other: Any = None) -> tuple[Place | None, Place | None]:
    """The capital of the reader's own side and the one across the table; `other` is a country or its code.

    An official of a third country has the centre's second side across the table. A visitor reads as the side whose
    time they chose in the view settings, else as the first.
    """
    sides = atlas.sides()
    country = getattr(reader, "country", None) or getattr(getattr(reader, "standing", None), "country", None)
    if country:
        own = atlas.place(country.pk)
    else:
        places = [place for side in sides if (place := atlas.place(side))]
        chosen = [place for place in places if place.zone.key == _zone_key(reader)]
        own = next(iter([*chosen, *places]), None)
    code = getattr(other, "pk", other)
    if not code or (own and code == own.code):
        code = next((side for side in reversed(sides) if own and side != own.code), "")
    return own, atlas.place(code) if code else None


def places_of(reader: Any, other: Any = None) -> tuple[Place | None, Place | None]:
    """The same two for moments: who set another zone than the capital's reads them there, under its city's name."""
    own, across = capitals_of(reader, other)
    key = _zone_key(reader)
    if own is None or key in {"", "UTC", own.zone.key}:
        return own, across
    if across and key == across.zone.key:
        return across, own
    return Place("", ZoneInfo(key), key.rpartition("/")[2].replace("_", " "), own.calendar), across


def _zone_key(reader: Any) -> str:
    return str(getattr(reader, "zone", None) or "")
