"""Sessions as they are being planned, the people in them, and the versions that were released."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.fields.ranges import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import Deferrable, F, Func, Q, Value
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.localised import LocalisedTextField
from events.enums import PartRole, ReleaseStatus, SessionKind
from events.models.belonging import OfEvent
from events.models.editions import Event, Room, Stop, Track
from events.querysets import ReleaseQuerySet, SessionQuerySet
from people.models import Country, Organisation
from people.models.bodies import same
from people.names import Named


def during() -> Func:
    """From the first minute to the last, without the end: one session may begin when another ends."""
    return Func(F("starts_at"), F("ends_at"), Value("[)"), function="tstzrange", output_field=DateTimeRangeField())


class Contributor(Named, models.Model):
    """Somebody who speaks, chairs, guides or interprets. An account is not needed; the person may claim it later.

    One row a person across all events, so that a clash is seen between two events too.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="contributions",
        verbose_name=_("account"),
    )
    given_name = models.CharField(_("given name"), max_length=80)
    family_name = models.CharField(_("family name"), max_length=80, blank=True)
    given_name_own = models.CharField(_("given name in own script"), max_length=80, blank=True)
    family_name_own = models.CharField(_("family name in own script"), max_length=80, blank=True)
    own_language = models.CharField(_("language of the own script"), max_length=8, blank=True)
    family_name_first = models.BooleanField(_("family name first"), default=False)
    post = LocalisedTextField(_("post"), blank=True)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("organisation")
    )
    country = models.ForeignKey(Country, models.PROTECT, related_name="+", verbose_name=_("country"))
    email = models.EmailField(_("e-mail address"), blank=True)
    language = models.CharField(_("language of letters"), max_length=8, choices=settings.LANGUAGES, default="en")
    interprets = ArrayField(
        models.CharField(max_length=8), default=list, blank=True, verbose_name=_("interprets between")
    )
    about = LocalisedTextField(_("about the person"), blank=True)

    class Meta:
        verbose_name = _("contributor")
        verbose_name_plural = _("contributors")
        ordering: ClassVar = ["family_name", "given_name", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                Lower("email"),
                condition=~Q(email=""),
                name="one_contributor_an_address",
                violation_error_message=_("Somebody is entered with this address already."),
            )
        ]

    def __str__(self) -> str:
        return self.display_name


class Session(OfEvent, models.Model):
    """One line of the timetable as it is being planned. What visitors see is the released version (`Release`).

    `day` is the day of the programme in the zone of the stop: a session after midnight belongs to the evening before.
    Sessions without a time stand beside the timetable until they get one. `seats_taken` is kept by a trigger.
    """

    event = models.ForeignKey(Event, models.CASCADE, related_name="sessions")
    stop = models.ForeignKey(
        Stop, models.PROTECT, related_name="sessions", verbose_name=pgettext_lazy("journey", "stop")
    )
    kind = models.CharField(_("kind"), max_length=12, choices=SessionKind, default=SessionKind.PRESENTATION)
    title = LocalisedTextField(_("title"))
    abstract = LocalisedTextField(_("summary"), blank=True)
    day = models.DateField(_("day"), null=True, blank=True)
    starts_at = models.DateTimeField(_("begins"), null=True, blank=True)
    ends_at = models.DateTimeField(_("ends"), null=True, blank=True)
    room = models.ForeignKey(
        Room, models.PROTECT, null=True, blank=True, related_name="sessions", verbose_name=_("room")
    )
    track = models.ForeignKey(
        Track, models.SET_NULL, null=True, blank=True, related_name="sessions", verbose_name=_("track")
    )
    languages = ArrayField(models.CharField(max_length=8), default=list, blank=True, verbose_name=_("languages"))
    delegation = models.ForeignKey(
        "events.Delegation",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="presentations",
        verbose_name=_("delegation that presents"),
    )
    seats = models.PositiveIntegerField(_("seats"), null=True, blank=True)
    seats_taken = models.PositiveIntegerField(default=0, editable=False)
    expects_slides = models.BooleanField(_("slides are expected"), default=False)
    counts_for_certificate = models.BooleanField(_("counts for the certificate"), default=True)
    is_released = models.BooleanField(_("in the released programme"), default=False, editable=False)
    cancelled_at = models.DateTimeField(_("cancelled"), null=True, blank=True, editable=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)
    updated_at = models.DateTimeField(_("last change"), default=timezone.now, editable=False)

    objects = SessionQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("event", "session")
        verbose_name_plural = pgettext_lazy("event", "sessions")
        ordering: ClassVar = [F("starts_at").asc(nulls_last=True), "room__position", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(starts_at=None, ends_at=None, day=None)
                | Q(starts_at__isnull=False, ends_at__gt=F("starts_at"), day__isnull=False),
                name="session_has_length",
                violation_error_message=_("A session ends after it begins."),
            ),
            models.CheckConstraint(
                condition=Q(seats=None) | Q(seats_taken__lte=F("seats")), name="session_never_oversold"
            ),
            ExclusionConstraint(
                name="one_session_a_room_at_a_time",
                expressions=[(same("room"), RangeOperators.OVERLAPS), (during(), RangeOperators.OVERLAPS)],
                condition=Q(cancelled_at=None, room__isnull=False, starts_at__isnull=False),
                deferrable=Deferrable.IMMEDIATE,
                violation_error_message=_("The room is taken at that time."),
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=("event", "starts_at"), name="sessions_of_event"),
        ]

    def __str__(self) -> str:
        return str(self.title)

    @property
    def title_text(self) -> Any:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("events:session", args=[self.event.reference, self.pk])


class SessionPart(models.Model):
    """A person's part in a session. `starts_at` and `ends_at` follow the session by a trigger.

    They stand here too so that the database can refuse a person, be it as speaker, chair or interpreter, in two places
    at once.
    """

    session = models.ForeignKey(Session, models.CASCADE, related_name="parts")
    contributor = models.ForeignKey(
        Contributor, models.PROTECT, related_name="parts", verbose_name=pgettext_lazy("session", "person")
    )
    role = models.CharField(_("part"), max_length=12, choices=PartRole, default=PartRole.SPEAKER)
    position = models.PositiveSmallIntegerField(_("position"), default=1)
    topic = LocalisedTextField(_("topic of the talk"), blank=True)
    languages = ArrayField(models.CharField(max_length=8), default=list, blank=True, verbose_name=_("languages"))
    starts_at = models.DateTimeField(null=True, blank=True, editable=False)
    ends_at = models.DateTimeField(null=True, blank=True, editable=False)
    # The last reminder of slides: so many working days before the session. None: not reminded yet.
    slides_asked = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("part in a session")
        verbose_name_plural = _("parts in a session")
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("session", "contributor"),
                name="one_part_a_person_of_a_session",
                violation_error_message=_("The person has a part in this session already."),
            ),
            ExclusionConstraint(
                name="one_session_a_person_at_a_time",
                expressions=[(same("contributor"), RangeOperators.OVERLAPS), (during(), RangeOperators.OVERLAPS)],
                condition=Q(starts_at__isnull=False),
                deferrable=Deferrable.IMMEDIATE,
                violation_error_message=_("The person is in another session at that time."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contributor} ({self.get_role_display()})"


class Release(OfEvent, models.Model):
    """A version of an event's programme, as it was shown to both sides and then to everybody.

    `programme` is the whole public timetable as plain data, so that editing the draft never touches what visitors see;
    `changes` lists what differs from the version before. Written once; released by two keys.
    """

    event = models.ForeignKey(Event, models.CASCADE, related_name="releases")
    version = models.PositiveIntegerField(_("version"))
    status = models.CharField(
        _("state"), max_length=10, choices=ReleaseStatus, default=ReleaseStatus.PROPOSED, editable=False
    )
    programme = models.JSONField(default=dict, editable=False)
    changes = models.JSONField(default=list, editable=False)
    note = models.TextField(_("note to both sides"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField(_("proposed"), default=timezone.now, editable=False)
    released_at = models.DateTimeField(_("released"), null=True, blank=True, editable=False)

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("version of the programme")
        verbose_name_plural = _("versions of the programme")
        ordering: ClassVar = ["-version"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("event", "version"), name="one_release_a_version"),
            models.UniqueConstraint(
                fields=("event",), condition=Q(status=ReleaseStatus.PROPOSED), name="one_proposed_release"
            ),
            models.CheckConstraint(
                condition=Q(status=ReleaseStatus.RELEASED, released_at__isnull=False)
                | (~Q(status=ReleaseStatus.RELEASED) & Q(released_at=None)),
                name="release_has_moment",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event.reference}, {self.version}"

    def get_absolute_url(self) -> str:
        return reverse("events:release", args=[self.event.reference, self.version])
