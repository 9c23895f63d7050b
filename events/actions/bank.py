"""The question bank, as a new centre finds it."""

from django.db import transaction

from core.localised import LocalisedText
from events.models import BankQuestion
from events.standard_questions import QUESTIONS


@transaction.atomic
def fill_bank() -> int:
    """Put the standard questions that the bank does not have into it; returns how many.

    What is there stays as administrators have written it, also what they took out of use.
    """
    there = set(BankQuestion.objects.values_list("key", flat=True))
    rows = [
        BankQuestion(key=one.key, subject=one.subject, kind=one.kind, text=LocalisedText(one.text), position=position)
        for position, one in enumerate(QUESTIONS, 1)
        if one.key not in there
    ]
    return len(BankQuestion.objects.bulk_create(rows))
