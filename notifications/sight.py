"""Whether many readers may see what they are to be told of: a query for some dozens of them, not for each."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from django.db.models import IntegerField, Model, QuerySet, Value

from core import policies
from people.models import User

CHUNK = 50
Question = tuple[User, str, Model]


def allowed(questions: Sequence[Question]) -> list[bool]:
    """For each (reader, permission, record) whether the permission holds. Every reader keeps the own rule."""
    yes: set[int] = set()
    for chunk in _chunks(questions):
        first, *others = (_asked(number, questions[number]) for number in chunk)
        yes |= set(first.union(*others, all=True).values_list("asked_question", flat=True) if others else first)
    return [number in yes for number in range(len(questions))]


def _chunks(questions: Sequence[Question]) -> Iterator[list[int]]:
    """Their numbers, at most some dozens together: the planner reads each rule anew."""
    by_model: dict[type[Model], list[int]] = defaultdict(list)
    for number, (_reader, _permission, record) in enumerate(questions):
        by_model[type(record)].append(number)
    for numbers in by_model.values():
        for start in range(0, len(numbers), CHUNK):
            yield numbers[start : start + CHUNK]


def _asked(number: int, question: Question) -> QuerySet:
    """One row with the number of the question, where the answer is yes."""
    reader, permission, record = question
    rows = type(record)._base_manager.filter(policies.q(permission, reader), pk=record.pk).order_by()
    return rows.annotate(asked_question=Value(number, output_field=IntegerField())).values_list(
        "asked_question", flat=True
    )
