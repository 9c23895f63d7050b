"""The index follows what readers see, in the same transaction, and its totals stay exact."""

from collections import Counter

from django.db import connection
from django.test.utils import CaptureQueriesContext

from practices.actions.indexing import index
from practices.actions.publishing import make_live
from practices.enums import Status
from practices.finding.asking import Asked
from practices.finding.library import better, counts, found
from practices.finding.similar import similar
from practices.models import Entry, FacetTotal, Practice, Version
from practices.presentation.shelf import lines_of
from practices.search import find
from practices.signals import practice_retired
from tests.practices.builders import make_topic, make_translation, sections_in


def ids(words, **chosen):
    return found(Asked.of(words), chosen).ids


def totals():
    return {facet: number for facet, number in FacetTotal.objects.values_list("facet", "entries") if number}


def told():
    """What the totals have to be."""
    rows = Entry.objects.values_list("facets", flat=True)
    return dict(Counter(facet for facets in rows for facet in [*facets, "all"]))


def test_a_draft_is_not_found(publish):
    publish("A kiosk", status=Status.DRAFT)
    assert (ids("kiosk"), totals()) == ([], {})


def test_a_text_that_was_not_checked_is_not_found(publish):
    practice = publish("One gateway")
    russian = practice.translations.get(language="ru")
    russian.draft = {**sections_in("ru"), "title": "Единый шлюз"}
    russian.save()
    index(practice)
    assert ids("шлюз") == []


def test_a_change_is_found_once_it_is_published_and_what_it_replaced_no_more(publish, advisor_kr):
    practice = publish("A kiosk")
    live = practice.versions.live().get()
    text = {**live.sections, "title": "A counter"}
    version = Version.objects.create(
        practice=practice, number=2, author=advisor_kr, sections=text, operation="pilot", since_year=1999
    )
    version.topics.add(make_topic("records"))
    assert ids("counter") == []
    make_live(version, by=advisor_kr)
    assert (ids("counter"), ids("kiosk")) == ([practice.pk], [])
    assert totals() == told()
    assert (totals()["topic:records"], "topic:interoperability" in totals(), totals()["year:1995"]) == (1, False, 1)


def test_a_checked_translation_adds_its_language(publish, official_by, contact_by):
    practice = publish("One gateway")
    make_translation(
        practice, "be", official_by, contact_by, sections={**sections_in("be"), "title": "Адзіны шлюз паслуг"}
    )
    assert ids("адзінага шлюза") == [practice.pk]
    assert totals() == told() == {
        "all": 1, "country:KR": 1, "goal:16": 1, "language:be": 1, "language:en": 1, "law:no": 1,
        "status:in_operation": 1, "topic:interoperability": 1, "year:2010": 1,
    }  # fmt: skip


def test_what_was_retired_stays_and_is_counted_as_such(publish):
    practice = publish("A kiosk")
    Practice.objects.filter(pk=practice.pk).update(status=Status.RETIRED)
    practice.refresh_from_db()
    practice_retired.send(Practice, practice=practice, by=None, reasons={})
    assert Entry.objects.get().is_retired
    assert totals() == told()
    assert totals()["status:retired"] == 1


def test_an_entry_that_the_public_sees_no_more_is_taken_out(publish):
    practice = publish("A kiosk")
    practice.status = Status.WITHDRAWN
    index(practice)
    assert (ids("kiosk"), totals()) == ([], {})


def test_korean_is_found_with_and_without_spaces_and_particles(publish):
    together = publish("전자정부표준프레임워크", language="ko")
    apart = publish("전자정부 표준프레임워크", language="ko")
    for words in ("전자정부표준프레임워크", "전자정부 표준프레임워크를", "표준프레임워크에서"):
        assert set(ids(words)) == {together.pk, apart.pk}
    assert ids("전자정부법") == []


def test_an_acronym_is_found_however_it_is_written(publish):
    practice = publish("The e-People portal for complaints")
    for words in ("epeople", "e-people", "E people", "ePeop"):
        assert ids(words) == [practice.pk]


def test_marks_on_latin_letters_do_not_matter(publish):
    practice = publish("Chișinău and Türkiye")
    assert ids("chisinau turkiye") == ids("Chișinău Türkiye") == [practice.pk]


def test_the_number_of_an_entry_finds_it(publish):
    practice, _other = publish("A kiosk"), publish("A counter")
    assert ids(practice.reference)[:1] == [practice.pk]


def test_words_must_all_be_there(publish):
    publish("A kiosk for certificates")
    assert ids("kiosk tariffs") == []


def test_words_that_every_text_has_ask_for_nothing(publish):
    practice = publish("A kiosk", language="en")
    assert ids("the kiosk and for a") == [practice.pk]
    assert ids("для kiosk и на") == [practice.pk]
    assert ids("the") == []


def test_close_words_are_found_in_each_writing(publish):
    publish("Procurement")
    publish("Таможенное оформление", language="ru")
    publish("나라장터 입찰", language="ko")
    for typed, meant in (
        ("procuremnet", "procurement"),
        ("porcurement", "procurement"),
        ("тамженное", "таможенное"),
        ("나라징터", "나라장터"),
    ):
        assert better(Asked.of(typed)).text == meant
    assert better(Asked.of("procurement")) is None
    assert better(Asked.of("xylophone")) is None


def test_counts_and_pages_tell_of_the_same_entries(publish):
    publish("Kiosk one")
    publish("Kiosk two", owner="agency_ge")
    publish("Counter three")
    asked = Asked.of("kiosk")
    assert counts(asked, {})["all"] == found(asked, {}).total == 2
    chosen = {"country": ["GE"]}
    assert counts(asked, chosen)["all"] == found(asked, chosen).total == 1


def test_similar_ones_share_topic_and_words(publish):
    one = publish("Gateway for registers")
    like = publish("A gateway between registers")
    other = publish("Street lamps")
    publish("Gateway of registers, retired", status=Status.RETIRED)
    other_topic = publish("Gateway for registers again")
    live = other_topic.versions.live().get()
    live.topics.set([make_topic("lamps")])
    index(other_topic)
    lines_of([one])  # countries are read once a process
    with CaptureQueriesContext(connection) as queries:
        lines = lines_of(similar(one))
    assert [(str(line.practice.title), line.practice.reference, line.country.pk) for line in lines] == [
        ("A gateway between registers", like.reference, "KR"),
        ("Street lamps", other.reference, "KR"),
    ]
    assert len(queries) == 1
    assert similar(one, limit=1) == [like]


def test_nothing_is_like_what_the_public_does_not_see(publish):
    publish("Gateway for registers")
    assert similar(publish("Gateway for registers", status=Status.DRAFT)) == []


def test_the_search_of_the_portal_finds_what_is_published(publish, official_by):
    practice = publish("A kiosk for certificates")
    publish("Another kiosk", status=Status.DRAFT)
    hits = find(official_by, "kiosk", 10)
    assert [(str(hit.title), hit.reference, hit.url) for hit in hits] == [
        ("A kiosk for certificates", practice.reference, f"/practices/{practice.reference}/")
    ]
    assert find(official_by, "!", 10) == []
