"""The record: in the reader's language where there is a checked text, else in the nearest, and the page says which."""

import pytest

from practices.actions.publishing import make_live
from practices.enums import Status
from practices.models import Version
from tests.cast import cost
from tests.practices.builders import make_practice, make_translation, sections_in


@pytest.fixture
def practice(cast, advisor_kr):
    return make_practice(cast.centre, cast.organisations["nia"], advisor_kr, status=Status.PUBLISHED)


def page(client, practice, language="", query=""):
    headers = {"HTTP_ACCEPT_LANGUAGE": language} if language else {}
    return client.get(practice.get_absolute_url() + query, **headers)


def test_a_visitor_reads_what_is_published(client, practice):
    answer = page(client, practice)
    assert answer.status_code == 200
    assert answer.context["read"].language == "ko"
    assert "There is no checked text in English yet. This is the text in 한국어." in answer.content.decode()


def test_nobody_else_reads_a_draft(client_of, cast, advisor_kr, official_ge):
    draft = make_practice(cast.centre, cast.organisations["nia"], advisor_kr)
    assert page(client_of(), draft).status_code == 404
    assert page(client_of(official_ge), draft).status_code == 404
    assert page(client_of(advisor_kr), draft).status_code == 200


def test_a_reader_gets_the_own_language_and_the_original_one_step_away(client, practice, official_by, contact_by):
    make_translation(practice, "ru", official_by, contact_by, sections={**sections_in("ru"), "title": "Шлюз"})
    russian = page(client, practice, "ru")
    assert (russian.context["read"].language, russian.context["notice"]) == ("ru", "")
    assert '<h1 lang="ru">Шлюз</h1>' in russian.content.decode()
    assert [(one.code, one.is_current, one.is_original) for one in russian.context["languages"]] == [
        ("ru", True, False),
        ("ko", False, True),
    ]
    original = page(client, practice, "ru", "?language=ko")
    assert original.context["read"].is_original


def test_a_belarusian_reader_gets_russian_before_korean(client, practice, official_by, contact_by):
    make_translation(practice, "ru", official_by, contact_by)
    assert page(client, practice, "be").context["read"].language == "ru"


def test_an_outdated_section_says_so_and_no_other_does(client, practice, advisor_kr, official_by, contact_by):
    make_translation(practice, "ru", official_by, contact_by)
    live = practice.versions.live().get()
    changed = {**live.sections, "lessons": "다르게 했다."}
    make_live(Version.objects.create(practice=practice, number=2, author=advisor_kr, sections=changed), by=advisor_kr)
    answer = page(client, practice, "ru")
    assert [section.key for section in answer.context["read"].outdated] == ["lessons"]
    assert "lessons ru" in answer.content.decode()


def test_a_section_that_is_not_translated_stands_in_the_original(client, practice, official_by, contact_by):
    sections = sections_in("ru")
    del sections["lessons"]
    make_translation(practice, "ru", official_by, contact_by, sections=sections)
    section = page(client, practice, "ru").context["read"].by_key["lessons"]
    assert (section.lang, section.is_original) == ("ko", True)


def test_what_people_write_is_never_markup(client, cast, advisor_kr):
    text = {**sections_in("ko"), "lessons": "<script>alert(1)</script> **굵게**"}
    practice = make_practice(cast.centre, cast.organisations["nia"], advisor_kr, status=Status.PUBLISHED, text=text)
    content = page(client, practice).content.decode()
    assert "<script>alert(1)" not in content
    assert "<strong>굵게</strong>" in content


def test_one_entry_costs_at_most_twelve_queries(client_of, practice, officer, official_by, contact_by):
    make_translation(practice, "ru", official_by, contact_by)
    for reader in (None, officer, official_by):
        assert cost(client_of(reader), practice.get_absolute_url()) <= 12


def test_what_belongs_to_it_is_a_line_that_unfolds_or_a_link(client_of, practice, official_by):
    text = page(client_of(official_by), practice).content.decode()
    address = f"/consultations/about/{practice.reference}/"
    assert f'data-hx-get="{address}"' in text
    assert f'<a href="{address}">' in text
    assert '<script src="/static/vendor/htmx.min.js" defer></script>' in text
    assert address not in page(client_of(), practice).content.decode()
    assert f'href="/consultations/start/?practice={practice.reference}"' in page(client_of(), practice).content.decode()
