"""Committees: their sessions, what lay before them, what they decided, and what is to be done about it."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from agreements.enums import (
    ActionStatus,
    DecisionKind,
    DecisionStatus,
    ItemKind,
    MemberRole,
    MinutesState,
    Owner,
    Presence,
    SessionStatus,
)
from agreements.models.agreements import Agreement
from agreements.models.belonging import OfSession
from agreements.querysets import (
    ActionQuerySet,
    CommitteePaperQuerySet,
    CommitteeSessionQuerySet,
    DecisionQuerySet,
    SessionMinutesQuerySet,
)
from core.localised import LocalisedTextField
from people.enums import Side
from people.models import Centre, Organisation


class Committee(models.Model):
    """A body of both governments that decides, such as the joint steering committee. Data of administrators."""

    centre = models.ForeignKey(Centre, models.PROTECT, related_name="committees", verbose_name=_("centre"))
    code = models.SlugField(_("code"), max_length=12, unique=True, help_text=_("It begins every symbol: JSC."))
    name = LocalisedTextField(_("name"))
    agreement = models.ForeignKey(
        Agreement, models.PROTECT, null=True, blank=True, related_name="committees", verbose_name=_("founded by")
    )
    quorum = models.PositiveSmallIntegerField(_("members of each side for a quorum"), default=1)

    class Meta:
        verbose_name = _("committee")
        verbose_name_plural = _("committees")
        ordering: ClassVar = ["code"]

    def __str__(self) -> str:
        return str(self.name)


class CommitteeSession(models.Model):
    """A meeting of a committee. Its number counts meetings; the programme year is another count, so both are kept."""

    committee = models.ForeignKey(Committee, models.PROTECT, related_name="sessions", verbose_name=_("committee"))
    number = models.PositiveSmallIntegerField(_("session"))
    programme_year = models.PositiveSmallIntegerField(_("programme year"))
    reference = models.CharField(_("symbol"), max_length=20, unique=True, editable=False)
    status = models.CharField(
        _("state"), max_length=10, choices=SessionStatus, default=SessionStatus.PLANNED, editable=False
    )
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    zone = models.CharField(_("time zone of the place"), max_length=40)
    place = LocalisedTextField(_("place"), blank=True)
    is_closed = models.BooleanField(
        _("closed meeting"),
        default=False,
        help_text=_("Agenda, papers and minutes stay with the members until released."),
    )
    release_on = models.DateField(_("released to the public from"), null=True, blank=True)
    papers_due_on = models.DateField(_("papers due"), null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    created_at = models.DateTimeField(_("created"), default=timezone.now, editable=False)
    moved_at = models.DateTimeField(_("in this state since"), default=timezone.now, editable=False)
    convened_at = models.DateTimeField(_("convened"), null=True, blank=True, editable=False)

    objects = CommitteeSessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("session of a committee")
        verbose_name_plural = _("sessions of committees")
        ordering: ClassVar = ["-starts_at", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("committee", "number"),
                name="committee_one_session_a_number",
                violation_error_message=_("The committee has a session with this number."),
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="committee_session_in_order",
                violation_error_message=_("A session cannot end before it begins."),
            ),
            models.CheckConstraint(
                condition=Q(release_on=None) | Q(is_closed=True),
                name="committee_only_closed_is_released",
                violation_error_message=_("Only a closed meeting has a day of release."),
            ),
            models.CheckConstraint(
                condition=Q(convened_at__isnull=False) | Q(status__in=(SessionStatus.PLANNED, SessionStatus.CANCELLED)),
                name="committee_convened_has_moment",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=("committee", "-starts_at", "-id"), name="committee_sessions_latest")]

    def __str__(self) -> str:
        return f"{self.reference} {self.committee.name}"

    @property
    def centre(self) -> Centre:
        return self.committee.centre

    @property
    def handle(self) -> str:
        return self.reference

    @property
    def title_text(self) -> Any:
        return self.committee.name

    def get_absolute_url(self) -> str:
        return reverse("agreements:session", args=[self.reference])

    def side_codes(self) -> tuple[str, str]:
        return self.committee.centre.side_codes()


class SessionMember(models.Model):
    """A person of a delegation to a session, with name and title of that day; with an account where there is one."""

    session = models.ForeignKey(CommitteeSession, models.CASCADE, related_name="members")
    side = models.CharField(_("side"), max_length=1, choices=Side, blank=True)
    role = models.CharField(_("role"), max_length=10, choices=MemberRole, default=MemberRole.MEMBER)
    presence = models.CharField(_("presence"), max_length=10, choices=Presence, default=Presence.EXPECTED)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("account")
    )
    name = models.CharField(_("name"), max_length=200)
    title = LocalisedTextField(_("title"), blank=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("body"))

    class Meta:
        verbose_name = _("member of a session")
        verbose_name_plural = _("members of a session")
        ordering: ClassVar = ["side", "role", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("session", "side"),
                condition=Q(role=MemberRole.HEAD),
                name="committee_one_head_a_side",
                violation_error_message=_("This side has a head of delegation already."),
            ),
            models.UniqueConstraint(
                fields=("session", "user"), condition=Q(user__isnull=False), name="committee_one_seat_a_person"
            ),
            models.CheckConstraint(
                condition=Q(role=MemberRole.OBSERVER) | Q(side__in=Side.values),
                name="committee_members_have_a_side",
                violation_error_message=_("Only observers sit on no side."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class AgendaItem(models.Model):
    """An item of the agenda, in the order of its number."""

    session = models.ForeignKey(CommitteeSession, models.CASCADE, related_name="items")
    number = models.PositiveSmallIntegerField(_("item"))
    kind = models.CharField(_("purpose"), max_length=12, choices=ItemKind, default=ItemKind.DECISION)
    title = LocalisedTextField(_("title"))
    note = LocalisedTextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("item of the agenda")
        verbose_name_plural = _("items of the agenda")
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("session", "number"), name="committee_one_item_a_number", deferrable=models.Deferrable.DEFERRED
            ),
        ]

    def __str__(self) -> str:
        return f"{self.session.reference}, {self.number}"


class CommitteePaper(OfSession, models.Model):
    """A paper of a session under its symbol. Each language of it is a file (`files`, `agreements.view_paper`)."""

    session = models.ForeignKey(CommitteeSession, models.CASCADE, related_name="papers")
    item = models.ForeignKey(
        AgendaItem, models.SET_NULL, null=True, blank=True, related_name="papers", verbose_name=_("item")
    )
    number = models.PositiveSmallIntegerField(_("number"))
    symbol = models.CharField(_("symbol"), max_length=40, unique=True, editable=False)
    title = LocalisedTextField(_("title"))
    is_closed = models.BooleanField(_("for members only"), default=False)
    release_on = models.DateField(_("released to the public from"), null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    created_at = models.DateTimeField(_("handed in"), default=timezone.now, editable=False)

    objects = CommitteePaperQuerySet.as_manager()

    class Meta:
        verbose_name = _("paper of a session")
        verbose_name_plural = _("papers of sessions")
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("session", "number"), name="committee_one_paper_a_number"),
            models.CheckConstraint(
                condition=Q(release_on=None) | Q(is_closed=True),
                name="committee_only_closed_papers_are_released",
                violation_error_message=_("Only a paper for members has a day of release."),
            ),
        ]

    def __str__(self) -> str:
        return self.symbol


class SessionMinutes(OfSession, models.Model):
    """A version of the minutes: drafted, laid before both sides, agreed by two keys."""

    session = models.ForeignKey(CommitteeSession, models.CASCADE, related_name="minutes")
    version = models.PositiveSmallIntegerField(_("version"))
    state = models.CharField(
        _("state"), max_length=10, choices=MinutesState, default=MinutesState.DRAFT, editable=False
    )
    text = LocalisedTextField(_("minutes"))
    revision = models.PositiveIntegerField(default=1, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    updated_at = models.DateTimeField(_("last change"), default=timezone.now, editable=False)
    proposed_at = models.DateTimeField(_("proposed"), null=True, blank=True, editable=False)
    agreed_at = models.DateTimeField(_("agreed"), null=True, blank=True, editable=False)

    objects = SessionMinutesQuerySet.as_manager()

    class Meta:
        verbose_name = _("minutes of a session")
        verbose_name_plural = _("minutes of sessions")
        ordering: ClassVar = ["-version"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("session", "version"), name="committee_one_version_of_minutes"),
            models.UniqueConstraint(
                fields=("session",),
                condition=Q(state__in=(MinutesState.DRAFT, MinutesState.PROPOSED)),
                name="committee_one_open_version_of_minutes",
            ),
            models.UniqueConstraint(
                fields=("session",), condition=Q(state=MinutesState.AGREED), name="committee_one_agreed_version"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.session.reference}, {self.version}"

    def get_absolute_url(self) -> str:
        return reverse("agreements:session_minutes", args=[self.session.reference, self.version])


class Decision(models.Model):
    """What a committee decided. It counts when both sides have countersigned; from the proposal on its text is frozen.

    Budget lines, projects and actions point here.
    """

    session = models.ForeignKey(CommitteeSession, models.PROTECT, related_name="decisions")
    item = models.ForeignKey(
        AgendaItem, models.PROTECT, null=True, blank=True, related_name="decisions", verbose_name=_("item")
    )
    number = models.PositiveSmallIntegerField(_("number"))
    reference = models.CharField(_("number of the decision"), max_length=30, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=10, choices=DecisionKind, default=DecisionKind.OTHER)
    title = LocalisedTextField(_("title"))
    text = LocalisedTextField(_("text"))
    status = models.CharField(
        _("state"), max_length=10, choices=DecisionStatus, default=DecisionStatus.DRAFT, editable=False
    )
    is_public = models.BooleanField(_("shown to the public"), default=True)
    revision = models.PositiveIntegerField(default=1, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    created_at = models.DateTimeField(_("written"), default=timezone.now, editable=False)
    moved_at = models.DateTimeField(_("in this state since"), default=timezone.now, editable=False)
    proposed_at = models.DateTimeField(_("proposed"), null=True, blank=True, editable=False)
    adopted_at = models.DateTimeField(_("adopted"), null=True, blank=True, editable=False)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering: ClassVar = ["session", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("session", "number"), name="committee_one_decision_a_number"),
            models.CheckConstraint(
                condition=Q(adopted_at__isnull=False) | ~Q(status=DecisionStatus.ADOPTED),
                name="committee_adopted_has_moment",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=("status", "-adopted_at"), name="committee_decisions_adopted")]

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"

    @property
    def handle(self) -> str:
        return self.reference

    @property
    def title_text(self) -> Any:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("agreements:decision", args=[self.reference])

    def side_codes(self) -> tuple[str, str]:
        return self.session.side_codes()


class Action(models.Model):
    """What somebody is to do because of a decision: whose side, which body, by when. Chased until it is settled."""

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="actions", verbose_name=_("decision"))
    number = models.PositiveSmallIntegerField(_("number"))
    text = LocalisedTextField(_("what is to be done"))
    owner = models.CharField(_("owed by"), max_length=4, choices=Owner)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("body that owes it")
    )
    due_on = models.DateField(_("due"))
    status = models.CharField(_("state"), max_length=8, choices=ActionStatus, default=ActionStatus.OPEN, editable=False)
    result = models.TextField(_("what became of it"), blank=True, editable=False)
    settled_on = models.DateField(_("settled"), null=True, blank=True, editable=False)
    reminded_on = models.DateField(_("reminded"), null=True, blank=True, editable=False)
    created_at = models.DateTimeField(_("written"), default=timezone.now, editable=False)

    objects = ActionQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("committee", "action")
        verbose_name_plural = pgettext_lazy("committee", "actions")
        ordering: ClassVar = ["due_on", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("decision", "number"), name="committee_one_action_a_number"),
            models.CheckConstraint(
                condition=Q(status=ActionStatus.OPEN, settled_on=None)
                | ~Q(status=ActionStatus.OPEN) & Q(settled_on__isnull=False) & ~Q(result=""),
                name="committee_action_settled_is_explained",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=("due_on", "id"), condition=Q(status=ActionStatus.OPEN), name="committee_actions_due"),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        return f"{self.decision.reference}/A{self.number}"

    @property
    def handle(self) -> str:
        return self.reference

    @property
    def title_text(self) -> Any:
        return self.text

    def get_absolute_url(self) -> str:
        """A page of its own: the body that owes it may not see the decision of a closed meeting."""
        return reverse("agreements:action", args=[self.decision.reference, self.number])

    def side_codes(self) -> tuple[str, str]:
        return self.decision.side_codes()

    def is_late(self, today: date) -> bool:
        return self.status == ActionStatus.OPEN and self.due_on < today
