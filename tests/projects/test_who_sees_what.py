"""What a side has not approved is its own: the other side, the public and other countries do not know of it."""

from typing import Any

import pytest

from people.enums import Side
from projects.enums import EntryState, Stage, ValueState
from projects.models import Entry, Project, ReportedValue, SideNote
from projects.workflow import lifecycle
from tests.cast import Cast
from tests.projects.builders import make_entry, make_line, make_measure, make_period, make_project, make_value

OWN_SIDE = ("director_by", "leader_by", "official_by")
OTHER_SIDE = ("director_kr", "leader_kr", "advisor_kr")
NEUTRAL = ("officer",)
STRANGERS = ("official_ge", "contact_ge")


def seen_by(cast: Cast, rows: Any) -> set[str]:
    """Who of the cast sees any of these rows."""
    asked = (*OWN_SIDE, *OTHER_SIDE, *NEUTRAL, *STRANGERS)
    return {key for key in asked if rows.visible_to(cast.people[key]).exists()}


def test_a_note_is_its_sides_own(cast: Cast, project: Project) -> None:
    SideNote.objects.create(project=project, side=Side.A, text="Ours", by=cast.people["director_by"])
    assert seen_by(cast, SideNote.objects.all()) == set(OWN_SIDE)


def test_an_entry_that_is_not_approved_is_its_sides_own(cast: Cast, project: Project) -> None:
    make_entry(make_line(project, Side.A), state=EntryState.DRAFT)
    assert seen_by(cast, Entry.objects.all()) == set(OWN_SIDE)


def test_an_approved_entry_of_a_public_project_is_for_everybody(cast: Cast, project: Project, visitor: Any) -> None:
    make_entry(make_line(project, Side.A))
    assert Entry.objects.visible_to(visitor).count() == 1
    Project.objects.update(is_public=False)
    assert not Entry.objects.visible_to(visitor).exists()
    assert seen_by(cast, Entry.objects.all()) == {*OWN_SIDE, *OTHER_SIDE, *NEUTRAL}


@pytest.mark.parametrize(
    ("state", "who"),
    [
        (ValueState.DRAFT, set(OWN_SIDE)),
        (ValueState.SUBMITTED, {*OWN_SIDE, *NEUTRAL}),
        (ValueState.CHECKED, {*OWN_SIDE, *OTHER_SIDE, *NEUTRAL}),
    ],
)
def test_a_value_is_shared_step_by_step(cast: Cast, project: Project, state: str, who: set[str]) -> None:
    make_value(make_measure(project), make_period(project), state=state)
    assert seen_by(cast, ReportedValue.objects.all()) == who


def test_a_concept_paper_is_seen_by_its_bodies_until_it_is_submitted(cast: Cast) -> None:
    make_project(cast, stage=Stage.CONCEPT)
    assert seen_by(cast, Project.objects.all()) == {"official_by", "leader_by", "leader_kr", "advisor_kr"}


def test_each_side_has_one_key_to_the_start(cast: Cast) -> None:
    project = make_project(cast, stage=Stage.APPROVED)
    keys = lifecycle.steps["start"].keys
    assert keys is not None
    held = {key: keys.of(cast.people[key], project) for key in ("leader_by", "leader_kr", "director_by", "officer")}
    assert held == {"leader_by": {"a"}, "leader_kr": {"b"}, "director_by": {"a"}, "officer": set()}
