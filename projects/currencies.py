"""Currencies: how many decimals they have. Money is a `Decimal`; nothing here or above is ever a float."""

from decimal import ROUND_HALF_UP, Decimal

from django.db.models import DecimalField, F, Func, Q, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

DIGITS, PLACES = 20, 2
RATE_DIGITS, RATE_PLACES = 20, 10


class Currency(TextChoices):
    """Those in which sides of our centres pay. The codes are those of ISO 4217."""

    USD = "USD", _("US dollar")
    EUR = "EUR", _("euro")
    KRW = "KRW", _("Korean won")
    BYN = "BYN", _("Belarusian rouble")
    AMD = "AMD", _("Armenian dram")
    AZN = "AZN", _("Azerbaijani manat")
    BGN = "BGN", _("Bulgarian lev")
    GEL = "GEL", _("Georgian lari")
    MDL = "MDL", _("Moldovan leu")
    RON = "RON", _("Romanian leu")
    RSD = "RSD", _("Serbian dinar")
    TRY = "TRY", _("Turkish lira")
    UAH = "UAH", pgettext_lazy("currency", "hryvnia")


WITHOUT_CENTS = (Currency.KRW,)


def places(currency: str) -> int:
    """The decimals of the currency: 0 for the won, 2 for all others here."""
    return 0 if currency in WITHOUT_CENTS else PLACES


def rounded(amount: Decimal, currency: str) -> Decimal:
    """To the smallest unit of the currency, half away from zero: as PostgreSQL rounds a numeric."""
    return amount.quantize(Decimal(1).scaleb(-places(currency)), rounding=ROUND_HALF_UP)


def is_whole(amount: Decimal, currency: str) -> bool:
    """Whether the amount can be paid in that currency: no fraction of its smallest unit."""
    return amount == rounded(amount, currency)


def payable(amount: str = "amount", currency: str = "currency") -> Q:
    """The same as a condition for the database: what has no cents is booked without them."""
    whole = Func(F(amount), function="TRUNC", output_field=DecimalField(max_digits=DIGITS, decimal_places=PLACES))
    return ~Q(**{f"{currency}__in": WITHOUT_CENTS}) | Q(**{amount: whole})
