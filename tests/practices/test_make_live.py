"""A version becomes what everybody reads, and what is derived from it follows at once."""

from practices.actions.publishing import make_live
from practices.enums import Status, TranslationState, VersionState
from practices.models import Version
from practices.revisions import outdated_sections
from tests.practices.builders import make_practice, make_translation, sections_in


def published(cast, advisor_kr):
    return make_practice(cast.centre, cast.organisations["nia"], advisor_kr, status=Status.PUBLISHED)


def changed(practice, by, **sections):
    live = practice.versions.live().get()
    return Version.objects.create(
        practice=practice, number=live.number + 1, author=by, sections={**live.sections, **sections}
    )


def test_a_first_version_opens_the_other_languages(cast, advisor_kr):
    practice = published(cast, advisor_kr)
    assert dict(practice.translations.values_list("language", "state")) == {
        "en": TranslationState.MISSING,
        "ru": TranslationState.MISSING,
        "be": TranslationState.MISSING,
    }
    assert set(practice.versions.get().revisions.values()) == {1}


def test_a_changed_section_outdates_its_translation_and_no_other(cast, advisor_kr, official_by, contact_by, heard):
    practice = published(cast, advisor_kr)
    russian = make_translation(practice, "ru", official_by, contact_by)
    heard()
    make_live(changed(practice, advisor_kr, lessons="달라졌다."), by=advisor_kr)
    russian.refresh_from_db()
    live = practice.versions.live().get()
    assert outdated_sections(russian, live) == ["lessons"]
    assert russian.outdated == 1
    assert [version.state for version in practice.versions.order_by("number")] == [VersionState.PAST, VersionState.LIVE]
    assert [name for name, _said in heard()] == ["entry_changed"]


def test_the_title_is_told_in_every_checked_language(cast, advisor_kr, official_by, contact_by):
    practice = published(cast, advisor_kr)
    make_translation(practice, "ru", official_by, contact_by, sections={**sections_in("ru"), "title": "Шлюз"})
    assert practice.title == {"ko": practice.versions.live().get().sections["title"], "ru": "Шлюз"}
