"""The quarter of a centre: every part of its work, by side, country and topic."""

from django.utils.translation import gettext_lazy as _

from reports.enums import Every
from reports.figures.figure import Asked, Group
from reports.kinds.parts import of_the_centre

PLACE = 1
LABEL = _("Report of the centre on a quarter")
LEDE = _("Every part of the work in figures: requests, answers, meetings, practices, agreements and projects.")
PERIODS = (Every.QUARTER, Every.MONTH)


def figures(asked: Asked) -> list[Group]:
    """All groups of the centre."""
    return of_the_centre(asked)
