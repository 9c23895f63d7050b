"""What time does: warnings, prolongation, expiry, reminders; over years, leap ones too."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
import time_machine

from agreements.actions.committing import chase_commitment
from agreements.actions.recording import expire, supersede
from agreements.actions.warning import give_alerts, prolong
from agreements.days import months_after, prolonged
from agreements.enums import AgreementStatus, Ending, Owner
from agreements.models import Alert
from agreements.tasks.register import chase_commitments, end_or_prolong, warn_of_ends
from tests.agreements.builders import make_agreement, make_commitment

pytestmark = pytest.mark.django_db


def at(day, hour=9):
    return time_machine.travel(datetime(day.year, day.month, day.day, hour, tzinfo=UTC), tick=False)


def names(heard):
    return [name for name, _said in heard]


def alerts(row):
    return set(Alert.objects.filter(agreement=row).values_list("kind", "months", "day"))


def test_warned_twelve_six_and_three_months_before_once_each(cast, officer, heard):
    """Looked at every week for two years."""
    row = make_agreement(cast.centre, officer, ends_on=date(2028, 2, 29))
    day, given = date(2026, 6, 1), []
    while day < date(2028, 3, 1):
        with at(day):
            if warn_of_ends():
                given.append(day)
        day += timedelta(days=1 if day.day in (28, 29) or day.day < 3 else 5)
    assert alerts(row) == {("expiry", months, date(2028, 2, 29)) for months in (12, 6, 3)}
    assert [name for name, _said in heard()] == ["agreement_alert"] * 3
    assert [months_after(one, months) >= date(2028, 2, 28) for one, months in zip(given, (12, 6, 3), strict=True)] == [
        True
    ] * 3


def test_recorded_late_only_the_nearest_is_given(cast, officer):
    row = make_agreement(cast.centre, officer, ends_on=date(2027, 1, 15))
    with at(date(2026, 11, 20)):
        assert (warn_of_ends(), warn_of_ends()) == (1, 0)
    assert alerts(row) == {("expiry", 3, date(2027, 1, 15))}


def test_what_is_prolonged_by_itself_is_warned_of_its_last_day_for_notice(cast, officer):
    row = make_agreement(cast.centre, officer, ends_on=date(2027, 12, 31), renewal_months=60, notice_months=6)
    with at(date(2026, 7, 1)):
        assert warn_of_ends() == 1
    assert alerts(row) == {("notice", 12, date(2027, 6, 30))}


def test_both_days_are_warned_of_where_notice_ends_a_term(cast, officer):
    row = make_agreement(cast.centre, officer, ends_on=date(2027, 6, 30), notice_months=3)
    with at(date(2027, 1, 5)):
        assert warn_of_ends() == 2
    assert alerts(row) == {("expiry", 6, date(2027, 6, 30)), ("notice", 3, date(2027, 3, 30))}


@pytest.mark.parametrize(
    "fields", [{"status": AgreementStatus.DRAFT}, {"ends_on": None}, {"ends_on": date(2026, 1, 1)}]
)
def test_nobody_is_warned_of_what_does_not_run_out(cast, officer, fields):
    make_agreement(cast.centre, officer, **{"ends_on": date(2027, 1, 1), **fields})
    with at(date(2026, 11, 20)):
        assert warn_of_ends() == 0


def test_it_prolongs_itself_and_is_warned_of_anew(cast, officer, heard):
    row = make_agreement(cast.centre, officer, ends_on=date(2024, 2, 29), renewal_months=12, notice_months=3)
    with at(date(2024, 2, 29)):
        assert end_or_prolong() == 0
    ends = []
    for day in (date(2024, 3, 1), date(2025, 3, 1), date(2026, 3, 1), date(2027, 3, 1)):
        with at(day):
            assert end_or_prolong() == 1
            assert end_or_prolong() == 0
        row.refresh_from_db()
        ends.append(row.ends_on)
    assert ends == [date(2025, 2, 28), date(2026, 2, 28), date(2027, 2, 28), date(2028, 2, 29)]
    assert names(heard()) == ["agreement_prolonged"] * 4
    with at(date(2027, 6, 1)):
        warn_of_ends()
    assert alerts(row) == {("notice", 6, date(2027, 11, 29))}


def test_a_clock_that_stood_still_catches_up(cast, officer):
    row = make_agreement(cast.centre, officer, ends_on=date(2020, 12, 31), renewal_months=24)
    with at(date(2026, 11, 20)):
        end_or_prolong()
    row.refresh_from_db()
    assert row.ends_on == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("last", "months", "expected"),
    [
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2027, 2, 28), 12, date(2028, 2, 29)),
        (date(2024, 2, 28), 12, date(2025, 2, 28)),
        (date(2026, 9, 8), 60, date(2031, 9, 8)),
        (date(2026, 12, 31), 1, date(2027, 1, 31)),
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
    ],
)
def test_a_term_follows_a_term(last, months, expected):
    assert prolonged(last, months) == expected


def test_it_expires_the_day_after_its_last(cast, officer, heard):
    """By the day of side A: in Minsk it is the first of January already, in UTC not yet."""
    row = make_agreement(cast.centre, officer, ends_on=date(2026, 12, 31))
    with at(date(2026, 12, 31), hour=20):
        assert end_or_prolong() == 0
    with at(date(2026, 12, 31), hour=22):
        assert end_or_prolong() == 1
    row.refresh_from_db()
    assert (row.status, row.end_kind, row.ended_on, names(heard())) == (
        AgreementStatus.ENDED,
        Ending.EXPIRED,
        date(2026, 12, 31),
        ["agreement_ended"],
    )


def test_superseded_when_the_successor_enters_into_force(cast, officer):
    row = make_agreement(cast.centre, officer)
    make_agreement(cast.centre, officer, supersedes=row, in_force_on=date(2027, 1, 1))
    make_agreement(cast.centre, officer, supersedes=row, status=AgreementStatus.DRAFT)
    with at(date(2026, 12, 31)):
        assert end_or_prolong() == 0
    with at(date(2027, 1, 1)):
        assert end_or_prolong() == 1
    row.refresh_from_db()
    assert (row.end_kind, row.ended_on) == (Ending.SUPERSEDED, date(2026, 12, 31))


def reminded(first, last):
    """The days on which a reminder went out, looked at each noon."""
    days, day = [], first
    while day <= last:
        with at(day):
            if chase_commitments():
                days.append(day)
        day += timedelta(days=1)
    return days


def test_whoever_owes_it_is_reminded_three_working_days_before_and_weekly_when_late(cast, officer, heard):
    """15 December 2026 is a Tuesday: three working days before is the Thursday before it."""
    make_commitment(make_agreement(cast.centre, officer), due_on=date(2026, 12, 15), owner=Owner.A)
    days = reminded(date(2026, 12, 1), date(2026, 12, 31))
    assert days[0] == date(2026, 12, 10)
    assert days[1] == date(2026, 12, 16)
    assert [(later - earlier).days >= 7 for earlier, later in pairwise(days[1:])] == [True] * (len(days) - 2)
    assert len(days) == 4
    assert names(heard()) == ["commitment_due"] * 4


def test_on_the_working_days_of_the_side_that_owes_it(cast, officer):
    """Chuseok of 2027 is from 14 to 16 September in Korea; Belarus works."""
    agreement = make_agreement(cast.centre, officer)
    found = {}
    for owner in (Owner.A, Owner.B, Owner.BOTH):
        row = make_commitment(agreement, due_on=date(2027, 9, 17), owner=owner)
        found[owner] = reminded(date(2027, 9, 6), date(2027, 9, 17))
        row.delete()
        row.article.delete()
    assert found == {
        Owner.A: [date(2027, 9, 14)],
        Owner.B: [date(2027, 9, 9)],
        Owner.BOTH: [date(2027, 9, 9)],
    }


def test_nobody_is_reminded_of_what_has_ended(cast, officer):
    ended = {"status": AgreementStatus.ENDED, "end_kind": "expired", "ended_on": date(2026, 1, 1)}
    make_commitment(make_agreement(cast.centre, officer, **ended), due_on=date(2026, 11, 1))
    with at(date(2026, 11, 20)):
        assert chase_commitments() == 0


def test_each_act_of_the_clock_asks_the_day_itself(cast, officer):
    """The tasks find candidates; what is not due yet, or settled already, stays as it is."""
    running = make_agreement(cast.centre, officer, ends_on=date(2026, 12, 31), renewal_months=12)
    ended = {"status": AgreementStatus.ENDED, "end_kind": "expired", "ended_on": date(2026, 1, 1)}
    over = make_agreement(cast.centre, officer, ends_on=date(2026, 1, 1), **ended)
    commitment = make_commitment(running, due_on=date(2027, 6, 1))
    with at(date(2026, 11, 20)):
        found = [act(row) for row in (running, over) for act in (expire, supersede, prolong, give_alerts)]
        assert chase_commitment(commitment) is False
    assert found == [False, False, False, 0] * 2
