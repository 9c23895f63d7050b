"""Turning a key of a formal step, and knowing afterwards what it did."""

from typing import Any, NamedTuple

from core.workflow import Workflow


class Turned(NamedTuple):
    """The fresh row, whether the step has happened now, and the sides this person signed for."""

    row: Any
    happened: bool
    sides: list[str]


def turn_key(workflow: Workflow[Any], obj: Any, step: str, *, by: Any, reason: str = "", **changes: Any) -> Turned:
    """Turn one's own side's key; `by=None` signs for the sides that were silent. `changes` are saved when it happens.

    Called inside the transaction of the act. Raises what `Workflow.take` raises.
    """
    row = workflow.lock(obj)
    keys = workflow.steps[step].keys
    sides = sorted(keys.of(by, row)) if keys and by is not None else []
    row = workflow.take(row, step, by=by, reason=reason, **changes)
    return Turned(row, getattr(row, workflow.state) == workflow.steps[step].target, sides)
