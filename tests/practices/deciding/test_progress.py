"""Where an entry stands and why, for each who has a part in it."""

import pytest
from django.utils import translation

from people.history import entries_of
from people.keys import KeyView
from practices.actions.checking import confirm_facts, return_practice
from practices.actions.deciding import decide
from practices.enums import ReviewState, Status
from practices.presentation.progress import days_of, move_of, reviewing_of, stages_of
from tests.cast import cost
from tests.practices.builders import make_criteria
from tests.practices.deciding.building import at, fresh, make_review, met, reviewed, score, url


def move(practice, missing=()):
    return move_of(practice, reviewing_of(practice, [], sees_all=False), list(missing))


def shown(browser, practice):
    return browser.get(url("progress", practice)).context


def test_the_author_reads_why_it_came_back(cast, focal_kr, advisor_kr, client_of):
    practice = at(Status.PROPOSED, cast)
    return_practice(practice, by=focal_kr, reasons={"ko": "출처가 없습니다.", "en": "No source."})
    page = client_of(advisor_kr).get(url("progress", practice))
    text = page.content.decode()
    assert ('<div lang="ko">' in text, "출처가 없습니다." in text, "No source." in text) == (True, True, True)
    assert list(page.context["buttons"]) == ["edit", "propose", "withdraw", "name_contact"]
    assert page.context["ask"].button.name == "propose"


@pytest.mark.parametrize(
    ("status", "who", "asked"),
    [
        (Status.PROPOSED, "focal_kr", "confirm_facts"),
        (Status.REVIEW, "officer", "ask_reviewers"),
        (Status.DECISION, "director_by", "decide"),
        (Status.DUE, "focal_kr", "confirm"),
        (Status.PROPOSED, "advisor_kr", None),
        (Status.PUBLISHED, "focal_kr", None),
    ],
)
def test_what_is_wanted_from_whom(cast, focal_kr, client_of, status, who, asked):
    ask = shown(client_of(cast.people[who]), at(status, cast))["ask"]
    assert (ask.button.name if ask else None) == asked


def test_an_officer_is_left_alone_while_reviewers_read(cast, officer, official_by, official_ge, client_of):
    practice = at(Status.REVIEW, cast)
    rows = [make_review(practice, one, officer) for one in (official_by, official_ge)]
    context = shown(client_of(officer), practice)
    assert (context["ask"], list(context["buttons"])) == (None, ["ask_reviewers", "return"])
    for row in rows:
        row.delete()
        make_review(practice, row.reviewer, officer, state=ReviewState.GIVEN)
    context = shown(client_of(officer), practice)
    assert (context["ask"].button.name, list(context["buttons"])) == (
        "close_reviews",
        ["ask_reviewers", "return", "close_reviews"],
    )


def test_who_has_the_move_in_words(cast, focal_kr, contact_by, director_kr):
    with translation.override("en"):
        proposed = at(Status.PROPOSED, cast)
        assert move(proposed).sentence.startswith("National Information Society Agency checks the facts")
        assert move(proposed).people == [focal_kr]
        practice = at(Status.REVIEW, cast)
        assert (move(practice).sentence, move(practice).people) == (
            "The centre asks officials of other countries for reviews.",
            [cast.people["officer"]],
        )
        for key in ("official_by", "official_ge"):
            make_review(practice, cast.people[key], cast.people["officer"])
        assert move(practice).sentence == "2 reviewers of other countries read it; 0 of 2 reviews given."
        decision = reviewed(cast, Status.DECISION)
        missing = [KeyView("a", cast.countries["BY"], is_own=False)]
        asked = move(decision, missing)
        assert (asked.sentence, asked.people) == ("A key is missing: Belarus.", [cast.people["director_by"]])
        asked = move(decision)  # both keys are turned, each its own way
        assert asked.sentence.startswith("The two sides disagree.")
        assert {one.email for one in asked.people} == {cast.people[one].email for one in ("director_by", "director_kr")}
        assert move(at(Status.PUBLISHED, cast)) is None


def test_the_steps(cast, focal_kr):
    practice = at(Status.PROPOSED, cast)
    confirm_facts(practice, by=focal_kr)
    practice = fresh(practice)
    days = days_of(entries_of(practice))
    with translation.override("en"):
        stages = stages_of(practice, days)
        assert [(one.name, one.state, one.on) for one in stages] == [
            ("Proposed", "done", practice.proposed_at),
            ("Facts checked", "done", days["confirm_facts"].at),
            ("Reviewed abroad", "now", None),
            ("Decided by both", "", None),
            ("Re-check each year", "", None),
        ]
        published = at(Status.PUBLISHED, cast)
        assert [one.state for one in stages_of(published, {})] == ["done", "done", "done", "done", "now"]
        withdrawn = at(Status.WITHDRAWN, cast)
        assert [(one.name, one.state) for one in stages_of(withdrawn, {})] == [("Withdrawn", "now")]


def test_names_of_reviewers_are_for_the_staff(cast, officer, advisor_kr, focal_kr, client_of, official_ge):
    make_criteria(1)
    practice = reviewed(cast)
    for review in practice.reviews.all():
        score(review, 3)
    name = "Beridze"
    page = client_of(officer).get(url("progress", practice)).content.decode()
    assert (name in page, "Good." in page) == (True, True)
    for status in (Status.REVIEW, Status.DRAFT, Status.PUBLISHED):
        practice.status = status
        practice.published_at = practice.proposed_at
        practice.verified_on, practice.recheck_on = "2026-01-01", "2027-01-01"
        practice.save()
        for person in (advisor_kr, focal_kr):
            page = client_of(person).get(url("progress", practice)).content.decode()
            assert (name in page, "Good." in page) == (False, status != Status.REVIEW)


def test_two_keys_stand_there(cast, director_by, client_of):
    practice = reviewed(cast, Status.DECISION)
    decide(practice, by=director_by, accepts=True)
    keys = shown(client_of(director_by), practice)["keys"]
    assert [(key.side, key.is_own, key.signature is not None) for key in keys.keys] == [
        ("a", True, True),
        ("b", False, False),
    ]


@pytest.mark.parametrize("status", [Status.DRAFT, Status.REVIEW, Status.DECISION, Status.PUBLISHED, Status.DUE])
def test_it_costs_twelve_queries_at_most_however_many_reviews(
    cast, officer, director_by, advisor_kr, client_of, status
):
    make_criteria(2)
    practice = reviewed(cast, status, round=1)
    for review in practice.reviews.all():
        score(review, 3, 4)
    if status not in Status.public():
        practice.round = 2
        practice.save()
    address = url("progress", practice)
    for person in (officer, director_by, advisor_kr):
        browser = client_of(person)
        if browser.get(address).status_code == 200:
            assert cost(browser, address) <= 12, person


def test_who_opens_it(cast):
    assert met(cast, url("progress", at(Status.PUBLISHED, cast))) == {
        "visitor": 302,
        "official_by": 403,
        "contact_by": 403,
        "director_by": 200,
        "advisor_kr": 200,
        "advisor2_kr": 200,
        "director_kr": 200,
        "officer": 200,
        "admin_user": 403,
        "official_ge": 403,
        "contact_ge": 403,
    }
    assert met(cast, url("progress", at(Status.DRAFT, cast)))["official_by"] == 404


def test_no_page_of_the_way_costs_more_than_twelve(cast, focal_kr, officer, director_by, official_by, client_of):
    make_criteria(3)

    def scored(status):
        practice = reviewed(cast, status)
        for review in practice.reviews.all():
            score(review, 3, 4, 5)
        return practice

    proposed, decided = at(Status.PROPOSED, cast), scored(Status.DECISION)
    due, under_way, read = at(Status.DUE, cast), scored(Status.REVIEW), at(Status.REVIEW, cast)
    own = make_review(read, official_by, officer)
    given = decided.reviews.first()
    pages = [
        (focal_kr, "confirm_facts", proposed),
        (focal_kr, "return", proposed),
        (officer, "ask_reviewers", under_way),
        (official_by, "review", read, own.pk),
        (official_by, "refuse_review", read, own.pk),
        (officer, "cancel_review", read, own.pk),
        (director_by, "review", decided, given.pk),
        (officer, "close_reviews", under_way),
        (director_by, "decide", decided),
        (focal_kr, "confirm", due),
        (focal_kr, "retire", due),
        (focal_kr, "name_contact", due),
    ]
    prices = {}
    for who, name, *args in pages:
        browser, address = client_of(who), url(name, *args)
        assert browser.get(address).status_code == 200, name
        prices[name, who.email] = cost(browser, address)
    assert {page: price for page, price in prices.items() if price > 12} == {}


def test_the_record_says_what_waits_and_leads_to_the_progress(cast, focal_kr, advisor2_kr, official_ge, client_of):
    practice, public = at(Status.PROPOSED, cast), at(Status.PUBLISHED, cast)
    page = client_of(focal_kr).get(practice.get_absolute_url())
    assert (page.context["ask"].button.url, page.status_code) == (url("progress", practice), 200)
    for person, linked in ((advisor2_kr, True), (official_ge, False)):
        page = client_of(person).get(public.get_absolute_url())
        assert (page.context["ask"], url("progress", public) in page.content.decode()) == (None, linked)


def test_the_record_keeps_its_price(cast, focal_kr, director_by, client_of):
    for who, status in ((focal_kr, Status.DUE), (director_by, Status.DECISION), (focal_kr, Status.PROPOSED)):
        practice = at(status, cast)
        address = practice.get_absolute_url()
        client_of(who).get(address)
        assert cost(client_of(who), address) <= 12, status
