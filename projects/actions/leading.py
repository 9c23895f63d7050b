"""Who works on a project: its leaders, its contractor, its partners."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import journal, policies
from core.refusal import RefusedError, refusing
from people.audience import holders_in_organisation
from people.enums import Side
from people.models import Organisation, User
from projects import signals
from projects.enums import Stage
from projects.models import Partner, Project
from projects.policies.projects import LEADER, OF_A_BODY
from projects.workflow import lifecycle

MOST_PARTNERS = 40
ONCE = {"project_one_role_a_body": gettext_lazy("This body has this role in the project already.")}


def may_lead(project: Project, side: str) -> object:
    """Who may lead for a side: the people of its leading body, as they are appointed there today."""
    return holders_in_organisation(project.lead_a_id if side == Side.A else project.lead_b_id, *OF_A_BODY)


@transaction.atomic
def name_leader(project: Project, *, by: User, side: str, leader: User) -> Project:
    """Name who leads for a side, or change it. The journal keeps who led before.

    Refused for whoever holds no post at the leading body of that side, or leads for the other side already.
    """
    row = _expect_open(project, by=by)
    if not may_lead(row, side).filter(pk=leader.pk).exists():  # type: ignore[attr-defined]
        raise RefusedError(
            _("A project leader is appointed at the leading body of the side: its leader, focal point or staff.")
        )
    field = LEADER[Side(side)]
    before = row.leader_id_of(side)
    if before == leader.pk:
        return row
    if leader.pk in (row.leader_a_id, row.leader_b_id):
        raise RefusedError(_("One person cannot lead for both sides."))
    setattr(row, field, leader)
    _save(row, field)
    journal.write(row, "name_leader", by=by, data={"kind": side, "person": leader.pk, "before": before})
    signals.leader_named.send(Project, project=row, side=side, by=by)
    return row


@transaction.atomic
def name_contractor(project: Project, *, by: User, contractor: Organisation | None) -> Project:
    """Name the contractor that does the work, another one, or none."""
    row = _expect_open(project, by=by)
    if row.contractor_id == (contractor.pk if contractor else None):
        return row
    before, row.contractor = row.contractor_id, contractor
    _save(row, "contractor")
    journal.write(
        row, "name_contractor", by=by, data={"organisation": contractor.pk if contractor else None, "before": before}
    )
    return row


@transaction.atomic
def add_partner(
    project: Project, *, by: User, organisation: Organisation, role: str, side: str = "", activity_id: str = ""
) -> Partner:
    """Give a body a role in the project, by the roles of IATI. A body may hold several, each once."""
    row = _expect_open(project, by=by)
    if row.partners.count() >= MOST_PARTNERS:
        raise RefusedError(_("%(most)d partners are the most that stand here.") % {"most": MOST_PARTNERS})
    with refusing(ONCE):
        partner = Partner.objects.create(
            project=row, organisation=organisation, role=role, side=side, activity_id="".join(activity_id.split())
        )
    _save(row)
    journal.write(row, "add_partner", by=by, data={"organisation": organisation.pk, "role": role})
    return partner


@transaction.atomic
def remove_partner(partner: Partner, *, by: User) -> Project:
    """Take a role away from a body. One that is gone already is nothing to be done about."""
    row = _expect_open(partner.project, by=by)
    if row.partners.filter(pk=partner.pk).exists():
        data = {"organisation": partner.organisation_id, "role": partner.role}
        row.partners.filter(pk=partner.pk).delete()
        _save(row)
        journal.write(row, "remove_partner", by=by, data=data)
    return row


def expect_open(project: Project, *, by: User) -> None:
    """Officers, as long as the project is not over."""
    policies.require(by, "projects.run", project)
    if project.stage in Stage.over():
        raise RefusedError(_("The project is over: who worked on it stays as it is."))


def _expect_open(project: Project, *, by: User) -> Project:
    row = lifecycle.lock(project)
    expect_open(row, by=by)
    return row


def _save(row: Project, *fields: str) -> None:
    row.updated_at = timezone.now()
    row.save(update_fields=[*fields, "updated_at"])
