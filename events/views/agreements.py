"""Which events are held under an agreement."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from agreements.models import Agreement
from core.paging import page_of
from core.panels import panel_response
from events.models import Event
from events.presentation.state import state_of

SIZE = 10


def held_under(request: HttpRequest, agreement: str) -> HttpResponse:
    """The events that name this agreement, as far as the reader may see them, the latest first."""
    found = get_object_or_404(Agreement.objects.visible_to(request.user), reference=agreement)
    rows = Event.objects.visible_to(request.user).filter(agreement=found).defer("description", "search")
    page = page_of(rows, request.GET, order="-starts_on", size=SIZE)
    context = {"page": page, "lines": [(event, state_of(event)) for event in page.rows]}
    return panel_response(request, "events_held", found, "events/_held_under.html", context)
