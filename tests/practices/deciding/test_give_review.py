import pytest
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from practices.actions.reviewing import SavedMeanwhileError, cancel_review, give_review, save_review
from practices.enums import ReviewState, Status, Verdict
from practices.models import Review
from tests.practices.builders import make_criteria
from tests.practices.deciding.building import at, fresh, make_review, met, told, url


@pytest.fixture
def criteria(db):
    return make_criteria(2)


@pytest.fixture
def review(cast, officer, official_by):
    return make_review(at(Status.REVIEW, cast), official_by, officer)


def whole(criteria, **changes):
    return {
        "seen": 0,
        "has_no_conflict": True,
        "scores": {criteria[0]: (4, 3), criteria[1]: (2, 1)},
        "verdict": Verdict.REVISE,
        "comment": {"ru": "Не хватает чисел."},
        **changes,
    }


def typed(criteria, **changes):
    """What the browser sends."""
    fields = {"seen": "0", "has_no_conflict": "on", "verdict": "revise", "comment_ru": "Не хватает чисел."}
    for one, score in zip(criteria, (4, 2), strict=True):
        fields |= {f"s{one.pk}": str(score), f"c{one.pk}": "3"}
    return {**fields, **changes}


def test_it_is_given_whole(review, criteria, official_by, heard):
    heard()
    row = give_review(review, by=official_by, **whole(criteria))
    stored = fresh(row)
    assert (stored.state, stored.verdict, stored.language, stored.comment, stored.has_no_conflict) == (
        ReviewState.GIVEN,
        Verdict.REVISE,
        "ru",
        {"ru": "Не хватает чисел."},
        True,
    )
    assert list(stored.scores.values_list("criterion__position", "score", "confidence")) == [(0, 4, 3), (1, 2, 1)]
    assert heard() == [("review_given", {"review": row, "by": official_by})]
    assert told(row) == [("give", "", official_by.email, "")]
    assert told(row.practice) == []


@pytest.mark.parametrize(
    ("gap", "said"),
    [
        ({"has_no_conflict": False}, "no interest of your own"),
        ({"scores": {}}, "Missing: Criterion 0, Criterion 1"),
        ({"verdict": ""}, "what you advise"),
        ({"comment": {}}, "the reasons of your advice"),
    ],
)
def test_gaps_are_refused(review, criteria, official_by, gap, said):
    with pytest.raises(RefusedError, match=said):
        give_review(review, by=official_by, **whole(criteria, **gap))
    assert fresh(review).state == ReviewState.ASKED


def test_nobody_else_gives_it(review, criteria, contact_by, officer):
    for person in (contact_by, officer):
        with pytest.raises(PermissionDenied):
            give_review(review, by=person, **whole(criteria))


def test_what_was_given_is_not_changed(review, criteria, official_by):
    give_review(review, by=official_by, **whole(criteria))
    with pytest.raises(RefusedError, match="given already"):
        give_review(review, by=official_by, **whole(criteria, seen=1))


def test_it_is_saved_for_later_and_shown_to_nobody_else(review, criteria, official_by, officer, client_of):
    save_review(review, by=official_by, seen=0, scores={criteria[0]: (5, 2)}, comment={"ru": "Черновик."})
    assert (fresh(review).state, fresh(review).lock) == (ReviewState.ASKED, 1)
    assert "Черновик." in client_of(official_by).get(url("review", review.practice, review.pk)).content.decode()
    assert "Черновик." not in client_of(officer).get(url("review", review.practice, review.pk)).content.decode()
    assert "Черновик." not in client_of(officer).get(url("progress", review.practice)).content.decode()


def test_of_two_windows_neither_loses_a_word(review, criteria, official_by, client_of):
    browser, address = client_of(official_by), url("review", review.practice, review.pk)
    browser.post(address, typed(criteria, comment_ru="Первое окно.", save="1"))
    page = browser.post(address, typed(criteria, comment_ru="Второе окно."))
    text = page.content.decode()
    assert (page.status_code, "Первое окно." in text, "Второе окно." in text) == (200, True, True)
    assert (fresh(review).state, fresh(review).comment) == (ReviewState.ASKED, {"ru": "Первое окно."})
    assert 'name="seen" value="1"' in text
    browser.post(address, typed(criteria, seen="1", comment_ru="Оба вместе."))
    assert (fresh(review).state, fresh(review).comment) == (ReviewState.GIVEN, {"ru": "Оба вместе."})


def test_the_act_itself_refuses_what_was_saved_meanwhile(review, criteria, official_by):
    save_review(review, by=official_by, seen=0, comment={"ru": "x"})
    with pytest.raises(SavedMeanwhileError):
        save_review(review, by=official_by, seen=0, comment={"ru": "y"})


def test_what_was_typed_into_a_review_that_was_taken_back_is_shown_again(
    review, criteria, official_by, officer, client_of
):
    cancel_review(review, by=officer)
    page = client_of(official_by).post(url("review", review.practice, review.pk), typed(criteria))
    assert (page.status_code, "Не хватает чисел." in page.content.decode()) == (200, True)
    assert fresh(review).state == ReviewState.CANCELLED


def test_the_page_tells_each_gap_at_its_field(review, criteria, official_by, client_of):
    address = url("review", review.practice, review.pk)
    page = client_of(official_by).post(address, {"seen": "0", "comment_ru": "Текст."})
    errors = page.context["form"].errors
    assert sorted(errors) == sorted(["has_no_conflict", "verdict", *(f"s{one.pk}" for one in criteria)])
    assert "Текст." in page.content.decode()
    client_of(official_by).post(address, typed(criteria))
    assert fresh(review).state == ReviewState.GIVEN


def test_the_text_stands_beside_the_form(review, criteria, official_by, client_of):
    page = client_of(official_by).get(url("review", review.practice, review.pk)).content.decode()
    written = review.practice.versions.get().sections
    assert [key for key, text in written.items() if text not in page] == []


def test_who_opens_it(cast, review, criteria):
    assert met(cast, url("review", review.practice, review.pk)) == {
        "visitor": 302,
        "official_by": 200,
        "contact_by": 404,
        "director_by": 200,
        "advisor_kr": 404,  # the author, while it goes on
        "advisor2_kr": 404,
        "director_kr": 200,
        "officer": 200,
        "admin_user": 404,
        "official_ge": 404,
        "contact_ge": 404,
    }


def test_the_author_reads_it_without_the_name_once_it_is_over(review, criteria, official_by, advisor_kr, client_of):
    give_review(review, by=official_by, **whole(criteria))
    practice = review.practice
    assert client_of(advisor_kr).get(url("review", practice, review.pk)).status_code == 404
    practice.status = Status.DRAFT
    practice.save()
    page = client_of(advisor_kr).get(url("review", practice, review.pk)).content.decode()
    assert ("Не хватает чисел." in page, "Dubovik" in page, "Дубовик" in page) == (True, False, False)
    assert Review.objects.visible_to(advisor_kr).count() == 1
