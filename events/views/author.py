"""The two doors to the papers of a participant: signed in, or by the own link, without an account."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from events.models import Participant
from events.presentation.page import page_of_event
from events.views.finding import find_event
from events.views.secret import by_secret, find_by_secret
from people.models import User
from people.requests import SignedInRequest


@dataclass(frozen=True)
class Door:
    """Whose papers, and who came. `by` is None for the own link; each page then leads to pages by the same link."""

    participant: Participant
    by: User | None

    @property
    def is_author(self) -> bool:
        return self.by is None or self.participant.user_id == self.by.pk

    def url(self, route: str, *args: Any) -> str:
        """The address of a page of this participant, as seen from this door."""
        if self.by is not None:
            return reverse(f"events:{route}", args=[self.participant.event.reference, self.participant.pk, *args])
        return reverse(f"events:{route}_by_link", args=[self.participant.secret, *args])

    def context(self, request: HttpRequest, **more: Any) -> dict[str, Any]:
        """What the pages share. Without an account there are no other pages of the event to lead to."""
        event = self.participant.event
        shared = {"participant": self.participant, "door": self, "by_link": self.by is None, **more}
        if self.by is None:
            return {"event": event, "frame": "events/by_link.html", **shared}
        return {**page_of_event(request, event, "follow_up"), "frame": "events/event_page.html", **shared}


def signed_in(request: SignedInRequest, reference: str, pk: int) -> Door:
    """The papers of somebody whom the reader may see; else 404."""
    event = find_event(request, reference)
    rows = Participant.objects.visible_to(request.user).select_related("country__calendar", "delegation__organisation")
    participant = get_object_or_404(rows, event=event, pk=pk)
    participant.event = event
    return Door(participant, request.user)


def own_link(view: Callable[..., HttpResponse]) -> Any:
    """The door that the link in a letter opens. Whoever has an account is led to the page of the same name there."""

    @by_secret
    @wraps(view)
    def opened(request: HttpRequest, secret: str, **kwargs: Any) -> HttpResponse:
        participant = find_by_secret(secret)
        if participant.user_id is not None:
            route = f"events:{view.__name__.removesuffix('_by_link')}"
            return redirect(route, participant.event.reference, participant.pk, *kwargs.values())
        return view(request, Door(participant, None), **kwargs)

    return opened
