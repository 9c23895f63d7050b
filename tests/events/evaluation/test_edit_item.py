from core.localised import LocalisedText
from events.actions.evaluation import (
    delete_item,
    edit_item,
)
from events.models import Question

NEW = {"key": "food", "kind": "scale", "text": LocalisedText(en="How was the food?"), "is_required": False}


def keys(row):
    return list(row.questions.order_by("position").values_list("key", flat=True))


def test_a_question_is_changed_and_taken_out(draft, officer):
    question = draft.questions.get(key="again")
    edit_item(question, by=officer, **NEW)
    delete_item(draft.questions.get(key="pace"), by=officer)
    assert keys(draft) == ["overall", "food", "remarks"]
    assert Question.objects.get(pk=question.pk).text == {"en": "How was the food?"}
