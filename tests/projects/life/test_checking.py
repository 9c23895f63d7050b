from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from projects.actions.checking import answer_check, ask_check, remind_check
from projects.enums import Stage
from projects.models import PostCheck
from projects.tasks.life import ask_for_checks, remind_of_checks
from tests.projects.builders import make_measure, make_project
from tests.projects.life.building import fresh, told

DUE = date(2029, 3, 1)


def minsk(*when):
    return datetime(*when, tzinfo=ZoneInfo("Europe/Minsk"))


@pytest.fixture
def check(cast):
    project = make_project(cast, stage=Stage.CLOSED)
    return PostCheck.objects.create(project=project, years=1, side="a", due_on=DUE)


def asked(check):
    check.asked_at = minsk(2026, 11, 2, 9)
    check.save()
    return check


def test_the_clock_asks_on_the_day_of_side_a(check, heard):
    with time_machine.travel(minsk(2029, 2, 28, 23), tick=False):
        assert (ask_for_checks(), ask_check(check)) == (0, None)
    with time_machine.travel(minsk(2029, 3, 1, 0, 30), tick=False):
        assert (ask_for_checks(), ask_for_checks()) == (1, 0)
    assert heard() == [("check_asked", {"check": check, "by": None})]
    assert told(check.project) == [("ask_check", "", "", "")]


def test_it_asks_once_more_after_twenty_joint_working_days(check, heard):
    asked(check)
    with time_machine.travel(minsk(2026, 11, 29, 9), tick=False):
        assert (remind_of_checks(), remind_check(check)) == (0, None)
    with time_machine.travel(minsk(2026, 12, 20, 9), tick=False):
        assert (remind_of_checks(), remind_of_checks()) == (1, 0)
    assert (fresh(check).reminded_on, heard()) == (date(2026, 12, 20), [("check_asked", {"check": check, "by": None})])


def test_a_side_answers_with_figures(check, leader_by, heard):
    measure = make_measure(check.project)
    figures = [{"measure": measure, "value": Decimal("12.50"), "source": " Register  of 2029 "}]
    row = answer_check(asked(check), by=leader_by, still_used=True, text={"en": "In use.", "ru": " "}, figures=figures)
    assert heard() == [("check_answered", {"check": row, "by": leader_by})]
    assert (fresh(row).still_used, fresh(row).text, fresh(row).by, fresh(row).figures) == (
        True,
        {"en": "In use."},
        leader_by,
        [{"measure": measure.pk, "value": "12.50", "source": "Register of 2029"}],
    )
    with pytest.raises(RefusedError, match="answered this question already"):
        answer_check(row, by=leader_by, still_used=False, text={"en": "No."})
    assert told(check.project)[-1][0] == "answer_check"


def test_an_answer_has_words_and_its_figures_have_sources(check, leader_by):
    asked(check)
    with pytest.raises(RefusedError, match="how it stands"):
        answer_check(check, by=leader_by, still_used=True, text={"en": " "})
    figure = {"measure": make_measure(check.project), "value": Decimal(1), "source": " "}
    with pytest.raises(RefusedError, match="has a source"):
        answer_check(check, by=leader_by, still_used=True, text={"en": "Yes."}, figures=[figure])
    figure |= {"measure": make_measure(make_project_like(check)), "source": "Register"}
    with pytest.raises(ValueError, match="an indicator of the project"):
        answer_check(check, by=leader_by, still_used=True, text={"en": "Yes."}, figures=[figure])
    assert fresh(check).answered_at is None


def make_project_like(check):
    project = fresh(check.project)
    project.pk, project.reference = None, "JP-2026-999"
    project.save()
    return project


def test_nobody_answers_before_it_was_asked(check, leader_by):
    with pytest.raises(RefusedError, match="on the day it is due"):
        answer_check(check, by=leader_by, still_used=True, text={"en": "Yes."})


def test_a_side_answers_for_itself(check, leader_kr, director_kr, officer, official_ge):
    asked(check)
    for person in (leader_kr, director_kr, officer, official_ge):
        with pytest.raises(PermissionDenied):
            answer_check(check, by=person, still_used=True, text={"en": "Yes."})


def test_what_was_answered_is_asked_no_more(check, leader_by):
    answer_check(asked(check), by=leader_by, still_used=True, text={"en": "Yes."})
    with time_machine.travel(minsk(2026, 11, 2) + timedelta(days=99), tick=False):
        assert (ask_check(check), remind_check(check), remind_of_checks()) == (None, None, 0)
