"""What every screen of an event begins with."""

from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from events.models import Event
from events.presentation.page import with_granted


def find_event(request: HttpRequest, reference: str, *related: str) -> Event:
    """The event with this number, as far as the reader may see it; else 404, so that numbers tell nothing."""
    if "\x00" in reference:
        raise Http404
    rows = Event.objects.visible_to(request.user).select_related(
        "programme", "centre__side_a__calendar", "centre__side_b__calendar", *related
    )
    return get_object_or_404(with_granted(rows.defer("search"), request.user), reference=reference)


def screen(event: Event, form: Any = None, **context: Any) -> dict[str, Any]:
    """The context of a screen that asks for one thing."""
    return {"event": event, "form": form, **context}
