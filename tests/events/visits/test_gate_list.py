"""The list for the gate: for the travel desk, on record, and no longer than five days after the visit."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from core.models import JournalEntry
from core.refusal import RefusedError
from events.actions.booking import book_seat
from events.actions.gate_lists import make_gate_list, mark_gate_list_sent
from events.actions.travel import save_travel
from events.models import Session, Visit
from events.presentation.travel import openings_of
from events.tasks.visits import gate_lists_due
from tests.events.builders import make_participant
from tests.events.visits.conftest import fresh, journal, limited, make_group
from tests.papers.reading import letters

NUMBER = "M70689098"
CONSENTS = {"general": "agreed", "identifier": "agreed"}


def url(name, *args):
    return reverse(f"events:{name}", args=["E-2031-01", *args])


@pytest.fixture
def passport(nino, official_ge):
    facts = {"passport_number": NUMBER, "nationality": "Georgia"}
    save_travel(nino, by=official_ge, facts=facts, consents=CONSENTS, seen=None)
    return nino


def test_everybody_who_comes_stands_on_it(event, session, visit, passport, officer):
    other = make_participant(event, given_name="Zaza", family_name="Zoidze")
    make_participant(event, given_name="Gone", status="withdrawn")
    lines = make_gate_list(session, by=officer, form="pdf")
    assert [(one.participant, one.nationality, one.number) for one in lines] == [
        (passport, "Georgia", NUMBER),
        (other, "", ""),
    ]
    entry = JournalEntry.objects.about(session).get()
    assert (entry.verb, entry.actor, entry.data) == (
        "make_gate_list",
        officer,
        {"form": "pdf", "people": [passport.pk, other.pk]},
    )
    assert [str(one.words) for one in openings_of(passport)] == ["A list for the gate with your name was made"]


def test_where_seats_are_given_those_with_a_seat(event, session, visit, passport, officer):
    group = make_group(visit, name={"en": "Russian group"})
    make_participant(event)
    book_seat(session, passport, by=officer, group=group)
    assert [(one.participant, one.group) for one in make_gate_list(session, by=officer, form="csv")] == [
        (passport, group)
    ]


def test_a_gate_that_asks_for_no_passport_gets_none(session, visit, passport, officer):
    Visit.objects.update(needs_passport=False)
    lines = make_gate_list(fresh(session), by=officer, form="pdf")
    assert [(one.nationality, one.number) for one in lines] == [("", "")]


@pytest.mark.parametrize("form", ["pdf", "csv"])
def test_the_papers(page, session, visit, passport, form):
    response = page("officer", url(f"gate_list_{form}", session.pk))
    assert response["Cache-Control"] == "private, no-store"
    if form == "pdf":
        text = letters(response.content)
    else:
        text = "".join(b"".join(response.streaming_content).decode().split())
    assert [one for one in (NUMBER, "Nino", passport.family_name, "Georgia") if one not in text] == []


def test_only_the_travel_desk_makes_it(cast, session, visit, passport, colleague):
    may = []
    for who, person in cast.people.items():
        try:
            make_gate_list(session, by=person, form="pdf")
            may.append(who)
        except PermissionDenied:
            continue
    assert may == ["officer"]


def test_five_days_after_the_visit_it_is_gone(page, session, visit, passport, officer):
    with time_machine.travel(session.ends_at + timedelta(days=5, minutes=1)):
        for name in ("gate_list_pdf", "gate_list_csv"):
            response = page("officer", url(name, session.pk))
            assert (response.status_code, "not made any more" in response.content.decode()) == (409, True)
        shown = page("officer", url("gate_list", session.pk)).content.decode()
        assert (NUMBER in shown, "the list is not made any more" in shown) == (False, True)
    assert JournalEntry.objects.about(session).count() == 0


def test_a_cancelled_visit_has_no_list(session, visit, officer):
    Session.objects.update(cancelled_at=timezone.now())
    for act in (
        lambda: make_gate_list(fresh(session), by=officer, form="pdf"),
        lambda: mark_gate_list_sent(fresh(session), by=officer),
    ):
        with pytest.raises(RefusedError, match="The visit is cancelled"):
            act()


def test_the_page_opens_nothing_and_names_who_misses_a_passport(page, session, visit, passport):
    response = page("officer", url("gate_list", session.pk))
    assert (response.context["lacking"], NUMBER in response.content.decode()) == ([passport], False)
    assert journal(session) == []


def test_it_is_marked_as_sent(page, session, visit):
    page("officer", url("mark_gate_list_sent", session.pk), sure="1")
    assert (fresh(visit).gate_list_sent_at is not None, journal(session)) == (
        True,
        [("send_gate_list", "officer@centre.example")],
    )
    assert page("director_kr", url("mark_gate_list_sent", session.pk), sure="1").status_code == 403


def test_the_travel_desk_is_reminded_once_two_working_days_before(session, visit, officer, heard):
    limited(session, None)
    Visit.objects.update(gate_list_due_at=datetime(2031, 5, 2, 8, tzinfo=UTC))  # a Friday afternoon in Seoul
    with time_machine.travel(datetime(2031, 4, 25, 3, tzinfo=UTC), tick=False):  # the Friday before
        assert gate_lists_due() == 0
    with time_machine.travel(datetime(2031, 4, 30, 8, tzinfo=UTC), tick=False):
        assert (gate_lists_due(), gate_lists_due()) == (1, 0)
    assert [(name, said["session"]) for name, said in heard()] == [("gate_list_due", session)]
    assert journal(session) == [("gate_list_due", "")]


def test_who_has_sent_it_is_not_reminded(session, visit, officer):
    Visit.objects.update(gate_list_due_at=datetime(2031, 5, 2, 8, tzinfo=UTC))
    mark_gate_list_sent(session, by=officer)
    with time_machine.travel(datetime(2031, 4, 30, 8, tzinfo=UTC), tick=False):
        assert gate_lists_due() == 0
