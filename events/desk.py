"""What of events lies on a person's desk."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core import desk
from core.desk import Asked, Desk, DeskItem, DeskSource
from events.models import Event
from events.presentation.waiting import asked_of, nominations_due, waiting_events


def ask(user: Any, limit: int) -> Asked:
    """Events in which something waits for the person, the nearest first: one line for each thing that is wanted."""
    rows = waiting_events(user).visible_to(user).select_related("centre").defer("description", "search")
    return Asked([rows.order_by("starts_on", "pk")[: limit + 1]], lambda found: _read(found, user, limit))


lay = desk.at_once(ask)


def _read(rows: list[Event], user: Any, limit: int) -> Desk:
    found = sorted(rows, key=lambda event: (event.starts_on, event.pk))
    items = [item for event in found[:limit] for item in _items(event, user)]
    return Desk(items[:limit], [], mine_more=len(found) > limit or len(items) > limit)


def _items(event: Event, user: Any) -> list[DeskItem]:
    return [
        DeskItem(
            title=event.name,
            url=asked.url,
            reference=event.reference,
            act=asked.sentence,
            status="is-waiting",
            due_at=nominations_due(event) if asked.name == "nominate" else None,
            organisation=str(event.get_kind_display()),
        )
        for asked in asked_of(event, user)
    ]


desk.register(
    DeskSource(
        name="events",
        label=_("Events"),
        lay=lay,
        ask=ask,
        route="events:list",
        mine_url=lambda: reverse("events:list") + "?when=all",
        others_url=lambda: reverse("events:list"),
    )
)
