"""Who is told of entries of the library, and what never leaves with a letter."""

import pytest

from people.enums import Function
from practices import signals
from practices.enums import LanguageDuty, ReviewState, Status, Verdict
from practices.models import Practice, Review, Translation, Version
from tests.practices.builders import give_language, make_practice, make_translation
from tests.practices.conftest import somebody


@pytest.fixture
def focal_kr(cast):
    return somebody(cast, "focal_kr", "nia", Function.FOCAL_POINT, language="ko")


@pytest.fixture
def entry(cast, advisor_kr):
    def made(status, **fields):
        return make_practice(cast.centre, cast.organisations["nia"], advisor_kr, status=status, **fields)

    return made


def send(signal, practice, **said):
    signal.send(Practice, practice=practice, **said)


def test_a_proposal_asks_who_answers_for_the_facts(entry, advisor_kr, focal_kr, told, letters):
    practice = entry(Status.PROPOSED)
    send(signals.practice_proposed, practice, by=advisor_kr)
    assert told() == {"practice_proposed": [focal_kr.email]}
    assert practice.versions.get().sections["lessons"] not in letters()[focal_kr.email].body


def test_who_wrote_it_is_not_asked_to_check_it(cast, entry, focal_kr, told):
    practice = make_practice(cast.centre, cast.organisations["nia"], focal_kr, status=Status.PROPOSED)
    contact = somebody(cast, "contact_kr", "nia", Function.CONTACT_POINT)
    send(signals.practice_proposed, practice, by=focal_kr)
    assert told() == {"practice_proposed": [contact.email]}


def test_reasons_go_to_the_author_in_the_own_language(entry, advisor_kr, officer, focal_kr, told, letters):
    practice = entry(Status.DRAFT)
    practice.reasons = {"ru": "Нет источника.", "ko": "출처가 없습니다."}
    practice.save()
    send(signals.practice_returned, practice, by=officer, reasons=practice.reasons)
    assert told() == {"practice_returned": sorted([advisor_kr.email, focal_kr.email])}
    assert "출처가 없습니다." in letters()[advisor_kr.email].body


def test_the_author_never_learns_who_reviewed(cast, entry, advisor_kr, officer, official_ge, told, letters, quiet):
    practice = entry(Status.REVIEW)
    review = Review.objects.create(
        practice=practice,
        reviewer=official_ge,
        country_id="GE",
        practice_country_id="KR",
        asked_by=officer,
        due_at=practice.created_at,
    )
    signals.review_asked.send(Review, review=review, by=officer)
    assert told() == {"review_asked": [official_ge.email]}
    quiet()
    review.state, review.verdict, review.has_no_conflict = ReviewState.GIVEN, Verdict.PUBLISH, True
    review.given_at = practice.created_at
    review.save()
    signals.review_given.send(Review, review=review, by=official_ge)
    assert told() == {"review_given": [officer.email]}
    quiet()
    practice.status = Status.DECISION
    practice.save()
    send(signals.reviews_closed, practice, by=officer)
    assert told() == {
        "practice_for_decision": ["director@by.example", "director@kr.example"],
        "practice_reviewed": [advisor_kr.email],
    }
    assert "Beridze" not in letters()[advisor_kr.email].body


def test_one_key_asks_for_the_other(entry, director_by, told):
    practice = entry(Status.DECISION)
    send(signals.key_turned, practice, by=director_by, side="a", accepts=True)
    assert told() == {"practice_key_turned": ["director@kr.example"]}


def test_a_publication_wants_its_languages(cast, entry, advisor_kr, officer, official_by, focal_kr, told):
    practice = entry(Status.PUBLISHED)
    give_language(cast.centre, official_by, "ru")
    send(signals.practice_published, practice, by=None, version=practice.versions.get())
    assert told() == {
        "practice_published": sorted([advisor_kr.email, focal_kr.email, officer.email]),
        "translation_wanted": [official_by.email],
    }


def test_an_accepted_change_asks_only_for_what_became_outdated(
    cast, entry, advisor_kr, officer, official_by, contact_by, focal_kr, told
):
    practice = entry(Status.PUBLISHED)
    give_language(cast.centre, official_by, "ru")
    give_language(cast.centre, contact_by, "be")
    make_translation(practice, "ru", official_by, contact_by)
    make_translation(practice, "be", contact_by, official_by)
    Translation.objects.filter(practice=practice, language="ru").update(outdated=1)
    signals.change_accepted.send(Version, version=practice.versions.get(), by=officer)
    assert told() == {
        "change_accepted": sorted([advisor_kr.email, focal_kr.email]),
        "translation_outdated": [official_by.email],
    }


def test_a_translation_goes_to_those_who_may_check_it(cast, entry, official_by, contact_by, told, quiet):
    practice = entry(Status.PUBLISHED)
    give_language(cast.centre, official_by, "ru")
    give_language(cast.centre, contact_by, "ru", LanguageDuty.CHECK)
    translation = Translation.objects.get(practice=practice, language="ru")
    translation.translator, translation.handed_at = official_by, practice.created_at
    translation.save()
    signals.translation_handed_over.send(Translation, translation=translation, by=official_by)
    assert told() == {"translation_handed_over": [contact_by.email]}
    quiet()
    signals.translation_checked.send(Translation, translation=translation, by=contact_by)
    assert told() == {"translation_checked": [official_by.email]}


def test_the_yearly_question_is_asked_once_and_no_more_once_it_is_answered(entry, focal_kr, told, letters):
    practice = entry(Status.DUE)
    send(signals.recheck_asked, practice, by=None)
    send(signals.recheck_asked, practice, by=None)
    assert told() == {"recheck_asked": [focal_kr.email]}
    Practice.objects.filter(pk=practice.pk).update(status=Status.PUBLISHED)
    assert focal_kr.email not in letters()
