"""What must never stand in the rows of a project, written past every action."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from people.enums import Side
from projects.enums import PartnerRole, RegistrationState, Stage, TransferKind, Verdict
from projects.models import (
    Opinion,
    Partner,
    PostCheck,
    Project,
    Registration,
    RegistrationItem,
    RegistrationRule,
    ServiceEffect,
    Transfer,
)
from tests.projects.builders import START, make_project
from tests.projects.life.building import concept, make_rule, registered

pytestmark = pytest.mark.django_db


def refused(by, act):
    with pytest.raises(IntegrityError, match=f'"{by}"'), transaction.atomic():
        act()


def changed(row, **values):
    """Written past every action."""
    return lambda: type(row)._base_manager.filter(pk=row.pk).update(**values)


def made(model, **values):
    return lambda: model._base_manager.create(**values)


# --- Projects --------------------------------------------------------------------------------------------------------


def test_a_project_that_ends_before_it_starts(cast, project):
    refused("project_plan_in_order", changed(project, planned_end_on=date(2025, 1, 1)))
    refused("project_days_in_order", changed(project, ended_on=date(2025, 1, 1)))
    refused("project_days_in_order", changed(concept(cast), ended_on=START))


@pytest.mark.parametrize("stage", [Stage.RUNNING, Stage.CLOSING, Stage.CLOSED])
def test_work_that_has_not_started(cast, stage):
    refused("project_running_has_started", changed(make_project(cast, stage=Stage.APPROVED), stage=stage))


@pytest.mark.parametrize("stage", Stage.approved())
def test_an_approval_without_a_decision(cast, stage):
    project = make_project(cast, stage=stage)
    refused("project_approved_by_a_decision", changed(project, decision=None))
    refused("project_approved_by_a_decision", changed(project, approved_at=None))


def test_a_paper_before_both_sides_that_nobody_submitted(cast):
    for stage in (Stage.OPINIONS, Stage.COMMITTEE, Stage.DECLINED):
        refused("project_submitted_has_moment", changed(concept(cast), stage=stage))
    assert changed(concept(cast), stage=Stage.WITHDRAWN)() == 1


def test_two_sides_are_two_bodies_and_two_people(project):
    refused("project_two_bodies_lead", changed(project, lead_b=project.lead_a))
    refused("project_two_people_lead", changed(project, leader_b=project.leader_a))
    assert changed(project, leader_a=None, leader_b=None)() == 1


def test_a_running_cost_in_no_currency(project):
    refused("project_running_cost_has_currency", changed(project, running_cost=Decimal(1)))


def test_two_projects_of_one_number(cast, project):
    other = make_project(cast)
    refused("projects_project_reference_key", changed(other, reference=project.reference))


def test_a_partner_twice_in_one_role_or_on_no_side_there_is(cast, project):
    nia = cast.organisations["nia"]
    values = {"project": project, "organisation": nia, "role": PartnerRole.FUNDING}
    Partner.objects.create(**values)
    refused("project_one_role_a_body", made(Partner, **values))
    refused("project_partner_known_side", made(Partner, **{**values, "role": PartnerRole.EXTENDING, "side": "c"}))


def test_two_opinions_of_a_side_in_a_round(project, director_by):
    values = {"project": project, "side": Side.A, "verdict": Verdict.SUPPORTS, "by": director_by}
    Opinion.objects.create(**values)
    refused("project_one_opinion_a_side", made(Opinion, **values))
    assert Opinion.objects.create(**values, round=2).pk


# --- Registration ----------------------------------------------------------------------------------------------------


def test_a_registration_without_number_or_day_or_out_of_order(cast, project):
    row = registered(project, make_rule(cast))
    refused("project_registered_has_number", changed(row, number=""))
    refused("project_registered_has_number", changed(row, registered_on=None))
    refused("project_registration_in_order", changed(row, valid_until=date(2025, 1, 1)))
    assert changed(row, state=RegistrationState.PREPARING, number="", registered_on=None)() == 1


def test_a_registration_a_rule_and_a_line_twice(cast, project):
    rule = make_rule(cast)
    row = registered(project, rule)
    refused("project_registered_once_a_country", made(Registration, project=project, rule=rule))
    line = {"registration": row, "paper": rule.papers.first()}
    RegistrationItem.objects.create(**line)
    refused("project_one_line_a_paper", made(RegistrationItem, **line))
    again = {"country": cast.countries["BY"], "name": {"en": "Again"}}
    refused("projects_registrationrule_country_id_key", made(RegistrationRule, **again))


# --- What stays behind -----------------------------------------------------------------------------------------------


def test_a_transfer_to_oneself(cast, project):
    nia = cast.organisations["nia"]
    values = {"project": project, "kind": TransferKind.SYSTEM, "name": {"en": "Onnara"}, "source": nia}
    refused("project_transfer_between_two", made(Transfer, **values, receiver=nia))


@pytest.mark.parametrize("figure", [{"users_after": 7}, {"maturity_after": 3}])
@pytest.mark.parametrize("told", [{}, {"source": "Survey"}, {"dated_on": START}])
def test_a_figure_after_the_project_without_source_and_day(cast, project, figure, told):
    values = {"project": project, "name": {"en": "Archive"}, "owner": cast.organisations["services_by"]}
    refused("project_effect_has_source", made(ServiceEffect, **values, **figure, **told))


def test_a_question_twice_and_an_answer_that_says_nothing(project):
    values = {"project": project, "years": 1, "side": Side.A, "due_on": START}
    row = PostCheck.objects.create(**values)
    refused("project_checked_once", made(PostCheck, **values))
    at = project.created_at
    refused("project_check_is_answered", changed(row, answered_at=at))
    refused("project_check_is_answered", changed(row, answered_at=at, still_used=True))
    refused("project_check_is_answered", changed(row, answered_at=at, text={"en": "In use."}))
    assert changed(row, answered_at=at, still_used=False, text={"en": "No."})() == 1


def test_the_rows_stand_as_they_were(project):
    refused("project_two_bodies_lead", changed(project, lead_b=project.lead_a))
    assert Project.objects.get(pk=project.pk).lead_b == project.lead_b
