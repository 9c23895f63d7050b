import json

from people.export import document


def test_minutes_from_ones_own_hand(draft, officer, director_by):
    taken = json.loads("".join(document(officer)))["minutes_written"]
    assert [(one["event"], one["version"], one["text"]["en"]) for one in taken] == [
        (draft.event.reference, 1, "Both sides met.\n\nThey agreed.")
    ]
    assert json.loads("".join(document(director_by)))["minutes_written"] == []
