from events.actions.evaluation import (
    rename_questionnaire,
)
from events.models import Questionnaire


def test_a_draft_gets_another_title(draft, officer):
    rename_questionnaire(draft, by=officer, title={"en": "End of the course"})
    assert Questionnaire.objects.get().title == {"en": "End of the course"}
