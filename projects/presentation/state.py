"""Where a project stands, in words and steps. Reads only."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from projects.enums import Stage
from projects.models import Project

SHAPES = {
    Stage.CONCEPT: "is-new",
    Stage.OPINIONS: "is-waiting",
    Stage.COMMITTEE: "is-waiting",
    Stage.APPROVED: "is-new",
    Stage.RUNNING: "is-going",
    Stage.SUSPENDED: "is-stopped",
    Stage.CLOSING: "is-going",
    Stage.CLOSED: "is-done",
    Stage.DECLINED: "is-stopped",
    Stage.WITHDRAWN: "is-stopped",
    Stage.CANCELLED: "is-stopped",
}


@dataclass(frozen=True)
class State:
    """A shape of look.md and the words beside it."""

    shape: str
    words: str | Promise


def state_of(project: Project) -> State:
    """What a reader wants to know first."""
    return state_of_stage(project.stage)


def state_of_stage(stage: str) -> State:
    """The same, of a stage that stands alone."""
    return State(SHAPES[Stage(stage)], Stage(stage).label)


@dataclass(frozen=True)
class Step:
    """A step of the project: done, now or to come, and its day."""

    name: str | Promise
    state: str
    on: Any = None


WAY = (Stage.CONCEPT, Stage.OPINIONS, Stage.COMMITTEE, Stage.APPROVED, Stage.RUNNING, Stage.CLOSING, Stage.CLOSED)
STANDS_FOR = {Stage.SUSPENDED: Stage.RUNNING, Stage.CANCELLED: Stage.RUNNING, Stage.DECLINED: Stage.COMMITTEE}


def steps_of(project: Project) -> list[Step]:
    """The way from the concept paper to the close, with the days that are known."""
    days = {
        Stage.OPINIONS: project.submitted_at,
        Stage.APPROVED: project.approved_at,
        Stage.RUNNING: project.started_on,
        Stage.CLOSING: project.ended_on,
    }
    stage = Stage(project.stage)
    at = STANDS_FOR.get(stage, stage)
    reached = WAY.index(at) if at in WAY else (1 if project.submitted_at else 0)
    found = []
    for number, one in enumerate(WAY):
        state = "done" if number < reached or stage == Stage.CLOSED else "now" if number == reached else ""
        words = stage.label if state == "now" else one.label
        found.append(Step(words, state, days.get(one) if number <= reached else None))
    return found
