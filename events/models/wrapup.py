"""What the wrap-up meeting agreed, and what was promised there."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.localised import LocalisedTextField
from events.enums import MinutesStatus, OutcomeKind, OutcomeStatus
from events.models.belonging import OfEvent
from events.models.editions import Event
from events.querysets import MinutesQuerySet, OutcomeQuerySet
from people.models import Country, Organisation


class Minutes(OfEvent, models.Model):
    """A version of the minutes. While a draft it is edited; once proposed it is frozen; two keys agree to it.

    `revision` grows with every saving: two people who edit one draft never overwrite each other.
    """

    event = models.ForeignKey(Event, models.CASCADE, related_name="minutes")
    version = models.PositiveSmallIntegerField(_("version"))
    status = models.CharField(
        _("state"), max_length=10, choices=MinutesStatus, default=MinutesStatus.DRAFT, editable=False
    )
    held_on = models.DateField(_("held on"))
    place = LocalisedTextField(_("place"), blank=True)
    chair = models.CharField(_("chaired by"), max_length=200, blank=True)
    text = LocalisedTextField(_("minutes"))
    revision = models.PositiveIntegerField(default=1, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    updated_at = models.DateTimeField(_("last change"), default=timezone.now, editable=False)
    proposed_at = models.DateTimeField(_("proposed"), null=True, blank=True, editable=False)
    agreed_at = models.DateTimeField(_("agreed"), null=True, blank=True, editable=False)

    objects = MinutesQuerySet.as_manager()

    class Meta:
        verbose_name = _("minutes")
        verbose_name_plural = _("minutes")
        ordering: ClassVar = ["-version"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("event", "version"), name="one_version_of_minutes"),
            models.UniqueConstraint(
                fields=("event",),
                condition=Q(status__in=(MinutesStatus.DRAFT, MinutesStatus.PROPOSED)),
                name="one_open_version_of_minutes",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event.reference}, {self.version}"

    def get_absolute_url(self) -> str:
        return reverse("events:minutes", args=[self.event.reference, self.version])


class Outcome(models.Model):
    """A decision of the meeting, or an action somebody owes. Open actions are carried to the next edition."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="outcomes")
    kind = models.CharField(_("kind"), max_length=8, choices=OutcomeKind)
    number = models.PositiveSmallIntegerField(_("number"))
    text = LocalisedTextField(_("text"))
    country = models.ForeignKey(
        Country, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("country that owes it")
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("body that owes it")
    )
    due_on = models.DateField(_("due"), null=True, blank=True)
    status = models.CharField(
        _("state"), max_length=8, choices=OutcomeStatus, default=OutcomeStatus.OPEN, editable=False
    )
    result = models.TextField(_("what became of it"), blank=True, editable=False)
    settled_at = models.DateTimeField(null=True, blank=True, editable=False)
    reminded_at = models.DateTimeField(null=True, blank=True, editable=False)
    carried_from = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="carried_to", editable=False
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = OutcomeQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision or action")
        verbose_name_plural = _("decisions and actions")
        ordering: ClassVar = ["kind", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("event", "kind", "number"), name="one_outcome_a_number"),
            models.CheckConstraint(
                condition=Q(kind=OutcomeKind.DECISION) | Q(country__isnull=False, due_on__isnull=False),
                name="an_action_has_owner_and_date",
                violation_error_message=_("An action names the country that owes it and a date."),
            ),
            models.CheckConstraint(
                condition=Q(status=OutcomeStatus.OPEN, settled_at=None)
                | (~Q(status=OutcomeStatus.OPEN) & Q(settled_at__isnull=False)),
                name="outcome_settled_has_moment",
            ),
            models.CheckConstraint(
                condition=Q(carried_from=None) | ~Q(carried_from=F("pk")), name="outcome_not_from_itself"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=("due_on", "id"), condition=Q(status=OutcomeStatus.OPEN), name="outcomes_due"),
        ]

    def __str__(self) -> str:
        return f"{self.event.reference} {self.get_kind_display()} {self.number}"

    @property
    def handle(self) -> str:
        known = self.as_known()
        return f"{known.event.reference}/{'A' if self.kind == OutcomeKind.ACTION else 'D'}{known.number}"

    @property
    def title_text(self) -> Any:
        return self.text

    def get_absolute_url(self) -> str:
        known = self.as_known()
        return f"{reverse('events:wrap_up', args=[known.event.reference])}#o{known.pk}"

    def as_known(self) -> Outcome:
        """The action as those who owe it know it: of the edition it came from, until the next one is announced."""
        if self.event.announced_at is not None or self.carried_from is None:
            return self
        return self.carried_from.as_known()
