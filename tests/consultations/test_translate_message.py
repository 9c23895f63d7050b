import pytest
from django.core.exceptions import PermissionDenied
from django.utils import translation

from consultations.actions.corresponding import translate_message, write_message
from consultations.models import Consultation
from consultations.presentation.thread import contributions
from core.refusal import RefusedError
from tests.consultations import builders as build
from tests.consultations.conftest import doors


@pytest.fixture
def message(in_progress, advisor_kr):
    return write_message(in_progress, by=advisor_kr, text="안녕하세요", language="ko")


def test_it_points_to_the_text_it_was_made_from(message, in_progress, officer, heard):
    heard()
    made = translate_message(message, by=officer, language="ru", text="Здравствуйте")
    assert (made.language, made.text, made.source, made.by) == (
        "ru",
        "Здравствуйте",
        message.texts.get(source=None),
        officer,
    )
    assert heard() == [
        ("message_translated", {"consultation": in_progress, "by": officer, "message": message, "language": "ru"})
    ]
    assert list(Consultation.objects.matching("здравствуйте")) == [in_progress]


def test_each_reader_gets_the_one_that_suits(message, in_progress, officer, official_by):
    for language, text in (("ru", "Здравствуйте"), ("en", "Hello")):
        translate_message(message, by=officer, language=language, text=text)
    shown = {}
    for language in ("ru", "be", "en", "ko"):
        with translation.override(language):
            [one] = contributions(in_progress, official_by)
            shown[language] = (one.translation and one.translation.text, sorted(one.other_languages))
    assert shown == {
        "ru": ("Здравствуйте", ["en"]),
        "be": ("Здравствуйте", ["en"]),
        "en": ("Hello", ["ru"]),
        "ko": (None, ["en", "ru"]),
    }


def test_a_reader_of_belarusian_needs_no_english_beside_russian(in_progress, official_by, officer):
    message = write_message(in_progress, by=official_by, text="Здравствуйте", language="ru")
    translate_message(message, by=officer, language="en", text="Hello")
    with translation.override("be"):
        assert [one.translation for one in contributions(in_progress, official_by)] == [None]
    translate_message(message, by=officer, language="be", text="Добры дзень")
    with translation.override("be"):
        assert [one.translation.text for one in contributions(in_progress, official_by)] == ["Добры дзень"]


def test_the_originals_own_language_is_refused(message, officer):
    with pytest.raises(RefusedError, match="in this language already"):
        translate_message(message, by=officer, language="ko", text="x")


def test_who_translates(cast, message, in_progress, officer, contact_by, advisor2_kr, contact_ge):
    build.deciding.change_people(in_progress, by=officer, lead=cast.people["advisor_kr"], translator=advisor2_kr)
    for person in (officer, contact_by, advisor2_kr):
        assert translate_message(message, by=person, language="en", text="Hello").by == person
    for who in ("official_by", "advisor_kr", "director_by", "contact_ge", "official_ge"):
        with pytest.raises(PermissionDenied):
            translate_message(message, by=cast.people[who], language="en", text="x")


def test_the_screen(message, in_progress, knock, screen):
    met = doors(
        **dict.fromkeys(("official_by", "director_by", "director_kr", "advisor_kr"), 403), officer=200, contact_by=200
    )
    assert knock("translate_message", in_progress, message.pk) == met
    form = screen("officer", "translate_message", in_progress, message.pk).context["form"]
    assert (form["language"].value(), [code for code, _name in form.fields["language"].choices]) == (
        "ru",
        ["en", "ru", "be"],
    )
    empty = screen("officer", "translate_message", in_progress, message.pk, language="en", text="")
    assert (empty.status_code, list(empty.context["form"].errors)) == (200, ["text"])
    answer = screen("officer", "translate_message", in_progress, message.pk, language="en", text="Hello")
    assert answer["Location"] == f"{in_progress.get_absolute_url()}#m{message.pk}"
