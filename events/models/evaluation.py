"""Questionnaires, built by officers, answered once and namelessly."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.localised import LocalisedTextField
from events.enums import QuestionKind, QuestionnaireStatus, SubjectKind
from events.models.belonging import OfEvent
from events.models.delegations import Participant
from events.models.editions import Event
from events.models.timetable import Contributor, Session
from events.querysets import QuestionnaireQuerySet


class BankQuestion(models.Model):
    """A question that is asked again every year. Its key ties the answers of all editions together."""

    key = models.SlugField(_("key"), max_length=40, unique=True)
    subject = models.CharField(_("about"), max_length=8, choices=SubjectKind)
    kind = models.CharField(_("answer"), max_length=8, choices=QuestionKind, default=QuestionKind.SCALE)
    text = LocalisedTextField(_("question"))
    choices = models.JSONField(_("choices"), default=list, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=1)
    is_active = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("question of the bank")
        verbose_name_plural = _("question bank")
        ordering: ClassVar = ["subject", "position", "pk"]

    def __str__(self) -> str:
        return str(self.text)


class Questionnaire(OfEvent, models.Model):
    """Questions about one subject of an event. What was answered is shown from five answers on."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="questionnaires")
    subject = models.CharField(_("about"), max_length=8, choices=SubjectKind)
    session = models.ForeignKey(
        Session, models.CASCADE, null=True, blank=True, related_name="questionnaires", verbose_name=_("session")
    )
    contributor = models.ForeignKey(
        Contributor, models.PROTECT, null=True, blank=True, related_name="questionnaires", verbose_name=_("speaker")
    )
    title = LocalisedTextField(_("title"))
    status = models.CharField(
        _("state"), max_length=8, choices=QuestionnaireStatus, default=QuestionnaireStatus.DRAFT, editable=False
    )
    opened_at = models.DateTimeField(_("opened"), null=True, blank=True, editable=False)
    closes_at = models.DateTimeField(_("closes"), null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True, editable=False)
    position = models.PositiveSmallIntegerField(_("position"), default=1)

    objects = QuestionnaireQuerySet.as_manager()

    class Meta:
        verbose_name = _("questionnaire")
        verbose_name_plural = _("questionnaires")
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=(Q(subject=SubjectKind.EDITION) & Q(session=None, contributor=None))
                | (Q(subject__in=(SubjectKind.SESSION, SubjectKind.VISIT)) & Q(session__isnull=False, contributor=None))
                | Q(subject=SubjectKind.SPEAKER, contributor__isnull=False),
                name="questionnaire_has_its_subject",
            ),
            models.CheckConstraint(
                condition=Q(status=QuestionnaireStatus.DRAFT) | Q(opened_at__isnull=False),
                name="questionnaire_open_has_moment",
            ),
        ]

    def __str__(self) -> str:
        return str(self.title)

    @property
    def title_text(self) -> Any:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("events:questionnaire", args=[self.event.reference, self.pk])


class Question(models.Model):
    """One question. From the opening on it is frozen; `key` compares editions."""

    questionnaire = models.ForeignKey(Questionnaire, models.CASCADE, related_name="questions")
    key = models.SlugField(_("key"), max_length=40)
    kind = models.CharField(_("answer"), max_length=8, choices=QuestionKind, default=QuestionKind.SCALE)
    text = LocalisedTextField(_("question"))
    choices = models.JSONField(_("choices"), default=list, blank=True)
    is_required = models.BooleanField(_("an answer is needed"), default=False)
    position = models.PositiveSmallIntegerField(_("position"), default=1)

    class Meta:
        verbose_name = _("question of the questionnaire")
        verbose_name_plural = _("questions of the questionnaire")
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("questionnaire", "key"),
                name="one_question_a_key",
                violation_error_message=_("Another question has this key."),
            )
        ]

    def __str__(self) -> str:
        return str(self.text)


class Ballot(models.Model):
    """That a participant has answered: not when, and not what. Nothing ties it to the answers."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    questionnaire = models.ForeignKey(Questionnaire, models.CASCADE, related_name="ballots")
    participant = models.ForeignKey(Participant, models.CASCADE, related_name="ballots")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=("questionnaire", "participant"), name="answered_once")]

    def __str__(self) -> str:
        return f"{self.questionnaire_id}"


class Response(models.Model):
    """What somebody answered, by key: who is not known, and the moment only to the day."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    questionnaire = models.ForeignKey(Questionnaire, models.CASCADE, related_name="responses")
    answers = models.JSONField(default=dict)
    day = models.DateField(default=timezone.localdate)

    class Meta:
        verbose_name = _("response")
        verbose_name_plural = _("responses")

    def __str__(self) -> str:
        return f"{self.questionnaire_id}"
