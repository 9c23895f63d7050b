"""A day on which three quarters of the plan are over, an indicator of side A, and a page of anybody."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.http import HttpResponse

from core.models import JournalEntry
from projects.models import Measure, Period, Project, ReportedValue
from tests.cast import Cast
from tests.projects.builders import make_measure, make_period

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _on_that_day() -> Iterator[None]:
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def measure(project: Project) -> Measure:
    """Agencies that hand over databases: counted by side A."""
    return make_measure(project)


@pytest.fixture
def quarter(project: Project) -> Period:
    """The first one of 2026."""
    return make_period(project)


@pytest.fixture
def page(cast: Cast, client_of: Any) -> Callable[..., HttpResponse]:
    """`page("leader_by", url)` reads, `page("leader_by", url, value="4")` sends; "" is a visitor."""

    def ask(key: str, url: str, **sent: Any) -> HttpResponse:
        client = client_of(cast.people[key]) if key else client_of()
        response: HttpResponse = client.post(url, sent) if sent else client.get(url)
        return response

    return ask


def journal_of(row: Any) -> list[tuple[str, str, str]]:
    """The journal of a record: verb, key, reason, in the order it was written."""
    return list(JournalEntry.objects.about(row).order_by("pk").values_list("verb", "key", "reason"))


def states(measure: Measure) -> list[tuple[str, str]]:
    """The values of an indicator: side and state, in the order they were begun."""
    return list(ReportedValue.objects.filter(measure=measure).order_by("pk").values_list("side", "state"))
