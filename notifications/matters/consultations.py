"""A request as something that people are told about: who has the next move, what is owed, the words of a message."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from consultations.enums import ClockKind, Role
from consultations.models import Consultation, Message, MessageText
from notifications.matters.matter import Matter, Quote, Reader, reasons
from people.models import Country, User

if TYPE_CHECKING:
    from notifications.models import Notification
    from notifications.news import News


def _people(row: Notification) -> dict[str, int]:
    """The lead advisor, where the news is that there is one."""
    lead = next((int(pk) for pk, role in row.context.get("roles", {}).items() if role == Role.LEAD), None)
    return {"lead": lead} if lead else {}


def _words(news: News) -> dict[str, Any]:
    """What is owed, and the part that this reader was given."""
    context = news.row.context
    role = context.get("roles", {}).get(str(news.row.user_id))
    return {
        "owed": ClockKind(context["owed"]).label if "owed" in context else "",
        "role": Role(role).label if role is not None else "",
    }


def _letter_words(news: News, reader: Reader) -> dict[str, Any]:
    return {"answer_due": reader.moment(_answer_due(news.record))}


def _answer_due(consultation: Consultation) -> datetime | None:
    """When the answer is owed, while its clock runs; the first response may be owed earlier."""
    running = consultation.clocks.filter(kind=ClockKind.ANSWER, ended_at=None)
    return running.values_list("due_at", flat=True).first()


def _awaits(consultation: Consultation, reader: User | None) -> bool:
    return Consultation.objects.awaiting(reader).filter(pk=consultation.pk).exists()


def _across(consultation: Consultation, country: Country | None) -> str:
    """Who sits across the table: the asking country; for its own people the side of the centre that is not theirs."""
    if country is None:
        return ""
    if country.pk != consultation.country_id:
        return consultation.country_id
    sides = (consultation.centre.side_b_id, consultation.centre.side_a_id)
    return next((side for side in sides if side != country.pk), "")


def _quote(news: News, reader: Reader) -> Quote | None:
    """The text of a message, or the reasons given. Never that of an internal note."""
    message: Message | None = news.parts.get("message")
    if message is None:
        return reasons(news, reader)
    return None if message.is_internal else _best(message, reader.language)


def _best(message: Message, language: str) -> Quote | None:
    """The reader's language, if the newest original is translated into it; else that original."""
    texts: list[MessageText] = list(message.texts.order_by("pk"))
    original = next((text for text in reversed(texts) if text.source_id is None), None)
    if original is None:
        return None
    made = [text for text in texts if text.source_id == original.pk and text.language == language]
    best = made[-1] if made and original.language != language else original
    return Quote(best.text, best.language, is_translation=best is not original)


MATTERS = [
    Matter(
        Consultation,
        lambda reader: Consultation.objects.visible_to(reader).for_list(),
        label=_("Request"),
        number="reference",
        people=_people,
        words=_words,
        letter_words=_letter_words,
        awaits=_awaits,
        across=_across,
        quote=_quote,
    )
]
