"""What was shown, to whom it is open, and on which terms."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.localised import LocalisedTextField
from events.enums import Licence, MaterialAudience
from events.models.belonging import OfEvent
from events.models.editions import Event
from events.models.timetable import Contributor, Session
from events.querysets import MaterialQuerySet
from files.models import StoredFile


class Material(OfEvent, models.Model):
    """Slides, a paper, a recording: a file or an address, of one session or of the whole event."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="materials")
    session = models.ForeignKey(
        Session,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="materials",
        verbose_name=pgettext_lazy("event", "session"),
    )
    title = LocalisedTextField(_("title"))
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES)
    licence = models.CharField(_("licence"), max_length=12, choices=Licence, default=Licence.OWN_USE)
    audience = models.CharField(
        _("read by"), max_length=12, choices=MaterialAudience, default=MaterialAudience.PARTICIPANTS
    )
    file = models.OneToOneField(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("file")
    )
    url = models.URLField(_("address"), blank=True)
    is_slides = models.BooleanField(_("these are the slides of the session"), default=False)
    contributor = models.ForeignKey(
        Contributor, models.SET_NULL, null=True, blank=True, related_name="materials", verbose_name=_("by")
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    position = models.PositiveSmallIntegerField(_("position"), default=1)
    at = models.DateTimeField(_("added"), default=timezone.now, editable=False)

    objects = MaterialQuerySet.as_manager()

    class Meta:
        verbose_name = _("material")
        verbose_name_plural = _("materials")
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(file__isnull=False, url="") | (Q(file=None) & ~Q(url="")),
                name="material_is_file_or_address",
                violation_error_message=_("A material is a file or an address."),
            )
        ]
        indexes: ClassVar = [models.Index(fields=("event", "session"), name="materials_of_event")]

    def __str__(self) -> str:
        return str(self.title)

    @property
    def title_text(self) -> Any:
        return self.title

    def get_absolute_url(self) -> str:
        return f"{self.session.get_absolute_url() if self.session else self.event.get_absolute_url()}#materials"
