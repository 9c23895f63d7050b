"""How people are let in: invitations, and requests for one."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from core.localised import LocalisedTextField
from people.enums import Function, RequestStatus, Side
from people.models.accounts import User
from people.models.bodies import Centre, Organisation
from people.querysets import AccessRequestQuerySet, InvitationQuerySet


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
