"""Which practices a session presents, and where a practice was presented."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import policies
from core.paging import page_of
from core.panels import panel_response
from events.actions import practices as acts
from events.forms.practices import PracticeForm
from events.models import Event, Session, SessionPractice
from events.presentation.page import granted_on
from events.presentation.sessions import show_released, show_released_of
from events.views.finding import find_event
from events.views.stepping import answer
from people.requests import SignedInRequest
from practices.models import Practice

SIZE = 10


@login_required
def link_practice(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Name a practice in a session: officers, and those who have a part in it."""
    event, session = _find(request, reference, pk)
    if "events.view_whole" not in granted_on(event, request.user):
        show_released(event, [session])
    return answer(
        request,
        event,
        PracticeForm(request.POST or None, by=request.user, initial={"practice": request.GET.get("practice", "")}),
        partial(acts.link_practice, session, by=request.user),
        said=_("The practice is named in the session."),
        back_url=_home(session),
        back=_("Back to “%(session)s”") % {"session": session.title},
        heading=_("Name a practice that is presented"),
        lede=session.title,
        submit=_("Name the practice"),
    )


@login_required
@require_POST
def unlink_practice(request: SignedInRequest, reference: str, pk: int, link: int) -> HttpResponse:
    """Take a practice out of a session."""
    _event, session = _find(request, reference, pk)
    rows = SessionPractice.objects.select_related("practice").filter(session=session)
    found = get_object_or_404(rows, pk=link)
    found.session = session
    acts.unlink_practice(found, by=request.user)
    messages.success(request, _("The practice is no longer named in the session."))
    return redirect(_home(session))


def _find(request: SignedInRequest, reference: str, pk: int) -> tuple[Event, Session]:
    """404 for whoever may not see the session, 403 for whoever only reads."""
    event = find_event(request, reference)
    session = get_object_or_404(Session.objects.visible_to(request.user).filter(event=event), pk=pk)
    session.event = event
    policies.require(request.user, "events.link_practice", session)
    return event, session


def _home(session: Session) -> str:
    return f"{session.get_absolute_url()}#practices"


def presented_at(request: HttpRequest, practice: str) -> HttpResponse:
    """The sessions in which a practice was presented, as a panel of the practice or as a page."""
    found = get_object_or_404(Practice.objects.visible_to(request.user), reference=practice)
    rows = Session.objects.visible_to(request.user).filter(practices__practice=found)
    page = page_of(rows.select_related("event", "stop"), request.GET, order="-pk", size=SIZE)
    show_released_of(page.rows)
    return panel_response(request, "events", found, "events/_presented_at.html", {"page": page})
