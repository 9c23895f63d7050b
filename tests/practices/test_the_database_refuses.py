"""What no code can do, because the database itself says no."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from django.utils import timezone

from practices.enums import Answerer, ReportState, ReviewState, Stage, Status, StillSo, TranslationState, VersionState
from practices.models import (
    Adoption,
    AdoptionAnswer,
    AdoptionReport,
    Bookmark,
    Collection,
    CountryCapability,
    CountryIndex,
    Evidence,
    LanguageRight,
    Link,
    Practice,
    Precondition,
    Review,
    ReviewScore,
    SystemName,
    Version,
)
from tests.practices.builders import (
    give_language,
    make_capability,
    make_criteria,
    make_practice,
    make_translation,
)
from tests.practices.deciding.building import make_review

pytestmark = pytest.mark.django_db


def refused(by, act):
    with pytest.raises(IntegrityError, match=f'"{by}"'), transaction.atomic():
        act()


def changed(row, **values):
    """Written past every action."""
    return lambda: type(row)._base_manager.filter(pk=row.pk).update(**values)


def made(model, **values):
    return lambda: model._base_manager.create(**values)


@pytest.fixture
def practice(cast, advisor_kr):
    return make_practice(cast.centre, cast.organisations["nia"], advisor_kr, status=Status.PUBLISHED)


@pytest.fixture
def live(practice):
    return practice.versions.get()


@pytest.fixture
def adoption(practice, cast, official_by):
    values = {"adopter": cast.organisations["services_by"], "country_id": "BY", "owner": practice.owner}
    return Adoption.objects.create(practice=practice, filed_by=official_by, **values)


@pytest.fixture
def report(adoption, official_by):
    return AdoptionReport.objects.create(
        adoption=adoption, stage=Stage.PILOT, since_on=date(2026, 3, 2), by=official_by
    )


def test_an_entry_that_is_read_without_its_dates(practice):
    refused("practices_published_has_dates", changed(practice, recheck_on=None))
    refused("practices_published_has_dates", changed(practice, published_at=None))
    refused("practices_recheck_later", changed(practice, recheck_on=practice.verified_on))
    refused("practices_proposed_has_moment", changed(practice, proposed_at=None))
    assert Practice.objects.filter(pk=practice.pk, status=Status.PUBLISHED).exists()


def test_two_texts_that_readers_read_and_two_that_are_being_changed(practice, live, official_by):
    another = {"practice": practice, "author": official_by}
    refused("practices_one_version_a_number", made(Version, **another, number=live.number))
    change = Version.objects.create(**another, number=2)
    refused("practices_one_change_at_a_time", made(Version, **another, number=3, state=VersionState.CHECKED))
    refused("practices_one_live_version", changed(change, state=VersionState.LIVE, live_at=timezone.now()))
    changed(live, state=VersionState.PAST)()
    refused("practices_live_has_moment", changed(change, state=VersionState.LIVE))


def test_facts_that_say_half(live):
    refused("practices_cost_has_currency_and_year", changed(live, cost_amount=5, cost_currency="USD"))
    refused("practices_cost_has_currency_and_year", changed(live, cost_currency="USD", cost_year=2014))
    refused("practices_years_in_order", changed(live, since_year=2014, until_year=2010))
    refused("practices_name_is_written", made(SystemName, version=live, text="", language="ko"))
    name = {"version": live, "text": "A", "language": "ko"}
    refused("practices_name_years_in_order", made(SystemName, **name, since_year=2014, until_year=2010))
    figure = {"version": live, "value": "84", "what": {"en": "registers"}, "dated_on": date(2024, 1, 1)}
    refused("practices_evidence_has_source", made(Evidence, **figure, source=""))
    refused("practices_link_web", made(Link, version=live, label="A", url="javascript:alert(1)"))


def test_a_condition_that_is_neither_a_capability_nor_an_index(live):
    capability = make_capability()
    refused("practices_capability_or_index", made(Precondition, version=live))
    refused("practices_capability_or_index", made(Precondition, version=live, index="egdi"))
    refused(
        "practices_capability_or_index",
        made(Precondition, version=live, capability=capability, index="egdi", minimum="0.5"),
    )
    made(Precondition, version=live, capability=capability)()
    refused("practices_a_capability_once", made(Precondition, version=live, capability=capability))
    made(Precondition, version=live, index="egdi", minimum="0.5")()
    refused("practices_an_index_once", made(Precondition, version=live, index="egdi", minimum="0.7"))


def test_a_country_told_twice(cast):
    standing = {"country_id": "BY", "standing": "yes", "source": {"en": "Law"}, "checked_on": date(2026, 1, 1)}
    capability = make_capability()
    made(CountryCapability, **standing, capability=capability)()
    refused("practices_country_capability_once", made(CountryCapability, **standing, capability=capability))
    index = {"country_id": "BY", "index": "egdi", "year": 2024, "source": "Survey"}
    made(CountryIndex, **index, value="0.8")()
    refused("practices_country_index_once", made(CountryIndex, **index, value="0.9"))
    refused("practices_index_0_to_1", made(CountryIndex, **{**index, "year": 2022}, value="1.1"))


def test_a_review_from_the_own_country_and_a_second_from_another(practice, officer, official_by, contact_by):
    values = {"practice": practice, "asked_by": officer, "due_at": timezone.now(), "practice_country_id": "KR"}
    refused("practices_reviewed_from_abroad", made(Review, **values, reviewer=officer, country_id="KR"))
    first = make_review(practice, official_by, officer)
    refused("practices_one_review_a_country", lambda: make_review(practice, contact_by, officer))
    refused("practices_one_review_a_person_and_round", made(Review, **values, reviewer=official_by, country_id="GE"))
    changed(first, state=ReviewState.REFUSED)()
    second = make_review(practice, contact_by, officer)
    given = {"state": ReviewState.GIVEN, "given_at": timezone.now(), "verdict": "publish"}
    refused("practices_review_given_whole", changed(second, **given))
    changed(second, **given, has_no_conflict=True)()


def test_scores_that_the_rubric_does_not_know(practice, officer, official_by):
    review, criterion = make_review(practice, official_by, officer), make_criteria(1)[0]
    score = {"review": review, "criterion": criterion}
    refused("practices_score_0_to_5", made(ReviewScore, **score, score=6))
    refused("practices_known_confidence", made(ReviewScore, **score, score=5, confidence=4))
    made(ReviewScore, **score, score=5)()
    refused("practices_one_score_a_criterion", made(ReviewScore, **score, score=4))


def test_a_translation_that_nobody_else_has_read(practice, official_by, contact_by):
    russian = make_translation(practice, "ru", official_by, contact_by)
    refused("practices_nobody_checks_own_translation", changed(russian, checked_by=official_by))
    refused("practices_checked_by_somebody", changed(russian, checked_by=None))
    refused("practices_one_text_a_language", made(type(russian), practice=practice, language="ru"))
    assert type(russian).objects.get(pk=russian.pk).state == TranslationState.CHECKED


def test_two_rights_to_one_language(cast, official_by):
    right = give_language(cast.centre, official_by, "ru")
    values = {"centre": cast.centre, "user": official_by, "language": "ru"}
    refused("practices_one_right_a_language", made(LanguageRight, **values, duty="check"))
    refused("practices_known_language_duty", changed(right, duty="decide"))


def test_a_body_adopts_once_and_never_its_own(practice, adoption, official_by):
    values = {"practice": practice, "owner": practice.owner, "filed_by": official_by}
    again = {**values, "adopter": adoption.adopter, "country_id": "BY"}
    refused("practices_one_adoption_a_body", made(Adoption, **again))
    own = {**values, "adopter": practice.owner, "country_id": "KR"}
    refused("practices_nobody_adopts_its_own", made(Adoption, **own))
    refused("practices_stage_is_confirmed", changed(adoption, stage=Stage.PILOT))
    refused("practices_stage_is_confirmed", changed(adoption, confirmed_at=timezone.now()))


def test_a_stage_that_only_one_side_has_signed(adoption, report, official_by):
    refused("practices_report_filed_has_moment", changed(report, state=ReportState.FILED))
    refused(
        "practices_report_confirmed_has_moment",
        changed(report, state=ReportState.CONFIRMED, filed_at=timezone.now()),
    )
    refused("practices_report_cost_whole", changed(report, cost_amount=5))
    refused("practices_report_cost_whole", changed(report, cost_currency="BYN", cost_year=2026))
    another = {"adoption": adoption, "stage": Stage.ADAPTED, "since_on": report.since_on, "by": official_by}
    refused("practices_one_report_at_a_time", made(AdoptionReport, **another))
    signed = timezone.now() - timedelta(days=1)
    changed(report, state=ReportState.CONFIRMED, filed_at=signed, confirmed_at=signed)()
    made(AdoptionReport, **another)()


def test_an_answer_that_nobody_gave(adoption, official_by):
    asked = AdoptionAnswer.objects.create(adoption=adoption, year=2026, side=Answerer.OWNER)
    refused("practices_answer_has_somebody", changed(asked, answer=StillSo.YES, answered_at=timezone.now()))
    twice = {"adoption": adoption, "year": 2026, "side": Answerer.OWNER}
    refused("practices_one_answer_a_side_and_year", made(AdoptionAnswer, **twice))
    changed(asked, answer=StillSo.YES, answered_at=timezone.now(), by=official_by)()


def test_an_entry_put_aside_twice(practice, official_by):
    made(Bookmark, user=official_by, practice=practice)()
    refused("practices_one_bookmark_a_reader", made(Bookmark, user=official_by, practice=practice))
    collection = Collection.objects.create(user=official_by, name="A")
    collection.items.create(practice=practice)
    refused("practices_once_in_a_collection", lambda: collection.items.create(practice=practice))


def test_no_constraint_is_left_out():
    models = apps.get_app_config("practices").get_models()
    named = {one.name for model in models for one in model._meta.constraints}
    tried = re.findall(r"refused\(\s*\"([a-z_0-9]+)\"", Path(__file__).read_text(encoding="utf-8"))
    assert named == set(tried)
