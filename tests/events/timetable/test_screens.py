"""What planners type is kept, whatever is refused; and each screen leads back to where one was."""

from datetime import timedelta

import time_machine

from events.actions.timetable import nudge_session
from events.models import Session
from tests.events.builders import make_event, make_session
from tests.events.timetable.conftest import NOW, SATURDAY, fresh, seen, when

DRAFT = "/events/E-2027-001/timetable/"
TIMES = {"day": "2027-10-30", "begins": "09:30", "ends": "10:30", "kind": "panel", "counts_for_certificate": "on"}


def test_a_session_is_added(event, stop, hall, screen):
    sent = {**TIMES, "title_en": "Panel", "stop": stop.pk, "room": hall.pk, "languages": ["ko", "ru"], "seats": "30"}
    answer = screen("officer", "add_session", event, **sent)
    row = Session.objects.get()
    assert (answer["Location"], when(row)) == (row.get_absolute_url(), (SATURDAY, "30 09:30", "10:30"))
    assert (row.kind, row.languages, row.seats, row.counts_for_certificate) == ("panel", ["ko", "ru"], 30, True)
    form = screen("officer", "add_session", event, **sent | {"title_en": "Second"}).context["form"]
    assert form.non_field_errors() == ["Hall is taken at that time: “Panel” is there, 30 Oct 2027, 09:30–10:30 Seoul."]
    assert (form["title"].value()[0], form["languages"].value(), form["begins"].value()) == (
        "Second",
        ["ko", "ru"],
        "09:30",
    )


def test_half_a_time_is_told_beside_its_field(event, stop, screen):
    sent = {"title_en": "Panel", "stop": stop.pk, "kind": "panel", "begins": "09:30"}
    form = screen("officer", "add_session", event, **sent).context["form"]
    assert sorted(form.errors) == ["day", "ends"]


def test_choices_of_another_event_are_none(event, stop, centre, screen):
    from events.models import Room  # noqa: PLC0415
    from tests.events.builders import make_stop  # noqa: PLC0415

    far = make_stop(make_event(centre, starts_on=SATURDAY))
    room = Room.objects.create(stop=far, name={"en": "Far"})
    sent = {**TIMES, "title_en": "Panel", "stop": far.pk, "room": room.pk}
    assert sorted(screen("officer", "add_session", event, **sent).context["form"].errors) == ["room", "stop"]


def test_what_a_colleague_saved_stands_beside_what_was_typed(event, stop, screen, officer):
    row = make_session(stop, title={"en": "Before"})
    form = screen("officer", "edit_session", event, row.pk).context["form"]
    sent = {**TIMES, "title_en": "Mine", "stop": stop.pk, "languages": ["ko", "en"], "seen": form["seen"].value()}
    assert (form["begins"].value().isoformat(), form["title"].value()) == ("09:00:00", {"en": "Before"})
    with time_machine.travel(NOW + timedelta(minutes=1), tick=False):
        nudge_session(row, by=officer, minutes=15)
    answer = screen("officer", "edit_session", event, row.pk, **sent)
    form = answer.context["form"]
    assert (form["title"].value()[0], form["languages"].value(), form["seen"].value()) == (
        "Mine",
        ["ko", "en"],
        seen(row),
    )
    assert (str(answer.context["now"].title), f"{answer.context['now'].starts_at:%H:%M}") == ("Before", "00:15")
    answer = screen("officer", "edit_session", event, row.pk, **sent | {"seen": form["seen"].value()})
    assert (answer["Location"], fresh(row).title, when(row)[1]) == (row.get_absolute_url(), {"en": "Mine"}, "30 09:30")


def test_moving_leads_back_to_the_day(event, stop, room, screen):
    row = make_session(stop)
    sent = {"stop": stop.pk, "day": "2027-10-31", "begins": "14:00", "room": room.pk, "seen": seen(row)}
    answer = screen("officer", "move_session", event, row.pk, **sent)
    assert (answer["Location"], fresh(row).room) == (f"{DRAFT}?day=2027-10-31#s{row.pk}", room)
    form = screen("officer", "move_session", event, row.pk, **sent | {"seen": "then", "begins": "16:00"}).context[
        "form"
    ]
    assert (form["begins"].value(), form["seen"].value()) == ("16:00", seen(row))


def test_a_quarter_of_an_hour_by_one_key(event, stop, screen):
    row = make_session(stop)
    for to, start in (("later", "30 09:15"), ("earlier", "30 09:00"), ("earlier", "30 08:45")):
        answer = screen("officer", "nudge_session", event, row.pk, to=to)
        assert (answer["Location"], when(row)[1]) == (f"{DRAFT}?day=2027-10-30#s{row.pk}", start)
    assert screen("officer", "nudge_session", event, row.pk).status_code == 405
    assert screen("director_by", "nudge_session", event, row.pk, to="later").status_code == 403
    assert screen("official_ge", "nudge_session", event, row.pk, to="later").status_code == 404


def test_a_quarter_of_an_hour_into_somebody_else(event, stop, hall, screen):
    make_session(stop, start=10, room=hall, title={"en": "Next"})
    row = make_session(stop, room=hall)
    answer = screen("officer", "nudge_session", event, row.pk, to="later")
    assert (answer.status_code, when(row)[1]) == (409, "30 09:00")
    assert "Hall is taken at that time: “Next” is there" in answer.content.decode()


def test_two_sessions_change_places(event, stop, screen):
    first, second = make_session(stop), make_session(stop, start=14)
    answer = screen("officer", "swap_sessions", event, first.pk, other=second.pk)
    assert (answer["Location"], when(first)[1]) == (f"{DRAFT}?day=2027-10-30#s{first.pk}", "30 14:00")
    assert list(screen("officer", "swap_sessions", event, first.pk, other=first.pk).context["form"].errors) == ["other"]


def test_a_day_is_shifted(event, stop, screen):
    row = make_session(stop)
    sent = {"stop": stop.pk, "day": "2027-10-30"}
    assert list(screen("officer", "shift_day", event, **sent).context["form"].errors) == ["minutes"]
    answer = screen("officer", "shift_day", event, **sent, minutes="30")
    assert (answer["Location"], when(row)[1]) == (f"{DRAFT}?day=2027-10-30#s{row.pk}", "30 09:30")
    form = screen("officer", "shift_day", event, **sent, minutes="30", from_time="12:00").context["form"]
    assert (form.non_field_errors(), form["from_time"].value()) == (["No session of that day begins then."], "12:00")


def test_cancelling_restoring_deleting(event, stop, screen):
    row = make_session(stop)
    assert list(screen("officer", "cancel_session", event, row.pk, reason="").context["form"].errors) == ["reason"]
    assert screen("officer", "cancel_session", event, row.pk, reason="Ill.")["Location"] == row.get_absolute_url()
    assert fresh(row).cancelled_at == NOW
    assert screen("officer", "restore_session", event, row.pk, go="1")["Location"] == row.get_absolute_url()
    again = screen("officer", "restore_session", event, row.pk, go="1").context["form"]
    assert again.non_field_errors() == ["The session is not cancelled."]
    assert screen("officer", "delete_session", event, row.pk, go="1")["Location"] == DRAFT
    assert Session.objects.count() == 0


def test_doors_of_the_screens(event, stop, knock):
    row = make_session(stop)
    outside = ("official_by", "contact_by", "advisor_kr", "advisor2_kr", "admin_user", "official_ge", "contact_ge")
    met = {**dict.fromkeys(outside, 404), "officer": 200, "director_by": 403, "director_kr": 403, "visitor": 302}
    names = ("edit_session", "move_session", "swap_sessions", "cancel_session", "restore_session", "delete_session")
    assert {name: knock(name, event, row.pk) for name in (*names, "add_contributor")} == dict.fromkeys(
        (*names, "add_contributor"), met
    )


def test_versions_are_listed_newest_first(event, stop, officer, screen):
    from tests.events.timetable.conftest import released  # noqa: PLC0415

    make_session(stop)
    for _version in range(3):
        released(event, officer)
    answer = screen("director_kr", "releases", event)
    assert ([row.version for row, _shape in answer.context["rows"]], answer.context["may_propose"]) == (
        [3, 2, 1],
        False,
    )
    assert screen("officer", "releases", event).context["may_propose"] is True
