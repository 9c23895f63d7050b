"""The rating of each edition of a programme, from the question on the whole that every year asks. Reads only."""

from django.db import connection

from events.enums import SubjectKind
from events.models import Programme

KEY = "overall"  # the question of the bank that compares editions
FEWEST = 5

SQL = """
    SELECT q.event_id, avg((r.answers ->> %s)::numeric), count(*)
    FROM events_response r
    JOIN events_questionnaire q ON q.id = r.questionnaire_id
    JOIN events_event e ON e.id = q.event_id
    WHERE e.programme_id = %s AND q.subject = %s AND r.answers ->> %s ~ '^[1-5]$'
    GROUP BY q.event_id HAVING count(*) >= %s
"""


def ratings_of(programme: Programme) -> dict[int, float]:
    """The mean from 1 to 5 of each edition, by event; none where fewer than five have answered. One query."""
    with connection.cursor() as cursor:
        cursor.execute(SQL, [KEY, programme.pk, SubjectKind.EDITION, KEY, FEWEST])
        return {event: round(float(mean), 1) for event, mean, _count in cursor.fetchall()}
