"""Days and moments as each language writes them, for readers of both sides and of others."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation

from calendars.moments import Place, places_of, write_day, write_moment
from tests.look.conftest import MINSK, SEOUL

AT = datetime(2026, 11, 2, 6, 12, tzinfo=UTC)
LATE = datetime(2026, 11, 20, 17, 30, tzinfo=UTC)  # the next day in Seoul


@pytest.mark.parametrize(
    "style, language, written",
    [
        ("plain", "en", "27 Nov 2026"),
        ("plain", "ru", "27.11.2026"),
        ("plain", "be", "27.11.2026"),
        ("plain", "ko", "2026. 11. 27."),
        ("weekday", "en", "Fri 27 Nov 2026"),
        ("weekday", "ru", "пт 27.11.2026"),
        ("weekday", "be", "пт 27.11.2026"),
        ("weekday", "ko", "2026. 11. 27. (금)"),
        ("short", "en", "27 Nov"),
        ("short", "ru", "27.11"),
        ("short", "be", "27.11"),
        ("short", "ko", "11. 27."),
        ("clock", "en", "Fri 27 Nov"),
        ("clock", "ru", "пт 27 нояб."),
        ("clock", "be", "пт 27 ліст."),
        ("clock", "ko", "11월 27일 (금)"),
        ("long", "en", "Friday, 27 November 2026"),
        ("long", "ru", "пятница, 27 ноября 2026 г."),
        ("long", "be", "пятніца, 27 лістапада 2026 г."),
        ("long", "ko", "2026년 11월 27일 금요일"),
    ],
)
def test_a_day_in_every_style_and_language(style, language, written):
    assert write_day(date(2026, 11, 27), style, language) == written


@pytest.mark.parametrize("language", ["en", "ru", "be", "ko"])
def test_no_two_months_and_no_two_weekdays_read_alike(language):
    assert len({write_day(date(2026, month, 1), "long", language) for month in range(1, 13)}) == 12
    assert len({write_day(date(2026, 11, day), "weekday", language).strip("0123456789") for day in range(2, 9)}) == 7


@pytest.mark.parametrize(
    "language, written",
    [
        ("en", ("2 Nov 2026, 09:12 Minsk", "15:12 Seoul")),
        ("ru", ("02.11.2026, 09:12 Минск", "15:12 Сеул")),
        ("be", ("02.11.2026, 09:12 Мінск", "15:12 Сеул")),
        ("ko", ("2026. 11. 2. 민스크 09:12", "서울 15:12")),
    ],
)
def test_a_moment_names_both_cities(language, written):
    assert write_moment(AT, MINSK, SEOUL, language) == written


def test_another_day_on_the_other_side_is_named():
    assert write_moment(LATE, MINSK, SEOUL, "en") == ("20 Nov 2026, 20:30 Minsk", "21 Nov 02:30 Seoul")
    assert write_moment(LATE, SEOUL, MINSK, "ko") == ("2026. 11. 21. 서울 02:30", "11. 20. 민스크 20:30")


def test_one_place_is_named_once():
    assert write_moment(AT, MINSK, MINSK, "en") == ("2 Nov 2026, 09:12 Minsk", "")
    assert write_moment(AT, MINSK, None, "en") == ("2 Nov 2026, 09:12 Minsk", "")


def test_each_reader_sees_the_own_time_first(show, official_by, director_kr, official_ge):
    seen = [show("{% moment at %}", reader=reader, at=AT) for reader in (official_by, director_kr, official_ge)]
    assert seen == [
        '<time datetime="2026-11-02T09:12+03:00">2 Nov 2026, 09:12 Minsk</time>, 15:12 Seoul',
        '<time datetime="2026-11-02T15:12+09:00">2 Nov 2026, 15:12 Seoul</time>, 09:12 Minsk',
        '<time datetime="2026-11-02T10:12+04:00">2 Nov 2026, 10:12 Tbilisi</time>, 15:12 Seoul',
    ]


def test_the_other_side_may_be_named(show, director_kr, cast):
    assert (
        show("{% moment_text at other='GE' %}", reader=director_kr, at=AT) == "2 Nov 2026, 15:12 Seoul, 10:12 Tbilisi"
    )
    georgia = cast.countries["GE"]
    assert show("{% moment_text at georgia %}", reader=director_kr, at=AT, georgia=georgia).endswith("10:12 Tbilisi")


def test_a_mail_names_the_time_without_a_request(show, director_kr):
    assert (
        show("{% moment_text at %}", language="ko", reader=director_kr, at=AT)
        == "2026. 11. 2. 서울 15:12, 민스크 09:12"
    )


def test_a_reader_on_a_journey_reads_in_the_zone_of_choice(official_by):
    official_by.zone = "Europe/Paris"
    assert write_moment(AT, *places_of(official_by), "en") == ("2 Nov 2026, 07:12 Paris", "15:12 Seoul")
    official_by.zone = "Asia/Seoul"
    assert write_moment(AT, *places_of(official_by), "en") == ("2 Nov 2026, 15:12 Seoul", "09:12 Minsk")


def test_a_portal_without_a_centre_still_writes_moments(show, db):
    assert show("{% moment at %}", at=AT) == '<time datetime="2026-11-02T06:12+00:00">2 Nov 2026, 06:12 UTC</time>'


def test_a_day_of_a_moment_is_that_of_the_reader(show, official_by, director_kr):
    assert show("{% day at %}", reader=official_by, at=LATE) == '<time datetime="2026-11-20">20 Nov 2026</time>'
    assert (
        show("{% day at 'weekday' %}", reader=director_kr, at=LATE)
        == '<time datetime="2026-11-21">Sat 21 Nov 2026</time>'
    )


def test_nothing_is_written_for_no_moment(show, db):
    assert (
        show("{% moment at %}{% moment_text at %}{% day at %}{% due at %}{% person at %}{% country at %}", at=None)
        == ""
    )


def test_a_city_without_a_translation_is_named_in_the_nearest_language():
    tbilisi = Place("GE", ZoneInfo("Asia/Tbilisi"), "Tbilisi")
    with translation.override("ko"):
        assert write_moment(AT, tbilisi) == ("2026. 11. 2. Tbilisi 10:12", "")
