"""Officers say who works on which language of their centre."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from core.models import JournalEntry
from core.refusal import RefusedError
from people.models import User
from practices.actions.languages import give_language, take_language
from practices.models import LanguageRight
from tests.cast import cost
from tests.practices.builders import give_language as given
from tests.practices.languages.conftest import make_centre

RIGHTS, GIVE = reverse("practices:language_rights"), reverse("practices:give_language")


def test_a_person_gets_a_language_and_later_another_duty(centre, officer, official_by):
    right = give_language(centre, by=officer, user=official_by, language="ru", duty="translate")
    again = give_language(centre, by=officer, user=official_by, language="ru", duty="check")
    assert (again.pk, again.duty, LanguageRight.objects.count()) == (right.pk, "check", 1)
    about = JournalEntry.objects.about(centre).order_by("pk").values_list("verb", "actor", "data")
    assert list(about) == [
        ("give_language", officer.pk, {"user": official_by.pk, "language": "ru", "duty": duty})
        for duty in ("translate", "check")
    ]


def test_who_holds_no_post_gets_none(centre, officer, official_by):
    official_by.appointments.update(ends_on="2020-01-01")
    with pytest.raises(RefusedError, match="holds no post at present"):
        give_language(centre, by=officer, user=official_by, language="ru", duty="translate")
    assert LanguageRight.objects.count() == 0


def test_who_may(cast, centre, officer, official_by):
    for name in ("official_by", "contact_by", "director_by", "advisor_kr", "admin_user"):
        with pytest.raises(PermissionDenied):
            give_language(centre, by=cast.people[name], user=official_by, language="ru", duty="translate")
    other = make_centre(cast)
    with pytest.raises(PermissionDenied):
        give_language(other, by=officer, user=official_by, language="ru", duty="translate")
    right = given(other, official_by, "ru")
    with pytest.raises(PermissionDenied):
        take_language(right, by=officer)
    assert list(LanguageRight.objects.all()) == [right]


def test_taken_back_once(centre, officer, official_by):
    right = given(centre, official_by, "ru")
    take_language(right, by=officer)
    assert LanguageRight.objects.count() == 0
    assert JournalEntry.objects.about(centre).get().verb == "take_language"
    with pytest.raises(RefusedError, match="has taken this right back already"):
        take_language(right, by=officer)


def test_who_opens_the_screens(cast, centre, official_by, client_of):
    right = given(centre, official_by, "ru")
    for url, granted in ((RIGHTS, 200), (GIVE, 200)):
        asked = {name: client_of(cast.people[name]).get(url).status_code for name in ("officer", "official_by")}
        assert asked == {"officer": granted, "official_by": 403}
        assert client_of().get(url).status_code == 302
    take = reverse("practices:take_language", args=[right.pk])
    assert client_of(cast.people["advisor_kr"]).post(take).status_code == 404
    assert client_of(cast.people["officer"]).get(take).status_code == 405
    assert client_of(cast.people["officer"]).post(take)["Location"] == RIGHTS
    assert LanguageRight.objects.count() == 0


def test_found_by_name_and_chosen(centre, officer, official_by, client_of):
    client = client_of(officer)
    found = client.get(GIVE, {"q": "дубовик Sergei"}).context["people"]
    assert found == [official_by]
    assert client.get(GIVE, {"q": "nobody"}).context["people"] == []
    asked = {"language": "ru", "duty": "check"}
    assert client.post(f"{GIVE}?person={official_by.pk}", asked)["Location"] == RIGHTS
    assert list(LanguageRight.objects.values_list("user", "language", "duty", "centre")) == [
        (official_by.pk, "ru", "check", centre.pk)
    ]
    assert client.get(f"{GIVE}?person=99999999").status_code == 404
    assert client.get(f"{GIVE}?person=x").status_code == 200
    assert "language" in client.post(f"{GIVE}?person={official_by.pk}", {"language": "xx"}).context["form"].errors


def test_the_list_costs_the_same_with_one_and_three(cast, centre, officer, client_of):
    client = client_of(officer)
    given(centre, cast.people["official_by"], "ru")
    client.get(RIGHTS)
    one = cost(client, RIGHTS)
    for name, language in (("contact_by", "be"), ("advisor_kr", "ko")):
        given(centre, cast.people[name], language)
    assert (cost(client, RIGHTS), one <= 12) == (one, True)
    assert [right.user.pk for right in client.get(RIGHTS).context["page"].rows] == [
        cast.people[name].pk for name in ("advisor_kr", "contact_by", "official_by")
    ]


def test_many_of_a_name_cost_no_more(officer, official_by, client_of):
    client, url = client_of(officer), f"{GIVE}?q=dubovik"
    client.get(url)
    one = cost(client, url)
    post = official_by.appointments.get()
    for number in range(3):
        user = User.objects.create(email=f"d{number}@by.example", given_name="Ivan", family_name="Dubovik")
        post.pk, post.user = None, user
        post.save()
    assert (len(client.get(url).context["people"]), cost(client, url)) == (4, one)
