"""One edits one's own profile, and nobody else's."""

import pytest
from django.core.exceptions import PermissionDenied

from people import actions
from people.models import User

ANSWERS = {
    "given_name": "Sergey",
    "family_name": "Dubovik",
    "given_name_own": "Сергей",
    "family_name_own": "Дубовик",
    "own_language": "ru",
    "language": "be",
    "reads": ["en", "ru"],
    "zone": "Europe/Vienna",
}


def test_it_is_saved_and_shown(official_by, client_of):
    client = client_of(official_by)
    assert client.get("/profile/edit/").status_code == 200
    assert client.post("/profile/edit/", ANSWERS).url == "/profile/"
    user = User.objects.get(pk=official_by.pk)
    assert (user.display_name, user.language, user.reads, user.zone) == (
        "Sergey Dubovik",
        "be",
        ["en", "ru"],
        "Europe/Vienna",
    )
    page = client.get("/profile/").content.decode()
    assert all(part in page for part in ("Дубовик", "Europe/Vienna", "Head of Cloud Department"))


def test_an_administrators_rights_cannot_be_posted(official_by, client_of):
    client_of(official_by).post("/profile/edit/", {**ANSWERS, "is_superuser": "on", "email": "other@by.example"})
    user = User.objects.get(pk=official_by.pk)
    assert (user.is_superuser, user.email) == (False, "official@by.example")


def test_a_visitor_signs_in_first(cast, client):
    assert client.get("/profile/edit/").url == "/account/login/?next=/profile/edit/"


def test_not_another_persons(official_by, contact_by, admin_user):
    for other in (contact_by, admin_user):
        with pytest.raises(PermissionDenied):
            actions.edit_profile(official_by, by=other, given_name="Nobody")


def test_only_fields_of_a_profile(official_by):
    with pytest.raises(TypeError):
        actions.edit_profile(official_by, by=official_by, is_superuser=True)


def test_the_profile_page_is_cheap(official_by, client_of, django_assert_max_num_queries):
    client = client_of(official_by)
    client.get("/profile/")
    with django_assert_max_num_queries(8):
        client.get("/profile/")
