"""Centres and countries as every page needs them: read once per process, again after one of them was saved.

A transaction that has changed a row reads its own rows, which nobody else sees before the commit (`core.kept`).
"""

from typing import Any
from zoneinfo import ZoneInfo

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from calendars.models import Calendar
from calendars.moments import Place, atlas
from core.kept import Kept
from people.models import Centre, Country


class Register:
    """All countries and centres as they stood at one version."""

    def __init__(self) -> None:
        self.countries = {one.pk: one for one in Country.objects.select_related("calendar").order_by("name__en")}
        self.centres = list(Centre.objects.order_by("pk"))
        for centre in self.centres:
            centre.side_a, centre.side_b = self.countries[centre.side_a_id], self.countries[centre.side_b_id]


register = Kept("people:directory", Register)


def country(code: str) -> Country | None:
    """A country by its code; none when it is not known here."""
    return register.get().countries.get(code)


def countries() -> list[Country]:
    """All of them in protocol order, the English alphabet."""
    return list(register.get().countries.values())


def main_centre() -> Centre | None:
    """The centre whose name stands above every page: the oldest that the public may see. No query when warm."""
    return next((centre for centre in register.get().centres if centre.is_public), None)


def sides() -> tuple[str, ...]:
    """The codes of the main centre's two countries; none before there is a centre."""
    centre = main_centre()
    return (centre.side_a_id, centre.side_b_id) if centre else ()


def place(code: str) -> Place | None:
    """A country as clocks know it: its capital, and the zone and calendar there."""
    found = country(code)
    return Place(found.pk, ZoneInfo(found.calendar.zone), found.capital, found.calendar_id) if found else None


@receiver([post_save, post_delete], sender=Centre)
@receiver([post_save, post_delete], sender=Country)
@receiver([post_save, post_delete], sender=Calendar)
def outdate(**_signal: Any) -> None:
    """Let this transaction read its own rows from now on, everybody else after the commit."""
    register.outdate()


# From here the calendars, which know no countries, learn whose capital stands beside a time.
atlas.place, atlas.sides = place, sides
