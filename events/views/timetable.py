"""The programme as everybody reads it, the draft as planners see it, and one session."""

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from events.forms.timetable import ProgrammeFilterForm
from events.models import Event, Release
from events.presentation.page import page_of_event
from events.presentation.releases import lines_of
from events.presentation.sessions import PHRASES, buttons_of, find_entry
from events.presentation.timetable import Programme, chosen, first_day, groups_of, read_programme
from events.presentation.warnings import known_of, warnings_of
from events.versions import differences, programme_of, programme_of_one, rows_of
from events.views.finding import find_event, find_followed
from events.views.sessions import find_session
from people.history import history_of
from people.requests import SignedInRequest


def timetable(request: HttpRequest, reference: str) -> HttpResponse:
    """The released programme by day and stop, or what was asked for of it; as many queries whatever its size."""
    event = find_followed(request, reference, "released")
    version = _version_asked(request, event) or event.released
    programme = read_programme(version.programme if version else {})
    filters = ProgrammeFilterForm(request.GET)
    asked = filters.chosen()
    if not asked and (opening := first_day(programme, timezone.localdate())):
        asked["day"] = opening
    sessions = chosen(programme, **asked)
    context = {
        **page_of_event(request, event, "timetable"),
        "programme": programme,
        "groups": groups_of(sessions),
        "whole": first_day(programme, timezone.localdate()) is None,
        "found": len(sessions),
        "asked": asked,
        "version": version,
        "is_preview": version is not None and version.pk != event.released_id,
    }
    return render(request, "events/timetable.html", context)


def _version_asked(request: HttpRequest, event: Event) -> Release | None:
    """`?version=2`: another version than the one in force, for those who may see it."""
    text = request.GET.get("version", "")
    if not text:
        return None
    if not text.isdecimal() or len(text) > 5:  # noqa: PLR2004  no programme has a hundred thousand versions
        raise Http404
    return get_object_or_404(Release.objects.visible_to(request.user), event=event, version=int(text))


@login_required
def plan_timetable(request: SignedInRequest, reference: str) -> HttpResponse:
    """The draft: what differs from what visitors see, what to look at twice, and each session with its buttons."""
    event = find_event(request, reference, "released")
    page = page_of_event(request, event, "plan_timetable", "events.edit_timetable")
    if "events.view_whole" not in page["granted"]:
        raise PermissionDenied("events.view_whole")
    rows = rows_of(event)
    plain = programme_of(event, rows)
    programme = read_programme(plain)
    day = _day_asked(request, programme)
    warnings = warnings_of(programme, event, known_of(event))
    shown = chosen(programme, day=day)
    context = {
        **page,
        "programme": programme,
        "day": day,
        "groups": groups_of(shown),
        "untimed": [row for row in rows if row.starts_at is None and row.cancelled_at is None],
        "cancelled": [row for row in rows if row.cancelled_at],
        "warnings": [one for one in warnings if one.session is None and (one.day is None or day in (None, one.day))],
        "session_warnings": _by_session(warnings),
        "elsewhere": sorted({one.day for one in warnings if one.day and day and one.day != day}),
        "differing": len(differences(event.released.programme, plain)) if event.released else None,
        "may_edit": "events.edit_timetable" in page["granted"],
    }
    return render(request, "events/plan_timetable.html", context)


def _by_session(warnings: list[Any]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for one in warnings:
        if one.session is not None:
            found.setdefault(one.session, []).append(one.sentence)
    return found


def _day_asked(request: HttpRequest, programme: Programme) -> date | None:
    asked = ProgrammeFilterForm(request.GET).chosen().get("day")
    return asked if asked in programme.days else first_day(programme, timezone.localdate())


def session(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """One session: as released for everybody, as planned for those who plan, with what differs between the two."""
    event = find_followed(request, reference, "released")
    public = read_programme(event.released.programme if event.released else {})
    page = page_of_event(request, event, "timetable", "events.edit_timetable")
    if "events.view_whole" not in page["granted"]:
        shown = public.session(pk) or public.gone(pk)
        if shown is None:
            raise Http404
        context = {"session": shown, "is_cancelled": public.session(pk) is None, "in_version": True}
        return render(request, "events/session.html", {**page, **context})
    row = find_session(request, event, pk)
    plain = programme_of_one(row)
    entry = find_entry(event, pk)
    context = {
        "row": row,
        "session": read_programme(plain).sessions[0],
        "is_cancelled": row.cancelled_at is not None,
        "in_version": entry is not None,
        "buttons": buttons_of(row, may_edit="events.edit_timetable" in page["granted"]),
        "may_edit": "events.edit_timetable" in page["granted"],
        "parts": {part.contributor_id: part.pk for part in row.parts.all()},
        "differing": lines_of(differences({**event.released.programme, "sessions": [entry]}, plain))
        if event.released and entry
        else [],
        "history": history_of(row, PHRASES, centre=event.centre),
    }
    return render(request, "events/session.html", {**page, **context})
