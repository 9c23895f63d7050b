"""Keep the library findable: one row an entry, written anew in the transaction that changes what readers see."""

from collections import Counter
from collections.abc import Iterable

from django.db import connection

from practices.enums import Status
from practices.finding.spelling import remainders, vocabulary
from practices.finding.words import Marks, vector
from practices.models import Entry, Practice, Translation, Version, Word
from practices.sections import KEYS

ALL = "all"  # the total that counts every entry
BAND = 5  # years that one choice of the list holds
Text = tuple[str, str]  # its language, the text


def index(practice: Practice) -> None:
    """Write what the search knows of an entry; take it out when the public does not see it.

    Only what was checked is read, never a draft. Called under the lock of the practice's row, so that two acts on one
    entry come one after the other and the totals stay exact.
    """
    before = Entry.objects.filter(pk=practice.pk).values_list("facets", flat=True).first()
    version = practice.versions.live().first()
    verified_on, published_at = practice.verified_on, practice.published_at
    if not practice.is_public or version is None or verified_on is None or published_at is None:
        Entry.objects.filter(pk=practice.pk).delete()
        _count(before, None)
        return
    translations = list(practice.translations.readable())
    facets = facets_of(practice, version, translations)
    headings, summaries, rest = texts_of(practice, version, translations)
    marks = Marks(facets)
    titled = vector(headings, "A")
    entry = Entry(
        practice=practice,
        heading=titled + marks,
        body=titled + vector(summaries, "B") + vector(rest, "D") + marks,
        facets=facets,
        is_retired=practice.status == Status.RETIRED,
        verified_on=verified_on,
        published_at=published_at,
    )
    fields = ["heading", "body", "facets", "is_retired", "verified_on", "published_at"]
    Entry.objects.bulk_create([entry], update_conflicts=True, unique_fields=["practice"], update_fields=fields)
    _count(before, facets)
    learn(vocabulary(text for _language, text in (*headings, *summaries)))


def texts_of(
    practice: Practice, version: Version, translations: Iterable[Translation]
) -> tuple[list[Text], list[Text], list[Text]]:
    """Titles with number and names; summaries; everything else: each with its language."""
    written = [(practice.language, version.sections), *((one.language, one.sections) for one in translations)]
    headings = [(language, sections.get("title", "")) for language, sections in written]
    headings += [(name.language, name.text) for name in version.names.all()]
    headings.append(("en", practice.reference))
    summaries = [(language, sections.get("summary", "")) for language, sections in written]
    others = [key for key in KEYS if key not in ("title", "summary")]
    rest = [(language, "\n".join(sections.get(key, "") for key in others)) for language, sections in written]
    rest += [(practice.language, text) for text in (version.awards, version.replaced_by) if text]
    return headings, summaries, rest


def facets_of(practice: Practice, version: Version, translations: Iterable[Translation]) -> list[str]:
    """By what the entry is chosen from the list, as `group:value`."""
    found = [f"topic:{key}" for key in version.topics.values_list("key", flat=True)]
    found.append(f"country:{practice.country_id}")
    if practice.status == Status.RETIRED:
        found.append("status:retired")
    elif version.operation:
        found.append(f"status:{version.operation}")
    if version.cost_band:
        found.append(f"cost:{version.cost_band}")
    found += [f"language:{language}" for language in (practice.language, *(one.language for one in translations))]
    found += [f"goal:{goal}" for goal in version.goals]
    if version.needs_law is not None:
        found.append("law:yes" if version.needs_law else "law:no")
    if version.since_year:
        found.append(f"year:{version.since_year - version.since_year % BAND}")
    return sorted(set(found))


def learn(words: Iterable[str]) -> None:
    """Keep words for close spelling. In their order, so that two entries published at once do not wait crosswise."""
    wanted = set(words)
    known = set(Word.objects.filter(pk__in=wanted).values_list("pk", flat=True))
    new = [Word(text=word, remainders=remainders(word)) for word in sorted(wanted - known)]
    Word.objects.bulk_create(new, ignore_conflicts=True)


def _count(before: Iterable[str] | None, after: Iterable[str] | None) -> None:
    """Move the totals by what has changed: in their order, for the same reason."""
    change = Counter([*after, ALL] if after is not None else [])
    change.subtract([*before, ALL] if before is not None else [])
    moved = sorted((facet, by) for facet, by in change.items() if by)
    if not moved:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO practices_facettotal (facet, entries)"
            " SELECT * FROM unnest(%s::varchar[], %s::int[]) ON CONFLICT (facet)"
            " DO UPDATE SET entries = practices_facettotal.entries + excluded.entries",
            [[facet for facet, _by in moved], [by for _facet, by in moved]],
        )
