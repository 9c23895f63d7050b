"""The thread as one person may read it. Reads only."""

from dataclasses import dataclass, field
from typing import Any

from consultations.enums import Role
from consultations.models import (
    Consultation,
    Message,
    MessageText,
)
from consultations.presentation.record import people_of
from core import policies
from core.localised import reading_order
from files.columns import files_column, from_column
from files.models import StoredFile
from people.enums import Function

THREAD = 100  # contributions shown, the latest


@dataclass
class Contribution:
    """One message with its original and the translation that suits the reader, side by side."""

    message: Message
    original: MessageText
    translation: MessageText | None = None
    other_languages: list[str] = field(default_factory=list)
    corrections: int = 0
    can_translate: bool = False
    is_own: bool = False
    files: list[StoredFile] = field(default_factory=list)

    @property
    def is_outdated(self) -> bool:
        """The translation was made from an earlier original."""
        return self.translation is not None and self.translation.source_id != self.original.pk


def contributions(consultation: Consultation, user: Any, *, kind: str = "") -> list[Contribution]:
    """The thread as this person may read it, in one query; oldest first."""
    visible = Message.objects.filter(policies.q("consultations.view_message", user), consultation=consultation)
    if kind:
        visible = visible.filter(kind=kind)
    latest = visible.order_by("-at", "-pk").values("pk")[:THREAD]
    texts = (
        MessageText.objects.filter(message__in=latest)
        .select_related("message__author", "message__country", "by")
        .annotate(enclosed=files_column(Message, permission="consultations.read_message", of="message_id"))
        .order_by("message__at", "message_id", "pk")
    )
    found: dict[int, list[MessageText]] = {}
    for text in texts:
        found.setdefault(text.message_id, []).append(text)
    translates = _translates(consultation, user)
    return [_contribution(versions, user, translates=translates) for versions in found.values()]


def _translates(consultation: Consultation, user: Any) -> bool:
    """The rule consultations.translate_message, answered from what the page knows already."""
    return (
        user.standing.holds(Function.OFFICER, centre_id=consultation.centre_id)
        or consultation.country_id in user.standing.country_codes(Function.CONTACT_POINT)
        or any(one.user_id == user.pk and one.role == Role.TRANSLATOR for one in people_of(consultation))
    )


def _contribution(versions: list[MessageText], user: Any, *, translates: bool) -> Contribution:
    originals = [text for text in versions if text.source_id is None]
    original = originals[-1]
    latest = {text.language: text for text in versions if text.source_id is not None}
    # A reader of Belarusian needs no English beside a Russian original.
    wanted = (lang for lang in (*reading_order(), *latest) if lang == original.language or lang in latest)
    chosen = latest.get(next(wanted, ""))
    message = original.message
    return Contribution(
        message=message,
        original=original,
        translation=chosen,
        other_languages=[lang for lang in latest if chosen is None or lang != chosen.language],
        corrections=len(originals) - 1,
        can_translate=translates and not message.is_internal,
        is_own=message.author_id == user.pk,
        files=from_column(original.enclosed),  # type: ignore[attr-defined]
    )
