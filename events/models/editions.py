"""Programmes, their editions, and where these take place."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from agreements.models import Agreement
from core.localised import LocalisedTextField
from events.enums import BodyRole, Duty, EventKind, EventStatus, Mode
from events.querysets import EventQuerySet, ProgrammeQuerySet
from people.models import Centre, Country, Organisation
from people.models.accounts import known_zone


class EventSeries(models.Model):
    """The last number given in a year. Its row is locked while a number is taken, so none is lost or given twice."""

    year = models.PositiveSmallIntegerField(_("year"), primary_key=True)
    last = models.PositiveIntegerField(_("last number"), default=0)

    class Meta:
        verbose_name = _("number series of events")
        verbose_name_plural = _("number series of events")

    def __str__(self) -> str:
        return f"E-{self.year}"


class Programme(models.Model):
    """What returns every year under one name. Its editions are events."""

    centre = models.ForeignKey(Centre, models.PROTECT, related_name="programmes", verbose_name=_("centre"))
    slug = models.SlugField(_("address"), max_length=60, unique=True)
    name = LocalisedTextField(_("name"))
    purpose = LocalisedTextField(_("purpose"), blank=True)
    since = models.PositiveSmallIntegerField(_("first year"), null=True, blank=True)
    countries = models.ManyToManyField(
        Country, related_name="programmes", blank=True, verbose_name=_("states that are invited")
    )
    is_public = models.BooleanField(_("shown to the public"), default=True)

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")
        ordering: ClassVar = ["slug"]

    def __str__(self) -> str:
        return str(self.name)

    def get_absolute_url(self) -> str:
        return reverse("events:programme", args=[self.slug])


class Event(models.Model):
    """A meeting: an edition of a programme, or one that stands alone.

    Written only by actions; `status` only by the workflow; `seats_taken` only by a trigger, which lets the database
    itself refuse a seat too many.
    """

    centre = models.ForeignKey(Centre, models.PROTECT, related_name="events", verbose_name=_("centre"))
    programme = models.ForeignKey(
        Programme, models.PROTECT, null=True, blank=True, related_name="editions", verbose_name=_("programme")
    )
    reference = models.CharField(_("number"), max_length=20, unique=True, editable=False)
    number = models.PositiveSmallIntegerField(_("edition"), null=True, blank=True)
    year = models.PositiveSmallIntegerField(_("year"))
    status = models.CharField(
        _("state"), max_length=12, choices=EventStatus, default=EventStatus.PLANNED, editable=False
    )
    kind = models.CharField(_("kind"), max_length=12, choices=EventKind, default=EventKind.TRAINING)
    mode = models.CharField(_("mode"), max_length=12, choices=Mode, default=Mode.INVITATIONAL)
    name = LocalisedTextField(_("name"))
    theme = LocalisedTextField(pgettext_lazy("event", "theme"), blank=True)
    description = LocalisedTextField(_("description"), blank=True)
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    languages = ArrayField(
        models.CharField(max_length=8), default=list, blank=True, verbose_name=_("working languages")
    )
    agreement = models.ForeignKey(
        Agreement,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="events",
        verbose_name=_("agreement it is held under"),
    )
    agreement_note = models.CharField(
        _("agreement it is held under, in words"),
        max_length=300,
        blank=True,
        help_text=_("Where the agreement is not in the register."),
    )
    budget_year = models.PositiveSmallIntegerField(_("budget year"), null=True, blank=True)
    is_public = models.BooleanField(_("shown to the public"), default=True)
    cloned_from = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="clones", editable=False
    )

    # Nomination by delegations. A quota of none: the event takes no delegations.
    quota = models.PositiveSmallIntegerField(
        _("nominees a delegation"), default=0, help_text=_("0 where no delegations are invited.")
    )
    nominations_due_at = models.DateTimeField(_("nominations due"), null=True, blank=True)
    papers_due_at = models.DateTimeField(_("papers of delegations due"), null=True, blank=True)

    # Open registration.
    registration_opens_at = models.DateTimeField(_("registration opens"), null=True, blank=True)
    registration_closes_at = models.DateTimeField(_("registration closes"), null=True, blank=True)
    needs_approval = models.BooleanField(_("registrations are approved one by one"), default=False)
    capacity = models.PositiveIntegerField(_("seats"), null=True, blank=True)
    seats_taken = models.PositiveIntegerField(default=0, editable=False)

    certificate_share = models.PositiveSmallIntegerField(
        _("attendance a certificate asks for, in per cent"), default=80, validators=[MaxValueValidator(100)]
    )
    hours = models.PositiveSmallIntegerField(_("hours stated on the certificate"), null=True, blank=True)
    released = models.ForeignKey(
        "events.Release", models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    calendar_sequence = models.PositiveIntegerField(default=0, editable=False)

    created_at = models.DateTimeField(_("created"), default=timezone.now, editable=False)
    updated_at = models.DateTimeField(_("last change"), default=timezone.now, editable=False)
    announced_at = models.DateTimeField(_("announced"), null=True, blank=True, editable=False)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True, editable=False)
    search = SearchVectorField(null=True, editable=False)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering: ClassVar = ["-starts_on", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="event_days_in_order",
                violation_error_message=_("An event cannot end before it begins."),
            ),
            models.CheckConstraint(
                condition=Q(capacity=None) | Q(seats_taken__lte=F("capacity")), name="event_never_oversold"
            ),
            models.CheckConstraint(
                condition=Q(registration_closes_at=None)
                | Q(registration_opens_at__isnull=False, registration_closes_at__gt=F("registration_opens_at")),
                name="event_registration_in_order",
                violation_error_message=_("Registration cannot close before it opens."),
            ),
            models.CheckConstraint(
                condition=Q(announced_at__isnull=False) | Q(status__in=(EventStatus.PLANNED, EventStatus.CANCELLED)),
                name="event_announced_has_moment",
            ),
            models.CheckConstraint(condition=Q(certificate_share__lte=100), name="event_share_is_per_cent"),
            models.UniqueConstraint(
                fields=("programme", "number"),
                name="one_edition_a_number",
                violation_error_message=_("The programme has an edition with this number."),
            ),
            models.UniqueConstraint(
                fields=("cloned_from",),
                condition=~Q(status=EventStatus.CANCELLED),
                name="one_next_edition",
                violation_error_message=_("The next edition has been begun already."),
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=("-starts_on", "-id"), name="event_latest"),
            models.Index(fields=("centre", "-starts_on", "-id"), name="event_of_centre"),
            models.Index(fields=("programme", "-starts_on", "-id"), name="event_of_programme"),
            models.Index(fields=("status", "ends_on"), name="event_by_state"),
            GinIndex(fields=("search",), name="event_search"),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.name}"

    @property
    def handle(self) -> str:
        return self.reference

    @property
    def title_text(self) -> Any:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("events:detail", args=[self.reference])

    def side_codes(self) -> tuple[str, str]:
        """The two sides that decide: silences are counted in their joint working days."""
        return self.centre.side_codes()

    def days(self) -> int:
        return (self.ends_on - self.starts_on).days + 1

    def takes_delegations(self) -> bool:
        return self.quota > 0

    def takes_registrations(self) -> bool:
        return self.registration_opens_at is not None

    def registration_is_open(self) -> bool:
        """Whether anybody may register now."""
        now = timezone.now()
        return (
            self.status == EventStatus.ANNOUNCED
            and self.registration_opens_at is not None
            and self.registration_opens_at <= now
            and (self.registration_closes_at is None or now < self.registration_closes_at)
        )

    def has_begun(self, today: date | None = None) -> bool:
        return self.starts_on <= (today or timezone.localdate())

    def has_ended(self, today: date | None = None) -> bool:
        return self.ends_on < (today or timezone.localdate())


class EventBody(models.Model):
    """An organisation and what it does for an event."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="bodies")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("organisation"))
    role = models.CharField(_("part"), max_length=10, choices=BodyRole)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("organisation of the event")
        verbose_name_plural = _("organisations of the event")
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("event", "organisation", "role"), name="one_part_a_body_of_an_event")
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.organisation}"


class EventOfficer(models.Model):
    """An officer named for a duty in one event: only the travel desk opens personal travel facts."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="officers")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="event_duties", verbose_name=_("officer")
    )
    duty = models.CharField(_("duty"), max_length=8, choices=Duty)

    class Meta:
        verbose_name = _("officer of the event")
        verbose_name_plural = _("officers of the event")
        ordering: ClassVar = ["duty", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("event", "user", "duty"), name="one_duty_an_officer_of_an_event")
        ]

    def __str__(self) -> str:
        return f"{self.get_duty_display()}: {self.user}"


class Stop(models.Model):
    """A place where a part of the event is held, in its own zone. An event without a place is online."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="stops")
    position = models.PositiveSmallIntegerField(_("position"), default=1)
    country = models.ForeignKey(Country, models.PROTECT, related_name="+", verbose_name=_("country"))
    city = LocalisedTextField(_("city"))
    venue = LocalisedTextField(_("place"), blank=True, help_text=_("Building and address."))
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("host there")
    )
    zone = models.CharField(_("time zone"), max_length=64, validators=[known_zone])
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))

    class Meta:
        verbose_name = pgettext_lazy("journey", "stop")
        verbose_name_plural = pgettext_lazy("journey", "stops")
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="stop_days_in_order",
                violation_error_message=_("A stop cannot end before it begins."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.city)

    @property
    def tz(self) -> ZoneInfo:
        return ZoneInfo(self.zone)


class Room(models.Model):
    """A room of a stop. Two sessions cannot be in it at once: the database refuses the second."""

    stop = models.ForeignKey(Stop, models.CASCADE, related_name="rooms", verbose_name=pgettext_lazy("journey", "stop"))
    name = LocalisedTextField(_("name"))
    seats = models.PositiveIntegerField(_("seats"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=1)

    class Meta:
        verbose_name = _("room")
        verbose_name_plural = _("rooms")
        ordering: ClassVar = ["stop", "position", "pk"]

    def __str__(self) -> str:
        return str(self.name)


class Track(models.Model):
    """A line of sessions that run beside others."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="tracks")
    name = LocalisedTextField(_("name"))
    position = models.PositiveSmallIntegerField(_("position"), default=1)

    class Meta:
        verbose_name = _("track")
        verbose_name_plural = _("tracks")
        ordering: ClassVar = ["position", "pk"]

    def __str__(self) -> str:
        return str(self.name)
