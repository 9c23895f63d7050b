"""The list: what each reader sees, narrowed, searched, ordered, in pages; at one price."""

from datetime import timedelta

import pytest
import time_machine
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from calendars.directory import calendar_of
from consultations.models import Consultation
from tests.cast import PEOPLE, sign_in
from tests.consultations import builders as build
from tests.consultations.conftest import words

URL = reverse("consultations:list")


@pytest.fixture
def listed(cast, client):
    """`listed("officer", state="all")`: the handles of the rows, in their order."""

    def ask(who, **asked):
        return [row.handle for row, _state in sign_in(cast.people[who], client=client).get(URL, asked).context["rows"]]

    return ask


@pytest.fixture
def all_states(cast):
    """A request in every state, by the name of its state."""
    return {name: make(cast) for name, make in build.STATES.items()}


def names(handles, rows):
    by_handle = {build.fresh(row).handle: name for name, row in rows.items()}
    return {by_handle[handle] for handle in handles}


ENDED = {"closed", "declined", "withdrawn"}
UNREGISTERED = {"draft", "submitted", "returned"}
PREPARED = {"in_progress", "in_writing", "waiting", "in_translation", "in_check", "answered"}


def test_each_reader_by_state_and_by_move(all_states, listed):
    """Everybody sees his own; what waits for him and what waits for others is all that is open, and never both."""
    everything = set(all_states)
    seen = {
        "official_by": everything,
        "contact_by": everything - {"draft"},
        "director_by": everything - UNREGISTERED,
        "director_kr": everything - UNREGISTERED,
        "officer": everything - UNREGISTERED,
        "advisor_kr": PREPARED | {"closed"},
    }
    mine = {
        "official_by": {"draft", "returned", "waiting", "answered"},
        "contact_by": {"submitted"},
        "director_by": {"registered"},
        "director_kr": {"registered"},
        "officer": {"accepted", "in_translation", "in_check"},
        "advisor_kr": {"in_progress", "in_writing"},
    }
    for who in PEOPLE:
        all_, own = seen.get(who, set()), mine.get(who, set())
        wanted = {
            "all": all_,
            "open": all_ - ENDED,
            "": all_ - ENDED,
            "nonsense": all_ - ENDED,
            "answered": all_ & {"answered", "closed"},
            "ended": all_ & {"declined", "withdrawn"},
            "mine": own,
            "others": all_ - ENDED - own,
        }
        states = wanted if all_ else ["all"]
        assert {state: names(listed(who, state=state), all_states) for state in states} == {
            state: wanted[state] for state in states
        }, who


def test_a_key_that_is_turned_waits_for_the_other(cast, registered, director_by, listed):
    build.deciding.decide(registered, by=director_by, accepts=True)
    assert [listed(who, state="mine") for who in ("director_by", "director_kr")] == [[], [registered.handle]]
    assert listed("director_by", state="others") == [registered.handle]


def test_by_subject_type_and_country(cast, listed):
    cloud = build.registered(cast)
    visit = build.registered(cast, type="study_visit", topic=build.topic("Registers"))
    georgian = build.registered(cast, by="official_ge")
    assert listed("officer", topic=build.topic("Registers").pk) == [visit.handle]
    assert listed("officer", type="study_visit") == [visit.handle]
    assert listed("officer", country="GE") == [georgian.handle]
    assert listed("officer", country="BY", type="written_opinion") == [cloud.handle]
    assert len(listed("officer", country="ZZ", topic="x", type="\x00")) == 3  # nonsense counts as not chosen


def test_by_words_and_number(cast, listed):
    first, second = build.registered(cast), build.registered(cast, title="Реестр населения")
    found = {
        text: listed("officer", q=text) for text in ("реестра", "облачной", "CR-2026-002", "cr-2026", "%", "", "\x00")
    }
    assert found == {
        "реестра": [second.handle],
        "облачной": [first.handle],
        "CR-2026-002": [second.handle],
        "cr-2026": [second.handle, first.handle],
        "%": [],
        "": [second.handle, first.handle],
        "\x00": [second.handle, first.handle],
    }


def test_by_due_time(cast, listed):
    late, soon = build.submitted(cast), build.submitted(cast)
    build.draft(cast)
    now = timezone.now()
    Consultation.objects.filter(pk=late.pk).update(due_at=now - timedelta(hours=1))
    Consultation.objects.filter(pk=soon.pk).update(due_at=now + timedelta(days=6))
    far = build.submitted(cast)
    Consultation.objects.filter(pk=far.pk).update(due_at=now + timedelta(days=8))
    assert listed("official_by", due="late") == [late.handle]
    assert listed("official_by", due="week") == [soon.handle]
    assert listed("official_by", order="due") == [late.handle, soon.handle, far.handle]


def test_the_last_change_comes_first_and_pages_turn(cast, official_by, client):
    with time_machine.travel(timezone.now(), tick=False) as clock:
        made = []
        for _ in range(27):
            clock.shift(timedelta(minutes=1))
            made.append(build.empty(cast).handle)
    client = sign_in(official_by, client=client)
    first = client.get(URL).context["page"]
    second = client.get(f"{URL}?{first.older}").context["page"]
    assert [[row.handle for row in page.rows] for page in (first, second)] == [made[:1:-1], made[1::-1]]
    back = client.get(f"{URL}?{second.newer}").context["page"]
    assert ([row.handle for row in back.rows], back.newer) == (made[:1:-1], "")


def test_what_was_chosen_can_be_taken_back(cast, registered, client):
    client = sign_in(cast.people["officer"], client=client)
    chosen = client.get(URL, {"state": "mine", "country": "BY", "q": "x", "older": "y"}).context["chosen"]
    assert sorted(query for _words, query in chosen) == [
        "country=BY&q=x&state=all",
        "state=mine&country=BY",
        "state=mine&q=x",
    ]


def test_a_draft_without_a_title_has_words_in_its_place(cast, official_by, client):
    build.empty(cast)
    type(official_by).objects.update(language="en")
    assert "Draft without a title" in words(sign_in(official_by, client=client).get(URL))


def warm():
    for code in ("BY", "KR", "GE"):
        calendar_of(code)


def test_one_price_for_one_row_and_for_three(cast, client, django_assert_max_num_queries):
    """And never more than twelve queries: the list in both orders, the desk, the search; for everybody."""
    people = ("official_by", "contact_by", "director_kr", "officer", "advisor_kr", "admin_user")
    urls = (f"{URL}?state=all", f"{URL}?state=mine&order=due", "/desk/", "/search/?q=облачная")

    def cost():
        found = {}
        for who in people:
            sign_in(cast.people[who], client=client)
            for url in urls:
                warm()
                with django_assert_max_num_queries(12) as asked:
                    assert client.get(url).status_code == 200
                found[who, url] = len(asked)
        return found

    build.in_writing(cast)
    client.get("/")
    ContentType.objects.get_for_models(*apps.get_models())  # read once by each process
    cost()  # a visit to the desk is written down once in half an hour
    one = cost()
    for _ in range(2):
        build.in_writing(cast)
    assert cost() == one


def test_a_visitor_signs_in_first(client, db):
    cache.clear()
    assert client.get(URL)["Location"] == f"/account/login/?next={URL}"
