"""The year of a centre: every part of its work, then a chapter a country, then what was done by name."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from reports.enums import Every
from reports.figures.figure import Asked, Group
from reports.kinds.by_name import by_name
from reports.kinds.kind import Draw
from reports.kinds.parts import of_countries, of_the_centre

PLACE = 2
LABEL = _("Annual report of the centre")
LEDE = _("The whole year in figures, with a chapter for each country. Both sides may publish it.")
PERIODS = (Every.YEAR,)


def figures(asked: Asked) -> list[Group]:
    """All groups of the centre, and one a country."""
    return [*of_the_centre(asked), *of_countries(asked)]


def paper(asked: Asked, user: Any) -> Draw:  # noqa: ARG001  the same for whoever asks
    """The events, agreements, decisions, projects and practices behind the figures."""
    return by_name(asked)
