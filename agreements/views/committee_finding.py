"""What every screen of a session begins with."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from agreements.models import CommitteeSession
from agreements.presentation.sessions import RELATED, with_granted
from core import policies, stepping


def find_session(request: HttpRequest, reference: str) -> CommitteeSession:
    """The session with this number, as far as the reader may see it; else 404, so that numbers tell nothing.

    What the reader may do with it comes along: one query in all.
    """
    rows = CommitteeSession.objects.visible_to(request.user).select_related(*RELATED)
    return get_object_or_404(with_granted(rows, request.user), reference=reference)


def find_run(request: HttpRequest, reference: str) -> CommitteeSession:
    """The same for its officers; 403 for readers."""
    session = find_session(request, reference)
    policies.require(request.user, "agreements.run_session", session)
    return session


def screen(session: CommitteeSession, form: Any = None, *, part: str = "", **context: Any) -> dict[str, Any]:
    """The context of a screen that asks for one thing; `part` is where on the page of the session it leads back."""
    back_url = session.get_absolute_url() + (f"#{part}" if part else "")
    back = _("Back to %(session)s") % {"session": session.reference}
    return {"session": session, "form": form, "back_url": back_url, "back": back, **context}


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


def list_of_sessions() -> str:
    return reverse("agreements:sessions")
