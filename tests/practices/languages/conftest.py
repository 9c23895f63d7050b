"""Who works on which language: of the centre that runs the entries of these tests."""

from typing import Any

import pytest
from django.urls import reverse

from people.enums import Function
from people.models import User
from practices.actions.publishing import make_live, open_languages
from practices.enums import Status
from practices.languages import source_of
from practices.models import Practice, Translation, Version
from practices.revisions import revisions_of
from practices.texts import marks_of
from tests.cast import Cast
from tests.practices.builders import give_language, make_practice, sections_in
from tests.practices.conftest import somebody


@pytest.fixture
def translator(cast: Cast, official_by: User) -> User:
    """Translates into Russian; reads the pages in English, as the tests do."""
    give_language(cast.centre, official_by, "ru")
    return reading_english(official_by)


def reading_english(user: User) -> User:
    user.language = "en"
    user.save(update_fields=["language"])
    return user


@pytest.fixture
def checker(cast: Cast, contact_by: User) -> User:
    """Translates into Russian, and checks what others have translated."""
    give_language(cast.centre, contact_by, "ru", "check")
    return reading_english(contact_by)


@pytest.fixture
def of_english(cast: Cast, official_ge: User) -> User:
    """Checks another language of the same centre."""
    give_language(cast.centre, official_ge, "en", "check")
    return official_ge


@pytest.fixture
def elsewhere(cast: Cast) -> User:
    """Checks the same language for another centre."""
    user = somebody(cast, "elsewhere", "agency_ge", Function.MEMBER)
    give_language(make_centre(cast), user, "ru", "check")
    return user


def make_centre(cast: Cast) -> Any:
    centre = type(cast.centre).objects.get(pk=cast.centre.pk)
    centre.pk, centre.acronym = None, "C2"
    centre.save()
    return centre


@pytest.fixture
def published(cast: Cast, advisor_kr: User) -> Practice:
    """An entry in Korean that everybody reads."""
    return make_practice(cast.centre, cast.organisations["nia"], advisor_kr, status=Status.PUBLISHED)


@pytest.fixture
def proposed(cast: Cast, advisor_kr: User) -> Practice:
    """An entry in Korean whose facts are being checked."""
    practice = make_practice(cast.centre, cast.organisations["nia"], advisor_kr, status=Status.PROPOSED)
    open_languages(practice)
    return practice


def in_russian(practice: Practice) -> Translation:
    return Translation.objects.select_related("practice").get(practice=practice, language="ru")


def change(practice: Practice, by: User, **sections: str) -> Version:
    """The original moves on, past the steps of a change."""
    live = practice.versions.live().get()
    texts = {**live.sections, **sections}
    return make_live(
        Version.objects.create(
            practice=practice,
            number=live.number + 1,
            author=by,
            sections=texts,
            operation=live.operation,
            since_year=live.since_year,
        ),
        by=by,
    )


def form_of(translation: Translation, **typed: Any) -> dict[str, Any]:
    """The page as it is shown now, as arguments of `translate`; `typed` are the sections that are written on it."""
    row = Translation.objects.get(pk=translation.pk)
    shown = dict(row.draft or row.sections)
    return {
        "seen": row.lock,
        "read": marks_of({key: shown.get(key, "") for key in sections_in("ru")}),
        "made_from": revisions_of(source_of(row.practice)),
        "texts": {**shown, **typed},
    }


def address(name: str, practice: Practice, language: str = "ru") -> str:
    return reverse(f"practices:{name}", args=[practice.reference, language])
