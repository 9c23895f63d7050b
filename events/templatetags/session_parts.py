"""What stands on the page of a session beside its facts: materials, practices, and the own seat."""

from typing import Any

from django import template

from core import policies
from events.models import Event, Session
from events.presentation.materials import Shown, materials_of_session
from events.presentation.practices import Presented, from_column, practices_column
from events.presentation.visits import Place, place_of, with_place

register = template.Library()


@register.simple_tag(takes_context=True)
def session_parts(context: dict[str, Any], event: Event, pk: int) -> dict[str, Shown | Presented | Place]:
    """`{% session_parts event session.pk as beside %}`: its `materials`, `practices` and `place`.

    Two queries, three for a visit.

    The page itself has asked whether the reader may see the session.
    """
    user = context["request"].user
    may_add = policies.as_column(policies.q("events.add_session_material", user))
    may_link = policies.as_column(policies.q("events.link_practice", user))
    rows = with_place(Session.objects.filter(event=event), user)
    rows = rows.annotate(may_add=may_add, may_link=may_link, linked=practices_column())
    row = rows.filter(pk=pk).first()
    if row is None:
        return {}
    row.event = event
    return {
        "materials": materials_of_session(row, user, may_add=row.may_add),
        "practices": Presented(row.pk, from_column(row.linked), row.may_link),
        "place": place_of(row),
    }
