"""Work in the background in words. Reads only."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from files.models import StoredFile
from files.policies import files_of
from reports.enums import JobState
from reports.models import Job
from reports.works import works

SHAPES = {
    JobState.WAITING: "is-waiting",
    JobState.RUNNING: "is-going",
    JobState.DONE: "is-done",
    JobState.FAILED: "is-late",
    JobState.CANCELLED: "is-stopped",
}


@dataclass(frozen=True)
class JobLine:
    """A piece of work as one line of the list."""

    job: Job
    label: Any
    shape: str
    words: str


def line_of(job: Job) -> JobLine:
    """What it is and where it stands."""
    return JobLine(job, label_of(job), SHAPES[JobState(job.state)], words_of(job))


def label_of(job: Job) -> Any:
    """What is being done. An app that was taken out of the house has left its work without a name."""
    return works[job.work].label(job) if job.work in works else job.work


def words_of(job: Job) -> str:
    """Its state; one that is to be stopped is said to be so before its worker has heard of it."""
    if job.cancel_asked_at and job.state in JobState.open():
        return _("Being stopped")
    return str(job.get_state_display())


def files_and_address(job: Job, user: Any) -> tuple[list[StoredFile], str]:
    """What was made: the files that the person may take, or the page on which it is read; "" where it is this one."""
    if job.state != JobState.DONE:
        return [], ""
    address = works[job.work].url(job) if job.work in works else ""
    return files_of(job, user), "" if address == job.get_absolute_url() else address
