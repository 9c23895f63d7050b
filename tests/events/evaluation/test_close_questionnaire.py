import pytest
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from events.actions.evaluation import close_questionnaire
from tests.events.evaluation.conftest import journal


def test_closed_by_hand_and_once(questionnaire, officer, heard):
    heard.clear()
    closed = close_questionnaire(questionnaire, by=officer)
    assert (closed.status, heard) == ("closed", [])
    assert journal(closed)[-1] == ("close", "open", "closed", "officer@centre.example")
    with pytest.raises(RefusedError, match="no longer possible"):
        close_questionnaire(closed, by=officer)


def test_closed_by_the_clock(questionnaire):
    assert journal(close_questionnaire(questionnaire, by=None))[-1] == ("close", "open", "closed", "")


def test_only_officers(questionnaire, cast):
    for who in ("director_by", "official_ge", "advisor_kr"):
        with pytest.raises(PermissionDenied):
            close_questionnaire(questionnaire, by=cast.people[who])
