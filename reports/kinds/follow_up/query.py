"""What stays of meetings and practices: action plans after 3, 6 and 12 months, and adoptions."""

from django.utils.translation import gettext_lazy as _

from reports.enums import Every
from reports.figures import events, practices
from reports.figures.figure import Asked, Group

PLACE = 6
LABEL = _("Action plans and adoptions")
LEDE = _("What participants did at home after 3, 6 and 12 months, and the practices that a further country took home.")
PERIODS = (Every.QUARTER, Every.YEAR)
NARROWS = ("country",)


def figures(asked: Asked) -> list[Group]:
    """Plans by their checks, adoptions by their stage."""
    return [events.action_plans(asked), practices.adoptions(asked)]
