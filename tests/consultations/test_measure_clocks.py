"""How long a clock ran is kept when it ends, and made up for where it was not."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from consultations.enums import ClockKind
from consultations.models import Clock
from consultations.tasks import measure_clocks
from tests.consultations import builders as build


@pytest.fixture
def answered(cast):
    return build.answered_in_six_hours(cast)


def test_it_is_kept_when_the_clock_ends_without_the_time_it_stood_still(answered):
    clock = answered.clocks.get(kind=ClockKind.ANSWER)
    assert (clock.worked, round(clock.worked_days, 2)) == (timedelta(hours=6), 0.67)
    running = Clock.objects.filter(ended_at=None)
    assert set(running.values_list("worked", "worked_days")) == {(None, None)}


def test_what_ended_unmeasured_is_measured_later_and_once(answered, django_assert_max_num_queries):
    ended = Clock.objects.filter(ended_at__isnull=False)
    before = dict(ended.values_list("pk", "worked"))
    ended.update(worked=None, worked_days=None)
    with django_assert_max_num_queries(4):
        assert measure_clocks() == len(before) > 1
    assert dict(ended.values_list("pk", "worked")) == before
    assert measure_clocks() == 0


def test_only_an_ended_clock_is_measured(answered):
    running = Clock.objects.filter(ended_at=None).first()
    with pytest.raises(IntegrityError, match="only_an_ended_clock_is_measured"), transaction.atomic():
        Clock.objects.filter(pk=running.pk).update(worked=timedelta(hours=1), worked_days=0.1)
    half = Clock.objects.filter(ended_at__isnull=False)
    with pytest.raises(IntegrityError, match="only_an_ended_clock_is_measured"), transaction.atomic():
        half.update(worked_days=None)
