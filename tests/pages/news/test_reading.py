"""News as everybody reads them: in the best language there is, by year and language, as a feed and for machines."""

import json
import re
from datetime import date

import pytest
from django.urls import reverse
from lxml import etree

from core import search
from pages.models import Page
from people.models import User
from tests.agreements.builders import make_agreement
from tests.cast import cost
from tests.events.builders import make_event
from tests.pages.builders import correct, make_draft, make_page, make_release, publish
from tests.projects.builders import make_project

ATOM = "{http://www.w3.org/2005/Atom}"
QUERIES = 12


def test_the_best_language_there_is_and_which_it_is(cast, client_of):
    row = make_release(cast, "en", "ru")
    met = {}
    for code in ("en", "ru", "be", "ko"):
        text = client_of().get(row.get_absolute_url(), headers={"accept-language": code}).content.decode()
        met[code] = re.search(r'<h1 lang="(\w+)">', text).group(1), 'class="notice"' in text
    assert met == {"en": ("en", False), "ru": ("ru", False), "be": ("ru", True), "ko": ("en", True)}
    asked = client_of().get(f"{row.get_absolute_url()}?language=ru", headers={"accept-language": "en"})
    assert '<h1 lang="ru">' in asked.content.decode()


def test_the_list_is_narrowed_and_the_newest_stands_first(cast, client_of):
    rows = {
        day.year: make_release(cast, *languages, day=day)
        for day, languages in (
            (date(2016, 9, 9), ("en", "ru")),
            (date(2017, 11, 3), ("ko",)),
            (date(2018, 3, 30), ("ru",)),
        )
    }
    make_draft(cast, day=date(2019, 1, 1))
    publish(cast, make_page(cast))
    names = {row.reference: year for year, row in rows.items()}

    def listed(query=""):
        text = client_of().get(f"{reverse('pages:list')}?{query}").content.decode()
        return [names.get(one, one) for one in re.findall(r'href="/news/(PR-[\d-]+)/"', text)]

    assert listed() == [2018, 2017, 2016]
    assert (listed("year=2017"), listed("language=ru"), listed("language=ru&year=2016")) == (
        [2017],
        [2018, 2016],
        [2016],
    )
    assert listed("year=1999&language=xx") == [2018, 2017, 2016]
    assert (listed("q=opens"), listed("q=%EC%84%BC%ED%84%B0"), listed("q=PR-2018"), listed("q=nonsense")) == (
        [2016],
        [2017],
        [2018],
        [],
    )


def test_a_press_release_is_tied_to_what_it_is_about_as_far_as_the_reader_sees_it(cast, client_of, officer):
    event, hidden = make_event(cast.centre), make_event(cast.centre, status="planned")
    row = make_release(cast, about=[event, hidden])
    text = client_of().get(row.get_absolute_url()).content.decode()
    assert (event.get_absolute_url() in text, hidden.get_absolute_url() in text) == (True, False)
    assert hidden.get_absolute_url() in client_of(officer).get(row.get_absolute_url()).content.decode()


@pytest.mark.parametrize("kind", ["event", "agreement", "project"])
def test_in_the_news(cast, client_of, officer, kind):
    """The record leads to the panel, and the panel to what was published about it."""
    project = make_project(cast)
    record = {
        "event": lambda: make_event(cast.centre),
        "agreement": lambda: make_agreement(cast.centre, officer),
        "project": lambda: project,
    }[kind]()
    row, draft = make_release(cast, about=[record]), make_draft(cast, about=[record])
    url = reverse("pages:beside", args=[kind, record.reference])
    assert url in client_of().get(record.get_absolute_url()).content.decode()
    for headers in ({}, {"hx-request-type": "partial"}):
        text = client_of().get(url, headers=headers).content.decode()
        assert (row.get_absolute_url() in text, draft.reference in text) == (True, False)


def test_a_panel_of_what_may_not_be_seen_is_not_there(cast, client_of):
    hidden = make_event(cast.centre, status="planned")
    make_release(cast, about=[hidden])
    for address in (f"event/{hidden.reference}", "event/E-1999-01", "person/x", "event/%00"):
        assert client_of().get(f"/news/about/{address}/").status_code == 404


def test_the_feed_is_atom_in_the_language_it_is_asked_in(cast, client_of):
    both, russian = make_release(cast, "en", "ru"), make_release(cast, "ru", day=date(2018, 1, 1))
    correct(cast, both, "ru")
    answer = client_of().get(reverse("pages:atom") + "?language=ru")
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = etree.fromstring(answer.content)
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "ru"
    entries = feed.findall(f"{ATOM}entry")
    assert [(one.find(f"{ATOM}title").text, one.find(f"{ATOM}link").get("href")) for one in entries] == [
        ("Открывается центр", f"http://testserver{russian.get_absolute_url()}?language=ru"),
        ("Открывается центр again", f"http://testserver{both.get_absolute_url()}?language=ru"),
    ]
    assert all(one.find(f"{ATOM}{name}").text for one in entries for name in ("id", "updated", "published", "summary"))
    assert all(one.find(f"{ATOM}author/{ATOM}name").text for one in entries)
    english = etree.fromstring(client_of().get(reverse("pages:atom") + "?language=en").content)
    assert [one.find(f"{ATOM}title").text for one in english.findall(f"{ATOM}entry")] == ["A centre opens"]


def test_machines_read_a_news_article(cast, client_of, settings):
    row = make_release(cast, "en", "ru")
    text = client_of().get(f"{row.get_absolute_url()}?language=en").content.decode()
    found = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL).group(1))
    url = settings.SITE_URL + row.get_absolute_url()
    kept = ("@type", "@id", "identifier", "headline", "description", "inLanguage", "datePublished", "workTranslation")
    assert {name: found[name] for name in kept} == {
        "@type": "NewsArticle",
        "@id": url,
        "identifier": row.reference,
        "headline": "A centre opens",
        "description": "A centre opens: lead.",
        "inLanguage": "en",
        "datePublished": "2017-03-28",
        "workTranslation": [{"@id": f"{url}?language=ru", "inLanguage": "ru"}],
    }


def test_whoever_passes_a_link_on_passes_title_and_lead(cast, client_of, settings):
    row = make_release(cast, "en", "ru")
    text = client_of().get(row.get_absolute_url(), headers={"accept-language": "ru"}).content.decode()
    url = settings.SITE_URL + row.get_absolute_url()
    for part in (
        f'<link rel="canonical" href="{url}?lang=ru">',
        f'<link rel="alternate" hreflang="be" href="{url}?lang=be">',
        '<meta property="og:description" content="Открывается центр: lead.">',
    ):
        assert part in text


def test_the_search_finds_what_is_published_in_every_language(cast, officer):
    row = make_release(cast, "en", "ru", "ko")
    make_draft(cast)
    found = {
        text: [hit.reference for hit in search.sources["pages"].find(officer, text, 5)]
        for text in ("opens", "центр", "센터", row.reference, "nothing")
    }
    assert found == {
        "opens": [row.reference],
        "центр": [row.reference],
        "센터": [row.reference],
        row.reference: [row.reference],
        "nothing": [],
    }


def test_robots_find_news_and_pages(cast, client_of):
    row, page, draft = make_release(cast), publish(cast, make_page(cast)), make_draft(cast)
    text = client_of().get("/sitemap-news.xml").content.decode()
    met = [one.get_absolute_url() in text for one in (row, page, draft)]
    assert met == [True, True, False]
    assert reverse("pages:list") in client_of().get("/sitemap-pages.xml").content.decode()


def test_pages_cost_the_same_with_one_row_and_with_three(cast, client_of, officer):
    User.objects.update(language="en")
    event, agreement = make_event(cast.centre), make_agreement(cast.centre, officer)
    row = make_release(cast, "en", "ru", about=[event, agreement])
    urls = [
        reverse("pages:list"),
        row.get_absolute_url(),
        reverse("pages:atom"),
        reverse("pages:texts"),
        reverse("pages:missing"),
        reverse("pages:progress", args=[row.reference]),
        reverse("pages:beside", args=["event", event.reference]),
        reverse("pages:edit", args=[row.reference, "ko"]),
    ]
    readers = [client_of(officer), client_of()]
    for client in readers:
        client.get(urls[0])
    one = {url: [cost(client, url) for client in readers] for url in urls}
    for _more in range(2):
        make_release(cast, "en", "ru", about=[event, agreement])
    assert {url: [cost(client, url) for client in readers] for url in urls} == one
    assert {url: costs for url, costs in one.items() if max(costs) > QUERIES} == {}
    assert Page.objects.count() == 3
