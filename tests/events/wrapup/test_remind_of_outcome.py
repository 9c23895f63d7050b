from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import time_machine

from events.actions.wrapup import remind_of_outcome, settle_outcome
from events.enums import OutcomeStatus
from events.tasks.wrapup import remind_of_outcomes

DONE = {"status": OutcomeStatus.DONE, "result": "Отправлено 15 января."}


def minsk(day, hour=12):
    return datetime(2028, 1, day, hour, tzinfo=ZoneInfo("Europe/Minsk"))


def test_reminded_a_week_before_and_when_it_has_passed(action, heard):
    """The day is that of the country that owes it: in Minsk it is still the last of January."""
    heard.clear()
    found = []
    last = datetime(2028, 1, 31, 23, 30, tzinfo=ZoneInfo("Europe/Minsk"))
    for moment in (minsk(23), minsk(24), minsk(25), last, last + timedelta(hours=1), last + timedelta(days=3)):
        with time_machine.travel(moment):
            found.append(remind_of_outcomes())
    assert found == [0, 1, 0, 0, 1, 0]
    assert heard == [
        ("outcome_due_soon", {"outcome": action, "by": None}),
        ("outcome_overdue", {"outcome": action, "by": None}),
    ]


def test_what_is_settled_reminds_nobody(action, officer, heard):
    settle_outcome(action, by=officer, **DONE)
    heard.clear()
    with time_machine.travel(minsk(24)):
        assert (remind_of_outcomes(), remind_of_outcome(action), heard) == (0, False, [])
