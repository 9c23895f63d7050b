"""The words of reading people. A day begins and ends where the appointment's organisation is."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Self, TypeVar

from django.contrib.auth.base_user import BaseUserManager
from django.db import models
from django.db.models import DateField, DateTimeField, Exists, F, Func, OuterRef, Q, Value
from django.db.models.functions import Cast, Lower
from django.utils import timezone

from core import policies
from core.localised import LANGUAGES, localised
from people.enums import Function, RequestStatus

if TYPE_CHECKING:
    from people.models import (  # noqa: F401  # in quotes below
        AccessRequest,
        Appointment,
        Consent,
        ConsentText,
        ExpertArea,
        ExpertProfile,
        ImportRow,
        Invitation,
        Organisation,
        TableImport,
        User,
    )

Row = TypeVar("Row", bound=models.Model, covariant=True)


def day_there(zone: str, at: datetime | None = None) -> Cast:
    """The date that the wall calendar shows at a moment, in the zone that the field `zone` names."""
    moment = Value(at or timezone.now(), output_field=DateTimeField())
    return Cast(Func(F(zone), moment, function="timezone", output_field=DateTimeField()), DateField())


def name_in(words: str, field: str = "name") -> Q:
    """Rows whose name holds the words, in whatever language it is written."""
    found = Q()
    for language in LANGUAGES:
        found |= Q(**{f"{field}__{language}__icontains": words})
    return found


class NamedQuerySet(models.QuerySet[Row]):
    """Rows with a `name` in several languages."""

    def by_name(self, language: str | None = None) -> Self:
        """In the order of the names the reader sees; case does not count."""
        return self.order_by(Lower(localised("name", language)), "pk")


class OrganisationQuerySet(NamedQuerySet["Organisation"]):
    def served(self) -> Self:
        """Bodies whose people may ask for access: those of the countries of a public centre."""
        from people.models import Centre  # noqa: PLC0415  # models import this module

        open_to = Q(country__in=Centre.objects.filter(is_public=True).values("countries"))
        sides = Centre.objects.filter(is_public=True)
        return self.filter(open_to | Q(country__in=sides.values("side_a")) | Q(country__in=sides.values("side_b")))

    def open_to_invite(self, user: User) -> Self:
        """Bodies that this person may invite people to."""
        return self.filter(policies.q("people.invite", user))


class UserQuerySet(policies.PolicyQuerySet["User"]):
    view_permission = "people.view_user"

    def active(self) -> Self:
        return self.filter(is_active=True)

    def holding(self, *functions: Function | str, at: datetime | None = None, **match: Any) -> Self:
        """Active people who hold one of the functions now; `match` narrows the appointment (`organisation=…`)."""
        from people.models import Appointment  # noqa: PLC0415  # models import this module

        held = Appointment.objects.current(at).filter(user=OuterRef("pk"), **match)
        if functions:
            held = held.filter(function__in=functions)
        return self.active().filter(Exists(held))

    def by_name(self) -> Self:
        return self.order_by(Lower("family_name"), Lower("given_name"), "pk")


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):  # type: ignore[misc]  # django-stubs: dynamic base
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        """An account; its address is kept in lower case, for people type it as they like."""
        user: User = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> User:
        """The first account of an empty house, for `manage.py createsuperuser`."""
        return self.create_user(email, password, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> User:
        user: User = self.get(email=(username or "").strip().lower())
        return user


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    def current(self, at: datetime | None = None) -> Self:
        """Those in force at a moment: from the first day to the end of the last one, both as dated there."""
        return self.alias(day=day_there("organisation__country__calendar__zone", at)).filter(
            Q(ends_on=None) | Q(ends_on__gte=F("day")), starts_on__lte=F("day")
        )

    def ended(self, at: datetime | None = None) -> Self:
        return self.alias(day=day_there("organisation__country__calendar__zone", at)).filter(ends_on__lt=F("day"))

    def later(self, at: datetime | None = None) -> Self:
        return self.alias(day=day_there("organisation__country__calendar__zone", at)).filter(starts_on__gt=F("day"))

    def ending_within(self, days: int) -> Self:
        """Those in force today whose last day is so near."""
        return self.current().filter(ends_on__lte=F("day") + timedelta(days=days))

    def for_standing(self) -> Self:
        """With all that a person's rights are read from, in one query."""
        return self.select_related("organisation__country__calendar", "centre")

    def newest_first(self) -> Self:
        return self.order_by("-starts_on", "-pk")


class InvitationQuerySet(policies.PolicyQuerySet["Invitation"]):
    view_permission = "people.view_invitation"

    def open(self) -> Self:
        """Neither accepted nor revoked nor run out."""
        return self.filter(accepted_at=None, revoked_at=None, expires_at__gt=timezone.now())

    def unanswered(self) -> Self:
        """Those that ran out: nobody accepted or revoked them."""
        return self.filter(accepted_at=None, revoked_at=None, expires_at__lte=timezone.now())


class AccessRequestQuerySet(policies.PolicyQuerySet["AccessRequest"]):
    view_permission = "people.decide_access_request"

    def waiting(self) -> Self:
        return self.filter(status=RequestStatus.WAITING)


class ExpertProfileQuerySet(policies.PolicyQuerySet["ExpertProfile"]):
    view_permission = "people.view_expert"

    def listed(self) -> Self:
        """Those whose owners agree to be found."""
        return self.filter(consent_to_be_listed=True, user__is_active=True)

    def knowing(self, area: ExpertArea) -> Self:
        from people.models import Expertise  # noqa: PLC0415  # models import this module

        return self.filter(pk__in=Expertise.objects.filter(area=area).values("profile"))

    def speaking(self, language: str) -> Self:
        from people.models import SpokenLanguage  # noqa: PLC0415  # models import this module

        return self.filter(pk__in=SpokenLanguage.objects.filter(language=language).values("profile"))

    def for_roster(self) -> Self:
        """With all that a line of the roster shows, in the same few queries however many lines there are."""
        from people.models import Appointment, AvailabilityWindow, User  # noqa: PLC0415  # models import this module

        people = User.objects.prefetch_related(Appointment.prefetch_current())
        to_come = AvailabilityWindow.objects.filter(until_on__gte=timezone.localdate())
        return self.prefetch_related(
            models.Prefetch("user", people),
            "expertise__area",
            "languages",
            models.Prefetch("windows", to_come, to_attr="to_come"),
        )


class ConsentTextQuerySet(models.QuerySet["ConsentText"]):
    def current(self) -> Self:
        """The words in force: the latest version for each purpose."""
        later = self.model._base_manager.filter(purpose=OuterRef("purpose"), version__gt=OuterRef("version"))
        return self.filter(~Exists(later)).order_by("-is_required", "purpose")


class ConsentQuerySet(models.QuerySet["Consent"]):
    def last_of(self, user: User) -> Self:
        """A person's last answer for each purpose, with the words it was given to."""
        later = self.model._base_manager.filter(
            user=user, text__purpose=OuterRef("text__purpose"), pk__gt=OuterRef("pk")
        )
        return self.filter(~Exists(later), user=user).select_related("text")


class TableImportQuerySet(models.QuerySet["TableImport"]):
    def of(self, user: User) -> Self:
        """Those that this person has handed in: nobody else sees a table before it is written."""
        return self.filter(by=user)


class ImportRowQuerySet(models.QuerySet["ImportRow"]):
    def in_state(self, state: str) -> Self:
        """All rows, or those in one state."""
        return self.filter(state=state) if state else self
