"""What every screen of a press release or page begins with."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import reverse

from core import policies
from pages.models import Page
from pages.presentation.record import ASKED, state_of


def find(request: HttpRequest, reference: str, **which: Any) -> Page:
    """The record of this number or address, as far as the reader may see it; else 404, so that numbers tell nothing.

    What the reader may do with it comes along as `granted`: one query in all.
    """
    rows = Page.objects.select_related("centre__side_a__calendar", "centre__side_b__calendar", "author")
    return policies.find_granted(rows.defer("search"), request.user, ASKED, reference=reference, **which)


def find_work(request: HttpRequest, reference: str) -> Page:
    """The same for a screen of those who write; whoever only reads meets 403."""
    page = find(request, reference)
    if "pages.write" not in page.granted:  # type: ignore[attr-defined]
        raise PermissionDenied("pages.write")
    return page


def screen(page: Page, form: Any = None, **context: Any) -> dict[str, Any]:
    """The context of a screen that asks for one thing."""
    return {"record": page, "form": form, "back_url": progress_url(page), "state": state_of(page), **context}


def progress_url(page: Page) -> str:
    """The page of those who write."""
    return reverse("pages:progress", args=[page.reference])
