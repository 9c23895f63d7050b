"""A report is made: the figures are counted once and kept for good; made again, it is the next version."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max, Model
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from core import journal, policies
from core.localised import LANGUAGES
from core.numbering import next_number
from core.refusal import RefusedError
from papers.report import drawn
from people.days import today_at
from people.models import User
from reports.enums import Format
from reports.figures.figure import Asked
from reports.kinds.kind import Kind
from reports.kinds.registry import kind_of
from reports.models import Report
from reports.questions import Question, same_question
from reports.storing import digest, write


def expect_question(question: Question, *, by: User | None) -> Kind:
    """Whether this may be asked: by staff of the centre, of days that have begun, in languages and formats there are.

    Raises PermissionDenied (403) for others, RefusedError with a sentence for the rest.
    """
    kind = kind_of(question.kind)
    if by is not None:
        policies.require(by, "reports.make", question.asked.centre)
    if question.asked.since > today_at(question.asked.centre):
        raise RefusedError(_("This period has not begun yet: nothing can be counted in it."))
    if (question.record is None) != (kind.about is None):
        raise RefusedError(_("Say which record the report is about."))
    if kind.about is not None and by is None:
        raise RefusedError(_("Reports of this kind are about one record and are not made by the clock."))
    if by and kind.choices and question.record and not kind.choices(by).filter(pk=question.record.pk).exists():
        raise PermissionDenied("reports.make")
    if not set(question.languages) <= set(LANGUAGES) or not set(question.formats) <= set(Format.values):
        raise RefusedError(_("Choose from the languages and formats of the portal."))
    return kind


@transaction.atomic
def make_report(kind: str, asked: Asked, *, by: User | None, about: Model | None = None) -> Report:
    """Count the figures and keep them under a number. Asked again, the same question is the next version.

    `by=None` is the clock. Refused for a period that has not begun and for a kind that is no longer made.
    """
    how = expect_question(Question(kind, asked, about), by=by)
    report = Report(
        kind=kind,
        centre=asked.centre,
        since=asked.since,
        until=asked.until,
        side=asked.side,
        country=asked.country,
        topic=asked.topic,
        by=by,
        made_at=timezone.now(),
        figures=write(how.count(asked, about), _papers(how, asked if about is None else about, by)),
    )
    if about is not None:
        report.content_type, report.object_id = ContentType.objects.get_for_model(about), about.pk
    year = today_at(asked.centre).year
    report.reference = f"RP-{year}-{next_number(f'RP-{year}'):03}"  # its row is held: versions are counted one by one
    last = Report.objects.filter(same_question(report)).aggregate(last=Max("version"))["last"]
    report.version = (last or 0) + 1
    report.save()
    journal.write(report, "make", by=by, data={"sha256": digest(report.figures), "version": report.version})
    return report


def _papers(kind: Kind, about: Any, by: User | None) -> dict[str, Any]:
    """The paper beside the figures, as it reads on this day in each language: of the record, else of the question."""
    if kind.paper is None:
        return {}
    draw, papers = kind.paper(about, by), {}
    for language in LANGUAGES:
        with translation.override(language):
            papers[language] = drawn(draw(language))
    return papers
