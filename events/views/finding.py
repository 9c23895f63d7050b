"""What every screen of an event begins with."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from core import policies
from events.models import Event
from events.presentation.page import ASKED, granted_on


def find_event(request: HttpRequest, reference: str, *related: str) -> Event:
    """The event with this number, as far as the reader may see it; else 404, so that numbers tell nothing."""
    if "\x00" in reference:
        raise Http404
    rows = Event.objects.defer("search").select_related(
        "programme", "centre__side_a__calendar", "centre__side_b__calendar", *related
    )
    return policies.find_granted(rows, request.user, ASKED, reference=reference)


def find_followed(request: HttpRequest, reference: str, *related: str) -> Event:
    """The same for what is held there: 403 for those who only see what event it was. No further query."""
    event = find_event(request, reference, *related)
    if "events.follow" not in granted_on(event, request.user):
        raise PermissionDenied("events.follow")
    return event


def screen(event: Event, form: Any = None, **context: Any) -> dict[str, Any]:
    """The context of a screen that asks for one thing."""
    return {"event": event, "form": form, **context}
