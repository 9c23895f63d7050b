"""Publishing with IATI: each side prepares, publishes and withdraws an activity of its own.

What is published is valid when it goes out: the checks and the official schema are asked of the rows as they stand, in
the transaction of the act.
"""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core import journal, policies
from core.refusal import RefusedError
from core.seen import mark
from people.models import User
from projects.enums import Stage
from projects.iati import checking, writing
from projects.models import Project, Publication
from projects.policies.publication import prepared_by
from projects.publishing.activity import activity_of
from projects.publishing.rows import rows_of

CODES = ("language", "sector", "aid_type", "finance_type", "flow_type", "tied_status")


def mark_of(publication: Publication | None) -> str:
    """What the form carries: whoever saves says which codes he has read."""
    return mark([getattr(publication, name) for name in ("activity_id", *CODES)]) if publication else ""


@transaction.atomic
def save_publication(
    project: Project, *, by: User, side: str, activity_id: str, seen: str = "", **codes: Any
) -> Publication:
    """Write under which identifier and codes a side reports the project.

    Refused before a committee has decided for the project, for an identifier that another activity bears, for another
    one while the activity is published, and for what would make a published activity invalid.
    """
    policies.require(by, "projects.prepare_publication", project)
    row = _hold(project)
    if not Project.objects.filter(prepared_by(by, side), pk=row.pk).exists():
        raise PermissionDenied("projects.prepare_publication")
    found = Publication.objects.select_for_update(no_key=True).filter(project=row, side=side).first()
    if mark_of(found) != seen:
        raise RefusedError(
            _("Somebody else has changed this meanwhile. Your text stands below: open the page anew and compare.")
        )
    if Publication.objects.filter(activity_id=activity_id).exclude(project=row, side=side).exists():
        raise RefusedError(_("Another activity bears this identifier already."))
    if found and found.is_published and found.activity_id != activity_id:
        raise RefusedError(_("The activity is published under its identifier. Withdraw it before you change that."))
    publication = found or Publication(project=row, side=side)
    publication.activity_id, publication.updated_at = activity_id, timezone.now()
    for name in CODES:
        setattr(publication, name, codes[name])
    publication.save()
    journal.write(row, "prepare_publication", by=by, data={"kind": side, "activity": activity_id})
    if publication.is_published:
        _expect_valid(publication)
    return publication


@transaction.atomic
def publish(publication: Publication, *, by: User) -> Publication:
    """Put the activity into the public file of its side.

    Refused while anything keeps it from being valid, by our checks or by the official schema, and for a project that
    is not shown to the public.
    """
    row = _lock(publication, by=by)
    if row.is_published:
        return row
    if not row.project.is_public:
        raise RefusedError(_("The project is not shown to the public, so it is not published either."))
    now = timezone.now()
    row.is_published, row.published_at, row.updated_at = True, row.published_at or now, now
    row.save(update_fields=["is_published", "published_at", "updated_at"])
    _expect_valid(row)
    journal.write(row.project, "publish_activity", by=by, data={"kind": row.side, "activity": row.activity_id})
    return row


@transaction.atomic
def withdraw_publication(publication: Publication, *, by: User, reason: str) -> Publication:
    """Take the activity out of the public file. The other side's activity stays, and names it no longer."""
    row = _lock(publication, by=by)
    if row.is_published:
        row.is_published, row.updated_at = False, timezone.now()
        row.save(update_fields=["is_published", "updated_at"])
        journal.write(
            row.project,
            "withdraw_activity",
            by=by,
            reason=reason,
            data={"kind": row.side, "activity": row.activity_id},
        )
    return row


def _hold(project: Project) -> Project:
    row = Project.objects.select_for_update(of=("self",), no_key=True).defer("search").get(pk=project.pk)
    if row.stage not in Stage.approved():
        raise RefusedError(_("A project is published once a committee has decided for it."))
    return row


def _lock(publication: Publication, *, by: User) -> Publication:
    policies.require(by, "projects.publish", publication)
    project = _hold(publication.project)
    row = Publication.objects.select_for_update(no_key=True).get(pk=publication.pk)
    row.project = project
    return row


def _expect_valid(publication: Publication) -> None:
    """Refuse what is not valid now: first by our checks, which say what to do, then by the schema."""
    rows = rows_of([publication.project_id], sides=[publication.side])
    activity = activity_of(rows[publication.project_id], publication.side)
    if faults := checking.faults(activity):
        raise RefusedError(
            ngettext(
                "The file would not be valid: %(number)d thing is to be mended first. It stands on the page of the"
                " publication.",
                "The file would not be valid: %(number)d things are to be mended first. They stand on the page of the"
                " publication.",
                len(faults),
            )
            % {"number": len(faults)}
        )
    file = b"".join(writing.stream([activity], generated_at=timezone.now()))
    if said := checking.against_schema(file):
        raise RefusedError(_("The official schema refuses the file: %(said)s") % {"said": said[0]})
