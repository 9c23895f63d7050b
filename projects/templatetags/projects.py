"""What the pages of projects write: `{{ amount|money:currency }}`, `{% side_name project.centre "a" %}`."""

from decimal import Decimal
from typing import Any

from django import template
from django.utils.translation import gettext as _

from people.enums import Side
from people.models import Centre
from projects.enums import Owner
from projects.presentation.amounts import write_amount, write_money
from projects.presentation.figures import write_figure

register = template.Library()


@register.filter
def money(amount: Decimal | None, currency: str) -> str:
    """An amount with its currency; nothing where there is none."""
    return "" if amount is None else write_money(amount, currency)


@register.filter
def amount(value: Decimal | None, currency: str) -> str:
    """The digits alone, for a column whose heading names the currency."""
    return "" if value is None else write_amount(value, currency)


@register.filter
def figure(value: Decimal | None, unit: str = "") -> str:
    """A measured value: `{{ one.actual|figure:indicator.unit }}`."""
    return "" if value is None else write_figure(value, unit)


@register.filter
def people_count(value: int | None) -> str:
    """A whole number of people, grouped as the reader's language does; nothing where it is not known."""
    return "" if value is None else write_figure(Decimal(value))


@register.simple_tag
def side_name(centre: Centre, side: str) -> Any:
    """The country of a side, in the reader's language; both sides where it is theirs together."""
    if side == Owner.BOTH:
        return _("both sides")
    return centre.side_country(side).name if side in Side.values else ""
