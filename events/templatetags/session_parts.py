"""What stands on the page of a session beside its facts: materials, and the own seat."""

from typing import Any

from django import template

from core import policies
from events.models import Event, Session
from events.presentation.materials import Shown, materials_of_session
from events.presentation.visits import Place, place_of, with_place

register = template.Library()


@register.simple_tag(takes_context=True)
def session_parts(context: dict[str, Any], event: Event, pk: int) -> dict[str, Shown | Place]:
    """`{% session_parts event session.pk as beside %}`: its `materials` and `place`; two queries, three for a visit.

    The page itself has asked whether the reader may see the session.
    """
    user = context["request"].user
    may_add = policies.as_column(policies.q("events.add_session_material", user))
    rows = with_place(Session.objects.filter(event=event), user).annotate(may_add=may_add)
    row = rows.filter(pk=pk).first()
    if row is None:
        return {}
    row.event = event
    return {"materials": materials_of_session(row, user, may_add=row.may_add), "place": place_of(row)}
