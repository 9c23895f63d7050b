from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from core.refusal import RefusedError
from events.actions.evaluation import (
    create_questionnaires,
    open_questionnaires,
)
from events.enums import SubjectKind
from events.models import Questionnaire
from tests.events.evaluation.conftest import drafted, journal


def soon(**ahead):
    return timezone.now() + timedelta(**ahead)


def statuses():
    return list(Questionnaire.objects.order_by("pk").values_list("status", flat=True))


def test_several_are_opened_and_told_once(event, officer, heard):
    rows, closes_at = [drafted(event, officer), drafted(event, officer)], soon(days=2)
    opened = open_questionnaires(event, by=officer, questionnaires=rows, closes_at=closes_at)
    assert [(one.status, one.closes_at, one.opened_at is None) for one in opened] == [("open", closes_at, False)] * 2
    assert heard == [("questionnaire_opened", {"questionnaire": opened[0], "event": event, "by": officer})]
    assert journal(opened[0])[1:] == [("open", "draft", "open", "officer@centre.example")]


def test_one_without_questions_opens_none(event, draft, officer, heard):
    [empty] = create_questionnaires(event, by=officer, subject=SubjectKind.EDITION, standard=False)
    with pytest.raises(RefusedError, match="has no questions"):
        open_questionnaires(event, by=officer, questionnaires=[draft, empty], closes_at=None)
    assert (statuses(), heard) == (["draft", "draft"], [])


def test_refusals_in_words(event, draft, questionnaire, officer):
    for rows, closes_at, words in (
        ([draft], soon(minutes=-1), "closing time has passed"),
        ([], None, "at least one questionnaire"),
        ([questionnaire], None, "no longer possible"),
    ):
        with pytest.raises(RefusedError, match=words):
            open_questionnaires(event, by=officer, questionnaires=rows, closes_at=closes_at)


def test_only_officers(event, draft, cast):
    for who in ("director_by", "official_ge", "advisor_kr"):
        person = cast.people[who]
        with pytest.raises(PermissionDenied):
            open_questionnaires(event, by=person, questionnaires=[draft], closes_at=None)
    assert statuses() == ["draft"]
