"""The schedule, what is delivered, and its acceptance by both sides."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.localised import LocalisedTextField
from people.enums import Side
from projects.enums import Owner, TaskKind, VersionState
from projects.models.belonging import OfProject
from projects.models.projects import Project
from projects.querysets import BaselineQuerySet, DeliverableQuerySet, DeliverableVersionQuerySet


class Task(OfProject, models.Model):
    """A line of the schedule: a package (with lines under it), a task, a milestone, a joint meeting.

    `wished_on` is what was asked for; `starts_on` and `ends_on` are worked out from it, from what it waits for and from
    the working calendar of `owner`, and stored in the same transaction. `days` are working days of that calendar.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="tasks")
    parent = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="children", verbose_name=_("part of")
    )
    number = models.CharField(_("number"), max_length=20)
    position = models.PositiveIntegerField(_("position"), default=0, editable=False)
    kind = models.CharField(_("kind"), max_length=10, choices=TaskKind, default=TaskKind.TASK)
    name = LocalisedTextField(_("name"))
    owner = models.CharField(_("done by"), max_length=4, choices=Owner)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("responsible")
    )
    wished_on = models.DateField(_("not before"))
    days = models.PositiveSmallIntegerField(_("working days"), default=1)
    starts_on = models.DateField(_("begins"), editable=False)
    ends_on = models.DateField(_("ends"), editable=False)
    progress = models.PositiveSmallIntegerField(_("done, per cent"), default=0)
    begun_on = models.DateField(_("begun"), null=True, blank=True)
    done_on = models.DateField(_("done"), null=True, blank=True)
    baseline_starts_on = models.DateField(_("planned begin"), null=True, blank=True, editable=False)
    baseline_ends_on = models.DateField(_("planned end"), null=True, blank=True, editable=False)
    note = models.TextField(_("why it slips"), blank=True)

    class Meta:
        verbose_name = _("line of the schedule")
        verbose_name_plural = _("lines of the schedule")
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("project", "number"), name="project_one_task_a_number"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="project_task_in_order"),
            models.CheckConstraint(condition=Q(progress__lte=100), name="project_task_progress_is_per_cent"),
            models.CheckConstraint(
                condition=Q(days__gte=1) | Q(kind=TaskKind.MILESTONE), name="project_task_takes_time"
            ),
            models.CheckConstraint(condition=Q(done_on=None) | Q(progress=100), name="project_task_done_is_whole"),
            models.CheckConstraint(
                condition=Q(done_on=None) | Q(begun_on=None) | Q(done_on__gte=F("begun_on")),
                name="project_task_done_after_begun",
                violation_error_message=_("Nothing is done before it was begun."),
            ),
            models.CheckConstraint(condition=~Q(parent=F("pk")), name="project_task_not_of_itself"),
            models.CheckConstraint(
                condition=~Q(kind=TaskKind.MEETING) | Q(owner=Owner.BOTH),
                name="project_meetings_are_joint",
                violation_error_message=_("A joint meeting belongs to both sides."),
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=("project", "position", "id"), name="projects_tasks_in_order"),
            models.Index(fields=("ends_on",), condition=Q(done_on=None), name="projects_tasks_due"),
        ]

    def __str__(self) -> str:
        return f"{self.project.reference} {self.number}"


class Dependency(models.Model):
    """That a task begins only after another has ended, and so many working days of its own calendar later."""

    task = models.ForeignKey(Task, models.CASCADE, related_name="waits_for")
    after = models.ForeignKey(Task, models.CASCADE, related_name="followed_by", verbose_name=_("begins after"))
    lag = models.PositiveSmallIntegerField(_("working days between"), default=0)

    class Meta:
        verbose_name = _("dependency")
        verbose_name_plural = _("dependencies")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("task", "after"), name="project_waits_once"),
            models.CheckConstraint(condition=~Q(task=F("after")), name="project_waits_not_for_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.task_id} after {self.after_id}"


class Baseline(OfProject, models.Model):
    """The schedule as it stood when it was agreed. A new one needs reasons; the earlier ones are kept in `days`."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="baselines")
    number = models.PositiveSmallIntegerField(_("number"))
    reason = models.TextField(_("reasons"))
    days = models.JSONField(default=dict, editable=False)  # task number → [first day, last day]
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    taken_at = models.DateTimeField(_("taken"), default=timezone.now, editable=False)

    objects = BaselineQuerySet.as_manager()

    class Meta:
        verbose_name = _("baseline")
        verbose_name_plural = _("baselines")
        ordering: ClassVar = ["-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("project", "number"), name="project_one_baseline_a_number"),
        ]

    def __str__(self) -> str:
        return f"{self.project.reference}, {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("projects:baseline", args=[self.project.reference, self.number])


class Deliverable(OfProject, models.Model):
    """What is to be handed over: by which side, until when. Its versions are submitted and accepted."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="deliverables")
    number = models.PositiveSmallIntegerField(_("number"), editable=False)
    name = LocalisedTextField(_("name"))
    criteria = LocalisedTextField(_("when it is accepted"), blank=True)
    side = models.CharField(_("handed over by"), max_length=1, choices=Side)
    due_on = models.DateField(_("due"))
    task = models.ForeignKey(
        Task,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="deliverables",
        verbose_name=_("line of the schedule"),
    )
    accepted_on = models.DateField(_("accepted"), null=True, blank=True, editable=False)
    reminded_on = models.DateField(null=True, blank=True, editable=False)

    objects = DeliverableQuerySet.as_manager()

    class Meta:
        verbose_name = _("deliverable")
        verbose_name_plural = _("deliverables")
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("project", "number"), name="project_one_deliverable_a_number"),
        ]
        indexes: ClassVar = [
            models.Index(fields=("due_on",), condition=Q(accepted_on=None), name="projects_deliverables_due")
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        return f"{self.project.reference}/D{self.number}"

    def get_absolute_url(self) -> str:
        return reverse("projects:deliverable", args=[self.project.reference, self.number])


class DeliverableVersion(models.Model):
    """A version as it was submitted, with its files. Both sides accept it, or one returns it with reasons."""

    deliverable = models.ForeignKey(Deliverable, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField(_("version"), editable=False)
    state = models.CharField(
        _("state"), max_length=10, choices=VersionState, default=VersionState.SUBMITTED, editable=False
    )
    note = models.TextField(_("what is new in it"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    submitted_at = models.DateTimeField(_("submitted"), default=timezone.now, editable=False)
    accepted_at = models.DateTimeField(_("accepted"), null=True, blank=True, editable=False)
    reason = models.TextField(_("why it was returned"), blank=True, editable=False)

    objects = DeliverableVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version of a deliverable")
        verbose_name_plural = _("versions of deliverables")
        ordering: ClassVar = ["-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("deliverable", "number"), name="project_one_version_a_number"),
            models.UniqueConstraint(
                fields=("deliverable",), condition=Q(state=VersionState.SUBMITTED), name="project_one_version_at_a_time"
            ),
            models.UniqueConstraint(
                fields=("deliverable",), condition=Q(state=VersionState.ACCEPTED), name="project_accepted_once"
            ),
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=False) | ~Q(state=VersionState.ACCEPTED),
                name="project_accepted_has_moment",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def project(self) -> Project:
        return self.deliverable.project

    @property
    def reference(self) -> str:
        return f"{self.deliverable.reference}v{self.number}"

    @property
    def handle(self) -> str:
        return self.reference

    @property
    def title_text(self) -> Any:
        return self.deliverable.name

    def get_absolute_url(self) -> str:
        return self.deliverable.get_absolute_url()

    def side_codes(self) -> tuple[str, str]:
        return self.deliverable.project.centre.side_codes()


class DeliverableComment(models.Model):
    """A remark on a version, by a person of either side."""

    version = models.ForeignKey(DeliverableVersion, models.CASCADE, related_name="comments")
    side = models.CharField(_("side"), max_length=1, choices=Side, blank=True)
    language = models.CharField(_("language"), max_length=8)
    text = models.TextField(pgettext_lazy("deliverable", "comment"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    at = models.DateTimeField(_("written"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("comment on a deliverable")
        verbose_name_plural = _("comments on deliverables")
        ordering: ClassVar = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.version.reference} {self.pk}"
