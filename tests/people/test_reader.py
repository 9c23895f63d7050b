"""Language, zone and look of pages: as chosen with the account, else by cookie, else as the browser asks."""

import pytest

from people.models import User


def test_a_visitor_by_the_browsers_languages(cast, client):
    page = client.get("/access/", headers={"accept-language": "ko,en;q=0.5"})
    assert (page["Content-Language"], page["Vary"]) == ("ko", "Accept-Language, Cookie")


def test_a_visitors_choice_is_a_cookie(cast, client):
    answer = client.post("/language/", {"language": "be", "next": "/access/"})
    assert (answer.url, client.cookies["django_language"].value) == ("/access/", "be")
    assert client.get("/access/", headers={"accept-language": "ko"})["Content-Language"] == "be"


def test_a_persons_choice_is_kept_with_the_account(official_by, client_of):
    client = client_of(official_by)
    assert client.get("/profile/", headers={"accept-language": "ko"})["Content-Language"] == "ru"
    client.post("/language/", {"language": "en"})
    assert client.get("/profile/")["Content-Language"] == "en"
    assert User.objects.get(pk=official_by.pk).language == "en"


@pytest.mark.parametrize("url", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)"])
def test_nobody_is_led_elsewhere(cast, client, url):
    assert client.post("/language/", {"language": "en", "next": url}).url == "/"


def test_an_unknown_language_is_asked_again(cast, client):
    assert client.post("/language/", {"language": "fr"}).status_code == 200


def test_a_visitors_view_is_kept_in_cookies(cast, client):
    view = {"theme": "dark", "contrast": "more", "text_size": "largest", "zone": "Asia/Tbilisi"}
    assert client.post("/view/", view).url == "/view/"
    page = client.get("/access/")
    reader = page.wsgi_request.reader
    assert (reader.view, reader.zone.key) == (
        {"theme": "dark", "contrast": "more", "text_size": "largest"},
        "Asia/Tbilisi",
    )
    html = page.content.decode()
    assert all(part in html for part in ('data-bs-theme="dark"', 'data-contrast="more"', 'data-text="largest"'))


def test_a_persons_view_is_kept_with_the_account(official_by, client_of):
    client = client_of(official_by)
    client.post("/view/", {"theme": "light", "contrast": "normal", "text_size": "large"})
    again = client_of(official_by).get("/profile/").wsgi_request.reader
    assert again.view == {"theme": "light", "contrast": "", "text_size": "large"}


def test_what_was_not_chosen_is_left_to_the_device(cast, client):
    client.cookies["theme"] = "neon"
    reader = client.get("/access/").wsgi_request.reader
    assert (reader.view, reader.zone.key) == ({"theme": "", "contrast": "", "text_size": ""}, "Europe/Minsk")


def test_the_zone_is_the_persons_own(advisor_kr, client_of):
    reader = client_of(advisor_kr).get("/profile/").wsgi_request.reader
    assert (reader.zone.key, reader.country.pk) == ("Asia/Seoul", "KR")
