"""The clock reminds when dates are near, in the working hours of the invited country."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import time_machine

from calendars.models import CalendarException
from core.models import JournalEntry
from events.models import Delegation, Event
from events.tasks.delegations import remind_of_nominations, remind_of_papers
from tests.events.delegations import builders as build

TBILISI = ZoneInfo("Asia/Tbilisi")
# Wednesday 18 November 2026; due on Tuesday at noon: Monday is Saint George’s day, so three working days are left.
MORNING = datetime(2026, 11, 18, 10, tzinfo=TBILISI)
DUE = datetime(2026, 11, 24, 12, tzinfo=TBILISI)


def due(delegation):
    Delegation.objects.filter(pk=delegation.pk).update(due_at=DUE)
    Event.objects.update(papers_due_at=DUE)


def names(heard):
    return [name for name, _said in heard()]


def test_of_a_nomination_once_three_working_days_before(invited, heard):
    due(invited)
    heard()
    with time_machine.travel(MORNING - timedelta(days=1)):
        assert remind_of_nominations() == 0
    with time_machine.travel(MORNING):
        assert (remind_of_nominations(), remind_of_nominations()) == (1, 0)
    assert heard() == [("nomination_due_soon", {"delegation": invited, "by": None})]
    assert JournalEntry.objects.filter(verb="nomination_due_soon").count() == 1


def test_not_in_the_evening_nor_on_a_holiday_of_the_country(invited, heard):
    due(invited)
    heard()
    CalendarException.objects.create(calendar_id="GE", date=MORNING.date(), is_working=False, reason={"en": "Decree"})
    for moment in (MORNING, MORNING.replace(day=19, hour=20), MORNING.replace(day=21)):
        with time_machine.travel(moment):
            assert remind_of_nominations() == 0, moment
    with time_machine.travel(MORNING.replace(day=19)):
        assert remind_of_nominations() == 1
    assert names(heard) == ["nomination_due_soon"]


def test_not_of_what_was_sent_or_called_off(submitted, heard):
    due(submitted)
    heard()
    with time_machine.travel(MORNING):
        assert remind_of_nominations() == 0
        Delegation.objects.update(status="invited")
        Event.objects.update(status="cancelled")
        assert (remind_of_nominations(), remind_of_papers()) == (0, 0)
    assert heard() == []


def test_of_papers_that_are_owed(cast, accepted, heard):
    due(accepted)
    build.paper(cast, accepted)
    heard()
    with time_machine.travel(MORNING):
        assert (remind_of_papers(), remind_of_papers()) == (1, 0)
    said = {"delegation": accepted, "items": ["slides", "translation"], "by": None}
    assert heard() == [("papers_due_soon", said)]


def test_nobody_is_reminded_of_papers_that_are_in(cast, accepted, heard):
    due(accepted)
    for kind in ("country_report", "slides", "translation"):
        build.paper(cast, accepted, kind)
    heard()
    with time_machine.travel(MORNING):
        assert remind_of_papers() == 0
    assert heard() == []
