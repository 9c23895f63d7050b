"""Who opens travel facts stands in the journal; who may not meets 404 or 403, and no trace of them anywhere."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from core.models import JournalEntry
from core.refusal import RefusedError
from events.actions import travel
from events.enums import Duty, ParticipantStatus, VisaState
from events.models import EventOfficer, Participant, TravelFile
from events.presentation.travel import openings_of
from people.enums import Function
from people.models import Centre
from tests.cast import PEOPLE, cost, sign_in
from tests.events.builders import make_delegation, make_event, make_participant
from tests.events.travel.conftest import FACTS, NUMBER, event_moment, journal, saved
from tests.factories import appoint, make_user
from tests.papers.reading import letters


def url(name: str, *args: Any) -> str:
    return reverse(f"events:{name}", args=["E-2031-01", *args])


def doors(**opened: int) -> dict[str, int]:
    return {**dict.fromkeys((*PEOPLE, "colleague"), 404), "": 302, **opened}


@pytest.mark.parametrize("name", ["travel_file", "edit_travel", "visa_letter"])
def test_only_the_person_and_the_travel_desk_open_them(cast, page, nino, official_ge, colleague, name):
    """Officers, co-directors and the body that sent the person see that he comes, and meet 403; others meet 404."""
    saved(nino, official_ge)
    met = {who: page(who, url(name, nino.pk)).status_code for who in (*cast.people, "")}
    assert met == doors(officer=200, official_ge=200, colleague=403, director_by=403, director_kr=403, contact_ge=403)


@pytest.mark.parametrize("name", ["travel", "arrivals", "remind_travel"])
def test_only_the_travel_desk_opens_its_pages(cast, page, nino, colleague, name):
    others = dict.fromkeys((*PEOPLE, "colleague"), 403)
    met = {who: page(who, url(name)).status_code for who in (*cast.people, "")}
    assert met == {**others, "officer": 200, "": 302}


def test_the_travel_desk_of_another_event_opens_nothing(cast, page, nino, official_ge, colleague):
    saved(nino, official_ge)
    EventOfficer.objects.create(event=make_event(cast.centre), user=colleague, duty=Duty.TRAVEL)
    assert [page("colleague", url(name, nino.pk)).status_code for name in ("travel_file", "edit_travel")] == [403, 403]


def test_another_centres_officer_and_an_evaluator_open_nothing(cast, page, nino, official_ge):
    """Not even if somebody names the officer of another centre: the rule asks for an appointment to this one."""
    saved(nino, official_ge)
    organisation = cast.organisations["agency_ge"]
    centre = Centre.objects.create(
        name={"en": "Other"},
        short_name={"en": "Other"},
        acronym="OC",
        side_a_id="GE",
        side_b_id="KR",
        organisation=organisation,
    )
    for name, function, at in (("stranger", Function.OFFICER, centre), ("evaluator", Function.EVALUATOR, cast.centre)):
        cast.people[name] = make_user(email=f"{name}@other.example")
        appoint(cast.people[name], function, organisation, centre=at, is_primary=True)
    EventOfficer.objects.create(event=nino.event, user=cast.people["stranger"], duty=Duty.TRAVEL)
    names = ("travel_file", "edit_travel", "visa_letter")
    met = {who: [page(who, url(name, nino.pk)).status_code for name in names] for who in ("stranger", "evaluator")}
    assert met == {"stranger": [404] * 3, "evaluator": [404] * 3}
    assert [page(who, url("arrivals")).status_code for who in ("stranger", "evaluator")] == [403, 403]


def test_another_participant_and_another_delegation_open_nothing(cast, event, page, nino, official_ge, official_by):
    saved(nino, official_ge)
    delegation = make_delegation(event, cast.organisations["services_by"])
    make_participant(event, delegation=delegation, user=official_by, email=official_by.email, country_id="BY")
    met = [
        page("official_by", url(name, nino.pk)).status_code for name in ("travel_file", "edit_travel", "visa_letter")
    ]
    assert met == [404, 404, 404]


def test_each_opening_by_another_is_kept_and_the_person_reads_it(page, nino, official_ge):
    saved(nino, official_ge)
    before = len(journal(nino))
    assert NUMBER in page("official_ge", url("travel_file", nino.pk)).content.decode()
    assert len(journal(nino)) == before
    assert NUMBER in page("officer", url("travel_file", nino.pk)).content.decode()
    page("officer", url("edit_travel", nino.pk))
    page("officer", url("visa_letter", nino.pk))
    page("officer", url("arrivals"))
    assert journal(nino)[before:] == [
        ("view_travel", "officer@centre.example"),
        ("view_travel", "officer@centre.example"),
        ("write_visa_letter", "officer@centre.example"),
    ]
    assert [str(one.words) for one in openings_of(nino)] == [
        "The journeys of all participants were opened",
        "Your visa support letter was written",
        "Your travel facts were opened",
        "Your travel facts were opened",
    ]
    shown = page("official_ge", url("travel_file", nino.pk)).content.decode()
    assert ("The journeys of all participants were opened, Iryna Lis" in shown, shown.count("Iryna Lis")) == (True, 4)


def test_where_there_is_nothing_nothing_is_opened(page, nino):
    assert "No travel facts" not in page("officer", url("travel_file", nino.pk)).content.decode()
    assert journal(nino) == []


def test_the_person_fills_it_in(page, nino):
    sent = {
        "consent_general": "agreed",
        "consent_identifier": "agreed",
        "passport_number": NUMBER,
        "arrives_at": "2031-05-04T11:30",
        "nationality": "Georgia",
    }
    response = page("official_ge", url("edit_travel", nino.pk), **sent)
    assert (response.status_code, response.url) == (302, url("travel_file", nino.pk))
    opened = travel.open_travel(nino, by=nino.user)
    assert opened.facts == {
        "passport_number": NUMBER,
        "arrives_at": FACTS["arrives_at"],  # half past eleven in Seoul, wherever it was typed
        "nationality": "Georgia",
    }
    shown = page("official_ge", url("edit_travel", nino.pk)).content.decode()
    assert ('value="2031-05-04T11:30"' in shown, "In the time of Asia/Seoul." in shown) == (True, True)


def test_what_is_written_without_consent_comes_back_with_a_sentence(page, nino):
    response = page("official_ge", url("edit_travel", nino.pk), passport_number=NUMBER, consent_identifier="refused")
    shown = response.content.decode()
    assert "This is kept with consent only: agree, or leave it empty: Number of the passport." in shown
    assert (f'value="{NUMBER}"' in shown, TravelFile.objects.exists()) == (True, False)


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"passport_expires_on": "2031-05-09"}, "The passport ends before the event does: it has to be renewed."),
        ({"arrives_at": "2031-05-04T10:00", "departs_at": "2031-05-03T10:00"}, "One leaves after one has arrived."),
        ({"hotel_from": "2031-05-04", "hotel_until": "2031-05-04"}, "One leaves the hotel after the first night."),
        ({"arrives_at": "2030-05-04T10:00"}, "This is far from the days of the event. Check the year."),
        ({"birth_on": "2999-01-01"}, "Nobody is born tomorrow: write the date of birth."),
    ],
)
def test_days_that_cannot_be_are_refused(page, nino, sent, sentence):
    response = page("official_ge", url("edit_travel", nino.pk), consent_general="agreed", **sent)
    assert (sentence in response.content.decode(), TravelFile.objects.exists()) == (True, False)


def test_the_visa_support_letter_says_who_comes_with_which_passport(page, nino, official_ge):
    saved(nino, official_ge)
    response = page("official_ge", url("visa_letter", nino.pk) + "?language=en")
    assert response["Cache-Control"] == "private, no-store"
    text = letters(response.content)
    wanted = (
        "Nino",
        nino.family_name,
        NUMBER,
        "Georgia",
        "Kutaisi",
        "3Feb1984",
        "5May2031–9May2031",
        "Seoul",
        "LeeHajun",
    )
    assert [one for one in wanted if one.replace(" ", "") not in text] == []


def test_no_letter_without_a_place_or_a_passport(nino, official_ge):
    with pytest.raises(RefusedError, match="Some are missing"):
        travel.open_for_visa_letter(nino, by=official_ge)
    saved(nino, official_ge, birth_on=None)
    with pytest.raises(RefusedError, match="Some are missing"):
        travel.open_for_visa_letter(nino, by=official_ge)
    saved(nino, official_ge)
    Participant.objects.update(status=ParticipantStatus.RESERVE)
    with pytest.raises(RefusedError, match="Only for people who are accepted"):
        travel.open_for_visa_letter(Participant.objects.get(pk=nino.pk), by=official_ge)


def test_the_visa_is_set_by_the_travel_desk(page, nino):
    page("officer", url("set_visa", nino.pk), visa="letter_sent")
    assert Participant.objects.get(pk=nino.pk).visa == VisaState.LETTER_SENT
    assert page("official_ge", url("set_visa", nino.pk), visa="granted").status_code == 403
    assert journal(nino) == [("set_visa", "officer@centre.example")]


def test_the_board_shows_who_misses_what(event, page, nino, official_ge):
    saved(nino, official_ge)
    make_participant(event, given_name="Zaza", family_name="Zoidze", visa=VisaState.GRANTED)
    make_participant(event, given_name="Gone", family_name="Gonadze", status=ParticipantStatus.WITHDRAWN)
    response = page("officer", url("travel"))
    assert [
        (row.participant.given_name, [str(cell.words) for cell in row.cells]) for row in response.context["rows"]
    ] == [
        ("Nino", ["In", "In", "Missing", "Not known yet"]),
        ("Zaza", ["Missing", "Missing", "Missing", "Granted"]),
    ]
    assert response.context["counts"] == {"people": 2, "passport": 1, "arrival": 1, "departure": 0, "visa": 1}
    assert JournalEntry.objects.about(event).count() == 0
    saved(nino, official_ge, departs_at=event_moment(9))
    Participant.objects.filter(pk=nino.pk).update(visa=VisaState.NOT_NEEDED)
    narrowed = page("officer", url("travel") + "?missing")
    assert [row.participant.given_name for row in narrowed.context["rows"]] == ["Zaza"]


def test_arrivals_by_day_cost_one_line_of_the_journal(event, page, nino, official_ge, officer):
    saved(nino, official_ge)
    other = make_participant(event, given_name="Zaza")
    saved(other, officer, arrives_at=event_moment(4), diet="No pork")
    response = page("officer", url("arrivals"))
    days = [(one.on, [journey.participant.given_name for journey in one.arrivals]) for one in response.context["days"]]
    assert days == [(date(2031, 5, 4), ["Nino", "Zaza"])]
    assert [(diet, len(people)) for diet, people in response.context["diets"]] == [("No pork", 2)]
    assert journal(event) == [("view_arrivals", "officer@centre.example")]


@pytest.mark.parametrize("name", ["travel", "arrivals"])
def test_the_pages_of_the_desk_cost_the_same_for_many(event, client, officer, name):
    client = sign_in(officer, client=client)
    saved(make_participant(event), officer)
    client.get(url(name))
    first = cost(client, url(name))
    for _number in range(3):
        saved(make_participant(event), officer)
    assert cost(client, url(name)) == first
    assert first <= 12
