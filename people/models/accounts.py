"""Accounts. What somebody may do is read from appointments, never from the account."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, cached_property
from typing import Any, ClassVar
from zoneinfo import available_timezones

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.localised import LANGUAGES, LocalisedText, active_language
from people.enums import NEED_SECOND_FACTOR, Contrast, TextSize, Theme
from people.names import WrittenName
from people.querysets import UserManager
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
    anonymised_at = models.DateTimeField(_("anonymised"), null=True, blank=True, editable=False)

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
            ),
            models.CheckConstraint(
                condition=Q(anonymised_at=None) | Q(is_active=False, is_superuser=False),
                name="people_nobody_signs_in_anonymised",
                violation_error_message=_("This account stays closed."),
            ),
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
        """In the reader's language for somebody who left and took the name along."""
        if self.anonymised_at:
            return WrittenName(gettext("Former official"), str(self.pk), family_first=False)
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
