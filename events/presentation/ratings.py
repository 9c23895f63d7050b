"""How the editions of a programme were rated, compared by the stable keys of their questions. Reads only."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from core import policies
from core.localised import LocalisedText
from events.enums import EventStatus, QuestionKind
from events.models import Event, Programme, Question
from events.presentation.results import FEWEST

OVERALL = "overall"  # the key of the question that rates an edition as a whole
COMPARED = 6  # editions beside each other

# Only what is closed: while answers come in, two readings of a mean would tell the answer between them.
MEANS = """
    SELECT qn.event_id, q.key, sum((r.answers ->> q.key)::int), count(*)
    FROM events_questionnaire qn
    JOIN events_question q ON q.questionnaire_id = qn.id AND q.kind = 'scale'
    JOIN events_response r ON r.questionnaire_id = qn.id AND r.answers ->> q.key ~ '^[1-5]$'
    WHERE qn.event_id = ANY(%s) AND qn.subject = 'edition' AND qn.status = 'closed'
    GROUP BY 1, 2 HAVING count(*) >= %s
"""


def ratings_of(programme: Programme) -> dict[int, float]:
    """Each edition's rating, 1 to 5, by the number of its row; two queries. None for what has too few answers.

    The question “overall” rates an edition; where it was not asked, all questions on the whole event together.
    """
    editions = Event.objects.filter(programme=programme).exclude(status=EventStatus.CANCELLED)
    found: dict[int, dict[str, tuple[int, int]]] = defaultdict(dict)
    for event, key, total, count in _means(list(editions.values_list("pk", flat=True))):
        found[event][key] = (total, count)
    rated = {}
    for event, by_key in found.items():
        chosen = [by_key[OVERALL]] if OVERALL in by_key else list(by_key.values())
        rated[event] = sum(total for total, _count in chosen) / sum(count for _total, count in chosen)
    return rated


def _means(events: list[int]) -> list[tuple[int, str, int, int]]:
    with connection.cursor() as cursor:
        cursor.execute(MEANS, [events, FEWEST])
        found: list[tuple[int, str, int, int]] = cursor.fetchall()
        return found


@dataclass(frozen=True)
class Comparison:
    """Editions, oldest first, and for each question its mean in each of them, None where it is not known."""

    editions: Sequence[Event]
    rows: Sequence[tuple[LocalisedText, Sequence[tuple[Event, float | None]]]]


def compared(event: Event, user: Any, questions: Iterable[Question]) -> Comparison | None:
    """An edition beside the ones before it, by the questions that it asked; two queries.

    Only editions whose results this reader may see. None where there is nothing to compare with.
    """
    if event.programme_id is None:
        return None
    seen = Event.objects.filter(
        policies.q("events.view_results", user), programme=event.programme_id, starts_on__lte=event.starts_on
    ).exclude(status=EventStatus.CANCELLED)
    editions = list(seen.only("reference", "number", "year", "starts_on").order_by("-starts_on", "-pk")[:COMPARED])
    means: Mapping[tuple[int, str], float] = {
        (pk, key): total / count for pk, key, total, count in _means([one.pk for one in editions])
    }
    if len({pk for pk, _key in means}) < 2:  # noqa: PLR2004  one edition is compared with nothing
        return None
    editions = [one for one in reversed(editions) if any(pk == one.pk for pk, _key in means)]
    texts = {one.key: one.text for one in questions if one.kind == QuestionKind.SCALE}
    rows = [(text, [(one, means.get((one.pk, key))) for one in editions]) for key, text in texts.items()]
    return Comparison(editions, [row for row in rows if any(mean is not None for _one, mean in row[1])])
