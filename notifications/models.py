"""What people were told, by which way, and what they wish to be told."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.models import About
from notifications.enums import Channel, Rhythm, State
from notifications.querysets import DeliveryQuerySet, DigestWishQuerySet, NotificationQuerySet

TO_PERSON = Q(user__isnull=False, address="", language="")
TO_ADDRESS = Q(user=None, in_inbox=False) & ~Q(address="") & ~Q(language="")


class Digest(models.Model):
    """What could wait, told to one person in one letter. A person gets one a day at most."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="digests", verbose_name=_("reader"))
    for_day = models.DateField(_("day"))
    created_at = models.DateTimeField(_("written"), default=timezone.now)

    class Meta:
        verbose_name = _("digest")
        verbose_name_plural = _("digests")
        ordering: ClassVar = ["-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("user", "for_day"), name="one_digest_a_person_and_day")
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.for_day:%Y-%m-%d}"


class Notification(About):
    """News for one reader: a person, or an address that has no account yet.

    Only identifiers are kept. What it says is written when it is read or sent, in the language of that moment, and only
    as far as the reader may then see it. `event` names what happened, so that nobody is told of it twice. `for_digest`
    ones have no letter of their own: they wait for the reader's next digest, unless they are read before.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="notifications",
        verbose_name=_("reader"),
    )
    address = models.EmailField(_("address without an account"), blank=True)
    language = models.CharField(_("language"), max_length=8, blank=True, choices=settings.LANGUAGES)
    kind = models.CharField(_("kind"), max_length=40)
    event = models.CharField(pgettext_lazy("news", "event"), max_length=120)
    context = models.JSONField(_("details"), default=dict, blank=True)
    in_inbox = models.BooleanField(_("shown in the inbox"), default=True)
    created_at = models.DateTimeField(_("at"), default=timezone.now)
    read_at = models.DateTimeField(_("read"), null=True, blank=True)
    for_digest = models.BooleanField(_("told by mail in a digest"), default=False, db_default=False)
    digest = models.ForeignKey(
        Digest, models.SET_NULL, null=True, blank=True, related_name="lines", verbose_name=_("digest")
    )

    objects = NotificationQuerySet.as_manager()

    class Meta:
        verbose_name = _("notification")
        verbose_name_plural = _("notifications")
        ordering: ClassVar = ["-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=TO_PERSON | TO_ADDRESS, name="notification_person_or_address"),
            models.CheckConstraint(
                condition=Q(digest=None) | Q(for_digest=True, user__isnull=False),
                name="lines_of_digests_waited_for_one",
            ),
            models.UniqueConstraint(
                fields=("user", "event"), condition=Q(user__isnull=False), name="a_person_is_told_once"
            ),
            models.UniqueConstraint(
                fields=("address", "event"), condition=Q(user=None), name="an_address_is_told_once"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=("user", "-id"), condition=Q(in_inbox=True), name="inbox_newest"),
            models.Index(fields=("user",), condition=Q(in_inbox=True, read_at=None), name="inbox_unread"),
            models.Index(
                fields=("user",), condition=Q(for_digest=True, digest=None, read_at=None), name="news_for_a_digest"
            ),
            models.Index(fields=("content_type", "object_id"), name="notifications_of_object"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.created_at:%Y-%m-%d %H:%M}"


class Delivery(models.Model):
    """One letter on its way: news or a digest. It leaves `pending` in the transaction that has sent it."""

    notification = models.ForeignKey(
        Notification,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="deliveries",
        verbose_name=_("notification"),
    )
    digest = models.OneToOneField(
        Digest, models.CASCADE, null=True, blank=True, related_name="letter", verbose_name=_("digest")
    )
    channel = models.CharField(_("channel"), max_length=8, choices=Channel, default=Channel.MAIL)
    address = models.EmailField(_("address"))
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.PENDING)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    next_try_at = models.DateTimeField(_("next attempt"), default=timezone.now)
    last_error = models.TextField(_("what the mail server said"), blank=True)
    created_at = models.DateTimeField(_("written"), default=timezone.now)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        ordering: ClassVar = ["-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("notification", "channel"), name="one_letter_a_channel"),
            models.CheckConstraint(
                condition=Q(notification__isnull=False, digest=None) | Q(notification=None, digest__isnull=False),
                name="a_letter_is_of_news_or_a_digest",
            ),
            models.CheckConstraint(
                condition=Q(state=State.SENT, sent_at__isnull=False) | (~Q(state=State.SENT) & Q(sent_at=None)),
                name="sent_letter_has_moment",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=("next_try_at", "id"), condition=Q(state=State.PENDING), name="letters_due"),
            models.Index(fields=("-id",), condition=Q(state=State.FAILED), name="letters_failed"),
            models.Index(fields=("address", "-id"), name="letters_to_address"),
        ]

    def __str__(self) -> str:
        return f"{self.address} {self.created_at:%Y-%m-%d %H:%M}"

    @property
    def message_id(self) -> str:
        """The same at every attempt, so that a repeat is known as one; not to be guessed from outside."""
        return mail_id("delivery", self.pk)


class Preference(models.Model):
    """A wish that differs from the rule, which is that everything comes by every channel."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("person"))
    kind = models.CharField(_("kind"), max_length=40)
    channel = models.CharField(_("channel"), max_length=8, choices=Channel)
    wanted = models.BooleanField(_("wanted"))

    class Meta:
        verbose_name = _("preference")
        verbose_name_plural = _("preferences")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("user", "kind", "channel"), name="one_wish_a_kind_and_channel")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.channel}: {self.wanted}"


class DigestWish(models.Model):
    """How often a person wishes the mail that can wait; who has none gets it at once.

    `next_at` is the moment before which no digest is written. Whether offices are open then is asked when it has come.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("person"))
    rhythm = models.CharField(_("how often"), max_length=8, choices=Rhythm)
    next_at = models.DateTimeField(_("next digest"))

    objects = DigestWishQuerySet.as_manager()

    class Meta:
        verbose_name = _("wish for digests")
        verbose_name_plural = _("wishes for digests")
        indexes: ClassVar = [
            models.Index(fields=("next_at", "id"), condition=~Q(rhythm=Rhythm.NEVER), name="digests_due")
        ]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.rhythm}"


class DeskVisit(models.Model):
    """When a person was last at the desk, and when the visit before this one ended."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("person"))
    seen_at = models.DateTimeField(_("last seen there"))
    since = models.DateTimeField(_("end of the visit before"), null=True, blank=True)

    class Meta:
        verbose_name = _("visit to the desk")
        verbose_name_plural = _("visits to the desk")

    def __str__(self) -> str:
        return f"{self.user_id} {self.seen_at:%Y-%m-%d %H:%M}"


def mail_id(*parts: object) -> str:
    """A Message-ID made of names and numbers: always the same for the same parts."""
    name = ".".join(str(part) for part in parts)
    host = settings.SITE_URL.partition("://")[2].partition(":")[0].partition("/")[0]
    return f"<{name}.{salted_hmac('notifications.mail_id', name, algorithm='sha256').hexdigest()[:24]}@{host}>"
