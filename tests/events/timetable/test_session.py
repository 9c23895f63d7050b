from events.actions.timetable import edit_session
from events.models import Session
from tests.consultations.conftest import words
from tests.events.builders import make_contributor, make_session
from tests.events.timetable.conftest import SATURDAY, at, released, seen

OUTSIDE = (
    "official_by",
    "contact_by",
    "advisor_kr",
    "advisor2_kr",
    "admin_user",
    "official_ge",
    "contact_ge",
    "visitor",
)
INSIDE = ("officer", "director_by", "director_kr")


def test_a_draft_is_for_those_who_plan(event, stop, officer, knock):
    row = make_session(stop)
    assert knock("session", event, row.pk) == {**dict.fromkeys(OUTSIDE, 404), **dict.fromkeys(INSIDE, 200)}
    released(event, officer)
    assert knock("session", event, row.pk) == dict.fromkeys((*OUTSIDE, *INSIDE), 200)


def test_visitors_see_what_was_released(event, stop, hall, officer, screen):
    row = make_session(stop, title={"en": "Opening"}, abstract={"en": "Of the ninth edition."}, languages=["ko"])
    one = make_contributor(given_name="Sora", family_name="Yoon", post={"en": "Director"}, email="secret@kr.example")
    row.parts.create(contributor=one, role="chair", topic={"en": "Welcome"})
    released(event, officer)
    times = {"day": SATURDAY, "begins": at(11), "ends": at(12)}
    edit_session(row, by=officer, seen=seen(row), stop=stop, room=hall, title={"en": "Not yet public"}, **times)
    row.parts.create(contributor=make_contributor(family_name="Hidden"))
    text = words(screen(None, "session", event, row.pk))
    for said in (
        "Opening",
        "Of the ninth edition.",
        "09:00–10:00 Seoul, 03:00 Minsk",
        "Sora Yoon",
        "Director",
        "Welcome",
    ):
        assert said in text
    for hidden in ("Not yet public", "Hall", "11:00", "Hidden", "secret@kr.example", "Edit the session", "History"):
        assert hidden not in text
    answer = screen("officer", "session", event, row.pk)
    assert [(str(line.title), [one.name for one in line.differences]) for line in answer.context["differing"]] == [
        ("Not yet public", ["Title", "Time", "Room", "People"])
    ]
    assert ("Not yet public" in words(answer), "secret@kr.example" in words(answer)) == (True, False)


def test_the_buttons_are_those_that_work_now(event, stop, officer, screen):
    row = make_session(stop)

    def buttons(who="officer"):
        return [
            link.url.rstrip("/").rsplit("/", 1)[-1] for link in screen(who, "session", event, row.pk).context["buttons"]
        ]

    assert buttons() == ["edit", "move", "swap", "add", "cancel", "delete"]
    assert buttons("director_by") == []
    Session.objects.filter(pk=row.pk).update(day=None, starts_at=None, ends_at=None, is_released=True)
    assert buttons() == ["edit", "move", "add", "cancel"]
    Session.objects.filter(pk=row.pk).update(cancelled_at=row.starts_at)
    assert buttons() == ["restore"]


def test_of_another_event_and_of_none(event, stop, centre, screen):
    from tests.events.builders import make_event  # noqa: PLC0415

    row = make_session(stop)
    other = make_event(centre, starts_on=SATURDAY)
    assert screen("officer", "session", other, row.pk).status_code == 404
    assert screen("officer", "session", event, row.pk + 1).status_code == 404
