"""What news may be about: a kind of record, who may be told of it, and what a letter adds to its own words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.db.models import Model, QuerySet
from django.utils.functional import Promise

from calendars.moments import places_of, write_moment
from core.models import JournalEntry
from people.models import Country, User

if TYPE_CHECKING:
    from notifications.models import Notification
    from notifications.news import News


@dataclass(frozen=True)
class Reader:
    """Whose language, zone and side a letter is written for; an address without an account reads as its country.

    `across` is the country whose time stands beside the reader's own; "" is the other side of the centre.
    """

    language: str
    zone: ZoneInfo
    country: Country | None
    across: str = ""

    def moment(self, moment: datetime | None) -> str:
        """A moment with its weekday, in the reader's city and the one across the table."""
        own, across = places_of(self, self.across)
        if moment is None or own is None:
            return ""
        return ", ".join(part for part in write_moment(moment, own, across, style="weekday") if part)


@dataclass(frozen=True)
class Quote:
    """Words of somebody else, as they were written. `lang` is empty where nobody knows the language."""

    text: str
    lang: str = ""
    is_translation: bool = False


def reasons(news: News, _reader: Reader) -> Quote | None:
    """The reasons given: those kept with the line of the journal that the news names, or with the record."""
    text = getattr(news.record, "decision_reason", "")
    if entry := news.row.context.get("entry"):
        text = JournalEntry.objects.filter(pk=entry).values_list("reason", flat=True).first()
    return Quote(text) if text else None


@dataclass(frozen=True)
class Matter:
    """One kind of record. Its `handle`, `title_text`, `due_at`, `centre` and days are used where it has them.

    `visible` gives the records that a person may be told about; without one it is a letter to an address, which is
    asked no permission, so it must give only what such letters speak of. `label` stands before the number in a letter,
    `number` is the field by which administrators search letters. `people` names further accounts to be read with a
    line, `words` goes to subject and body, `letter_words` to the body of a letter only. `awaits` says whether the next
    move is a reader's; `across` whose time stands beside the reader's own.
    """

    model: type[Model]
    visible: Callable[[User | None], QuerySet[Any]]
    label: Promise | str = ""
    number: str = ""
    people: Callable[[Notification], dict[str, int]] = lambda _row: {}
    words: Callable[[News], dict[str, Any]] = lambda _news: {}
    letter_words: Callable[[News, Reader], dict[str, Any]] = lambda _news, _reader: {}
    awaits: Callable[[Any, User | None], bool] = lambda _record, _reader: True
    across: Callable[[Any, Country | None], str] = lambda _record, _country: ""
    quote: Callable[[News, Reader], Quote | None] = reasons
