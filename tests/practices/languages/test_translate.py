"""A language is written section by section; each remembers the text of the original that its writer read."""

import pytest
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from practices.actions.drafting import ChangedMeanwhileError
from practices.actions.translating import hand_over_translation, translate
from practices.enums import TranslationState
from practices.models import Translation
from practices.revisions import behind, number_of
from tests.practices.builders import make_translation, sections_in
from tests.practices.languages.conftest import change, form_of, in_russian


def test_what_is_written_is_a_draft_that_no_reader_sees(published, translator, heard):
    row = translate(in_russian(published), by=translator, **form_of(in_russian(published), title=" Шлюз \n данных "))
    assert (row.draft, row.draft_of, row.sections) == ({"title": "Шлюз данных"}, {"title": 1}, {})
    assert (row.state, row.drafted_by, row.translator, row.lock) == (TranslationState.DRAFT, translator, None, 1)
    published.refresh_from_db()
    assert set(published.title) == {"ko"}
    assert heard() == []


def test_nothing_new_is_no_saving(published, translator):
    row = translate(in_russian(published), by=translator, **form_of(in_russian(published), lessons="Уроки"))
    again = translate(row, by=translator, **form_of(row))
    assert again.lock == 1


def test_what_is_emptied_is_missing_again(published, translator):
    row = translate(in_russian(published), by=translator, **form_of(in_russian(published), lessons="Уроки"))
    row = translate(row, by=translator, **form_of(row, lessons=" "))
    assert (row.state, row.draft, row.draft_of) == (TranslationState.MISSING, {}, {})


def test_a_text_is_made_from_what_its_writer_had_before_him(published, translator, advisor_kr):
    """The original moved on after the form was opened: the text is behind from its first saving."""
    form = form_of(in_russian(published), lessons="Уроки", problem="Вопрос")
    version = change(published, advisor_kr, lessons="달라졌다.")
    row = translate(in_russian(published), by=translator, **form)
    assert row.draft_of == {"lessons": 1, "problem": 1}
    assert [key for key in behind(row.draft_of, row.draft, version) if row.draft.get(key)] == ["lessons"]


def test_a_corrected_letter_brings_nothing_up_to_date(published, translator, checker, advisor_kr):
    make_translation(published, "ru", translator, checker)
    change(published, advisor_kr, lessons="달라졌다.")
    row = translate(in_russian(published), by=translator, **form_of(in_russian(published), lessons="Урокъ"))
    assert (row.draft["lessons"], row.draft_of["lessons"]) == ("Урокъ", 1)
    row = translate(row, by=translator, followed={"lessons"}, **form_of(row, lessons="Иначе"))
    assert (row.draft["lessons"], row.draft_of["lessons"]) == ("Иначе", 2)


def test_a_text_that_still_fits_is_brought_up_to_date_as_it_is(published, translator, checker, advisor_kr):
    make_translation(published, "ru", translator, checker)
    change(published, advisor_kr, lessons="달라졌다.")
    row = translate(in_russian(published), by=translator, followed={"lessons"}, **form_of(in_russian(published)))
    assert (row.draft["lessons"], row.draft_of["lessons"], row.sections["lessons"], row.of_revisions["lessons"]) == (
        "gateway lessons ru.",
        2,
        "gateway lessons ru.",
        1,
    )
    assert (row.state, row.outdated) == (TranslationState.CHECKED, 1)


def test_nobody_has_read_what_is_yet_to_come(published, translator):
    form = form_of(in_russian(published), lessons="Уроки")
    row = translate(in_russian(published), by=translator, **{**form, "made_from": {"lessons": 9}})
    assert row.draft_of == {"lessons": 1}


def test_two_who_write_on_different_sections_keep_both(published, translator, checker):
    one, other = form_of(in_russian(published), lessons="Уроки"), form_of(in_russian(published), problem="Вопрос")
    translate(in_russian(published), by=translator, **one)
    row = translate(in_russian(published), by=checker, **other)
    assert (row.draft, row.lock) == ({"lessons": "Уроки", "problem": "Вопрос"}, 2)


def test_two_who_write_one_section_lose_no_word(published, translator, checker):
    one, other = form_of(in_russian(published), lessons="Один"), form_of(in_russian(published), lessons="Другой")
    translate(in_russian(published), by=translator, **one)
    with pytest.raises(ChangedMeanwhileError) as refused:
        translate(in_russian(published), by=checker, **other)
    assert refused.value.parts == {"lessons": "Один"}
    assert in_russian(published).draft == {"lessons": "Один"}


def test_before_the_publication_a_text_goes_by_itself(proposed, translator):
    row = translate(in_russian(proposed), by=translator, **form_of(in_russian(proposed), lessons="Уроки"))
    original = proposed.versions.get().sections["lessons"]
    assert (row.draft_of, row.sources) == (
        {"lessons": number_of(original)},
        {str(number_of(original)): original},
    )


def test_who_may(published, translator, of_english, elsewhere, advisor_kr, officer):
    form = form_of(in_russian(published), lessons="Уроки")
    for user in (of_english, elsewhere, advisor_kr, officer):
        with pytest.raises(PermissionDenied):
            translate(in_russian(published), by=user, **form)


def test_a_right_ends_with_the_last_post(published, translator):
    translator.appointments.update(ends_on="2020-01-01")
    translator = type(translator).objects.get(pk=translator.pk)
    with pytest.raises(PermissionDenied):
        translate(in_russian(published), by=translator, **form_of(in_russian(published), lessons="Уроки"))


def test_what_is_being_checked_is_not_written_on(published, translator):
    row = translate(in_russian(published), by=translator, **form_of(in_russian(published), **sections_in("ru")))
    hand_over_translation(row, by=translator)
    with pytest.raises(RefusedError, match="handed over for the check"):
        translate(row, by=translator, **form_of(row, lessons="Иначе"))


def test_what_is_no_section_is_a_bug(published, translator):
    with pytest.raises(TypeError, match="Not sections"):
        translate(in_russian(published), by=translator, **form_of(in_russian(published), cost="1"))
    assert Translation.objects.filter(lock__gt=0).count() == 0
