"""The library of the sample centre: what stands there after loading, each by the acts of the people concerned."""

from collections import Counter

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from consultations.models import Consultation
from core.localised import LANGUAGES
from core.models import JournalEntry, Signature
from events.models import SessionPractice
from people.models import User
from practices.completeness import gaps_of
from practices.enums import Answerer, ReportState, ReviewState, Stage, Status, StillSo, TranslationState, VersionState
from practices.models import (
    Adoption,
    AdoptionAnswer,
    AdoptionReport,
    Bookmark,
    Collection,
    CountryCapability,
    CountryIndex,
    Entry,
    Evidence,
    Practice,
    Review,
    Translation,
    Version,
)
from sample_centre.content import library as said
from sample_centre.content import readers
from sample_centre.content.people import EVERYBODY
from sample_centre.practices.library import stories
from tests.cast import sign_in


def account(key: str) -> User:
    return User.objects.get(email=EVERYBODY[key].email)


def entry(key: str) -> Practice:
    story = stories()[key]
    return Practice.objects.get(**{f"title__{story.language}": story.texts[story.language]["title"]})


def counted(rows, field: str) -> dict[str, int]:
    return dict(Counter(rows.values_list(field, flat=True)))


def languages_of(practice: Practice) -> set[str]:
    return {practice.language, *practice.translations.readable().values_list("language", flat=True)}


# --- Entries ---------------------------------------------------------------------------------------------------------


def test_seventeen_are_published_and_three_are_on_their_way(sample):
    standing = counted(Practice.objects, "status")
    published = standing.pop(Status.PUBLISHED) + standing.pop(Status.DUE, 0)
    assert (published, standing) == (17, {Status.DECISION: 1, Status.REVIEW: 1, Status.PROPOSED: 1})
    on_the_way = {key: entry(key).status for key in ("oais", "my_gov_ge", "dbrain")}
    assert on_the_way == {"oais": Status.DECISION, "my_gov_ge": Status.REVIEW, "dbrain": Status.PROPOSED}


def test_each_has_its_own_number_and_nothing_is_missing_in_it(sample):
    rows = list(Practice.objects.all())
    assert len({row.reference for row in rows}) == len(stories()) == 20
    texts = Version.objects.filter(state__in=(VersionState.LIVE, VersionState.WORKING)).select_related("practice")
    gaps = {str(version): gaps_of(version) for version in texts}
    assert {name: found for name, found in gaps.items() if found} == {}
    assert len(gaps) == len(rows)


def test_systems_of_korea_belarus_and_the_states_of_the_programme_are_described(sample):
    countries = counted(Practice.objects, "country")
    assert (countries["KR"], countries["BY"]) == (10, 4)
    assert {"AZ", "GE", "MD", "TR", "UA"} <= set(countries)


def test_every_entry_is_read_in_two_languages_and_six_in_all_four(sample):
    tongues = {row.reference: languages_of(row) for row in Practice.objects.current()}
    assert min(len(found) for found in tongues.values()) == 2
    assert sum(len(found) == len(LANGUAGES) for found in tongues.values()) == 6


def test_two_translations_lag_behind_their_original(sample):
    behind = Translation.objects.outdated().select_related("practice")
    assert {row.practice for row in behind} == {entry(key) for key in said.CHANGES}
    assert behind.count() == 2
    assert {row.state for row in behind} == {TranslationState.CHECKED}


def test_nobody_checked_confirmed_or_decided_on_what_is_his_own(sample):
    checked = Translation.objects.readable()
    assert checked.count() > 20
    assert [row for row in checked if row.translator_id == row.checked_by_id] == []
    facts = JournalEntry.objects.filter(verb="confirm_facts")
    authors = {row.reference: row.author_id for row in Practice.objects.all()}
    assert facts.count() == 19
    assert [one.label for one in facts if one.actor_id == authors[one.label]] == []


def test_two_reviews_from_two_other_countries_stand_behind_each_publication(sample):
    for practice in Practice.objects.current():
        given = Review.objects.filter(practice=practice, state=ReviewState.GIVEN, round=practice.round)
        countries = set(given.values_list("country", flat=True))
        assert (len(countries), practice.country_id in countries) == (2, False), practice
        keys = Signature.objects.about(practice).filter(step="publish", cleared_at=None)
        assert sorted(keys.values_list("key", flat=True)) == ["a", "b"], practice


def test_of_the_one_for_decision_one_key_is_turned(sample):
    keys = Signature.objects.about(entry("oais")).filter(step="publish", cleared_at=None)
    assert list(keys.values_list("key", flat=True)) == ["a"]


def test_whatever_is_public_is_found(sample):
    assert set(Entry.objects.values_list("practice", flat=True)) == set(
        Practice.objects.public().values_list("pk", flat=True)
    )


def test_every_figure_has_a_source_and_a_date_that_has_passed(sample):
    figures = Evidence.objects.all()
    assert figures.count() >= 40
    assert figures.filter(source="").count() == 0
    assert figures.filter(dated_on__gt=timezone.localdate()).count() == 0


def test_what_is_known_of_the_states_has_sources(sample):
    assert CountryCapability.objects.values("country").distinct().count() >= 10
    assert [row for row in CountryCapability.objects.all() if not row.source] == []
    assert CountryIndex.objects.filter(index="egdi").values("country").distinct().count() >= 10


# --- Those who read it -----------------------------------------------------------------------------------------------


def test_four_bodies_take_a_practice_home(sample):
    stages = {(row.practice, str(row.adopter.country_id)): row.stage for row in Adoption.objects.all()}
    assert stages == {
        (entry("onnara"), "BY"): Stage.IN_OPERATION,
        (entry("mconnect"), "GE"): Stage.IN_OPERATION,
        (entry("koneps"), "MD"): Stage.PILOT,
        (entry("government24"), "AM"): "",
    }
    assert counted(AdoptionReport.objects, "state") == {ReportState.CONFIRMED: 7, ReportState.FILED: 1}


def test_each_confirmed_stage_bears_the_keys_of_both_bodies(sample):
    for report in AdoptionReport.objects.confirmed():
        keys = Signature.objects.about(report).filter(cleared_at=None).values_list("key", "by")
        assert sorted(key for key, _by in keys) == ["adopter", "owner"], report
        assert len({by for _key, by in keys}) == 2, report
    waiting = AdoptionReport.objects.get(state=ReportState.FILED)
    assert list(Signature.objects.about(waiting).values_list("key", flat=True)) == ["adopter"]


def test_of_two_who_were_asked_whether_it_is_still_so_one_has_answered(sample):
    answers = {row.side: (row.answer, row.answered_at is not None) for row in AdoptionAnswer.objects.all()}
    assert answers == {Answerer.ADOPTER: (StillSo.YES, True), Answerer.OWNER: ("", False)}


def test_the_owner_finds_on_his_desk_what_waits_for_his_key(sample):
    page = sign_in(account("contact_kr")).get(reverse("desk")).content.decode()
    waiting = AdoptionReport.objects.get(state=ReportState.FILED)
    assert waiting.adoption.practice.reference in page


def test_some_are_put_aside_and_put_together(sample):
    kept = {key: Bookmark.objects.filter(user=account(key)).count() for key in readers.BOOKMARKS}
    assert kept == {key: len(found) for key, found in readers.BOOKMARKS.items()}
    collection = Collection.objects.get()
    assert (collection.is_shared, collection.is_public, collection.items.count()) == (True, False, 4)


def test_sessions_name_what_they_presented_and_a_request_what_it_asks_about(sample):
    links = SessionPractice.objects.values_list("session__title__en", "practice")
    assert set(links) == {(title, entry(key).pk) for title, keys in readers.PRESENTED.items() for key in keys}
    asked = Consultation.objects.exclude(practice=None).get()
    assert (asked.practice, asked.title["en"]) == (entry("invil"), "Information villages for remote districts")


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_every_published_record_opens_for_a_visitor_in_every_language(sample, language):
    client = Client(headers={"accept-language": language})
    pages = {row.reference: client.get(row.get_absolute_url()).status_code for row in Practice.objects.public()}
    assert set(pages.values()) == {200}
