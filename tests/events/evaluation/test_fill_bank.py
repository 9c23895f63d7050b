from io import StringIO

from django.core.management import call_command

from core.localised import LANGUAGES
from events.actions.bank import fill_bank
from events.actions.evaluation import create_questionnaires
from events.enums import SubjectKind
from events.models import BankQuestion
from events.presentation.ratings import OVERALL
from events.standard_questions import QUESTIONS


def test_a_new_centre_gets_every_question_in_every_language(event, officer):
    assert fill_bank() == len(QUESTIONS) == BankQuestion.objects.count()
    assert [
        one.key for one in BankQuestion.objects.all() if one.text.missing() or len(one.text) != len(LANGUAGES)
    ] == []
    assert set(BankQuestion.objects.values_list("subject", flat=True)) == set(SubjectKind.values)
    [row] = create_questionnaires(event, by=officer, subject=SubjectKind.EDITION)
    assert row.questions.first().key == OVERALL  # what rates an edition on the page of its programme


def test_what_administrators_wrote_stays(bank):
    BankQuestion.objects.filter(key="overall").update(is_active=False)
    out = StringIO()
    call_command("standard_questions", stdout=out)
    assert out.getvalue() == f"{len(QUESTIONS) - 2} questions added.\n"
    kept = BankQuestion.objects.get(key="overall")
    assert (kept.text, kept.is_active) == ({"en": "How was it?"}, False)
    assert fill_bank() == 0
