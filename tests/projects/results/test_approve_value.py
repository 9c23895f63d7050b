"""Check, return, approve, object: checked by neither side, approved by both, replaced in an unlocked period."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from core.models import Signature
from core.refusal import RefusedError
from people.enums import Function, Side
from people.models import Appointment, User
from projects.actions.periods import lock_period, unlock_period
from projects.actions.values import approve_value, check_value, object_value, return_value
from projects.enums import ValueState
from projects.models import Measure, Period, ReportedValue
from tests.at_once import at_once
from tests.cast import SINCE, Cast
from tests.factories import appoint, make_user
from tests.projects.builders import make_value
from tests.projects.results.conftest import journal_of, states


@pytest.fixture
def submitted(measure: Measure, quarter: Period) -> ReportedValue:
    return make_value(measure, quarter, state=ValueState.SUBMITTED)


@pytest.fixture
def checked(measure: Measure, quarter: Period) -> ReportedValue:
    return make_value(measure, quarter, state=ValueState.CHECKED)


def test_officers_check(submitted, officer, heard) -> None:
    row = check_value(submitted, by=officer)
    assert (row.state, heard()) == ("checked", [("value_checked", {"value": row, "by": officer})])


@pytest.mark.parametrize("who", ["leader_by", "leader_kr", "director_kr", "advisor_kr", "official_ge"])
def test_neither_side_checks(cast: Cast, submitted, leader_kr, who) -> None:
    with pytest.raises(PermissionDenied):
        check_value(submitted, by=cast.people[who])


def test_an_officer_whom_a_side_has_sent_checks_nothing(cast: Cast, submitted) -> None:
    sent = make_user(email="sent@centre.example")
    appoint(sent, Function.OFFICER, cast.organisations["centre"], centre=cast.centre, side=Side.B)
    assert ReportedValue.objects.visible_to(sent).filter(pk=submitted.pk).exists() is False
    with pytest.raises(PermissionDenied):
        check_value(submitted, by=sent)


def test_nobody_checks_what_he_wrote(cast: Cast, submitted, officer) -> None:
    ReportedValue.objects.update(by=officer)
    with pytest.raises(PermissionDenied):
        check_value(submitted, by=officer)


def test_an_evaluator_checks(cast: Cast, submitted) -> None:
    evaluator = User.objects.create(email="evaluator@ge.example", given_name="E", family_name="V")
    Appointment.objects.create(
        user=evaluator,
        function=Function.EVALUATOR,
        organisation=cast.organisations["agency_ge"],
        centre=cast.centre,
        starts_on=SINCE,
        is_primary=True,
    )
    assert check_value(submitted, by=evaluator).state == "checked"


def test_it_goes_back_with_reasons(submitted, officer, leader_by, heard) -> None:
    with pytest.raises(RefusedError, match="Give the reasons"):
        return_value(submitted, by=officer, reason=" ")
    row = return_value(submitted, by=officer, reason="The certificates say three.")
    assert (row.state, row.reason) == ("draft", "The certificates say three.")
    assert heard() == [("value_returned", {"value": row, "reason": "The certificates say three.", "by": officer})]
    assert journal_of(row) == [("return", "", "The certificates say three.")]


def test_the_second_key_makes_it_count(checked, leader_by, leader_kr, heard) -> None:
    row = approve_value(checked, by=leader_kr, reason="확인했습니다.")
    assert (row.state, row.approved_at) == ("checked", None)
    with pytest.raises(RefusedError, match="Your side has already signed"):
        approve_value(checked, by=leader_kr)
    row = approve_value(checked, by=leader_by)
    assert (row.state, row.approved_at is None) == ("approved", False)
    assert heard() == [
        ("value_key_turned", {"value": row, "side": Side.B, "by": leader_kr}),
        ("value_approved", {"value": row, "by": leader_by}),
    ]
    assert journal_of(row) == [("approve:key", "b", "확인했습니다."), ("approve:key", "a", ""), ("approve", "", "")]


@pytest.mark.parametrize("who", ["officer", "official_by", "advisor_kr", "official_ge"])
def test_only_leaders_and_who_stands_in(cast: Cast, checked, who) -> None:
    with pytest.raises(PermissionDenied):
        approve_value(checked, by=cast.people[who])
    with pytest.raises(PermissionDenied):
        object_value(checked, by=cast.people[who], reason="x")


def test_not_before_it_is_checked(submitted, leader_by) -> None:
    with pytest.raises(RefusedError, match="no longer possible"):
        approve_value(submitted, by=leader_by)


def test_an_objection_takes_a_key_back(checked, leader_by, leader_kr, heard) -> None:
    approve_value(checked, by=leader_by)
    heard()
    row = object_value(checked, by=leader_kr, reason="Two agencies are ours.")
    assert (row.state, row.reason) == ("draft", "Two agencies are ours.")
    assert heard() == [("value_returned", {"value": row, "reason": "Two agencies are ours.", "by": leader_kr})]
    assert [(one.key, one.cleared_at is None) for one in Signature.objects.about(row)] == [("a", False)]


def test_a_new_value_takes_the_place_of_an_approved_one(measure, quarter, officer, leader_by, leader_kr, page) -> None:
    first = make_value(measure, quarter, "4")
    lock_period(quarter, by=officer)
    second = make_value(measure, quarter, "5", state=ValueState.CHECKED)
    unlock_period(quarter, by=officer, reason="One certificate came late.")
    approve_value(second, by=leader_by)
    assert states(measure) == [("a", "approved"), ("a", "checked")]
    approve_value(second, by=leader_kr)
    assert states(measure) == [("a", "replaced"), ("a", "approved")]
    assert journal_of(first) == [("replace", "", "")]
    assert page("", first.get_absolute_url()).context["later"] == second
    assert ReportedValue.objects.counting().get().value == Decimal(5)


@pytest.mark.usefixtures("real_commits")
def test_both_keys_at_once(cast: Cast, checked, leader_by, leader_kr) -> None:
    answers = at_once(
        lambda: approve_value(checked, by=leader_by),
        lambda: approve_value(checked, by=leader_kr),
        holding=Period.objects.all(),
    )
    assert sorted(one.state for one in answers) == ["approved", "checked"]
    assert ReportedValue.objects.get().state == "approved"


@pytest.mark.usefixtures("real_commits")
def test_one_approves_while_the_other_objects(cast: Cast, checked, leader_by, leader_kr) -> None:
    approve_value(checked, by=leader_by)
    answers = at_once(
        lambda: approve_value(checked, by=leader_kr),
        lambda: object_value(checked, by=leader_by, reason="x"),
        holding=ReportedValue.objects.all(),
    )
    assert sorted(type(one).__name__ for one in answers) == ["RefusedError", "ReportedValue"]
    assert ReportedValue.objects.get().state in ("approved", "draft")


def address(name: str, value: ReportedValue) -> str:
    return reverse(f"projects:{name}_value", args=[value.project.reference, value.pk])


def test_the_pages_lead_from_check_to_approval(page, submitted, quarter, officer, leader_by, leader_kr) -> None:
    buttons = [button.name for button in page("officer", submitted.get_absolute_url()).context["buttons"]]
    assert buttons == ["check", "return"]
    assert page("leader_kr", submitted.get_absolute_url()).status_code == 404
    assert page("officer", address("check", submitted)).status_code == 200
    assert page("officer", address("check", submitted), sure="1")["Location"] == submitted.get_absolute_url()
    shown = page("leader_kr", submitted.get_absolute_url())
    assert [button.name for button in shown.context["buttons"]] == ["approve", "object"]
    assert [key.side for key in shown.context["keys"].keys] == ["b", "a"]
    page("leader_kr", address("approve", submitted), reason="")
    shown = page("leader_kr", submitted.get_absolute_url())
    assert [button.name for button in shown.context["buttons"]] == ["object"]
    again = page("leader_kr", address("approve", submitted), reason="다시").context["form"]
    assert (again.non_field_errors(), again["reason"].value()) == (["Your side has already signed."], "다시")
    page("leader_by", address("approve", submitted), reason="")
    assert ReportedValue.objects.get().state == "approved"


def test_going_back_leads_to_the_results(page, submitted, quarter, officer, leader_kr) -> None:
    empty = page("officer", address("return", submitted), reason=" ").context["form"]
    assert list(empty.errors) == ["reason"]
    assert page("officer", address("return", submitted), reason="Three.")["Location"] == quarter.get_absolute_url()
    assert "Three." in page("leader_by", submitted.get_absolute_url()).content.decode()
    ReportedValue.objects.update(state=ValueState.CHECKED)
    assert page("leader_kr", address("object", submitted), reason="No.")["Location"] == quarter.get_absolute_url()


@pytest.mark.parametrize("step", ["check", "return", "approve", "object"])
def test_who_only_reads_takes_no_step(page, checked, step) -> None:
    assert page("advisor_kr", address(step, checked)).status_code == 403
    assert page("official_ge", address(step, checked)).status_code == 404
    assert page("", address(step, checked)).status_code == 302
