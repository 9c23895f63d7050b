"""Who says which practices a session presents."""

from typing import Any

from django.db.models import Exists, OuterRef, Q

from core.policies import rule
from events.models import SessionPart
from events.policies.parts import run_by, within


@rule("events.link_practice")
def link_practice(user: Any) -> Q:
    """On a session: officers of the centre, and those who have a part in it; before the event and after it."""
    speaks = SessionPart.objects.filter(session=OuterRef("pk"), contributor__user=user)
    return within(run_by(user)) | Q(Exists(speaks))
