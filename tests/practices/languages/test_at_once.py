"""Two people on one text at the same moment lose no word and publish nothing twice: threads, connections, real commits."""

import pytest
from django.db import transaction

from practices.actions.publishing import make_live
from practices.actions.translating import check_translation, hand_over_translation, translate
from practices.models import EarlierTranslation, Practice, Version
from tests.at_once import at_once
from tests.practices.builders import give_language, make_translation, sections_in
from tests.practices.languages.conftest import form_of, in_russian

pytestmark = pytest.mark.usefixtures("real_commits")


@pytest.fixture
def row(published):
    return Practice.objects.filter(pk=published.pk)


def kinds(answers):
    return sorted(type(answer).__name__ for answer in answers)


def test_two_sections_at_once_are_both_kept(published, translator, checker, row):
    one, other = form_of(in_russian(published), lessons="Один"), form_of(in_russian(published), adapt="Другой")
    answers = at_once(
        lambda: translate(in_russian(published), by=translator, **one),
        lambda: translate(in_russian(published), by=checker, **other),
        holding=row,
    )
    assert kinds(answers) == ["Translation", "Translation"]
    assert in_russian(published).draft == {"lessons": "Один", "adapt": "Другой"}


def test_one_section_at_once_is_saved_by_the_first(published, translator, checker, row):
    one, other = form_of(in_russian(published), lessons="Один"), form_of(in_russian(published), lessons="Другой")
    answers = at_once(
        lambda: translate(in_russian(published), by=translator, **one),
        lambda: translate(in_russian(published), by=checker, **other),
        holding=row,
    )
    assert kinds(answers) == ["ChangedMeanwhileError", "Translation"]
    refused = next(answer for answer in answers if type(answer).__name__ == "ChangedMeanwhileError")
    assert refused.parts == {"lessons": in_russian(published).draft["lessons"]}


def test_checked_once(cast, published, translator, checker, officer, row):
    make_translation(published, "ru", translator, checker)
    give_language(cast.centre, officer, "ru", "check")
    draft = translate(in_russian(published), by=translator, **form_of(in_russian(published), lessons="Иначе"))
    handed = hand_over_translation(draft, by=translator)
    answers = at_once(
        lambda: check_translation(handed, by=checker, seen=handed.lock),
        lambda: check_translation(handed, by=officer, seen=handed.lock),
        holding=row,
    )
    assert kinds(answers) == ["RefusedError", "Translation"]
    assert EarlierTranslation.objects.count() == 1


def test_checked_while_the_original_moves_on(published, translator, checker, advisor_kr, row):
    """Whichever is first: what readers see is known to lag behind by the one section that has changed."""
    draft = translate(in_russian(published), by=translator, **form_of(in_russian(published), **sections_in("ru")))
    handed = hand_over_translation(draft, by=translator)
    live = published.versions.live().get()
    version = Version.objects.create(
        practice=published, number=2, author=advisor_kr, sections={**live.sections, "lessons": "달라졌다."}
    )
    answers = at_once(
        lambda: check_translation(handed, by=checker, seen=handed.lock),
        lambda: _publish(version),
        holding=row,
    )
    assert kinds(answers) == ["Translation", "Version"]
    published.refresh_from_db()
    assert (in_russian(published).outdated, set(published.title)) == (1, {"ko", "ru"})


def _publish(version):
    with transaction.atomic():
        return make_live(version, by=None)
