import pytest
from django.core.exceptions import PermissionDenied

from consultations.actions.answering import hand_over_answer, translate_answer, write_answer
from core.refusal import RefusedError
from tests.consultations import builders as build
from tests.factories import appoint


def test_to_the_translator_when_the_requester_reads_another_language(in_writing, advisor_kr, heard, told):
    heard()
    answer = hand_over_answer(build.version(in_writing), by=advisor_kr)
    row = build.fresh(in_writing)
    assert (answer.state, row.status, row.answer_state) == ("translation", "in_progress", "translation")
    assert heard() == [("answer_handed_over", {"consultation": row, "by": advisor_kr, "answer": answer})]
    assert told(answer) == [("to_translator", "draft", "translation", "advisor@kr.example", "")]


def test_from_the_translator_to_the_officer(in_translation, officer, told):
    answer = build.version(in_translation)
    translate_answer(answer, by=officer, language="ru", texts=build.texts(in_translation, build.TRANSLATED))
    answer = hand_over_answer(answer, by=officer)
    assert (answer.state, build.fresh(in_translation).answer_state) == ("check", "check")
    assert told(answer)[-1] == ("to_officer", "translation", "check", "officer@centre.example", "")


@pytest.mark.parametrize(("written", "read"), [("ru", ["ru"]), ("en", ["ru", "en"])])
def test_straight_to_the_officer_when_the_requester_reads_it(cast, advisor_kr, written, read):
    row = build.in_progress(cast, languages=read)
    answer = write_answer(row, by=advisor_kr, language=written, texts=build.texts(row))
    assert hand_over_answer(answer, by=advisor_kr).state == "check"


def test_every_question_has_an_answer_or_a_reason(in_progress, advisor_kr):
    first, second = in_progress.questions.all()
    answer = write_answer(
        in_progress, by=advisor_kr, language="ko", texts={first: "하나", second: " "}, open_questions={second}
    )
    with pytest.raises(RefusedError, match="Answer every numbered question"):
        hand_over_answer(answer, by=advisor_kr)
    answer = write_answer(
        in_progress, by=advisor_kr, language="ko", texts={second: "자료 없음"}, open_questions={second}, seen=2
    )
    assert hand_over_answer(answer, by=advisor_kr).state == "translation"


def test_the_translation_is_complete_and_of_this_revision(in_translation, officer, advisor_kr):
    answer = build.version(in_translation)
    translate_answer(answer, by=officer, language="ru", texts=build.texts(in_translation, ("Одно",)))
    with pytest.raises(RefusedError, match="The requester reads Русский: translate every part"):
        hand_over_answer(answer, by=officer)
    translate_answer(answer, by=officer, language="ru", texts=build.texts(in_translation, build.TRANSLATED))
    answer = build.answering.send_back_answer(answer, by=officer, reason="Короче.")
    answer = write_answer(
        in_translation, by=advisor_kr, language="ko", texts=build.texts(in_translation, ("짧게",)), seen=2
    )
    answer = hand_over_answer(answer, by=advisor_kr)
    with pytest.raises(RefusedError, match="translate every part"):  # the translation is of the revision before
        hand_over_answer(answer, by=officer)


def test_each_gives_on_what_lies_with_him(
    cast, in_writing, in_translation, officer, advisor_kr, official_by, director_kr
):
    written, translated = build.version(in_writing), build.version(in_translation)
    for person in (officer, official_by, director_kr):
        with pytest.raises(PermissionDenied):
            hand_over_answer(written, by=person)
    for person in (advisor_kr, official_by, director_kr):
        with pytest.raises(PermissionDenied):
            hand_over_answer(translated, by=person)


def test_twice_is_once(in_check, answered, advisor_kr, officer):
    for row in (in_check, answered):
        for person in (advisor_kr, officer):
            with pytest.raises(RefusedError, match="is no longer possible"):
                hand_over_answer(build.version(row), by=person)


def test_a_named_translator_keeps_the_officers_out(cast, in_writing, advisor_kr, advisor2_kr, officer):
    build.deciding.change_people(in_writing, by=officer, lead=advisor_kr, translator=advisor2_kr)
    answer = hand_over_answer(build.version(in_writing), by=advisor_kr)
    with pytest.raises(PermissionDenied):
        translate_answer(answer, by=officer, language="ru", texts={})
    translate_answer(answer, by=advisor2_kr, language="ru", texts=build.texts(in_writing, build.TRANSLATED))
    assert hand_over_answer(answer, by=advisor2_kr).state == "check"


def test_the_route_takes_a_post_and_gives_it_on(in_progress, in_writing, screen):
    assert screen("advisor_kr", "hand_over", in_writing).status_code == 405
    met = {
        who: screen(who, "hand_over", in_writing, x="1").status_code
        for who in ("official_by", "officer", "official_ge")
    }
    assert met == {"official_by": 403, "officer": 403, "official_ge": 404}
    assert screen("advisor_kr", "hand_over", in_progress, x="1").status_code == 404  # nothing was written yet
    answer = screen("advisor_kr", "hand_over", in_writing, x="1")
    assert (answer["Location"], build.version(in_writing).state) == (in_writing.get_absolute_url(), "translation")
    assert screen("official_by", "hand_over", in_writing, x="1").status_code == 403


def test_a_reader_of_several_languages_is_spared_the_translation(cast, advisor_kr, contact_ge):
    """A request from another country, in English; the answer is written in English too."""
    appoint(contact_ge, "member", cast.organisations["agency_ge"])
    row = build.in_progress(cast, by="official_ge")
    answer = write_answer(row, by=advisor_kr, language="en", texts=build.texts(row, ("One", "Two")))
    assert hand_over_answer(answer, by=advisor_kr).state == "check"
