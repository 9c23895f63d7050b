"""What every app leaves behind: journal entries, signatures, running silences."""

from datetime import datetime
from typing import Any, Self, TypeVar

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.localised import LocalisedText, LocalisedTextField

T = TypeVar("T", bound=models.Model)


class AboutQuerySet(models.QuerySet[T]):
    """Rows that point to any object."""

    def about(self, obj: models.Model) -> Self:
        """The rows of one object."""
        return self.filter(content_type=ContentType.objects.get_for_model(obj), object_id=obj.pk)


class SilenceQuerySet(AboutQuerySet["Silence"]):
    """Silence procedures."""

    def late(self, before: datetime) -> Self:
        """Those that the clock should have signed for before that moment, and has not: no objection stops them."""
        objection = Signature.objects.filter(
            content_type=OuterRef("content_type"), object_id=OuterRef("object_id"), settled_at=None, cleared_at=None
        ).exclude(step=OuterRef("step"))
        return self.filter(ended_at=None, due_at__lt=before).exclude(Exists(objection))


class About(models.Model):
    """A row about any object of any app."""

    content_type = models.ForeignKey(ContentType, models.PROTECT, related_name="+")
    object_id = models.BigIntegerField()

    class Meta:
        abstract = True


class JournalEntry(About):
    """One line of the record. Written once: a trigger in the database refuses to change, delete or truncate.

    Name and title are those of the day of the act; they stay when the person moves on.
    """

    at = models.DateTimeField(_("at"), default=timezone.now)
    label = models.CharField(_("record"), max_length=200)
    verb = models.CharField(_("act"), max_length=60)
    key = models.CharField(_("key"), max_length=20, blank=True)
    from_state = models.CharField(_("from state"), max_length=40, blank=True)
    to_state = models.CharField(_("to state"), max_length=40, blank=True)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    actor_name = models.CharField(_("by"), max_length=200, blank=True)
    actor_title = LocalisedTextField(_("post"), blank=True)
    reason = models.TextField(_("reason"), blank=True)
    data = models.JSONField(_("details"), default=dict, blank=True)

    class Meta:
        verbose_name = _("journal entry")
        verbose_name_plural = _("journal")
        ordering = ("-at", "-pk")
        indexes = (
            models.Index(fields=("content_type", "object_id", "-at"), name="journal_of_object"),
            models.Index(fields=("-at",), name="journal_by_time"),
        )

    objects = AboutQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.label}: {self.verb}"

    @property
    def by_clock(self) -> bool:
        """Nobody acted: the time ran out, or the calendar moved a due time."""
        return self.actor_id is None


class Signature(About):
    """One turned key of a step that needs several.

    It is *live* until the step happens (`settled_at`) or the keys are cleared (`cleared_at`): when the record goes back
    for revision, or when the side turns its key for the opposite step instead.
    """

    step = models.CharField(_("step"), max_length=60)
    key = models.CharField(_("key"), max_length=20)
    signed_at = models.DateTimeField(_("signed at"), default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    by_name = models.CharField(_("by"), max_length=200, blank=True)
    by_title = LocalisedTextField(_("post"), blank=True)
    reason = models.TextField(_("reason"), blank=True)
    settled_at = models.DateTimeField(_("took effect at"), null=True, blank=True)
    cleared_at = models.DateTimeField(_("cleared at"), null=True, blank=True)

    class Meta:
        verbose_name = _("signature")
        verbose_name_plural = _("signatures")
        ordering = ("signed_at", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("content_type", "object_id", "key"),
                condition=Q(settled_at=None, cleared_at=None),
                name="one_live_signature_a_key",
            ),
            models.CheckConstraint(
                condition=Q(settled_at=None) | Q(cleared_at=None), name="signature_settled_or_cleared"
            ),
        )
        indexes = (models.Index(fields=("content_type", "object_id"), name="signatures_of_object"),)

    objects = AboutQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.step} {self.key}"

    @property
    def is_live(self) -> bool:
        """Turned, and the step has not happened yet."""
        return self.settled_at is None and self.cleared_at is None

    @property
    def by_silence(self) -> bool:
        """The clock signed for a side that did not answer in time."""
        return self.by_id is None


class Silence(About):
    """A running silence: at `due_at` the keys still missing for `step` are signed by the clock."""

    step = models.CharField(_("step"), max_length=60)
    started_at = models.DateTimeField(_("started at"), default=timezone.now)
    due_at = models.DateTimeField(_("due at"))
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)

    class Meta:
        verbose_name = _("silence procedure")
        verbose_name_plural = _("silence procedures")
        constraints = (
            models.UniqueConstraint(
                fields=("content_type", "object_id", "step"), condition=Q(ended_at=None), name="one_silence_a_step"
            ),
            models.CheckConstraint(condition=Q(due_at__gt=models.F("started_at")), name="silence_has_length"),
        )
        indexes = (models.Index(fields=("due_at",), condition=Q(ended_at=None), name="running_silences"),)

    objects = SilenceQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.step} until {self.due_at:%Y-%m-%d %H:%M}"


def of_record(user: Any) -> dict[str, Any]:
    """Name and title as they are today, to be kept with an act; empty for the clock."""
    if user is None:
        return {"name": "", "title": LocalisedText()}
    return {"name": user.name_of_record(), "title": user.title_of_record()}


class NumberSeries(models.Model):
    """The last number given in a series. Its row is locked while a number is taken, so none is lost or given twice."""

    name = models.CharField(_("series"), max_length=40, primary_key=True)
    last = models.PositiveIntegerField(_("last number"), default=0)

    class Meta:
        verbose_name = _("number series")
        verbose_name_plural = _("number series")

    def __str__(self) -> str:
        return self.name


class Change(models.Model):
    """A transaction has written to a table; or, without a transaction, how often that had happened until the last fold.

    Written by triggers, read by `core.changes`. The table is known by its name and, because numbers of transactions
    begin anew in another server, by the number it has in this one.
    """

    matter = models.CharField(max_length=63)
    relation = models.BigIntegerField(null=True)
    transaction = models.BigIntegerField(null=True)
    number = models.BigIntegerField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("relation", "transaction"), name="one_change_a_table_and_transaction"),
        )

    def __str__(self) -> str:
        return f"{self.matter}: {self.number}"
