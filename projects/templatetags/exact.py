"""Rates and days as they are: `{{ entry.rate|exact }}` writes 1,200.5 and never 1.2005E+3."""

from decimal import Decimal

from django import template
from django.utils.formats import number_format

register = template.Library()


@register.filter
def exact(value: Decimal) -> str:
    """All digits that say something, in the reader's writing; zeros at the end say nothing."""
    digits = f"{value:f}"
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    places = len(digits.partition(".")[2])
    return number_format(Decimal(digits), decimal_pos=places, use_l10n=True, force_grouping=True)
