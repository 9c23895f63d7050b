"""What is handed over: laid down, submitted in versions, accepted by two keys or by silence, or returned."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import journal, policies
from core.localised import LANGUAGES, LocalisedText
from core.refusal import RefusedError
from core.seen import mark
from core.turning import turn_key
from files import actions as files
from files.models import StoredFile
from people.days import today_at
from people.models import User
from projects import signals
from projects.enums import Stage, VersionState
from projects.models import Deliverable, DeliverableComment, DeliverableVersion, Project, Task
from projects.policies.projects import sides_of
from projects.reasons import expect_reason
from projects.workflow import accepting

MOST_FILES = 10
MOST_DELIVERABLES = 500
SOON = timedelta(days=14)  # before it is due, its side is reminded
AGAIN = timedelta(days=7)  # and weekly once it is late
HANDED_OVER = (Stage.RUNNING, Stage.CLOSING)


# --- What is to be handed over ---------------------------------------------------------------------------------------


@transaction.atomic
def add_deliverable(
    project: Project,
    *,
    by: User,
    name: Mapping[str, str],
    side: str,
    due_on: date,
    criteria: Mapping[str, str] | None = None,
    task: Task | None = None,
) -> Deliverable:
    """Lay down what a side hands over, until when, and when it is accepted. It gets the next number of the project."""
    row = _held(project, by=by)
    _expect_line(row, task)
    last = row.deliverables.aggregate(last=Max("number"))["last"] or 0
    if last >= MOST_DELIVERABLES:
        raise RefusedError(_("A project has %(number)d deliverables at most.") % {"number": MOST_DELIVERABLES})
    deliverable = Deliverable.objects.create(
        project=row,
        number=last + 1,
        name=LocalisedText(name),
        criteria=LocalisedText(criteria or {}),
        side=side,
        due_on=due_on,
        task=task,
    )
    journal.write(deliverable, "add_deliverable", by=by)
    return deliverable


@transaction.atomic
def edit_deliverable(
    deliverable: Deliverable,
    *,
    by: User,
    name: Mapping[str, str],
    side: str,
    due_on: date,
    criteria: Mapping[str, str] | None = None,
    task: Task | None = None,
    seen: str = "",
) -> Deliverable:
    """Change it. Refused once it is accepted, while a version waits for acceptance, and after a colleague's change.

    What both sides look at must not change under their keys. `seen` is the mark of what the writer had before him.
    """
    project = _held(deliverable.project, by=by)
    row = _locked(deliverable, project)
    if row.accepted_on:
        raise RefusedError(_("This deliverable is accepted: it stays as it was."))
    if row.versions.waiting().exists():
        raise RefusedError(_("A version waits for acceptance. What it is measured by changes after that."))
    if seen and seen != mark_of(row):
        raise RefusedError(
            _("A colleague has changed this deliverable after you opened it. Compare yours with it, then save again.")
        )
    _expect_line(project, task)
    before = row.due_on
    row.name, row.criteria = LocalisedText(name), LocalisedText(criteria or {})
    row.side, row.due_on, row.task = side, due_on, task
    if due_on != before:
        row.reminded_on = None
    row.save(update_fields=["name", "criteria", "side", "due_on", "task", "reminded_on"])
    data = {"due_on": due_on.isoformat(), "was_due_on": before.isoformat()} if due_on != before else {}
    journal.write(row, "edit_deliverable", by=by, data=data)
    return row


def mark_of(deliverable: Deliverable) -> str:
    """What the form carries of it, so that nobody overwrites a colleague's words."""
    whole = [sorted(deliverable.name.items()), sorted(deliverable.criteria.items()), deliverable.side]
    return mark([*whole, deliverable.due_on, deliverable.task_id])


# --- Versions --------------------------------------------------------------------------------------------------------


@transaction.atomic
def submit_version(
    deliverable: Deliverable, *, by: User, documents: Iterable[StoredFile], note: str = "", language: str = ""
) -> DeliverableVersion:
    """Hand over the next version with its files; from now on both sides have ten joint working days to look at it.

    Refused while another version waits, after one was accepted, without a file, and for a project that is not carried
    out.
    """
    project = Project.objects.select_for_update(of=("self",)).select_related("centre").get(pk=deliverable.project_id)
    row = _locked(deliverable, project)
    if row.accepted_on:
        policies.require(by, "projects.view_work", project)
        raise RefusedError(_("This deliverable is accepted: no further version is needed."))
    policies.require(by, "projects.submit_version", row)
    if project.stage not in HANDED_OVER:
        raise RefusedError(_("Versions are handed over while the project is carried out."))
    if row.versions.waiting().exists():
        raise RefusedError(_("A version waits for acceptance already. Wait until it is accepted or returned."))
    documents = list(documents)
    if not documents:
        raise RefusedError(_("Add the file that is handed over."))
    if len(documents) > MOST_FILES:
        raise RefusedError(_("%(number)d files are the most. Put several into one.") % {"number": MOST_FILES})
    last = row.versions.aggregate(last=Max("number"))["last"] or 0
    version = DeliverableVersion.objects.create(deliverable=row, number=last + 1, note=note, by=by)
    for document in documents:
        files.attach(document, to=version, permission="projects.view_version", by=by, language=language)
    accepting.begin(version)
    journal.write(version, "submit_version", by=by, to_state=version.state)
    signals.version_submitted.send(DeliverableVersion, version=version, by=by)
    return version


@transaction.atomic
def comment(version: DeliverableVersion, *, by: User, text: str, language: str) -> DeliverableComment:
    """Write a remark on a version, in any language of the portal. Refused once it was accepted or returned."""
    row = accepting.lock(version)
    policies.require(by, "projects.comment_on_version", row)
    if row.state != VersionState.SUBMITTED:
        raise RefusedError(_("Comments are written while a version waits for acceptance."))
    text = expect_reason(text, gettext_lazy("Write the comment."))
    if language not in LANGUAGES:
        raise RefusedError(_("Choose the language in which you write."))
    project = row.deliverable.project
    mine = sides_of(by)
    side = next(
        (one for one, condition in mine.items() if Project.objects.filter(condition, pk=project.pk).exists()), ""
    )
    found = DeliverableComment.objects.create(version=row, side=side, language=language, text=text, by=by)
    journal.write(row, "comment", by=by, data={"comment": found.pk})
    signals.version_commented.send(DeliverableComment, comment=found, version=row, by=by)
    return found


@transaction.atomic
def accept_version(version: DeliverableVersion, *, by: User | None, reason: str = "") -> DeliverableVersion:
    """Turn one's own side's key; `by=None` signs for the sides that were silent. With both it is accepted that day."""
    deliverable = Deliverable.objects.select_for_update(of=("self",)).get(versions=version.pk)
    row, happened, sides = turn_key(accepting, version, "accept", by=by, reason=reason, accepted_at=timezone.now())
    row.deliverable = deliverable
    if not happened:
        for side in sides:
            signals.version_key_turned.send(DeliverableVersion, version=row, side=side, by=by)
        return row
    deliverable.accepted_on = today_at(deliverable.project.centre)
    deliverable.save(update_fields=["accepted_on"])
    signals.version_accepted.send(DeliverableVersion, version=row, by=by)
    return row


@transaction.atomic
def return_version(version: DeliverableVersion, *, by: User, reason: str) -> DeliverableVersion:
    """Give it back with reasons: the next version follows. Refused without them. Keys that were turned are cleared."""
    reason = expect_reason(reason, gettext_lazy("Give the reasons: the next version is made by them."))
    row = accepting.take(version, "return", by=by, reason=reason)
    row.reason = reason
    row.save(update_fields=["reason"])
    signals.version_returned.send(DeliverableVersion, version=row, reason=reason, by=by)
    return row


@transaction.atomic
def remind_of_deliverable(deliverable: Deliverable) -> Deliverable | None:
    """The clock says that a deliverable is due soon, then weekly that it is late. None when it is not the time.

    Nobody is reminded of what waits for acceptance: it was handed over.
    """
    row = Deliverable.objects.select_for_update(of=("self",)).select_related("project__centre").get(pk=deliverable.pk)
    today = today_at(row.project.centre)
    if row.accepted_on or row.project.stage not in HANDED_OVER or row.versions.waiting().exists():
        return None
    if row.due_on > today + SOON:
        return None
    said = row.reminded_on
    is_told_again = said is not None and row.due_on < today and (said <= row.due_on or said + AGAIN <= today)
    if said is not None and not is_told_again:
        return None
    row.reminded_on = today
    row.save(update_fields=["reminded_on"])
    journal.write(row, "remind_of_deliverable", by=None, data={"due_on": row.due_on.isoformat()})
    signals.deliverable_due.send(Deliverable, deliverable=row, by=None)
    return row


# --- Asked by several ------------------------------------------------------------------------------------------------


def _held(project: Project, *, by: User) -> Project:
    row = Project.objects.select_for_update(of=("self",)).select_related("centre").get(pk=project.pk)
    policies.require(by, "projects.arrange", row)
    return row


def _locked(deliverable: Deliverable, project: Project) -> Deliverable:
    row = Deliverable.objects.select_for_update().get(pk=deliverable.pk)
    row.project = project
    return row


def _expect_line(project: Project, task: Any) -> None:
    if task is not None and task.project_id != project.pk:
        raise RefusedError(_("Choose a line of the schedule of this project."))
