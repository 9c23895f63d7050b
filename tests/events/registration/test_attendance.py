"""The screens at the door: the overview, the list, the badge."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from events.actions.attendance import Occasion, mark_present, today_at
from events.models import Attendance, Seat
from tests.cast import cost
from tests.events.builders import make_event, make_participant, make_session, make_stop
from tests.events.registration.conftest import text_of


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
