from datetime import date

import pytest

from calendars.decree import read_decree
from core.refusal import RefusedError


def test_lines_of_a_decree():
    text = """
    с понедельника 10.05.2027 на субботу 15.05.2027
    2027-09-17
    + 4.12.2027
    """
    assert read_decree(text) == {
        date(2027, 5, 10): False,
        date(2027, 5, 15): True,
        date(2027, 9, 17): False,
        date(2027, 12, 4): True,
    }


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("2027-05-10\n\nMay 11", "Line 3 must hold one date or two."),
        ("2027-05-10 2027-05-11 2027-05-12", "Line 1 must hold one date or two."),
        ("31.04.2027", "Line 1 holds a date that does not exist."),
        ("2027-05-10\n10.05.2027", "Line 2 names a date for the second time."),
    ],
)
def test_refusals(text, sentence):
    with pytest.raises(RefusedError) as refused:
        read_decree(text)
    assert str(refused.value.message) == sentence
