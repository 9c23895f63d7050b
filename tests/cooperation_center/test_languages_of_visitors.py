"""Whoever only reads leaves no trace: no cookie, and every language of a page has an address of its own."""

import re

import pytest
from django.test import Client

from people.models import User

PLAIN = ["/", "/about/", "/accessibility/", "/personal-data/", "/consultations/start/", "/events/", "/practices/"]
LINK = re.compile(r'<link rel="(canonical|alternate)"(?: hreflang="([a-z-]+)")? href="([^"]+)">')


@pytest.fixture
def site_url(settings):
    settings.SITE_URL = "https://portal.example"


def links(page: str) -> list[tuple[str, str, str]]:
    return [found for found in LINK.findall(page) if found[0] == "canonical" or found[1]]


@pytest.mark.parametrize("path", PLAIN)
def test_a_visitor_who_only_reads_gets_no_cookie(client, centre, path):
    answer = client.get(path)
    assert (answer.status_code, list(answer.cookies)) == (200, [])


@pytest.mark.parametrize(
    ("asked", "cookie", "browser", "read"),
    [
        ("?lang=ru", "ko", "be", "ru"),
        ("", "ko", "be", "ko"),
        ("", "", "be", "be"),
        ("?lang=xx", "", "ko", "ko"),
        ("?lang=", "ru", "", "ru"),
        ("", "", "", "en"),
    ],
)
def test_the_address_wins_over_the_choice_and_this_over_the_browser(centre, asked, cookie, browser, read):
    client = Client(HTTP_ACCEPT_LANGUAGE=browser)
    if cookie:
        client.cookies["django_language"] = cookie
    answer = client.get(f"/about/{asked}")
    assert (answer["Content-Language"], f'<html lang="{read}">' in answer.content.decode()) == (read, True)
    assert {"Accept-Language", "Cookie"} <= {name.strip() for name in answer["Vary"].split(",")}


def test_a_signed_in_reader_keeps_the_language_of_the_account(client, advisor_kr):
    User.objects.update(language="ko")
    client.force_login(advisor_kr)
    answer = client.get("/about/?lang=ru")
    page = answer.content.decode()
    assert (answer["Content-Language"], '<form class="language-form"' in page) == ("ko", True)


def test_the_menu_of_languages_is_links_that_come_back(client, centre):
    page = client.get("/events/?lang=ko&country=GE", headers={"accept-language": "en"}).content.decode()
    assert 'href="/language/ru/?next=%2Fevents%2F%3Fcountry%3DGE"' in page
    assert '<form class="language-form"' not in page


def test_choosing_a_language_is_kept_and_leads_back(client, centre):
    answer = client.get("/language/ru/?next=/events/%3Fcountry%3DGE")
    assert (answer.status_code, answer["Location"]) == (302, "/events/?country=GE")
    assert ({name: one.value for name, one in answer.cookies.items()}, answer["Cache-Control"]) == (
        {"django_language": "ru"},
        "no-store",
    )
    assert client.get("/about/")["Content-Language"] == "ru"


def test_choosing_leads_to_this_house_only(client, centre):
    assert client.get("/language/ru/?next=https://elsewhere.example/")["Location"] == "/"


def test_a_language_that_is_not_spoken_here_is_no_address(client, centre):
    answer = client.get("/language/xx/")
    assert (answer.status_code, list(answer.cookies)) == (404, [])


def test_a_link_changes_no_account(client, advisor_kr):
    User.objects.update(language="ko")
    client.force_login(advisor_kr)
    answer = client.get("/language/ru/")
    assert (answer.status_code, answer["Location"]) == (302, "/language/")
    assert User.objects.get(pk=advisor_kr.pk).language == "ko"


def test_choosing_is_an_act_by_link_alone(client, centre):
    assert client.post("/language/ru/").status_code == 405


def test_every_language_of_a_page_is_announced(client, centre, site_url):
    page = client.get("/events/?utm_source=mail&fbclid=1&country=GE&lang=ru").content.decode()
    at = "https://portal.example/events/?country=GE"
    assert links(page) == [
        ("canonical", "", f"{at}&amp;lang=ru"),
        ("alternate", "en", f"{at}&amp;lang=en"),
        ("alternate", "ru", f"{at}&amp;lang=ru"),
        ("alternate", "be", f"{at}&amp;lang=be"),
        ("alternate", "ko", f"{at}&amp;lang=ko"),
        ("alternate", "x-default", at),
    ]


def test_what_is_passed_on_says_what_it_is(client, centre, site_url):
    page = client.get("/about/", headers={"accept-language": "be"}).content.decode()
    said = dict(re.findall(r'<meta property="(og:[a-z_]+)" content="([^"]*)">', page))
    title = re.search(r"<title>(.*?)</title>", page)
    assert title
    assert {name: said[name] for name in ("og:url", "og:locale", "og:type")} == {
        "og:url": "https://portal.example/about/?lang=be",
        "og:locale": "be_BY",
        "og:type": "website",
    }
    assert f"{said['og:title']} – {said['og:site_name']}" == title[1]
    assert said["og:description"]
    assert re.findall(r'og:locale:alternate" content="(\w+)"', page) == ["en_GB", "ru_RU", "ko_KR"]


@pytest.mark.parametrize("path", ["/desk/", "/inbox/", "/profile/"])
def test_pages_behind_a_sign_in_have_no_public_address(client, advisor_kr, path):
    client.force_login(advisor_kr)
    page = client.get(path).content.decode()
    assert (links(page), "og:url" in page) == ([], False)


def test_the_map_for_robots_names_every_language(client, centre):
    found = client.get("/sitemap-pages.xml").content.decode()
    at = "http://testserver/about/"
    one = re.search(rf"<url><loc>{at}</loc>(.*?)</url>", found, re.DOTALL)
    assert one
    assert re.findall(r'hreflang="([^"]+)" href="([^"]+)"', one[1]) == [
        *((code, f"{at}?lang={code}") for code in ("en", "ru", "be", "ko")),
        ("x-default", at),
    ]
