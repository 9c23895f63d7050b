"""At the door: the overview, the list of one day or session, the code of a badge, and taking a mark back."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core import policies
from core.forms import attempt
from core.paging import page_of
from events.actions import attendance as acts
from events.enums import AttendanceMeans
from events.forms.attendance import CodeForm, SearchForm, UnmarkForm
from events.models import Attendance, Event
from events.presentation.attendance import overview_of
from events.presentation.occasions import Occasions, words_of
from events.presentation.page import page_of_event
from events.presentation.participants import matching
from events.presentation.registration import shape_of
from events.views.finding import find_event
from events.views.numbers import numbers_of
from people.requests import SignedInRequest

SIZE = 50
KEPT = "attendance at"  # in the session of the browser: what the door is marking now


@login_required
def attendance(request: SignedInRequest, reference: str) -> HttpResponse:
    """How many were there, by day and session; co-directors read it too."""
    event = find_event(request, reference)
    context = page_of_event(request, event, "attendance")
    if not context["granted"] & {"events.mark_attendance", "events.view_whole"}:
        policies.require(request.user, "events.mark_attendance", event)
    occasions = Occasions(event)
    overview = overview_of(event, occasions)
    asked = request.GET.get("day", "") or occasions.usual()
    chosen = next((line for line in overview.days if line.name == asked), overview.days[0])
    context |= {"overview": overview, "chosen": chosen, "sessions": overview.sessions[chosen.name]}
    return render(request, "events/attendance.html", context)


@login_required
def attendance_list(request: SignedInRequest, reference: str, name: str) -> HttpResponse:
    """Everybody who holds a place, to be ticked off; those marked already stand out and may be taken back."""
    event = _event(request, reference)
    occasions = Occasions(event)
    at = occasions.names().get(name)
    if at is None:
        raise Http404
    if request.method == "POST":
        people = event.participants.filter(pk__in=numbers_of(request.POST.getlist("chosen")[: acts.MOST + 1]))
        _say(request, acts.mark_present(event, people, by=request.user, at=at))
        query = f"?{request.META['QUERY_STRING']}" if request.META.get("QUERY_STRING") else ""
        return redirect(f"{request.path}{query}")
    form = SearchForm(request.GET)
    rows = event.participants.seated().select_related("country")
    if form.is_valid() and form.cleaned_data["q"]:
        rows = rows.filter(matching(form.cleaned_data["q"]))
    page = page_of(rows, request.GET, order="family_name", size=SIZE)
    marks = {one.participant_id: one for one in acts.marks_at(event, at).filter(participant__in=page.rows)}
    context = _at_the_door(request, event)
    context |= {
        "at": at,
        "words": words_of(at),
        "name": name,
        "filters": form,
        "page": page,
        "rows": [(row, marks.get(row.pk)) for row in page.rows],
        "present": acts.marks_at(event, at).count(),
        "is_open": at.day <= occasions.today,
    }
    return render(request, "events/attendance_list.html", context)


@login_required
def attendance_code(request: SignedInRequest, reference: str) -> HttpResponse:
    """The code of a badge, typed or read by the telephone: the first look shows who it is, the button marks."""
    event = _event(request, reference)
    occasions = Occasions(event)
    usual = {"at": _kept(request, occasions)}
    asked = request.POST or ({**usual, **request.GET.dict()} if "code" in request.GET else None)
    form = CodeForm(asked, occasions=occasions, initial=usual)
    found = None
    if form.is_valid():
        request.session[KEPT] = form.cleaned_data["at"]
        bearing = event.participants.filter(code=form.cleaned_data["code"])
        found = bearing.select_related("country", "delegation__organisation").first()
        if found is None:
            form.add_error("code", _("No badge of this event bears this code."))
    at = occasions.open().get(form.cleaned_data["at"]) if found else None
    if found and at and request.method == "POST":
        marked = attempt(form, acts.mark_present, event, [found], by=request.user, at=at, means=AttendanceMeans.CODE)
        if marked:
            _say(request, marked)
            return redirect("events:attendance_code", event.reference)
    context = _at_the_door(request, event)
    context |= {"form": form, "found": found, "at": at}
    if found and at:
        context |= {
            "words": words_of(at),
            "shape": shape_of(found.status),
            "mark": acts.marks_at(event, at).filter(participant=found).select_related("by").first(),
        }
    return render(request, "events/attendance_code.html", context)


@login_required
def unmark_present(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Take a mark back, with reasons."""
    event = _event(request, reference)
    rows = Attendance.objects.filter(participant__event=event)
    mark = get_object_or_404(rows.select_related("participant", "session__stop", "by"), pk=pk)
    at = acts.Occasion(mark.day, mark.session)
    form = UnmarkForm(request.POST or None)
    if form.is_valid() and attempt(form, acts.unmark_present, mark, by=request.user, **form.cleaned_data):
        messages.success(request, _("The mark is taken back."))
        return redirect("events:attendance", event.reference)
    back = reverse("events:attendance", args=[event.reference])
    context = {"event": event, "form": form, "mark": mark, "words": words_of(at), "back_url": back}
    return render(request, "events/unmark_present.html", context)


def _event(request: SignedInRequest, reference: str) -> Event:
    event = find_event(request, reference)
    policies.require(request.user, "events.mark_attendance", event)
    return event


def _at_the_door(request: SignedInRequest, event: Event) -> dict[str, Any]:
    """Without the pages of the event: on a telephone the person comes first."""
    return {**page_of_event(request, event, "attendance"), "links": []}


def _kept(request: SignedInRequest, occasions: Occasions) -> str:
    """What was marked last in this browser, as long as it is one of this event; else today."""
    kept = request.session.get(KEPT, "")
    return kept if kept in occasions.open() else occasions.usual()


def _say(request: SignedInRequest, marked: acts.Marked) -> None:
    now, before, without = map(len, marked)
    if now == 1:
        messages.success(request, _("%(name)s is marked as present.") % {"name": marked.now[0]})
    elif now:
        said = ngettext("%(count)s person is marked as present.", "%(count)s people are marked as present.", now)
        messages.success(request, said % {"count": now})
    if before:
        names = ", ".join(str(one) for one in marked.before)
        messages.success(request, _("Marked before: %(names)s.") % {"names": names})
    if without:
        names = ", ".join(str(one) for one in marked.without_place)
        messages.warning(request, _("Not marked, because they hold no place: %(names)s.") % {"names": names})
