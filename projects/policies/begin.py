"""Who may begin a concept paper: those who stand for a body; officers write for either side."""

from typing import Any

from people.enums import Function
from people.models import Centre, Organisation

FOR_A_BODY = (Function.MEMBER, Function.FOCAL_POINT, Function.PROJECT_LEADER)


def may_begin(user: Any) -> bool:
    """Whether the person may begin one for any body."""
    return bool(user.is_authenticated and user.standing.holds(*FOR_A_BODY, Function.OFFICER))


def leads_for(user: Any, centre: Centre, *bodies: Organisation) -> bool:
    """Whether one of the leading bodies is the person's own; an officer of the centre writes for all of its bodies."""
    own = set(user.standing.organisation_ids(*FOR_A_BODY))
    return user.standing.holds(Function.OFFICER, centre_id=centre.pk) or bool(own & {body.pk for body in bodies})
