from events.actions.evaluation import (
    move_item,
)


def keys(row):
    return list(row.questions.order_by("position").values_list("key", flat=True))


def test_questions_move_and_stay_at_the_ends(draft, officer):
    first, last = draft.questions.get(key="overall"), draft.questions.get(key="remarks")
    move_item(first, by=officer, up=True)
    move_item(last, by=officer, up=False)
    assert keys(draft) == ["overall", "again", "pace", "remarks"]
    move_item(last, by=officer, up=True)
    move_item(first, by=officer, up=False)
    assert keys(draft) == ["again", "overall", "remarks", "pace"]
