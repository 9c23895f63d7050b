"""Building the registration form of an event."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import policies
from core.forms import attempt
from events.actions import questions
from events.forms.questions import QuestionForm, choices_form, choices_of
from events.forms.registration import RegistrationForm
from events.models import Event, RegistrationField
from events.presentation.page import page_of_event
from events.views.finding import find_event
from people.requests import SignedInRequest


@login_required
def registration_form(request: SignedInRequest, reference: str) -> HttpResponse:
    """The questions that are asked beside name and address, in their order, and the form as it will look."""
    event = _event(request, reference)
    asked = list(event.registration_fields.all())
    context = page_of_event(request, event)
    context |= {"questions": asked, "preview": RegistrationForm(questions=asked)}
    return render(request, "events/registration_form.html", context)


@login_required
def add_question(request: SignedInRequest, reference: str) -> HttpResponse:
    """One more."""
    return _edit(request, _event(request, reference), None)


@login_required
def edit_question(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """One that there is."""
    event = _event(request, reference)
    return _edit(request, event, _question(event, pk))


def _edit(request: SignedInRequest, event: Event, question: RegistrationField | None) -> HttpResponse:
    data = request.POST or None
    form, rows = QuestionForm.of(question, data), choices_form(question, data)
    if form.is_valid() and rows.is_valid():
        values: dict[str, Any] = dict(form.cleaned_data)
        values["choices"] = choices_of(question, values["kind"], rows)
        if question is None:
            saved = attempt(form, questions.add_question, event, by=request.user, **values)
        else:
            saved = attempt(form, questions.edit_question, question, by=request.user, **values)
        if saved:
            messages.success(request, _("The question is saved."))
            return redirect("events:registration_form", event.reference)
    back = reverse("events:registration_form", args=[event.reference])
    context = {"event": event, "form": form, "formset": rows, "question": question, "back_url": back}
    return render(request, "events/edit_question.html", context)


@login_required
@require_POST
def move_question(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """One place up or down."""
    event = _event(request, reference)
    questions.move_question(_question(event, pk), by=request.user, up=request.POST.get("to") == "up")
    return redirect("events:registration_form", event.reference)


@login_required
@require_POST
def remove_question(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """One that nobody has answered."""
    event = _event(request, reference)
    questions.remove_question(_question(event, pk), by=request.user)
    messages.success(request, _("The question is removed."))
    return redirect("events:registration_form", event.reference)


def _event(request: SignedInRequest, reference: str) -> Event:
    event = find_event(request, reference)
    policies.require(request.user, "events.edit", event)
    return event


def _question(event: Event, pk: int) -> RegistrationField:
    return get_object_or_404(event.registration_fields.select_related("event"), pk=pk)
