"""National registration: the pack is put together, filed, and comes back, is registered or is refused."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import journal, policies
from core.refusal import RefusedError, refusing
from files import actions as files
from files.models import StoredFile
from people.days import today_at
from people.models import User
from projects import signals
from projects.enums import RegistrationState, Stage
from projects.models import Project, Registration, RegistrationItem, RegistrationRule
from projects.reasons import expect_reason
from projects.workflow import missing_registrations, registering

MOST_FILES = 10  # of a line of the checklist
DAYS_OF_GRACE = 30  # after the approval, before everybody is reminded
OPEN = (RegistrationState.PREPARING, RegistrationState.RETURNED)
IN_ORDER = {"project_registration_in_order": gettext_lazy("A registration cannot run out before it begins.")}


def open_registrations(project: Project) -> list[Registration]:
    """Open the checklist of each country that asks for a registration; those that are open already stay."""
    rules = RegistrationRule.objects.filter(country=project.country_id).exclude(registrations__project=project)
    opened = []
    for rule in rules:
        registration = Registration.objects.create(project=project, rule=rule)
        fill(registration)
        opened.append(registration)
    return opened


def fill(registration: Registration) -> None:
    """Give the checklist a line for each paper that the rule asks for today."""
    known = registration.items.values("paper")
    papers = registration.rule.papers.exclude(pk__in=known)
    RegistrationItem.objects.bulk_create(
        [RegistrationItem(registration=registration, paper=paper) for paper in papers], ignore_conflicts=True
    )


@transaction.atomic
def begin_registration(project: Project, *, by: User) -> list[Registration]:
    """Open what is missing: the country has begun to ask for a registration after the project was approved."""
    row = Project.objects.select_for_update().get(pk=project.pk)
    policies.require(by, "projects.prepare_registration", row)
    _expect_under_way(row)
    opened = open_registrations(row)
    for one in opened:
        journal.write(one, "begin", by=by, to_state=one.state)
    return opened


@transaction.atomic
def tick_item(item: RegistrationItem, *, by: User, is_ready: bool, note: str = "") -> RegistrationItem:
    """Say of a paper whether it is ready, with a note. Refused while the pack lies with the authority."""
    row = _open_item(item, by=by)
    if is_ready != row.is_ready:
        row.ready_on = today_at(row.registration.project.centre) if is_ready else None
    row.is_ready, row.note, row.by = is_ready, " ".join(note.split()), by
    row.save(update_fields=["is_ready", "ready_on", "note", "by"])
    return row


@transaction.atomic
def add_paper(item: RegistrationItem, *, by: User, document: StoredFile, language: str = "") -> StoredFile:
    """Put a file to a paper of the pack, for both sides and the officers. Refused while the pack is filed."""
    row = _open_item(item, by=by)
    if StoredFile.objects.about(row).count() >= MOST_FILES:
        raise RefusedError(_("10 files are the most that stand here. Remove one, or put several into one."))
    document = files.attach(document, to=row, permission="projects.view_registration_item", by=by, language=language)
    journal.write(row.registration, "add_paper", by=by, data={"item": row.pk, "file": document.pk})
    return document


@transaction.atomic
def remove_paper(item: RegistrationItem, *, by: User, document: StoredFile) -> StoredFile:
    """Take a file from a paper of the pack. Refused while the pack is filed: what the authority has stays as it is."""
    row = _open_item(item, by=by)
    document = files.remove(
        StoredFile.objects.about(row).get(pk=document.pk), by=by, permission="projects.view_registration_item"
    )
    journal.write(row.registration, "remove_paper", by=by, data={"item": row.pk, "file": document.pk})
    return document


@transaction.atomic
def file_registration(registration: Registration, *, by: User, filed_on: date) -> Registration:
    """Record that the pack was handed to the authority that day.

    Refused while a paper is not ready, for a day to come, and for a project that is over.
    """
    row = _expect_open(registration)
    registering.expect(row, "file", by=by)
    if missing := [str(one.paper) for one in row.items.filter(is_ready=False).select_related("paper")]:
        raise RefusedError(_("These papers are not ready yet: %(papers)s.") % {"papers": "; ".join(missing)})
    _expect_past(row, filed_on)
    return _move(row, "file", by=by, filed_on=filed_on, note="")


@transaction.atomic
def return_registration(registration: Registration, *, by: User, reason: str) -> Registration:
    """Record that the authority gave the pack back, and why; it is put right and filed again."""
    row = _expect_open(registration)
    registering.expect(row, "return", by=by)
    reason = expect_reason(
        reason, gettext_lazy("Write down the reasons of the authority: the pack is put right by them.")
    )
    return _move(row, "return", by=by, reason=reason, note=reason)


@transaction.atomic
def enter_registration(
    registration: Registration, *, by: User, number: str, registered_on: date, valid_until: date | None = None
) -> Registration:
    """Record number and day of the registration, and until when it counts. The project may start from then on.

    Refused for a day to come, before the pack was filed, and when it would have run out before it began.
    """
    row = _expect_open(registration)
    registering.expect(row, "enter", by=by)
    number = " ".join(number.split())
    if not number:
        raise RefusedError(_("A registration has a number."))
    _expect_past(row, registered_on)
    if row.filed_on and registered_on < row.filed_on:
        raise RefusedError(_("A project is not registered before its papers were filed."))
    return _move(row, "enter", by=by, number=number, registered_on=registered_on, valid_until=valid_until, note="")


@transaction.atomic
def refuse_registration(registration: Registration, *, by: User, reason: str) -> Registration:
    """Record that the authority refused, and why. The project cannot start until it is filed anew and registered."""
    row = _expect_open(registration)
    registering.expect(row, "refuse", by=by)
    reason = expect_reason(reason, gettext_lazy("Write down the reasons of the authority."))
    return _move(row, "refuse", by=by, reason=reason, note=reason)


@transaction.atomic
def redo_registration(registration: Registration, *, by: User, reason: str) -> Registration:
    """Begin again: after a refusal, when the registration runs out, or when the project has changed.

    Every paper is looked at anew. The old number stays until another is entered, but counts no more.
    """
    row = _expect_open(registration)
    registering.expect(row, "redo", by=by)
    reason = expect_reason(reason, gettext_lazy("Say why the registration begins again."))
    row = _move(row, "redo", by=by, reason=reason, note=reason)
    row.items.update(is_ready=False, ready_on=None)
    fill(row)
    return row


@transaction.atomic
def remind_of_registration(project: Project) -> Project | None:
    """The clock says once that a project was approved a month ago and is not registered. None when that was done."""
    row = Project.objects.select_for_update().get(pk=project.pk)
    if row.stage != Stage.APPROVED or row.registration_reminded_on is not None or row.approved_at is None:
        return None
    today = today_at(row.centre)
    if (timezone.now() - row.approved_at).days < DAYS_OF_GRACE or not missing_registrations(row, today):
        return None
    row.registration_reminded_on = today
    row.save(update_fields=["registration_reminded_on"])
    journal.write(row, "remind_of_registration", by=None)
    signals.registration_missing.send(Project, project=row, by=None)
    return row


# --- Asked by several ------------------------------------------------------------------------------------------------


def _expect_under_way(project: Project) -> None:
    if project.stage in Stage.over():
        raise RefusedError(_("The project is over: its registration stays as it is."))


def _expect_open(registration: Registration) -> Registration:
    """The registration of a project that is not over: both are held, the project first, as when it starts."""
    project = Project.objects.select_for_update().get(pk=registration.project_id)
    _expect_under_way(project)
    row = registering.lock(registration)
    row.project = project
    return row


def _expect_past(row: Registration, day: date) -> None:
    if day > today_at(row.project.centre):
        raise RefusedError(_("This day lies ahead: record what has happened."))


def _open_item(item: RegistrationItem, *, by: User) -> RegistrationItem:
    registration = _expect_open(item.registration)
    policies.require(by, "projects.register", registration)
    if registration.state not in OPEN:
        raise RefusedError(
            _("The checklist is closed while the pack lies with the authority, and once it has answered.")
        )
    row = RegistrationItem.objects.select_for_update().get(pk=item.pk)
    row.registration = registration
    return row


def _move(row: Registration, step: str, *, by: User, reason: str = "", **changes: Any) -> Registration:
    with refusing(IN_ORDER):
        row = registering.take(row, step, by=by, reason=reason, moved_at=timezone.now(), **changes)
    signals.registration_moved.send(Registration, registration=row, by=by)
    return row
