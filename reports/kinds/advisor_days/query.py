"""Advisor days: the working days that answers were with advisors."""

from django.utils.translation import gettext_lazy as _

from reports.enums import Every
from reports.figures import consultations
from reports.figures.figure import Asked, Group

PLACE = 4
LABEL = _("Advisor days")
LEDE = _("The working days that answers were with advisors, by country and topic.")
PERIODS = (Every.QUARTER, Every.MONTH, Every.YEAR)
NARROWS = ("country", "topic")


def figures(asked: Asked) -> list[Group]:
    """The days of the answers given in the period."""
    return [consultations.advisor_days(asked)]
