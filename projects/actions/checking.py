"""After the close each side is asked whether what was built is still in use, and with what figures."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from calendars.directory import joint
from calendars.working_time import add_working_days
from core import journal, policies
from core.localised import LocalisedText
from core.refusal import RefusedError
from people.days import today_at
from people.models import User
from projects import signals
from projects.models import Measure, PostCheck

DAYS_OF_GRACE = 20  # joint working days before the question is asked again


@transaction.atomic
def ask_check(check: PostCheck) -> PostCheck | None:
    """The clock asks a side, on the day it is due. None when it was asked, or has answered."""
    row = _lock(check)
    if row.asked_at or row.answered_at or row.due_on > today_at(row.project.centre):
        return None
    row.asked_at = timezone.now()
    row.save(update_fields=["asked_at"])
    journal.write(row.project, "ask_check", by=None, data={"kind": row.side, "years": row.years})
    signals.check_asked.send(PostCheck, check=row, by=None)
    return row


@transaction.atomic
def remind_check(check: PostCheck) -> PostCheck | None:
    """The clock asks once more after twenty joint working days. None when that was done, or there is an answer."""
    row = _lock(check)
    if row.asked_at is None or row.answered_at or row.reminded_on:
        return None
    if add_working_days(row.asked_at, DAYS_OF_GRACE, joint(*row.side_codes())) > timezone.now():
        return None
    row.reminded_on = today_at(row.project.centre)
    row.save(update_fields=["reminded_on"])
    journal.write(row.project, "remind_check", by=None, data={"kind": row.side, "years": row.years})
    signals.check_asked.send(PostCheck, check=row, by=None)
    return row


@transaction.atomic
def answer_check(
    check: PostCheck,
    *,
    by: User,
    still_used: bool,
    text: Mapping[str, str],
    figures: Sequence[Mapping[str, Any]] = (),
) -> PostCheck:
    """Say for one's own side how it stands, with figures for the indicators of the project, each with its source.

    Refused before the question was asked, without words, and a second time: what was answered is what was found then.
    """
    row = _lock(check)
    if row.answered_at:
        policies.require(by, "projects.view_work", row.project)
        raise RefusedError(_("Your side has answered this question already."))
    policies.require(by, "projects.answer_check", row)
    if row.asked_at is None:
        raise RefusedError(_("The question is asked on the day it is due."))
    written = LocalisedText({language: words.strip() for language, words in text.items() if words.strip()})
    if not written:
        raise RefusedError(_("Write how it stands, in one language at least."))
    row.still_used, row.text, row.by, row.answered_at = still_used, written, by, timezone.now()
    row.figures = [_figure(row, one) for one in figures]
    row.save(update_fields=["still_used", "text", "figures", "by", "answered_at"])
    journal.write(row.project, "answer_check", by=by, data={"kind": row.side, "years": row.years})
    signals.check_answered.send(PostCheck, check=row, by=by)
    return row


def _lock(check: PostCheck) -> PostCheck:
    return PostCheck.objects.select_for_update(of=("self",)).select_related("project__centre").get(pk=check.pk)


def _figure(row: PostCheck, figure: Mapping[str, Any]) -> dict[str, Any]:
    measure: Measure = figure["measure"]
    source = " ".join(str(figure["source"]).split())
    if measure.project_id != row.project_id:
        message = "A figure belongs to an indicator of the project"
        raise ValueError(message)
    if not source:
        raise RefusedError(_("Each figure has a source that others can look up."))
    return {"measure": measure.pk, "value": str(figure["value"]), "source": source}
