"""Money as people read it: grouped as their language does, never broken over two lines, won without decimals."""

from decimal import Decimal

from django.utils.formats import number_format

from core.localised import active_language
from projects.currencies import places, rounded

NBSP, MINUS = "\N{NO-BREAK SPACE}", "\N{MINUS SIGN}"


def write_amount(amount: object, currency: str) -> str:
    """`310,000.00` or `310 000,00`: the digits alone, as many decimals as the currency has.

    Nothing but a `Decimal` is money: a float is a mistake of ours, and is raised as one.
    """
    if not isinstance(amount, Decimal):
        message = f"Money is a Decimal, not {type(amount).__name__}"
        raise TypeError(message)
    whole = rounded(amount, currency)
    digits = number_format(abs(whole), decimal_pos=places(currency), use_l10n=True, force_grouping=True)
    return f"{MINUS if whole < 0 else ''}{digits}"


def write_money(amount: object, currency: str) -> str:
    """`USD 310,000.00` in English, `310 000,00 USD` elsewhere."""
    digits = write_amount(amount, currency)
    return f"{currency}{NBSP}{digits}" if active_language() == "en" else f"{digits}{NBSP}{currency}"
