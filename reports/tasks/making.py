"""Reports as work in the background, and those that make themselves."""

from celery import shared_task
from django.urls import reverse
from django.utils.translation import gettext as _

from reports.actions import papers, scheduling
from reports.kinds.registry import label_of
from reports.models import Job, Report
from reports.works import Work, register

MAKE = "reports.make"


def _label(job: Job) -> str:
    return _("Report: %(kind)s") % {"kind": label_of(job.asked["kind"])}


def _url(job: Job) -> str:
    """The page of the report, as soon as there is one."""
    found = Report.objects.filter(pk=job.outcome.get("report")).first()
    return found.get_absolute_url() if found else reverse("reports:list")


register(Work(MAKE, label=_label, do=papers.make, url=_url))


@shared_task
def make_scheduled() -> int:
    """Ask for the reports that are due by the schedules; returns how many were asked for."""
    return scheduling.make_scheduled()
