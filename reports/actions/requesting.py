"""Reports are asked for, and drawn, by hand: the work itself is done in the background."""

from dataclasses import replace

from django.db import transaction
from django.utils.translation import gettext as _

from core import policies
from core.refusal import RefusedError
from people.models import User
from reports.actions.asking import ask
from reports.actions.making import expect_question
from reports.actions.scheduling import MAKE
from reports.models import Job, Report
from reports.questions import Question, question_of


@transaction.atomic
def ask_for_report(question: Question, *, by: User, language: str) -> Job:
    """Have a report made. Refused where it could not be made, so that nobody waits to be told."""
    expect_question(question, by=by)
    return ask(MAKE, question.written(), by=by, language=language)


@transaction.atomic
def ask_for_papers(report: Report, *, by: User, languages: list[str], formats: list[str], language: str) -> Job:
    """Have a report that was made drawn in further languages and formats, from the figures it has.

    Refused where nothing is chosen. What is there already is not drawn again.
    """
    policies.require(by, "reports.make", report.centre)
    if not languages or not formats:
        raise RefusedError(_("Choose a language and a format."))
    question = replace(question_of(report), languages=tuple(languages), formats=tuple(formats))
    return ask(MAKE, {**question.written(), "report": report.pk}, by=by, language=language)
