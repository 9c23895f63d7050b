"""Where an event stands, in words and steps. Reads only."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from events.enums import EventStatus
from events.models import Event


@dataclass(frozen=True)
class State:
    """A shape of look.md and the words beside it."""

    shape: str
    words: str | Promise


def state_of(event: Event, now: datetime | None = None) -> State:  # noqa: PLR0911  a table of cases
    """What a reader wants to know first: is it coming, open for nominations, under way, over."""
    now = now or timezone.now()
    today = timezone.localdate(now)
    if event.status == EventStatus.CANCELLED:
        return State("is-stopped", _("Cancelled"))
    if event.status == EventStatus.PLANNED:
        return State("is-new", _("Being planned"))
    if event.status == EventStatus.CLOSED:
        return State("is-done", _("Closed"))
    if event.has_ended(today):
        return State("is-done", _("Over"))
    if event.has_begun(today):
        return State("is-going", _("Under way"))
    if event.registration_is_open():
        return State("is-going", _("Registration is open"))
    if event.takes_delegations() and event.nominations_due_at and now < event.nominations_due_at:
        return State("is-going", _("Nominations are open"))
    return State("is-new", _("Announced"))


@dataclass(frozen=True)
class Stage:
    """A step of the event: done, now or to come, and its day."""

    name: str | Promise
    state: str
    on: Any = None
    due: Any = None


def stages_of(event: Event, now: datetime | None = None) -> list[Stage]:
    """The steps from the plan to the closing, as far as this kind of event has them."""
    now = now or timezone.now()
    today = timezone.localdate(now)
    rows: list[tuple[Any, bool, Any, Any]] = [
        (_("Announced"), event.announced_at is not None, event.announced_at, None)
    ]
    if event.takes_delegations() and event.nominations_due_at:
        due = event.nominations_due_at
        rows.append((_("Nominations"), now >= due, due if now >= due else None, due))
    if event.takes_registrations() and event.registration_closes_at:
        due = event.registration_closes_at
        rows.append((_("Registration"), now >= due, due if now >= due else None, due))
    released = event.released.released_at if event.released_id and event.released else None
    rows += [
        (_("Programme released"), released is not None, released, None),
        (_("Held"), event.has_ended(today), event.ends_on if event.has_ended(today) else None, event.starts_on),
        (_("Closed"), event.status == EventStatus.CLOSED, event.closed_at, None),
    ]
    if event.status == EventStatus.CANCELLED:
        return [Stage(name, "done" if done else "", on, None) for name, done, on, _due in rows if done]
    found, reached = [], False
    for name, done, on, due in rows:
        state = "done" if done else ("" if reached else "now")
        reached = reached or not done
        found.append(Stage(name, state, on, due if not done else None))
    return found
