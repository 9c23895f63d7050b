"""Figures from five answers on: of a questionnaire, and of each question."""

from datetime import date

import pytest
from django.urls import reverse

from events.actions.answering import answer_questionnaire
from events.actions.evaluation import close_questionnaire, create_questionnaires
from events.enums import SubjectKind
from events.models import Programme, Questionnaire
from events.presentation.ratings import compared, ratings_of
from events.presentation.results import figures_of, result_of, summaries_of, with_ballots
from tests.cast import cost, sign_in
from tests.consultations.conftest import words
from tests.events.builders import make_event, make_participant
from tests.events.evaluation.conftest import opened


def answered(questionnaire, *answers):
    for one in answers:
        answer_questionnaire(questionnaire, participant=make_participant(questionnaire.event), answers=one)


def read(questionnaire, **options):
    row = with_ballots(Questionnaire.objects.filter(pk=questionnaire.pk)).get()
    return result_of(row, figures_of([row]), seated=questionnaire.event.participants.count(), **options)


def shown(result):
    return {
        one.question.key: (one.is_hidden, one.count, [(bar.label, bar.count, bar.share) for bar in one.bars])
        for one in result.questions
    }


def test_four_answers_show_nothing_and_five_do(questionnaire):
    answered(questionnaire, *[{"overall": 5}] * 4)
    result = read(questionnaire)
    assert (result.is_hidden, result.answered, result.seated, result.rate, result.mean) == (True, 4, 4, 100, None)
    assert shown(result) == {key: (True, 0, []) for key in ("overall", "again", "pace", "remarks")}
    answered(questionnaire, {"overall": 1})
    result = read(questionnaire)
    bars = [("5", 4, 80), ("4", 0, 0), ("3", 0, 0), ("2", 0, 0), ("1", 1, 20)]
    assert (result.is_hidden, result.mean, result.positive, shown(result)["overall"]) == (
        False,
        4.2,
        80,
        (False, 5, bars),
    )


def test_each_question_has_its_own_five(questionnaire):
    full = {"overall": 4, "again": "yes", "pace": "c1", "remarks": "One"}
    answered(questionnaire, *[full] * 4, {"overall": "na"}, {"overall": 2, "again": "no"})
    assert shown(read(questionnaire)) == {
        "overall": (False, 5, [("5", 0, 0), ("4", 4, 80), ("3", 0, 0), ("2", 1, 20), ("1", 0, 0)]),
        "again": (False, 5, [("Yes", 4, 80), ("No", 1, 20)]),
        "pace": (True, 0, []),
        "remarks": (True, 4, []),
    }
    assert [one.texts for one in read(questionnaire).questions] == [()] * 4
    answered(questionnaire, {"overall": 3, "pace": "c2", "remarks": "Two"})
    result = read(questionnaire)
    assert shown(result)["pace"] == (False, 5, [("Pace right", 4, 80), ("Pace too fast", 1, 20)])
    assert sorted(result.questions[3].texts) == ["One"] * 4 + ["Two"]
    assert result.questions[0].not_applicable == 1


def test_texts_are_shuffled_each_time(questionnaire):
    answered(questionnaire, *({"overall": 3, "remarks": f"{number:02}"} for number in range(30)))
    readings = [tuple(read(questionnaire).questions[3].texts) for _time in range(3)]
    assert (len(set(readings)), {tuple(sorted(one)) for one in readings}) == (
        3,
        {tuple(f"{number:02}" for number in range(30))},
    )
    assert [one.question.key for one in read(questionnaire, with_texts=False).questions] == ["overall", "again", "pace"]


def test_a_line_for_each(event, officer, questionnaire):
    other = opened(event, officer, title="Few")
    answered(questionnaire, *[{"overall": 5}] * 3, *[{"overall": 2}] * 2)
    answered(other, *[{"overall": 5}] * 4)
    rows = list(with_ballots(Questionnaire.objects.order_by("pk")))
    assert [(one.answered, one.mean, one.positive) for one in summaries_of(rows, figures_of(rows), seated=9)] == [
        (5, 3.8, 60),
        (4, None, None),
    ]


def test_the_page_says_neither_how_many_nor_what(event, questionnaire, officer, page):
    answered(questionnaire, *[{"overall": 5, "remarks": "Geheim"}] * 4)
    for address in ("results", "questionnaire_results"):
        args = [event.reference] if address == "results" else [event.reference, questionnaire.pk]
        shown_ = words(page("officer", reverse(f"events:{address}", args=args)))
        assert ("4 of 4 have answered" in shown_, "Geheim" in shown_, "Mean of" in shown_) == (True, False, False)


def test_the_page_of_the_meeting_fetches_itself_and_shows_no_text(event, questionnaire, page):
    answered(questionnaire, *[{"overall": 5, "remarks": "Geheim"}] * 5)
    live = page("officer", reverse("events:results", args=[event.reference]) + "?live=1")
    text = live.content.decode()
    assert ('http-equiv="refresh" content="20"' in text, "Geheim" in text, "Mean 5.0" in words(live)) == (
        True,
        False,
        True,
    )
    assert "<script" not in text.split("<main")[1]
    full = page("officer", reverse("events:results", args=[event.reference]))
    assert "Geheim" in words(full)


def test_the_page_of_the_meeting_before_anything_is_open(event, page):
    live = page("officer", reverse("events:results", args=[event.reference]) + "?live=1")
    assert "No questionnaire about the whole event has been opened yet." in words(live)


@pytest.fixture
def programme(centre):
    return Programme.objects.create(centre=centre, slug="bsec", name={"en": "Korea–BSEC"})


def edition(programme, officer, year, *answers, closed=True):
    event = make_event(programme.centre, programme=programme, year=year, number=year - 2000, starts_on=SPRING[year])
    row = opened(event, officer)
    answered(row, *answers)
    if closed:
        close_questionnaire(row, by=officer)
    return event


def asked(event):
    return list(event.questionnaires.get().questions.all())


SPRING = {year: date(year, 4, 5) for year in (2015, 2016, 2017)}


def test_editions_are_compared_by_the_key(programme, officer, official_ge):
    first = edition(programme, officer, 2015, *[{"overall": 3}] * 5)
    few = edition(programme, officer, 2016, *[{"overall": 5}] * 4)
    third = edition(programme, officer, 2017, *[{"overall": 5}] * 3, *[{"overall": 4}] * 3)
    assert ratings_of(programme) == {first.pk: 3.0, third.pk: 4.5}
    found = compared(third, officer, asked(third))
    assert [one.pk for one in found.editions] == [first.pk, third.pk]
    assert [(str(text), [(one.pk, mean) for one, mean in means]) for text, means in found.rows] == [
        ("How was it?", [(first.pk, 3.0), (third.pk, 4.5)])
    ]
    assert compared(few, officer, asked(few)) is None
    assert (
        compared(third, official_ge, asked(third)) is None
    )  # a stranger to the centre sees no other edition's figures


def test_an_open_questionnaire_rates_nothing_yet(programme, officer):
    edition(programme, officer, 2015, *[{"overall": 3}] * 5, closed=False)
    assert ratings_of(programme) == {}


def test_without_the_question_on_the_whole_all_count(programme, officer, event):
    event = make_event(programme.centre, programme=programme)
    row = opened(event, officer)
    row.questions.filter(key="overall").update(key="goals")
    answered(row, *[{"goals": 4}] * 5)
    close_questionnaire(row, by=officer)
    assert ratings_of(programme) == {event.pk: 4.0}


def test_the_page_costs_the_same_with_many_answers(programme, officer):
    """The dearest page: of an edition that is compared with another."""
    edition(programme, officer, 2015, *[{"overall": 3}] * 5)
    event = edition(programme, officer, 2016, *[{"overall": 4}] * 5)
    questionnaire = opened(event, officer)
    url, client = reverse("events:results", args=[event.reference]), sign_in(officer)
    answered(questionnaire, *[{"overall": 5, "remarks": "x"}] * 5)
    client.get(url)
    before = cost(client, url)
    answered(questionnaire, *[{"overall": 4, "remarks": "y", "again": "no"}] * 10)
    create_questionnaires(event, by=officer, subject=SubjectKind.EDITION)
    assert (cost(client, url), before <= 12) == (before, True)
