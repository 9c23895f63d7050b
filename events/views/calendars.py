"""Events for other programs: calendars that subscribe, and readers of news."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from core.localised import LANGUAGES, active_language
from events.actions.calendars import renew_calendar_address
from events.models import Event, Participant, Seat
from events.presentation.ics import event_calendar, person_calendar, session_calendar
from events.views.finding import find_event, find_followed, screen
from people.requests import SignedInRequest

FEED = 30


def _file(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.ics"'
    return response


def _language(request: HttpRequest) -> str:
    """A subscription has no cookie: its address says the language."""
    asked = request.GET.get("language", "")
    return asked if asked in LANGUAGES else active_language()


def event_ics(request: HttpRequest, reference: str) -> HttpResponse:
    """The released programme as a calendar."""
    event = find_followed(request, reference, "released")
    with translation.override(_language(request)):
        return _file(event_calendar(event), event.reference)


def session_ics(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """One session as a calendar."""
    event = find_followed(request, reference, "released")
    with translation.override(_language(request)):
        content = session_calendar(event, pk)
    if content is None:
        raise Http404
    return _file(content, f"{event.reference}-{pk}")


def person_ics(request: HttpRequest, secret: str) -> HttpResponse:  # noqa: ARG001  whoever has the address
    """One participant's own calendar. Its address is secret, and can be renewed."""
    if "\x00" in secret:
        raise Http404
    rows = Participant.objects.select_related("event__released", "event__centre")
    participant = get_object_or_404(rows, calendar_secret=secret, anonymised_at=None)
    seats = Seat.objects.filter(participant=participant).values_list("session_id", flat=True)
    response = _file(person_calendar(participant, seats), participant.event.reference)
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


@login_required
def renew_calendar(request: SignedInRequest, reference: str) -> HttpResponse:
    """Make the old address of one's calendar worthless."""
    event = find_event(request, reference)
    participant = get_object_or_404(Participant, event=event, user=request.user)
    if request.method == "POST":
        renew_calendar_address(participant, by=request.user)
        messages.success(request, _("Your calendar has a new address. The old one shows nothing any more."))
        return redirect(event)
    return render(request, "events/renew_calendar.html", screen(event))


def feed(request: HttpRequest) -> HttpResponse:
    """The public events, newest announcement first, as Atom."""
    language = _language(request)
    rows = Event.objects.announced().filter(is_public=True).prefetch_related("stops")
    with translation.override(language):
        atom = Atom1Feed(
            title=_("Events"),
            link=request.build_absolute_uri(reverse("events:list")),
            description="",
            language=language,
            feed_url=request.build_absolute_uri(),
        )
        for event in rows.order_by("-announced_at", "-pk")[:FEED]:
            places = ", ".join(str(stop.city) for stop in event.stops.all())
            atom.add_item(
                title=str(event.name),
                link=request.build_absolute_uri(event.get_absolute_url()),
                description=". ".join(part for part in (str(event.theme), places) if part),
                unique_id=f"tag:{request.get_host().partition(':')[0]},2016:{event.reference}",
                pubdate=event.announced_at,
                updateddate=event.updated_at,
            )
        return HttpResponse(atom.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
