from events.actions.evaluation import (
    add_standard_questions,
)


def keys(row):
    return list(row.questions.order_by("position").values_list("key", flat=True))


def test_standard_questions_are_added_once(draft, officer, bank):
    assert (add_standard_questions(draft, by=officer), keys(draft)[4:]) == (1, ["goals"])
    assert (add_standard_questions(draft, by=officer), keys(draft)[4:]) == (0, ["goals"])
