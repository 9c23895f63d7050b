"""What the search reads: one row an entry that the public sees, and the words that occur in them.

Written in the transaction of the act that changes the entry, by `practices.actions.indexing` alone.
"""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from practices.models.practices import Practice


class Entry(models.Model):
    """An entry as the search sees it: all its names and checked texts in all languages, and its facets.

    `heading` holds titles, names of the system and the number, `body` everything. `facets` holds values such as
    `topic:identity`, `country:KR`, `status:pilot`, `cost:under_1m`, `language:ko`, `goal:16`, `law:no`, `year:2010`, so
    that one scan counts all; as `@topic:identity` they stand in both vectors, too. The moments that lists are ordered
    by are copied here, for a list must not join.
    """

    practice = models.OneToOneField(Practice, models.CASCADE, primary_key=True, related_name="entry")
    heading = SearchVectorField()
    body = SearchVectorField()
    facets = ArrayField(models.CharField(max_length=40), default=list)
    is_retired = models.BooleanField(default=False)
    verified_on = models.DateField()
    published_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [
            GinIndex(fields=("heading",), name="practices_entry_heading", fastupdate=False),
            GinIndex(fields=("body",), name="practices_entry_body", fastupdate=False),
            GinIndex(fields=("facets",), name="practices_entry_facets", fastupdate=False),
            models.Index(fields=("-verified_on", "-practice"), name="practices_entry_verified"),
            models.Index(fields=("-published_at", "-practice"), name="practices_entry_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.practice_id}"


class Word(models.Model):
    """A word of headings or summaries, with all that its beginning becomes without some letters: for close spelling.

    Two words are close when they share such a remainder; which of them is really near is counted afterwards. A word
    that no text holds any more does no harm: what it leads to is searched for, and not found.
    """

    text = models.CharField(max_length=60, primary_key=True)
    remainders = ArrayField(models.CharField(max_length=60), default=list)

    class Meta:
        indexes: ClassVar = [GinIndex(fields=("remainders",), name="practices_word_remainders", fastupdate=False)]

    def __str__(self) -> str:
        return self.text


class FacetTotal(models.Model):
    """How many entries bear a facet: what the library's front page shows without counting 50,000 rows."""

    facet = models.CharField(max_length=40, primary_key=True)
    entries = models.IntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.facet}: {self.entries}"
