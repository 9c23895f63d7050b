"""The library, as those meet it who are after what is not theirs: each test is an attack that must come to nothing."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from core.refusal import RefusedError
from people.enums import Function
from people.models import User
from practices.actions import adopting
from practices.actions.deciding import decide
from practices.enums import Stage, Status
from practices.models import Practice, Version
from tests.cast import Cast, sign_in
from tests.factories import appoint
from tests.practices.builders import make_practice
from tests.practices.conftest import somebody

pytestmark = pytest.mark.django_db
REPORT: dict[str, Any] = {
    "stage": Stage.PILOT,
    "since_on": date(2026, 3, 2),
    "language": "ru",
    "adaptations": "Формы приведены к закону.",
    "evidence": "Приказ № 84.",
}


@pytest.fixture
def draft(cast: Cast, advisor_kr: User) -> Practice:
    return make_practice(cast.centre, cast.organisations["nia"], advisor_kr)


@pytest.fixture
def published(cast: Cast, advisor_kr: User) -> Practice:
    return make_practice(cast.centre, cast.organisations["nia"], advisor_kr, status=Status.PUBLISHED)


@pytest.fixture
def focal_kr(cast: Cast) -> User:
    return somebody(cast, "focal_kr", "nia", Function.FOCAL_POINT)


@pytest.fixture
def contact_kr(cast: Cast) -> User:
    return somebody(cast, "contact_kr", "nia", Function.CONTACT_POINT)


@pytest.fixture
def focal_by(cast: Cast) -> User:
    return somebody(cast, "focal_by", "services_by", Function.FOCAL_POINT)


def address(name: str, practice: Practice, *args: Any) -> str:
    return reverse(f"practices:{name}", args=[practice.reference, *args])


def again(user: User) -> User:
    return User.objects.get(pk=user.pk)


def says(client: Client, url: str) -> str:
    return client.get(url).content.decode()


def whole(version: Version) -> Version:
    version.practice = Practice.objects.get(pk=version.practice_id)
    return version


def test_nobody_turns_both_keys_of_a_report_by_filing_it(cast, published, official_by, focal_by):
    appoint(focal_by, Function.FOCAL_POINT, cast.organisations["nia"])
    both = again(focal_by)
    report = adopting.begin_adoption(published, by=official_by, adopter=cast.organisations["services_by"], **REPORT)
    filed = adopting.file_report(report, by=both)
    assert (filed.state, filed.adoption.stage) == ("filed", "")
    with pytest.raises(RefusedError):
        adopting.confirm_report(filed, by=both)


def test_reasons_against_an_entry_wait_for_the_second_key(cast, advisor_kr, director_by):
    practice = make_practice(cast.centre, cast.organisations["nia"], advisor_kr, status=Status.DECISION)
    decide(practice, by=director_by, accepts=False, reasons={advisor_kr.language: "몰래 쓴 이유", "en": "Quiet words."})
    page = says(sign_in(advisor_kr), address("progress", practice))
    assert ("몰래 쓴 이유" in page, "Quiet words." in page) == (False, False)
    assert "몰래 쓴 이유" in says(sign_in(director_by), address("progress", practice))


def test_who_did_what_in_an_adoption_is_told_to_both_sides_alone(
    cast, published, official_by, focal_by, focal_kr, official_ge
):
    report = adopting.begin_adoption(published, by=official_by, adopter=cast.organisations["services_by"], **REPORT)
    report = adopting.confirm_report(adopting.file_report(report, by=focal_by), by=focal_kr)
    url = report.get_absolute_url()
    name = official_by.family_name
    assert (name in says(sign_in(official_ge), url), name in says(sign_in(focal_kr), url)) == (False, True)
