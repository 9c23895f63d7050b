"""One way to answer for the screens of a session that ask for one thing."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise

from agreements.models import CommitteeSession
from agreements.views.committee_finding import screen
from core import stepping


def answer(
    request: HttpRequest,
    session: CommitteeSession,
    form: forms.BaseForm,
    act: Callable[..., Any],
    *,
    said: str | Promise,
    part: str = "",
    template: str = "agreements/plain_session_step.html",
    to: str | Callable[[Any], str] = "",
    **context: Any,
) -> HttpResponse:
    """Show the form, or act with what it cleaned and go back to the session; a refusal keeps what was typed."""
    shown = screen(session, form, part=part, **context)
    return stepping.answer(request, form, act, said=said, to=to or shown["back_url"], template=template, context=shown)
