"""How long a clock ran is kept when it ends, and made up for where it was not."""

from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction

from consultations.enums import ClockKind
from consultations.models import Clock
from consultations.tasks import measure_clocks
from tests.consultations import builders as build
from tests.consultations.conftest import seoul


@pytest.fixture
def answered(cast):
    """Named at ten on Thursday, asked back at one, replied at ten on Tuesday, sent at one: six hours in Seoul."""
    with time_machine.travel(seoul(14, 10, month=5), tick=False) as clock:
        row = build.in_progress(cast)
        clock.move_to(seoul(14, 13, month=5))
        row = build.corresponding.ask_back(row, by=cast.people["advisor_kr"], text="?", language="ko")
        clock.move_to(seoul(19, 10, month=5))
        row = build.corresponding.reply(row, by=cast.people["official_by"], text="!", language="ru")
        build.answering.write_answer(row, by=cast.people["advisor_kr"], language="ko", texts=build.texts(row))
        build.answering.hand_over_answer(build.version(row), by=cast.people["advisor_kr"])
        translated = build.texts(row, build.TRANSLATED)
        build.answering.translate_answer(
            build.version(row), by=cast.people["officer"], language=row.language, texts=translated
        )
        build.answering.hand_over_answer(build.version(row), by=cast.people["officer"])
        clock.move_to(seoul(19, 13, month=5))
        return build.answering.send_answer(build.fresh(row), by=cast.people["officer"])


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
