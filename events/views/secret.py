"""Pages that are opened by the secret in a letter: no account is asked for, and the address is kept to oneself."""

from functools import wraps
from typing import Any, Protocol

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from events.models import Participant


class View(Protocol):
    def __call__(self, request: Any, secret: str, *args: Any, **kwargs: Any) -> HttpResponse: ...


def by_secret(view: View) -> View:
    """No search engine lists the page, no proxy keeps it, and no other site learns where the reader came from.

    Within the portal the referrer stays: without it browsers send the forms of the page with `Origin: null`, and they
    are refused as forged.
    """

    @wraps(view)
    def opened(request: HttpRequest, secret: str, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, secret, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex"
        response["Referrer-Policy"] = "same-origin"
        response["Cache-Control"] = "private, no-store"
        return response

    return opened


def find_by_secret(secret: str) -> Participant:
    """Whoever the letter was written to. Gone for good once the person is anonymised."""
    if "\x00" in secret:
        raise Http404
    rows = Participant.objects.select_related(
        "event__programme",
        "event__centre__side_a__calendar",
        "event__centre__side_b__calendar",
        "country__calendar",
        "delegation__organisation",
        "plan",
        "trip_report",
    ).defer("event__search")
    return get_object_or_404(rows, secret=secret, anonymised_at=None)
