"""Who was there: by list or by badge, once, and taken back with reasons."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from core.refusal import RefusedError
from events.actions import attendance as acts
from events.actions.attendance import Occasion, mark_present, today_at, unmark_present
from events.models import Attendance, Event, EventOfficer, Seat
from tests.at_once import at_once
from tests.cast import cost
from tests.events.builders import make_event, make_participant, make_session, make_stop
from tests.events.registration.conftest import fresh, text_of


@pytest.fixture
def event(centre):
    """It began yesterday, in Seoul."""
    return make_event(centre, starts_on=timezone.localdate() - timedelta(days=1))


@pytest.fixture
def stop(event):
    return make_stop(event)


@pytest.fixture
def people(event):
    return [make_participant(event, family_name=name) for name in ("Ahn", "Bae", "Choi")]


@pytest.fixture
def first(event):
    return Occasion(event.starts_on)


def test_mark_present(event, people, officer, first, told):
    marked = mark_present(event, people[:2], by=officer, at=first)
    assert marked == (people[:2], [], [])
    assert [fresh(one).status for one in people] == ["attended", "attended", "accepted"]
    rows = Attendance.objects.order_by("pk").values_list("participant", "day", "session", "means", "by")
    assert list(rows) == [(one.pk, event.starts_on, None, "list", officer.pk) for one in people[:2]]
    assert told(people[0]) == [("attend", "attended", "", "")]


def test_twice_is_once(event, people, officer, director_by, first):
    mark_present(event, people[:1], by=officer, at=first)
    again = mark_present(event, people, by=officer, at=first, means="code")
    assert again == (people[1:], people[:1], [])
    assert Attendance.objects.count() == 3


def test_a_day_and_a_session_are_two_marks(event, stop, people, officer, first):
    session = make_session(stop)
    mark_present(event, people[:1], by=officer, at=first)
    mark_present(event, people[:1], by=officer, at=Occasion(session.day, session))
    assert list(Attendance.objects.order_by("pk").values_list("session", flat=True)) == [None, session.pk]


def test_who_holds_no_place_is_named_and_not_marked(event, people, officer, first, centre):
    waiting = make_participant(event, status="waiting", queued_at=timezone.now())
    other = make_participant(make_event(centre))
    assert mark_present(event, [waiting, other], by=officer, at=first) == ([], [], [waiting])
    assert Attendance.objects.count() == 0


def test_refused(event, stop, people, officer, first, monkeypatch):
    day = timedelta(days=1)
    tomorrow = Occasion(today_at(event) + day)
    cancelled = make_session(stop, cancelled_at=timezone.now())
    timeless = make_session(stop, day=0)
    type(timeless).objects.filter(pk=timeless.pk).update(starts_at=None, ends_at=None, day=None)
    timeless.refresh_from_db()
    cases = [
        (tomorrow, "has not come yet"),
        (Occasion(event.starts_on - day), "no such day"),
        (Occasion(event.ends_on + day), "no such day"),
        (Occasion(event.starts_on, cancelled), "not held"),
        (Occasion(event.starts_on, timeless), "not held"),
    ]
    for at, sentence in cases:
        with pytest.raises(RefusedError, match=sentence):
            mark_present(event, people, by=officer, at=at)
    with pytest.raises(RefusedError, match="at least one"):
        mark_present(event, [], by=officer, at=first)
    monkeypatch.setattr(acts, "MOST", 2)
    with pytest.raises(RefusedError, match="at most 2 people"):
        mark_present(event, people, by=officer, at=first)
    Event.objects.update(status="closed")
    with pytest.raises(RefusedError, match="until it is closed"):
        mark_present(event, people[:1], by=officer, at=first)


def test_officers_and_the_door_alone(event, people, cast, advisor_kr, first):
    for who in ("director_by", "official_by", "advisor_kr", "contact_ge"):
        with pytest.raises(PermissionDenied):
            mark_present(event, people, by=cast.people[who], at=first)
    EventOfficer.objects.create(event=event, user=advisor_kr, duty="door")
    assert mark_present(event, people, by=advisor_kr, at=first).now == people


def test_unmark_present(event, people, officer, official_by, first, told):
    mark_present(event, people[:1], by=officer, at=first)
    [mark] = Attendance.objects.all()
    with pytest.raises(PermissionDenied):
        unmark_present(mark, by=official_by, reason="x")
    with pytest.raises(RefusedError, match="Write why"):
        unmark_present(mark, by=officer, reason=" ")
    unmark_present(mark, by=officer, reason="Namesake")
    assert (fresh(people[0]).status, Attendance.objects.count()) == ("attending", 0)
    assert told(people[0])[1:] == [
        ("unmark_present", "", "officer@centre.example", "Namesake"),
        ("unattend", "attending", "", ""),
    ]
    with pytest.raises(RefusedError, match="already"):
        unmark_present(mark, by=officer, reason="x")


def test_who_was_there_on_another_day_has_still_attended(event, people, officer, first):
    mark_present(event, people[:1], by=officer, at=first)
    mark_present(event, people[:1], by=officer, at=Occasion(event.starts_on + timedelta(days=1)))
    unmark_present(Attendance.objects.first(), by=officer, reason="x")
    assert fresh(people[0]).status == "attended"


@pytest.mark.usefixtures("real_commits")
def test_many_mark_the_same_guests_at_once(real_commits, event, people, officer, cast):
    at = Occasion(event.starts_on)
    doors = [lambda: mark_present(event, people, by=officer, at=at)] * 4
    answers = at_once(*doors, holding=event.participants.all())
    assert sorted(len(one.now) for one in answers) == [0, 0, 0, 3]
    assert Attendance.objects.count() == 3


# --- The screens -----------------------------------------------------------------------------------------------------


def test_the_overview(event, stop, people, officer, first, screen, knock):
    session = make_session(stop, seats=2)
    make_session(stop, kind="break", start=11)
    Seat.objects.create(session=session, participant=people[0])
    mark_present(event, people[:1], by=officer, at=first)
    mark_present(event, people[:2], by=officer, at=Occasion(session.day, session))
    page = screen("officer", "attendance", event.reference)
    days, sessions = page.context["overview"].days, page.context["overview"].sessions
    assert [(one.present, one.expected, one.share, one.is_open) for one in days[:3]] == [
        (1, 3, 33, True),
        (0, 3, 0, True),
        (0, 3, 0, today_at(event) > timezone.localdate()),
    ]
    [line] = sessions[days[0].name]
    assert (line.present, line.expected, line.share, line.bar, line.time) == (2, 1, 200, 100, "09:00")
    met = knock("attendance", event.reference)
    assert (met["visitor"], met["official_by"], met["director_by"], met["officer"]) == (302, 403, 200, 200)


def test_the_list(event, people, officer, screen):
    name = f"day:{event.starts_on}"
    page = screen("officer", "attendance_list", event.reference, name)
    assert [row.pk for row, _mark in page.context["rows"]] == [one.pk for one in people]
    sent = screen("officer", "attendance_list", event.reference, name, chosen=[people[0].pk, people[2].pk])
    assert sent.status_code == 302
    page = screen("officer", "attendance_list", event.reference, name)
    assert [mark is not None for _row, mark in page.context["rows"]] == [True, False, True]
    assert "2 people are marked as present." in text_of(page)
    assert "Present: 2." in text_of(page)
    assert screen("officer", "attendance_list", event.reference, "day:1999-01-01").status_code == 404
    assert screen("officer", "attendance_list", event.reference, "session:1").status_code == 404
    assert screen("director_by", "attendance_list", event.reference, name).status_code == 403


def test_the_list_is_searched(event, people, officer, client_of):
    url = reverse("events:attendance_list", args=[event.reference, f"day:{event.starts_on}"])
    browser = client_of(officer)
    for asked in ("choi", people[2].code.lower(), "tamar choi"):
        rows = browser.get(url, {"q": asked}).context["rows"]
        assert [row.pk for row, _mark in rows] == [people[2].pk]


def test_the_badge(event, people, officer, client_of):
    """The address in the code asks; the button marks; a second look says since when."""
    officer.language = "en"
    officer.save()
    browser = client_of(officer)
    url = reverse("events:attendance_code", args=[event.reference])
    look = browser.get(url, {"code": people[0].code})
    assert (look.context["found"], Attendance.objects.count()) == (people[0], 0)
    at = look.context["form"].cleaned_data["at"]
    sent = browser.post(url, {"code": people[0].code, "at": at})
    assert sent.status_code == 302
    assert list(Attendance.objects.values_list("participant", "means")) == [(people[0].pk, "code")]
    code = people[0].code.lower()
    again = browser.get(url, {"code": f"{code[:4]}-{code[4:]}", "at": at})
    assert "Marked as present already." in text_of(again)
    browser.post(url, {"code": people[0].code, "at": at})
    assert Attendance.objects.count() == 1


def test_the_door_stays_at_its_session(event, stop, people, officer, client_of):
    session = make_session(stop)
    browser = client_of(officer)
    url = reverse("events:attendance_code", args=[event.reference])
    browser.post(url, {"code": people[0].code, "at": f"session:{session.pk}"})
    browser.post(url, {"code": people[1].code, "at": browser.get(url).context["form"].initial["at"]})
    assert set(Attendance.objects.values_list("participant", "session")) == {
        (people[0].pk, session.pk),
        (people[1].pk, session.pk),
    }


def test_a_badge_that_is_not_of_this_event(event, centre, people, officer, client_of):
    officer.language = "en"
    officer.save()
    stranger = make_participant(make_event(centre))
    waiting = make_participant(event, status="waiting", queued_at=timezone.now())
    browser = client_of(officer)
    url = reverse("events:attendance_code", args=[event.reference])
    assert "No badge of this event bears this code." in text_of(browser.get(url, {"code": stranger.code}))
    look = browser.get(url, {"code": waiting.code})
    assert "holds no place" in text_of(look)
    browser.post(url, {"code": waiting.code, "at": look.context["form"].cleaned_data["at"]})
    assert Attendance.objects.count() == 0


def test_taking_back_on_the_screen(event, people, officer, first, screen, centre):
    mark_present(event, people[:1], by=officer, at=first)
    [mark] = Attendance.objects.all()
    assert screen("director_by", "unmark_present", event.reference, mark.pk).status_code == 403
    other = make_event(centre)
    assert screen("officer", "unmark_present", other.reference, mark.pk).status_code == 404
    empty = screen("officer", "unmark_present", event.reference, mark.pk, reason="")
    assert (empty.status_code, Attendance.objects.count()) == (200, 1)
    assert screen("officer", "unmark_present", event.reference, mark.pk, reason="Namesake").status_code == 302
    assert Attendance.objects.count() == 0


def test_pages_cost_the_same_for_one_and_for_three(event, stop, officer, client_of):
    browser = client_of(officer)
    urls = [
        reverse("events:attendance", args=[event.reference]),
        reverse("events:attendance_list", args=[event.reference, f"day:{event.starts_on}"]),
        reverse("events:participants", args=[event.reference]),
    ]

    def add():
        one = make_participant(event)
        session = make_session(stop, start=8 + Attendance.objects.count())
        mark_present(event, [one], by=officer, at=Occasion(event.starts_on))
        return session

    add()
    [cost(browser, url) for url in urls]
    one = [cost(browser, url) for url in urls]
    add()
    add()
    assert [cost(browser, url) for url in urls] == one
    assert max(one) <= 12
