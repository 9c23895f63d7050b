"""A request, its numbered questions, its people."""

from typing import Any, ClassVar

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

from consultations.enums import (
    AnswerState,
    RequestType,
    Role,
    Status,
    Use,
)
from consultations.models.lists import Criterion, Topic, language_field
from consultations.querysets import ConsultationQuerySet, ParticipantQuerySet
from core.localised import LocalisedTextField
from people.models import Centre, Country, Organisation
from practices.models import Practice


class Consultation(models.Model):
    """A request for advice, from draft to accepted answer.

    The original stands in `language`; every other language of its texts is a translation (see RequestTranslation).
    Written only by actions; `status` only by the workflow.
    """

    centre = models.ForeignKey(Centre, models.PROTECT, related_name="consultations", verbose_name=_("centre"))
    reference = models.CharField(  # noqa: DJ001  unique, and drafts have none
        _("number"), max_length=20, unique=True, null=True, editable=False
    )
    status = models.CharField(_("state"), max_length=20, choices=Status, default=Status.DRAFT, editable=False)
    type = models.CharField(_("type"), max_length=24, choices=RequestType, default=RequestType.WRITTEN_OPINION)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="consultations", verbose_name=_("requesting body")
    )
    country = models.ForeignKey(Country, models.PROTECT, related_name="consultations", verbose_name=_("country"))
    unit = models.CharField(_("unit"), max_length=200, blank=True)
    requester = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="requested", verbose_name=_("requester")
    )
    signatory_name = models.CharField(_("authorised signatory"), max_length=200, blank=True)
    signatory_post = models.CharField(_("post of the signatory"), max_length=200, blank=True)
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("desk")
    )
    practice = models.ForeignKey(
        Practice,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="consultations",
        verbose_name=_("practice it asks about"),
        editable=False,
    )

    language = language_field(_("language of the request"), default="en")
    title = LocalisedTextField(_("title"), blank=True)
    topic = models.ForeignKey(Topic, models.PROTECT, null=True, blank=True, verbose_name=_("subject"))
    state_of_play = LocalisedTextField(_("state of play"), blank=True)
    legal_basis = LocalisedTextField(_("legal or strategy basis"), blank=True)
    expected_result = LocalisedTextField(_("expected result and use"), blank=True)
    earlier_help = models.TextField(_("earlier help on this topic"), blank=True)
    linked_to = models.CharField(_("linked project or article of an agreement"), max_length=300, blank=True)
    preferred_advisor = models.CharField(_("preferred institution or advisor"), max_length=300, blank=True)
    languages = ArrayField(
        models.CharField(max_length=8),
        default=list,
        blank=True,
        verbose_name=_("languages in which the answer is read"),
    )
    is_urgent = models.BooleanField(_("urgent"), default=False)
    urgency_reason = models.CharField(_("reason of the urgency"), max_length=500, blank=True)
    is_confidential = models.BooleanField(_("confidential"), default=False)
    revision = models.PositiveIntegerField(_("revision of the original"), default=1, editable=False)

    answer_state = models.CharField(_("answer"), max_length=12, choices=AnswerState, blank=True, editable=False)
    due_at = models.DateTimeField(_("due"), null=True, blank=True, editable=False)
    created_at = models.DateTimeField(_("created"), default=timezone.now, editable=False)
    updated_at = models.DateTimeField(_("last change"), default=timezone.now, editable=False)
    moved_at = models.DateTimeField(_("in this state since"), default=timezone.now, editable=False)
    submitted_at = models.DateTimeField(_("sent"), null=True, blank=True, editable=False)
    registered_at = models.DateTimeField(_("registered"), null=True, blank=True, editable=False)
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True, editable=False)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True, editable=False)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True, editable=False)

    usefulness = models.PositiveSmallIntegerField(_("usefulness"), null=True, blank=True, editable=False)
    feedback = models.TextField(_("comment on the answer"), blank=True, editable=False)
    use = models.CharField(_("use of the advice"), max_length=10, choices=Use, blank=True, editable=False)
    use_reason = models.TextField(_("why"), blank=True, editable=False)
    use_asked_at = models.DateTimeField(_("use asked about"), null=True, blank=True, editable=False)
    use_reported_at = models.DateTimeField(_("use reported"), null=True, blank=True, editable=False)

    search = SearchVectorField(null=True, editable=False)

    objects = ConsultationQuerySet.as_manager()

    class Meta:
        verbose_name = _("consultation request")
        verbose_name_plural = _("consultation requests")
        ordering: ClassVar = ["-updated_at", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(reference__isnull=False) | ~Q(status__in=Status.numbered()), name="consultation_numbered"
            ),
            models.CheckConstraint(
                condition=Q(submitted_at__isnull=False) | Q(status__in=(Status.DRAFT, Status.WITHDRAWN)),
                name="consultation_submitted",
            ),
            models.CheckConstraint(
                condition=Q(is_urgent=False) | ~Q(urgency_reason="") | Q(status=Status.DRAFT),
                name="consultation_urgency_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(usefulness=None) | Q(usefulness__range=(1, 5)), name="consultation_usefulness_1_to_5"
            ),
            models.CheckConstraint(
                condition=(Q(use="") & Q(use_reported_at=None)) | (~Q(use="") & Q(use_reported_at__isnull=False)),
                name="consultation_use_has_moment",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=("-updated_at", "-id"), name="consultation_newest"),
            models.Index(fields=("organisation", "-updated_at", "-id"), name="consultation_of_body"),
            models.Index(fields=("country", "-updated_at", "-id"), name="consultation_of_country"),
            models.Index(fields=("status", "-updated_at", "-id"), name="consultation_by_state"),
            models.Index(fields=("status", "due_at", "id"), name="consultation_due"),
            models.Index(fields=("requester", "-updated_at", "-id"), name="consultation_of_requester"),
            models.Index(fields=("topic", "-updated_at", "-id"), name="consultation_by_topic"),
            GinIndex(fields=("search",), name="consultation_search"),
        ]

    def __str__(self) -> str:
        return f"{self.handle} {self.title}"

    @property
    def handle(self) -> str:
        """The number on papers once there is one; until then a draft number that keeps leading here."""
        return self.reference or f"D-{self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("consultations:detail", args=[self.handle])

    @property
    def is_open(self) -> bool:
        return self.status in Status.open()

    @property
    def title_text(self) -> Any:
        """The title, or words for a draft that has none yet."""
        return self.title or _("Draft without a title")

    def side_codes(self) -> tuple[str, str]:
        """The two sides that decide: the silence is counted in their joint working days."""
        return self.centre.side_codes()


class PreferredWindow(models.Model):
    """Dates the requester would like, in order of wish."""

    consultation = models.ForeignKey(Consultation, models.CASCADE, related_name="windows")
    position = models.PositiveSmallIntegerField()
    starts_on = models.DateField(pgettext_lazy("date", "from"))
    ends_on = models.DateField(pgettext_lazy("date", "to"))

    class Meta:
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("consultation", "position"), name="one_window_a_position"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="window_days_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.starts_on}–{self.ends_on}"


class Question(models.Model):
    """A numbered question. Its original is frozen at registration; the answer goes question by question."""

    consultation = models.ForeignKey(Consultation, models.CASCADE, related_name="questions")
    number = models.PositiveSmallIntegerField(_("number"))
    text = LocalisedTextField(_("question"))

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("consultation", "number"), name="one_question_a_number", deferrable=models.Deferrable.DEFERRED
            ),
            models.CheckConstraint(condition=Q(number__range=(1, 6)), name="one_to_six_questions"),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"


class RequestTranslation(models.Model):
    """A translation of the request's texts, and the revision of the original it was made from."""

    consultation = models.ForeignKey(Consultation, models.CASCADE, related_name="translations")
    language = language_field(_("language"))
    of_revision = models.PositiveIntegerField(_("of revision"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("consultation", "language"), name="one_translation_a_language")
        ]

    def __str__(self) -> str:
        return f"{self.language} of revision {self.of_revision}"


class Participant(models.Model):
    """Someone who works on a request, in a role, for a time. History stays when work is handed over."""

    consultation = models.ForeignKey(Consultation, models.CASCADE, related_name="participants")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="participations")
    role = models.CharField(_("role"), max_length=12, choices=Role)
    since = models.DateTimeField(_("since"), default=timezone.now)
    until = models.DateTimeField(_("until"), null=True, blank=True)

    objects = ParticipantQuerySet.as_manager()

    class Meta:
        verbose_name = _("participant")
        verbose_name_plural = _("participants")
        ordering: ClassVar = ["since", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("consultation", "user"), condition=Q(until=None), name="one_role_a_person_at_a_time"
            ),
            models.UniqueConstraint(
                fields=("consultation",), condition=Q(until=None, role=Role.LEAD), name="one_lead_advisor"
            ),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="participation_in_order"),
        ]
        indexes: ClassVar = [
            models.Index(fields=("user", "consultation"), condition=Q(until=None), name="participations_now")
        ]

    def __str__(self) -> str:
        return f"{self.user} ({self.get_role_display()})"


class CriterionScore(models.Model):
    """What one side gave for one criterion when it decided."""

    consultation = models.ForeignKey(Consultation, models.CASCADE, related_name="scores")
    criterion = models.ForeignKey(Criterion, models.PROTECT)
    side = models.CharField(max_length=1)
    score = models.PositiveSmallIntegerField(validators=[MaxValueValidator(5)])

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("consultation", "side", "criterion"), name="one_score_a_side"),
            models.CheckConstraint(condition=Q(score__range=(0, 5)), name="score_0_to_5"),
        ]

    def __str__(self) -> str:
        return f"{self.criterion}: {self.score}"


def texts_of(consultation: Consultation) -> dict[str, Any]:
    """The translatable texts of a request by field name; the questions are rows beside it."""
    return {name: getattr(consultation, name) for name in ("title", "state_of_play", "legal_basis", "expected_result")}
