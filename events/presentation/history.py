"""The journal of one record of an event, in words. Reads only."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from core.localised import LocalisedText
from core.models import JournalEntry

HISTORY = 60  # entries shown; the rest is in the journal of the administration


@dataclass(frozen=True)
class Line:
    """A line of the history: when, what, who with the name and title of that day, and why."""

    at: datetime
    words: str
    who: str
    title: LocalisedText
    reason: str


def history_of(obj: Any, phrases: Mapping[str, str | Promise], *, centre: Any) -> list[Line]:
    """The journal of the record, newest first; one query. A verb that `phrases` does not say in words is left out."""
    entries = JournalEntry.objects.about(obj)[:HISTORY]
    return [line for entry in entries if (line := _line(entry, phrases, centre))]


def _line(entry: JournalEntry, phrases: Mapping[str, str | Promise], centre: Any) -> Line | None:
    verb = entry.verb.partition(":")[0]
    if verb not in phrases:
        return None
    words = str(phrases[verb])
    if entry.key:
        sentence = _("%(act)s: key by silence, %(country)s") if entry.by_clock else _("%(act)s: key of %(country)s")
        words = sentence % {"act": words, "country": centre.side_country(entry.key).name}
    return Line(entry.at, words, entry.actor_name, entry.actor_title, entry.reason)
