"""One's own participations, and those that were entered under one's address before there was an account."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import policies
from core.paging import page_of
from events.actions.claiming import claim as claim_participation
from events.models import Participant
from events.presentation.registration import shape_of
from people.requests import SignedInRequest

MOST = 20  # to claim, at once: one has one address


@login_required
def mine(request: SignedInRequest) -> HttpResponse:
    """Where the reader comes to, or came to; newest first."""
    rows = Participant.objects.select_related("event", "delegation__organisation").defer("event__search")
    page = page_of(rows.filter(user=request.user), request.GET, order="-created_at")
    claimable = rows.filter(policies.q("events.claim", request.user)).order_by("-created_at", "-pk")[:MOST]
    context = {
        "page": page,
        "rows": [(row, shape_of(row.status)) for row in page.rows],
        "claimable": list(claimable),
    }
    return render(request, "events/mine.html", context)


@login_required
@require_POST
def claim(request: SignedInRequest, pk: int) -> HttpResponse:
    """Join one with the account."""
    rows = Participant.objects.filter(policies.q("events.claim", request.user) | Q(user=request.user))
    participant = claim_participation(get_object_or_404(rows, pk=pk), by=request.user)
    messages.success(request, _("“%(event)s” is now among your own events.") % {"event": participant.event.name})
    return redirect("events:mine")
