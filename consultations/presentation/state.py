"""One line of state, and the way of the request as steps. Reads only."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultations.enums import AnswerState, Status
from consultations.models import (
    Consultation,
)

SHAPES = {
    Status.DRAFT: "is-new",
    Status.SUBMITTED: "is-waiting",
    Status.REGISTERED: "is-waiting",
    Status.ACCEPTED: "is-going",
    Status.IN_PROGRESS: "is-going",
    Status.WAITING: "is-waiting",
    Status.ANSWERED: "is-waiting",
    Status.CLOSED: "is-done",
    Status.DECLINED: "is-stopped",
    Status.WITHDRAWN: "is-stopped",
}
WORDS: dict[str, Promise] = {
    Status.DRAFT: gettext_lazy("Draft"),
    Status.SUBMITTED: gettext_lazy("Waiting for the contact point"),
    Status.REGISTERED: gettext_lazy("Waiting for the keys of both sides"),
    Status.ACCEPTED: gettext_lazy("Agreed by both, advisor to be named"),
    Status.IN_PROGRESS: gettext_lazy("Answer in preparation"),
    Status.WAITING: gettext_lazy("Waiting for the requester"),
    Status.ANSWERED: gettext_lazy("Answered, waiting for acceptance"),
    Status.CLOSED: gettext_lazy("Answer accepted"),
    Status.DECLINED: gettext_lazy("Declined"),
    Status.WITHDRAWN: gettext_lazy("Withdrawn"),
}
ON_ITS_WAY: dict[str, Promise] = {
    AnswerState.TRANSLATION: gettext_lazy("Answer being translated"),
    AnswerState.CHECK: gettext_lazy("Answer being checked"),
}


@dataclass(frozen=True)
class State:
    """A shape and words that say who or what is awaited."""

    shape: str
    words: str | Promise


def state_of(consultation: Consultation) -> State:
    """The state of a request in a list or at the head of its page."""
    shape = SHAPES[Status(consultation.status)]
    words = WORDS[consultation.status]
    if consultation.status == Status.IN_PROGRESS:
        words = ON_ITS_WAY.get(consultation.answer_state, words)
    elif consultation.status == Status.DRAFT and consultation.submitted_at:
        return State("is-soon", gettext_lazy("Returned for revision"))
    return State(shape, words)


@dataclass(frozen=True)
class Stage:
    """One mark of the step indicator: done, now or to come; with a day, or the day it is due."""

    name: str
    state: str
    on: datetime | None = None
    due: datetime | None = None


LAST = 5  # the stage whose day is known beforehand


def stages_of(consultation: Consultation, due_at: datetime | None) -> list[Stage]:
    """The way of the request; `due_at` is when the present stage is due. One declined or withdrawn ends there."""
    now = consultation.status
    reached = {
        Status.DRAFT: 0,
        Status.SUBMITTED: 1,
        Status.REGISTERED: 2,
        Status.ACCEPTED: 3,
        Status.IN_PROGRESS: 3,
        Status.WAITING: 3,
        Status.ANSWERED: 4,
        Status.CLOSED: 5,
    }
    use_on = consultation.use_reported_at or (consultation.closed_at and consultation.closed_at + timedelta(days=182))
    names: list[tuple[str, datetime | None]] = [
        (_("Sent"), consultation.submitted_at),
        (_("Registered"), consultation.registered_at),
        (_("Agreed by both"), consultation.decided_at),
        (_("Answer"), consultation.answered_at),
        (_("Accepted"), consultation.closed_at),
        (_("Was it used?"), use_on),
    ]
    if now in (Status.DECLINED, Status.WITHDRAWN):
        ended = (_("Declined") if now == Status.DECLINED else _("Withdrawn"), consultation.moved_at)
        done = [(name, on) for name, on in names if on and on <= consultation.moved_at and name != _("Agreed by both")]
        return [*(Stage(name, "done", on) for name, on in done), Stage(ended[0], "now", ended[1])]
    here = 6 if consultation.use_reported_at else reached[Status(now)]
    stages = []
    for number, (name, on) in enumerate(names):
        if number < here:
            stages.append(Stage(name, "done", on))
        else:
            is_now = number == here
            stages.append(
                Stage(name, "now" if is_now else "", on if number == LAST else None, due_at if is_now else None)
            )
    return stages
