"""Questions change places."""

from events.actions.questions import move_question


def test_move_question(forum, officer, diet, way):
    def order():
        return list(forum.registration_fields.values_list("key", flat=True))

    move_question(way, by=officer, up=True)
    assert order() == ["way", "diet"]
    move_question(way, by=officer, up=True)
    assert order() == ["way", "diet"]
    move_question(way, by=officer, up=False)
    assert order() == ["diet", "way"]
