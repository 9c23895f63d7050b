"""The travel facts of a person, and the board of the travel desk."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from core import policies
from core.forms import attempt
from core.paging import page_of
from events.actions import travel as acts
from events.forms.travel import TravelForm, VisaForm
from events.models import Event, Participant, TravelFile
from events.presentation import travel as words
from events.presentation.page import page_of_event
from events.presentation.travel_papers import language_of, visa_letter_pdf
from events.travel import is_over, is_travelled_to
from events.views.finding import find_event
from papers.responses import pdf_response
from people.requests import SignedInRequest

SIZE = 50


def find_traveller(request: HttpRequest, event: Event, pk: int) -> Participant:
    """The person, for whoever may know that he comes (else 404) and open his travel facts (else 403)."""
    may = policies.q("events.view_participant", request.user) | policies.q("events.view_travel", request.user)
    rows = Participant.objects.filter(may, event=event).select_related("country", "delegation__organisation")
    person = get_object_or_404(rows, pk=pk)
    policies.require(request.user, "events.view_travel", person)
    person.event = event
    return person


def _home(event: Event, person: Participant) -> str:
    return reverse("events:travel_file", args=[event.reference, person.pk])


@login_required
def travel_file(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """What is kept of the person's journey, on whose consent, until when, and who has opened it."""
    event = find_event(request, reference)
    person = find_traveller(request, event, pk)
    opened = acts.open_travel(person, by=request.user)
    file = TravelFile.objects.filter(participant=person).defer("sealed").first()
    granted = policies.granted(request.user, ["events.edit_travel", "events.edit_visa"], person)
    stops = list(event.stops.all())
    context = page_of_event(request, event)
    context |= {
        "traveller": person,
        "is_own": person.user_id == request.user.pk,
        "file": file,
        "facts": words.facts_of(opened, stops),
        "consents": words.consents_of(opened),
        "openings": words.openings_of(person),
        "visa_form": VisaForm(initial={"visa": person.visa}) if "events.edit_visa" in granted else None,
        "may_edit": "events.edit_travel" in granted and not is_over(event, timezone.localdate()),
        "may_write_letter": person.holds_a_seat() and file is not None and "passport" in file.known,
    }
    return render(request, "events/travel_file.html", context)


@login_required
def edit_travel(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """The facts and consents, for the person or, from his paper, the travel desk."""
    event = find_event(request, reference)
    person = find_traveller(request, event, pk)
    policies.require(request.user, "events.edit_travel", person)
    opened = acts.open_travel(person, by=request.user)
    seen = TravelFile.objects.filter(participant=person).values_list("updated_at", flat=True).first()
    own = person.user_id == request.user.pk
    form = TravelForm(request.POST or None, event=event, opened=opened, seen=seen, own=own)
    if form.is_valid() and attempt(form, acts.save_travel, person, by=request.user, **form.values()):
        messages.success(request, _("The travel facts are saved."))
        return redirect(_home(event, person))
    context = {"event": event, "form": form, "traveller": person, "is_own": own}
    context |= {"back_url": _home(event, person), "back": _("Back to the journey")}
    return render(request, "events/edit_travel.html", context)


@login_required
@require_POST
def set_visa(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Where the visa stands, from the page of the person."""
    event = find_event(request, reference)
    person = find_traveller(request, event, pk)
    form = VisaForm(request.POST)
    if form.is_valid():
        acts.set_visa(person, by=request.user, **form.cleaned_data)
        messages.success(request, _("The state of the visa is saved."))
    return redirect(_home(event, person))


@login_required
def visa_letter(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """The support letter as PDF, in the language that is asked for."""
    event = find_event(request, reference)
    person = find_traveller(request, event, pk)
    opened = acts.open_for_visa_letter(person, by=request.user)
    content = visa_letter_pdf(person, opened, language=language_of(request.GET.get("language", "")))
    return pdf_response(content, f"{event.reference}-visa-{person.pk}.pdf")


# --- The travel desk -------------------------------------------------------------------------------------------------


@login_required
def travel(request: SignedInRequest, reference: str) -> HttpResponse:
    """Who misses what. Nothing is opened here."""
    event = find_event(request, reference)
    policies.require(request.user, "events.travel_desk", event)
    only_missing = "missing" in request.GET
    people = words.travellers(event)
    page = page_of(words.narrowed(people) if only_missing else people, request.GET, order="family_name", size=SIZE)
    context = page_of_event(request, event, "travel")
    context |= {
        "page": page,
        "rows": words.rows_of(page.rows),
        "counts": words.counts_of(event),
        "only_missing": only_missing,
        "is_travelled_to": is_travelled_to(event),
    }
    return render(request, "events/travel.html", context)


@login_required
def arrivals(request: SignedInRequest, reference: str) -> HttpResponse:
    """Who arrives and leaves when, and what kitchens have to know. Opening it stands in the journal."""
    event = find_event(request, reference)
    opened = acts.open_arrivals(event, by=request.user)
    stops = list(event.stops.all())
    context = page_of_event(request, event, "travel")
    context |= {
        "days": words.days_of(opened, stops),
        "first_stop": stops[0] if stops else None,
        "last_stop": stops[-1] if stops else None,
        "diets": words.needs_of(opened),
        "is_cut": len(opened) == acts.MOST,
    }
    return render(request, "events/arrivals.html", context)


@login_required
def remind_travel(request: SignedInRequest, reference: str) -> HttpResponse:
    """Look at who would be asked, then ask all of them at once."""
    event = find_event(request, reference)
    policies.require(request.user, "events.travel_desk", event)
    if request.method == "POST":
        asked = len(acts.remind_of_travel(event, by=request.user))
        said = ngettext("%(count)s person is asked.", "%(count)s people are asked.", asked) % {"count": asked}
        messages.success(request, said)
        return redirect("events:travel", event.reference)
    context = {
        "event": event,
        "people": acts.owing_travel(event),
        "back_url": reverse("events:travel", args=[event.reference]),
        "back": _("Back to the travel desk"),
    }
    return render(request, "events/remind_travel.html", context)
