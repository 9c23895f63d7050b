"""Who is told of texts that wait for publication, and of those that come back."""

from pages.actions.publishing import propose, publish, send_back, withdraw
from pages.actions.writing import edit_text
from people.models import User
from tests.pages.builders import make_draft, words

DIRECTORS = ["director@by.example", "director@kr.example"]


def test_those_who_may_publish_are_told_and_nobody_else(cast, officer, told, letters):
    User.objects.update(language="en")
    propose(make_draft(cast), by=officer)
    assert told() == {"page_proposed": DIRECTORS}
    assert "“A centre opens” waits for publication." in letters()["director@kr.example"].body


def test_whoever_wrote_a_part_may_not_publish_and_is_not_asked(cast, officer, director_by, told):
    row = make_draft(cast)
    edit_text(row, by=director_by, language="be", seen=0, shown=1, **words("be"))
    propose(row, by=officer)
    assert told() == {"page_proposed": ["director@kr.example"]}


def test_a_letter_that_comes_too_late_is_not_sent(cast, officer, director_by, told, letters):
    row = make_draft(cast)
    propose(row, by=officer)
    publish(row, by=director_by)
    assert list(letters()) == []


def test_reasons_go_to_whoever_wrote(cast, officer, director_by, told, quiet, letters):
    row = make_draft(cast)
    propose(row, by=officer)
    quiet()
    send_back(row, by=director_by, reason="Say who signed.")
    assert told() == {"page_returned": ["officer@centre.example"]}
    assert "Say who signed." in letters()["officer@centre.example"].body


def test_publication_and_withdrawal_are_no_letters(cast, officer, director_by, told, quiet):
    row = make_draft(cast)
    propose(row, by=officer)
    quiet()
    publish(row, by=director_by)
    withdraw(row, by=director_by, reason="Wrong.")
    assert told() == {}
