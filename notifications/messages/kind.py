"""What one message is made of. Its words are in `templates/notifications/<id>/`; see docs/notifications.md.

`subject.txt` is the line of the inbox and the subject of the mail, `body.txt` the sentences of the mail.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import KW_ONLY, dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import Model, QuerySet
from django.dispatch import Signal
from django.utils.functional import Promise

from core.models import JournalEntry
from people.models import User

if TYPE_CHECKING:
    from notifications.matters.matter import Reader
    from notifications.news import News

Said = dict[str, Any]


def entry_of(obj: Model) -> int:
    """The newest line of the journal about an object: the act that the signal speaks of."""
    newest = JournalEntry.objects.about(obj).order_by("-pk").values_list("pk", flat=True).first()
    return newest or 0


def written_moment(moment: datetime | None) -> str | None:
    """A moment as the context keeps it; `News.moment` reads it."""
    return moment.isoformat() if moment else None


@dataclass(frozen=True)
class To:
    """One who is told: a person, or an address without an account, with the language it is written to.

    `country` is the code of the country in whose zone and calendar an address reads. `about` is this reader's own
    record, where each is told of another one; `context` is kept in this reader's line alone.
    """

    user: User | None = None
    address: str = ""
    language: str = ""
    country: str = ""
    about: Model | None = None
    context: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Attachment:
    """A file that goes with a letter. A calendar file with a `method` is also an invitation that mail programs answer.

    `method` is that of iCalendar: REQUEST, CANCEL or PUBLISH, the same as in the file.
    """

    name: str
    media_type: str
    content: bytes
    method: str = ""


@dataclass(frozen=True)
class Part:
    """A second record that a message is about, such as the message in a request: who does not see it is not told."""

    rule: str
    visible: Callable[[User], QuerySet[Any]]


@dataclass(frozen=True)
class Kind:
    """One message.

    `about` names the argument of the signal that is the record, `rule` the permission without which nobody is told of
    it; "" where the audience itself says that they may. `parts` are further arguments that the reader must be able to
    see; to be shown, their key goes into the context. `event` tells one occurrence from the next, `subject` the
    argument whose newest line in the journal does so; `context` keeps identifiers and figures only.

    `asks_in` is the state in which the message asks something of whoever has the next move; once the record has moved
    on, a late letter asks nothing. `essential` ones cannot be switched off; `tells_actor` ones also go to whoever did
    it, as a confirmation does. `route` is where a message leads when it does not lead to its record; `own_link` where a
    letter leads whose reader has no account, a path with a secret; `link_text` what is written on the link.

    These are asked when the letter is written, at every attempt: `is_still_due` (a letter that says no is cancelled),
    `own_link`, `letter_words` (for the body) and `attachments`. Nothing of theirs is stored. `in_office_hours` ones go
    by mail only while the offices of the reader's country are open; the inbox shows them at once. `words` go to the
    subject too, so the inbox asks for them line by line: no query there.

    What can wait comes in a digest to those who wish one. `at_once` says that one cannot, where nothing else does.
    """

    id: str
    signal: Signal
    label: Promise | str
    audience: Callable[..., Iterable[User | To]]
    _: KW_ONLY
    about: str
    rule: str
    parts: Mapping[str, Part] = field(default_factory=dict)
    subject: str = ""
    event: Callable[[Said], object] | None = None
    context: Callable[[Said], dict[str, Any]] = lambda _said: {}
    people: tuple[str, ...] = ("by",)
    words: Callable[[News], dict[str, Any]] = lambda _news: {}
    asks_in: str = ""
    essential: bool = False
    tells_actor: bool = False
    in_office_hours: bool = False
    at_once: bool = False
    route: str = ""
    link_text: Promise | str = ""
    own_link: Callable[[News], str] | None = None
    is_still_due: Callable[[News], bool] = lambda _news: True
    letter_words: Callable[[News, Reader], dict[str, Any]] = lambda _news, _reader: {}
    attachments: Callable[[News, Reader], list[Attachment]] = lambda _news, _reader: []

    @property
    def can_wait(self) -> bool:
        """Whether it may come in a digest: it asks nothing, warns of nothing, carries no file, may be switched off."""
        is_urgent = self.essential or self.asks_in or self.in_office_hours or self.at_once
        passes_by = self.is_still_due is not Kind.is_still_due
        carries_file = self.attachments is not Kind.attachments
        return not (is_urgent or passes_by or carries_file)

    def about_of(self, said: Said) -> Model:
        """The record that the news is about."""
        found: Model = said[self.about]
        return found

    def event_of(self, said: Said) -> str:
        """What makes a second telling of the same thing known as one."""
        what = self.event(said) if self.event else entry_of(said[self.subject or self.about])
        return f"{self.id}:{what}"

    def context_of(self, said: Said) -> dict[str, Any]:
        """What is kept beside the record: who, and which message or act."""
        named = {name: person.pk for name in self.people if (person := said.get(name)) is not None}
        return {"people": named, **self.context(said)}

    def actors(self, said: Said) -> set[int]:
        """Whoever did it knows already, and is not told."""
        if self.tells_actor:
            return set()
        return {person.pk for name in ("by", "user") if isinstance(person := said.get(name), User)}

    def asked_of(self, about: Model, said: Said) -> list[tuple[str, Model]]:
        """The permissions without which nobody is told, each with its record."""
        asked = [(self.rule, about)] if self.rule else []
        return asked + [(part.rule, said[key]) for key, part in self.parts.items() if said.get(key) is not None]
