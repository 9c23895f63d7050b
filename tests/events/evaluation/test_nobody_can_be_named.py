"""Plants who answers what, and looks for a tie between the two: in every table, in the journal, and in the log."""

import json
import logging

import pytest
from django.db import connection

from core.models import JournalEntry
from events.actions.answering import MIXED, answer_questionnaire
from events.models import Ballot, Response
from tests.events.builders import make_participant

PLANTED = "Die Führung war zu schnell 4711"


def rows_of_the_whole_database():
    """Table by table, every row as text."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT to_jsonb(one)::text FROM "{table}" one')
            for (text,) in cursor.fetchall():
                yield table, text


def system_columns(table):
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT id, xmin::text, ctid::text FROM "{table}" ORDER BY ctid')
        return [(str(pk), xmin, place) for pk, xmin, place in cursor.fetchall()]


def test_the_words_stand_in_one_table_without_a_person(questionnaire, came, official_ge, event):
    others = [make_participant(event) for _number in range(4)]
    for one in others:
        answer_questionnaire(questionnaire, participant=one, answers={"overall": 5})
    answer_questionnaire(questionnaire, participant=came, by=official_ge, answers={"overall": 2, "remarks": PLANTED})
    found = [(table, json.loads(text)) for table, text in rows_of_the_whole_database() if PLANTED in text]
    assert [table for table, _row in found] == ["events_response"]
    [(_table, row)] = found
    assert sorted(row) == ["answers", "day", "id", "questionnaire_id"]
    assert len(row["day"]) == len("2026-11-21")
    ballots = [json.loads(text) for table, text in rows_of_the_whole_database() if table == "events_ballot"]
    assert [sorted(one) for one in ballots] == [["id", "participant_id", "questionnaire_id"]] * 5
    assert {one["id"] for one in ballots}.isdisjoint(
        {row["id"], *map(str, Response.objects.values_list("pk", flat=True))}
    )


def test_the_journal_says_nothing(questionnaire, came, official_ge):
    before = list(JournalEntry.objects.values_list("pk", flat=True))
    answer_questionnaire(questionnaire, participant=came, by=official_ge, answers={"overall": 2})
    assert list(JournalEntry.objects.values_list("pk", flat=True)) == before


def test_the_log_says_nothing_of_the_answer(questionnaire, came, official_ge, page, caplog):
    caplog.set_level(logging.DEBUG)
    answer = page(
        "official_ge",
        f"/events/{questionnaire.event.reference}/questionnaires/{questionnaire.pk}/answer/",
        overall="2",
        remarks=PLANTED,
    )
    assert (answer.status_code, Response.objects.count()) == (302, 1)
    assert [one.getMessage() for one in caplog.records if PLANTED in one.getMessage()] == []
    assert PLANTED not in json.dumps({key: str(value) for key, value in answer.wsgi_request.session.items()})


@pytest.mark.usefixtures("real_commits")
def test_neither_order_nor_transaction_ties_the_rows(cast, officer, event, questionnaire):
    """Each answer in a transaction of its own: beneath the rows all of them look written by the last."""
    people = [make_participant(event) for _number in range(12)]
    assert len(people) <= MIXED
    for number, one in enumerate(people):
        answer_questionnaire(questionnaire, participant=one, answers={"overall": 5, "remarks": f"{number:02}"})
    responses, ballots = system_columns("events_response"), system_columns("events_ballot")
    assert len({xmin for _pk, xmin, _place in ballots}) == len(people)  # the ballots came one by one
    assert len({xmin for _pk, xmin, _place in responses}) == 1  # the responses all at once
    order = [Response.objects.get(pk=pk).answers["remarks"] for pk, _xmin, _place in responses]
    assert (sorted(order), order == sorted(order)) == ([f"{number:02}" for number in range(12)], False)
    assert Ballot.objects.count() == len(people)
