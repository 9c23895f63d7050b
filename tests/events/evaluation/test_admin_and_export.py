"""What administrators see, what a person takes along: never an answer beside a name."""

import json

import pytest
from django.contrib import admin
from django.urls import reverse

from events.actions.answering import answer_questionnaire
from events.models import BankQuestion
from people.export import document
from tests.cast import sign_in


@pytest.fixture
def administration(admin_user):
    type(admin_user).objects.filter(pk=admin_user.pk).update(language="en")
    return sign_in(type(admin_user).objects.get(pk=admin_user.pk))


def test_the_bank_is_kept_there(administration, bank):
    page = administration.get(reverse("admin:events_bankquestion_changelist"))
    assert (page.status_code, "How was it?" in page.content.decode()) == (200, True)


def test_a_question_that_was_asked_keeps_its_key(administration, bank, questionnaire):
    asked = BankQuestion.objects.get(key="overall")
    new = BankQuestion.objects.get(key="goals")

    def fields(one):
        page = administration.get(reverse("admin:events_bankquestion_change", args=[one.pk]))
        return {"key", "kind"} & set(page.context["adminform"].form.fields)

    assert (fields(asked), fields(new)) == (set(), {"key", "kind"})
    gone = [
        administration.get(reverse("admin:events_bankquestion_delete", args=[one.pk])).status_code
        for one in (asked, new)
    ]
    assert gone == [403, 200]


def test_questionnaires_are_read_there_and_answers_are_not(administration, questionnaire, came, official_ge):
    answer_questionnaire(questionnaire, participant=came, by=official_ge, answers={"overall": 1, "remarks": "Geheim"})
    page = administration.get(reverse("admin:events_questionnaire_change", args=[questionnaire.pk]))
    text = page.content.decode()
    assert (page.status_code, "Geheim" in text, "Kapanadze" in text) == (200, False, False)
    shown = {model._meta.model_name for model in admin.site._registry}
    assert shown & {"ballot", "response"} == set()


def test_a_person_takes_along_that_but_not_what(questionnaire, came, official_ge):
    answer_questionnaire(questionnaire, participant=came, by=official_ge, answers={"overall": 1, "remarks": "Geheim"})
    taken = json.loads("".join(document(official_ge)))
    assert taken["questionnaires_answered"] == [
        {"event": questionnaire.event.reference, "questionnaire": dict(questionnaire.title)}
    ]
    assert "Geheim" not in json.dumps(taken)
