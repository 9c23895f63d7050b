"""Who is told of an adoption: the side that has the next move, and both when it is confirmed."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from people.enums import Function
from practices.actions import adopting, asking_adopters
from practices.enums import Stage, Status, StillSo
from practices.models import Adoption, AdoptionAnswer
from practices.tasks.adoptions import ask_adopters
from tests.practices.builders import make_practice
from tests.practices.conftest import somebody


@pytest.fixture
def focal_kr(cast):
    return somebody(cast, "focal_kr", "nia", Function.FOCAL_POINT, language="ko")


@pytest.fixture
def focal_by(cast):
    return somebody(cast, "focal_by", "services_by", Function.FOCAL_POINT, language="ru")


@pytest.fixture
def begun(cast, advisor_kr, official_by):
    practice = make_practice(cast.centre, cast.organisations["nia"], advisor_kr, status=Status.PUBLISHED)
    return adopting.begin_adoption(
        practice,
        by=official_by,
        adopter=cast.organisations["services_by"],
        stage=Stage.PILOT,
        since_on=date(2026, 3, 2),
        language="ru",
        adaptations="Формы.",
        evidence="Приказ № 84.",
    )


def test_the_owner_is_asked_for_its_key_and_the_adopter_told_why_not(
    begun, focal_by, focal_kr, official_by, told, quiet, letters
):
    row = adopting.file_report(begun, by=focal_by)
    assert told() == {"adoption_filed": [focal_kr.email]}
    quiet()
    adopting.return_report(row, by=focal_kr, reason="어느 표준인가?")
    assert told() == {"adoption_returned": sorted([focal_by.email, official_by.email])}
    assert "어느 표준인가?" in letters()[official_by.email].body


def test_a_confirmed_stage_is_told_to_the_adopter_and_the_officers(
    begun, focal_by, focal_kr, official_by, officer, told, quiet
):
    row = adopting.file_report(begun, by=focal_by)
    quiet()
    adopting.confirm_report(row, by=focal_kr)
    assert told() == {"adoption_confirmed": sorted([focal_by.email, official_by.email, officer.email])}


def test_the_yearly_question_goes_to_both_and_a_change_to_the_officers(begun, focal_by, focal_kr, officer, told, quiet):
    adopting.confirm_report(adopting.file_report(begun, by=focal_by), by=focal_kr)
    due = Adoption.objects.get().ask_on + timedelta(days=1)
    quiet()
    with time_machine.travel(datetime(due.year, due.month, due.day, 9, tzinfo=UTC), tick=False):
        ask_adopters()
        assert told() == {"adoption_asked": sorted([focal_by.email, focal_kr.email])}
        quiet()
        answer = AdoptionAnswer.objects.get(side="owner")
        asking_adopters.answer_question(answer, by=focal_kr, still=StillSo.STOPPED, comment="끝났다.")
        assert told() == {"adoption_answered": [officer.email]}
