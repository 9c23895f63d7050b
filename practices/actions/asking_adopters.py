"""Once a year both sides of an adoption are asked whether it is still so."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from calendars.directory import calendar_of
from calendars.working_time import add_working_days
from core import journal, policies
from core.refusal import RefusedError
from people.days import today_at
from people.models import User
from practices import signals
from practices.actions.adopting import A_YEAR, hold
from practices.enums import Answerer, Stage, StillSo
from practices.models import Adoption, AdoptionAnswer

DAYS_OF_GRACE = 20  # working days of whoever must answer, before the question is asked again


@transaction.atomic
def ask_both(adoption: Adoption) -> list[AdoptionAnswer]:
    """The clock asks the adopter and the owner once a year; no more once the use has stopped."""
    row = hold(adoption)
    today = today_at(row.practice.centre)
    if row.ask_on is None or row.ask_on > today:
        return []
    row.ask_on = None if row.stage == Stage.STOPPED else today + A_YEAR
    row.save(update_fields=["ask_on"])
    if row.stage == Stage.STOPPED:
        return []
    found = []
    for side in Answerer:
        answer, is_new = AdoptionAnswer.objects.get_or_create(adoption=row, year=today.year, side=side)
        if is_new:
            signals.adoption_asked.send(Adoption, adoption=row, answer=answer, by=None)
            found.append(answer)
    if found:
        journal.write(row, "ask_adoption", by=None, data={"year": today.year})
    return found


@transaction.atomic
def remind_side(answer: AdoptionAnswer) -> AdoptionAnswer | None:
    """The clock asks once more after twenty working days of the side that owes the answer. None when that was done."""
    row = AdoptionAnswer.objects.select_for_update(of=("self",)).select_related("adoption__practice").get(pk=answer.pk)
    adoption = row.adoption
    codes = dict(zip(Answerer.values, adoption.side_codes(), strict=True))
    due_at = add_working_days(row.asked_at, DAYS_OF_GRACE, calendar_of(codes[row.side]))
    if row.answered_at or row.reminded_at or due_at > timezone.now():
        return None
    row.reminded_at = timezone.now()
    row.save(update_fields=["reminded_at"])
    signals.adoption_reminded.send(Adoption, adoption=adoption, answer=row, by=None)
    return row


@transaction.atomic
def answer_question(answer: AdoptionAnswer, *, by: User, still: str, comment: str = "") -> AdoptionAnswer:
    """Say for one's own side whether the adoption is still as recorded. It is given once.

    Refused without a word of reason when it is not.
    """
    hold(answer.adoption)
    row = AdoptionAnswer.objects.select_for_update(of=("self",)).select_related("adoption__practice").get(pk=answer.pk)
    if row.answered_at:
        raise RefusedError(_("This question has been answered already."))
    policies.require(by, "practices.answer_question", row)
    if still != StillSo.YES and not comment.strip():
        raise RefusedError(_("Say in a few words what has changed or why it stopped."))
    row.answer, row.comment, row.language = StillSo(still), comment.strip(), by.language
    row.by, row.answered_at = by, timezone.now()
    row.save()
    journal.write(
        row.adoption, "answer_adoption", by=by, data={"year": row.year, "side": row.side, "answer": row.answer}
    )
    signals.adoption_answered.send(Adoption, adoption=row.adoption, answer=row, by=by)
    return row
