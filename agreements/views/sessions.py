"""Sessions of committees: the list, one session, and the screens that prepare and end one."""

from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from agreements.actions import sessions as acts
from agreements.enums import DecisionStatus, MinutesState, SessionStatus
from agreements.forms.deciding import SessionFilterForm
from agreements.forms.sessions import ReleaseForm, SessionForm
from agreements.holding import SESSION_TEXTS, holding
from agreements.models import Committee, CommitteeSession, SessionMinutes
from agreements.presentation import sessions as shown
from agreements.presentation.committee_words import SESSION_PHRASES, state_of_minutes, state_of_session
from agreements.presentation.decisions import action_lines, actions_seen, decision_lines, decisions_of
from agreements.presentation.joint_time import warnings_of
from agreements.presentation.pack import pack_of
from agreements.presentation.session_ics import session_calendar
from agreements.views.committee_finding import find_run, find_session, screen
from agreements.views.stepping import answer
from agreements.workflow import meeting
from core.forms import ReasonForm, attempt
from core.localised import LANGUAGES, active_language
from core.paging import page_of
from core.panels import panels_beside
from core.stepping import posted
from papers import report
from papers.responses import pdf_response
from people.enums import Function
from people.history import history_of
from people.requests import SignedInRequest

AHEAD = (SessionStatus.PLANNED, SessionStatus.CONVENED)
IN_PREPARATION = (MinutesState.DRAFT, MinutesState.PROPOSED)


# --- Reading ---------------------------------------------------------------------------------------------------------


def committees_and_years(user: Any) -> tuple[list[tuple[str, str]], list[int], list[str]]:
    """What the lists are narrowed by, of sessions the reader may see: one query."""
    rows = CommitteeSession.objects.visible_to(user).select_related("committee").order_by("-starts_at")[:500]
    found = list(rows.only("reference", "starts_at", "committee__code", "committee__name"))
    committees = {one.committee.code: f"{one.committee.name} ({one.committee.code})" for one in found}
    years = sorted({timezone.localtime(one.starts_at).year for one in found}, reverse=True)
    return sorted(committees.items()), years, [one.reference for one in found]


def sessions(request: HttpRequest) -> HttpResponse:
    """Sessions the reader may see, the latest first, by committee, year and state."""
    committees, years, _references = committees_and_years(request.user)
    form = SessionFilterForm(request.GET, committees=committees, years=years)
    paths = {"committee": "committee__code", "year": "starts_at__year", "state": "status"}
    asked = form.chosen()
    chosen = {paths[name]: value for name, value in asked.items() if name in paths}
    words = holding(asked.get("q", ""), *SESSION_TEXTS)
    adopted = Count("decisions", filter=Q(decisions__status=DecisionStatus.ADOPTED, decisions__is_public=True))
    rows = (
        CommitteeSession.objects.visible_to(request.user).for_list().filter(words, **chosen).annotate(adopted=adopted)
    )
    page = page_of(rows, request.GET, order="-starts_at")
    context = {
        "page": page,
        "rows": [(row, state_of_session(row)) for row in page.rows],
        "filters": form,
        "chosen": form.removable(request.GET),
        "all": "",
        "may_create": bool(request.user.is_authenticated and request.user.standing.holds(Function.OFFICER)),
    }
    return render(request, "agreements/sessions.html", context)


def session(request: HttpRequest, reference: str) -> HttpResponse:
    """One session, as far as this reader sees it, own side first."""
    found = find_session(request, reference)
    user, granted = request.user, shown.granted_on(found)
    is_inside, may_run = "agreements.view_session_history" in granted, "agreements.run_session" in granted
    members = shown.members_of(found, is_inside=is_inside)
    delegations = shown.delegations_of(found, members, user)
    decisions = decisions_of(found, user)
    items, whole = shown.agenda_of(found, shown.papers_of(found, user), decisions)
    versions = list(SessionMinutes.objects.visible_to(user).filter(session=found).defer("text"))
    actions = actions_seen(user).filter(decision__session=found).order_by("decision__number", "number")
    context = {
        "session": found,
        "state": state_of_session(found),
        "granted": granted,
        "may_run": may_run,
        "is_inside": is_inside,
        "is_ahead": found.status in AHEAD,
        "steps": shown.steps_of(found, granted, members),
        "delegations": delegations,
        "has_members": bool(members),
        "quorum": shown.quorum_of(found, delegations) if is_inside else "",
        "items": items,
        "papers": whole,
        "may_add_papers": may_run and found.status not in (SessionStatus.CLOSED, SessionStatus.CANCELLED),
        "decisions": decision_lines(decisions),
        "may_decide": may_run and found.status != SessionStatus.CANCELLED,
        "actions": action_lines(actions, user) if user.is_authenticated else [],
        "minutes": [(one, state_of_minutes(one)) for one in versions],
        "may_begin_minutes": may_run
        and found.status in (SessionStatus.CONVENED, *SessionStatus.over())
        and not any(one.state in IN_PREPARATION for one in versions),
        "is_correction": any(one.state == MinutesState.AGREED for one in versions),
        "warnings": warnings_of(found.centre, found.starts_at, found.ends_at)
        if is_inside and found.status in AHEAD
        else [],
        "founding": shown.founding_of(found),
        "panels": panels_beside(found, user),
        "history": history_of(found, SESSION_PHRASES, centre=found.centre) if is_inside else [],
    }
    return render(request, "agreements/session.html", context)


def session_ics(request: HttpRequest, reference: str) -> HttpResponse:
    """The session for a calendar."""
    found = find_session(request, reference)
    response = HttpResponse(session_calendar(found), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{found.reference}.ics"'
    return response


@login_required
def committee_pack(request: SignedInRequest, reference: str) -> HttpResponse:
    """Everything of the session as one paper, own side first, in the reader's language or the one asked for."""
    found = find_session(request, reference)
    asked = request.GET.get("language", "")
    language = asked if asked in LANGUAGES else active_language()
    with translation.override(language), timezone.override(request.reader.zone):
        content = report.pdf(pack_of(found, request.user, language=language))
    return pdf_response(content, f"{found.reference}-{language}.pdf")


# --- Preparing -------------------------------------------------------------------------------------------------------


def _warn(request: HttpRequest, found: CommitteeSession) -> None:
    """Both sides meet: say at once where one of them does not work then. It is no refusal."""
    for sentence in warnings_of(found.centre, found.starts_at, found.ends_at):
        messages.warning(request, sentence)


@login_required
def create_session(request: SignedInRequest) -> HttpResponse:
    """Prepare a session of one of one's committees."""
    if not request.user.standing.holds(Function.OFFICER):
        raise PermissionDenied("agreements.run_session")
    form = SessionForm(request.POST or None, user=request.user, initial=_next(request))
    if form.is_valid():
        found = attempt(form, acts.create_session, by=request.user, **form.cleaned_data)
        if found:
            messages.success(request, _("The session is prepared. Its members see it from the day it is convened."))
            _warn(request, found)
            return redirect(found)
    context = {"form": form, "back_url": reverse("agreements:sessions"), "back": _("Back to the committees")}
    return render(request, "agreements/create_session.html", context)


def _next(request: SignedInRequest) -> dict[str, Any]:
    """The next number of the first committee, and the zone of the reader."""
    centres = request.user.standing.centre_ids(Function.OFFICER)
    committee = Committee.objects.filter(centre__in=centres).first()
    last = committee.sessions.order_by("-number").first() if committee else None
    zone: ZoneInfo = request.reader.zone
    found: dict[str, Any] = {"committee": committee, "zone": str(zone), "number": 1, "programme_year": 1}
    if last:
        found |= {"number": last.number + 1, "programme_year": last.programme_year + 1, "zone": last.zone}
    return found


@login_required
def edit_session(request: SignedInRequest, reference: str) -> HttpResponse:
    """Change when and where; of a session that was held, only when it is released."""
    found = find_run(request, reference)
    if found.status in SessionStatus.over():
        return _release(request, found)
    form = SessionForm(request.POST or None, user=request.user, session=found)
    if form.is_valid():
        changed = attempt(form, acts.edit_session, found, by=request.user, **form.cleaned_data)
        if changed:
            messages.success(request, _("The session is changed."))
            changed.committee = found.committee
            _warn(request, changed)
            return redirect(found)
    context = screen(found, form, heading=_("Change the session"), warnings=_foreseen(form, found))
    return render(request, "agreements/edit_session.html", context)


def _foreseen(form: SessionForm, found: CommitteeSession) -> list[str]:
    """What is wrong with the hours that were typed, else with those the session has."""
    typed = form.cleaned_data if form.is_bound and hasattr(form, "cleaned_data") else {}
    starts_at, ends_at = typed.get("starts_at", found.starts_at), typed.get("ends_at", found.ends_at)
    return warnings_of(found.centre, starts_at, ends_at) if starts_at and ends_at else []


def _release(request: SignedInRequest, found: CommitteeSession) -> HttpResponse:
    form = ReleaseForm(
        request.POST if request.method == "POST" else None,
        initial={"is_closed": found.is_closed, "release_on": found.release_on},
    )
    return answer(
        request,
        found,
        form,
        partial(acts.release_session, found, by=request.user),
        said=_("It is saved who reads of the session."),
        heading=_("Who reads of the session"),
        lede=_("The session was held: its days and places stay. Papers have a release of their own."),
    )


@login_required
def convene(request: SignedInRequest, reference: str) -> HttpResponse:
    """Call the members together."""
    found = find_run(request, reference)
    meeting.expect(found, "convene", by=request.user)
    return answer(
        request,
        found,
        Form(posted(request)),
        partial(acts.convene, found, by=request.user),
        said=_("The session is convened. Members with an account and both co-directors have been told."),
        heading=_("Convene the session"),
        lede=_(
            "From here on members read agenda and papers, and are told of what changes: "
            "days, place, agenda, new papers."
        ),
        warnings=warnings_of(found.centre, found.starts_at, found.ends_at),
        submit=_("Convene the session"),
    )


@login_required
def hold(request: SignedInRequest, reference: str) -> HttpResponse:
    """Record that it was held."""
    found = find_run(request, reference)
    meeting.expect(found, "hold", by=request.user)
    return answer(
        request,
        found,
        Form(posted(request)),
        partial(acts.hold, found, by=request.user),
        said=_("It is recorded that the session was held."),
        heading=_("Record that the session was held"),
        lede=_("Agenda, members and presence then stay as they are. Decisions can be laid before both sides."),
        submit=_("Record that it was held"),
    )


@login_required
def call_off(request: SignedInRequest, reference: str) -> HttpResponse:
    """Call it off, with reasons."""
    found = find_run(request, reference)
    meeting.expect(found, "call_off", by=request.user)
    return answer(
        request,
        found,
        ReasonForm(request.POST or None, hint=_("The members read them.")),
        partial(acts.call_off, found, by=request.user),
        said=_("The session is called off."),
        heading=_("Call the session off"),
        submit=_("Call it off"),
    )
