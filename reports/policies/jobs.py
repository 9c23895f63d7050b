"""Who takes home what work in the background has made of a list."""

from collections import defaultdict
from typing import Any

from django.db.models import Q

from core.lists import lists
from core.policies import rule
from reports.enums import JobState
from reports.models import Job

EXPORT = "lists.export"  # the work that writes a list into a file


def posts_of(user: Any) -> list[int]:
    """The appointments by which the person sees what he sees today."""
    return sorted(held.pk for held in user.standing.appointments)


@rule("reports.take_outcome")
def take_outcome(user: Any) -> Q:
    """Whoever asked for it, as long as every post still holds by which it was made, and every right on its record."""
    mine = Q(by=user, outcome__posts__contained_by=posts_of(user))
    lost = _lost(user)
    return mine & ~Q(pk__in=lost) if lost else mine


def _lost(user: Any) -> list[int]:
    """The person's tables of records that he may no longer take along: a query a list that he has taken."""
    taken: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    rows = Job.objects.of(user).filter(work=EXPORT, state=JobState.DONE)
    for pk, asked in rows.values_list("pk", "asked"):
        taken[asked["list"]][asked["of"]].append(pk)
    lost = []
    for name, records in taken.items():
        known = lists.get(name)
        may = known.allowed(user, list(records)) if known and known.allowed else (records if known else ())
        lost += [pk for record, pks in records.items() if record not in may for pk in pks]
    return lost
