"""A kind of work for tests: it counts, and does what a test tells it on the way."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.dispatch import Signal

from people.models import User
from reports import signals
from reports.actions.asking import ask
from reports.models import Job
from reports.works import Say, Work, works


@pytest.fixture
def counting() -> Iterator[list[Callable[[Job, Say], Any]]]:
    """Work named "test.count". What is put into the list is done once each, in turn, in the middle of an attempt."""
    planned: list[Callable[[Job, Say], Any]] = []

    def do(job: Job, say: Say) -> dict[str, Any]:
        say(0, 4)
        if planned:
            planned.pop(0)(job, say)
        return {"counted": 4}

    works["test.count"] = Work("test.count", lambda _job: "Counting", do, lambda _job: "/done/")
    yield planned
    del works["test.count"]


@pytest.fixture
def asked(counting: Any, officer: User) -> Job:
    """Asked for by the officer, and not begun."""
    return ask("test.count", {"from": 1}, by=officer, language="en")


@pytest.fixture
def heard() -> Iterator[list[tuple[str, Job, Any]]]:
    """The signals of work that were sent."""
    found: list[tuple[str, Job, Any]] = []
    names = {signals.job_done: "done", signals.job_failed: "failed"}

    def listen(*, signal: Signal, job: Job, by: Any, **_said: Any) -> None:
        found.append((names[signal], job, by))

    for signal in names:
        signal.connect(listen)
    yield found
    for signal in names:
        signal.disconnect(listen)
