import pytest
from django.core.exceptions import PermissionDenied

from consultations.actions.corresponding import correct_message, translate_message, write_message
from consultations.models import Consultation, MessageText
from consultations.presentation.thread import contributions
from core.models import JournalEntry
from core.refusal import RefusedError
from tests.consultations import builders as build
from tests.consultations.conftest import doors


@pytest.fixture
def message(in_progress, advisor_kr):
    return write_message(in_progress, by=advisor_kr, text="첫 번째", language="ko")


def test_both_stay_and_the_latest_is_shown(message, in_progress, advisor_kr, official_by):
    correct_message(message, by=advisor_kr, text="두 번째")
    assert list(message.texts.values_list("language", "text", "source")) == [
        ("ko", "첫 번째", None),
        ("ko", "두 번째", None),
    ]
    [shown] = contributions(in_progress, official_by)
    assert (shown.original.text, shown.corrections, shown.is_outdated) == ("두 번째", 1, False)


def test_a_translation_of_the_earlier_one_is_outdated(message, in_progress, advisor_kr, officer, official_by):
    def shown():
        [one] = contributions(in_progress, official_by)
        return one.translation.text, one.is_outdated

    translate_message(message, by=officer, language="ru", text="Первое")
    assert shown() == ("Первое", False)
    correct_message(message, by=advisor_kr, text="두 번째")
    assert shown() == ("Первое", True)
    translate_message(message, by=officer, language="ru", text="Второе")
    assert shown() == ("Второе", False)


def test_the_search_knows_both(message, advisor_kr):
    correct_message(message, by=advisor_kr, text="보안 등급")
    assert [Consultation.objects.matching(words).count() for words in ("보안", "첫")] == [1, 1]


def test_only_the_author_and_only_while_he_sees_it(cast, message, advisor_kr, advisor2_kr, officer, in_progress):
    with pytest.raises(RefusedError, match="Only its author"):
        correct_message(message, by=officer, text="x")
    build.deciding.change_people(in_progress, by=officer, lead=advisor2_kr)
    with pytest.raises(PermissionDenied):
        correct_message(message, by=advisor_kr, text="x")
    assert MessageText.objects.count() == 1


def test_the_screen(message, in_progress, knock, screen):
    assert knock("correct_message", in_progress, message.pk) == doors(advisor_kr=200)
    assert screen("advisor_kr", "correct_message", in_progress, message.pk).context["form"]["text"].value() == "첫 번째"
    empty = screen("advisor_kr", "correct_message", in_progress, message.pk, text="")
    assert (empty.status_code, list(empty.context["form"].errors)) == (200, ["text"])
    answer = screen("advisor_kr", "correct_message", in_progress, message.pk, text="두 번째")
    assert answer["Location"] == f"{in_progress.get_absolute_url()}#m{message.pk}"


def test_a_message_of_another_request_is_not_here(cast, message, screen):
    other = build.in_progress(cast)
    assert screen("advisor_kr", "correct_message", other, message.pk).status_code == 404


def test_the_journal_says_so_without_the_words(message, in_progress, advisor_kr):
    corrected = correct_message(message, by=advisor_kr, text="두 번째")
    entry = JournalEntry.objects.about(in_progress).get(verb="correct_message")
    assert (entry.actor, entry.reason, entry.data) == (advisor_kr, "", {"message": message.pk, "text": corrected.pk})
