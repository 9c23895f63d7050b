"""What a person wrote and did in requests, for the export of one's own data: nothing that others wrote."""

from collections.abc import Iterable

from consultations.models import (
    Answer,
    AnswerTranslation,
    Consultation,
    MessageText,
    Participant,
    RequestTranslation,
    texts_of,
)
from people.export import Row, source, values
from people.models import User

BATCH = 200


@source("requests_written")
def requests_written(user: User) -> Iterable[Row]:
    """In the language they were written in; the translations are other people's."""
    rows = Consultation.objects.filter(requester=user).defer("search").prefetch_related("questions", "windows")
    for row in rows.order_by("pk").iterator(chunk_size=BATCH):
        yield {
            "number": row.handle,
            **values(row, "status", "type", "language", "unit", "signatory_name", "signatory_post"),
            **{name: text.get(row.language, "") for name, text in texts_of(row).items()},
            "questions": [one.text.get(row.language, "") for one in row.questions.all()],
            "windows": [values(one, "starts_on", "ends_on") for one in row.windows.all()],
            **values(row, "earlier_help", "linked_to", "preferred_advisor", "languages"),
            **values(row, "is_urgent", "urgency_reason", "is_confidential", "created_at", "submitted_at", "closed_at"),
            **values(row, "usefulness", "feedback", "use", "use_reason"),
        }


@source("messages_written")
def messages_written(user: User) -> Iterable[Row]:
    """Messages, notes and translations from one's own hand."""
    rows = MessageText.objects.filter(by=user).select_related("message__consultation").order_by("pk")
    for row in rows.iterator(chunk_size=BATCH):
        yield {
            "number": row.message.consultation.handle,
            "kind": row.message.kind,
            "is_translation": row.source_id is not None,
            **values(row, "at", "language", "text"),
        }


@source("answers_written")
def answers_written(user: User) -> Iterable[Row]:
    rows = Answer.objects.filter(by=user).select_related("consultation").prefetch_related("parts__question")
    for row in rows.order_by("pk").iterator(chunk_size=BATCH):
        yield {
            "number": row.reference,
            **values(row, "state", "language", "by_title", "created_at", "sent_at"),
            "parts": {one.question.number: one.text.get(row.language, "") for one in row.parts.all()},
        }


@source("translations_made")
def translations_made(user: User) -> Iterable[Row]:
    for row in RequestTranslation.objects.filter(by=user).select_related("consultation").order_by("pk"):
        yield {"number": row.consultation.handle, **values(row, "language", "at")}
    for version in AnswerTranslation.objects.filter(by=user).select_related("answer__consultation").order_by("pk"):
        yield {"number": version.answer.reference, **values(version, "language", "at")}


@source("parts_in_requests")
def parts_in_requests(user: User) -> Iterable[Row]:
    for row in Participant.objects.filter(user=user).select_related("consultation").order_by("pk"):
        yield {"number": row.consultation.handle, **values(row, "role", "since", "until")}
