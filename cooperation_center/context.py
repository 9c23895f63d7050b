"""What every page shows around its content. Nothing is worked out before a template asks for it."""

from functools import cached_property
from typing import Any

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language

from calendars.moments import capitals_of
from cooperation_center.clock import Clock
from cooperation_center.navigation import Entry, account, menu, path_to, signed_in
from cooperation_center.public import Address, address_of, here
from people import directory
from people.models import Centre, Country


class Site:
    """The frame of a page for one reader. An error page may have it too, so it never fails for want of a database."""

    languages = settings.LANGUAGES
    is_sample = settings.SAMPLE_CENTRE

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    @property
    def making(self) -> Any:
        """While the page is made to be kept for all visitors: places for what changes by the minute."""
        return getattr(self.request, "making", None)

    @property
    def _reader(self) -> Any:
        return getattr(self.request, "reader", None)

    @property
    def view(self) -> dict[str, str]:
        """The attributes of `<html>` that the reader has chosen."""
        return self._reader.view if self._reader else {}

    @cached_property
    def centre(self) -> Centre | None:
        try:
            return directory.main_centre()
        except DatabaseError:
            return None

    @cached_property
    def clock(self) -> Clock | None:
        """The two clocks; none before there is a centre."""
        if self.centre is None:
            return None
        own, other = capitals_of(self._reader)
        if own is None or other is None:
            return None
        return Clock(own, other, side_b=self.centre.side_b_id, now=timezone.now())

    @cached_property
    def own(self) -> Country | None:
        """The side that this reader's copy names first: the own one; side a for all others."""
        if self.centre is None:
            return None
        country = getattr(self._reader, "country", None)
        return self.centre.side_b if country and country.pk == self.centre.side_b_id else self.centre.side_a

    @cached_property
    def other(self) -> Country | None:
        """The side named second."""
        if self.centre is None:
            return None
        return self.centre.side_a if self.own == self.centre.side_b else self.centre.side_b

    @cached_property
    def navigation(self) -> list[Entry]:
        return menu(self.request)

    @cached_property
    def account(self) -> list[Entry]:
        return account(self.request)

    @cached_property
    def address(self) -> Address | None:
        """Of a public page: what search engines and passed-on links call it."""
        return address_of(self.request, get_language() or settings.LANGUAGE_CODE)

    @property
    def here(self) -> str:
        """Where whoever leaves this page to choose a language comes back to."""
        return here(self.request)

    @property
    def language_url(self) -> str:
        return path_to("people:set_language")

    @property
    def sign_out_url(self) -> str:
        return path_to("account_logout") if signed_in(self.request) else ""


def page(request: HttpRequest) -> dict[str, Any]:
    """`site` in every template."""
    return {"site": Site(request)}
