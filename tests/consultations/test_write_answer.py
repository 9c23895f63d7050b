import pytest
from django.core.exceptions import PermissionDenied

from consultations.actions.answering import write_answer
from consultations.models import Answer
from core.refusal import RefusedError
from tests.consultations import builders as build
from tests.consultations.conftest import doors


def stored(answer):
    answer = Answer.objects.get(pk=answer.pk)
    parts = [(one.question.number, dict(one.text), one.stays_open) for one in answer.parts.select_related("question")]
    return answer.version, answer.state, answer.language, answer.revision, parts


def test_a_text_a_question_in_the_advisors_language(in_progress, advisor_kr):
    first, second = in_progress.questions.all()
    answer = write_answer(
        in_progress,
        by=advisor_kr,
        language="ko",
        texts={first: " 매월 측정합니다. ", second: "아직 모릅니다."},
        open_questions={second},
    )
    assert stored(answer) == (
        1,
        "draft",
        "ko",
        2,
        [(1, {"ko": "매월 측정합니다."}, False), (2, {"ko": "아직 모릅니다."}, True)],
    )
    assert (answer.by, answer.by_title) == (advisor_kr, advisor_kr.title_of_record())
    assert (build.fresh(in_progress).answer_state, build.fresh(in_progress).status) == ("draft", "in_progress")


def test_saved_again_it_is_the_next_revision(in_writing, advisor_kr):
    answer = build.version(in_writing)
    write_answer(
        in_writing, by=advisor_kr, language="ko", texts=build.texts(in_writing, ("하나",)), seen=answer.revision
    )
    assert stored(answer)[3:] == (3, [(1, {"ko": "하나"}, False), (2, {"ko": build.ANSWERS[1]}, False)])


def test_a_colleague_may_go_on_and_overwrites_nothing_unread(in_writing, advisor_kr, advisor2_kr, officer):
    build.deciding.change_people(in_writing, by=officer, lead=advisor_kr, advisors=[advisor2_kr])
    for seen in (0, 1):
        with pytest.raises(RefusedError, match="A colleague has saved this answer"):
            write_answer(in_writing, by=advisor2_kr, language="ko", texts={}, seen=seen)
    write_answer(in_writing, by=advisor2_kr, language="ko", texts=build.texts(in_writing, ("둘",)), seen=2)
    assert build.version(in_writing).by == advisor_kr  # the author stays who began it


def test_another_language_of_the_answer(in_writing, advisor_kr):
    texts = build.texts(in_writing, ("One", "Two"))
    answer = write_answer(in_writing, by=advisor_kr, language="en", texts=texts, seen=2)
    assert stored(answer)[2:] == ("en", 3, [(1, {"en": "One"}, False), (2, {"en": "Two"}, False)])


def test_only_while_it_lies_with_the_advisors(cast, accepted, waiting, in_translation, in_check, answered, advisor_kr):
    for row in (waiting, answered):
        with pytest.raises(RefusedError, match="while the request is with the advisors"):
            write_answer(row, by=advisor_kr, language="ko", texts={})
    for row in (in_translation, in_check):
        with pytest.raises(RefusedError, match="has been handed over"):
            write_answer(row, by=advisor_kr, language="ko", texts={}, seen=2)
    with pytest.raises(PermissionDenied):
        write_answer(accepted, by=advisor_kr, language="ko", texts={})


def test_advisors_of_the_request_alone(cast, in_progress):
    for who in ("official_by", "officer", "director_kr", "advisor2_kr", "contact_by"):
        with pytest.raises(PermissionDenied):
            write_answer(in_progress, by=cast.people[who], language="ko", texts={})
    assert Answer.objects.count() == 0


def test_a_new_version_begins_with_what_the_last_one_said(answered, official_by, advisor_kr):
    row = build.closing.reopen(answered, by=official_by, reason="Вопрос 2 остался.")
    second = row.questions.get(number=2)
    answer = write_answer(row, by=advisor_kr, language="ko", texts={second: "다시 씁니다."})
    assert stored(answer) == (
        2,
        "draft",
        "ko",
        2,
        [
            (1, {"ko": build.ANSWERS[0], "ru": build.TRANSLATED[0]}, False),
            (2, {"ko": "다시 씁니다.", "ru": build.TRANSLATED[1]}, False),
        ],
    )
    assert stored(row.answers.first())[1] == "sent"
    assert row.answers.first().parts.get(question=second).text["ko"] == build.ANSWERS[1]  # of record


def test_the_requester_does_not_see_it_before_it_is_sent(in_writing, screen):
    for who, sees in (("official_by", False), ("contact_by", False), ("director_kr", False), ("advisor_kr", True)):
        shown = screen(who, "detail", in_writing)
        assert (build.ANSWERS[0] in shown.content.decode(), bool(shown.context["answer"].in_preparation)) == (
            False,
            sees,
        )


def test_the_screen(in_progress, waiting, in_check, knock, screen):
    readers = ("official_by", "contact_by", "officer", "director_by", "director_kr")
    assert knock("write_answer", in_progress) == doors(**dict.fromkeys(readers, 403), advisor_kr=200)
    assert [screen("advisor_kr", "write_answer", row).status_code for row in (waiting, in_check)] == [409, 409]


def sent(seen, *texts, **more):
    return {"seen": seen, "language": "ko", **{f"t{number}": text for number, text in enumerate(texts, 1)}, **more}


def test_it_is_saved_and_handed_over_from_the_screen(in_progress, screen):
    answer = screen("advisor_kr", "write_answer", in_progress, **sent(0, "하나", "모름", o2="on"))
    assert answer["Location"] == f"{in_progress.get_absolute_url()}answer/"
    assert stored(build.version(in_progress))[3:] == (2, [(1, {"ko": "하나"}, False), (2, {"ko": "모름"}, True)])
    form = screen("advisor_kr", "write_answer", in_progress).context["form"]
    assert [form[name].value() for name in ("seen", "language", "t1", "t2", "o1", "o2")] == [
        2,
        "ko",
        "하나",
        "모름",
        False,
        True,
    ]
    answer = screen("advisor_kr", "write_answer", in_progress, **sent(2, "하나", "모름", hand_over="1"))
    assert (answer["Location"], build.version(in_progress).state) == (in_progress.get_absolute_url(), "translation")


def test_nothing_typed_is_lost(in_writing, screen):
    """A colleague was quicker; or the hand-over is refused, when the draft is saved already and can be saved again."""
    stale = screen("advisor_kr", "write_answer", in_writing, **sent(1, "길게 쓴 답"))
    form = stale.context["form"]
    assert (stale.status_code, len(form.non_field_errors()), form["t1"].value()) == (200, 1, "길게 쓴 답")
    gap = screen("advisor_kr", "write_answer", in_writing, **sent(2, "길게 쓴 답", "", hand_over="1"))
    form = gap.context["form"]
    assert (form.non_field_errors(), form["t1"].value(), form["seen"].value()) == (
        ["Answer every numbered question, or say why one stays open."],
        "길게 쓴 답",
        3,
    )
    assert screen("advisor_kr", "write_answer", in_writing, **sent(3, "길게 쓴 답", "둘")).status_code == 302
