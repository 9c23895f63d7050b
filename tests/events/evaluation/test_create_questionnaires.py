import pytest
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from events.actions.evaluation import create_questionnaires
from events.enums import PartRole, SubjectKind
from events.models import Questionnaire, SessionPart
from tests.events.builders import make_contributor, make_event, make_session, make_stop
from tests.events.evaluation.conftest import journal


@pytest.fixture
def session(event):
    return make_session(make_stop(event), title={"en": "Cloud", "ko": "클라우드"})


def test_one_about_the_whole_event_with_the_standard_questions(event, officer, bank):
    [row] = create_questionnaires(event, by=officer, subject=SubjectKind.EDITION)
    assert (row.status, row.title, row.position) == ("draft", event.name, 1)
    assert list(row.questions.values_list("key", "kind", "position")) == [
        ("overall", "scale", 1),
        ("goals", "scale", 2),
    ]
    assert journal(row) == [("create", "", "", "officer@centre.example")]


def test_one_for_each_session_and_speaker(event, officer, session):
    other = make_session(session.stop, start=11, title={"en": "Data"})
    speaker = make_contributor(given_name="Sora", family_name="Yoon")
    SessionPart.objects.create(session=session, contributor=speaker, role=PartRole.SPEAKER)
    create_questionnaires(event, by=officer, subject=SubjectKind.SESSION, about=[session, other], standard=False)
    create_questionnaires(event, by=officer, subject=SubjectKind.SPEAKER, about=[speaker], title={"en": "The speaker"})
    assert [
        (str(one.title), one.subject, one.session_id, one.contributor_id, one.position)
        for one in Questionnaire.objects.order_by("pk")
    ] == [
        ("Cloud", "session", session.pk, None, 1),
        ("Data", "session", other.pk, None, 2),
        ("The speaker", "speaker", None, speaker.pk, 3),
    ]


def test_what_belongs_to_another_event_is_refused(event, officer, centre, session):
    elsewhere = make_event(centre)
    for subject, about in ((SubjectKind.SESSION, [session]), (SubjectKind.SPEAKER, [make_contributor()])):
        with pytest.raises(RefusedError, match="of the same event"):
            create_questionnaires(elsewhere, by=officer, subject=subject, about=about)
    with pytest.raises(RefusedError, match="Choose at least one"):
        create_questionnaires(event, by=officer, subject=SubjectKind.VISIT)
    assert Questionnaire.objects.count() == 0


def test_only_officers(event, cast):
    for who in ("director_by", "advisor_kr", "official_ge", "contact_by", "admin_user"):
        with pytest.raises(PermissionDenied):
            create_questionnaires(event, by=cast.people[who], subject=SubjectKind.EDITION)
