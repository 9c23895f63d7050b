"""A question and a report of the cast, and the work in the background done at once."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from people.models import User
from reports.actions.making import make_report
from reports.actions.running import work_off_one
from reports.figures.figure import Asked
from reports.models import Job, Report
from tests.cast import Cast


@pytest.fixture
def english(cast: Cast) -> None:
    """Everybody reads English, so that sentences may be compared."""
    User.objects.update(language="en")
    for person in cast.people.values():
        person.language = "en"


@pytest.fixture
def asked(cast: Cast) -> Asked:
    """The centre and this year, whatever year it is."""
    from people.days import today_at  # noqa: PLC0415

    today = today_at(cast.centre)
    return Asked(cast.centre, date(today.year, 1, 1), date(today.year, 12, 31))


@pytest.fixture
def report(cast: Cast, asked: Asked) -> Report:
    """The service levels of the year, made by the officer."""
    return make_report("service_levels", asked, by=cast.people["officer"])


@pytest.fixture
def work() -> Callable[[], Job]:
    """Do what was asked for, and return the piece that was asked for last."""

    def done() -> Job:
        while work_off_one():
            pass
        found: Any = Job.objects.order_by("-pk").first()
        return found

    return done
