"""A page of the site, under an address of its own; a core page takes the place of the built-in text."""

import pytest
from django.urls import reverse

from core.refusal import RefusedError
from pages.actions.publishing import propose
from pages.actions.writing import write_page
from pages.models import Page
from people.models import User
from tests.pages.builders import make_page, publish, words


def test_two_pages_never_share_an_address(cast, officer):
    write_page(cast.centre, by=officer, reference="history", language="en", **words("en"))
    with pytest.raises(RefusedError) as refused:
        write_page(cast.centre, by=officer, reference="history", language="en", **words("en"))
    assert (str(refused.value.message), Page.objects.count()) == ("There is a page at this address already.", 1)


def test_the_screen_asks_for_an_address_that_is_one(cast, client_of, officer):
    sent = {"centre": cast.centre.pk, "language": "be", **words("be")}
    met = {}
    for address in ("x y", "1st", "-a", "a--b", "Über", "history-of-the-centre"):
        client_of(officer).post(reverse("pages:write_page"), {**sent, "reference": address})
        met[address] = Page.objects.filter(reference=address).exists()
    assert met == {
        "x y": False,
        "1st": False,
        "-a": False,
        "a--b": False,
        "Über": False,
        "history-of-the-centre": True,
    }


def test_it_stands_in_the_languages_that_belong_together(cast, officer, settings):
    """Belarusian and Russian by the rules of the host country; which languages these are is a setting."""
    User.objects.update(language="en")
    row = make_page(cast, "be")
    with pytest.raises(RefusedError) as refused:
        propose(row, by=officer)
    assert "Русский" in str(refused.value.message)
    settings.PARALLEL_LANGUAGES = ["be"]
    assert propose(row, by=officer).status == "proposed"


def test_a_published_page_is_read_by_everybody(cast, client_of):
    row = make_page(cast, reference="history")
    url = reverse("pages:page", args=["history"])
    assert (row.get_absolute_url(), client_of().get(url).status_code) == (url, 404)
    publish(cast, row)
    answer = client_of().get(url, headers={"accept-language": "ru"})
    assert (answer.status_code, '<h1 lang="ru">Открывается центр</h1>' in answer.content.decode()) == (200, True)


@pytest.mark.parametrize(
    ("reference", "route"), [("about", "about"), ("accessibility", "accessibility"), ("personal-data", "personal_data")]
)
def test_a_core_page_replaces_the_built_in_text_in_the_languages_it_has(cast, client_of, reference, route):
    row = make_page(cast, reference=reference)
    url = reverse(route)
    before = {code: client_of().get(url, headers={"accept-language": code}).content.decode() for code in ("ru", "ko")}
    publish(cast, row)
    assert (row.get_absolute_url(), client_of().get(f"/pages/{reference}/").url) == (url, url)
    after = {code: client_of().get(url, headers={"accept-language": code}).content.decode() for code in ("ru", "ko")}
    assert ("Открывается центр: text." in before["ru"], "Открывается центр: text." in after["ru"]) == (False, True)
    built_in = '<p class="lede">'
    assert before["ko"].split(built_in)[1][:200] == after["ko"].split(built_in)[1][:200]


def test_pages_that_are_listed_stand_beside_about_the_centre(cast, client_of):
    listed, other = make_page(cast, is_listed=True), make_page(cast)
    for row in (listed, other):
        publish(cast, row)
    text = client_of().get(reverse("about")).content.decode()
    assert (listed.get_absolute_url() in text, other.get_absolute_url() in text) == (True, False)
