"""What is told of work in the background."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from notifications.audience import reports_jobs as to
from notifications.messages.kind import Kind, Said
from reports import signals
from reports.presentation.jobs import label_of

if TYPE_CHECKING:
    from notifications.news import News


def _words(news: News) -> dict[str, Any]:
    return {"work": str(label_of(news.record))}


def _each(said: Said) -> object:
    """A piece ends once."""
    return said["job"].pk


of_job = partial(Kind, about="job", rule="reports.view_job", event=_each, words=_words)

MESSAGES: list[Kind] = [
    of_job("job_done", signals.job_done, _("Work in the background that I asked for is done"), to.told_who_waited),
    of_job("job_failed", signals.job_failed, _("Work in the background that I asked for failed"), to.told_who_waited),
]
