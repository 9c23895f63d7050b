"""Measured values as people read them: no more decimals than were measured, grouped as their language does."""

from decimal import Decimal

from django.utils.formats import number_format

from core.localised import with_unit
from projects.enums import Unit

MINUS = "\N{MINUS SIGN}"


def write_figure(value: Decimal, unit: str = "") -> str:
    """`1,250`, `0.5` or `64 %`."""
    plain = value.normalize()
    exponent = plain.as_tuple().exponent
    decimals = max(-exponent, 0) if isinstance(exponent, int) else 0
    digits = number_format(abs(plain), decimal_pos=decimals, use_l10n=True, force_grouping=True)
    return with_unit(f"{MINUS if plain < 0 else ''}{digits}", "%" if unit == Unit.PERCENT else "")
