"""Who is told that work in the background has ended."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from core.refusal import RefusedError
from notifications.models import Notification
from notifications.news import load
from reports.actions.asking import ask
from reports.actions.running import work_off_one
from reports.models import Job


def told():
    return [(row.user.email, row.kind) for row in Notification.objects.select_related("user").order_by("pk")]


def wait(seconds):
    Job.objects.update(asked_at=timezone.now() - timedelta(seconds=seconds))


@pytest.mark.parametrize(("seconds", "count"), [(1, 0), (21, 1)])
def test_who_waited_is_told_once_that_it_is_done(asked, officer, seconds, count):
    wait(seconds)
    work_off_one()
    assert told() == [(officer.email, "job_done")] * count


def test_who_waited_is_told_that_it_failed(asked, counting, officer):
    def refuse(_job, _say):
        raise RefusedError("No.")

    counting.append(refuse)
    wait(21)
    work_off_one()
    assert told() == [(officer.email, "job_failed")]
    with translation.override("en"):
        (news,) = load(Notification.objects.all(), officer)
        assert (news.headline, news.url) == ("Not done: Counting", asked.get_absolute_url())
        assert "What you asked for could not be done: Counting." in news.render("body.txt", news.words)


def test_the_clock_is_not_told(counting, db):
    ask("test.count", {}, by=None, language="en", key="x")
    wait(21)
    work_off_one()
    assert told() == []


def test_what_was_forgotten_leaves_its_line(asked, officer):
    wait(21)
    work_off_one()
    Job.objects.all().delete()
    with translation.override("en"):
        assert [news.headline for news in load(Notification.objects.all(), officer)] == [
            "Work in the background that I asked for is done"
        ]
