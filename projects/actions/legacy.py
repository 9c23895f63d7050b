"""What stays behind: what was handed over, which services it touched, who runs them, where else it was taken up."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _

from core import journal, policies
from core.refusal import RefusedError
from people.models import User
from projects.models import Project, Replication, ServiceEffect, Transfer

MOST = 60  # rows of a kind
FIELDS: dict[type[Model], tuple[str, ...]] = {
    Transfer: ("kind", "name", "version", "licence", "source", "receiver", "on"),
    ServiceEffect: (
        "name",
        "owner",
        "users_before",
        "users_after",
        "maturity_before",
        "maturity_after",
        "source",
        "dated_on",
    ),
    Replication: ("country", "organisation", "on", "note", "source"),
}
WHO = ("run_by", "paid_by", "running_cost", "running_currency")


def mark_of(row: Any) -> str:
    """What a row holds, as a short mark: whoever changes it says which text he has read."""
    names = FIELDS.get(type(row), WHO)
    fields = (row._meta.get_field(name) for name in names)
    held = [
        str(sorted(value.items()) if isinstance(value, Mapping) else value)
        for value in (getattr(row, field.attname) for field in fields)
    ]
    return sha256("\x1f".join(held).encode()).hexdigest()[:16]


@transaction.atomic
def save_transfer(
    project: Project, *, by: User, transfer: Transfer | None = None, seen: str = "", **values: Any
) -> Transfer:
    """Write what one side gave the other, or change it. Refused where a body gives to itself."""
    if values["source"] == values["receiver"]:
        raise RefusedError(_("What is handed over goes from one body to another."))
    return _save(project, Transfer, transfer, by=by, seen=seen, values=values)


@transaction.atomic
def save_service(
    project: Project, *, by: User, service: ServiceEffect | None = None, seen: str = "", **values: Any
) -> ServiceEffect:
    """Write which service was touched, or change it. Refused for a figure after the project without source and day."""
    after = values["users_after"] is not None or values["maturity_after"] is not None
    if after and not (values["source"] and values["dated_on"]):
        raise RefusedError(_("A figure after the project has a source and a day."))
    return _save(project, ServiceEffect, service, by=by, seen=seen, values=values)


@transaction.atomic
def save_replication(
    project: Project, *, by: User, replication: Replication | None = None, seen: str = "", **values: Any
) -> Replication:
    """Write where else it was taken up, or change it. Refused for a body of another country than the one named."""
    body = values["organisation"]
    if body is not None and body.country_id != values["country"].pk:
        raise RefusedError(_("The body belongs to another country than the one chosen."))
    return _save(project, Replication, replication, by=by, seen=seen, values=values)


@transaction.atomic
def remove_legacy(row: Transfer | ServiceEffect | Replication, *, by: User) -> None:
    """Take a row away that was written by mistake. The journal keeps that there was one."""
    project = _lock(row.project, by=by)
    journal.write(project, "remove_legacy", by=by, data={"kind": row._meta.model_name, "row": row.pk})
    row.delete()
    _touch(project)


@transaction.atomic
def name_keepers(project: Project, *, by: User, seen: str = "", **values: Any) -> Project:
    """Say who runs and who pays afterwards, and what that costs a year. Refused for a cost without its currency."""
    row = _lock(project, by=by)
    if values["running_cost"] is not None and not values["running_currency"]:
        raise RefusedError(_("Say in which currency the running cost is."))
    _expect_read(row, seen)
    for name in WHO:
        setattr(row, name, values[name])
    row.updated_at = timezone.now()
    row.save(update_fields=[*WHO, "updated_at"])
    journal.write(row, "name_keepers", by=by, data={"run_by": row.run_by_id, "paid_by": row.paid_by_id})
    return row


def _save(project: Project, model: Any, row: Any, *, by: User, seen: str, values: dict[str, Any]) -> Any:
    project = _lock(project, by=by)
    if row is None:
        if model.objects.filter(project=project).count() >= MOST:
            raise RefusedError(_("The list is full: join rows that belong together."))
        row = model(project=project)
    else:
        row = model.objects.select_for_update().get(pk=row.pk)
        _expect_read(row, seen)
    for name in FIELDS[model]:
        setattr(row, name, values[name])
    row.save()
    journal.write(project, "save_legacy", by=by, data={"kind": model._meta.model_name, "row": row.pk})
    _touch(project)
    return row


def _lock(project: Project, *, by: User) -> Project:
    policies.require(by, "projects.write_legacy", project)
    return Project.objects.select_for_update(of=("self",), no_key=True).defer("search").get(pk=project.pk)


def _touch(project: Project) -> None:
    Project.objects.filter(pk=project.pk).update(updated_at=timezone.now())


def _expect_read(row: Any, seen: str) -> None:
    """Refused when somebody else has changed it since: nobody's words are lost unread."""
    if seen != mark_of(row):
        raise RefusedError(
            _("Somebody else has changed this meanwhile. Your text stands below: open the page anew and compare.")
        )
