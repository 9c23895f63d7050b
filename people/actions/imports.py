"""Tables of people and organisations: read, checked, and written when whoever brought them has seen it all."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from pathlib import PurePath
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.files.base import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core import journal, policies
from core.localised import LocalisedText
from core.refusal import RefusedError
from people.actions.entry import request_access, send_invitation
from people.enums import RowState, TableKind
from people.importing import organisations, persons
from people.importing.checking import Body, Checked
from people.importing.columns import MOST, cells_of, understand
from people.importing.reading import read
from people.models import Country, ImportRow, Organisation, TableImport, User

ROWS_ARE_KEPT = timedelta(days=1)
NAME_LENGTH = 150
BATCH = 1000

CHECKS: dict[str, Callable[..., list[Checked]]] = {
    TableKind.PEOPLE: persons.check,
    TableKind.ORGANISATIONS: organisations.check,
}


def may_import(user: User, kind: str) -> bool:
    """Whether there is anything that this person may import."""
    if kind == TableKind.PEOPLE:
        return Organisation.objects.filter(policies.q("people.import_people", user)).exists()
    return Country.objects.filter(policies.q("people.import_organisations", user)).exists()


@transaction.atomic
def read_table(upload: File, *, kind: str, by: User) -> TableImport:
    """Read a file and keep what each of its rows would do. Nothing of it is written anywhere else.

    Refused with a sentence: a file that is no table, that is too large, whose columns are not known.
    """
    if not may_import(by, kind):
        raise PermissionDenied(kind)
    table = read(upload, most=MOST[kind])
    names = understand(kind, table.header)
    rows = [(number, cells_of(names, cells)) for number, cells in table.rows]
    found = CHECKS[kind](rows, by=by)
    counts = {state: sum(one.state == state for one in found) for state in RowState.values}
    kept = TableImport.objects.create(kind=kind, name=_short(upload.name or ""), sha256=table.sha256, by=by, **counts)
    ImportRow.objects.bulk_create(
        (
            ImportRow(
                table=kept,
                number=number,
                cells=cells,
                state=one.state,
                changes=one.changes,
                errors=one.errors,
            )
            for (number, cells), one in zip(rows, found, strict=True)
        ),
        batch_size=BATCH,
    )
    journal.write(kept, "read_table", by=by, data={"kind": kind, "rows": len(rows), "sha256": table.sha256})
    return kept


def _short(name: str) -> str:
    return PurePath(name.replace("\\", "/")).name[-NAME_LENGTH:]


@transaction.atomic
def confirm_import(table: TableImport, *, by: User) -> TableImport:
    """Write the good rows, all or none: people are invited, organisations registered and changed. Done once.

    Every row is checked anew. Refused when a row would do something else than was shown: somebody has changed the
    register meanwhile.
    """
    row = TableImport.objects.select_for_update().get(pk=table.pk)
    if row.by_id != by.pk or not may_import(by, row.kind):
        raise PermissionDenied(row.kind)
    if row.confirmed_at:
        raise RefusedError(_("This table was confirmed already."))
    kept = list(row.rows.order_by("number"))
    if not row.to_write or not kept:
        raise RefusedError(_("This table changes nothing. Choose another file."))
    found = CHECKS[row.kind]([(one.number, one.cells) for one in kept], by=by)
    if [(one.state, one.changes) for one in found] != [(one.state, one.changes) for one in kept]:
        raise RefusedError(_("The register has changed since the file was read. Read the file again."))
    write = _invite if row.kind == TableKind.PEOPLE else _register
    write((one for one in found if one.state in {RowState.NEW, RowState.CHANGED}), by=by)
    row.confirmed_at = timezone.now()
    row.save(update_fields=["confirmed_at"])
    journal.write(row, "confirm_import", by=by, data={"new": row.new, "changed": row.changed, "sha256": row.sha256})
    return row


def _invite(rows: Iterable[Checked], *, by: User) -> None:
    """An administrator offers the post; an officer asks who lets people in there."""
    for one in rows:
        values = one.values
        if by.standing.is_administrator:
            send_invitation(by=by, **values)
        else:
            asked = ("email", "given_name", "family_name", "organisation", "language")
            request_access(
                by=by,
                reason=_("From a list of the cooperation centre."),
                **{name: values[name] for name in asked},
            )


def _register(rows: Iterable[Checked], *, by: User) -> None:
    for one in rows:
        body: Body = one.values["body"]
        if body.row is None:
            country = Country.objects.get(pk=one.values["country"])
            body.row = register_organisation(by=by, country=country, **_fields(one.values))
        else:
            edit_organisation(body.row, by=by, **_fields(one.values))


def _fields(values: dict[str, Any]) -> dict[str, Any]:
    """What the act is told: an empty cell says nothing."""
    parent: Body | None = values["parent"]
    told = {"name": values["names"], "kind": values["kind"]}
    if values["acronym"]:
        told["acronym"] = values["acronym"]
    return told | ({"parent": parent.row} if parent else {})


@transaction.atomic
def register_organisation(
    *,
    by: User,
    name: dict[str, str],
    kind: str,
    country: Country,
    acronym: str = "",
    parent: Organisation | None = None,
) -> Organisation:
    """Enter a body into the register, so that people can be appointed by it."""
    policies.require(by, "people.import_organisations", country)
    row = Organisation.objects.create(
        name=LocalisedText(name), acronym=acronym, kind=kind, country=country, parent=parent
    )
    journal.write(row, "register_organisation", by=by)
    return row


@transaction.atomic
def edit_organisation(
    row: Organisation,
    *,
    by: User,
    name: dict[str, str],
    kind: str,
    acronym: str = "",
    parent: Organisation | None = None,
) -> Organisation:
    """Change what is told; names in other languages, the country, and whatever is left empty, stay as they are."""
    row = Organisation.objects.select_for_update(of=("self",)).select_related("country").get(pk=row.pk)
    policies.require(by, "people.import_organisations", row.country)
    _expect_no_circle(row, parent)
    row.name = LocalisedText({**row.name, **name})
    row.acronym, row.kind, row.parent = acronym or row.acronym, kind, parent or row.parent
    row.save(update_fields=["name", "acronym", "kind", "parent"])
    journal.write(row, "edit_organisation", by=by)
    return row


def _expect_no_circle(row: Organisation, parent: Organisation | None) -> None:
    above = parent
    while above is not None:
        if above.pk == row.pk:
            raise RefusedError(_("“%(name)s” would become a part of itself.") % {"name": row})
        above = above.parent


# --- By the clock ----------------------------------------------------------------------------------------------------


def forget_rows() -> int:
    """Delete the rows of files that were read a day ago, confirmed or not; returns how many. The figures stay."""
    late = ImportRow.objects.filter(table__created_at__lt=timezone.now() - ROWS_ARE_KEPT)
    return late.delete()[0]
