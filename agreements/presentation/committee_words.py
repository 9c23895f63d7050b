"""Shapes and words of committees: where a session, its minutes, a decision or an action stands; its history."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from agreements.enums import ActionStatus, DecisionStatus, MinutesState, SessionStatus
from agreements.models import Action, CommitteeSession, Decision, SessionMinutes

SOON = 14  # days before it is due


@dataclass(frozen=True)
class State:
    """A shape of the look, and the words beside it."""

    shape: str
    words: str | Promise


SESSION_SHAPES: dict[str, str] = {
    SessionStatus.PLANNED: "is-new",
    SessionStatus.CONVENED: "is-going",
    SessionStatus.HELD: "is-waiting",
    SessionStatus.CLOSED: "is-done",
    SessionStatus.CANCELLED: "is-stopped",
}
MINUTES_SHAPES: dict[str, str] = {
    MinutesState.DRAFT: "is-new",
    MinutesState.PROPOSED: "is-waiting",
    MinutesState.AGREED: "is-done",
    MinutesState.SUPERSEDED: "is-stopped",
}
DECISION_SHAPES: dict[str, str] = {
    DecisionStatus.DRAFT: "is-new",
    DecisionStatus.PROPOSED: "is-waiting",
    DecisionStatus.ADOPTED: "is-done",
    DecisionStatus.REJECTED: "is-stopped",
}

SESSION_PHRASES: dict[str, str | Promise] = {
    "create": _("Prepared"),
    "edit": pgettext_lazy("session of a committee", "Changed"),
    "convene": pgettext_lazy("session of a committee", "Convened"),
    "hold": _("Recorded as held"),
    "close": _("Minutes agreed"),
    "reopen": _("Reopened for a correction of the minutes"),
    "call_off": pgettext_lazy("session of a committee", "Called off"),
    "release": _("Release changed"),
    "add_member": _("Member added"),
    "edit_member": _("Member changed"),
    "remove_member": _("Member removed"),
    "record_presence": _("Presence recorded"),
    "add_item": _("Item put on the agenda"),
    "edit_item": _("Item of the agenda changed"),
    "move_item": _("Agenda put in another order"),
    "remove_item": _("Item taken off the agenda"),
    "add_paper": _("Paper added"),
    "edit_paper": _("Paper changed"),
    "add_paper_text": _("Text of a paper added"),
    "remove_paper_text": _("Text of a paper removed"),
}
MINUTES_PHRASES: dict[str, str | Promise] = {
    "begin": _("Version begun"),
    "propose": _("Proposed to both sides"),
    "agree": pgettext_lazy("minutes", "Agreed"),
    "send_back": _("Sent back"),
    "replace": _("Replaced by a later version"),
}
DECISION_PHRASES: dict[str, str | Promise] = {
    "write": pgettext_lazy("decision", "Written"),
    "propose": _("Laid before both sides"),
    "adopt": pgettext_lazy("decision", "Adopted"),
    "reject": pgettext_lazy("decision", "Not adopted"),
    "return": _("Returned with reasons"),
}
ACTION_PHRASES: dict[str, str | Promise] = {
    "write": pgettext_lazy("action", "Written"),
    "edit": pgettext_lazy("action", "Changed"),
    "settle": pgettext_lazy("action", "Settled"),
}


def state_of_session(session: CommitteeSession) -> State:
    return State(SESSION_SHAPES[session.status], session.get_status_display())


def state_of_minutes(minutes: SessionMinutes) -> State:
    return State(MINUTES_SHAPES[minutes.state], minutes.get_state_display())


def state_of_decision(decision: Decision) -> State:
    return State(DECISION_SHAPES[decision.status], decision.get_status_display())


def state_of_action(action: Action, today: date) -> State:
    """Settled, or how many days it is late, or whether it is due soon."""
    if action.status != ActionStatus.OPEN:
        shape = "is-done" if action.status == ActionStatus.DONE else "is-stopped"
        return State(shape, action.get_status_display())
    left = (action.due_on - today).days
    if left < 0:
        return State("is-late", ngettext("%(days)d day late", "%(days)d days late", -left) % {"days": -left})
    if left <= SOON:
        return State("is-soon", _("Due soon"))
    return State("is-going", action.get_status_display())
