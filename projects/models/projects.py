"""A joint project: what is wanted, who leads and pays, what was decided, what each side thinks."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agreements.models import Agreement, Decision
from consultations.models import Consultation
from core.localised import LocalisedTextField
from events.models import Event
from people.enums import Side
from people.models import Centre, Country, Organisation
from practices.models import Practice
from projects.currencies import Currency
from projects.enums import PartnerRole, ProjectKind, Stage, Verdict
from projects.models.belonging import OfProject
from projects.querysets import NoteQuerySet, OpinionQuerySet, ProjectQuerySet

# The texts of a concept paper, in the order of its form (F8).
CONCEPT = (
    "situation",
    "problem",
    "objective",
    "beneficiaries",
    "activities",
    "national_plan",
    "sustainability",
    "assumptions",
)


class Project(models.Model):
    """A joint project of both sides of a centre. Written only by actions; `stage` only by the workflow.

    Money is summed in `currency`, the one both sides report in. `decision` is the committee's that approved it.
    """

    centre = models.ForeignKey(Centre, models.PROTECT, related_name="projects", verbose_name=_("centre"))
    reference = models.CharField(_("number"), max_length=20, unique=True, editable=False)
    stage = models.CharField(_("state"), max_length=10, choices=Stage, default=Stage.CONCEPT, editable=False)
    kind = models.CharField(_("kind"), max_length=12, choices=ProjectKind)
    name = LocalisedTextField(_("name"))
    summary = LocalisedTextField(_("summary"), blank=True)
    programme_year = models.PositiveSmallIntegerField(_("programme year"), null=True, blank=True)
    country = models.ForeignKey(
        Country, models.PROTECT, related_name="projects", verbose_name=_("country it is carried out in")
    )
    place = LocalisedTextField(_("place"), blank=True)
    agreement = models.ForeignKey(
        Agreement, models.PROTECT, null=True, blank=True, related_name="projects", verbose_name=_("under the agreement")
    )
    decision = models.ForeignKey(
        Decision,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="projects",
        verbose_name=_("decision on it"),
        editable=False,
    )
    lead_a = models.ForeignKey(
        Organisation, models.PROTECT, related_name="leads_as_a", verbose_name=_("leading body of side A")
    )
    lead_b = models.ForeignKey(
        Organisation, models.PROTECT, related_name="leads_as_b", verbose_name=_("leading body of side B")
    )
    leader_a = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="leads_projects_a",
        verbose_name=_("project leader of side A"),
    )
    leader_b = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="leads_projects_b",
        verbose_name=_("project leader of side B"),
    )
    contractor = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="contracted", verbose_name=_("contractor")
    )
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("author"))
    resubmits = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="resubmissions",
        verbose_name=_("submitted before as"),
    )

    situation = LocalisedTextField(_("situation"), blank=True)
    problem = LocalisedTextField(_("problem and how it was found"), blank=True)
    objective = LocalisedTextField(_("objective"), blank=True)
    beneficiaries = LocalisedTextField(_("who benefits, with numbers"), blank=True)
    activities = LocalisedTextField(_("activities, in their order, and who is responsible"), blank=True)
    national_plan = LocalisedTextField(_("national plan it serves, and how far that is"), blank=True)
    sustainability = LocalisedTextField(_("who runs and pays it afterwards"), blank=True)
    assumptions = LocalisedTextField(_("assumptions and risks"), blank=True)

    currency = models.CharField(_("currency of the reports"), max_length=3, choices=Currency, default=Currency.USD)
    asked_a = models.DecimalField(_("expected from side A"), max_digits=20, decimal_places=2, null=True, blank=True)
    asked_b = models.DecimalField(_("expected from side B"), max_digits=20, decimal_places=2, null=True, blank=True)
    asked_other = models.DecimalField(_("expected from others"), max_digits=20, decimal_places=2, null=True, blank=True)

    planned_start_on = models.DateField(_("planned start"), null=True, blank=True)
    planned_end_on = models.DateField(_("planned end"), null=True, blank=True)
    started_on = models.DateField(_("started"), null=True, blank=True, editable=False)
    ended_on = models.DateField(_("ended"), null=True, blank=True, editable=False)

    # Who runs and pays what stays behind (product.md: the e-government view).
    run_by = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("run afterwards by")
    )
    paid_by = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("paid afterwards by")
    )
    running_cost = models.DecimalField(_("running cost a year"), max_digits=20, decimal_places=2, null=True, blank=True)
    running_currency = models.CharField(_("currency"), max_length=3, choices=Currency, blank=True)

    practices = models.ManyToManyField(Practice, related_name="projects", blank=True, verbose_name=_("practices"))
    consultations = models.ManyToManyField(
        Consultation, related_name="projects", blank=True, verbose_name=_("requests")
    )
    events = models.ManyToManyField(Event, related_name="projects", blank=True, verbose_name=_("events"))

    is_public = models.BooleanField(_("shown to the public once approved"), default=True)
    opinion_round = models.PositiveSmallIntegerField(_("round of opinions"), default=1, editable=False)
    revision = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(_("begun"), default=timezone.now, editable=False)
    updated_at = models.DateTimeField(_("last change"), default=timezone.now, editable=False)
    moved_at = models.DateTimeField(_("in this state since"), default=timezone.now, editable=False)
    submitted_at = models.DateTimeField(_("submitted"), null=True, blank=True, editable=False)
    approved_at = models.DateTimeField(_("approved"), null=True, blank=True, editable=False)
    registration_reminded_on = models.DateField(null=True, blank=True, editable=False)
    search = SearchVectorField(null=True, editable=False)

    objects = ProjectQuerySet.as_manager()

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projects")
        ordering: ClassVar = ["-created_at", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(planned_end_on=None)
                | Q(planned_start_on=None)
                | Q(planned_end_on__gte=F("planned_start_on")),
                name="project_plan_in_order",
                violation_error_message=_("A project cannot end before it starts."),
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(started_on__isnull=False, ended_on__gte=F("started_on")),
                name="project_days_in_order",
                violation_error_message=_("A project cannot end before it starts."),
            ),
            models.CheckConstraint(
                condition=Q(started_on__isnull=False) | ~Q(stage__in=(Stage.RUNNING, Stage.CLOSING, Stage.CLOSED)),
                name="project_running_has_started",
            ),
            models.CheckConstraint(
                condition=Q(decision__isnull=False, approved_at__isnull=False) | ~Q(stage__in=Stage.approved()),
                name="project_approved_by_a_decision",
            ),
            models.CheckConstraint(
                condition=Q(submitted_at__isnull=False) | Q(stage__in=(Stage.CONCEPT, Stage.WITHDRAWN)),
                name="project_submitted_has_moment",
            ),
            models.CheckConstraint(
                condition=~Q(lead_a=F("lead_b")),
                name="project_two_bodies_lead",
                violation_error_message=_("Each side has a leading body of its own."),
            ),
            models.CheckConstraint(
                condition=Q(leader_a=None) | Q(leader_b=None) | ~Q(leader_a=F("leader_b")),
                name="project_two_people_lead",
                violation_error_message=_("One person cannot lead for both sides."),
            ),
            models.CheckConstraint(
                condition=Q(running_cost=None) | ~Q(running_currency=""), name="project_running_cost_has_currency"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=("-created_at", "-id"), name="projects_latest"),
            models.Index(fields=("centre", "stage", "-created_at", "-id"), name="projects_of_centre"),
            models.Index(fields=("stage", "-created_at", "-id"), name="projects_by_stage"),
            GinIndex(fields=("search",), name="projects_search"),
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
        return reverse("projects:project", args=[self.reference])

    def side_codes(self) -> tuple[str, str]:
        """The calendars of both sides, for joint working days."""
        return self.centre.side_codes()

    def leader_id_of(self, side: str) -> int | None:
        """Who leads for a side, as a number; none while nobody is named."""
        return self.leader_a_id if side == Side.A else self.leader_b_id


class Partner(models.Model):
    """A body with a part in the project, by IATI's roles. A body may hold several."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="partners")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("body"))
    role = models.CharField(_("role"), max_length=1, choices=PartnerRole)
    side = models.CharField(_("side"), max_length=1, choices=Side, blank=True)
    activity_id = models.CharField(
        _("its own activity identifier"),
        max_length=100,
        blank=True,
        help_text=_("As the partner publishes it with IATI."),
    )

    class Meta:
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        ordering: ClassVar = ["role", "organisation__country__name__en", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("project", "organisation", "role"), name="project_one_role_a_body"),
            models.CheckConstraint(condition=Q(side__in=["", *Side.values]), name="project_partner_known_side"),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}, {self.get_role_display()}"


class Opinion(OfProject, models.Model):
    """What a side thinks of the concept paper, of one round of it. Given by a person who speaks for the side."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="opinions")
    round = models.PositiveSmallIntegerField(default=1, editable=False)
    side = models.CharField(_("side"), max_length=1, choices=Side)
    verdict = models.CharField(_("verdict"), max_length=10, choices=Verdict)
    text = LocalisedTextField(_("reasons and changes asked for"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    by_name = models.CharField(_("given by"), max_length=200, editable=False)
    by_title = LocalisedTextField(_("post"), blank=True, editable=False)
    given_at = models.DateTimeField(_("given"), default=timezone.now, editable=False)

    objects = OpinionQuerySet.as_manager()

    class Meta:
        verbose_name = _("opinion")
        verbose_name_plural = _("opinions")
        ordering: ClassVar = ["-round", "side"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("project", "round", "side"), name="project_one_opinion_a_side"),
        ]

    def __str__(self) -> str:
        return f"{self.project.reference}: {self.get_verdict_display()}"


class SideNote(OfProject, models.Model):
    """A note of one side on a project, for its own people alone: the other side never learns that it exists."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="notes")
    side = models.CharField(_("side"), max_length=1, choices=Side)
    text = models.TextField(_("note"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    at = models.DateTimeField(_("written"), default=timezone.now, editable=False)

    objects = NoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("note of a side")
        verbose_name_plural = _("notes of a side")
        ordering: ClassVar = ["-at", "-pk"]
        indexes: ClassVar = [models.Index(fields=("project", "side", "-at"), name="projects_notes_of_side")]

    def __str__(self) -> str:
        return f"N-{self.pk}"  # the journal calls it so: neither project nor side
