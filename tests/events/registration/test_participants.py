"""The people of an event as officers work with them."""

import csv
import io

import pytest
from django.urls import reverse
from pypdf import PdfReader

from core.models import JournalEntry
from events.actions.questions import add_question
from events.models import Participant
from events.presentation import badges, participants
from tests.events.builders import make_delegation, make_participant
from tests.events.registration.conftest import come


@pytest.fixture
def people(forum):
    return [
        come(forum, 1, family_name="Kim", organisation_name="Seoul City", given_name_own="다나", own_language="ko"),
        come(forum, 2, family_name="Lee", organisation_name="=cmd()"),
        come(forum, 3, family_name="Park"),
    ]


def test_who_may_see_it(forum, knock):
    met = knock("participants", forum.reference)
    assert {who for who, status in met.items() if status == 200} == {"officer", "director_by", "director_kr"}
    assert {who for who, status in met.items() if status not in (200, 403)} == {"visitor"}
    met = knock("participants_csv", forum.reference)
    assert {who for who, status in met.items() if status == 200} == {"officer", "director_by", "director_kr"}


def test_narrowed(forum, people, cast, officer, client_of):
    delegation = make_delegation(forum, cast.organisations["agency_ge"])
    nominee = make_participant(forum, delegation=delegation, status="nominated")
    browser, url = client_of(officer), reverse("events:participants", args=[forum.reference])

    def found(**asked):
        return {row.pk for row, _shape in browser.get(url, asked).context["rows"]}

    everybody = {nominee.pk, *(one.pk for one in people)}
    assert found() == found(state="nonsense", country="XX") == everybody
    assert found(state="waiting") == {people[2].pk}
    assert found(country="GE") == found(way="delegation") == {nominee.pk}
    assert found(q="seoul dana") == found(q="다나") == found(q="dana1@kr") == {people[0].pk}
    assert found(q="100%") == set()
    counts = browser.get(url).context["counts"]
    assert [(state, number) for state, _word, number in counts] == [("nominated", 1), ("waiting", 1), ("accepted", 2)]


def test_the_table(forum, people, officer, client_of, monkeypatch):
    officer.language = "en"
    officer.save()
    add_question(forum, by=officer, kind="yes_no", label={"en": "First time"}, hint={}, is_required=False)
    Participant.objects.filter(pk=people[0].pk).update(answers={"first-time": "yes"})
    monkeypatch.setattr(participants, "BATCH", 2)
    response = client_of(officer).get(reverse("events:participants_csv", args=[forum.reference]))
    text = b"".join(response.streaming_content).decode()
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text[1:])))
    assert [row[0] for row in rows] == ["Family name", "Kim", "Lee", "Park"]
    assert (rows[0][-1], rows[1][-1], rows[2][-1]) == ("First time", "Yes", "")
    assert rows[2][5] == "'=cmd()"  # no formula in a spreadsheet
    assert (rows[1][3], rows[1][4], rows[1][8]) == ("dana1@kr.example", "KR", "Accepted")
    entry = JournalEntry.objects.about(forum).get(verb="export_participants")
    assert entry.actor == officer


def test_badges(forum, people, cast, officer, client_of, monkeypatch, knock):
    url = reverse("events:badges", args=[forum.reference])
    browser = client_of(officer)
    response = browser.get(url)
    assert (response["Content-Type"], response["Cache-Control"]) == ("application/pdf", "private, no-store")
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(response.content)).pages)
    assert [one.code in text for one in people] == [True, True, False]  # who waits gets none
    assert "다나" in text
    chosen = browser.get(url, {"chosen": [people[1].pk, people[2].pk]})
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(chosen.content)).pages)
    assert [one.code in text for one in people] == [False, True, False]
    monkeypatch.setattr(badges, "PART", 1)
    page = browser.get(reverse("events:participants", args=[forum.reference]))
    assert page.context["badge_files"] == badges.Files(2, [(1, 1, 1), (2, 2, 2)])
    second = browser.get(url, {"part": "2"})
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(second.content)).pages)
    assert [one.code in text for one in people] == [False, True, False]
    assert [browser.get(url, {"part": part}).status_code for part in ("3", "99999")] == [404, 404]
    met = knock("badges", forum.reference)
    assert {who for who, status in met.items() if status == 200} == {"officer"}


def test_badges_of_a_crowd_are_asked_for_by_number(forum, people, officer, client_of, monkeypatch):
    """The page does not grow with the crowd."""
    assert badges.files_of(0) == badges.Files(0, [])
    assert badges.files_of(97) == badges.Files(2, [(1, 1, 96), (2, 97, 97)])
    assert badges.files_of(20_000) == badges.Files(209, [])
    monkeypatch.setattr(badges, "PART", 1)
    monkeypatch.setattr(badges, "LISTED", 1)
    browser, url = client_of(officer), reverse("events:badges", args=[forum.reference])
    page = browser.get(reverse("events:participants", args=[forum.reference])).content.decode()
    form = page[page.index(f'action="{url}"') :]
    form = form[: form.index("</form>")]
    assert [mark in form for mark in ('name="part"', 'min="1"', 'max="2"')] == [True, True, True]
    assert "?part=" not in page
    assert [browser.get(url, {"part": part}).status_code for part in ("1", "2", "3")] == [200, 200, 404]


def test_what_a_badge_says(forum, people, cast):
    delegation = make_delegation(forum, cast.organisations["agency_ge"])
    head = make_participant(forum, delegation=delegation, status="nominated")
    member = make_participant(forum, delegation=delegation, status="nominated")
    delegation.head = head
    delegation.save()
    rows = {one.pk: badges.badge_of(forum, one) for one in forum.participants.select_related("delegation")}
    assert [rows[one.pk].role for one in (people[0], head, member)] == ["Participant", "Head of delegation", "Delegate"]
    assert rows[people[0].pk].link == (
        f"http://localhost:8000/events/{forum.reference}/attendance/code/?code={people[0].code}"
    )
