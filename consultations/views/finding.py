"""What every consultation screen begins with."""

import re
from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from consultations.models import Consultation
from consultations.presentation.record import with_small_parts

DRAFT_HANDLE = re.compile(r"^D-(\d{1,18})$")


def find(request: HttpRequest, handle: str, *, with_parts: bool = False) -> Consultation:
    """The request with this number, as far as the reader may see it; else 404, so that numbers tell nothing.

    A draft's number goes on leading to the request after it has got its proper one.
    """
    rows = Consultation.objects.visible_to(request.user).select_related(
        "organisation",
        "country__calendar",
        "centre__side_a__calendar",
        "centre__side_b__calendar",
        "requester",
        "officer",
        "topic",
        "practice",
    )
    if with_parts:
        rows = with_small_parts(rows)
    if draft := DRAFT_HANDLE.match(handle):
        return get_object_or_404(rows, pk=int(draft[1]))
    if "\x00" in handle:
        raise Http404
    return get_object_or_404(rows, reference=handle)


def screen(consultation: Consultation, form: Any = None, **context: Any) -> dict[str, Any]:
    """The context of a screen that asks for one thing."""
    return {"consultation": consultation, "form": form, "other_side": consultation.country, **context}
