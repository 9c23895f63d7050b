"""Lines of the budget: proposed, approved by an adopted decision, replaced by a later one, soon lapsing."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from agreements.enums import AgreementStatus, DecisionKind, DecisionStatus
from core.refusal import RefusedError
from people.models import User
from projects.actions.budgeting import add_line, approve_lines, discard_line, edit_line, replace_line
from projects.enums import LineState, Nature, Stage
from projects.models import BudgetLine, Project
from projects.presentation.totals import totals
from projects.tasks.money import warn_of_lapses
from tests.cast import Cast
from tests.projects.builders import make_agreement, make_decision, make_entry, make_line


def url(name: str, project: Project, *more: Any) -> str:
    return reverse(f"projects:{name}", args=[project.reference, *more])


def meant(project: Project, **fields: Any) -> dict[str, Any]:
    """What somebody proposes."""
    return {
        "title": {"en": "Servers"},
        "side": "b",
        "source": project.lead_b,
        "group": "equipment",
        "nature": "cash",
        "amount": Decimal("5000.00"),
        "currency": "USD",
        "starts_on": date(2026, 1, 1),
        "ends_on": date(2026, 12, 31),
        "agreement": project.agreement,
        **fields,
    }


def sent(project: Project, **fields: Any) -> dict[str, Any]:
    """The same, as a browser sends it."""
    return {
        "title_en": "Servers",
        "side": "b",
        "source": str(project.lead_b_id),
        "group": "equipment",
        "nature": "cash",
        "amount": "5000.00",
        "currency": "USD",
        "starts_on": "2026-01-01",
        "ends_on": "2026-12-31",
        "agreement": str(project.agreement_id),
        **fields,
    }


def later_decision(project: Project, by: User, **fields: Any) -> Any:
    return make_decision(
        project.centre,
        by,
        **{"kind": DecisionKind.BUDGET, "adopted_at": datetime.now(UTC) + timedelta(hours=1), **fields},
    )


def test_a_line_counts_once_a_decision_has_approved_it(
    project: Project, officer: User, leader_kr: User, heard: Any
) -> None:
    line = add_line(project, by=leader_kr, **meant(project))
    assert line.decision is None
    assert (line.state, totals(project).approved) == (LineState.DRAFT, Decimal(0))
    decision = later_decision(project, officer)
    with pytest.raises(PermissionDenied):
        approve_lines(project, by=leader_kr, lines=[line], decision=decision)
    approve_lines(project, by=officer, lines=[line], decision=decision)
    assert heard() == [("lines_approved", {"project": project, "lines": [line], "by": officer})]
    assert totals(project).approved == Decimal("5000.00")
    with pytest.raises(RefusedError, match="approved already"):
        approve_lines(project, by=officer, lines=[line], decision=decision)
    for act in (lambda: edit_line(line, by=officer, seen=1, **meant(project)), lambda: discard_line(line, by=officer)):
        with pytest.raises(RefusedError, match="replaced by a later decision"):
            act()


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"status": DecisionStatus.PROPOSED, "adopted_at": None}, "not adopted"),
        ({"status": DecisionStatus.REJECTED, "adopted_at": None}, "not adopted"),
        ({"kind": DecisionKind.PLAN}, "project or a budget"),
    ],
)
def test_only_an_adopted_decision_on_money_approves(
    project: Project, officer: User, fields: dict[str, Any], sentence: str
) -> None:
    line = add_line(project, by=officer, **meant(project))
    with pytest.raises(RefusedError, match=sentence):
        approve_lines(project, by=officer, lines=[line], decision=later_decision(project, officer, **fields))
    line.refresh_from_db()
    assert line.state == LineState.DRAFT


def test_a_later_decision_puts_another_line_in_its_place(project: Project, officer: User) -> None:
    old = make_line(project)
    make_entry(old, amount="10.00")
    new = replace_line(old, by=officer, **meant(project))
    with pytest.raises(RefusedError, match="proposed already"):
        replace_line(old, by=officer, **meant(project))
    with pytest.raises(RefusedError, match="same side"):
        edit_line(new, by=officer, seen=1, **meant(project, nature=Nature.IN_KIND))
    assert totals(project).approved == Decimal("100000.00")
    for decision in (project.decision, later_decision(project, officer, adopted_at=datetime(2020, 1, 1, tzinfo=UTC))):
        with pytest.raises(RefusedError, match="later than its own"):
            approve_lines(project, by=officer, lines=[new], decision=decision)  # type: ignore[arg-type]
    approve_lines(project, by=officer, lines=[new], decision=later_decision(project, officer))
    old.refresh_from_db()
    assert old.state == LineState.REPLACED
    [one] = totals(project).lines
    assert (one.line, one.used, one.approved) == (new, Decimal("10.00"), Decimal("5000.00"))


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"ends_on": date(2025, 12, 31)}, "before it begins"),
        ({"ends_on": date(2027, 1, 2)}, "a year at most"),
        ({"lapses_on": date(2025, 12, 31)}, "lapse before"),
        ({"currency": "KRW", "amount": Decimal("1.5")}, "no cents"),
        ({"currency": "BYN"}, "No rate from BYN"),
    ],
)
def test_what_cannot_be_is_refused(project: Project, officer: User, fields: dict[str, Any], sentence: str) -> None:
    with pytest.raises(RefusedError, match=sentence):
        add_line(project, by=officer, **meant(project, **fields))
    assert not BudgetLine.objects.exists()


def test_an_agreement_stands_in_the_register(project: Project, officer: User) -> None:
    draft = make_agreement(project.centre, officer, status=AgreementStatus.DRAFT, recorded_at=None)
    with pytest.raises(RefusedError, match="in the register"):
        add_line(project, by=officer, **meant(project, agreement=draft))


def test_the_budget_of_what_is_over_stays(project: Project, officer: User) -> None:
    Project.objects.filter(pk=project.pk).update(stage=Stage.CANCELLED)
    with pytest.raises(RefusedError, match="is over"):
        add_line(project, by=officer, **meant(project))


@pytest.mark.parametrize("who", ["official_by", "advisor_kr", "official_ge", "admin_user"])
def test_readers_propose_nothing(cast: Cast, project: Project, client_of: Any, who: str) -> None:
    with pytest.raises(PermissionDenied):
        add_line(project, by=cast.people[who], **meant(project))
    for name in ("add_line", "approve_lines"):
        assert client_of(cast.people[who]).get(url(name, project)).status_code == 403


def test_two_who_write_at_once_lose_nothing(project: Project, officer: User, leader_kr: User) -> None:
    line = add_line(project, by=officer, **meant(project))
    edit_line(line, by=leader_kr, seen=1, **meant(project, amount=Decimal(7)))
    with pytest.raises(RefusedError, match="colleague"):
        edit_line(line, by=officer, seen=1, **meant(project, amount=Decimal(8)))
    line.refresh_from_db()
    assert line.amount == 7


def test_the_way_of_a_line_on_screen(project: Project, officer: User, leader_kr: User, client_of: Any) -> None:
    browser, leader = client_of(officer), client_of(leader_kr)
    leader.post(url("add_line", project), sent(project))
    line = BudgetLine.objects.get()
    page = leader.post(url("edit_line", project, 1), sent(project, amount="6000.00", seen="0"))
    assert "colleague has changed" in page.content.decode()
    assert 'value="6000.00"' in page.content.decode()
    leader.post(url("edit_line", project, 1), sent(project, amount="6000.00", seen="1"))
    decision = later_decision(project, officer)
    page = browser.get(url("approve_lines", project))
    assert decision in page.context["form"].fields["decision"].queryset
    browser.post(url("approve_lines", project), {"lines": [line.pk], "decision": decision.pk})
    line.refresh_from_db()
    assert (line.state, line.amount, line.decision) == (LineState.APPROVED, Decimal("6000.00"), decision)
    shown = browser.get(line.get_absolute_url()).content.decode()
    assert decision.reference in shown
    assert str(project.agreement).split()[0] in shown
    browser.post(url("replace_line", project, 1), sent(project, amount="9000.00"))
    new = BudgetLine.objects.get(replaces=line)
    assert new.amount == Decimal("9000.00")
    assert browser.get(url("discard_line", project, 2)).status_code == 200
    browser.post(url("discard_line", project, 2))
    assert not BudgetLine.objects.filter(number=2).exists()


def test_a_public_reader_sees_no_proposal(project: Project, client: Any, officer: User) -> None:
    line = add_line(project, by=officer, **meant(project, title={"en": "Not decided"}))
    assert client.get(line.get_absolute_url()).status_code == 404
    assert "Not decided" not in client.get(url("lines", project)).content.decode()


@pytest.mark.parametrize(
    "fields",
    [
        {"amount": Decimal(0)},
        {"rate": Decimal(0)},
        {"currency": "KRW", "amount": Decimal("0.50")},
        {"ends_on": date(2025, 1, 1)},
        {"ends_on": date(2027, 6, 1)},
        {"decision": None},
    ],
)
def test_the_database_refuses(project: Project, fields: dict[str, Any]) -> None:
    line = make_line(project)
    with pytest.raises(IntegrityError), transaction.atomic():
        BudgetLine.objects.filter(pk=line.pk).update(**fields)


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9, tzinfo=UTC)


def test_it_is_told_twice_before_money_lapses(project: Project, heard: Any) -> None:
    line = make_line(project, amount=Decimal("1000.00"), lapses_on=date(2026, 12, 31))
    make_entry(line, amount="400.00")
    make_line(project)
    told = []
    day = date(2026, 10, 25)
    while day < date(2027, 1, 3):
        with time_machine.travel(at(day), tick=False):
            warn_of_lapses()
        told += [(day, name, said["left"]) for name, said in heard()]
        day += timedelta(days=1)
    left = Decimal("600.00")
    assert told == [(date(2026, 11, 1), "money_lapses", left), (date(2026, 12, 11), "money_lapses", left)]


def test_a_missed_clock_warns_late_and_once(project: Project, heard: Any) -> None:
    line = make_line(project, lapses_on=date(2026, 12, 31))
    with time_machine.travel(at(date(2026, 12, 20)), tick=False):
        assert (warn_of_lapses(), warn_of_lapses()) == (1, 0)
    [(name, said)] = heard()
    assert (name, said["line"], said["left"], said["by"]) == ("money_lapses", line, Decimal("100000.00"), None)


def test_nothing_left_is_nothing_to_warn_of(project: Project, heard: Any) -> None:
    line = make_line(project, amount=Decimal("10.00"), lapses_on=date(2026, 12, 31))
    payment = make_entry(line, amount="10.00")
    with time_machine.travel(at(date(2026, 12, 20)), tick=False):
        assert warn_of_lapses() == 0
        make_entry(line, amount="-10.00", reverses=payment)
        assert warn_of_lapses() == 1
