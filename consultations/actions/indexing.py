"""Keep the words of a request findable."""

from consultations.enums import AnswerState, MessageKind
from consultations.models import AnswerPart, Consultation, MessageText
from core.search import document


def index(consultation: Consultation) -> None:
    """Write the search vector anew from what every reader of the request may read: never from notes or drafts."""
    texts = [consultation.reference or ""]
    for field in ("title", "state_of_play", "legal_basis", "expected_result"):
        texts += getattr(consultation, field).values()
    for question in consultation.questions.all():
        texts += question.text.values()
    for part in AnswerPart.objects.filter(answer__consultation=consultation, answer__state=AnswerState.SENT):
        texts += part.text.values()
    messages = MessageText.objects.filter(message__consultation=consultation).exclude(message__kind=MessageKind.NOTE)
    texts += messages.values_list("text", flat=True)
    Consultation.objects.filter(pk=consultation.pk).update(search=document(texts))
