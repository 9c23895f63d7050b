"""A question goes that nobody has answered."""

from events.actions.questions import remove_question
from events.models import RegistrationField


def test_remove_question(officer, diet, way):
    remove_question(diet, by=officer)
    assert list(RegistrationField.objects.values_list("key", flat=True)) == ["way"]
