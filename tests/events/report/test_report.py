"""The report of an edition: its figures are those of the rows, and the same on the page, in PDF and in DOCX."""

import io
from datetime import timedelta

import docx
import pypdf
import pytest
from django.urls import reverse
from django.utils import timezone

from events.enums import EventStatus, OutcomeKind, OutcomeStatus, SubjectKind
from events.models import Attendance, Ballot, Event, Outcome, Question, Questionnaire, Response
from events.presentation.report import counted
from tests.cast import cost, sign_in
from tests.events.builders import make_delegation, make_event, make_participant, make_stop

pytestmark = pytest.mark.django_db


@pytest.fixture
def past(cast, centre, officer):
    """Two days last week, three people of one delegation who were there on four of six days."""
    first = timezone.localdate() - timedelta(days=7)
    event = make_event(centre, quota=3, starts_on=first, ends_on=first + timedelta(days=1), status=EventStatus.CLOSED)
    make_stop(event)
    delegation = make_delegation(event, cast.organisations["agency_ge"], quota=3)
    people = [make_participant(event, delegation=delegation, status="attended") for _ in range(3)]
    make_participant(event, delegation=delegation, status="withdrawn")
    for number, person in enumerate(people):
        for day in range(2 if number else 0, 2) or range(2):
            if number < 2:
                Attendance.objects.create(participant=person, day=first + timedelta(days=day), means="list", by=officer)
    due = {"country_id": "GE", "due_on": first}
    Outcome.objects.create(
        event=event,
        kind=OutcomeKind.ACTION,
        number=1,
        text={"en": "Send the draft standard."},
        status=OutcomeStatus.DONE,
        settled_at=timezone.now(),
        **due,
    )
    Outcome.objects.create(event=event, kind=OutcomeKind.ACTION, number=2, text={"en": "Name an expert."}, **due)
    return Event.objects.get(pk=event.pk)


def answers(event, count, value):
    asked = Questionnaire.objects.create(
        event=event,
        subject=SubjectKind.EDITION,
        title={"en": "The whole programme"},
        status="open",
        opened_at=timezone.now(),
    )
    Question.objects.create(questionnaire=asked, key="overall", text={"en": "How was it?"})
    for _ in range(count):
        Response.objects.create(questionnaire=asked, answers={"overall": value})
        Ballot.objects.create(questionnaire=asked, participant=make_participant(event))


def test_the_figures_are_those_of_the_rows(past):
    found = counted(past)
    assert (found.people, found.present, found.expected, found.attendance) == (3, 4, 6, 67)
    assert [(state.name["en"], state.people, state.bodies) for state in found.states] == [("Georgia", 3, 1)]
    assert [(one.number, one.status) for one in found.outcomes] == [(1, "done"), (2, "open")]


def test_fewer_than_five_answers_are_nobodys_business(past):
    answers(past, 4, 5)
    assert [one.mean for one in counted(past).results] == [None]


def test_five_answers_are_a_mean(past):
    answers(past, 5, 4)
    assert [(one.answered, one.mean) for one in counted(Event.objects.get(pk=past.pk)).results] == [(5, 4.0)]


def test_a_mean_is_rounded_not_cut(client, officer, past):
    answers(past, 5, 4)
    asked = Questionnaire.objects.get()
    Response.objects.bulk_create([Response(questionnaire=asked, answers={"overall": 5}) for _ in range(3)])
    sign_in(officer, client=client)
    page = client.get(reverse("events:report", args=[past.reference]) + "?language=en").content.decode()
    assert [said in page for said in ("4.4</td>", "4.3</td>")] == [True, False]  # 35 of 8 answers


def test_page_pdf_and_docx_say_the_same(client, officer, past):
    sign_in(officer, client=client)
    page = client.get(reverse("events:report", args=[past.reference]) + "?language=en").content.decode()
    pdf = client.get(reverse("events:report_pdf", args=[past.reference]) + "?language=en")
    word = client.get(reverse("events:report_docx", args=[past.reference]) + "?language=en")
    content = b"".join(pdf.streaming_content) if pdf.streaming else pdf.content
    printed = " ".join("\n".join(one.extract_text() for one in pypdf.PdfReader(io.BytesIO(content)).pages).split())
    content = b"".join(word.streaming_content) if word.streaming else word.content
    document = docx.Document(io.BytesIO(content))
    written = "\n".join(
        [one.text for one in document.paragraphs]
        + [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    )
    for said in ("67 %", "Georgia", "Send the draft standard.", "1 of 2 actions are carried out."):
        assert [said in text.replace("\xa0", " ") for text in (page, printed, written)] == [True] * 3, said


def test_the_languages_of_both_sides(client, officer, past):
    sign_in(officer, client=client)
    for language in ("ru", "be", "ko"):
        answer = client.get(reverse("events:report_pdf", args=[past.reference]) + f"?language={language}")
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert pypdf.PdfReader(io.BytesIO(content)).trailer["/Root"]["/Lang"] == language


def test_who_reads_it(cast, client, past):
    url = reverse("events:report", args=[past.reference])
    met = {}
    for who in ("officer", "director_kr", "advisor_kr", "contact_ge", "official_ge", "official_by"):
        met[who] = sign_in(cast.people[who], client=client).get(url).status_code
    assert met == {
        "officer": 200,
        "director_kr": 200,
        "advisor_kr": 200,
        "contact_ge": 200,
        "official_ge": 200,
        "official_by": 403,
    }


def test_the_price_does_not_grow(client, officer, past):
    sign_in(officer, client=client)
    url = reverse("events:report", args=[past.reference])
    client.get(url)
    first = cost(client, url)
    answers(past, 6, 4)
    answered = cost(client, url)
    answers(past, 6, 3)
    assert (first <= 12, answered <= 12, cost(client, url)) == (True, True, answered)
