"""A second person lets readers see a translation, or sends it back; what they read until then is kept."""

import pytest
from django.core.exceptions import PermissionDenied

from core.models import JournalEntry
from core.refusal import RefusedError
from practices.actions.translating import (
    check_translation,
    hand_over_translation,
    send_back_translation,
    translate,
)
from practices.enums import TranslationState
from practices.models import EarlierTranslation, LanguageRight
from tests.practices.builders import make_translation, sections_in
from tests.practices.languages.conftest import change, form_of, in_russian


@pytest.fixture
def handed(published, translator, checker):
    row = in_russian(published)
    row = translate(row, by=translator, **form_of(row, **{**sections_in("ru"), "title": "Шлюз"}))
    return hand_over_translation(row, by=translator)


def test_readers_see_it_from_now_on(handed, published, translator, checker, heard):
    heard()
    row = check_translation(handed, by=checker, seen=handed.lock)
    assert (row.sections["title"], row.draft, row.draft_of, row.sources) == ("Шлюз", {}, {}, {})
    assert (row.state, row.outdated, row.handed_at) == (TranslationState.CHECKED, 0, None)
    assert (row.translator, row.checked_by, row.drafted_by) == (translator, checker, None)
    published.refresh_from_db()
    assert published.title["ru"] == "Шлюз"
    assert [name for name, _said in heard()] == ["entry_changed", "translation_checked"]
    assert JournalEntry.objects.about(row).filter(verb="check_translation", actor=checker).count() == 1
    assert EarlierTranslation.objects.count() == 0


def test_what_was_read_before_is_kept(published, translator, checker, advisor_kr):
    row = make_translation(published, "ru", translator, checker)
    change(published, advisor_kr, lessons="달라졌다.")
    row = translate(row, by=checker, followed={"lessons"}, **form_of(row, lessons="Иначе"))
    row = hand_over_translation(row, by=checker)
    LanguageRight.objects.filter(user=translator).update(duty="check")
    row = check_translation(row, by=translator, seen=row.lock)
    assert (row.outdated, row.sections["lessons"], row.translator, row.checked_by) == (0, "Иначе", checker, translator)
    earlier = row.earlier.get()
    assert (earlier.sections["lessons"], earlier.of_revisions["lessons"]) == ("gateway lessons ru.", 1)
    assert (earlier.translator, earlier.checked_by) == (translator, checker)


def test_what_the_original_said_meanwhile_is_outdated_at_once(handed, published, checker, advisor_kr):
    change(published, advisor_kr, lessons="달라졌다.", problem="달라졌다.")
    row = check_translation(handed, by=checker, seen=handed.lock)
    assert row.outdated == 2


def test_nobody_checks_what_he_handed_over(published, checker, translator):
    row = in_russian(published)
    row = translate(row, by=checker, **form_of(row, **sections_in("ru")))
    row = hand_over_translation(row, by=checker)
    for user in (checker, translator):
        with pytest.raises(PermissionDenied):
            check_translation(row, by=user, seen=row.lock)


def test_who_may(handed, of_english, elsewhere, officer, advisor_kr):
    for user in (of_english, elsewhere, officer, advisor_kr):
        with pytest.raises(PermissionDenied):
            check_translation(handed, by=user, seen=handed.lock)
        with pytest.raises(PermissionDenied):
            send_back_translation(handed, by=user, reason="x")


def test_what_was_not_handed_over_is_not_checked(published, checker):
    with pytest.raises(RefusedError, match="Nothing waits for the check"):
        check_translation(in_russian(published), by=checker, seen=0)
    with pytest.raises(RefusedError, match="Nothing waits for the check"):
        send_back_translation(in_russian(published), by=checker, reason="x")


def test_what_was_not_read_is_not_checked(handed, translator, checker):
    send_back_translation(handed, by=checker, reason="Числа")
    row = in_russian(handed.practice)
    row = translate(row, by=translator, **form_of(row, lessons="Иначе"))
    hand_over_translation(row, by=translator)
    with pytest.raises(RefusedError, match="has changed since you read it"):
        check_translation(row, by=checker, seen=handed.lock)


def test_sent_back_it_is_written_on(handed, translator, checker, heard):
    heard()
    row = send_back_translation(handed, by=checker, reason="Числа в итогах другие.")
    assert (row.handed_at, row.drafted_by, row.draft["title"]) == (None, translator, "Шлюз")
    assert [(name, said["translation"], said["by"], said["reason"]) for name, said in heard()] == [
        ("translation_sent_back", row, checker, "Числа в итогах другие.")
    ]
    assert translate(row, by=translator, **form_of(row, lessons="Иначе")).draft["lessons"] == "Иначе"


def test_before_the_publication_it_may_be_checked_too(proposed, translator, checker):
    row = in_russian(proposed)
    row = translate(row, by=translator, **form_of(row, **sections_in("ru")))
    row = hand_over_translation(row, by=translator)
    row = check_translation(row, by=checker, seen=row.lock)
    assert (row.state, row.outdated, len(row.sources)) == (TranslationState.CHECKED, 0, 16)
