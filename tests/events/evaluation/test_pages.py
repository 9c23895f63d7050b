"""Who meets what at the screens of evaluation, and that nothing typed is lost."""

import pytest
from django.test import Client
from django.urls import reverse

from events.actions.evaluation import close_questionnaire, create_questionnaires
from events.enums import SubjectKind
from events.models import Ballot, Question, Questionnaire, Response
from people.models import User
from tests.cast import PEOPLE, cost, sign_in
from tests.consultations.conftest import words
from tests.events.builders import make_event, make_participant
from tests.events.evaluation.conftest import opened

BUILD = ("rename_questionnaire", "delete_questionnaire", "add_item")


def to(name, *args):
    return reverse(f"events:{name}", args=args)


@pytest.fixture
def doors(cast, client):
    """What each of the cast, and a visitor, meets at an address."""

    def ask(url):
        client.cookies.clear()
        met = {"visitor": client.get(url).status_code}
        return met | {who: sign_in(cast.people[who], client=client).get(url).status_code for who in PEOPLE}

    return ask


def met(default, **others):
    return {**dict.fromkeys(PEOPLE, default), "visitor": 302, **others}


def test_the_list_is_for_officers_and_co_directors(event, draft, came, doors):
    assert doors(to("questionnaires", event.reference)) == met(
        403, officer=200, director_by=200, director_kr=200, official_ge=302
    )
    assert doors(to("open_questionnaires", event.reference)) == met(403, officer=200)
    assert doors(to("create_questionnaires", event.reference, "session")) == met(403, officer=200)


def test_a_hidden_event_hides_its_questionnaires(centre, officer, doors):
    hidden = make_event(centre, is_public=False)
    row = opened(hidden, officer)
    seen = {"officer": 200, "director_by": 200, "director_kr": 200}
    centre_staff = {"advisor_kr": 403, "advisor2_kr": 403, "admin_user": 403}
    assert doors(to("questionnaires", hidden.reference)) == met(404, **seen, **centre_staff)
    assert doors(to("questionnaire", hidden.reference, row.pk)) == met(404, **seen)
    results = dict.fromkeys([*seen, *centre_staff], 200)
    assert doors(to("results", hidden.reference)) == met(404, **results)


def test_only_officers_build(event, draft, doors):
    for name in BUILD:
        assert doors(to(name, event.reference, draft.pk)) == met(404, officer=200, director_by=403, director_kr=403)


def test_results_are_for_the_centre_until_the_event_is_closed(event, questionnaire, came, doors):
    staff = dict.fromkeys(("officer", "director_by", "director_kr", "advisor_kr", "advisor2_kr", "admin_user"), 200)
    address = to("questionnaire_results", event.reference, questionnaire.pk)
    assert doors(to("results", event.reference)) == doors(address) == met(403, **staff)
    type(event).objects.filter(pk=event.pk).update(status="closed")
    assert doors(to("results", event.reference)) == met(403, **staff, official_ge=200)


def test_an_officer_builds_opens_and_closes(event, officer, bank, page):
    page("officer", to("create_questionnaires", event.reference, "edition"), standard="on", title_en="How it was")
    row = Questionnaire.objects.get()
    page("officer", to("add_item", event.reference, row.pk), text_en="How was the pace?", kind="choice",
         choices_en="Right\nToo fast", choices_ru="В самый раз\nСлишком быстро")  # fmt: skip
    assert list(row.questions.values_list("key", "choices")) == [
        ("overall", []),
        ("goals", []),
        (
            "how-was-the-pace",
            [
                {"key": "c1", "text": {"en": "Right", "ru": "В самый раз"}},
                {"key": "c2", "text": {"en": "Too fast", "ru": "Слишком быстро"}},
            ],
        ),
    ]
    first, last = row.questions.first(), row.questions.last()
    page("officer", to("move_item", event.reference, row.pk, last.pk), to="up")
    page(
        "officer",
        to("edit_item", event.reference, row.pk, first.pk),
        text_en="All in all?",
        kind="scale",
        key="overall",
    )
    page("officer", to("delete_item", event.reference, row.pk, row.questions.get(key="goals").pk), x="1")
    assert [str(one) for one in row.questions.all()] == ["All in all?", "How was the pace?"]
    page("officer", to("add_standard_questions", event.reference, row.pk), x="1")
    page("officer", to("rename_questionnaire", event.reference, row.pk), title_en="The course")
    page("officer", to("open_questionnaires", event.reference), questionnaires=[row.pk], closes_at="2099-01-01T10:00")
    row.refresh_from_db()
    assert (row.status, str(row.title), row.closes_at.year, row.questions.count()) == ("open", "The course", 2099, 3)
    page("officer", to("close_questionnaire", event.reference, row.pk), x="1")
    page("officer", to("reopen_questionnaire", event.reference, row.pk), closes_at="")
    row.refresh_from_db()
    assert (row.status, row.closes_at) == ("open", None)
    assert page("officer", to("questionnaire", event.reference, row.pk)).context["may_edit"] is False


def test_a_draft_is_thrown_away(event, draft, page):
    answer = page("officer", to("delete_questionnaire", event.reference, draft.pk), x="1")
    assert (answer["Location"], Questionnaire.objects.count()) == (to("questionnaires", event.reference), 0)


def test_what_was_typed_into_the_builder_is_kept(event, draft, officer, page):
    typed = {"text_en": "Any food?", "kind": "choice", "choices_en": "Yes\nNo", "choices_ko": "예", "key": "overall"}
    form = page("officer", to("add_item", event.reference, draft.pk), **typed).context["form"]
    assert form.errors == {"choices": ["Write the same number of lines in each language."]}
    typed["choices_ko"] = ""
    form = page("officer", to("add_item", event.reference, draft.pk), **typed).context["form"]
    assert form.non_field_errors() == ["Another question of this questionnaire has this key. Choose another one."]
    assert (form["text"].value()[0], form["key"].value()) == ("Any food?", "overall")
    item = draft.questions.get(key="pace")
    shown = page("officer", to("edit_item", event.reference, draft.pk, item.pk)).context["form"]
    assert shown["choices"].value() == {"en": "Pace right\nPace too fast"}
    assert Question.objects.count() == 4


def test_those_who_came_answer_one_after_the_other(event, questionnaire, officer, came, page):
    second = opened(event, officer, title="Second")
    url = to("answer_questionnaire", event.reference, questionnaire.pk)
    answer = page("official_ge", url, overall="4", again="yes", pace="c1", remarks="5")
    assert answer["Location"] == to("answer_questionnaire", event.reference, second.pk)
    answer = page("official_ge", answer["Location"], overall="na")
    assert answer["Location"] == to("answer_questionnaires", event.reference)
    kept = sorted((one.answers for one in Response.objects.all()), key=len)
    assert kept == [{"overall": "na"}, {"overall": 4, "again": "yes", "pace": "c1", "remarks": "5"}]
    shown = page("official_ge", to("answer_questionnaires", event.reference))
    assert (shown.context["is_complete"], "Thank you." in words(shown)) == (True, True)
    assert page("official_ge", url)["Location"] == to("answer_questionnaires", event.reference)


def test_an_answer_that_is_refused_is_not_lost(event, questionnaire, officer, came, page):
    url = to("answer_questionnaire", event.reference, questionnaire.pk)
    form = page("official_ge", url, again="no", remarks="Zu schnell").context["form"]
    assert (list(form.errors), form["remarks"].value(), form["again"].value()) == (["overall"], "Zu schnell", "no")
    close_questionnaire(questionnaire, by=officer)
    form = page("official_ge", url, overall="3", remarks="Zu schnell").context["form"]
    assert form.non_field_errors() == ["This questionnaire is closed: it takes no more answers."]
    assert form["remarks"].value() == "Zu schnell"
    assert (Response.objects.count(), page("official_ge", url).status_code) == (0, 302)


def test_who_did_not_come_answers_nothing(event, questionnaire, doors):
    assert doors(to("answer_questionnaires", event.reference)) == met(403)
    url = to("answer_questionnaire", event.reference, questionnaire.pk)
    assert doors(url) == met(404, officer=403, director_by=403, director_kr=403)


def test_by_the_secret_of_the_letter(event, questionnaire, draft):
    participant = make_participant(event, language="ru")
    client, url = Client(), to("questionnaires_by_link", participant.secret)
    shown = client.get(url)
    assert (
        shown.status_code,
        "Как" in words(client.get(to("questionnaire_by_link", participant.secret, questionnaire.pk))),
    ) == (200, True)
    assert (shown["X-Robots-Tag"], shown["Cache-Control"]) == ("noindex", "private, no-store")
    answer = client.post(to("questionnaire_by_link", participant.secret, questionnaire.pk), {"overall": "5"})
    assert (answer["Location"], Ballot.objects.count()) == (url, 1)
    again = client.post(to("questionnaire_by_link", participant.secret, questionnaire.pk), {"overall": "1"})
    assert (again.status_code, Response.objects.get().answers) == (200, {"overall": 5})
    assert client.get(to("questionnaire_by_link", participant.secret, draft.pk)).status_code == 404


def test_a_secret_opens_its_own_event_only(event, questionnaire, centre):
    elsewhere = make_participant(make_event(centre))
    gone = make_participant(event, status="withdrawn")
    for secret in (elsewhere.secret, gone.secret, "wrong"):
        assert Client().get(to("questionnaire_by_link", secret, questionnaire.pk)).status_code == 404


def test_lists_cost_the_same_for_one_and_three(event, officer, came, official_ge, client):
    opened(event, officer)
    User.objects.update(language="en")
    addresses = [
        (officer, to("questionnaires", event.reference)),
        (officer, to("results", event.reference)),
        (official_ge, to("answer_questionnaires", event.reference)),
    ]
    for who, url in addresses:  # what is read once per process
        sign_in(who).get(url)
    before = [cost(sign_in(who), url) for who, url in addresses]
    opened(event, officer)
    create_questionnaires(event, by=officer, subject=SubjectKind.EDITION)
    opened(event, officer)
    assert [cost(sign_in(who), url) for who, url in addresses] == before
    assert max(before) <= 12


def test_an_officer_who_came_answers_as_well(event, questionnaire, officer, page):
    shown = page("officer", to("questionnaires", event.reference))
    assert "Answer as a participant" not in words(shown)
    make_participant(event, user=officer)
    shown = page("officer", to("questionnaires", event.reference))
    assert "Answer as a participant" in words(shown)
    page("officer", to("answer_questionnaire", event.reference, questionnaire.pk), overall="3")
    assert Response.objects.get().answers == {"overall": 3}
