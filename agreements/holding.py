"""Rows that hold the words somebody looks for. The volume is small: no index of its own."""

from django.db.models import Q

from people.querysets import name_in

SHORTEST = 2  # letters of a word that is looked for
DECISION_TEXTS = ("title", "text")
SESSION_TEXTS = ("committee__name", "place")


def holding(text: str, *fields: str) -> Q:
    """Each word stands in one of the texts, in whatever language it is written, or begins the number.

    An empty condition where nothing is left to look for.
    """
    found = Q()
    for word in text.replace("\x00", "").split():
        if len(word) >= SHORTEST:
            anywhere = Q(reference__istartswith=word)
            for field in fields:
                anywhere |= name_in(word, field)
            found &= anywhere
    return found
