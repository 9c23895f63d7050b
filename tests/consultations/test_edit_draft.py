import pytest
from django.core.exceptions import PermissionDenied

from consultations.actions.drafting import edit_draft
from consultations.models import PreferredWindow, Question
from core.refusal import RefusedError
from tests.cast import sign_in
from tests.consultations import builders as build
from tests.consultations.conftest import doors
from tests.consultations.moments import minsk
from tests.factories import appoint


def stored(row):
    row = build.fresh(row)
    texts = (row.title, row.state_of_play, row.legal_basis, row.expected_result)
    return row.language, row.revision, texts, [(one.number, one.text) for one in row.questions.all()]


def test_texts_are_kept_in_the_language_of_the_request(draft):
    assert stored(draft) == (
        "ru",
        2,
        ({"ru": build.TITLE}, {"ru": "Есть три центра обработки данных."}, {}, {"ru": "Ответ войдёт в концепцию."}),
        [(1, {"ru": build.QUESTIONS[0]}), (2, {"ru": build.QUESTIONS[1]})],
    )


def test_what_is_not_on_the_page_stays(draft, official_by):
    before = stored(draft)
    row = edit_draft(draft, by=official_by, seen=2, unit="Отдел облачных услуг", is_urgent=True, urgency_reason="Совет")
    assert stored(row) == (before[0], 3, *before[2:])
    assert (row.unit, row.is_urgent, row.urgency_reason) == ("Отдел облачных услуг", True, "Совет")


def test_another_language_moves_the_original(draft, official_by):
    row = edit_draft(draft, by=official_by, seen=2, language="be")
    assert stored(row)[0] == "be"
    assert stored(row)[2][0] == {"be": build.TITLE}
    assert stored(row)[3] == [(1, {"be": build.QUESTIONS[0]}), (2, {"be": build.QUESTIONS[1]})]


def test_translations_stay_beside_an_original_that_is_revised(cast, official_by, contact_by):
    row = build.submitted(cast)
    build.drafting.translate_request(row, by=contact_by, language="en", title="Cloud", questions={1: "How?"})
    row = build.drafting.return_request(row, by=contact_by, reason="Короче.")
    row = edit_draft(row, by=official_by, seen=row.revision, title="Облако", questions=["Как?"])
    assert stored(row)[2][0] == {"ru": "Облако", "en": "Cloud"}
    assert stored(row)[3] == [(1, {"ru": "Как?", "en": "How?"})]
    translation = row.translations.get()
    assert (translation.of_revision, row.revision) == (2, 3)  # outdated, and said to be


def test_questions_close_their_gaps(draft, official_by):
    row = edit_draft(draft, by=official_by, seen=2, questions=["", "Два?", "  ", "Четыре?", ""])
    assert stored(row)[3] == [(1, {"ru": "Два?"}), (2, {"ru": "Четыре?"})]
    edit_draft(row, by=official_by, seen=3, questions=[])
    assert Question.objects.count() == 0


def test_wishes_are_kept_in_order(draft, official_by):
    days = [(minsk(10).date(), minsk(12).date()), (minsk(3).date(), minsk(3).date())]
    row = edit_draft(draft, by=official_by, seen=2, windows=days)
    row = edit_draft(row, by=official_by, seen=3, unit="x")
    assert list(row.windows.values_list("position", "starts_on", "ends_on")) == [(1, *days[0]), (2, *days[1])]
    edit_draft(row, by=official_by, seen=4, windows=days[1:])
    assert list(PreferredWindow.objects.values_list("position", "starts_on")) == [(1, days[1][0])]


def test_nobody_overwrites_what_he_has_not_read(draft, official_by):
    edit_draft(draft, by=official_by, seen=2, title="Первый")
    with pytest.raises(RefusedError, match="A colleague has saved this draft"):
        edit_draft(draft, by=official_by, seen=2, title="Второй")
    assert build.fresh(draft).title == {"ru": "Первый"}


def test_it_moves_to_another_body_of_the_writer_only(cast, draft, official_by, contact_ge):
    with pytest.raises(PermissionDenied):
        edit_draft(draft, by=official_by, seen=2, organisation=cast.organisations["agency_ge"])
    appoint(official_by, "member", cast.organisations["agency_ge"])
    row = edit_draft(draft, by=official_by, seen=2, organisation=cast.organisations["agency_ge"])
    assert (row.organisation, row.country_id) == (cast.organisations["agency_ge"], "GE")


def test_only_fields_of_a_draft(draft, official_by):
    with pytest.raises(TypeError, match="status"):
        edit_draft(draft, by=official_by, seen=2, status="closed")


def test_a_focal_point_stands_in_and_a_colleague_reads(cast, draft, contact_ge, advisor2_kr):
    appoint(contact_ge, "focal_point", draft.organisation)
    appoint(advisor2_kr, "member", draft.organisation)
    assert edit_draft(draft, by=contact_ge, seen=2, unit="x").unit == "x"
    with pytest.raises(PermissionDenied):
        edit_draft(draft, by=advisor2_kr, seen=3, unit="y")


def test_what_was_sent_is_edited_no_more(submitted, official_by, contact_by):
    with pytest.raises(RefusedError, match="Only a draft is edited"):
        edit_draft(submitted, by=official_by, seen=2, unit="x")
    with pytest.raises(PermissionDenied):
        edit_draft(submitted, by=contact_by, seen=2, unit="x")


@pytest.mark.parametrize("name", ["body", "questions", "dates", "context"])
def test_the_screen_opens_to_the_requester(draft, knock, name):
    assert knock("edit", draft, name) == doors(official_by=200)


def test_a_page_that_is_none(draft, screen):
    assert screen("official_by", "edit", draft, "sums").status_code == 404


def test_a_reader_meets_403_and_a_late_writer_409(submitted, screen):
    assert screen("contact_by", "edit", submitted, "body").status_code == 403
    late = screen("official_by", "edit", submitted, "questions", seen=2, title="Долго писали")
    assert (late.status_code, "Долго писали" in late.content.decode()) == (409, True)


def test_a_page_is_saved_as_it_is_and_leads_on(draft, screen):
    answer = screen("official_by", "edit", draft, "questions", seen=2, title="", q1="Как?", q2="")
    assert answer["Location"] == f"/consultations/{draft.handle}/edit/dates/"
    assert stored(draft)[2:] == (({}, {}, {}, {}), [(1, {"ru": "Как?"})])
    answer = screen("official_by", "edit", draft, "context", seen=3, languages=["ru", "en"], is_confidential="on")
    assert answer["Location"] == f"/consultations/{draft.handle}/check/"
    row = build.fresh(draft)
    assert (row.languages, row.is_confidential) == (["ru", "en"], True)
    assert screen("official_by", "edit", draft, "context", seen=4, later="1")["Location"] == draft.get_absolute_url()
    answer = screen("official_by", "edit", draft, "questions", seen=5, q1="Как?", q2="Когда?", add="1")
    assert answer["Location"] == f"/consultations/{draft.handle}/edit/questions/?more=3#id_q3"


def test_nothing_typed_is_lost(draft, screen):
    """Another has saved meanwhile; a question is too long; days are in the wrong order."""
    stale = screen(
        "official_by", "edit", draft, "body", seen=1, organisation=draft.organisation_id, language="ru", unit="Отдел"
    )
    assert (stale.status_code, list(stale.context["form"].errors)) == (200, ["__all__"])
    assert stale.context["form"]["unit"].value() == "Отдел"
    long = screen("official_by", "edit", draft, "questions", seen=2, q1="Ж" * 501, title="Заголовок")
    assert (list(long.context["form"].errors), long.context["form"]["title"].value()) == (["q1"], "Заголовок")
    days = {"seen": 2, "type": "workshop", "from1": "2026-11-12", "to1": "2026-11-10", "urgency_reason": "Совет"}
    wrong = screen("official_by", "edit", draft, "dates", **days)
    assert (list(wrong.context["form"].errors), wrong.context["form"]["urgency_reason"].value()) == (["to1"], "Совет")
    assert stored(draft)[1] == 2


@pytest.mark.parametrize(
    ("sent", "errors"),
    [
        ({"from1": "2026-11-10"}, []),
        ({"from1": "2026-11-10", "to1": "2026-11-13"}, []),
        ({"to1": "2026-11-13"}, ["from1"]),
        ({"from1": "2026-11-10", "to1": "2026-11-20"}, ["to1"]),
        ({"from1": "2026-11-07", "to1": "2026-11-08"}, ["from1"]),  # a weekend
        ({"from1": "2026-04-20", "to1": "2026-04-21"}, ["from1"]),  # days off in Belarus
        ({"from1": "2026-05-25"}, ["from1"]),  # a substitute holiday in Korea
        ({"is_urgent": "on"}, ["urgency_reason"]),
        ({"type": "holiday"}, ["type"]),
    ],
)
def test_days_of_wish_are_days_that_both_work(draft, screen, sent, errors):
    answer = screen("official_by", "edit", draft, "dates", **{"seen": 2, "type": "workshop", **sent})
    found = list(answer.context["form"].errors) if answer.status_code == 200 else []
    assert found == errors


@pytest.mark.parametrize("more", ["", "4", "9" * 5000, "٣", "²", "-1", "x"])
def test_any_number_of_questions_asked_for(draft, official_by, more):
    answer = sign_in(official_by).get(f"/consultations/{draft.handle}/edit/questions/", {"more": more})
    assert (answer.status_code, 2 <= answer.context["form"].shown <= 6) == (200, True)


def test_the_page_speaks_of_the_draft(draft, screen):
    assert build.TITLE in screen("official_by", "edit", draft, "questions").content.decode()
    assert "Виктор Образцов" in screen("official_by", "edit", draft, "body").content.decode()


def test_a_body_whose_country_the_centre_does_not_serve_is_refused(cast, draft, official_by):
    elsewhere = cast.organisations["nia"]
    appoint(official_by, "member", elsewhere)
    with pytest.raises(RefusedError, match="country"):
        edit_draft(draft, by=official_by, seen=draft.revision, organisation=elsewhere)
    assert build.fresh(draft).country_id == "BY"
