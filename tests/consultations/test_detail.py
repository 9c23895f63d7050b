"""The record of a request, as each reader sees it: at most twelve queries, however long its thread."""

import pytest

from calendars.directory import calendar_of
from consultations.models import Message, MessageText
from consultations.presentation import state
from tests.cast import PEOPLE, sign_in
from tests.consultations import builders as build
from tests.consultations.conftest import words

STATES = list(build.STATES)
READERS = ("official_by", "contact_by", "director_by", "advisor_kr", "director_kr", "officer")


def write(row, author, number):
    """Messages with a translation each, in bulk."""
    messages = Message.objects.bulk_create(
        Message(consultation=row, author=author, author_title=author.title_of_record()) for _ in range(number)
    )
    originals = MessageText.objects.bulk_create(
        MessageText(message=one, language="ko", text=f"글 {one.pk}", by=author) for one in messages
    )
    MessageText.objects.bulk_create(
        MessageText(message=one.message, language="ru", text=f"Текст {one.pk}", by=author, source=one)
        for one in originals
    )


@pytest.mark.parametrize("state", ["registered", "in_check", "answered", "closed"])
def test_twelve_queries_for_everybody_with_one_message_and_with_thirty(
    cast, state, client, django_assert_max_num_queries
):
    row = build.STATES[state](cast)
    url = row.get_absolute_url()
    cost = {}
    sign_in(cast.people["official_by"], client=client)
    client.get(url)  # the register of countries, centres and calendars is read once, and numbers of tables
    calendar_of("KR")
    for number in (1, 29):
        write(row, cast.people["officer"], number)
        for who in READERS:
            sign_in(cast.people[who], client=client)
            with django_assert_max_num_queries(12) as asked:
                status = client.get(url).status_code
            if status == 200:
                cost.setdefault(who, set()).add(len(asked))
    assert {who: len(different) for who, different in cost.items()} == dict.fromkeys(cost, 1)
    assert set(cost) == (set(READERS) if state != "registered" else set(READERS) - {"advisor_kr"})


ASKS = {
    "draft": {"official_by": "submit"},
    "submitted": {"contact_by": "forward"},
    "returned": {"official_by": "submit"},
    "registered": {"director_by": "decide", "director_kr": "decide"},
    "accepted": {"officer": "assign"},
    "in_progress": {"advisor_kr": "write_answer"},
    "in_writing": {"advisor_kr": "write_answer"},
    "waiting": {"official_by": "reply"},
    "in_translation": {"officer": "translate_answer"},
    "in_check": {"officer": "answer"},
    "answered": {"official_by": "accept_answer"},
    "closed": {},
    "declined": {},
    "withdrawn": {},
}


def seers(state):
    """Who sees a request in that state."""
    found = {"official_by"}
    if state != "draft":
        found.add("contact_by")
    if state not in {"draft", "submitted", "returned"}:
        found |= {"officer", "director_by", "director_kr"}
    if state in {"in_progress", "in_writing", "waiting", "in_translation", "in_check", "answered", "closed"}:
        found.add("advisor_kr")
    return found


@pytest.mark.parametrize("state", STATES)
def test_it_opens_asks_one_thing_and_every_button_leads_somewhere(cast, state, client):
    """What it asks stands in the list of waiting things of the very same people, and what it offers opens."""
    row = build.STATES[state](cast)
    met, asked, waits, broken = {}, {}, set(), []
    for who in PEOPLE:
        response = sign_in(cast.people[who], client=client).get(row.get_absolute_url())
        met[who] = response.status_code
        if type(row).objects.visible_to(cast.people[who]).awaiting(cast.people[who]).exists():
            waits.add(who)
        if response.status_code == 200:
            asked |= {who: response.context["ask"].button.name} if response.context["ask"] else {}
            buttons = response.context["buttons"].values()
            broken += [(who, one.name) for one in buttons if client.get(one.url).status_code != 200]
    assert met == {**dict.fromkeys(PEOPLE, 404), **dict.fromkeys(seers(state), 200)}
    assert (asked, waits, broken) == (ASKS[state], set(ASKS[state]), [])


def test_the_history_has_words_for_every_act(cast, closed, screen):
    """A journal entry without a phrase would be a page that fails."""
    lines = [line.words for line in screen("official_by", "detail", closed).context["history"]]
    assert lines == [
        "Answer accepted",
        "Answer sent to the requester",
        "People of the request named",
        "Advisor named",
        "Accepted by both sides",
        "Key turned, to accept: Republic of Korea",
        "Key turned, to accept: Belarus",
        "Registered",
        "Sent to the contact point",
        "Draft begun",
    ]


def test_the_history_keeps_name_and_title_of_the_day(cast, registered, contact_by, screen):
    contact_by.family_name = "Married"
    contact_by.save()
    cast.appointments["contact_by"].title = {"en": "Minister"}
    cast.appointments["contact_by"].save()
    [line] = [
        line for line in screen("official_by", "detail", registered).context["history"] if line.words == "Registered"
    ]
    assert (line.who, str(line.title)) == (
        "Alena Volkava",
        "National Contact Point, Ministry of Communications and Informatization",
    )


def test_the_steps_end_where_the_request_ended(declined, closed, returned):
    def marks(row):
        return [(one.name, one.state) for one in state.stages_of(build.fresh(row), row.due_at)]

    assert marks(declined) == [("Sent", "done"), ("Registered", "done"), ("Declined", "now")]
    assert marks(closed) == [
        ("Sent", "done"),
        ("Registered", "done"),
        ("Agreed by both", "done"),
        ("Answer", "done"),
        ("Accepted", "done"),
        ("Was it used?", "now"),
    ]
    assert marks(returned)[0] == ("Sent", "now")


def test_both_languages_of_an_answer_stand_side_by_side(answered, screen):
    page = words(screen("official_by", "detail", answered))
    assert all(text in page for text in (*build.ANSWERS, build.QUESTIONS[0]))


def test_what_people_wrote_is_text(cast, official_by, screen):
    row = build.in_progress(cast, title="<script>alert(1)</script>", questions=["<b>Как?</b>"])
    build.corresponding.write_message(row, by=official_by, text="<img src=x onerror=alert(2)>", language="ru")
    for name in ("detail", "write_message", "write_answer"):
        page = screen("advisor_kr", name, row).content.decode()
        assert [tag in page for tag in ("<script>alert", "<b>Как", "<img src=x")] == [False] * 3


@pytest.mark.parametrize(
    "handle", ["CR-2026-999", "D-0", "D-999999999999999999", "D-x", "cr-2026-001", "%00", "..", "0"]
)
def test_numbers_that_lead_nowhere(registered, official_by, client, handle):
    assert sign_in(official_by, client=client).get(f"/consultations/{handle}/").status_code == 404
