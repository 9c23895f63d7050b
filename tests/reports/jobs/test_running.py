"""Taking a piece of work, holding it, ending it; and what happens where a worker dies on the way."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.db import connections, transaction
from django.utils import timezone, translation

from core.refusal import RefusedError
from files.actions import keep
from files.models import StoredFile
from reports.actions import running
from reports.actions.asking import ask, cancel_job
from reports.actions.running import Saying, claim, holding, work_off_one
from reports.enums import JobState
from reports.models import Job
from reports.tasks.jobs import forget_old_jobs, work_off
from reports.works import StoppedError


def fresh(job):
    return Job.objects.get(pk=job.pk)


def later(job, **moments):
    """As if so much time had passed for this piece."""
    Job.objects.filter(pk=job.pk).update(**moments)


def abandon(job):
    """Its worker is dead, and was last heard of a minute ago."""
    later(job, held_until=timezone.now() - timedelta(seconds=1))


def test_it_is_done_in_the_language_and_zone_of_who_asked(asked, counting, heard, official_by):
    met = []
    counting.append(lambda _job, _say: met.append((translation.get_language(), timezone.get_current_timezone_name())))
    assert work_off_one()
    job = fresh(asked)
    assert (job.state, job.outcome, job.done, job.total, job.attempts) == (JobState.DONE, {"counted": 4}, 4, 4, 1)
    assert (job.error, job.held_until, job.ended_at >= job.started_at) == ("", None, True)
    assert met == [("en", "Europe/Minsk")]
    assert heard == [("done", asked, None)]
    assert not work_off_one()


def test_the_oldest_comes_first(asked, officer):
    second = ask("test.count", {}, by=officer, language="en")
    assert [claim(), claim(), claim()] == [asked, second, None]


def test_a_refusal_ends_it_with_its_sentence(asked, counting, heard):
    def refuse(_job, _say):
        raise RefusedError("There is nothing to report on.")

    counting.append(refuse)
    work_off_one()
    job = fresh(asked)
    assert (job.state, job.error, job.attempts, job.outcome) == (
        JobState.FAILED,
        "There is nothing to report on.",
        1,
        {},
    )
    assert heard == [("failed", asked, None)]


def test_a_fault_is_tried_three_times_with_pauses(asked, counting, heard):
    counting += [lambda _job, _say: 1 / 0] * 3
    for attempt in (1, 2):
        assert work_off_one()
        job = fresh(asked)
        assert (job.state, job.attempts) == (JobState.RUNNING, attempt)
        assert job.held_until > timezone.now() + timedelta(seconds=15)
        assert not work_off_one()
        abandon(asked)
    assert work_off_one()
    job = fresh(asked)
    assert (job.state, job.attempts, job.error, job.ended_at is not None) == (JobState.FAILED, 3, "", True)
    assert heard == [("failed", asked, None)]


def test_a_fault_that_passes_costs_an_attempt(asked, counting):
    counting.append(lambda _job, _say: 1 / 0)
    work_off_one()
    abandon(asked)
    work_off_one()
    assert (fresh(asked).state, fresh(asked).attempts) == (JobState.DONE, 2)


def test_what_a_killed_worker_left_is_taken_over(asked):
    assert claim() == asked
    assert claim() is None
    abandon(asked)
    assert work_off_one()
    assert (fresh(asked).state, fresh(asked).attempts) == (JobState.DONE, 2)


def test_what_kills_its_worker_each_time_fails(asked, heard):
    for _attempt in range(running.MOST_ATTEMPTS):
        assert claim() == asked
        abandon(asked)
    assert claim() is None
    assert (fresh(asked).state, fresh(asked).error) == (JobState.FAILED, "")
    assert heard == [("failed", asked, None)]


def test_saying_holds_it_and_writes_once_a_second(asked):
    job = claim()
    later(job, held_until=timezone.now())
    say = Saying(job)
    say(1, 9)
    row = fresh(job)
    assert (row.done, row.total, row.held_until > timezone.now() + timedelta(seconds=50)) == (1, 9, True)
    say(5, 9)
    assert fresh(job).done == 1
    say.said_at -= 2
    say(10, 9)
    assert (fresh(job).done, fresh(job).total) == (10, 10)


def test_who_is_asked_to_stop_leaves(asked, counting, officer, heard):
    def cancelled(job, say):
        cancel_job(job, by=officer)
        say.said_at -= 2
        say(1, 4)

    counting.append(cancelled)
    work_off_one()
    assert (fresh(asked).state, fresh(asked).outcome, heard) == (JobState.CANCELLED, {}, [])


def test_what_was_to_be_stopped_when_its_worker_died_is_not_begun_again(asked, officer):
    claim()
    cancel_job(asked, by=officer)
    abandon(asked)
    assert claim() is None
    assert fresh(asked).state == JobState.CANCELLED


def test_a_worker_thought_dead_writes_nothing_more(asked, counting, heard):
    """It hung for a minute, another took the piece over; then it wakes up."""
    taken = []

    def hang(job, _say):
        abandon(job)
        taken.append(claim())

    counting.append(hang)
    work_off_one()
    job = fresh(asked)
    assert (taken, job.state, job.attempts, job.outcome, heard) == ([asked], JobState.RUNNING, 2, {}, [])


def test_a_worker_thought_dead_keeps_nothing(asked):
    first = claim()
    abandon(asked)
    second = claim()
    with pytest.raises(StoppedError):
        Saying(first)(1, 2)
    with pytest.raises(StoppedError), holding(first):
        pytest.fail("the first worker was let in")
    with holding(second):
        Job.objects.filter(pk=asked.pk).update(outcome={"kept": 2})
    assert fresh(asked).outcome == {"kept": 2}


def test_work_that_is_no_more_fails_in_the_end(asked, officer, counting):
    later(asked, work="test.gone", attempts=2)
    work_off_one()
    assert fresh(asked).state == JobState.FAILED


def test_the_task_asks_for_the_next_piece(asked, officer):
    assert work_off() is True
    assert work_off() is False


@pytest.mark.usefixtures("real_commits")
def test_two_workers_never_take_the_same_piece(counting, cast):
    """The second neither waits for the first nor takes what it is taking."""
    first, second = (ask("test.count", {}, by=cast.people["officer"], language="en") for _number in range(2))

    def claim_elsewhere():
        try:
            return claim()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as other, transaction.atomic():
        assert claim() == first
        assert other.submit(claim_elsewhere).result(timeout=20) == second
        assert other.submit(claim_elsewhere).result(timeout=20) is None
    assert [one.attempts for one in Job.objects.order_by("pk")] == [1, 1]


def test_old_work_goes_with_its_files(asked, officer):
    work_off_one()
    keep(ContentFile(b"a,b", name="list.csv"), by=officer, about=asked, permission="reports.view_job")
    young = ask("test.count", {}, by=officer, language="en")
    work_off_one()
    assert forget_old_jobs() == 0
    later(asked, ended_at=timezone.now() - timedelta(days=14, minutes=1))
    assert forget_old_jobs() == 1
    assert [*Job.objects.all()] == [young]
    assert [one.removed_at is not None for one in StoredFile.objects.all()] == [True]
