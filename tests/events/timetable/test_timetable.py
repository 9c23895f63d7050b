from datetime import timedelta

from django.urls import reverse

from events.actions.timetable import cancel_session
from events.enums import EventStatus
from events.models import Room, Session
from tests.cast import cost, sign_in
from tests.consultations.conftest import words
from tests.events.builders import make_contributor, make_delegation, make_event, make_session, make_stop
from tests.events.timetable.conftest import SATURDAY, fresh, released

EVERYBODY = (
    *("official_by", "contact_by", "advisor_kr", "advisor2_kr", "admin_user", "official_ge", "contact_ge"),
    *("officer", "director_by", "director_kr", "visitor"),
)


def shown(answer):
    """Day, city, and title by title what a reader finds."""
    return [
        (f"{day.on:%d}", str(day.stop.city), [str(one.title) for one in day.sessions])
        for group in answer.context["groups"]
        for day in group.days
    ]


def test_everybody_reads_what_is_released_and_nothing_else(event, stop, officer, screen, knock):
    row = make_session(stop, title={"en": "Opening"})
    assert shown(screen(None, "timetable", event)) == []
    assert "The programme is not released yet." in words(screen(None, "timetable", event))
    released(event, officer)
    Session.objects.filter(pk=row.pk).update(title={"en": "Changed in the draft"})
    make_session(stop, start=12, title={"en": "Draft only"})
    assert knock("timetable", event) == dict.fromkeys(EVERYBODY, 200)
    for who in (None, "official_ge", "officer"):
        answer = screen(who, "timetable", event)
        assert shown(answer) == [("30", "Seoul", ["Opening"])]
        assert ("Draft only" in words(answer), "Changed in the draft" in words(answer)) == (False, False)


def test_an_event_that_is_not_public(centre, officer, screen, knock):
    event = make_event(centre, starts_on=SATURDAY, is_public=False)
    make_session(make_stop(event))
    released(event, officer)
    inside = ("officer", "director_by", "director_kr", "advisor_kr", "advisor2_kr", "admin_user")
    assert knock("timetable", event) == {**dict.fromkeys(EVERYBODY, 404), **dict.fromkeys(inside, 200)}


def test_every_time_in_the_zone_of_the_stop_and_of_the_reader(event, stop, officer, screen):
    minsk = make_stop(event, country_id="BY", city={"en": "Minsk"}, zone="Europe/Minsk")
    make_session(stop, start=2)  # two in the night in Seoul, the evening before in Minsk
    make_session(stop, start=9)
    make_session(minsk, start=20)
    released(event, officer)
    text = words(screen("official_by", "timetable", event))
    for said in ("02:00–03:00 Seoul, 29 Oct 20:00 Minsk", "09:00–10:00 Seoul, 03:00 Minsk", "14:00–15:00 Minsk"):
        assert said in text
    assert "14:00–15:00 Minsk," not in text
    assert "09:00–10:00 Seoul" in words(screen("advisor_kr", "timetable", event))
    assert "09:00–10:00 Seoul," not in words(screen("advisor_kr", "timetable", event))
    assert "14:00–15:00 Minsk, 20:00 Seoul" in words(screen("advisor_kr", "timetable", event))
    type(officer).objects.update(language="ko")
    assert "서울 09:00–10:00 , 민스크 03:00" in words(screen("official_by", "timetable", event))


def test_by_day_track_and_language(event, stop, track, officer, screen):
    one = make_session(stop, title={"en": "A"}, languages=["ko"], track=track)
    one.parts.create(contributor=make_contributor(), role="interpreter", languages=["ko", "ru"])
    make_session(stop, start=11, title={"en": "B"}, languages=["en"])
    make_session(stop, day=1, title={"en": "Lunch"}, kind="break")
    other = type(track).objects.create(event=event, name={"en": "Data"}, position=2)
    make_session(stop, day=1, start=14, title={"en": "C"}, languages=["ko"], track=other)
    released(event, officer)
    whole = [("30", "Seoul", ["A", "B"]), ("31", "Seoul", ["Lunch", "C"])]
    asked = {
        "": whole,
        "?day=2027-10-31": whole[1:],
        f"?track={track.pk}": [("30", "Seoul", ["A", "B"]), ("31", "Seoul", ["Lunch"])],
        "?language=ru": [("30", "Seoul", ["A"]), ("31", "Seoul", ["Lunch"])],
        f"?language=ko&day=2027-10-31&track={other.pk}": [("31", "Seoul", ["Lunch", "C"])],
        "?day=2027-12-01": [],
        "?day=nonsense&track=x&language=xx": whole,
    }
    assert {query: shown(screen(None, "timetable", event, query=query)) for query in asked} == asked


def test_parallel_sessions_are_a_grid_and_others_are_not(event, stop, hall, room, officer, screen):
    make_session(stop, start=9, title={"en": "Opening"}, room=hall)
    make_session(stop, start=10, hours=2, title={"en": "A"}, room=room)
    make_session(stop, start=11, hours=1.5, title={"en": "B"}, room=hall)
    make_session(stop, start=11, hours=0.5, title={"en": "C"})
    make_session(stop, day=1, title={"en": "D"})
    released(event, officer)
    first, second = screen(None, "timetable", event).context["groups"]
    assert second.grid is None
    # Opening alone goes across; A and B have the columns of their rooms, C one of its own.
    assert [str(head) for head in first.grid.heads] == ["Hall", "Room 2", ""]
    assert [
        (
            f"{row.starts_at:%H:%M}",
            [(str(cell.session.title) if cell.session else "", cell.rows, cell.columns) for cell in row.cells],
        )
        for row in first.grid.rows
    ] == [
        ("00:00", [("Opening", 1, 3)]),
        ("01:00", [("", 1, 1), ("A", 3, 1), ("", 1, 1)]),
        ("02:00", [("B", 3, 1), ("C", 1, 1)]),
        ("02:30", [("", 1, 1)]),
        ("03:00", [("", 1, 1), ("", 1, 1)]),
    ]


def test_a_night_belongs_to_the_evening(event, stop, officer, screen):
    row = make_session(stop, start=23, hours=3, title={"en": "Reception"})
    later = make_session(stop, start=8, day=1, title={"en": "Morning"})
    Session.objects.filter(pk=later.pk).update(
        starts_at=row.starts_at + timedelta(hours=3), ends_at=row.starts_at + timedelta(hours=4), day=SATURDAY
    )
    released(event, officer)
    assert shown(screen(None, "timetable", event)) == [("30", "Seoul", ["Reception", "Morning"])]


def test_a_version_is_read_beforehand_by_those_who_sign_it(event, stop, officer, screen):
    row = make_session(stop, title={"en": "First"})
    released(event, officer)
    Session.objects.filter(pk=row.pk).update(title={"en": "Second"})
    from events.actions.releasing import propose_release  # noqa: PLC0415  beside its only use

    propose_release(fresh(event), by=officer)
    assert shown(screen("director_by", "timetable", event, query="?version=2")) == [("30", "Seoul", ["Second"])]
    assert shown(screen(None, "timetable", event, query="?version=1")) == [("30", "Seoul", ["First"])]
    for who, version in ((None, "2"), ("official_ge", "2"), ("officer", "9"), ("officer", "x"), ("officer", "9" * 30)):
        assert screen(who, "timetable", event, query=f"?version={version}").status_code == 404


def test_what_is_no_longer_held_is_said(event, stop, officer, screen):
    row, _kept = make_session(stop, title={"en": "Gone"}), make_session(stop, start=12)
    released(event, officer)
    cancel_session(row, by=officer, reason="Ill.")
    released(event, officer)
    assert [str(one.title) for one in screen(None, "timetable", event).context["programme"].cancelled] == ["Gone"]
    answer = screen(None, "session", event, row.pk)
    assert (answer.status_code, "No longer held" in words(answer)) == (200, True)


def test_three_hundred_sessions_in_twelve_rooms(event, stop, officer, client, django_assert_max_num_queries):
    """Read day by day; as many queries as for one session."""
    rooms = [Room.objects.create(stop=stop, name={"en": f"R{n}"}, position=n) for n in range(12)]
    url = reverse("events:timetable", args=[event.reference])
    make_session(stop, room=rooms[0])
    released(event, officer)
    client.get(url)
    one = cost(client, url)
    for day in range(5):
        for start in range(10, 15):
            for room in rooms:
                make_session(stop, day=day, start=start, room=room)
    released(event, officer)
    assert (cost(client, url), one <= 8) == (one, True)
    answer = client.get(url)
    assert (answer.context["found"], len(answer.context["programme"].sessions)) == (61, 301)
    sign_in(officer, client=client)
    plan = reverse("events:plan_timetable", args=[event.reference])
    client.get(plan)
    with django_assert_max_num_queries(12):
        assert client.get(plan).status_code == 200


def test_a_country_presentation_names_the_country(event, stop, officer, cast, screen):
    delegation = make_delegation(event, cast.organisations["agency_ge"], quota=2)
    make_session(stop, kind="country", delegation=delegation)
    released(event, officer)
    assert "Georgia" in words(screen(None, "timetable", event))


def test_a_cancelled_event_that_was_never_announced(centre, officer, screen):
    event = make_event(centre, starts_on=SATURDAY, status=EventStatus.PLANNED)
    assert screen(None, "timetable", event).status_code == 404
