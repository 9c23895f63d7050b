"""Who owes what after an event, and across events by country; the officer's reminder."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext

from core import policies
from core.forms import attempt
from core.paging import page_of
from events.actions import owing as acts
from events.following import owing_now
from events.forms.followup import RemindForm
from events.presentation import owed as words
from events.presentation.page import page_of_event
from events.views.finding import find_event
from people.enums import Function
from people.requests import SignedInRequest

SIZE = 50


@login_required
def follow_up(request: SignedInRequest, reference: str) -> HttpResponse:
    """Participants × plan, endorsement, months, trip report: officers see all, the others their own."""
    event = find_event(request, reference)
    policies.require(request.user, "events.view_follow_up", event)
    page = page_of(words.rows_of(request.user).filter(event=event), request.GET, order="protocol", size=SIZE)
    context = page_of_event(request, event, "follow_up", "events.remind_follow_up")
    context |= {"page": page, "rows": words.lines_of(page.rows), "columns": words.COLUMNS}
    return render(request, "events/follow_up.html", context)


@login_required
def remind_follow_up(request: SignedInRequest, reference: str) -> HttpResponse:
    """Who would be reminded of what; and, when confirmed, the reminder."""
    event = find_event(request, reference)
    policies.require(request.user, "events.remind_follow_up", event)
    found = acts.owed_by(event)
    form = RemindForm(request.POST or None, owed=found)
    if form.is_valid():
        count = attempt(form, acts.remind_follow_up, event, by=request.user, **form.cleaned_data)
        if count is not None:
            said = ngettext("%(count)s person is reminded.", "%(count)s people are reminded.", count)
            messages.success(request, said % {"count": count})
            return redirect("events:follow_up", event.reference)
    rows = [(one, [words.ITEMS[item] for item in items], ticked) for one, items, ticked in form.lines()]
    return render(request, "events/remind_follow_up.html", {"event": event, "form": form, "rows": rows})


@login_required
def owed(request: SignedInRequest) -> HttpResponse:
    """What is owed across events, by country: as far as the reader follows it."""
    owing = owing_now()
    countries = words.countries_of(request.user, owing)
    chosen = request.GET.get("country", "")
    chosen = chosen if chosen in {one.pk for one, _count in countries} else ""
    page = page_of(words.owed_rows(request.user, owing, chosen), request.GET, order="protocol", size=SIZE)
    context: dict[str, Any] = {"page": page, "rows": words.lines_of(page.rows), "columns": words.COLUMNS}
    context |= {"countries": countries, "chosen": chosen, "total": sum(count for _one, count in countries)}
    context["is_staff"] = request.user.standing.holds(Function.OFFICER, Function.CO_DIRECTOR)
    return render(request, "events/owed.html", context)
