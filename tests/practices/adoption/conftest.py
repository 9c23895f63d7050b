"""A practice of NIA, and a ministry of Belarus that takes it home."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from practices.actions import adopting
from practices.enums import Stage, Status
from practices.models import Adoption
from tests.practices.builders import make_practice


@pytest.fixture
def practice(cast, advisor_kr):
    return make_practice(cast.centre, cast.organisations["nia"], advisor_kr, status=Status.PUBLISHED)


@pytest.fixture
def written():
    return {
        "stage": Stage.PILOT,
        "since_on": date(2026, 3, 2),
        "language": "ru",
        "adaptations": "Формы приведены к национальному законодательству.",
        "evidence": "Приказ № 84 от 2 марта 2026 г.",
        "lessons": "Начать с одного ведомства.",
    }


@pytest.fixture
def begun(practice, cast, official_by, written):
    return adopting.begin_adoption(practice, by=official_by, adopter=cast.organisations["services_by"], **written)


@pytest.fixture
def filed(begun, focal_by):
    return adopting.file_report(begun, by=focal_by)


@pytest.fixture
def confirmed(filed, focal_kr):
    return adopting.confirm_report(filed, by=focal_kr)


@pytest.fixture
def adoption(confirmed):
    return Adoption.objects.get(pk=confirmed.adoption_id)


@pytest.fixture
def later(adoption):
    """A year and a day after the confirmation."""
    moment = datetime.combine(adoption.ask_on + timedelta(days=1), datetime.min.time(), tzinfo=UTC)
    with time_machine.travel(moment + timedelta(hours=9), tick=False) as traveller:
        yield traveller
