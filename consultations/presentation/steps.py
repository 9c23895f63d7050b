"""What the reader may do, and the one thing that is asked of him. Reads only."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from consultations.enums import AnswerState, Status
from consultations.models import (
    Consultation,
)
from consultations.workflow import lifecycle
from core.workflow import Step


@dataclass(frozen=True)
class Button:
    """A step as a link to the page that asks for what it needs."""

    name: str
    label: str | Promise
    url: str


@dataclass(frozen=True)
class Ask:
    """What is wanted from this reader: a sentence, by when, one button."""

    sentence: str | Promise
    button: Button
    due_at: datetime | None


# The page of each step, where it is not the step's own name.
PAGE = {"submit": "check", "answer": "check_answer", "decline": "decide"}
ASKS: dict[str, Promise] = {
    "submit": gettext_lazy("Finish the draft and send it."),
    "forward": gettext_lazy("Check the request, then forward it to the centre or return it with reasons."),
    "decide": gettext_lazy("Turn your side’s key. No reply by the due time counts as consent."),
    "assign": gettext_lazy("Name the advisor who answers."),
    "reply": gettext_lazy("Reply to the advisor’s question; until then the clock of the answer stands still."),
    "accept_answer": gettext_lazy("Read the answer, then accept it or reopen the request with reasons."),
    "write_answer": gettext_lazy("Write the answer, question by question, or ask the requester."),
    "translate_answer": gettext_lazy("Translate the answer into the language of the request."),
    "answer": gettext_lazy("Check the answer in both languages, then send it or send it back."),
    "report_use": gettext_lazy("Say whether the advice was used: half a year has passed."),
}
EXTRA = (
    "consultations.answer",
    "consultations.translate_answer",
    "consultations.edit",
    "consultations.write_message",
    "consultations.write_note",
    "consultations.translate_request",
    "consultations.report_use",
    "consultations.carry_answer",
    "consultations.check_answer",
    "consultations.assign",
)


def permissions_asked(consultation: Consultation) -> list[str]:
    """Every permission the page of a request wants to know, for one query."""
    return [*(step.permission for step in lifecycle.here(consultation)), *EXTRA]


def buttons_of(consultation: Consultation, steps: Iterable[Step], granted: set[str]) -> dict[str, Button]:
    """What the reader may do, by name, in the order of the table."""
    handle = consultation.handle
    found: dict[str, Button] = {}

    def add(name: str, label: str | Promise, page: str = "") -> None:
        found[name] = Button(name, label, reverse(f"consultations:{page or PAGE.get(name, name)}", args=[handle]))

    for step in steps:
        if step.name == "decline" or (step.name == "answer" and consultation.answer_state != AnswerState.CHECK):
            continue
        add(step.name, gettext_lazy("Decide") if step.name == "decide" else step.label)
    if consultation.status == Status.IN_PROGRESS:
        if "consultations.answer" in granted and consultation.answer_state in ("", AnswerState.DRAFT):
            add("write_answer", gettext_lazy("Write the answer"))
        if "consultations.translate_answer" in granted:
            add("translate_answer", gettext_lazy("Translate the answer"))
    if consultation.status in (Status.IN_PROGRESS, Status.WAITING) and "consultations.assign" in granted:
        add("change_people", gettext_lazy("Change the people"))
    if "consultations.translate_request" in granted:
        add("translate_request", gettext_lazy("Translate the request"))
    if "consultations.report_use" in granted:
        add("report_use", gettext_lazy("Report the use"))
    return found


def ask_of(consultation: Consultation, buttons: dict[str, Button], granted: set[str]) -> Ask | None:
    """The one thing that waits for this reader, if anything does."""
    order: tuple[str, ...] = ("submit", "forward", "decide", "assign", "reply", "accept_answer", "report_use")
    if "consultations.carry_answer" in granted:
        order += ("answer", "translate_answer", "write_answer")
    for name in order:
        if name in buttons:
            due_at = None if name == "submit" else consultation.due_at
            return Ask(ASKS[name], buttons[name], due_at)
    return None


def prepares(granted: set[str]) -> bool:
    """Whether the reader sees a version in preparation: advisors, translators, officers."""
    return bool(granted & {"consultations.answer", "consultations.translate_answer", "consultations.check_answer"})
