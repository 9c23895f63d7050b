import pytest

from core.tasks import enqueue


class Broken:
    """A task whose broker is away."""

    name = "toy.task"

    def apply_async(self, args, *, retry):
        raise ConnectionError(f"{args} {retry}")


class Working:
    name = "toy.task"
    asked: list

    def apply_async(self, args, *, retry):
        self.asked = [args, retry]


def test_a_broker_that_is_away_stops_nobody():
    assert enqueue(Broken(), 1) is None


def test_arguments_are_passed_on():
    task = Working()
    enqueue(task, 1, "BY")
    assert task.asked == [(1, "BY"), False]


@pytest.mark.parametrize("name", ["sign_for_silence", "remind", "ask_about_use_of_advice", "recount_all"])
def test_the_clock_of_the_house_calls_each_task(name, settings):
    from cooperation_center.celery import app  # noqa: PLC0415  the settings are read first

    app.loader.import_default_modules()
    called = [entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()]
    assert (called.count(f"consultations.tasks.{name}"), f"consultations.tasks.{name}" in app.tasks) == (1, True)
