"""Delegations, the people they nominate or who register on their own, and what these hand in."""

from __future__ import annotations

import secrets
from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from events.enums import (
    CheckPoint,
    DelegationStatus,
    ListStatus,
    PaperKind,
    ParticipantStatus,
    Rank,
    Verdict,
    VisaState,
)
from events.models.belonging import OfEvent
from events.models.editions import Event
from events.querysets import DelegationQuerySet, EventParticipantQuerySet, ListQuerySet
from files.models import StoredFile
from people.models import Country, Organisation
from people.names import Named

CODE_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # none that is read as another


def new_code() -> str:
    """Eight letters and figures that are told apart on paper: what a badge carries."""
    return "".join(secrets.choice(CODE_LETTERS) for _place in range(8))


def new_secret() -> str:
    """What stands in a link that needs no account."""
    return secrets.token_urlsafe(24)


class Delegation(OfEvent, models.Model):
    """An invited body and those it sends. Stands in the order of protocol: states by their English short name.

    `nominees` is kept by a trigger: the database itself refuses a nominee beyond the quota.
    """

    event = models.ForeignKey(Event, models.CASCADE, related_name="delegations")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="delegations", verbose_name=_("invited body")
    )
    country = models.ForeignKey(Country, models.PROTECT, related_name="delegations", verbose_name=_("country"))
    status = models.CharField(
        _("state"), max_length=12, choices=DelegationStatus, default=DelegationStatus.PREPARED, editable=False
    )
    quota = models.PositiveSmallIntegerField(_("nominees"))
    nominees = models.PositiveSmallIntegerField(default=0, editable=False)
    head = models.ForeignKey(
        "events.Participant",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("head of delegation"),
    )
    letter_number = models.CharField(_("number of the invitation"), max_length=60, blank=True)
    letter_on = models.DateField(_("date of the invitation"), null=True, blank=True)
    due_at = models.DateTimeField(_("nomination due"), null=True, blank=True)
    nomination_number = models.CharField(_("number of the nomination letter"), max_length=60, blank=True)
    nomination_on = models.DateField(_("date of the nomination letter"), null=True, blank=True)
    signatory_name = models.CharField(_("signed by"), max_length=200, blank=True)
    signatory_post = models.CharField(_("post of the signatory"), max_length=200, blank=True)
    decline_reason = models.TextField(_("why no one comes"), blank=True, editable=False)
    invited_at = models.DateTimeField(_("invited"), null=True, blank=True, editable=False)
    submitted_at = models.DateTimeField(_("nomination sent"), null=True, blank=True, editable=False)
    forwarded_at = models.DateTimeField(_("nomination received"), null=True, blank=True, editable=False)
    reminded_at = models.DateTimeField(_("reminded"), null=True, blank=True, editable=False)
    nomination_reminded_at = models.DateTimeField(null=True, blank=True, editable=False)
    papers_reminded_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = DelegationQuerySet.as_manager()

    class Meta:
        verbose_name = _("delegation")
        verbose_name_plural = _("delegations")
        ordering: ClassVar = ["country__name__en", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("event", "organisation"),
                name="one_delegation_a_body",
                violation_error_message=_("This body has been invited already."),
            ),
            models.CheckConstraint(condition=Q(nominees__lte=F("quota")), name="delegation_within_quota"),
            models.CheckConstraint(
                condition=Q(invited_at__isnull=False)
                | Q(status__in=(DelegationStatus.PREPARED, DelegationStatus.CANCELLED)),
                name="delegation_invited_has_moment",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event.reference} {self.organisation}"

    def get_absolute_url(self) -> str:
        return reverse("events:delegation", args=[self.event.reference, self.pk])


class Participant(Named, OfEvent, models.Model):
    """Somebody who comes to an event: nominated by a delegation, or registered without one. An account is not needed.

    Names are those of the passport; `own` ones in the own script. `code` stands on the badge, `secret` in the links of
    letters to those without an account, `calendar_secret` in the address of the personal calendar.
    """

    event = models.ForeignKey(Event, models.PROTECT, related_name="participants")
    delegation = models.ForeignKey(
        Delegation, models.PROTECT, null=True, blank=True, related_name="participants", verbose_name=_("delegation")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="event_participations",
        verbose_name=_("account"),
    )
    status = models.CharField(
        _("state"), max_length=12, choices=ParticipantStatus, default=ParticipantStatus.NOMINATED, editable=False
    )
    given_name = models.CharField(_("given name, as in the passport"), max_length=80)
    family_name = models.CharField(_("family name, as in the passport"), max_length=80, blank=True)
    given_name_own = models.CharField(_("given name in own script"), max_length=80, blank=True)
    family_name_own = models.CharField(_("family name in own script"), max_length=80, blank=True)
    own_language = models.CharField(_("language of the own script"), max_length=8, blank=True)
    family_name_first = models.BooleanField(_("family name first"), default=False)
    email = models.EmailField(_("e-mail address"))
    language = models.CharField(_("language of letters"), max_length=8, choices=settings.LANGUAGES, default="en")
    post = models.CharField(_("post"), max_length=200, blank=True)
    rank = models.CharField(_("level"), max_length=8, choices=Rank, blank=True)
    organisation_name = models.CharField(_("organisation"), max_length=200, blank=True)
    country = models.ForeignKey(Country, models.PROTECT, related_name="+", verbose_name=_("country"))
    needs_language = models.CharField(
        _("language of interpretation"), max_length=8, blank=True, choices=settings.LANGUAGES
    )
    superior_name = models.CharField(_("superior"), max_length=200, blank=True)
    superior_email = models.EmailField(_("e-mail address of the superior"), blank=True)

    # Of a nominee.
    is_alternate = models.BooleanField(_("alternate"), default=False)
    order = models.PositiveSmallIntegerField(_("order in the nomination"), default=1)
    experience = models.TextField(_("experience in the subject"), blank=True)
    motivation = models.TextField(_("what the person seeks"), blank=True)
    earlier_training = models.CharField(_("earlier training in the host country"), max_length=300, blank=True)
    complete_and_correct = models.BooleanField(_("the information is complete and correct"), default=False)
    knows_language = models.BooleanField(_("works in a language of the event"), default=False)
    verdict = models.CharField(_("proposed"), max_length=8, choices=Verdict, blank=True, editable=False)
    verdict_reason = models.TextField(_("reasons"), blank=True, editable=False)
    replaces = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="replaced_by", editable=False
    )
    accepted_at = models.DateTimeField(_("accepted"), null=True, blank=True, editable=False)
    visa = models.CharField(_("visa"), max_length=12, choices=VisaState, default=VisaState.UNKNOWN)
    arrival_known = models.BooleanField(_("arrival is known"), default=False, editable=False)

    # Of a registration.
    answers = models.JSONField(_("answers"), default=dict, blank=True)
    queued_at = models.DateTimeField(_("on the waiting list since"), null=True, blank=True, editable=False)
    reminded_for = models.DateField(_("reminded of the first day"), null=True, blank=True, editable=False)

    code = models.CharField(_("badge"), max_length=8, unique=True, default=new_code, editable=False)
    secret = models.CharField(max_length=43, unique=True, default=new_secret, editable=False)
    calendar_secret = models.CharField(max_length=43, unique=True, default=new_secret, editable=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(_("entered"), default=timezone.now, editable=False)
    updated_at = models.DateTimeField(_("last change"), default=timezone.now, editable=False)
    claimed_at = models.DateTimeField(_("claimed"), null=True, blank=True, editable=False)
    anonymised_at = models.DateTimeField(_("anonymised"), null=True, blank=True, editable=False)

    objects = EventParticipantQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("event", "participant")
        verbose_name_plural = pgettext_lazy("event", "participants")
        ordering: ClassVar = ["order", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                F("event"),
                Lower("email"),
                condition=~Q(status__in=(ParticipantStatus.WITHDRAWN, ParticipantStatus.DECLINED)),
                name="one_place_a_person",
                violation_error_message=_("This address is entered for the event already."),
            ),
            models.CheckConstraint(
                condition=Q(delegation__isnull=False) | Q(is_alternate=False), name="alternates_belong_to_delegations"
            ),
            models.UniqueConstraint(fields=("replaces",), name="one_replacement_a_place"),
            models.CheckConstraint(
                condition=Q(status=ParticipantStatus.WAITING, queued_at__isnull=False)
                | ~Q(status=ParticipantStatus.WAITING),
                name="waiting_has_moment",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=("event", "-created_at", "-id"), name="participants_newest"),
            models.Index(fields=("event", "status", "queued_at", "id"), name="participants_queue"),
            models.Index(fields=("event", "family_name", "id"), name="participants_by_name"),
            models.Index(fields=("user", "event"), name="participations_of_user"),
            models.Index(Lower("email"), name="participants_by_email"),
            models.Index(
                fields=("event",),
                condition=Q(status__in=(ParticipantStatus.NOMINATED, ParticipantStatus.APPLIED)),
                name="participants_to_decide",
            ),
        ]

    def __str__(self) -> str:
        return self.display_name

    @property
    def reference(self) -> str:
        """What the journal calls the row: it outlives the name, which may have to be forgotten."""
        return f"{self.event.reference} · {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("events:participant", args=[self.event.reference, self.pk])

    def holds_a_seat(self) -> bool:
        return self.status in ParticipantStatus.seated()


class NomineeCheck(models.Model):
    """What an officer found when checking one nominee: the points that hold, and remarks where one does not."""

    participant = models.OneToOneField(Participant, models.CASCADE, related_name="nominee_check")
    points = ArrayField(
        models.CharField(max_length=12, choices=CheckPoint), default=list, blank=True, verbose_name=_("what holds")
    )
    note = models.TextField(_("remarks"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("checked"), default=timezone.now)

    class Meta:
        verbose_name = _("check of a nominee")
        verbose_name_plural = _("checks of nominees")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(points__contains=CheckPoint.values) | ~Q(note=""), name="a_doubt_has_remarks"
            )
        ]

    def __str__(self) -> str:
        return f"{self.participant}"


class ParticipantList(OfEvent, models.Model):
    """A list of who is accepted, put on reserve or not accepted, for both sides to agree to. Written once."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="participant_lists")
    number = models.PositiveSmallIntegerField(_("number"))
    status = models.CharField(
        _("state"), max_length=10, choices=ListStatus, default=ListStatus.PROPOSED, editable=False
    )
    note = models.TextField(_("note to both sides"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField(_("proposed"), default=timezone.now, editable=False)
    accepted_at = models.DateTimeField(_("accepted"), null=True, blank=True, editable=False)

    objects = ListQuerySet.as_manager()

    class Meta:
        verbose_name = _("list of participants")
        verbose_name_plural = _("lists of participants")
        ordering: ClassVar = ["-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("event", "number"), name="one_list_a_number"),
            models.UniqueConstraint(
                fields=("event",), condition=Q(status=ListStatus.PROPOSED), name="one_proposed_list"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event.reference}, {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("events:participant_list", args=[self.event.reference, self.number])


class ListEntry(models.Model):
    """What a list proposes for one nominee."""

    list = models.ForeignKey(ParticipantList, models.CASCADE, related_name="entries")
    participant = models.ForeignKey(Participant, models.PROTECT, related_name="list_entries")
    verdict = models.CharField(_("proposed"), max_length=8, choices=Verdict)
    reason = models.TextField(_("reasons"), blank=True)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("list", "participant"), name="one_line_a_nominee_of_a_list"),
            models.CheckConstraint(condition=Q(verdict=Verdict.ACCEPT) | ~Q(reason=""), name="a_refusal_has_reasons"),
        ]

    def __str__(self) -> str:
        return f"{self.participant}: {self.get_verdict_display()}"


class DelegationPaper(models.Model):
    """A paper that a delegation owes, and the file when it is in. The newest of a kind counts; older ones stay."""

    delegation = models.ForeignKey(Delegation, models.CASCADE, related_name="papers")
    kind = models.CharField(_("paper"), max_length=16, choices=PaperKind)
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES)
    file = models.OneToOneField(StoredFile, models.PROTECT, related_name="+", verbose_name=_("file"))
    note = models.CharField(_("note"), max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("handed in"), default=timezone.now)
    superseded_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("paper of a delegation")
        verbose_name_plural = _("papers of a delegation")
        ordering: ClassVar = ["-at", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("delegation", "kind", "language"), condition=Q(superseded_at=None), name="one_paper_a_kind"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.delegation}"


class TravelFile(models.Model):
    """Personal travel facts of one participant, encrypted; only the day of their destruction stands open.

    Opened by the participant and by the officers of the travel desk, and every opening stands in the journal.
    """

    participant = models.OneToOneField(Participant, models.CASCADE, related_name="travel")
    sealed = models.BinaryField(editable=False)
    # Which parts are known, so that nobody opens the facts to see what is missing: events.travel.Part.
    known = ArrayField(models.CharField(max_length=12), default=list, blank=True, editable=False)
    purge_on = models.DateField(_("destroyed on"))
    updated_at = models.DateTimeField(_("last change"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("travel facts")
        verbose_name_plural = _("travel facts")
        indexes: ClassVar = [models.Index(fields=("purge_on",), name="travel_to_purge")]

    def __str__(self) -> str:
        return f"{self.participant_id}"
