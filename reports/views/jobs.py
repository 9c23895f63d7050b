"""Work in the background: one's own pieces, one of them while it goes on, stopping it and asking anew."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.paging import page_of
from people.requests import SignedInRequest
from reports.actions import asking
from reports.enums import JobState
from reports.models import Job
from reports.presentation.jobs import files_and_address, label_of, line_of
from reports.works import works

REFRESHED = 3  # seconds


def _find(request: SignedInRequest, public_id: Any) -> Job:
    """The piece with this identifier, for whoever asked for it; else 404."""
    return get_object_or_404(Job.objects.visible_to(request.user), public_id=public_id)


@login_required
def jobs(request: SignedInRequest) -> HttpResponse:
    """All that one has asked for in the last fortnight, newest first."""
    page = page_of(Job.objects.visible_to(request.user), request.GET, order="-pk")
    return render(request, "reports/jobs.html", {"page": page, "rows": [line_of(one) for one in page.rows]})


@login_required
def job(request: SignedInRequest, public_id: Any) -> HttpResponse:
    """How far it is, and what came of it. The page asks again by itself as long as it is under way."""
    found = _find(request, public_id)
    made, address = files_and_address(found, request.user)
    is_open = found.state in JobState.open()
    context = {
        "job": found,
        "line": line_of(found),
        "is_open": is_open,
        "seconds": REFRESHED,
        "done": number_format(found.done, force_grouping=True),
        "total": number_format(found.total, force_grouping=True),
        "may_cancel": is_open and not found.cancel_asked_at,
        "may_ask_again": found.state in (JobState.FAILED, JobState.CANCELLED) and found.work in works,
        "made": made,
        "address": address,
    }
    return render(request, "reports/job.html", context)


@login_required
@require_POST
def cancel_job(request: SignedInRequest, public_id: Any) -> HttpResponse:
    """Stop it."""
    found = asking.cancel_job(_find(request, public_id), by=request.user)
    is_over = found.state == JobState.CANCELLED
    messages.success(request, _("The work is cancelled.") if is_over else _("The work is being stopped."))
    return redirect(found)


@login_required
@require_POST
def ask_again(request: SignedInRequest, public_id: Any) -> HttpResponse:
    """The same question anew."""
    anew = asking.ask_again(_find(request, public_id), by=request.user)
    messages.success(request, _("“%(work)s” is asked for again.") % {"work": label_of(anew)})
    return redirect(anew)
