"""Countries, organisations, centres; accounts, what they are appointed to, and how they are let in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache, cached_property
from typing import Any, ClassVar
from zoneinfo import ZoneInfo, available_timezones

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.fields.ranges import DateRangeField, RangeOperators
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext_lazy

from core.localised import LANGUAGES, LocalisedText, LocalisedTextField, active_language
from people.enums import (
    NEED_CENTRE,
    NEED_SECOND_FACTOR,
    Contrast,
    Function,
    OrganisationKind,
    RequestStatus,
    Side,
    TextSize,
    Theme,
)
from people.names import WrittenName
from people.querysets import (
    AccessRequestQuerySet,
    AppointmentQuerySet,
    InvitationQuerySet,
    NamedQuerySet,
    OrganisationQuerySet,
    UserManager,
)
from people.standing import Standing


@cache
def known_zones() -> frozenset[str]:
    """The zones of this machine's clock data; reading them from the disk takes a while, so once."""
    return frozenset(available_timezones())


# Whoever reads one of these reads the names written in the others.
KINDRED = {"ru": {"ru", "be", "uk"}, "be": {"ru", "be", "uk"}}


def known_zone(value: str) -> None:
    """Refuse a zone that this machine's clock data does not know: every moment shown would fail."""
    if value not in known_zones():
        raise ValidationError(_("“%(zone)s” is not a time zone."), params={"zone": value})


def same(field: str) -> Func:
    """A number as a range of itself: GiST compares ranges without an extension, plain numbers only with one."""
    return Func(F(field), F(field), Value("[]"), function="int8range")


def period() -> Func:
    """The days of an appointment, the last one included; without an end it has none."""
    return Func(F("starts_on"), F("ends_on"), Value("[]"), function="daterange", output_field=DateRangeField())


def never_twice(name: str, field: str, condition: Q, message: Any) -> ExclusionConstraint:
    """No two rows of one `field` may overlap in time where the condition holds."""
    return ExclusionConstraint(
        name=name,
        expressions=[(same(field), RangeOperators.OVERLAPS), (period(), RangeOperators.OVERLAPS)],
        condition=condition,
        violation_error_message=message,
    )


class Country(models.Model):
    """A state as protocol names it. Its calendar gives the zone, the working days and the office hours."""

    code = models.CharField(_("ISO code"), max_length=2, primary_key=True)
    name = LocalisedTextField(_("name"), help_text=_("The official short name, such as “Republic of Korea”."))
    formal_name = LocalisedTextField(_("formal name"), blank=True)
    capital = LocalisedTextField(_("capital"))
    calendar = models.ForeignKey(
        "calendars.Calendar", models.PROTECT, related_name="countries", verbose_name=_("calendar")
    )
    family_name_first = models.BooleanField(_("family name first"), default=False)

    objects = NamedQuerySet.as_manager()

    class Meta:
        verbose_name = _("country")
        verbose_name_plural = _("countries")
        ordering = ["name__en"]  # protocol: states stand in English alphabetical order

    def __str__(self) -> str:
        return str(self.name)


class Organisation(models.Model):
    """A body that people are appointed by: a ministry, an agency, the centre itself."""

    name = LocalisedTextField(_("name"))
    acronym = models.CharField(_("acronym"), max_length=20, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=OrganisationKind, default=OrganisationKind.AGENCY)
    country = models.ForeignKey(Country, models.PROTECT, related_name="organisations", verbose_name=_("country"))
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="parts", verbose_name=_("part of")
    )

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        constraints = [
            models.CheckConstraint(
                condition=~Q(parent=F("pk")),
                name="people_organisation_not_its_own_parent",
                violation_error_message=_("A body cannot be a part of itself."),
            )
        ]

    def __str__(self) -> str:
        return str(self.name)

    def name_on(self, day: date) -> LocalisedText:
        """The name the body bore that day, for papers that were signed then. Reads `former_names` in memory."""
        for former in sorted(self.former_names.all(), key=lambda former: former.until_on):
            if day <= former.until_on and (former.from_on is None or former.from_on <= day):
                return former.name
        return self.name


class FormerName(models.Model):
    """What an organisation was called up to a day, that day included."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="former_names")
    name = LocalisedTextField(_("former name"))
    from_on = models.DateField(pgettext_lazy("date", "from"), null=True, blank=True)
    until_on = models.DateField(_("until"))

    class Meta:
        verbose_name = _("former name")
        verbose_name_plural = _("former names")
        ordering = ["-until_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(from_on=None) | Q(from_on__lte=F("until_on")),
                name="people_former_name_days_in_order",
                violation_error_message=_("A name cannot end before it began."),
            ),
            ExclusionConstraint(
                name="people_one_former_name_at_a_time",
                expressions=[
                    (same("organisation"), RangeOperators.OVERLAPS),
                    (Func(F("from_on"), F("until_on"), Value("[]"), function="daterange"), RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("Another former name covers some of these days."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)


class Centre(models.Model):
    """A cooperation centre of two governments. Which of them is side A is agreed once and stays."""

    name = LocalisedTextField(_("name"))
    short_name = LocalisedTextField(_("short name"))
    acronym = models.CharField(_("acronym"), max_length=20, blank=True)
    side_a = models.ForeignKey(Country, models.PROTECT, related_name="centres_as_a", verbose_name=_("side A"))
    side_b = models.ForeignKey(Country, models.PROTECT, related_name="centres_as_b", verbose_name=_("side B"))
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="centres",
        verbose_name=_("its staff belong to"),
        help_text=_("The body by whose country the working days of the staff are counted."),
    )
    countries = models.ManyToManyField(
        Country, related_name="served_by", blank=True, verbose_name=_("countries that may ask it")
    )
    is_public = models.BooleanField(_("shown to the public"), default=True)

    objects = NamedQuerySet.as_manager()

    class Meta:
        verbose_name = _("centre")
        verbose_name_plural = _("centres")
        constraints = [
            models.CheckConstraint(
                condition=~Q(side_a=F("side_b")),
                name="people_centre_has_two_sides",
                violation_error_message=_("The two sides of a centre are two countries."),
            )
        ]

    def __str__(self) -> str:
        return str(self.short_name)

    def side_country(self, side: str) -> Country:
        return self.side_a if side == Side.A else self.side_b

    def side_codes(self) -> tuple[str, str]:
        """The calendars of the two sides, for joint working days."""
        return self.side_a.calendar_id, self.side_b.calendar_id


class User(AbstractBaseUser):
    """A person with an account. Rights come from appointments alone: there are no groups and no single permissions."""

    email = models.EmailField(_("e-mail address"), unique=True)
    given_name = models.CharField(_("given name"), max_length=80)
    family_name = models.CharField(_("family name"), max_length=80, blank=True)
    given_name_own = models.CharField(_("given name in own script"), max_length=80, blank=True)
    family_name_own = models.CharField(_("family name in own script"), max_length=80, blank=True)
    own_language = models.CharField(
        _("language of the own script"),
        max_length=8,
        blank=True,
        help_text=_("Its code, such as be, ru, ko, ka or hy: screen readers speak the name in it."),
    )
    family_name_first = models.BooleanField(_("family name first"), default=False)
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES, default="en")
    reads = ArrayField(
        models.CharField(max_length=8), default=list, blank=True, verbose_name=_("languages the person also reads")
    )
    zone = models.CharField(_("time zone"), max_length=64, default="UTC", validators=[known_zone])
    theme = models.CharField(_("theme"), max_length=8, choices=Theme, default=Theme.AUTO)
    contrast = models.CharField(_("contrast"), max_length=8, choices=Contrast, default=Contrast.NORMAL)
    text_size = models.CharField(_("text size"), max_length=8, choices=TextSize, default=TextSize.NORMAL)
    is_active = models.BooleanField(_("may sign in"), default=True)
    is_superuser = models.BooleanField(
        _("superuser"), default=False, help_text=_("Every right, without an appointment. For the first account only.")
    )
    joined_at = models.DateTimeField(_("joined"), default=timezone.now, editable=False)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["given_name", "family_name"]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="people_user_email_any_case",
                violation_error_message=_("Another account has this e-mail address."),
            )
        ]
        indexes = [models.Index(Lower("family_name"), Lower("given_name"), name="people_user_by_name")]

    def __str__(self) -> str:
        return self.display_name

    def clean(self) -> None:
        """Keep the address in lower case: sign-in looks it up so."""
        super().clean()
        self.email = self.email.strip().lower()

    # --- Names ---

    @property
    def latin_name(self) -> WrittenName:
        return WrittenName(self.given_name, self.family_name, self.family_name_first)

    @property
    def own_name(self) -> WrittenName:
        return WrittenName(self.given_name_own, self.family_name_own, self.family_name_first, self.own_language)

    @property
    def display_name(self) -> str:
        """The name in running text: in the own script for those who read it, in Latin letters for everybody else."""
        own = self.own_name
        readable = KINDRED.get(active_language(), {active_language()})
        return str(own) if own and own.lang in readable else str(self.latin_name) or self.email

    def get_short_name(self) -> str:
        """What the admin site greets with."""
        return self.display_name

    def name_of_record(self) -> str:
        """What the journal writes down: the name of this day, in letters that everybody reads."""
        return str(self.latin_name) or self.email

    def title_of_record(self) -> LocalisedText:
        """What the journal writes beside the name: the post and the body of this day, in every language."""
        held = self.standing.primary
        if held is None:
            return LocalisedText()
        return LocalisedText({language: held.described(language) for language in LANGUAGES})

    # --- Rights ---

    @cached_property
    def standing(self) -> Standing:
        return Standing(self)

    @property
    def is_staff(self) -> bool:
        """Whether the admin site opens."""
        return self.standing.is_administrator

    @property
    def needs_second_factor(self) -> bool:
        return self.is_superuser or self.standing.holds(*NEED_SECOND_FACTOR)

    def has_perm(self, permission: str, obj: models.Model | None = None) -> bool:
        from people.backends import PolicyBackend  # noqa: PLC0415  # backends import models

        return PolicyBackend().has_perm(self, permission, obj)

    def has_perms(self, permissions: Iterable[str], obj: models.Model | None = None) -> bool:
        return all(self.has_perm(permission, obj) for permission in permissions)

    def has_module_perms(self, app_label: str) -> bool:  # noqa: ARG002  # Django's name for it
        return self.is_staff

    def refresh_from_db(self, *args: Any, **kwargs: Any) -> None:
        """Forget the standing too: a fresh row with yesterday's rights would be worse than none."""
        self.__dict__.pop("standing", None)
        super().refresh_from_db(*args, **kwargs)


class Appointment(models.Model):
    """A function at an organisation for a period. History: it is ended, never deleted, so old acts stay explained."""

    user = models.ForeignKey(User, models.PROTECT, related_name="appointments", verbose_name=_("person"))
    function = models.CharField(_("function"), max_length=20, choices=Function)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="appointments", verbose_name=_("organisation")
    )
    centre = models.ForeignKey(
        Centre, models.PROTECT, null=True, blank=True, related_name="appointments", verbose_name=_("centre")
    )
    side = models.CharField(_("side"), max_length=1, choices=Side, blank=True)
    title = LocalisedTextField(_("title of the post"), blank=True)
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("Rights end at midnight after it, where the organisation is.")
    )
    is_primary = models.BooleanField(
        _("main post"), default=False, help_text=_("Says whose working days and which side come first for the person.")
    )

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("appointment")
        verbose_name_plural = _("appointments")
        indexes = [
            models.Index(fields=["function", "organisation"], name="people_appointment_holders"),
            models.Index(fields=["centre", "function"], name="people_appointment_of_centre"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="people_appointment_days_in_order",
                violation_error_message=_("An appointment cannot end before it starts."),
            ),
            models.CheckConstraint(
                condition=Q(side__in=["", *Side.values]),
                name="people_appointment_known_side",
                violation_error_message=_("A centre has two sides, A and B."),
            ),
            models.CheckConstraint(
                condition=~Q(function=Function.CO_DIRECTOR) | (Q(centre__isnull=False) & Q(side__in=Side.values)),
                name="people_co_director_has_centre_and_side",
                violation_error_message=_("Say which centre and which side the co-director signs for."),
            ),
            never_twice(
                "people_one_co_director_for_side_a",
                "centre",
                Q(function=Function.CO_DIRECTOR, side=Side.A),
                _("Side A of this centre has a co-director in this period. End that appointment first."),
            ),
            never_twice(
                "people_one_co_director_for_side_b",
                "centre",
                Q(function=Function.CO_DIRECTOR, side=Side.B),
                _("Side B of this centre has a co-director in this period. End that appointment first."),
            ),
            never_twice(
                "people_one_main_post_at_a_time",
                "user",
                Q(is_primary=True),
                _("This person has another main post in this period."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_function_display()}, {self.organisation}"

    def clean(self) -> None:
        """Refuse what the database cannot see: staff of a centre without the centre."""
        super().clean()
        if self.function in NEED_CENTRE and not self.centre_id:
            raise ValidationError({"centre": _("Say for which centre.")})

    @classmethod
    def prefetch_current(cls) -> models.Prefetch:
        """For lists of people: their posts of today as `posts_today`, in one query for the whole page."""
        current = cls.objects.current().select_related("organisation").order_by("-is_primary", "starts_on", "pk")
        return models.Prefetch("appointments", queryset=current, to_attr="posts_today")

    @property
    def post(self) -> str:
        """The post as its organisation calls it, else the function."""
        return str(self.title) or str(self.get_function_display())

    def described(self, language: str) -> str:
        """Post and organisation in one line, for records that outlive both."""
        with override(language):
            return f"{self.post}, {self.organisation.name}"

    @property
    def country_code(self) -> str:
        return self.organisation.country_id

    def is_current(self) -> bool:
        """Whether it is in force now. For one row in hand; sets of rows ask `Appointment.objects.current()`."""
        today = timezone.localdate(timezone=ZoneInfo(self.organisation.country.calendar.zone))
        return self.starts_on <= today and (self.ends_on is None or today <= self.ends_on)


def new_key() -> str:
    return get_random_string(32)


class Invitation(models.Model):
    """A post offered by mail. The link in it is signed, works once and runs out; sending again ends the older link."""

    email = models.EmailField(_("e-mail address"))
    given_name = models.CharField(_("given name"), max_length=80, blank=True)
    family_name = models.CharField(_("family name"), max_length=80, blank=True)
    language = models.CharField(_("language of the letter"), max_length=8, choices=settings.LANGUAGES, default="en")
    function = models.CharField(_("function"), max_length=20, choices=Function, default=Function.MEMBER)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="invitations", verbose_name=_("organisation")
    )
    centre = models.ForeignKey(
        Centre, models.PROTECT, null=True, blank=True, related_name="invitations", verbose_name=_("centre")
    )
    side = models.CharField(_("side"), max_length=1, choices=Side, blank=True)
    title = LocalisedTextField(_("title of the post"), blank=True)
    ends_on = models.DateField(_("last day of the appointment"), null=True, blank=True)
    invited_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("invited by"))
    key = models.CharField(max_length=32, default=new_key, editable=False)  # what makes the newest link the only one
    sent_at = models.DateTimeField(_("sent"), default=timezone.now, editable=False)
    expires_at = models.DateTimeField(_("runs out"), editable=False)
    accepted_at = models.DateTimeField(_("accepted"), null=True, editable=False)
    accepted_by = models.ForeignKey(
        User, models.PROTECT, null=True, editable=False, related_name="+", verbose_name=_("accepted by")
    )
    revoked_at = models.DateTimeField(_("revoked"), null=True, editable=False)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        indexes = [models.Index(Lower("email"), name="people_invitation_email")]

    def __str__(self) -> str:
        return f"{self.email}, {self.organisation}"

    @property
    def is_open(self) -> bool:
        return not self.accepted_at and not self.revoked_at and self.expires_at > timezone.now()

    @property
    def has_expired(self) -> bool:
        return not self.accepted_at and not self.revoked_at and self.expires_at <= timezone.now()

    def get_absolute_url(self) -> str:
        return reverse("people:accept_invitation", args=[self.token])

    @property
    def token(self) -> str:
        from people.tokens import sign  # noqa: PLC0415  # tokens know the model

        return sign(self)


class AccessRequest(models.Model):
    """Someone without an account asks to be let in; the focal point of the named organisation decides."""

    email = models.EmailField(_("work e-mail address"))
    given_name = models.CharField(_("given name"), max_length=80)
    family_name = models.CharField(_("family name"), max_length=80)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="access_requests", verbose_name=_("organisation")
    )
    function = models.CharField(_("function"), max_length=20, choices=Function, default=Function.MEMBER)
    reason = models.TextField(_("what the access is needed for"), max_length=1000)
    language = models.CharField(_("language of letters"), max_length=8, choices=settings.LANGUAGES, default="en")
    status = models.CharField(_("status"), max_length=10, choices=RequestStatus, default=RequestStatus.WAITING)
    asked_at = models.DateTimeField(_("asked"), default=timezone.now, editable=False)
    decided_at = models.DateTimeField(_("decided"), null=True, editable=False)
    decided_by = models.ForeignKey(
        User, models.PROTECT, null=True, editable=False, related_name="+", verbose_name=_("decided by")
    )
    decision_reason = models.TextField(_("reason of the decision"), max_length=1000, blank=True)
    invitation = models.OneToOneField(
        Invitation, models.SET_NULL, null=True, editable=False, related_name="access_request"
    )

    objects = AccessRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("access request")
        verbose_name_plural = _("access requests")
        ordering = ["asked_at", "pk"]
        indexes = [models.Index(fields=["organisation", "status"], name="people_access_waiting")]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                "organisation",
                condition=Q(status=RequestStatus.WAITING),
                name="people_one_waiting_access_request",
            )
        ]

    def __str__(self) -> str:
        return f"{self.given_name} {self.family_name}, {self.organisation}"

    def get_absolute_url(self) -> str:
        return reverse("people:decide_access_request", args=[self.pk])
