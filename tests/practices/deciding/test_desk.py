"""What the library lays on a desk."""

from datetime import date, timedelta

from django.utils import timezone, translation

from people import directory
from practices.desk import lay
from practices.enums import ReportState, ReviewState, Status, TranslationState
from practices.models import Adoption, AdoptionAnswer, AdoptionReport, Translation, Version
from tests.practices.builders import give_language, make_translation, sections_in
from tests.practices.deciding.building import again, at, make_review, url


def mine(user, limit=10):
    with translation.override("en"):
        return [(one.reference, str(one.act), one.url) for one in lay(again(user), limit).mine]


def test_each_step_lies_on_the_desk_of_who_takes_it(cast, focal_kr, officer, director_by, director_kr, advisor_kr):
    rows = {status: at(status, cast) for status in (*Status.under_way(), Status.DRAFT, Status.DUE)}

    def references(user):
        return {reference for reference, _act, _url in mine(user)}

    assert references(advisor_kr) == {rows[Status.DRAFT].reference}
    assert references(officer) == {rows[Status.REVIEW].reference}
    assert references(director_by) == references(director_kr) == {rows[Status.DECISION].reference}
    assert references(focal_kr) == {rows[one].reference for one in (Status.DRAFT, Status.PROPOSED, Status.DUE)}
    others = {one.reference for one in lay(again(advisor_kr), 10).others}
    assert others == {rows[one].reference for one in (*Status.under_way(), Status.DUE)}
    assert (references(cast.people["official_ge"]), lay(again(cast.people["official_ge"]), 10).others) == (set(), [])


def test_an_officer_has_no_move_while_two_read_in_time(cast, officer, official_by, official_ge):
    practice = at(Status.REVIEW, cast)
    first = make_review(practice, official_by, officer)
    assert [reference for reference, *_rest in mine(officer)] == [practice.reference]  # a second is to be asked
    make_review(practice, official_ge, officer)
    assert mine(officer) == []
    first.due_at = timezone.now() - timedelta(days=1)
    first.asked_at = first.due_at - timedelta(days=20)
    first.save()
    assert [reference for reference, *_rest in mine(officer)] == [practice.reference]


def test_reviews_come_by_their_due_time(cast, officer, official_by):
    practice, other = at(Status.REVIEW, cast), at(Status.REVIEW, cast)
    later = make_review(practice, official_by, officer, due_at=timezone.now() + timedelta(days=9))
    sooner = make_review(other, official_by, officer, due_at=timezone.now() + timedelta(days=3))
    assert mine(official_by) == [
        (other.reference, "Review the entry.", url("review", other, sooner.pk)),
        (practice.reference, "Review the entry.", url("review", practice, later.pk)),
    ]
    later.state = ReviewState.CANCELLED
    later.save()
    assert len(mine(official_by)) == 1


def test_changes_languages_and_adoptions_wait_as_well(
    cast, focal_kr, focal_by, officer, official_by, contact_by, official_ge, advisor2_kr
):
    practice = at(Status.PUBLISHED, cast)
    Version.objects.create(practice=practice, number=2, author=official_by, sections={}, state="proposed")
    make_translation(practice, "ru", official_by, contact_by)
    Translation.objects.filter(practice=practice, language="ru").update(outdated=2)
    Translation.objects.filter(practice=practice, language="en").update(
        state=TranslationState.DRAFT, draft=sections_in("en"), translator=official_ge, handed_at=timezone.now()
    )
    give_language(cast.centre, official_by, "ru")
    give_language(cast.centre, contact_by, "en", "check")
    adoption = Adoption.objects.create(
        practice=practice,
        adopter=cast.organisations["services_by"],
        country_id="BY",
        owner=practice.owner,
        filed_by=official_by,
    )
    AdoptionReport.objects.create(
        adoption=adoption,
        state=ReportState.FILED,
        stage="pilot",
        since_on=date(2026, 1, 1),
        by=official_by,
        filed_at=timezone.now(),
    )
    answer = AdoptionAnswer.objects.create(adoption=adoption, year=2026, side="adopter")
    number, place = practice.reference, url("adoption", practice, adoption.pk)
    assert mine(official_by) == [(number, "Go on with the translation.", url("translate", practice, "ru"))]
    assert mine(contact_by) == [
        (number, "Check the translation.", url("check_translation", practice, "en")),
        (number, "A report of an adoption waits for your move.", place),
        (number, "Say whether the adoption is still as recorded.", place),
    ]
    assert mine(focal_kr) == [
        (number, "A change waits for your move.", url("changes", practice, 2)),
        (number, "A report of an adoption waits for your move.", place),
    ]
    answer.answer, answer.by, answer.answered_at = "yes", focal_by, timezone.now()
    answer.save()
    assert [act for _number, act, _url in mine(focal_by)] == ["A report of an adoption waits for your move."]


def test_one_query_however_much_waits_and_the_rest_is_counted_as_more(
    cast, officer, official_by, django_assert_num_queries
):
    def asked():
        user = again(official_by)
        user.standing.appointments  # noqa: B018  read once a request
        directory.countries()  # read once a process
        with django_assert_num_queries(1):
            return lay(user, 2)

    make_review(at(Status.REVIEW, cast), official_by, officer)
    desk = asked()
    assert (len(desk.mine), desk.mine_more) == (1, False)
    for _number in range(2):
        make_review(at(Status.REVIEW, cast), official_by, officer)
    desk = asked()
    assert (len(desk.mine), desk.mine_more, len(desk.others), desk.others_more) == (2, True, 2, True)


def test_the_page_of_the_desk_shows_it(cast, officer, official_by, client_of):
    review = make_review(at(Status.REVIEW, cast), official_by, officer)
    assert review.get_absolute_url() in client_of(official_by).get("/desk/").content.decode()
