"""The board of arrivals, and the state of a visa: who may, and what is remembered."""

import pytest
from django.core.exceptions import PermissionDenied

from core.models import JournalEntry
from events.actions.travel import open_arrivals, save_travel, set_visa
from events.enums import VisaState
from tests.events.travel.conftest import AGREED, FACTS

pytestmark = pytest.mark.django_db


def entries(row, verb):
    found = JournalEntry.objects.about(row).filter(verb=verb)
    return list(found.values_list("actor__email", "from_state", "to_state", "data"))


def test_opening_the_board_is_one_line_in_the_journal(event, nino, officer, official_ge):
    save_travel(nino, by=official_ge, facts=FACTS, consents=AGREED, seen=None)
    [(person, opened)] = open_arrivals(event, by=officer)
    assert (person, opened.facts["arrives_by"]) == (nino, "KE956")
    assert entries(event, "view_arrivals") == [("officer@centre.example", "", "", {"people": 1})]


def test_an_empty_board_opens_nothing(event, officer):
    assert (open_arrivals(event, by=officer), entries(event, "view_arrivals")) == ([], [])


def test_a_colleague_who_is_not_on_the_travel_desk_opens_nothing(event, nino, colleague):
    with pytest.raises(PermissionDenied):
        open_arrivals(event, by=colleague)


def test_a_visa_moves_and_the_journal_says_from_where(nino, officer, official_by):
    row = set_visa(nino, by=officer, visa=VisaState.LETTER_SENT)
    set_visa(row, by=officer, visa=VisaState.LETTER_SENT)
    with pytest.raises(PermissionDenied):
        set_visa(row, by=official_by, visa=VisaState.GRANTED)
    assert (row.visa, entries(nino, "set_visa")) == (
        "letter_sent",
        [("officer@centre.example", "unknown", "letter_sent", {})],
    )
