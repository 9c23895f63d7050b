"""Administrators keep the code lists and find entries; they read nobody's words there."""

import pytest
from django.urls import reverse

from practices.enums import ReviewState, Status
from tests.cast import sign_in
from tests.practices.builders import give_language, make_capability, make_criteria, make_topic, make_translation
from tests.practices.deciding.building import at, make_review, score


@pytest.fixture
def administration(admin_user):
    return sign_in(admin_user)


def found(administration, model, text=""):
    page = administration.get(reverse(f"admin:practices_{model}_changelist"), {"q": text})
    return [row.pk for row in page.context["cl"].result_list]


def test_entries_are_found_by_number_and_not_by_words(cast, administration):
    first, second = at(Status.PUBLISHED, cast), at(Status.DRAFT, cast)
    assert found(administration, "practice", first.reference) == [first.pk]
    assert sorted(found(administration, "practice")) == [first.pk, second.pk]
    assert found(administration, "practice", "gateway") == []


def test_nobodys_words_are_read_there(cast, administration, officer, official_by, contact_by):
    make_criteria(1)
    practice = at(Status.REVIEW, cast, reasons={"ko": "비밀 이유"})
    review = make_review(practice, official_by, officer, state=ReviewState.GIVEN, comment={"en": "Secret opinion"})
    score(review, 3)
    published = at(Status.PUBLISHED, cast)
    text = make_translation(published, "ru", official_by, contact_by)
    version = practice.versions.get()
    pages = [
        administration.get(reverse(f"admin:practices_{model}_change", args=[row.pk]))
        for model, row in (("practice", practice), ("version", version), ("review", review), ("translation", text))
    ]
    assert [page.status_code for page in pages] == [200] * 4
    whole = "".join(page.content.decode() for page in pages)
    secrets = ("비밀 이유", "Secret opinion", version.sections["lessons"], text.sections["lessons"])
    assert [one for one in secrets if one in whole] == []
    assert "_save" not in whole


def test_what_is_used_stays(cast, administration):
    used, free = make_criteria(2)
    practice = at(Status.REVIEW, cast)
    review = make_review(practice, cast.people["official_by"], cast.people["officer"])
    used.reviewscore_set.create(review=review, score=3)

    def gone(model, row):
        return administration.get(reverse(f"admin:practices_{model}_delete", args=[row.pk])).status_code

    assert (gone("reviewcriterion", used), gone("reviewcriterion", free)) == (403, 200)
    assert (gone("practicetopic", make_topic()), gone("practicetopic", make_topic("identity"))) == (403, 200)
    capability = make_capability()
    practice.versions.get().preconditions.create(capability=capability)
    assert (gone("capability", capability), gone("capability", make_capability("network"))) == (403, 200)


def test_rights_to_languages_are_for_people_who_hold_a_post(cast, administration, official_by):
    right = give_language(cast.centre, official_by, "ru")
    page = administration.get(reverse("admin:practices_languageright_change", args=[right.pk]))
    people = page.context["adminform"].form.fields["user"].queryset
    assert official_by in people
    official_by.appointments.update(ends_on="2020-01-01")
    assert official_by not in people.all()


def test_every_list_opens(cast, administration):
    models = ("practicetopic", "reviewcriterion", "capability", "countrycapability", "countryindex", "languageright")
    others = ("practiceseries", "practice", "version", "review", "translation", "adoption")
    assert {model: len(found(administration, model)) for model in (*models, *others)} == dict.fromkeys(
        (*models, *others), 0
    )
