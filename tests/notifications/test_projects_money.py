"""Who is told of budgets, books and reconciliations, in which language, with which link."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
import time_machine

from notifications.models import Notification
from people.enums import Side
from projects.actions.bookkeeping import add_entry
from projects.actions.budgeting import approve_lines
from projects.actions.reconciling import (
    explain_difference,
    figures_of,
    mark_of,
    propose_reconciliation,
    send_back_reconciliation,
    sign_reconciliation,
)
from projects.enums import EntryKind, LineState
from projects.models import Reconciliation
from projects.tasks.money import warn_of_lapses
from tests.projects.builders import make_entry, make_leader, make_line, make_project

LEADERS = ["leader_by@by.example", "leader_kr@kr.example"]
DAY = date(2026, 5, 4)


@pytest.fixture
def project(cast):
    make_leader(cast, "leader_kr", "nia", Side.B, language="ko")
    return make_project(cast)


@pytest.fixture
def line(project):
    return make_line(project, amount=Decimal("1234567.00"), title={"en": "Servers", "ko": "서버"})


@pytest.fixture
def row(project, line, cast):
    make_entry(line, amount="1000.00")
    make_entry(line, EntryKind.RECEIPT, "990.00", side="a")
    found = Reconciliation.objects.create(
        project=project, year=2026, quarter=2, donor="b", currency="USD", by=cast.people["officer"]
    )
    explain_difference(found, by=cast.people["officer"], seen=1, explanation={"en": "Bank charges"})
    found.refresh_from_db()
    return found


def proposed(row, officer):
    return propose_reconciliation(row, by=officer, seen=mark_of(row, figures_of(row)))


def written(line):
    return {
        "line": line,
        "kind": EntryKind.DISBURSEMENT,
        "on": DAY,
        "amount": Decimal("1500.00"),
        "currency": "USD",
        "description": {"en": "First payment"},
    }


def test_the_leader_approves_what_others_entered(project, line, cast, director_kr, told, quiet, letters):
    entry = add_entry(project, by=director_kr, side="b", **written(line))
    assert told() == {"entry_written": ["leader_kr@kr.example"]}
    letter = letters()["leader_kr@kr.example"].body
    assert entry.reference in letter
    assert "1,500.00" in letter
    quiet()
    add_entry(project, by=cast.people["leader_kr"], side="b", **written(line))
    assert told() == {"entry_written": ["director@kr.example"]}


def test_both_leaders_hear_of_the_budget(project, line, officer, told, letters):
    draft = make_line(project, state=LineState.DRAFT, decision=None)
    approve_lines(project, by=officer, lines=[draft], decision=project.decision)
    assert told() == {"lines_approved": LEADERS}
    assert project.reference in letters()["leader_by@by.example"].body
    assert Notification.objects.filter(object_id=project.pk).count() == len(LEADERS)


def test_money_that_lapses_is_told_in_words_and_figures(project, line, told):
    line.lapses_on = date(2026, 12, 31)
    line.save(update_fields=["lapses_on"])
    make_entry(line, amount="34567.00")
    with time_machine.travel(datetime(2026, 12, 15, 9, tzinfo=UTC), tick=False):
        warn_of_lapses()
        warn_of_lapses()
        assert told() == {"money_lapses": ["director@kr.example", "leader_kr@kr.example", "officer@centre.example"]}


def test_a_reconciliation_is_laid_before_both_leaders(row, officer, told, letters):
    proposed(row, officer)
    assert told() == {"reconciliation_proposed": LEADERS}
    letter = letters()["leader_by@by.example"].body
    assert "/inbox/" in letter
    assert "10.00" in letter


def test_the_other_key_is_asked_then_all_are_told(row, officer, cast, told, quiet):
    proposed(row, officer)
    quiet()
    sign_reconciliation(row, by=cast.people["leader_by"])
    assert told() == {"reconciliation_key_turned": ["leader_kr@kr.example"]}
    quiet()
    sign_reconciliation(row, by=cast.people["leader_kr"])
    assert told() == {"reconciliation_signed": ["leader_by@by.example", "officer@centre.example"]}


def test_whoever_wrote_it_reads_why_it_came_back(row, officer, cast, told, quiet, letters):
    proposed(row, officer)
    quiet()
    send_back_reconciliation(row, by=cast.people["leader_kr"], reason="A payment of June is missing")
    assert told() == {"reconciliation_sent_back": ["officer@centre.example"]}
    assert "A payment of June is missing" in letters()["officer@centre.example"].body
