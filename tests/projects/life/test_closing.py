from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from projects.actions.closing import close
from projects.days import years_after
from projects.enums import Stage
from projects.models import PostCheck
from tests.projects.builders import END, make_project
from tests.projects.life.building import fresh


@pytest.fixture
def closing(cast):
    return make_project(cast, stage=Stage.CLOSING, ended_on=END)


def test_with_both_keys_each_side_owes_two_answers(closing, director_by, director_kr, heard):
    close(closing, by=director_kr)
    assert (fresh(closing).stage, PostCheck.objects.count(), heard()[0][0]) == (Stage.CLOSING, 0, "project_key_turned")
    with time_machine.travel("2028-02-29T12:00:00Z", tick=False):
        row = close(closing, by=director_by)
    assert (fresh(row).stage, heard()) == (Stage.CLOSED, [("project_closed", {"project": row, "by": director_by})])
    assert list(row.checks.values_list("years", "side", "due_on")) == [
        (1, "a", date(2029, 2, 28)),
        (1, "b", date(2029, 2, 28)),
        (3, "a", date(2031, 2, 28)),
        (3, "b", date(2031, 2, 28)),
    ]


def test_who_closes_and_when(cast, closing, leader_by, officer, official_ge, director_by):
    for person in (leader_by, officer, official_ge):
        with pytest.raises(PermissionDenied):
            close(closing, by=person)
    with pytest.raises(RefusedError, match="no longer possible"):
        close(make_project(cast), by=director_by)


def test_the_same_day_years_later():
    assert [years_after(date(2028, 2, 29), years) for years in (1, 3, 4)] == [
        date(2029, 2, 28),
        date(2031, 2, 28),
        date(2032, 2, 29),
    ]
