"""Reports: the list, one with its figures, what changed, asking for one, and the annual ones for everybody."""

from functools import partial
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import policies
from core.filters import query_without
from core.forms import attempt
from core.localised import LANGUAGE_NAMES, active_language
from core.paging import page_of
from core.policies import find_granted
from core.stepping import posted
from files.policies import files_of
from people.history import history_of
from people.keys import keys_of, sides_of
from people.models import Centre
from people.requests import SignedInRequest
from reports.actions import requesting, subscribing
from reports.enums import ReportState
from reports.forms.asking import AskForm, PaperForm, centres_for
from reports.forms.finding import ReportFilterForm
from reports.kinds.registry import kinds
from reports.models import Report, Subscription
from reports.presentation.changes import changes
from reports.presentation.paper import title_of
from reports.presentation.reports import (
    PHRASES,
    SHAPES,
    buttons_of,
    files_by_language,
    page_of_groups,
    paper_of,
    rows_of,
    speaks_of,
    topics_of,
)
from reports.questions import same_question
from reports.storing import read
from reports.workflow import publishing

ANNUAL = "centre_year"
RELATED = ("centre__side_a__calendar", "centre__side_b__calendar", "country", "by")
MOST_VERSIONS = 12
LONGEST_NUMBER = 10  # figures; longer ones are none of ours


def expect_staff(user: Any) -> list[Centre]:
    """The centres whose reports the person works with; 404 for who has none, so that addresses tell nothing."""
    found = centres_for(user)
    if not found:
        raise Http404
    return found


@login_required
def list_reports(request: SignedInRequest) -> HttpResponse:
    """The reports of one's centres, newest first, and the kinds that one may ask for."""
    centres = expect_staff(request.user)
    filters = ReportFilterForm(request.GET)
    rows = Report.objects.visible_to(request.user).for_list().filter(**filters.chosen())
    page = page_of(rows, request.GET, order="-pk")
    told = set(Subscription.objects.filter(user=request.user, centre=centres[0]).values_list("kind", flat=True))
    context = {
        "page": page,
        "rows": rows_of(page.rows),
        "filters": filters,
        "chosen": filters.removable(request.GET),
        "all": query_without(request.GET, "kind", "state"),
        "kinds": [(kind, kind.name in told) for kind in kinds().values()],
    }
    return render(request, "reports/list.html", context)


@login_required
def ask(request: SignedInRequest, kind: str) -> HttpResponse:
    """The questions of one kind; what is made of the answers is done in the background."""
    centres = expect_staff(request.user)
    found = kinds().get(kind)
    if found is None:
        raise Http404
    form = AskForm(posted(request), kind=found, user=request.user, centres=centres)
    if form.is_valid():
        act = partial(requesting.ask_for_report, by=request.user, language=active_language())
        job = attempt(form, act, **form.values())
        if job is not None:
            return redirect(job)
    return render(request, "reports/ask.html", {"kind": found, "form": form})


def find(request: HttpRequest, reference: str, *permissions: str) -> Any:
    """The report as far as the reader may see it, with what he may do: 404 for others."""
    rows = Report.objects.select_related(*RELATED)
    return find_granted(rows, request.user, permissions, reference=reference)


def is_staff(request: HttpRequest, report: Report) -> bool:
    """Whether the reader works at the centre: he opens the rows, the versions and the history."""
    user = request.user
    return bool(user.is_authenticated) and policies.allows(user, "reports.make", report.centre)


def report(request: HttpRequest, reference: str) -> HttpResponse:
    """The figures as they were counted; for the staff also the way to their rows, versions, keys and history."""
    found = find(request, reference, "reports.propose", "reports.publish")
    staff = is_staff(request, found)
    files = files_of(found, request.user)
    stored = read(found.figures)
    context = {
        "report": found,
        "title": title_of(found),
        "speaks_of": speaks_of(found, topics_of([found])),
        "shape": SHAPES[ReportState(found.state)],
        "blocks": page_of_groups(stored.groups, sides=sides_of(found.centre, request.user), with_links=staff),
        "paper": paper_of(found, stored),
        "files": files_by_language(files, LANGUAGE_NAMES),
        "is_staff": staff,
    }
    if staff:
        context |= _for_staff(request, found)
    return render(request, "reports/report.html", context)


def _for_staff(request: HttpRequest, found: Any) -> dict[str, Any]:
    has_keys = found.state != ReportState.MADE
    keys = keys_of(found, publishing, "publish", request.user, centre=found.centre) if has_keys else None
    live = [key.signature for key in keys.keys if key.signature] if keys else []
    versions = Report.objects.filter(same_question(found)).defer("figures").order_by("-version")
    kind = kinds().get(found.kind)
    buttons = buttons_of(found, request.user, found.granted, live)
    return {
        "keys": keys,
        "buttons": [one for one in buttons if one.name != "propose" or (kind and kind.is_public)],
        "versions": list(versions[:MOST_VERSIONS]),
        "history": history_of(found, PHRASES, centre=found.centre),
    }


@login_required
def compare(request: SignedInRequest, reference: str) -> HttpResponse:
    """One report beside an earlier one: its last version, else another of its kind that the reader has chosen."""
    found = find(request, reference)
    if not is_staff(request, found):
        raise PermissionDenied("reports.make")
    others = list(
        Report.objects.visible_to(request.user)
        .for_list()
        .filter(kind=found.kind, centre=found.centre)
        .exclude(pk=found.pk)
        .order_by("-pk")[:MOST_VERSIONS]
    )
    before = _before(found, others, request.GET.get("with", ""))
    context = {
        "report": found,
        "title": title_of(found),
        "speaks_of": speaks_of(found, topics_of([found])),
        "others": rows_of(others),
        "before": rows_of([before])[0] if before else None,
        "groups": changes(read(before.figures).groups, read(found.figures).groups) if before else [],
    }
    return render(request, "reports/compare.html", context)


def _before(found: Report, others: list[Report], asked: str) -> Report | None:
    """The one that was chosen; else the version before, else the newest of the kind."""
    if asked:
        return next((one for one in others if one.reference == asked), None)
    same = [
        one
        for one in others
        if (one.since, one.until, one.side, one.country_id, one.topic, one.object_id)
        == (found.since, found.until, found.side, found.country_id, found.topic, found.object_id)
        and one.version < found.version
    ]
    return next(iter([*same, *others]), None)


@login_required
def draw(request: SignedInRequest, reference: str) -> HttpResponse:
    """Have it drawn in further languages and formats, from the figures it has."""
    found = find(request, reference)
    if not is_staff(request, found):
        raise PermissionDenied("reports.make")
    form = PaperForm(posted(request))
    if form.is_valid():
        act = partial(requesting.ask_for_papers, found, by=request.user, language=active_language())
        job = attempt(form, act, **form.cleaned_data)
        if job is not None:
            return redirect(job)
    context = {"report": found, "title": title_of(found), "form": form, "heading": _("Draw the report")}
    return render(request, "reports/draw.html", context)


def annual(request: HttpRequest) -> HttpResponse:
    """The annual reports that both sides have published, for everybody."""
    rows = Report.objects.published().for_list().filter(kind=ANNUAL)
    page = page_of(rows, request.GET, order="-until")
    return render(request, "reports/annual.html", {"page": page, "rows": rows_of(page.rows)})


# --- Subscriptions ---------------------------------------------------------------------------------------------------


def _centre_of(request: SignedInRequest, kind: str) -> Centre:
    centres = expect_staff(request.user)
    if kind not in kinds():
        raise Http404
    asked = request.POST.get("centre", "")
    if not asked:
        return centres[0]
    return get_object_or_404(
        Centre, pk__in=[one.pk for one in centres], pk=asked if asked.isdecimal() and len(asked) < LONGEST_NUMBER else 0
    )


@login_required
@require_POST
def subscribe(request: SignedInRequest, kind: str) -> HttpResponse:
    """Be told of each report of this kind."""
    subscribing.subscribe(kind, _centre_of(request, kind), by=request.user)
    return redirect(f"{reverse('reports:list')}#kinds")


@login_required
@require_POST
def unsubscribe(request: SignedInRequest, kind: str) -> HttpResponse:
    """Be told no longer."""
    subscribing.unsubscribe(kind, _centre_of(request, kind), by=request.user)
    return redirect(f"{reverse('reports:list')}#kinds")
