"""Work in the background: asked for, done by a worker, shown while it goes on, taken up again when a worker dies."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from reports.enums import JobState
from reports.querysets import JobQuerySet

ENDED = Q(state__in=(JobState.DONE, JobState.FAILED, JobState.CANCELLED))


class Job(models.Model):
    """One piece of work. `work` names who does it (`reports.works`), `asked` is all that it needs to know.

    A worker holds it until `held_until` and says again and again that it lives; when that moment has passed, another
    worker takes it up. `done` of `total` is what the page shows. `key` keeps the clock from asking twice.
    """

    public_id = models.UUIDField(_("identifier"), default=uuid.uuid4, unique=True, editable=False)
    work = models.CharField(_("work"), max_length=60)
    asked = models.JSONField(_("what was asked"), default=dict)
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES)
    key = models.CharField(max_length=160, unique=True, null=True, editable=False)  # noqa: DJ001  unique where there is one
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("asked by"),
        help_text=_("Empty: the clock."),
    )
    state = models.CharField(_("state"), max_length=10, choices=JobState, default=JobState.WAITING, editable=False)
    done = models.PositiveIntegerField(_("done"), default=0)
    total = models.PositiveIntegerField(_("of"), default=0)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    asked_at = models.DateTimeField(_("asked"), default=timezone.now)
    started_at = models.DateTimeField(_("begun"), null=True, blank=True)
    held_until = models.DateTimeField(_("held by a worker until"), null=True, blank=True)
    cancel_asked_at = models.DateTimeField(_("asked to stop"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    error = models.TextField(_("what went wrong"), blank=True)
    outcome = models.JSONField(
        _("outcome"), default=dict, blank=True, help_text=_("What it made: numbers of rows, no text.")
    )

    objects = JobQuerySet.as_manager()

    class Meta:
        verbose_name = _("work in the background")
        verbose_name_plural = _("work in the background")
        ordering: ClassVar = ["-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=(ENDED & Q(ended_at__isnull=False)) | (~ENDED & Q(ended_at=None)), name="ended_job_has_moment"
            ),
            models.CheckConstraint(
                condition=Q(state=JobState.RUNNING, held_until__isnull=False, started_at__isnull=False)
                | (~Q(state=JobState.RUNNING) & Q(held_until=None)),
                name="running_job_is_held",
            ),
            models.CheckConstraint(condition=Q(total=0) | Q(done__lte=F("total")), name="job_done_within_total"),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=("asked_at", "id"),
                condition=Q(state__in=(JobState.WAITING, JobState.RUNNING)),
                name="jobs_to_do",
            ),
            models.Index(fields=("by", "-id"), name="jobs_of_person"),
            models.Index(fields=("-id",), condition=Q(state=JobState.FAILED), name="jobs_failed"),
        ]

    def __str__(self) -> str:
        return f"{self.work} {self.asked_at:%Y-%m-%d %H:%M}"

    def get_absolute_url(self) -> str:
        return reverse("reports:job", args=[self.public_id])
