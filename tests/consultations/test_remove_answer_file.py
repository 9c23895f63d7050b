"""Files of an answer: put to the version that is written, read with it, taken from it only while it is written."""

import pytest
from django.core.exceptions import PermissionDenied

from consultations.actions.answering import hand_over_answer, send_answer, send_back_answer, write_answer
from consultations.actions.documents import MOST, remove_answer_file
from consultations.models import Answer
from core.refusal import RefusedError
from files.actions import store
from files.models import StoredFile
from files.policies import files_of, readable_by
from tests.cast import PEOPLE, cost, sign_in
from tests.consultations import builders as build
from tests.consultations.conftest import doors, words
from tests.files.builders import upload

NAME = "보고서.pdf"


def add(row, person, name=NAME):
    version = row.answers.exclude(state="sent").first()
    given = store(upload(name=name), by=person)
    seen = version.revision if version else 0
    answer = write_answer(row, by=person, language="ko", texts=build.texts(row), seen=seen, attachment=given)
    return answer, StoredFile.objects.get(pk=given.pk)


@pytest.fixture
def written(in_writing, advisor_kr):
    return add(in_writing, advisor_kr)


def readers(cast, file):
    return {who for who in PEOPLE if readable_by(cast.people[who], file)}


def test_it_is_read_by_those_who_prepare_and_once_sent_by_everybody(cast, in_writing, written, officer, advisor_kr):
    answer, file = written
    assert (file.permission, file.language, readers(cast, file)) == (
        "consultations.read_answer",
        "ko",
        {"advisor_kr", "officer"},
    )
    hand_over_answer(answer, by=advisor_kr)
    texts = build.texts(in_writing, build.TRANSLATED)
    build.answering.translate_answer(answer, by=officer, language="ru", texts=texts)
    hand_over_answer(Answer.objects.get(), by=officer)
    assert readers(cast, file) == {"advisor_kr", "officer"}
    send_answer(in_writing, by=officer)
    everybody = {"official_by", "contact_by", "officer", "director_by", "director_kr", "advisor_kr"}
    assert readers(cast, file) == everybody


def test_what_is_not_sent_leaks_nowhere(cast, in_writing, written, client):
    _answer, file = written
    pages = (in_writing.get_absolute_url(), "/desk/", "/inbox/", "/search/?q=보고서")
    shown, opened = set(), set()
    for one in PEOPLE:
        sign_in(cast.people[one], client=client)
        if any(NAME in client.get(url).content.decode() for url in pages):
            shown.add(one)
        met = client.get(file.get_absolute_url())
        if met.status_code == 200 and b"".join(met.streaming_content):
            opened.add(one)
    assert (shown, opened) == (set(), {"advisor_kr", "officer"})


def send(row, answer, advisor, officer):
    """All the way out of the centre."""
    hand_over_answer(answer, by=advisor)
    build.answering.translate_answer(answer, by=officer, language="ru", texts=build.texts(row, build.TRANSLATED))
    hand_over_answer(Answer.objects.get(pk=answer.pk), by=officer)
    return send_answer(row, by=officer)


def test_a_correction_takes_no_paper_back(in_writing, written, official_by, advisor_kr, officer, client):
    """The record keeps the files of every version that was sent, and costs no query more for it."""
    row = send(in_writing, written[0], advisor_kr, officer)
    sign_in(official_by, client=client)
    cost(client, row.get_absolute_url())
    before = cost(client, row.get_absolute_url())
    row = build.closing.reopen(row, by=official_by, reason="Вопрос 2.")
    answer, _file = add(row, advisor_kr, "second.pdf")
    assert [name for name in (NAME, "second.pdf") if name in words(client.get(row.get_absolute_url()))] == [NAME]
    row = send(row, answer, advisor_kr, officer)
    page = client.get(row.get_absolute_url())
    shown = [(version.version, file.name) for version, file in page.context["answer"].files]
    assert shown == [(2, "second.pdf"), (1, NAME)]
    assert [words(page).count(f"· Версия {version}") for version in (1, 2)] == [1, 1]
    assert cost(client, row.get_absolute_url()) == before


def test_while_it_is_written_it_is_removed(written, advisor_kr, official_by, officer):
    answer, file = written
    for person in (official_by, officer):
        with pytest.raises(PermissionDenied):
            remove_answer_file(answer, by=person, file=file)
    remove_answer_file(answer, by=advisor_kr, file=file)
    assert files_of(answer, advisor_kr) == []


def test_handed_over_it_stays_until_it_is_sent_back(written, advisor_kr, officer):
    answer, file = written
    hand_over_answer(answer, by=advisor_kr)
    with pytest.raises(RefusedError, match="has been handed over"):
        remove_answer_file(answer, by=advisor_kr, file=file)
    send_back_answer(Answer.objects.get(), by=officer, reason="Лишний файл.")
    remove_answer_file(Answer.objects.get(), by=advisor_kr, file=file)
    assert StoredFile.objects.kept().count() == 0


def test_twenty_at_most(in_writing, written, advisor_kr):
    for _number in range(MOST - 1):
        add(in_writing, advisor_kr)
    revision = Answer.objects.get().revision
    with pytest.raises(RefusedError, match="20 files are the most"):
        add(in_writing, advisor_kr)
    assert (Answer.objects.get().revision, StoredFile.objects.exclude(object_id=None).count()) == (revision, MOST)


def test_the_screens(in_writing, written, knock, screen):
    answer, file = written
    assert knock("remove_answer_file", in_writing, file.public_id) == doors(
        advisor_kr=200, **dict.fromkeys(("official_by", "contact_by", "officer", "director_by", "director_kr"), 403)
    )
    page = screen("advisor_kr", "write_answer", in_writing)
    assert NAME in words(page)
    sent = {"seen": answer.revision, "language": "ko", "t1": "하나", "t2": "둘", "attachment": upload(name="two.pdf")}
    screen("advisor_kr", "write_answer", in_writing, **{**sent, "language": "xx"})
    assert StoredFile.objects.about(answer).count() == 1
    screen("advisor_kr", "write_answer", in_writing, **{**sent, "attachment": upload(name="two.pdf")})
    assert [one.name for one in StoredFile.objects.about(answer)] == [NAME, "two.pdf"]
    gone = screen("advisor_kr", "remove_answer_file", in_writing, file.public_id, yes="1")
    assert gone["Location"] == f"{in_writing.get_absolute_url()}answer/"
    assert [one.name for one in StoredFile.objects.about(answer)] == ["two.pdf"]


def test_the_officer_and_the_translator_see_it_beside_the_text(in_writing, written, advisor_kr, officer, screen):
    answer, _file = written
    hand_over_answer(answer, by=advisor_kr)
    assert NAME in words(screen("officer", "translate_answer", in_writing))
    build.answering.translate_answer(answer, by=officer, language="ru", texts=build.texts(in_writing, build.TRANSLATED))
    hand_over_answer(Answer.objects.get(), by=officer)
    assert NAME in words(screen("officer", "check_answer", in_writing))
