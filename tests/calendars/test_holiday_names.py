"""The holidays of every country the centre serves have a name in every language of the portal."""

import pytest

from calendars.holiday_names import JOINED, translated
from calendars.public_holidays import holiday_year

SERVED = ("AM", "AZ", "BG", "BY", "GE", "KG", "KR", "KZ", "MD", "RO", "RS", "TJ", "UZ")
YEARS = range(2024, 2031)


@pytest.mark.parametrize("code", SERVED)
def test_nothing_that_the_library_says_is_left_in_english(code):
    said = {name for year in YEARS for name in holiday_year(code, "", year).names.values()}
    assert len(said) > 5
    assert {
        (name, language) for name in said for language in ("ru", "be", "ko") if not translated(name, language)
    } == set()


@pytest.mark.parametrize(
    ("english", "language", "said"),
    [
        ("Chuseok", "ru", "Чусок"),
        ("Alternative holiday for Chuseok", "ru", "Выходной взамен: Чусок"),
        ("Day off (substituted from 04/25/2026)", "ko", "2026년 4월 25일 근무 대체 휴일"),
        ("Eid al-Fitr (observed, estimated)", "be", "Ураза-байрам (перанос, чаканая дата)"),
        (JOINED.join(("Chuseok", "National Foundation Day")), "ko", "추석; 개천절"),
        ("Chuseok", "en", "Chuseok"),
        ("A day that nobody knows", "ru", ""),
        (JOINED.join(("Chuseok", "A day that nobody knows")), "ru", ""),
    ],
)
def test_what_is_said(english, language, said):
    assert translated(english, language) == said
