"""The files of a report: drawn from its stored figures, kept once for each language and format."""

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone, translation

from calendars.directory import calendar_of
from files.actions import store
from files.kinds import BY_ENDING
from files.models import StoredFile
from people.models import User
from reports import signals
from reports.actions.making import make_report
from reports.actions.running import holding
from reports.models import Job, Report
from reports.presentation.paper import content_of
from reports.questions import Question, read
from reports.works import Say

PERMISSION = "reports.view"


def name_of(report: Report, language: str, form: str) -> str:
    """How a file is called when it is saved."""
    return f"{report.reference}-v{report.version}-{language}.{form}"


def file_of(report: Report, language: str, form: str) -> StoredFile | None:
    """The file in this language and format, where there is one."""
    kind = BY_ENDING[f".{form}"].media_type
    return StoredFile.objects.kept().about(report).filter(language=language, kind=kind).first()


def draw(report: Report, language: str, form: str) -> ContentFile:
    """The file from what was stored: in its language, with the days of the centre, whoever asked for it."""
    with translation.override(language), timezone.override(calendar_of(report.centre.side_a.calendar_id).zone):
        return ContentFile(content_of(report, language, form), name=name_of(report, language, form))


@transaction.atomic
def keep_paper(report: Report, drawn: ContentFile, *, by: User | None, language: str, form: str) -> StoredFile:
    """Keep a drawn file with its report, read by whoever reads that. Where there is one already, that one stays."""
    Report.objects.select_for_update(of=("self",)).get(pk=report.pk)
    if there := file_of(report, language, form):
        return there
    return store(drawn, by=by, about=report, permission=PERMISSION, language=language)


# --- As work in the background ---------------------------------------------------------------------------------------


def make(job: Job, say: Say) -> dict[str, int]:
    """Count, keep, draw, tell. Whoever takes it up after another finds the figures, and draws only what is missing."""
    question = read(job.asked)
    papers = [(language, form) for language in question.languages for form in question.formats]
    total = len(papers) + 1
    say(0, total)
    report = _report_of(job, question)
    for done, (language, form) in enumerate(papers, 1):
        say(done, total)
        if file_of(report, language, form):
            continue
        drawn = draw(report, language, form)
        with holding(job):
            keep_paper(report, drawn, by=job.by, language=language, form=form)
    with holding(job):
        signals.report_made.send(
            Report, report=report, by=job.by, languages=question.languages, formats=question.formats
        )
    return {"report": report.pk}


def _report_of(job: Job, question: Question) -> Report:
    """The report that this work has made already, else a new one: never two, whoever was killed when."""
    rows = Report.objects.select_related("centre__side_a", "centre__side_b", "country")
    kept = job.asked.get("report") or Job.objects.values_list("outcome", flat=True).get(pk=job.pk).get("report")
    if kept:
        return rows.get(pk=kept)
    with holding(job):
        report = make_report(question.kind, question.asked, by=job.by, about=question.record)
        Job.objects.filter(pk=job.pk).update(outcome={"report": report.pk})
    return rows.get(pk=report.pk)
