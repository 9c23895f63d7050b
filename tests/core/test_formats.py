"""Numbers as each language of the portal writes them."""

import pytest
from django.template.defaultfilters import filesizeformat, floatformat
from django.utils.translation import override

from core.localised import with_unit


@pytest.mark.parametrize(
    ("language", "figure", "size"),
    [
        ("en", "4.5", "22.0\N{NO-BREAK SPACE}KB"),
        ("ru", "4,5", "22,0\N{NO-BREAK SPACE}КБ"),
        ("be", "4,5", "22,0\N{NO-BREAK SPACE}КБ"),
        ("ko", "4.5", "22.0\N{NO-BREAK SPACE}KB"),
    ],
)
def test_a_figure_has_the_decimal_mark_of_its_language(language, figure, size):
    with override(language):
        assert (floatformat(4.5, 1), filesizeformat(22 * 1024)) == (figure, size)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "7.5\N{NO-BREAK SPACE}%"),
        ("ru", "7.5\N{NO-BREAK SPACE}%"),
        ("be", "7.5\N{NO-BREAK SPACE}%"),
        ("ko", "7.5%"),
    ],
)
def test_a_unit_stands_as_its_language_sets_it(language, said):
    with override(language):
        assert (with_unit("7.5", "%"), with_unit("7.5", "")) == (said, "7.5")
