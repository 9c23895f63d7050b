"""Entries like one: about the same, for the same goals, called alike."""

from practices.finding.asking import Asked, Sql
from practices.models import Practice

CAP = 300  # entries that are compared
FILL = 50  # of them those that only share a topic
_TITLES = ("en",)  # beside the original: the title that most entries have


def similar(practice: Practice, *, limit: int = 4) -> list[Practice]:
    """The entries most like this one, best first, with what a line shows. One query, however large the library.

    Nothing for an entry that the public does not see. What was retired is not offered.
    """
    words = _words(practice)
    statement = f"""
        WITH own AS (SELECT facets FROM practices_entry WHERE practice_id = %s),
        about AS (
            SELECT string_agg(format('''@%%s''', facet), ' | ')::tsquery AS topics
            FROM own, unnest(facets) AS facet WHERE facet LIKE 'topic:%%'
        ), near AS (
            (SELECT practice_id, heading, facets FROM practices_entry
             WHERE heading @@ ((SELECT topics FROM about) && {words.text}) AND NOT is_retired LIMIT {CAP})
            UNION ALL
            (SELECT practice_id, heading, facets FROM practices_entry
             WHERE heading @@ (SELECT topics FROM about) AND NOT is_retired
             AND NOT heading @@ ((SELECT topics FROM about) && {words.text}) LIMIT {FILL})
        )
        SELECT id, reference, title, status, country_id FROM near
        JOIN practices_practice ON id = practice_id WHERE id <> %s
        ORDER BY ts_rank(heading, {words.text}) * 4 + (
            SELECT sum(CASE split_part(facet, ':', 1) WHEN 'topic' THEN 1 WHEN 'goal' THEN 0.5 ELSE 0 END)
            FROM unnest(near.facets) AS facet WHERE facet = ANY((SELECT facets FROM own)::varchar[])
        ) DESC, id DESC LIMIT %s
    """  # noqa: S608  put together from pieces of this module; the words are parameters
    params = [practice.pk, *words.params, *words.params, practice.pk, *words.params, limit]
    return list(Practice.objects.raw(statement, params))


def _words(practice: Practice) -> Sql:
    """Any word of the title, in the original and in English."""
    languages = dict.fromkeys((practice.language, *_TITLES))
    found = Sql("''::tsquery")
    for language in languages:
        for term in Asked.of(practice.title.get(language, "")).terms:
            found = found.joined("||", term.sql(is_last=False))
    return found
