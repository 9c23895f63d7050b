"""What stands on the page of a session beside its facts: materials, and the own seat."""

from typing import Any

from django import template

from events.models import Event, Session
from events.presentation.materials import materials_of_session
from events.presentation.visits import mine_in, place_of, seat_in

register = template.Library()


def _session(event: Event, pk: int) -> Session | None:
    row = Session.objects.filter(event=event, pk=pk).prefetch_related("visit__groups").first()
    if row is not None:
        row.event = event
    return row


@register.inclusion_tag("events/_materials.html", takes_context=True)
def session_materials(context: dict[str, Any], event: Event, pk: int) -> dict[str, Any]:
    """`{% session_materials event session.pk %}`: what this reader may open of the session's materials."""
    user, row = context["request"].user, _session(event, pk)
    return {"request": context["request"], "event": event, "shown": materials_of_session(row, user) if row else None}


@register.inclusion_tag("events/_seat.html", takes_context=True)
def session_seat(context: dict[str, Any], event: Event, pk: int) -> dict[str, Any]:
    """`{% session_seat event session.pk %}`: how full it is, and the own seat, where seats are given."""
    user, row = context["request"].user, _session(event, pk)
    mine = mine_in(event, user) if row else None
    place = place_of(row, mine, seat=seat_in(row, mine)) if row else None
    return {"request": context["request"], "event": event, "place": place, "in_aside": True}
