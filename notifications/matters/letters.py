"""Letters as something that people are told about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from letters.models import Letter
from notifications.matters.matter import Matter, Quote, Reader

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from notifications.news import News
    from people.models import Country, User


def _visible(reader: User | None) -> QuerySet[Letter]:
    """What the reader may read now; a letter to an address may speak of what was written to it."""
    rows = Letter.objects.visible_to(reader) if reader else Letter.objects.numbered().exclude(email="")
    return rows.for_paper().select_related("country", "file")


def _across(record: Letter, country: Country | None) -> str:
    """The side of the centre that is not the reader's own."""
    if country is None:
        return ""
    centre = record.centre
    return next((side for side in (centre.side_b_id, centre.side_a_id) if side != country.pk), "")


def _why(news: News, _reader: Reader) -> Quote | None:
    record: Any = news.record
    return Quote(record.why) if record.why else None


MATTERS = [Matter(Letter, _visible, label=_("Letter"), number="reference", across=_across, quote=_why)]
