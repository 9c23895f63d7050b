import pytest
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from people.enums import Side
from people.models import Organisation
from projects.actions.leading import add_partner, name_contractor, name_leader, remove_partner
from projects.enums import PartnerRole, Stage
from projects.models import Partner
from tests.projects.builders import make_leader, make_project
from tests.projects.life.building import concept, fresh, proposed, told


def test_each_side_has_a_leader_of_its_leading_body(cast, officer, leader_by, advisor_kr, heard):
    project = proposed(cast)
    name_leader(project, by=officer, side=Side.A, leader=leader_by)
    row = name_leader(project, by=officer, side=Side.B, leader=advisor_kr)
    assert (fresh(row).leader_a, fresh(row).leader_b) == (leader_by, advisor_kr)
    assert heard() == [("leader_named", {"project": row, "side": side, "by": officer}) for side in (Side.A, Side.B)]


def test_a_change_leaves_its_line_in_the_journal(cast, officer, official_by, heard):
    project = make_project(cast)
    row = name_leader(project, by=officer, side=Side.A, leader=official_by)
    name_leader(row, by=officer, side=Side.A, leader=official_by)
    assert ([one[0] for one in told(row)], len(heard())) == (["name_leader"], 1)


def test_nobody_leads_who_holds_no_post_there(cast, officer, director_by, contact_by, leader_by, official_ge):
    project = proposed(cast)
    for side, person in ((Side.A, director_by), (Side.A, contact_by), (Side.B, leader_by), (Side.B, official_ge)):
        with pytest.raises(RefusedError, match="appointed at the leading body"):
            name_leader(project, by=officer, side=side, leader=person)


def test_nobody_leads_for_both(cast, officer):
    leader = make_leader(cast, "both", "services_by", Side.A)
    leader.appointments.create(
        function="member", organisation=cast.organisations["nia"], starts_on="2020-01-01", is_primary=False
    )
    project = name_leader(proposed(cast), by=officer, side=Side.A, leader=leader)
    with pytest.raises(RefusedError, match="cannot lead for both sides"):
        name_leader(project, by=officer, side=Side.B, leader=leader)


def test_contractor_and_partners(cast, officer):
    project = make_project(cast)
    company = Organisation.objects.create(name={"en": "Builder"}, country=cast.countries["KR"], kind="company")
    name_contractor(project, by=officer, contractor=company)
    partner = add_partner(
        project, by=officer, organisation=company, role=PartnerRole.IMPLEMENTING, side="b", activity_id=" KR-1 - 7 "
    )
    assert (fresh(project).contractor, partner.activity_id) == (company, "KR-1-7")
    with pytest.raises(RefusedError, match="has this role"):
        add_partner(project, by=officer, organisation=company, role=PartnerRole.IMPLEMENTING)
    add_partner(project, by=officer, organisation=company, role=PartnerRole.FUNDING)
    for _twice in range(2):
        remove_partner(partner, by=officer)
    name_contractor(project, by=officer, contractor=None)
    assert (list(Partner.objects.values_list("role", flat=True)), fresh(project).contractor) == (["1"], None)
    assert [one[0] for one in told(project)] == [
        "name_contractor",
        "add_partner",
        "add_partner",
        "remove_partner",
        "name_contractor",
    ]


def test_who_names_and_when(cast, officer, leader_by, director_by, official_ge):
    project, nia = make_project(cast), cast.organisations["nia"]
    partner = add_partner(project, by=officer, organisation=nia, role=PartnerRole.FUNDING)
    for person in (leader_by, director_by, official_ge):
        for act in (
            lambda by: name_leader(project, by=by, side=Side.A, leader=leader_by),
            lambda by: name_contractor(project, by=by, contractor=nia),
            lambda by: add_partner(project, by=by, organisation=nia, role=PartnerRole.EXTENDING),
            lambda by: remove_partner(partner, by=by),
        ):
            with pytest.raises(PermissionDenied):
                act(person)
    with pytest.raises(PermissionDenied):
        name_leader(concept(cast), by=officer, side=Side.A, leader=leader_by)
    with pytest.raises(RefusedError, match="is over"):
        name_leader(make_project(cast, stage=Stage.CLOSED), by=officer, side=Side.A, leader=leader_by)
