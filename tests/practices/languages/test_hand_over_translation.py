"""What was written goes to somebody else who reads both languages."""

import pytest
from django.core.exceptions import PermissionDenied

from core.models import JournalEntry
from core.refusal import RefusedError
from practices.actions.translating import hand_over_translation, translate
from tests.practices.builders import sections_in
from tests.practices.languages.conftest import form_of, in_russian


def written(practice, by, **sections):
    row = in_russian(practice)
    return translate(row, by=by, **form_of(row, **{**sections_in("ru"), **sections}))


def test_it_waits_for_the_check(published, translator, checker, heard):
    row = hand_over_translation(written(published, translator), by=translator)
    assert (row.handed_at is None, row.drafted_by) == (False, translator)
    assert [(name, said["translation"], said["by"]) for name, said in heard()] == [
        ("translation_handed_over", row, translator)
    ]
    assert list(JournalEntry.objects.about(row).values_list("verb", "actor")) == [
        ("hand_over_translation", translator.pk)
    ]
    assert list(type(row).objects.to_check()) == [row]


def test_every_section_of_the_original_is_there(published, translator):
    row = written(published, translator, lessons="", adapt="")
    with pytest.raises(RefusedError, match=r"These are missing: Lessons, What to adapt\."):
        hand_over_translation(row, by=translator)


def test_a_section_that_the_original_does_not_have_is_not_asked_for(published, translator):
    version = published.versions.get()
    del version.sections["lessons"]
    version.save()
    assert hand_over_translation(written(published, translator, lessons=""), by=translator).handed_at


def test_the_summary_has_the_measure_of_its_language(published, translator):
    with pytest.raises(RefusedError, match=r"The summary has 2 words\. Write 120 to 180\."):
        hand_over_translation(written(published, translator, summary="Слишком коротко"), by=translator)


def test_nothing_new_is_not_handed_over(published, translator):
    with pytest.raises(RefusedError, match="Nothing has been written"):
        hand_over_translation(in_russian(published), by=translator)


def test_once_is_enough(published, translator):
    row = hand_over_translation(written(published, translator), by=translator)
    with pytest.raises(RefusedError, match="handed over for the check"):
        hand_over_translation(row, by=translator)


def test_who_may(published, translator, of_english, elsewhere, advisor_kr):
    row = written(published, translator)
    for user in (of_english, elsewhere, advisor_kr):
        with pytest.raises(PermissionDenied):
            hand_over_translation(row, by=user)
