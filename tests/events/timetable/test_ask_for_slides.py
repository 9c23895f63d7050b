from datetime import timedelta

import pytest
import time_machine

from events.actions.slides import without_slides
from events.models import Material, Session
from events.tasks.timetable import ask_speakers_for_slides
from tests.events.builders import make_contributor, make_session
from tests.events.timetable.conftest import SATURDAY

NINE_DAYS_BEFORE = timedelta(days=11)  # seven working days of Korea before a Saturday


@pytest.fixture
def talk(stop):
    """A talk on Saturday whose slides are expected, and a speaker with an address."""
    row = make_session(stop, expects_slides=True, is_released=True)
    row.parts.create(contributor=make_contributor(email="sora@kr.example"))
    return row


def on(row, **before):
    return time_machine.travel(row.starts_at - timedelta(**before), tick=False)


def test_seven_and_two_working_days_before(talk, heard):
    """From Thursday the 21st there are seven working days in Korea; from Wednesday the 27th two."""
    one = talk.parts.get().contributor
    heard()
    asked = []
    for days in range(14, -1, -1):
        with on(talk, days=days):
            if ask_speakers_for_slides():
                asked.append(SATURDAY - timedelta(days=days))
            assert ask_speakers_for_slides() == 0  # once a stage, however often the task is run
    assert [f"{day:%a %d}" for day in asked] == ["Wed 20", "Wed 27"]
    assert heard() == [
        ("slides_missing", {"session": talk, "contributor": one, "by": None, "stage": stage}) for stage in (7, 2)
    ]


def test_one_who_is_late_is_asked_once(talk):
    with on(talk, days=1):
        assert [ask_speakers_for_slides(), ask_speakers_for_slides()] == [1, 0]


@pytest.mark.parametrize(
    "change",
    [
        lambda row: Session.objects.filter(pk=row.pk).update(expects_slides=False),
        lambda row: Session.objects.filter(pk=row.pk).update(is_released=False),
        lambda row: Session.objects.filter(pk=row.pk).update(cancelled_at=row.starts_at),
        lambda row: type(row.event).objects.update(status="cancelled"),
        lambda row: row.parts.update(role="chair"),
        lambda row: type(row.parts.get().contributor).objects.update(email=""),
        lambda row: Material.objects.create(
            event=row.event, session=row, title={"en": "S"}, language="en", url="https://a.example", is_slides=True
        ),
    ],
    ids=["not expected", "not released", "cancelled", "event cancelled", "chairs", "no address", "there"],
)
def test_nobody_else_is_asked(talk, change):
    with on(talk, days=1):
        assert without_slides().count() == 1
        change(talk)
        assert ask_speakers_for_slides() == 0


def test_slides_of_another_speaker_are_not_mine(talk):
    other = make_contributor(email="b@kr.example")
    talk.parts.create(contributor=other)
    facts = {"title": {"en": "S"}, "language": "en", "url": "https://a.example", "is_slides": True}
    Material.objects.create(event=talk.event, session=talk, contributor=other, **facts)
    with on(talk, days=1):
        assert [part.contributor.email for part in without_slides()] == ["sora@kr.example"]
