"""Entries of the library and what belongs to them as something that people are told about."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.db.models import Model, QuerySet
from django.utils.translation import gettext_lazy as _

from core.localised import Tongue
from notifications.matters.matter import Matter, Quote, Reader, reasons
from people.models import Country, User
from practices.models import Practice, Review, Translation, Version

if TYPE_CHECKING:
    from notifications.news import News

CENTRE = "centre__side_a__calendar", "centre__side_b__calendar"


def practice_of(record: Any) -> Practice:
    """The entry that the record is, or belongs to."""
    return record if isinstance(record, Practice) else record.practice


def _across(record: Any, country: Country | None) -> str:
    """The owner's country; for its own people the side of the centre that is not theirs."""
    practice = practice_of(record)
    if country is None:
        return ""
    if country.pk != practice.country_id:
        return practice.country_id
    return next((side for side in (practice.centre.side_b_id, practice.centre.side_a_id) if side != country.pk), "")


def _seen(model: type[Model], *related: str) -> Callable[[User | None], QuerySet[Any]]:
    """What the reader may see now. There are no letters to addresses here."""

    def visible(reader: Any) -> QuerySet[Any]:
        manager: Any = model._default_manager
        return manager.visible_to(reader).select_related(*related)

    return visible


def _quote(news: News, reader: Reader) -> Quote | None:
    """Reasons that are kept in several languages, in the reader's; else those of the line of the journal."""
    said = getattr(news.record, news.row.context.get("reasons", ""), None)
    if not said:
        return reasons(news, reader)
    best: Tongue = said.best(reader.language)
    return Quote(best.text, best.lang)


def matter_of(model: type[Model], path: str, *related: str) -> Matter:
    """A record that belongs to an entry by `path`."""
    joined = [f"{path}__{name}" if path else name for name in (*CENTRE, "owner", "country")]
    return Matter(
        model,
        _seen(model, *joined, *([path] if path else []), *related),
        label=_("Practice"),
        number="reference" if not path else f"{path}__reference",
        across=_across,
        quote=_quote,
    )


MATTERS = [
    matter_of(Practice, "", "author"),
    matter_of(Version, "practice", "author"),
    matter_of(Review, "practice"),
    matter_of(Translation, "practice"),
]
