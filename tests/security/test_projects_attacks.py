"""Joint projects, as those meet them who are after what is not theirs: each test is an attack that comes to nothing."""

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from agreements.actions import deciding
from agreements.enums import DecisionKind
from core import policies
from core.models import Signature
from core.refusal import RefusedError
from people.enums import Function, Side
from people.models import Appointment, User
from projects.actions import (
    arranging,
    bookkeeping,
    budgeting,
    laying,
    opinions,
    periods,
    reconciling,
    reports,
    starting,
    submitting,
    values,
)
from projects.actions.drafting import create_project
from projects.enums import EntryKind, EntryState, LineState, ReportStatus, SignedState, Stage, ValueState
from projects.models import BudgetLine, Entry, Project, Reconciliation, ReportedValue
from tests.cast import Cast, sign_in
from tests.projects.builders import (
    make_decision,
    make_entry,
    make_leader,
    make_line,
    make_measure,
    make_period,
    make_project,
    make_value,
)
from tests.projects.life.building import BOTH_WORDS, open_decision, proposed, with_opinions
from tests.projects.money.conftest import keeper, posted, written
from tests.projects.reports.quarter import part_of, write

pytestmark = pytest.mark.django_db
CHANGED = "changed since you read"


@pytest.fixture
def project(cast: Cast) -> Project:
    """Running, led by both."""
    return make_project(cast)


@pytest.fixture
def leader_by(cast: Cast) -> User:
    return make_leader(cast, "leader_by", "services_by", Side.A)


@pytest.fixture
def leader_kr(cast: Cast) -> User:
    return make_leader(cast, "leader_kr", "nia", Side.B)


@pytest.fixture
def keeper_by(cast: Cast) -> User:
    return keeper(cast, "keeper_by", "services_by")


@pytest.fixture
def keeper_kr(cast: Cast) -> User:
    return keeper(cast, "keeper_kr", "nia")


def client_of(user: User) -> Client:
    return sign_in(user)


def again(user: User) -> User:
    return User.objects.get(pk=user.pk)


def moved_on(person: User, organisation: Any, function: str = Function.MEMBER, **post: Any) -> User:
    """The post ended yesterday; today another one is held."""
    today = timezone.localdate()
    person.appointments.update(ends_on=today - timedelta(days=2), is_primary=False)
    Appointment.objects.create(
        user=person, organisation=organisation, function=function, starts_on=today - timedelta(days=1), **post
    )
    return again(person)


def address(name: str, row: Project) -> str:
    return reverse(f"projects:{name}", args=[row.reference])


def field(client: Client, url: str) -> str:
    """The mark of what the page shows, as the browser sends it."""
    found = re.search(r'name="seen"[^>]*value="([^"]+)"', client.get(url).content.decode())
    assert found
    return found[1]


# --- One person, one key; rights end with the post -------------------------------------------------------------------


def test_a_leader_who_becomes_co_director_of_the_other_side_holds_one_key(cast, project, leader_by):
    approved = make_project(cast, stage=Stage.APPROVED)
    today = timezone.localdate()
    cast.people["director_kr"].appointments.update(ends_on=today - timedelta(days=2), is_primary=False)
    post = {"organisation": cast.organisations["nia"], "centre": cast.centre, "side": "b"}
    Appointment.objects.create(
        user=leader_by, function=Function.CO_DIRECTOR, starts_on=today - timedelta(days=1), **post
    )
    row = starting.start(approved, by=again(leader_by))
    assert row.stage == Stage.APPROVED
    assert [one.key for one in Signature.objects.about(row)] == ["a"]


@pytest.mark.parametrize("to", ["nia", "agency_ge", "ministry_by"])
def test_a_leader_who_has_left_the_body_leads_no_more(cast, project, leader_by, to):
    make_line(project, "a")
    person = moved_on(leader_by, cast.organisations[to], Function.OBSERVER)
    asked = ["projects.start", "projects.keep_books", "projects.write_line", "projects.arrange", "projects.view_work"]
    assert policies.granted(person, asked, project) == set()
    with pytest.raises(PermissionDenied):
        starting.finish(project, by=person)


def test_a_leader_who_went_over_to_the_other_side_reads_nothing_of_his_former_one(cast, project, leader_by):
    draft = make_entry(make_line(project, "a"), EntryKind.EXPENDITURE, state=EntryState.DRAFT)
    person = moved_on(leader_by, cast.organisations["nia"], Function.PROJECT_LEADER)
    assert not Entry.objects.visible_to(person).filter(pk=draft.pk).exists()
    assert client_of(person).get(draft.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("to", ["agency_ge", "ministry_by"])
def test_an_author_who_has_left_writes_no_more(cast, to):
    paper = make_project(cast, stage=Stage.CONCEPT, leader_a=None, leader_b=None)
    person = moved_on(cast.people["official_by"], cast.organisations[to])
    asked = ["projects.view", "projects.edit", "projects.submit", "projects.withdraw"]
    assert policies.granted(person, asked, paper) == set()
    assert client_of(person).get(paper.get_absolute_url()).status_code == 404


def test_an_officer_of_another_centre_begins_nothing_here(cast, officer):
    other = type(cast.centre).objects.create(
        name=cast.centre.name, short_name={"en": "Other"}, side_a_id="GE", side_b_id="KR"
    )
    person = moved_on(officer, cast.organisations["agency_ge"], Function.OFFICER, centre=other)
    bodies = {"lead_a": cast.organisations["services_by"], "lead_b": cast.organisations["nia"]}
    with pytest.raises(PermissionDenied):
        create_project(
            by=person, centre=cast.centre, kind="pilot", name={"en": "X"}, country=cast.countries["BY"], **bodies
        )


# --- What is signed is what was read ---------------------------------------------------------------------------------


@pytest.fixture
def checked(project: Project, leader_by: User) -> ReportedValue:
    """A value that waits for both keys."""
    return make_value(make_measure(project), make_period(project), "10", state=ValueState.CHECKED, by=leader_by)


def reworked(value: ReportedValue, cast: Cast, figure: str) -> None:
    """Objected to, corrected, reported and checked anew."""
    row = values.object_value(value, by=cast.people["leader_kr"], reason="잘못되었습니다.")
    row = values.edit_value(row, by=cast.people["leader_by"], seen=row.revision, value=Decimal(figure))
    row = values.submit_value(row, by=cast.people["leader_by"])
    values.check_value(row, by=cast.people["officer"])


def test_nobody_approves_another_value_than_he_has_read(cast, checked, leader_by):
    client, url = client_of(leader_by), f"{checked.get_absolute_url()}approve/"
    seen = field(client, url)
    reworked(checked, cast, "1000")
    assert CHANGED in client.post(url, {"reason": "", "seen": seen}).content.decode()
    assert values.measuring.live(checked) == []
    assert client.post(url, {"reason": "", "seen": field(client, url)}).status_code == 302


def test_nobody_checks_another_value_than_he_has_read(cast, project, officer, leader_by):
    row = make_value(make_measure(project), make_period(project), "10", state=ValueState.SUBMITTED, by=leader_by)
    seen = values.mark_of(row)
    draft = values.return_value(row, by=officer, reason="No paper.")
    draft = values.edit_value(draft, by=leader_by, seen=draft.revision, value=Decimal(1000))
    values.submit_value(draft, by=leader_by)
    with pytest.raises(RefusedError, match=CHANGED):
        values.check_value(row, by=officer, seen=seen)


def test_nobody_signs_another_reconciliation_than_he_has_read(cast, project, officer, leader_by, leader_kr):
    line = make_line(project)
    make_entry(line, amount="500.00", on=date(2026, 2, 2))
    asked = {"year": 2026, "quarter": 1, "donor": "b", "currency": "USD"}
    row = reconciling.begin_reconciliation(project, by=officer, **asked)
    row = reconciling.explain_difference(row, by=officer, seen=row.revision, explanation={"en": "On its way."})
    row = reconciling.propose_reconciliation(
        row, by=officer, seen=reconciling.mark_of(row, reconciling.figures_of(row))
    )
    client, url = client_of(leader_by), f"{row.get_absolute_url()}sign/"
    seen = field(client, url)
    row = reconciling.send_back_reconciliation(row, by=leader_kr, reason="다시.")
    make_entry(line, amount="90000.00", on=date(2026, 2, 3))
    reconciling.propose_reconciliation(row, by=officer, seen=reconciling.mark_of(row, reconciling.figures_of(row)))
    assert CHANGED in client.post(url, {"reason": "", "seen": seen}).content.decode()
    assert reconciling.reconciling.live(row) == []
    assert client.post(url, {"reason": "", "seen": field(client, url)}).status_code == 302
    assert Reconciliation.objects.get(pk=row.pk).state == SignedState.PROPOSED


def test_nobody_approves_another_entry_than_he_has_read(project, leader_kr, keeper_kr):
    draft = bookkeeping.add_entry(project, by=keeper_kr, side="b", **written(make_line(project)))
    client, url = client_of(leader_kr), address("approve_entries", project)
    seen = f"{draft.pk}:{draft.revision}"
    assert f'name="seen" value="{seen}"' in client.get(url).content.decode()
    worded = written(draft.line, amount=Decimal("99000.00"))
    bookkeeping.edit_entry(draft, by=keeper_kr, seen=draft.revision, **worded)
    assert CHANGED in client.post(url, {"entries": draft.pk, "seen": seen}).content.decode()
    draft.refresh_from_db()
    assert draft.state == EntryState.DRAFT
    assert client.post(url, {"entries": draft.pk, "seen": f"{draft.pk}:{draft.revision}"}).status_code == 302


def test_nobody_approves_another_line_than_he_has_read(project, officer, leader_kr):
    draft = make_line(project, state=LineState.DRAFT, decision=None)
    seen = {draft.pk: draft.revision}
    same = {name: getattr(draft, name) for name in budgeting.WRITTEN}
    budgeting.edit_line(draft, by=leader_kr, seen=draft.revision, **{**same, "amount": Decimal("900000.00")})
    with pytest.raises(RefusedError, match=CHANGED):
        budgeting.approve_lines(project, by=officer, lines=[draft], decision=project.decision, seen=seen)
    assert BudgetLine.objects.get(pk=draft.pk).state == LineState.DRAFT


def test_nobody_signs_another_report_than_he_has_read(cast, project, officer, leader_by, leader_kr):
    report = reports.begin_report(project, year=2026, quarter=1)
    for side in ("a", "b"):
        write(report, side, cast)
    reports.submit_report(report, by=leader_by)
    report = reports.verify_report(report, by=officer)
    client, url = client_of(leader_by), f"{report.get_absolute_url()}sign/"
    seen = field(client, url)
    reports.object_to_report(report, by=leader_kr, reason="다시 쓰겠습니다.")
    words = {"en": "Belarus has done nothing.", "ko": "벨라루스는 아무것도 하지 않았다."}
    write(report, "b", cast, done=words)
    reports.finish_part(part_of(report, "a"), by=leader_by)
    reports.submit_report(report, by=leader_kr)
    report = reports.verify_report(report, by=officer)
    client.post(url, {"seen": seen})
    assert reports.reporting.live(report) == []
    client.post(url, {"seen": field(client, url)})
    assert [one.key for one in reports.reporting.live(report)] == ["a"]
    report.refresh_from_db()
    assert report.status == ReportStatus.VERIFIED


def test_nobody_gives_an_opinion_of_another_paper_than_he_has_read(cast, officer, director_by):
    paper = proposed(cast)
    seen = paper.opinion_round
    submitting.return_concept(paper, by=officer, reason="Shorter.")
    submitting.submit(paper, by=cast.people["official_by"])
    with pytest.raises(RefusedError, match=CHANGED):
        opinions.give_opinion(paper, by=director_by, verdict="supports", text=BOTH_WORDS, seen=seen)


def test_nobody_signs_for_a_project_that_was_laid_after_he_read(cast, officer, director_by):
    paper, decision = with_opinions(proposed(cast), cast), open_decision(cast)
    seen = deciding.mark_of(decision)
    laying.lay(paper, by=officer, decision=decision)
    with pytest.raises(RefusedError, match=CHANGED):
        deciding.countersign(decision, by=director_by, accepts=True, seen=seen)


# --- Money -----------------------------------------------------------------------------------------------------------


def test_amounts_no_state_has_are_refused_in_words(project, leader_kr):
    line = make_line(project)
    client, url = client_of(leader_kr), address("add_entry", project)
    for amount, rate in (("999999999999999999.99", "9999999999.9999999999"), ("999999999999999999", "")):
        page = client.post(
            url, posted(line, amount=amount, currency="KRW" if rate else "USD", rate=rate, rate_source="x")
        )
        assert (page.status_code, bool(page.context["form"].errors)) == (200, True)
    assert not Entry.objects.exists()


def test_a_value_that_the_rate_makes_too_large_is_refused_by_the_act(project, leader_kr):
    line = make_line(project)
    huge = {"amount": Decimal(99999999999), "currency": "EUR", "rate": Decimal(999999999), "rate_source": "x"}
    with pytest.raises(RefusedError):
        bookkeeping.add_entry(project, by=leader_kr, side="b", **written(line, **huge))


def test_what_a_discarded_counter_entry_gave_free_is_not_received_twice(
    project, leader_by, leader_kr, keeper_by, keeper_kr
):
    line = make_line(project)
    paid = make_entry(line, amount="1000.00")
    receipt = {**written(line, kind=EntryKind.RECEIPT, answers=paid)}
    first = bookkeeping.add_entry(project, by=keeper_by, side="a", **receipt)
    bookkeeping.approve_entries(project, by=leader_by, entries=[first])
    bookkeeping.reverse_entry(first, by=keeper_by, on=date(2026, 5, 5), reason="Wrong.")
    with pytest.raises(RefusedError, match="More would be received"):
        bookkeeping.add_entry(project, by=keeper_by, side="a", **receipt)


def test_the_decision_on_another_project_approves_no_line_here(cast, project, officer):
    other = make_project(cast)
    draft = make_line(project, state=LineState.DRAFT, decision=None)
    with pytest.raises(RefusedError):
        budgeting.approve_lines(project, by=officer, lines=[draft], decision=other.decision)
    assert BudgetLine.objects.get(pk=draft.pk).state == LineState.DRAFT


def test_a_budget_decision_may_approve_lines_of_every_project(cast, project, officer):
    draft = make_line(project, state=LineState.DRAFT, decision=None)
    decision = make_decision(cast.centre, officer, kind=DecisionKind.BUDGET)
    [row] = budgeting.approve_lines(project, by=officer, lines=[draft], decision=decision)
    assert row.state == LineState.APPROVED


# --- Days that break what is worked out from them --------------------------------------------------------------------


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_line_of_the_schedule_and_of_the_budget_lies_in_days_that_can_be(project, leader_kr, officer, day):
    client = client_of(leader_kr)
    task = {"number": "1", "name_en": "X", "kind": "task", "owner": "a", "wished_on": day, "days": "1500"}
    page = client.post(address("add_task", project), task)
    assert (page.status_code, list(page.context["form"].errors)) == (200, ["wished_on"])
    line = make_line(project)
    wanted = {
        **posted(line),
        "title_en": "X",
        "side": "b",
        "source": line.source_id,
        "group": "services",
        "nature": "cash",
        "agreement": line.agreement_id,
        "starts_on": day,
        "ends_on": day,
    }
    page = client.post(address("add_line", project), wanted)
    assert (page.status_code, sorted(page.context["form"].errors)) == (200, ["ends_on", "starts_on"])


def test_periods_are_not_made_for_thousands_of_years(cast, officer):
    row = make_project(cast, planned_end_on=date(9999, 12, 31))
    with pytest.raises(RefusedError):
        periods.make_periods(row, by=officer, every="quarter")


# --- What is over ----------------------------------------------------------------------------------------------------


def test_what_a_closed_project_aimed_at_is_not_written_anew(cast, officer):
    closed = make_project(cast, stage=Stage.CLOSED)
    measure, period = make_measure(closed), make_period(closed)
    with pytest.raises((PermissionDenied, RefusedError)):
        arranging.save_targets(closed, by=officer, figures={(measure.pk, period.pk): Decimal(1)}, seen={})
