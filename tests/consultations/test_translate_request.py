import pytest
from django.core.exceptions import PermissionDenied

from consultations.actions.drafting import edit_draft, return_request, submit, translate_request
from consultations.models import Consultation
from core.refusal import RefusedError
from tests.consultations import builders as build
from tests.consultations.conftest import doors


def test_it_stands_beside_the_original_and_knows_its_revision(submitted, contact_by, told):
    row = translate_request(
        submitted, by=contact_by, language="en", title=" Cloud ", state_of_play="Three.", questions={1: "How?", 2: ""}
    )
    row = build.fresh(row)
    assert (row.title, row.state_of_play) == (
        {"ru": build.TITLE, "en": "Cloud"},
        {"ru": "Есть три центра обработки данных.", "en": "Three."},
    )
    assert [one.text for one in row.questions.all()] == [
        {"ru": build.QUESTIONS[0], "en": "How?"},
        {"ru": build.QUESTIONS[1]},
    ]
    assert (row.revision, list(row.translations.values_list("language", "of_revision", "by"))) == (
        2,
        [("en", 2, contact_by.pk)],
    )
    assert told(row)[-1][0] == "translate_request"


def test_it_is_written_anew(submitted, contact_by):
    translate_request(submitted, by=contact_by, language="en", title="Cloud", questions={1: "How?"})
    row = build.fresh(translate_request(submitted, by=contact_by, language="en", title="Clouds", questions={}))
    assert (row.title["en"], row.questions.first().text, row.translations.count()) == (
        "Clouds",
        {"ru": build.QUESTIONS[0]},
        1,
    )


def test_it_can_be_found(submitted, contact_by):
    translate_request(submitted, by=contact_by, language="ko", title="클라우드 전환", questions={})
    assert list(Consultation.objects.matching("클라우드")) == [submitted]


def test_the_original_is_the_requesters(submitted, contact_by):
    with pytest.raises(RefusedError, match="only the requester writes"):
        translate_request(submitted, by=contact_by, language="ru", title="Чужое", questions={})
    assert build.fresh(submitted).title == {"ru": build.TITLE}


def test_who_translates(cast, draft, registered, closed, official_by, contact_by, contact_ge, officer, director_by):
    def may(row, person):
        try:
            return bool(translate_request(row, by=person, language="en", questions={}))
        except PermissionDenied:
            return False

    people = (official_by, contact_by, contact_ge, officer, director_by)
    assert [may(registered, person) for person in people] == [False, True, False, True, False]
    assert [may(row, contact_by) for row in (draft, closed)] == [False, False]


def test_it_is_marked_when_the_original_has_moved_on(submitted, contact_by, official_by, screen):
    translate_request(submitted, by=contact_by, language="en", title="Cloud", questions={})
    assert screen("contact_by", "translate_request_into", submitted, "en").context["outdated"] is False
    row = return_request(submitted, by=contact_by, reason="x")
    row = submit(edit_draft(row, by=official_by, seen=2, title="Облако"), by=official_by)
    assert screen("contact_by", "translate_request_into", row, "en").context["outdated"] is True
    chosen = {code: late for code, _name, _done, late in screen("contact_by", "translate_request", row).context["rows"]}
    assert chosen == {"en": True, "be": False, "ko": False}
    translate_request(row, by=contact_by, language="en", title="Cloud", questions={})
    assert screen("contact_by", "translate_request_into", row, "en").context["outdated"] is False


def test_the_screens(registered, knock):
    met = doors(official_by=403, contact_by=200, officer=200, director_by=403, director_kr=403)
    assert knock("translate_request", registered) == met
    assert knock("translate_request_into", registered, "en") == met


def test_languages_that_are_none(registered, screen):
    assert [
        screen("officer", "translate_request_into", registered, code).status_code for code in ("ru", "de", "en")
    ] == [
        404,
        404,
        200,
    ]


def test_what_was_translated_is_saved_and_shown(registered, screen):
    sent = {
        "language": "en",
        "title": "Cloud",
        "state_of_play": "Three.",
        "expected_result": "",
        "q1": "How?",
        "q2": "",
    }
    answer = screen("officer", "translate_request_into", registered, "en", **sent)
    assert answer["Location"] == registered.get_absolute_url()
    form = screen("officer", "translate_request_into", registered, "en").context["form"]
    assert [field.value() for _original, field in form.rows()] == ["Cloud", "Three.", "", "How?", ""]


def test_nothing_typed_is_lost_when_the_request_has_ended(registered, official_by, screen):
    build.closing.withdraw(registered, by=official_by, reason="x")
    late = screen("officer", "translate_request_into", registered, "en", language="en", title="Long translated")
    assert (late.status_code, "Long translated" in late.content.decode()) == (403, True)
