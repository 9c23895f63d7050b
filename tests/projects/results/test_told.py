"""Who is told of values, and that each side is asked for what it owes."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.core import mail
from django.urls import reverse

from notifications.actions.delivering import deliver_due
from notifications.models import Notification
from projects.actions.periods import lock_period, unlock_period
from projects.actions.values import approve_value, check_value, object_value, return_value, submit_value
from projects.enums import Owner, ValueState
from projects.models import Period
from projects.tasks.values import remind_of_missing_values
from tests.projects.builders import make_measure, make_period, make_value


def told() -> dict[str, list[str]]:
    """Each message since it was last asked, with those who got it."""
    found: dict[str, list[str]] = {}
    for row in Notification.objects.select_related("user").order_by("pk"):
        found.setdefault(row.kind, []).append(row.user.email)
    Notification.objects.all().delete()
    return {kind: sorted(emails) for kind, emails in found.items()}


def test_a_value_on_its_way(measure, quarter, officer, leader_by, leader_kr, official_by) -> None:
    value = make_value(measure, quarter, state=ValueState.DRAFT, by=official_by, submitted_at=None)
    submit_value(value, by=official_by)
    assert told() == {"value_submitted": [officer.email]}
    return_value(value, by=officer, reason="Three.")
    assert told() == {"value_returned": sorted([official_by.email, leader_by.email])}
    submit_value(value, by=official_by)
    check_value(value, by=officer)
    told_of = told()
    assert told_of["value_checked"] == sorted([leader_by.email, leader_kr.email])
    approve_value(value, by=leader_by)
    assert told() == {"value_key_turned": [leader_kr.email]}
    object_value(value, by=leader_kr, reason="No.")
    assert told() == {"value_returned": sorted([official_by.email, leader_by.email])}
    submit_value(value, by=official_by)
    check_value(value, by=officer)
    approve_value(value, by=leader_kr)
    told()
    approve_value(value, by=leader_by)
    assert told() == {"value_approved": [official_by.email]}


def test_a_letter_leads_to_the_value(client_of, measure, quarter, officer, leader_by) -> None:
    leader_by.language = "ru"
    leader_by.save()
    value = make_value(measure, quarter, state=ValueState.DRAFT, by=leader_by, submitted_at=None)
    submit_value(value, by=leader_by)
    mail.outbox.clear()
    return_value(value, by=officer, reason="Акт говорит о трёх.")
    deliver_due()
    (letter,) = [one for one in mail.outbox if leader_by.email in one.to]
    assert ("Акт говорит о трёх." in letter.body, "Открыть на портале" in letter.body) == (True, True)
    row = Notification.objects.get(user=leader_by, kind="value_returned")
    opened = client_of(leader_by).get(reverse("notifications:open", args=[row.pk]))
    assert opened["Location"] == value.get_absolute_url()


def test_both_leaders_are_told_why_a_period_is_open_again(quarter, officer, leader_by, leader_kr, project) -> None:
    lock_period(quarter, by=officer)
    unlock_period(quarter, by=officer, reason="Late")
    assert told() == {"period_unlocked": sorted([leader_by.email, leader_kr.email])}


@pytest.mark.parametrize(
    ("by", "whom"), [(Owner.A, ["leader_by"]), (Owner.B, ["leader_kr"]), (Owner.BOTH, ["leader_by", "leader_kr"])]
)
def test_the_side_that_owes_is_asked_ten_joint_days_later_and_then_monthly(cast, project, by, whom) -> None:
    measure = make_measure(project, reported_by=by)
    quarter = make_period(project, quarter=2)
    expected = {"values_missing": sorted(cast.people[key].email for key in whom)}
    for day, said in (
        (datetime(2026, 7, 14, 20, tzinfo=UTC), {}),  # not more than ten working days of Minsk and Seoul
        (datetime(2026, 7, 16, 9, tzinfo=UTC), expected),
        (datetime(2026, 7, 17, 9, tzinfo=UTC), {}),
        (datetime(2026, 8, 14, 9, tzinfo=UTC), {}),
        (datetime(2026, 8, 17, 9, tzinfo=UTC), expected),
    ):
        with time_machine.travel(day):
            remind_of_missing_values()
            assert (day, told()) == (day, said)
    make_value(measure, quarter)
    with time_machine.travel(datetime(2026, 10, 1, 9, tzinfo=UTC)):
        assert remind_of_missing_values() == 0


def test_nobody_is_asked_for_a_locked_period_or_a_project_that_rests(project, measure, quarter) -> None:
    Period.objects.update(locked_at=datetime(2026, 5, 1, tzinfo=UTC))
    assert remind_of_missing_values() == 0
    Period.objects.update(locked_at=None)
    type(project).objects.update(stage="closed", ended_on="2027-12-17")
    assert remind_of_missing_values() == 0
    type(project).objects.update(stage="running", ended_on=None)
    assert remind_of_missing_values() == 1
