from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from core.refusal import RefusedError
from events.actions.evaluation import close_questionnaire, reopen_questionnaire
from events.models import Questionnaire


@pytest.fixture
def closed(questionnaire, officer):
    Questionnaire.objects.update(reminded_at=timezone.now())
    return close_questionnaire(questionnaire, by=officer)


def test_opened_again_with_a_new_closing_time_and_a_new_reminder(closed, event, officer, heard):
    heard.clear()
    closes_at = timezone.now() + timedelta(hours=3)
    row = reopen_questionnaire(closed, by=officer, closes_at=closes_at)
    assert (row.status, row.closes_at, row.reminded_at) == ("open", closes_at, None)
    assert heard == [("questionnaire_opened", {"questionnaire": row, "event": event, "by": officer})]


def test_what_is_not_possible(closed, officer):
    with pytest.raises(RefusedError, match="closing time has passed"):
        reopen_questionnaire(closed, by=officer, closes_at=timezone.now() - timedelta(days=1))
    reopen_questionnaire(closed, by=officer)
    with pytest.raises(RefusedError, match="no longer possible"):
        reopen_questionnaire(closed, by=officer)


def test_only_officers(closed, cast):
    for who in ("director_by", "official_ge", "advisor_kr"):
        with pytest.raises(PermissionDenied):
            reopen_questionnaire(closed, by=cast.people[who])
