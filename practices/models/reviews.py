"""What officials of other countries say of a proposed entry."""

from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.localised import LocalisedTextField
from people.models import Country
from practices.enums import Confidence, ReviewState, Verdict
from practices.models.belonging import OfPractice
from practices.models.lists import ReviewCriterion, language_field
from practices.models.practices import Practice
from practices.querysets import ReviewQuerySet


class Review(OfPractice, models.Model):
    """One person's review of one round. A proposal that comes back after a return is reviewed anew: `round` counts.

    The reviewer's country is never the owner's, two reviews of a round never come from one country: the database
    refuses both. `practice_country` stands here for that comparison alone.
    """

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="reviews", verbose_name=_("practice"))
    round = models.PositiveSmallIntegerField(_("round"), default=1)
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="practice_reviews", verbose_name=_("reviewer")
    )
    country = models.ForeignKey(
        Country, models.PROTECT, related_name="+", verbose_name=_("country of the reviewer"), editable=False
    )
    practice_country = models.ForeignKey(Country, models.PROTECT, related_name="+", editable=False)
    state = models.CharField(_("state"), max_length=10, choices=ReviewState, default=ReviewState.ASKED, editable=False)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    asked_at = models.DateTimeField(_("asked"), default=timezone.now, editable=False)
    due_at = models.DateTimeField(_("due"))
    reminded_at = models.DateTimeField(null=True, blank=True, editable=False)
    given_at = models.DateTimeField(_("given"), null=True, blank=True, editable=False)
    has_no_conflict = models.BooleanField(_("declares no conflict of interest"), default=False)
    refusal = models.TextField(_("why not"), blank=True)
    verdict = models.CharField(_("advice"), max_length=8, choices=Verdict, blank=True)
    language = language_field(_("language of the review"), blank=True)
    comment = LocalisedTextField(_("reasons for the author"), blank=True)
    lock = models.PositiveIntegerField(default=0, editable=False)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        ordering: ClassVar = ["round", "asked_at", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(country=F("practice_country")), name="practices_reviewed_from_abroad"),
            models.UniqueConstraint(
                fields=("practice", "round", "reviewer"), name="practices_one_review_a_person_and_round"
            ),
            models.UniqueConstraint(
                fields=("practice", "round", "country"),
                condition=Q(state__in=(ReviewState.ASKED, ReviewState.GIVEN)),
                name="practices_one_review_a_country",
            ),
            models.CheckConstraint(
                condition=~Q(state=ReviewState.GIVEN)
                | Q(given_at__isnull=False, has_no_conflict=True, verdict__in=Verdict.values),
                name="practices_review_given_whole",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=("reviewer", "due_at"), condition=Q(state=ReviewState.ASKED), name="practices_reviews_owed"
            )
        ]

    def __str__(self) -> str:
        return f"{self.practice.reference}: {self.reviewer}"

    def get_absolute_url(self) -> str:
        return reverse("practices:review", args=[self.practice.reference, self.pk])

    @property
    def reference(self) -> str:
        """How the journal calls it: the reviewer's name is not the author's to read."""
        return f"{self.practice.reference} R{self.round}"


class ReviewScore(models.Model):
    """What a reviewer gave for one criterion, and how sure of it."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="scores")
    criterion = models.ForeignKey(ReviewCriterion, models.PROTECT)
    score = models.PositiveSmallIntegerField(_("score"), validators=[MaxValueValidator(5)])
    confidence = models.PositiveSmallIntegerField(_("confidence"), choices=Confidence, default=Confidence.MEDIUM)

    class Meta:
        ordering: ClassVar = ["criterion__position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("review", "criterion"), name="practices_one_score_a_criterion"),
            models.CheckConstraint(condition=Q(score__range=(0, 5)), name="practices_score_0_to_5"),
            models.CheckConstraint(condition=Q(confidence__in=Confidence.values), name="practices_known_confidence"),
        ]

    def __str__(self) -> str:
        return f"{self.criterion}: {self.score}"
