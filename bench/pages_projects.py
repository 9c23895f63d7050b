"""Which pages of agreements, committees and projects are measured, and as whom."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from agreements.models import Action, Agreement, CommitteeSession, Decision
from bench import words
from bench.pages import VISITOR, Page
from bench.projects import BROAD, LONG, THICK, USUAL
from core.paging import mark
from projects.enums import ReportStatus, ValueState
from projects.models import Entry, Measure, Project, QuarterReport, ReportedValue, Risk, Task

PAGE = 100  # lines of a schedule
READERS = {"leader": "member3@bench.example"}
LISTS: dict[str, dict[str, Any]] = {
    "all": {},
    "one state": {"stage": "running"},
    "three groups": {"stage": ["running", "closed"], "kind": "pilot", "country": ["BY", "AM"]},
    "common word": {"q": words.COMMON},
    "rare word": {"q": words.RARE},
    "no such word": {"q": "xylophonist"},
    "Korean": {"q": words.KOREAN},
    "number": {"q": "JP-2024"},
}
OF_A_PROJECT = (
    "project",
    "concept",
    "money",
    "lines",
    "results",
    "reports",
    "risks",
    "schedule",
    "deliverables",
    "missing",
)
PUBLIC = ("project", "money", "lines", "results")


def pages() -> Iterator[Page]:
    """Lists, the portfolio, the three large projects and a usual one, the register, the committees, the desks."""
    yield from _lists()
    yield from _of_projects()
    yield from _large()
    yield from _agreements()


def _url(name: str, *arguments: Any, **query: Any) -> str:
    found = reverse(name, args=arguments)
    return f"{found}?{urlencode(query, doseq=True)}" if query else found


def _lists() -> Iterator[Page]:
    rows = Project.objects.approved().filter(is_public=True).order_by("-created_at", "-pk")
    middle = rows[rows.count() // 2]
    lists = LISTS | {"deep": {"older": mark("-created_at", middle.created_at, middle.pk)}}
    for reader in (VISITOR, "officer", "leader"):
        for name, query in lists.items():
            yield Page(reader, f"projects: {name}", _url("projects:list", **query), is_reckoned=True)
    for reader in (VISITOR, "co-director"):
        for by in ("country", "year", "agreement"):
            yield Page(reader, f"portfolio by {by}", _url("projects:portfolio", by=by), is_reckoned=True)
        yield Page(reader, "portfolio: one state", _url("projects:portfolio", stage="running"), is_reckoned=True)
        for figure in ("disbursed", "behind"):
            yield Page(
                reader,
                f"portfolio: {figure}",
                _url("projects:portfolio_rows", figure=figure, side="b"),
                is_reckoned=True,
            )
    for figure in ("risks", "late"):
        yield Page(
            "co-director", f"portfolio: {figure}", _url("projects:portfolio_rows", figure=figure), is_reckoned=True
        )
    for reader in ("leader", "officer"):
        yield Page(reader, "missing values", _url("projects:missing_values"))
    yield Page("leader", "desk", reverse("desk"))


def _of_projects() -> Iterator[Page]:
    usual = Project.objects.get(pk=USUAL)
    for reader in (VISITOR, "leader", "officer", "co-director"):
        for name in PUBLIC if reader == VISITOR else OF_A_PROJECT:
            yield Page(reader, f"project: {name}", _url(f"projects:{name}", usual.reference))
    report = QuarterReport.objects.filter(project=usual, status=ReportStatus.SIGNED).latest("year", "quarter")
    live = QuarterReport.objects.filter(project=usual).exclude(status=ReportStatus.SIGNED).latest("year", "quarter")
    for reader in ("leader", "officer"):
        yield Page(reader, "report, signed", report.get_absolute_url())
        yield Page(reader, "report, not yet", live.get_absolute_url())
        yield Page(reader, "risk", Risk.objects.filter(project=usual).earliest("pk").get_absolute_url())


def _large() -> Iterator[Page]:
    broad, long, thick = (Project.objects.get(pk=rank).reference for rank in (BROAD, LONG, THICK))
    measure = Measure.objects.filter(project=BROAD).order_by("pk")[4]
    value = ReportedValue.objects.filter(project=BROAD, state=ValueState.APPROVED).latest("pk")
    entries = Entry.objects.filter(project=THICK).order_by("-on", "-pk")
    middle = entries[entries.count() // 2]
    last = Task.objects.filter(project=LONG, children=None).count() // PAGE * PAGE + 1
    live = QuarterReport.objects.filter(project=BROAD).exclude(status=ReportStatus.SIGNED).latest("year", "quarter")
    signed = QuarterReport.objects.filter(project=BROAD, status=ReportStatus.SIGNED).latest("year", "quarter")
    for reader in (VISITOR, "leader", "officer"):
        yield Page(reader, "200 indicators: overview", _url("projects:project", broad))
        yield Page(reader, "200 indicators: results", _url("projects:results", broad))
        yield Page(reader, "200 indicators: one", _url("projects:measure", broad, measure.pk))
        yield Page(reader, "200 indicators: a value", value.get_absolute_url())
        yield Page(reader, "5,000 entries: money", _url("projects:money", thick))
        yield Page(reader, "5,000 entries: overview", _url("projects:project", thick))
    for reader in ("leader", "officer"):
        yield Page(reader, "200 indicators: missing", _url("projects:missing", broad))
        yield Page(reader, "200 indicators: report", live.get_absolute_url())
        yield Page(reader, "200 indicators: signed", signed.get_absolute_url())
        for name, query in {
            "first": {},
            "deep": {"older": mark("-on", middle.on, middle.pk)},
            "filtered": {"side": "b", "kind": "disbursement"},
        }.items():
            yield Page(reader, f"5,000 entries: {name}", _url("projects:entries", thick, **query))
        yield Page(reader, "2,000 lines: overview", _url("projects:project", long))
        for name, query in {
            "packages": {},
            "first": {"view": "lines"},
            "last": {"view": "lines", "line": str(last)},
            "side A": {"owner": "a"},
        }.items():
            yield Page(reader, f"2,000 lines: {name}", _url("projects:schedule", long, **query))
        task = Task.objects.filter(project=LONG, parent__isnull=False).order_by("-position")[0]
        yield Page(reader, "2,000 lines: one", _url("projects:task", long, task.pk))


def _agreements() -> Iterator[Page]:
    framework = Agreement.objects.get(pk=10)
    usual = Agreement.objects.get(pk=5)
    held = CommitteeSession.objects.get(pk=4)
    decision = Decision.objects.get(pk=31)
    action = Action.objects.filter(decision__session=4).earliest("pk")
    for reader in (VISITOR, "officer", "co-director"):
        yield Page(reader, "agreements: all", _url("agreements:list"))
        yield Page(reader, "agreements: word", _url("agreements:list", q=words.COMMON))
        yield Page(reader, "agreement: framework", framework.get_absolute_url())
        yield Page(reader, "agreement: usual", usual.get_absolute_url())
        yield Page(reader, "committees", _url("agreements:sessions"))
        yield Page(reader, "session", held.get_absolute_url())
        yield Page(reader, "decisions", _url("agreements:decisions"))
        yield Page(reader, "decisions: word", _url("agreements:decisions", q=words.COMMON))
        yield Page(reader, "decision", decision.get_absolute_url())
    for reader in ("officer", "co-director", "leader"):
        yield Page(reader, "actions", _url("agreements:actions"))
    yield Page("officer", "action", action.get_absolute_url())
