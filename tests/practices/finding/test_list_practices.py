"""The list: who sees it, what is found, what is chosen, what it costs."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from practices.enums import Status
from practices.models import Practice
from practices.signals import entry_changed
from tests.practices.builders import make_translation, sections_in

URL = "/practices/"


def titles(answer):
    return re.findall(r'<h3><a href="[^"]+"[^>]*>([^<]+)</a>', answer.content.decode())


def text_of(answer):
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def change(practice, **fields):
    """Change what lists are ordered by, as an act would."""
    Practice.objects.filter(pk=practice.pk).update(**fields)
    practice.refresh_from_db()
    entry_changed.send(Practice, practice=practice, by=None)


def test_everybody_reads_what_is_published(client, publish):
    publish("Seen by all")
    publish("Still a draft", status=Status.DRAFT)
    answer = client.get(URL)
    assert (answer.status_code, titles(answer)) == (200, ["Seen by all"])
    assert "1 practice" in text_of(answer)
    assert reverse("practices:list") == URL


def test_a_word_is_found_in_the_title_before_the_text(client, publish):
    publish("Other matters", results="It is about a kiosk.")
    publish("A kiosk for certificates")
    publish("Nothing of the kind")
    answer = client.get(URL, {"q": "kiosks"})
    assert titles(answer) == ["A kiosk for certificates", "Other matters"]
    assert "It is about a <mark>kiosk</mark>." in answer.content.decode()


def test_words_are_found_in_another_language_than_the_readers(client, publish, official_by, contact_by):
    practice = publish("One gateway")
    text = {**sections_in("ru"), "title": "Единый шлюз", "lessons": "Начинайте с реестров населения."}
    make_translation(practice, "ru", official_by, contact_by, sections=text)
    answer = client.get(URL, {"q": "реестрами населения"})
    assert titles(answer) == ["One gateway"]
    assert "Found in the text in this language: Русский" in text_of(answer)
    assert '<p lang="ru">Начинайте с <mark>реестров</mark> <mark>населения</mark>.</p>' in answer.content.decode()


def test_a_misspelt_word_is_taken_for_the_nearest_and_can_be_searched_exactly(client, publish):
    publish("Procurement of medicines")
    answer = client.get(URL, {"q": "procuremnet", "law": "no"})
    assert titles(answer) == ["Procurement of medicines"]
    said = "Nothing was found for “procuremnet”. These are the results for “procurement”."
    assert said in text_of(answer)
    assert 'href="?q=procuremnet&amp;law=no&amp;exact=1"' in answer.content.decode()
    exactly = client.get(URL, {"q": "procuremnet", "exact": "1"})
    assert (titles(exactly), "No practice matches." in text_of(exactly)) == ([], True)


def test_what_was_typed_is_never_read_as_markup_or_as_a_query(client, publish):
    publish("A kiosk")
    for typed in ("<b>kiosk</b>", "kiosk & !", "' | kiosk:*", "kiosk\\", "\x00kiosk", "(((", "а" * 300, "%s", "법"):
        answer = client.get(URL, {"q": typed})
        assert answer.status_code == 200
        assert "<b>kiosk" not in answer.content.decode()


@pytest.mark.parametrize(
    "query", [{"topic": "no-such"}, {"country": "ZZ"}, {"page": "x"}, {"page": "99999"}, {"order": "x"}, {"older": "x"}]
)
def test_nonsense_counts_as_not_chosen(client, publish, query):
    publish("A kiosk")
    assert titles(client.get(URL, query)) == ["A kiosk"]
    assert titles(client.get(URL, {"q": "kiosk", **query})) == ["A kiosk"]


def test_facets_narrow_within_a_group_by_or_and_among_groups_by_and(client, publish):
    publish("Korean one", owner="nia")
    publish("Georgian one", owner="agency_ge")
    publish("Belarusian one", owner="services_by", language="ru")
    two = client.get(URL, {"country": ["KR", "GE"]})
    assert sorted(titles(two)) == ["Georgian one", "Korean one"]
    assert titles(client.get(URL, {"country": ["KR", "BY"], "language": "ru"})) == ["Belarusian one"]
    assert titles(client.get(URL, {"q": "one", "country": "GE"})) == ["Georgian one"]


def test_counts_of_a_group_leave_its_own_choice_out(client, publish):
    publish("Korean one", owner="nia")
    publish("Georgian one", owner="agency_ge")
    publish("Belarusian one", owner="services_by", language="ru")
    for query in ({"country": "KR"}, {"q": "one", "country": "KR"}):
        groups = {group.name: group for group in client.get(URL, query).context["groups"]}
        assert {one.value: one.count for one in groups["country"].shown} == {"KR": 1, "GE": 1, "BY": 1}
        assert {one.value: one.count for one in groups["language"].shown} == {"en": 1}


def test_a_choice_is_removed_by_a_link(client, publish):
    publish("Korean one")
    answer = client.get(URL, {"q": "one", "country": ["KR", "GE"], "law": "no", "page": "1"})
    assert [(str(words), query) for words, query in answer.context["chosen"]] == [
        ("Georgia", "q=one&country=KR&law=no"),
        ("Republic of Korea", "q=one&country=GE&law=no"),
        ("Needed a new law: No", "q=one&country=KR&country=GE"),
    ]


def test_orders(client, publish):
    old, new = publish("Kiosk old"), publish("Kiosk new")
    day = timezone.localdate()
    change(old, verified_on=day, recheck_on=day + timedelta(days=365))
    change(new, verified_on=day - timedelta(days=30), recheck_on=day + timedelta(days=335))
    for query in ({}, {"q": "kiosk"}):
        assert titles(client.get(URL, {**query, "order": "verified"})) == ["Kiosk old", "Kiosk new"]
        assert titles(client.get(URL, {**query, "order": "newest"})) == ["Kiosk new", "Kiosk old"]


def test_what_was_retired_comes_last_and_says_so(client, publish):
    publish("Kiosk one", status=Status.RETIRED)
    publish("Something with a kiosk two")
    answer = client.get(URL, {"q": "kiosk"})
    assert titles(answer) == ["Something with a kiosk two", "Kiosk one"]
    assert "Retired" in text_of(answer)
    assert titles(client.get(URL, {"status": "retired"})) == ["Kiosk one"]


def test_former_names_are_found_and_shown(client, publish):
    practice = publish("One window for certificates")
    practice.versions.live().get().names.create(text="Minwon24", language="en", kind="former")
    change(practice)
    answer = client.get(URL, {"q": "minwon24"})
    assert titles(answer) == ["One window for certificates"]
    assert "Former name: Minwon24" in text_of(answer)


def test_pages_of_a_search_and_of_the_whole_list(client, publish):
    for number in range(21):
        publish(f"Kiosk {number}")
    for query in ({}, {"q": "kiosk"}):
        first = client.get(URL, query)
        second = client.get(f"{URL}?{first.context['page'].older}")
        assert (len(titles(first)), len(titles(second))) == (20, 1)
        assert set(titles(first)) & set(titles(second)) == set()
        assert titles(client.get(f"{URL}?{second.context['page'].newer}")) == titles(first)


@pytest.mark.parametrize(
    "query", [{}, {"q": "kiosk"}, {"q": "kiosk", "country": "KR"}, {"country": "KR", "law": "no"}, {"q": "kioks"}]
)
def test_any_number_of_entries_costs_the_same(client, client_of, official_by, publish, query):
    costs = []
    for number in (1, 3):
        while Practice.objects.count() < number:
            publish("A kiosk", summary="Nothing of it.", lessons="The kiosk stays.")
        for reader in (client, client_of(official_by)):
            reader.get(URL, query)
            with CaptureQueriesContext(
                connection,
            ) as queries:
                assert len(titles(reader.get(URL, query))) == number
            costs.append(len(queries))
    assert costs[:2] == costs[2:]
    assert max(costs) <= 12
