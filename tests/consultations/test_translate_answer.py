import pytest
from django.core.exceptions import PermissionDenied

from consultations.actions.answering import send_back_answer, translate_answer, write_answer
from core.refusal import RefusedError
from tests.consultations import builders as build
from tests.consultations.conftest import doors


def test_it_stands_beside_the_original(in_translation, officer):
    answer = build.version(in_translation)
    translate_answer(answer, by=officer, language="ru", texts=build.texts(in_translation, (" Одно ", "")))
    assert [dict(part.text) for part in answer.parts.all()] == [
        {"ko": build.ANSWERS[0], "ru": "Одно"},
        {"ko": build.ANSWERS[1]},
    ]
    assert list(answer.translations.values_list("language", "of_revision", "by", "checked_by")) == [
        ("ru", 2, officer.pk, None)
    ]
    translate_answer(answer, by=officer, language="ru", texts=build.texts(in_translation, build.TRANSLATED))
    assert answer.translations.count() == 1


def test_the_originals_own_language_is_refused(in_translation, officer):
    with pytest.raises(RefusedError, match="in this language already"):
        translate_answer(build.version(in_translation), by=officer, language="ko", texts={})


def test_who_translates_and_when(cast, in_writing, in_translation, in_check, officer):
    translate_answer(build.version(in_check), by=officer, language="ru", texts=build.texts(in_check, ("Иначе", "Так")))
    with pytest.raises(PermissionDenied):
        translate_answer(build.version(in_writing), by=officer, language="ru", texts={})
    for who in ("advisor_kr", "official_by", "contact_by", "director_kr"):
        with pytest.raises(PermissionDenied):
            translate_answer(build.version(in_translation), by=cast.people[who], language="ru", texts={})


def test_the_screen(in_translation, in_writing, in_progress, knock, screen):
    readers = ("official_by", "contact_by", "advisor_kr", "director_by", "director_kr")
    assert knock("translate_answer", in_translation) == doors(**dict.fromkeys(readers, 403), officer=200)
    assert [screen("officer", "translate_answer", row).status_code for row in (in_writing, in_progress)] == [403, 404]


def test_an_answer_in_the_language_of_the_request_needs_none(cast, advisor_kr, screen):
    row = build.in_progress(cast)
    answer = write_answer(row, by=advisor_kr, language="ru", texts=build.texts(row))
    build.answering.hand_over_answer(answer, by=advisor_kr)
    assert screen("officer", "translate_answer", row).status_code == 409


def test_saved_and_handed_over_from_the_screen(in_translation, screen):
    shown = screen("officer", "translate_answer", in_translation).context["rows"]
    assert [(original, field.value()) for _question, original, field in shown] == [(text, "") for text in build.ANSWERS]
    answer = screen("officer", "translate_answer", in_translation, t1="Одно", t2="")
    assert (answer["Location"], build.version(in_translation).state) == (
        in_translation.get_absolute_url(),
        "translation",
    )
    gap = screen("officer", "translate_answer", in_translation, t1="Одно длинное", t2="", hand_over="1")
    form = gap.context["form"]
    assert (gap.status_code, len(form.non_field_errors()), form["t1"].value()) == (200, 1, "Одно длинное")
    answer = screen("officer", "translate_answer", in_translation, t1="Одно", t2="Другое", hand_over="1")
    assert (answer["Location"], build.version(in_translation).state) == (in_translation.get_absolute_url(), "check")


def test_what_was_typed_while_it_went_back_stays(in_translation, officer, screen):
    send_back_answer(build.version(in_translation), by=officer, reason="x")
    late = screen("officer", "translate_answer", in_translation, t1="Длинный перевод", t2="")
    assert (late.status_code, "Длинный перевод" in late.content.decode()) == (403, True)
