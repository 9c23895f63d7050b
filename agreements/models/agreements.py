"""The register: what the two governments have signed, and what each of them promised in it."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from agreements.days import months_before
from agreements.enums import (
    AgreementKind,
    AgreementStatus,
    AlertKind,
    CommitmentStatus,
    Ending,
    Owner,
    TextKind,
)
from agreements.models.belonging import OfAgreement
from agreements.querysets import AgreementQuerySet, CommitmentQuerySet
from core.localised import LocalisedTextField
from people.enums import Side
from people.models import Centre, Organisation


class Agreement(models.Model):
    """A signed paper, as both sides record it. Written only by actions; `status` only by the workflow.

    The tree of `parent` leads from the framework down to programme, project and annex. What a paper changes is named
    by `amends`; what it takes the place of by `supersedes`. `revision` grows with every saving of the record.
    """

    centre = models.ForeignKey(Centre, models.PROTECT, related_name="agreements", verbose_name=_("centre"))
    reference = models.CharField(_("number"), max_length=20, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=12, choices=AgreementKind)
    status = models.CharField(
        _("state"), max_length=10, choices=AgreementStatus, default=AgreementStatus.DRAFT, editable=False
    )
    title = LocalisedTextField(_("title"))
    subject = LocalisedTextField(_("what it is about"), blank=True)
    own_number = models.CharField(_("number on the paper"), max_length=60, blank=True)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="parts", verbose_name=_("under")
    )
    amends = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="amendments", verbose_name=_("amends")
    )
    supersedes = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="successors", verbose_name=_("supersedes")
    )

    signed_on = models.DateField(_("signed"))
    signed_at = LocalisedTextField(_("place of signing"), blank=True)
    in_force_on = models.DateField(_("in force from"), null=True, blank=True)
    condition = LocalisedTextField(_("condition of entry into force"), blank=True)
    ends_on = models.DateField(_("last day"), null=True, blank=True, help_text=_("Empty where it has no term."))
    renewal_months = models.PositiveSmallIntegerField(
        _("prolonged by itself, months"), default=0, help_text=_("0 where it is not prolonged without a new paper.")
    )
    notice_months = models.PositiveSmallIntegerField(_("period of notice, months"), default=0)
    languages = ArrayField(models.CharField(max_length=8), default=list, verbose_name=_("authentic languages"))
    prevailing = models.CharField(
        _("prevailing text"), max_length=8, blank=True, help_text=_("Empty where all authentic texts are equal.")
    )
    depositary = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("depositary")
    )
    original_at = models.CharField(_("where the originals are kept"), max_length=300, blank=True)
    is_public = models.BooleanField(_("shown to the public"), default=True)

    end_kind = models.CharField(_("end"), max_length=12, choices=Ending, blank=True, editable=False)
    ended_on = models.DateField(_("ended"), null=True, blank=True, editable=False)
    end_reason = models.TextField(_("why it ended"), blank=True, editable=False)

    revision = models.PositiveIntegerField(default=1, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    created_at = models.DateTimeField(_("begun"), default=timezone.now, editable=False)
    updated_at = models.DateTimeField(_("last change"), default=timezone.now, editable=False)
    moved_at = models.DateTimeField(_("in this state since"), default=timezone.now, editable=False)
    recorded_at = models.DateTimeField(_("recorded"), null=True, blank=True, editable=False)

    objects = AgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        ordering: ClassVar = ["-signed_on", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(in_force_on=None) | Q(in_force_on__gte=F("signed_on")),
                name="agreement_in_force_after_signing",
                violation_error_message=_("An agreement does not enter into force before it is signed."),
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("signed_on")),
                name="agreement_days_in_order",
                violation_error_message=_("An agreement cannot end before it is signed."),
            ),
            models.CheckConstraint(
                condition=Q(renewal_months=0) | Q(ends_on__isnull=False),
                name="agreement_prolongs_a_term",
                violation_error_message=_("Only a term can be prolonged: give the last day."),
            ),
            models.CheckConstraint(
                condition=Q(prevailing="") | Q(languages__contains=[F("prevailing")]),
                name="agreement_prevailing_is_authentic",
                violation_error_message=_("The prevailing text is one of the authentic ones."),
            ),
            models.CheckConstraint(
                condition=~Q(parent=F("pk")) & ~Q(amends=F("pk")) & ~Q(supersedes=F("pk")),
                name="agreement_not_of_itself",
            ),
            models.CheckConstraint(
                condition=Q(recorded_at__isnull=False) | ~Q(status__in=AgreementStatus.settled()),
                name="agreement_recorded_has_moment",
            ),
            models.CheckConstraint(
                condition=Q(status__in=(AgreementStatus.ENDING, AgreementStatus.ENDED))
                & ~Q(end_kind="")
                & Q(ended_on__isnull=False)
                | ~Q(status__in=(AgreementStatus.ENDING, AgreementStatus.ENDED)) & Q(end_kind="", ended_on=None),
                name="agreement_end_is_whole",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=("centre", "-signed_on", "-id"), name="agreements_of_centre"),
            models.Index(fields=("status", "ends_on"), name="agreements_by_end"),
            models.Index(fields=("-signed_on", "-id"), name="agreements_latest"),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"

    @property
    def handle(self) -> str:
        return self.reference

    @property
    def title_text(self) -> Any:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("agreements:agreement", args=[self.reference])

    def side_codes(self) -> tuple[str, str]:
        """The calendars of both sides, for joint working days."""
        return self.centre.side_codes()

    def notice_by(self) -> date | None:
        """The last day on which notice can be given before the present term ends; none where nothing ends."""
        return months_before(self.ends_on, self.notice_months) if self.ends_on and self.notice_months else None


class Party(models.Model):
    """A body that signed, by whom, with the name and title of that day. Order is a matter of the reader's copy."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="parties")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="signed_agreements", verbose_name=_("body")
    )
    side = models.CharField(_("side"), max_length=1, choices=Side, blank=True)
    name_then = LocalisedTextField(_("name of the body at signing"), blank=True)
    signatory = models.CharField(_("signatory"), max_length=200)
    signatory_own = models.CharField(_("name in the own script"), max_length=200, blank=True)
    signatory_title = LocalisedTextField(_("title at signing"))
    signed_on = models.DateField(_("signed on another day"), null=True, blank=True)

    class Meta:
        verbose_name = _("party")
        verbose_name_plural = _("parties")
        ordering: ClassVar = ["organisation__country__name__en", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("agreement", "organisation"), name="agreement_one_signature_a_body"),
            models.CheckConstraint(condition=Q(side__in=["", *Side.values]), name="agreement_party_known_side"),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.signatory}"


class AgreementText(OfAgreement, models.Model):
    """A text of the agreement in one language: the scan, the authentic text, an unofficial translation.

    Its file hangs on this row (`files`, permission `agreements.view_text`).
    """

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="texts")
    kind = models.CharField(_("kind of text"), max_length=12, choices=TextKind)
    language = models.CharField(_("language"), max_length=8)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    created_at = models.DateTimeField(_("added"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("text of an agreement")
        verbose_name_plural = _("texts of agreements")
        ordering: ClassVar = ["kind", "language", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("agreement", "kind", "language"), name="agreement_one_text_a_language"),
        ]

    def __str__(self) -> str:
        return f"{self.agreement.reference} {self.kind} {self.language}"


class Article(models.Model):
    """A numbered article. What it obliges somebody to is a commitment."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="articles")
    number = models.CharField(_("number"), max_length=12)
    position = models.PositiveSmallIntegerField(_("position"), default=0, editable=False)
    title = LocalisedTextField(_("heading"), blank=True)
    text = LocalisedTextField(_("text"))

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("agreement", "number"), name="agreement_one_article_a_number"),
        ]

    def __str__(self) -> str:
        return f"{self.agreement.reference}, {self.number}"


class Commitment(models.Model):
    """What a side promised in an article: by when, and what has become of it.

    Whoever owes it reports that it is fulfilled; the other side confirms. One that `recurs` begins anew each year.
    """

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="commitments")
    article = models.ForeignKey(Article, models.PROTECT, related_name="commitments", verbose_name=_("article"))
    number = models.PositiveSmallIntegerField(_("number"))
    text = LocalisedTextField(_("what is owed"))
    owner = models.CharField(_("owed by"), max_length=4, choices=Owner)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("body that owes it")
    )
    due_on = models.DateField(_("due"), null=True, blank=True)
    recurs = models.BooleanField(_("every year"), default=False)
    status = models.CharField(
        _("state"), max_length=10, choices=CommitmentStatus, default=CommitmentStatus.OPEN, editable=False
    )
    report = models.TextField(_("how it was fulfilled"), blank=True, editable=False)
    reported_by_side = models.CharField(max_length=1, choices=Side, blank=True, editable=False)
    settled_on = models.DateField(_("settled"), null=True, blank=True, editable=False)
    reminded_at = models.DateTimeField(null=True, blank=True, editable=False)
    follows = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="next", editable=False, verbose_name=_("follows")
    )
    moved_at = models.DateTimeField(_("in this state since"), default=timezone.now, editable=False)

    objects = CommitmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("commitment")
        verbose_name_plural = _("commitments")
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("agreement", "number"), name="agreement_one_commitment_a_number"),
            models.CheckConstraint(
                condition=Q(recurs=False) | Q(due_on__isnull=False),
                name="commitment_recurs_from_a_day",
                violation_error_message=_("What is owed every year has a day."),
            ),
            models.CheckConstraint(
                condition=Q(status__in=(CommitmentStatus.OPEN, CommitmentStatus.REPORTED), settled_on=None)
                | Q(status__in=(CommitmentStatus.FULFILLED, CommitmentStatus.DROPPED), settled_on__isnull=False),
                name="commitment_settled_has_day",
            ),
            models.CheckConstraint(
                condition=~Q(status=CommitmentStatus.REPORTED) | ~Q(reported_by_side=""),
                name="commitment_reported_by_a_side",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=("due_on", "id"), condition=Q(status=CommitmentStatus.OPEN), name="commitments_due"),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        return f"{self.agreement.reference}/C{self.number}"

    @property
    def handle(self) -> str:
        return self.reference

    @property
    def title_text(self) -> Any:
        return self.text

    def get_absolute_url(self) -> str:
        return reverse("agreements:commitment", args=[self.agreement.reference, self.number])

    def side_codes(self) -> tuple[str, str]:
        return self.agreement.side_codes()


class Alert(models.Model):
    """A warning that was given: of what, for which day, how many months before. Given once for each."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="alerts")
    kind = models.CharField(_("of what"), max_length=8, choices=AlertKind)
    months = models.PositiveSmallIntegerField(_("months before"))
    day = models.DateField(_("day warned of"))
    given_at = models.DateTimeField(pgettext_lazy("alert", "given"), default=timezone.now)

    class Meta:
        verbose_name = _("alert")
        verbose_name_plural = _("alerts")
        ordering: ClassVar = ["-given_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("agreement", "kind", "months", "day"), name="agreement_warned_once"),
        ]

    def __str__(self) -> str:
        return f"{self.agreement.reference} {self.kind} {self.months}"
