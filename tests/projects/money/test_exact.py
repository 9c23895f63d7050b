"""Rates and days are written with all their digits and no others."""

from decimal import Decimal

import pytest
from django.utils import translation

from projects.templatetags.exact import exact


@pytest.mark.parametrize(
    ("value", "english", "russian"),
    [
        ("30.0", "30", "30"),
        ("1200.5000000000", "1,200.5", "1\N{NO-BREAK SPACE}200,5"),
        ("0.0000000001", "0.0000000001", "0,0000000001"),
        ("1E+3", "1,000", "1\N{NO-BREAK SPACE}000"),
    ],
)
def test_digits(value: str, english: str, russian: str) -> None:
    with translation.override("en"):
        assert exact(Decimal(value)) == english
    with translation.override("ru"):
        assert exact(Decimal(value)) == russian
