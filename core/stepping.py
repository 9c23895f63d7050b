"""One way to answer for the screens that ask for one thing."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise

from core.forms import attempt


def posted(request: HttpRequest) -> Any:
    """What was sent, though it be nothing but the confirmation itself; none before anything was sent."""
    return request.POST if request.method == "POST" else None


def answer(
    request: HttpRequest,
    form: forms.BaseForm,
    act: Callable[..., Any],
    *,
    said: str | Promise,
    to: str | Callable[[Any], str],
    template: str,
    context: dict[str, Any],
) -> HttpResponse:
    """Show the form, or act with what it cleaned, say so and go on; a refusal keeps what was typed.

    `to` is where it goes on, or what says so from that which the act returned. A form that has `values()` hands over
    those, else what it cleaned.
    """
    if form.is_valid():
        done = attempt(form, act, **(form.values() if hasattr(form, "values") else form.cleaned_data))
        if not form.errors:
            messages.success(request, str(said))
            return redirect(to(done) if callable(to) else to)
    return render(request, template, {**context, "form": form})
