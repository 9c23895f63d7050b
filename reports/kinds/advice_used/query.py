"""What became of advice: used, used in part, not used."""

from django.utils.translation import gettext_lazy as _

from reports.enums import Every
from reports.figures import consultations
from reports.figures.figure import Asked, Group

PLACE = 5
LABEL = _("What became of the advice")
LEDE = _("What those who asked say six months after the answer: used, used in part, not used.")
PERIODS = (Every.QUARTER, Every.YEAR)
NARROWS = ("country", "topic")


def figures(asked: Asked) -> list[Group]:
    """The answers to the question after six months that came in the period."""
    return [consultations.advice_used(asked)]
