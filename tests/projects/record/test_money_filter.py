"""Money on a page: exact, in the reader's writing, never out of a float."""

from decimal import Decimal

import pytest
from django.template import Context, Template
from django.utils import translation

N = "\N{NO-BREAK SPACE}"


def shown(amount, currency):
    page = Template("{% load projects %}{{ amount|money:currency }}")
    return page.render(Context({"amount": amount, "currency": currency}))


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("en", f"USD{N}1,234,567.50"),
        ("ru", f"1{N}234{N}567,50{N}USD"),
        ("be", f"1{N}234{N}567,50{N}USD"),
        ("ko", f"1,234,567.50{N}USD"),
    ],
)
def test_an_amount_is_written_as_its_reader_writes_it(language, wanted):
    with translation.override(language):
        assert shown(Decimal("1234567.5"), "USD") == wanted


def test_won_have_no_decimals_and_twenty_digits_stay_exact():
    assert shown(Decimal("123456789012345678.00"), "KRW") == f"KRW{N}123,456,789,012,345,678"
    assert shown(Decimal("999999999999999999.99"), "USD") == f"USD{N}999,999,999,999,999,999.99"


def test_what_is_less_than_nothing_bears_a_minus_and_nothing_stays_empty():
    assert shown(Decimal("-0.01"), "EUR") == f"EUR{N}−0.01"
    assert shown(None, "EUR") == ""
    assert shown(Decimal("-0.001"), "EUR") == f"EUR{N}0.00"


@pytest.mark.parametrize("wrong", [1.5, 2, "3.00"])
def test_nothing_but_a_decimal_is_money(wrong):
    with pytest.raises(TypeError, match="Money is a Decimal"):
        shown(wrong, "USD")
