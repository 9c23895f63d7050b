"""Requests beside what they ask about."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from consultations.models import Consultation
from consultations.policies import may_ask
from consultations.presentation import state
from core.paging import page_of
from core.panels import panel_response
from people.requests import SignedInRequest
from practices.models import Practice

SIZE = 10


@login_required
def about_practice(request: SignedInRequest, reference: str) -> HttpResponse:
    """The requests about an entry that the reader may see, as a panel of the entry or as a page."""
    practice = get_object_or_404(Practice.objects.visible_to(request.user), reference=reference)
    rows = Consultation.objects.visible_to(request.user).about(practice)
    page = page_of(rows.for_list(), request.GET, size=SIZE)
    context = {
        "page": page,
        "rows": [(row, state.state_of(row)) for row in page.rows],
        "may_ask": practice.is_public and may_ask(request.user),
    }
    return panel_response(request, "consultations", practice, "consultations/_about_practice.html", context)
