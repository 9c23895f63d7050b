"""Ask for work in the background, ask for it again, ask to stop it."""

from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core import journal, policies
from core.refusal import RefusedError
from core.tasks import enqueue
from people.models import User
from reports.enums import JobState
from reports.models import Job
from reports.works import works

MOST_OPEN = 10  # a person: the others wait for the same workers


@transaction.atomic
def ask(work: str, asked: dict[str, Any], *, by: User | None, language: str, key: str | None = None) -> Job:
    """Put down a piece of work; a worker takes it up after the commit. The caller has asked whether the person may.

    `by=None` is the clock. Who asks with a `key` that was used is given the work that bears it, whatever became of it.
    Refused: an eleventh piece while ten of the same person are not done.
    """
    if work not in works:
        message = f"Nobody does work of this name: {work}"
        raise ValueError(message)
    if key and (known := Job.objects.filter(key=key).first()):
        return known
    if by and _under_way(by) >= MOST_OPEN:
        raise RefusedError(_("Ten pieces of your work are under way. Wait until one is done, or cancel one."))
    values = {"work": work, "asked": asked, "by": by, "language": language}
    if key is None:
        job, is_new = Job.objects.create(**values), True
    else:
        job, is_new = Job.objects.get_or_create(key=key, defaults=values)
    if is_new:
        journal.write(job, "ask", by=by, data={"work": work})
        transaction.on_commit(partial(_announce, job.pk))
    return job


def _under_way(by: User) -> int:
    """How many pieces of a person are not done; until the transaction ends, nobody else counts or adds one."""
    User.objects.select_for_update(no_key=True).get(pk=by.pk)
    return Job.objects.of(by).filter(state__in=JobState.open()).count()


def _announce(_pk: int) -> None:
    from reports.tasks.jobs import work_off  # noqa: PLC0415  the task calls the acts

    enqueue(work_off)


@transaction.atomic
def ask_again(job: Job, *, by: User) -> Job:
    """The same question anew, in the language it had. The failed piece stays as it is, until it is forgotten.

    Refused while it is under way, and when it was done: its outcome is there.
    """
    policies.require(by, "reports.view_job", job)
    row = Job.objects.get(pk=job.pk)
    if row.state not in (JobState.FAILED, JobState.CANCELLED):
        raise RefusedError(_("Only what failed or was cancelled is asked for again."))
    if row.work not in works:
        raise RefusedError(_("The portal no longer does work of this kind."))
    return ask(row.work, row.asked, by=by, language=row.language)


@transaction.atomic
def cancel_job(job: Job, *, by: User) -> Job:
    """Stop it: at once while it waits; while it is being done, its worker leaves it within a second or two.

    Refused once it has ended. Asked twice, it stays asked.
    """
    row = Job.objects.select_for_update().get(pk=job.pk)
    if row.by_id != by.pk:
        raise PermissionDenied("reports.view_job")
    if row.state not in JobState.open():
        raise RefusedError(_("This work has ended already. There is nothing to cancel."))
    now = timezone.now()
    if row.state == JobState.WAITING:
        row.state, row.ended_at = JobState.CANCELLED, now
    row.cancel_asked_at = row.cancel_asked_at or now
    row.save(update_fields=["state", "ended_at", "cancel_asked_at"])
    journal.write(row, "cancel", by=by, data={"work": row.work})
    return row
