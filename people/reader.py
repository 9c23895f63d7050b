"""Whoever reads a page, signed in or not: language, zone, country, and how the page is to look."""

from functools import cached_property
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language_from_request

from people import directory
from people.enums import AS_USUAL, Contrast, TextSize, Theme
from people.models import Country, known_zones

COOKIE_AGE = 365 * 24 * 3600
VIEW_COOKIES = {"theme": Theme, "contrast": Contrast, "text_size": TextSize}
ZONE_COOKIE = "zone"
# `?lang=ru`: the page in Russian, for search engines and links that are passed on. Not `language`: that one chooses the
# text of a practice, and filters the sessions of a timetable.
LANGUAGE_PARAMETER = "lang"


class Reader:
    """`request.reader`. What a person has chosen wins over the cookies, these over what the browser says."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.user = request.user if request.user.is_authenticated else None

    @cached_property
    def language(self) -> str:
        if self.user:
            return self.user.language
        return language_of_visitor(self.request)

    @cached_property
    def zone(self) -> ZoneInfo:
        """A visitor without a choice is given the zone of side A: a time of the centre is then a time on its wall."""
        name = self.user.zone if self.user else self.request.COOKIES.get(ZONE_COOKIE, "")
        return ZoneInfo(name if name in known_zones() else _zone_of_the_house())

    @cached_property
    def country(self) -> Country | None:
        """Whose side comes first: that of the main post. None for visitors and for those without a post."""
        return self.user.standing.country if self.user else None

    @cached_property
    def view(self) -> dict[str, str]:
        """The attributes of `<html>`: what differs from the usual, else nothing."""
        return {name: "" if value == AS_USUAL[name] else value for name, value in self.chosen_view.items()}

    @cached_property
    def chosen_view(self) -> dict[str, str]:
        """What was chosen, as the form of the view settings shows it. Unknown values of a cookie count as none."""
        if self.user:
            return {name: getattr(self.user, name) for name in VIEW_COOKIES}
        asked = {name: self.request.COOKIES.get(name, "") for name in VIEW_COOKIES}
        return {
            name: asked[name] if asked[name] in choices.values else AS_USUAL[name].value
            for name, choices in VIEW_COOKIES.items()
        }


def language_of_visitor(request: HttpRequest) -> str:
    """The one that the address names, else the one that was chosen, else what the browser asks for."""
    asked = request.GET.get(LANGUAGE_PARAMETER, "")
    return asked if asked in dict(settings.LANGUAGES) else get_language_from_request(request)


def _zone_of_the_house() -> str:
    try:
        centre = directory.main_centre()
    except DatabaseError:  # an error page, and the answer that the process is alive, need no zone
        centre = None
    return centre.side_a.calendar.zone if centre else settings.TIME_ZONE


def remember(response: HttpResponse, name: str, value: str) -> None:
    """Keep a visitor's choice in a cookie that holds nothing else."""
    response.set_cookie(
        name, value, max_age=COOKIE_AGE, secure=settings.LANGUAGE_COOKIE_SECURE, httponly=True, samesite="Lax"
    )
