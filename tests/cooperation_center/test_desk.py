"""The desk of everybody: what lies on it, and within its queries, whatever it lays down and the news speaks of."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cooperation_center.days_ahead import soon_until
from core import desk as desks
from core.desk import panels
from notifications.actions.visiting import note_visit
from notifications.models import DeskVisit, Notification
from people.models import User
from practices.enums import Status
from tests.agreements.builders import make_agreement, make_commitment
from tests.cast import cost, sign_in
from tests.consultations import builders as requests
from tests.events.builders import make_event
from tests.practices.builders import make_practice
from tests.projects.builders import make_decision, make_project

MOST = 12


@pytest.fixture
def records(cast):
    """A record of each of seven kinds."""
    agreement = make_agreement(cast.centre, cast.people["officer"])
    return {
        "consultation_registered": requests.registered(cast),
        "project_approved": make_project(cast),
        "event_announced": make_event(cast.centre),
        "practice_published": make_practice(
            cast.centre, cast.organisations["services_by"], cast.people["official_by"], status=Status.PUBLISHED
        ),
        "agreement_recorded": agreement,
        "commitment_reported": make_commitment(agreement),
        "decision_adopted": make_decision(cast.centre, cast.people["officer"]),
    }


def tell(user, records):
    """A line of the inbox about each record, and nothing else."""
    Notification.objects.filter(user=user).delete()
    add(user, records)


def add(user, records):
    Notification.objects.bulk_create(
        Notification(
            user=user,
            kind=kind,
            event=f"test:{kind}:{number}",
            content_type=ContentType.objects.get_for_model(record),
            object_id=record.pk,
            context={"people": {"by": user.pk}},
        )
        for number, (kind, record) in enumerate(records)
    )


def spent(user):
    user = User.objects.get(pk=user.pk)
    with CaptureQueriesContext(connection) as queries:
        shown = panels["visit"](user, 9).inbox
        assert [bool(one.headline) for one in shown] == [True] * len(shown)
    return [one.may_see for one in shown], len(queries)


def test_news_of_seven_kinds_costs_what_news_of_one_kind_costs(records, director_by):
    one = [("consultation_registered", records["consultation_registered"])]
    tell(director_by, one)
    spent(director_by)  # content types are read once
    seen, few = spent(director_by)
    tell(director_by, records.items())
    all_seen, many = spent(director_by)
    assert (seen, all_seen) == ([True], [True] * 7)
    assert many == few


def test_a_page_of_the_inbox_costs_the_same_for_one_kind_and_for_seven(records, director_by):
    client = sign_in(director_by)
    tell(director_by, [("project_approved", records["project_approved"])])
    cost(client, "/inbox/")
    few = cost(client, "/inbox/")
    tell(director_by, records.items())
    assert cost(client, "/inbox/") == few <= MOST


def test_the_desk_of_everybody_stays_within_its_queries(records, cast):
    spent_by = {}
    for key, user in cast.people.items():
        tell(user, records.items())
        client = sign_in(user)
        client.get("/desk/")
        spent_by[key] = cost(client, "/desk/")
    assert {key: number for key, number in spent_by.items() if number > MOST} == {}
    assert spent_by["director_by"] == spent_by["director_kr"]


def test_all_apps_together_are_one_query(records, director_by):
    director = User.objects.get(pk=director_by.pk)
    alone = {source.name: source.lay(director, 20) for source in desks.sources.values()}
    with CaptureQueriesContext(connection) as queries:
        together = {source.name: one for source, one in desks.lay_all(director, 20)}
    assert together == alone
    assert len(queries) == 1
    assert {name for name, one in together.items() if one.mine} >= {"consultations"}


@pytest.fixture
def page(client_of):
    """`page(user)`: the desk in English, as that person sees it."""

    def shown(user):
        User.objects.update(language="en")
        return client_of(User.objects.get(pk=user.pk)).get("/desk/").content.decode()

    return shown


def part(text, heading):
    """What stands under a heading, as words."""
    if f">{heading}</h2>" not in text:
        return ""
    under = text.split(f">{heading}</h2>", 1)[1].split("</section>", 1)[0]
    return " ".join(re.sub(r"<[^>]+>", " ", under).split())


def test_drafts_stand_apart_and_do_not_wait(cast, page, official_by, officer):
    draft, returned = requests.draft(cast), requests.returned(cast, title="Возвращённый запрос")
    text = page(official_by)
    assert draft.handle in part(text, "My drafts")
    assert returned.handle not in part(text, "My drafts")
    assert returned.handle in part(text, "Waiting for me")
    assert draft.handle not in part(text, "Waiting for me")
    assert "1 thing waits for you." in text
    assert part(page(officer), "My drafts") == ""


def test_the_menu_counts_what_waits_on_the_desk_only(cast, page, client_of, contact_by):
    requests.submitted(cast)
    text = page(contact_by)
    counted = re.findall(
        r'href="(/[a-z/]+)"[^>]*>[^<]+<span class="num">(\d+)<span class="visually-hidden"> ([^<]+)<', text
    )
    assert ("/consultations/", "1", "waiting for you") in counted
    assert [path for path, _number, word in counted if word == "waiting for you"] == ["/consultations/"]
    assert "waiting for you" not in client_of(contact_by).get("/inbox/").content.decode().split("</nav>")[0]


def test_due_soon_is_counted_in_joint_working_days(cast, centre):
    """Five days of both sides: 25 December is a day off in both, 1 January too, 7 January in Belarus."""
    friday = datetime(2026, 12, 18, 8, tzinfo=UTC)
    assert soon_until(friday, centre).date().isoformat() == "2026-12-28"
    assert soon_until(friday, None) == friday + timedelta(days=7)


def test_the_next_joint_hours_on_both_clocks(cast, page, director_by, director_kr):
    with time_machine.travel("2026-11-20 08:40Z", tick=False):  # Friday, 11:40 in Minsk: twenty minutes are left
        ours, theirs = part(page(director_by), "Next joint hours"), part(page(director_kr), "Next joint hours")
    assert ours.startswith("Mon 23 Nov 2026 09:00–12:00 Minsk 15:00–18:00 Seoul Tue 24 Nov 2026")
    assert theirs.startswith("Mon 23 Nov 2026 15:00–18:00 Seoul 09:00–12:00 Minsk Tue 24 Nov 2026")
    with time_machine.travel("2026-11-23 07:00Z", tick=False):
        assert part(page(director_by), "Next joint hours").startswith("Mon 23 Nov 2026 10:00–12:00 Minsk 16:00–18:00")


def test_what_changed_since_the_last_visit(records, cast, page, director_by):
    with time_machine.travel("2026-11-20 08:00Z", tick=False) as clock:
        tell(director_by, [("project_approved", records["project_approved"])])
        assert part(page(director_by), "Changed since your last visit") == ""  # the first visit
        clock.move_to("2026-11-23 08:00Z")
        told = [("project_started", records["project_approved"]), ("event_announced", records["event_announced"])]
        add(director_by, [*told, ("project_suspended", records["project_approved"])])
        clock.move_to("2026-11-23 08:10Z")
        changed = part(page(director_by), "Changed since your last visit")
        project, event = records["project_approved"].reference, records["event_announced"].reference
        assert changed.startswith("20 Nov 2026, 11:00 Minsk , 17:00 Seoul The project is interrupted")
        assert (changed.count(project), changed.count(event), "1 more change" in changed) == (1, 1, True)
        assert changed.index(project) < changed.index(event)
        clock.move_to("2026-11-23 08:30Z")  # the same visit
        assert project in part(page(director_by), "Changed since your last visit")
        clock.move_to("2026-11-23 12:00Z")
        assert part(page(director_by), "Changed since your last visit") == ""


def test_most_openings_only_read(cast, director_by):
    with time_machine.travel("2026-11-23 08:00Z", tick=False) as clock:
        assert note_visit(director_by) is None
        clock.shift(timedelta(minutes=4))
        with CaptureQueriesContext(connection) as queries:
            assert note_visit(director_by) is None
        assert [query["sql"][:6] for query in queries] == ["SELECT"]
        for _time in range(3):
            clock.shift(timedelta(minutes=20))
            assert note_visit(director_by) is None  # still the first visit
        left = timezone.now()
        clock.shift(timedelta(minutes=30))
        assert note_visit(director_by) == left
        clock.shift(timedelta(minutes=10))
        assert note_visit(director_by) == left
    assert DeskVisit.objects.count() == 1
