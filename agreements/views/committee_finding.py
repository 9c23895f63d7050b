"""What every screen of a session begins with."""

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from agreements.models import CommitteeSession
from agreements.presentation.sessions import RELATED, with_granted
from core import policies


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
