"""What every screen of an agreement begins with."""

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from agreements.models import Agreement, Commitment
from agreements.presentation.page import with_granted

CENTRE = "centre__side_a__calendar", "centre__side_b__calendar"


def find(request: HttpRequest, reference: str) -> Agreement:
    """The agreement with this number, as far as the reader may see it; else 404, so that numbers tell nothing.

    What the reader may do with it comes along (`agreements.presentation.page.granted_on`): one query in all.
    """
    rows = Agreement.objects.visible_to(request.user).select_related(*CENTRE, "depositary", "by")
    return get_object_or_404(with_granted(rows, request.user), reference=reference)


def find_commitment(request: HttpRequest, reference: str, number: int) -> Commitment:
    """One commitment of an agreement that the reader may see."""
    related = [f"agreement__{name}" for name in CENTRE]
    rows = Commitment.objects.visible_to(request.user).select_related(*related, "article", "organisation", "follows")
    return get_object_or_404(rows, agreement__reference=reference, number=min(number, 32767))


def screen(agreement: Agreement, form: Any = None, **context: Any) -> dict[str, Any]:
    """The context of a screen that asks for one thing."""
    return {"agreement": agreement, "form": form, **context}
