"""How the facts beside a text are written in each language."""

from decimal import Decimal

import pytest
from django.utils import translation

from practices.enums import NameKind
from practices.models import SystemName, Version
from practices.presentation.facts import figure, years
from practices.presentation.record import cost_of


@pytest.mark.parametrize(
    ("language", "typed", "read"),
    [
        ("en", "64.5 %", "64.5 %"),
        ("ru", "64.5 %", "64,5 %"),
        ("be", "0.815", "0,815"),
        ("ko", "0.815", "0.815"),
        ("ru", "31.12.2003", "31.12.2003"),  # a date
        ("ru", "2.0.1", "2.0.1"),  # a version
        ("ru", "21 700 000", "21 700 000"),
    ],
)
def test_a_figure_has_the_decimal_mark_of_the_reader(language, typed, read):
    with translation.override(language):
        assert figure(typed) == read


@pytest.mark.parametrize(
    ("since", "until", "read"),
    [(2002, 2008, "2002–2008"), (2002, None, "since 2002"), (None, 2008, "until 2008"), (None, None, "")],
)
def test_the_years_of_a_name(since, until, read):
    name = SystemName(text="GePS", language="en", kind=NameKind.FORMER, since_year=since, until_year=until)
    with translation.override("en"):
        assert years(name) == read


@pytest.mark.parametrize(
    ("language", "amount"),
    [("en", "95,500,000"), ("ko", "95,500,000"), ("ru", "95\u00a0500\u00a0000"), ("be", "95\u00a0500\u00a0000")],
)
def test_an_amount_is_grouped_as_in_the_language_of_the_reader(language, amount):
    version = Version(cost_amount=Decimal(95500000), cost_currency="KRW", cost_year=2024)
    with translation.override(language):
        assert amount in cost_of(version)
