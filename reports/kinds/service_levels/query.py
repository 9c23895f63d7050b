"""Service levels: what came in and was decided, what was answered in time, and how long it took."""

from django.utils.translation import gettext_lazy as _

from reports.enums import Every
from reports.figures import consultations
from reports.figures.figure import Asked, Group

PLACE = 3
LABEL = _("Service levels by country and topic")
LEDE = _("Requests received, decided and answered in time, and the working hours to the answer.")
PERIODS = (Every.QUARTER, Every.MONTH, Every.YEAR)
NARROWS = ("country", "topic")


def figures(asked: Asked) -> list[Group]:
    """The requests, and the clocks of their answers."""
    return [consultations.work(asked), consultations.service_levels(asked)]
