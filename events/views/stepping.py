"""One way to answer for the screens of an event that ask for one thing."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils.functional import Promise

from core import stepping
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
    done_url: str | Callable[[Any], str] = "",
    **context: Any,
) -> HttpResponse:
    """Show the form, or act with what it cleaned and go to `done_url`, else back; a refusal keeps what was typed."""
    context = screen(event, form, back_url=back_url, **context)
    return stepping.answer(request, form, act, said=said, to=done_url or back_url, template=template, context=context)
