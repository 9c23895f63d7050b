"""Letters beside the record they are about: as a panel of its page, or as a page."""

from typing import Any
from urllib.parse import urlencode

from django.apps import apps
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from core.paging import page_of
from core.panels import panel_response
from letters.models import Letter
from letters.panels import ABOUT
from letters.policies.letters import writes
from letters.presentation.page import state_of
from people.requests import SignedInRequest

SIZE = 10


@login_required
def beside(request: SignedInRequest, kind: str, reference: str) -> HttpResponse:
    """Issued letters about this record, as far as the reader may see both; for the centre also the way to write one."""
    if kind not in ABOUT or "\x00" in reference:
        raise Http404
    model: Any = apps.get_model(ABOUT[kind])
    found = get_object_or_404(model.objects.visible_to(request.user), reference=reference)
    rows = Letter.objects.numbered().visible_to(request.user).filter(run__about_reference=found.reference)
    page = page_of(rows.for_list(), request.GET, order="-issued_at", size=SIZE)
    start = f"{reverse('letters:start')}?{urlencode({'about': found.reference})}"
    context = {
        "kind": kind,
        "page": page,
        "rows": [(row, state_of(row)) for row in page.rows],
        "start_url": start if found.centre_id in writes(request.user) else "",
        "list_url": f"{reverse('letters:list')}?{urlencode({'about': found.reference})}",
    }
    return panel_response(request, f"letters_{kind}", found, "letters/_beside.html", context)
