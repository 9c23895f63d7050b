"""The journal of one record in words, for the foot of its page. Reads only."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from core.localised import LANGUAGE_NAMES, LocalisedText
from core.models import JournalEntry
from people.models import Centre

HISTORY = 60  # entries shown; the rest is in the journal of the administration
Phrases = Mapping[str, str | Promise]


@dataclass(frozen=True)
class Line:
    """A line of the history: when, what, who with the name and title of that day, and why."""

    at: datetime
    words: str
    who: str
    title: LocalisedText
    reason: str


def history_of(obj: Any, phrases: Phrases, *, centre: Centre) -> list[Line]:
    """The journal of the record, newest first; one query. A verb that `phrases` does not say in words is left out.

    `phrases` names verbs: `decide`. How a key was turned is said after the words of its step, unless `phrases` has a
    sentence of its own for it, with `%(country)s` in it: `decide:key` by hand, `decide:silence` by the clock.
    An act on one of several kinds may be said by its kind: `hand_in_paper:slides`.
    """
    return lines_of(entries_of(obj), phrases, centre=centre)


def entries_of(obj: Any) -> list[JournalEntry]:
    """The newest entries of a record, as many as its page shows; for a page that reads more from them than lines."""
    return list(JournalEntry.objects.about(obj)[:HISTORY])


def lines_of(entries: Iterable[JournalEntry], phrases: Phrases, *, centre: Centre) -> list[Line]:
    """The same, of entries that the page has read."""
    return [_line(entry, words) for entry in entries if (words := _words(entry, phrases, centre))]


def _line(entry: JournalEntry, words: str) -> Line:
    return Line(entry.at, words, entry.actor_name, entry.actor_title, entry.reason)


def _words(entry: JournalEntry, phrases: Phrases, centre: Centre) -> str:
    step = entry.verb.partition(":")[0]
    if entry.key:
        country = centre.side_country(entry.key).name
        if own := phrases.get(f"{step}:silence" if entry.by_clock else f"{step}:key"):
            return str(own) % {"country": country}
        if step not in phrases:
            return ""
        sentence = _("%(act)s: key by silence, %(country)s") if entry.by_clock else _("%(act)s: key of %(country)s")
        return sentence % {"act": phrases[step], "country": country}
    words = str(phrases.get(f"{step}:{entry.data.get('kind')}") or phrases.get(step, ""))
    if words and (language := entry.data.get("language")):
        return f"{words}: {LANGUAGE_NAMES[language]}"
    return words
