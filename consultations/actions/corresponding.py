"""Write to each other: messages, notes, questions back and replies, and their translations."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from consultations import signals
from consultations.actions import clocks
from consultations.actions.indexing import index
from consultations.enums import Audience, ClockKind, MessageKind
from consultations.models import Consultation, Message, MessageText
from consultations.policies import own_sides
from consultations.workflow import lifecycle
from core import journal, policies
from core.refusal import RefusedError
from files.actions import attach
from files.models import StoredFile
from people.models import User


@transaction.atomic
def write_message(
    consultation: Consultation, *, by: User, text: str, language: str, attachment: StoredFile | None = None
) -> Message:
    """Add a message to the thread, for everybody who sees the request. An advisor's first one is the first response."""
    row = lifecycle.lock(consultation)
    policies.require(by, "consultations.write_message", row)
    message = record_message(row, kind=MessageKind.MESSAGE, by=by, text=text, language=language, attachment=attachment)
    if policies.allows(by, "consultations.answer", row):
        clocks.end(row, ClockKind.FIRST_RESPONSE)
    signals.message_written.send(Message, consultation=row, by=by, message=message)
    return message


@transaction.atomic
def write_note(
    consultation: Consultation,
    *,
    by: User,
    text: str,
    language: str,
    audience: str,
    attachment: StoredFile | None = None,
) -> Message:
    """Add an internal note, for the staff of one's own side or for the centre. The asking body never sees it."""
    row = lifecycle.lock(consultation)
    policies.require(by, "consultations.write_note", row)
    sides = own_sides(by)
    if audience == Audience.SIDE and not sides:
        raise RefusedError(_("You serve both sides: write the note for the centre."))
    message = record_message(
        row,
        kind=MessageKind.NOTE,
        by=by,
        text=text,
        language=language,
        attachment=attachment,
        audience=audience,
        country_id=sides[0] if audience == Audience.SIDE else None,
    )
    signals.note_written.send(Message, consultation=row, by=by, message=message)
    return message


def record_message(
    consultation: Consultation,
    *,
    by: User,
    text: str,
    language: str,
    attachment: StoredFile | None = None,
    **fields: object,
) -> Message:
    """Write the message and its original, with the author's title of the day. Belongs to the act that calls it.

    What is attached is read by those who may read the message, and by nobody else.
    A note leaves the request where it stands in the lists: the asking body would see that something was written.
    """
    message = Message.objects.create(consultation=consultation, author=by, author_title=by.title_of_record(), **fields)
    MessageText.objects.create(message=message, language=language, text=text, by=by)
    if attachment:
        attach(attachment, to=message, permission="consultations.read_message", by=by)
    if not message.is_internal:
        consultation.updated_at = timezone.now()
        Consultation.objects.filter(pk=consultation.pk).update(updated_at=consultation.updated_at)
        index(consultation)
    return message


def original_of(message: Message) -> MessageText:
    """The latest original: the text its author stands by now."""
    return message.texts.filter(source=None).order_by("pk").reverse()[0]


@transaction.atomic
def correct_message(message: Message, *, by: User, text: str) -> MessageText:
    """The author writes the original anew. Both stay on record; translations of the earlier one become outdated."""
    if message.author_id != by.pk:
        raise RefusedError(_("Only its author corrects a message."))
    row = lifecycle.lock(message.consultation)
    policies.require(by, "consultations.view", row)
    original = original_of(message)
    corrected = MessageText.objects.create(message=message, language=original.language, text=text, by=by)
    if not message.is_internal:
        index(row)
        journal.write(row, "correct_message", by=by, data={"message": message.pk, "text": corrected.pk})
    return corrected


@transaction.atomic
def translate_message(message: Message, *, by: User, language: str, text: str) -> MessageText:
    """Set a translation beside the original it was made from. Refused for the original's own language."""
    policies.require(by, "consultations.translate_message", message)
    row = lifecycle.lock(message.consultation)
    original = original_of(message)
    if original.language == language:
        raise RefusedError(_("The original is in this language already."))
    translation = MessageText.objects.create(message=message, language=language, text=text, by=by, source=original)
    index(row)
    signals.message_translated.send(Message, consultation=row, by=by, message=message, language=language)
    return translation


@transaction.atomic
def ask_back(
    consultation: Consultation, *, by: User, text: str, language: str, attachment: StoredFile | None = None
) -> Consultation:
    """Put a question to the requester. The advisor's clock stops, the requester's starts."""
    now = timezone.now()
    row = lifecycle.take(consultation, "ask_back", by=by, moved_at=now, updated_at=now)
    message = record_message(row, kind=MessageKind.QUESTION, by=by, text=text, language=language, attachment=attachment)
    clocks.end(row, ClockKind.FIRST_RESPONSE)
    clocks.pause(row, ClockKind.ANSWER)
    clocks.start(row, ClockKind.REPLY, row.country)
    signals.requester_asked.send(Message, consultation=row, by=by, message=message)
    return row


@transaction.atomic
def reply(
    consultation: Consultation, *, by: User, text: str, language: str, attachment: StoredFile | None = None
) -> Consultation:
    """Answer the advisor's question. The requester's clock ends, the advisor's runs on."""
    now = timezone.now()
    row = lifecycle.take(consultation, "reply", by=by, moved_at=now, updated_at=now)
    message = record_message(row, kind=MessageKind.REPLY, by=by, text=text, language=language, attachment=attachment)
    clocks.end(row, ClockKind.REPLY)
    clocks.resume(row, ClockKind.ANSWER)
    signals.requester_replied.send(Message, consultation=row, by=by, message=message)
    return row
