"""Values as a paper writes them."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.utils import translation
from django.utils.translation import gettext_lazy

from core.localised import LocalisedText, Tongue
from papers.errors import PaperError
from papers.words import cell_of, number, plain
from people.names import WrittenName
from tests.papers import samples


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("text", "text"),
        (None, None),
        (3, 3),
        (date(2026, 11, 3), "03.11.2026"),
        (LocalisedText(en="Seoul", ru="Сеул"), "Сеул"),
        (LocalisedText(ko="서울"), {"text": "서울", "lang": "ko"}),
        (Tongue("Сеул", "ru", is_fallback=False), "Сеул"),
        (Tongue("Novi Sad", "sr-latn", is_fallback=True), {"text": "Novi Sad", "lang": "sr"}),
        (Tongue("?", "", is_fallback=True), "?"),
        ((1, "b"), [1, "b"]),
        (
            WrittenName("서연", "김", family_first=True, lang="ko"),
            {
                "text": "김서연",
                "lang": "ko",
                "parts": [{"text": "김", "family": True}, {"text": "서연", "family": False}],
                "separator": "",
            },
        ),
    ],
)
def test_a_value_is_written_in_the_language_of_the_paper(value, written):
    assert plain(value, "ru") == written


def test_a_sentence_waits_for_its_language():
    with translation.override("ko"):
        assert plain(gettext_lazy("Russian"), "ko") == str(gettext_lazy("Russian"))


def test_a_record_is_written_with_its_kind():
    assert plain(samples.HEAD, "ko") == {
        "kind": "head",
        "centre": "한-벨라루스 IT 협력센터",
        "sides": ["벨라루스", "대한민국"],
        "number": "ER-2026-007",
        "day": "2026. 11. 3.",
    }


@pytest.mark.parametrize("value", [datetime(2026, 11, 3, 22, tzinfo=UTC), object(), b"bytes"])
def test_what_cannot_be_written_without_more_is_refused(value):
    with pytest.raises(PaperError):
        plain({"title": value}, "en")


@pytest.mark.parametrize(
    ("value", "english", "russian"),
    [
        (0, "0", "0"),
        (1234567, "1,234,567", "1\u00a0234\u00a0567"),
        (1234.5, "1,234.5", "1\u00a0234,5"),
        (Decimal("0.10"), "0.1", "0,1"),
        (2.0, "2", "2"),
        (1000.0, "1,000", "1\u00a0000"),
        (-3.14159, "-3.14", "-3,14"),
    ],
)
def test_numbers_are_written_as_the_language_does(value, english, russian):
    assert (number(value, "en"), number(value, "ru"), number(value, "be")) == (english, russian, russian)


def test_a_cell_knows_whether_it_is_a_number():
    assert [cell_of(value, "en") for value in (1.5, None, "1.5")] == [
        {"words": "1.5", "number": True},
        {"words": "", "number": False},
        {"words": "1.5", "number": False},
    ]
