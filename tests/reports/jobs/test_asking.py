"""Asking for work in the background, asking for it again, cancelling it."""

from functools import partial

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from core.models import JournalEntry
from core.refusal import RefusedError
from people.models import User
from reports.actions import asking
from reports.actions.asking import MOST_OPEN, ask, ask_again, cancel_job
from reports.actions.running import claim, work_off_one
from reports.enums import JobState
from reports.models import Job
from tests.at_once import at_once

pytestmark = pytest.mark.usefixtures("counting")


def test_a_piece_is_put_down_and_announced_after_the_commit(officer, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as announced:
        job = ask("test.count", {"from": 1}, by=officer, language="ko")
    row = Job.objects.get()
    assert (row, row.work, row.asked, row.by, row.language) == (job, "test.count", {"from": 1}, officer, "ko")
    assert (row.state, row.attempts, row.started_at, row.held_until) == (JobState.WAITING, 0, None, None)
    assert [one.func for one in announced] == [asking._announce]
    entry = JournalEntry.objects.about(job).get()
    assert (entry.verb, entry.actor, entry.data) == ("ask", officer, {"work": "test.count"})


def test_work_that_nobody_does_is_a_bug(officer):
    with pytest.raises(ValueError, match=r"test\.unknown"):
        ask("test.unknown", {}, by=officer, language="en")


def test_a_key_asks_once(db):
    first = ask("test.count", {"n": 1}, by=None, language="en", key="quarter:2026-3")
    second = ask("test.count", {"n": 2}, by=None, language="en", key="quarter:2026-3")
    assert (second, Job.objects.count(), second.asked) == (first, 1, {"n": 1})


def test_an_eleventh_piece_is_refused_until_one_is_done(officer, official_by):
    for _number in range(MOST_OPEN):
        ask("test.count", {}, by=officer, language="en")
    with pytest.raises(RefusedError) as refused:
        ask("test.count", {}, by=officer, language="en")
    assert str(refused.value) == "Ten pieces of your work are under way. Wait until one is done, or cancel one."
    assert ask("test.count", {}, by=official_by, language="en").state == JobState.WAITING
    assert work_off_one()
    assert ask("test.count", {}, by=officer, language="en").state == JobState.WAITING


def test_two_windows_do_not_ask_for_an_eleventh(real_commits, cast):
    officer = cast.people["officer"]
    for _number in range(MOST_OPEN - 1):
        ask("test.count", {}, by=officer, language="en")
    acts = [partial(ask, "test.count", {}, by=officer, language="en")] * 2
    answers = at_once(*acts, holding=User.objects.filter(pk=officer.pk))
    assert sorted(type(one).__name__ for one in answers) == ["Job", "RefusedError"]
    assert Job.objects.of(officer).count() == MOST_OPEN


def test_what_failed_is_asked_again_as_it_was(asked, officer):
    Job.objects.update(state=JobState.FAILED, ended_at=timezone.now(), error="No.", language="be")
    anew = ask_again(asked, by=officer)
    assert anew.pk != asked.pk
    assert (anew.work, anew.asked, anew.by, anew.language, anew.state) == (
        "test.count",
        {"from": 1},
        officer,
        "be",
        JobState.WAITING,
    )


@pytest.mark.parametrize("state", [JobState.WAITING, JobState.DONE])
def test_what_did_not_fail_is_not_asked_again(asked, officer, state):
    Job.objects.update(state=state, ended_at=timezone.now() if state == JobState.DONE else None)
    with pytest.raises(RefusedError) as refused:
        ask_again(asked, by=officer)
    assert str(refused.value) == "Only what failed or was cancelled is asked for again."


def test_nobody_asks_again_or_cancels_for_another(asked, director_by):
    for act in (ask_again, cancel_job):
        with pytest.raises(PermissionDenied):
            act(asked, by=director_by)


def test_what_waits_is_cancelled_at_once(asked, officer):
    job = cancel_job(asked, by=officer)
    assert (job.state, job.ended_at is not None, job.cancel_asked_at is not None) == (JobState.CANCELLED, True, True)
    assert not work_off_one()
    assert [one.verb for one in JournalEntry.objects.about(job).order_by("pk")] == ["ask", "cancel"]


def test_what_is_being_done_is_asked_to_stop(asked, officer):
    claim()
    job = cancel_job(asked, by=officer)
    assert (job.state, job.ended_at, job.cancel_asked_at is not None) == (JobState.RUNNING, None, True)
    assert cancel_job(asked, by=officer).cancel_asked_at == job.cancel_asked_at


def test_what_has_ended_is_not_cancelled(asked, officer):
    work_off_one()
    with pytest.raises(RefusedError) as refused:
        cancel_job(asked, by=officer)
    assert str(refused.value) == "This work has ended already. There is nothing to cancel."
