"""One way to answer for the screens that ask for one thing."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise

from core.forms import attempt
from events.models import Event
from events.views.finding import screen
from people.requests import SignedInRequest


def answer(
    request: SignedInRequest,
    event: Event,
    form: forms.Form,
    act: Callable[..., Any],
    *,
    said: str | Promise,
    back_url: str,
    template: str = "events/plain_step.html",
    done_url: str = "",
    **context: Any,
) -> HttpResponse:
    """Show the form, or act with what it cleaned and go back; a refusal keeps what was typed."""
    if form.is_valid():
        values = form.values() if hasattr(form, "values") else form.cleaned_data
        if attempt(form, act, **values) is not None:
            messages.success(request, str(said))
            return redirect(done_url or back_url)
    return render(request, template, screen(event, form, back_url=back_url, **context))
