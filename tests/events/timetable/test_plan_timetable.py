from datetime import timedelta

import pytest
from django.urls import reverse

from events.models import Room, Session
from people.models import Organisation
from tests.cast import cost, sign_in
from tests.events.builders import (
    make_contributor,
    make_delegation,
    make_event,
    make_participant,
    make_session,
    make_stop,
)
from tests.events.timetable.conftest import NOW, SATURDAY, released

INSIDE = {"officer": 200, "director_by": 200, "director_kr": 200}


def doors(**opened: int) -> dict[str, int]:
    everybody = ("official_by", "contact_by", "advisor_kr", "advisor2_kr", "admin_user", "official_ge", "contact_ge")
    return {**dict.fromkeys(everybody, 403), "visitor": 302, **INSIDE, **opened}


def test_officers_and_both_directors(event, stop, knock, centre):
    make_session(stop)
    assert knock("plan_timetable", event) == doors()
    assert knock("releases", event) == doors()
    assert knock("add_session", event) == doors(director_by=403, director_kr=403)
    assert knock("shift_day", event) == doors(director_by=403, director_kr=403)
    hidden = make_event(centre, status="planned", starts_on=SATURDAY)
    outside = {who: 404 for who, met in doors().items() if met == 403}
    assert knock("plan_timetable", hidden) == doors(**outside)


def test_the_draft_tells_what_to_look_at_twice(event, stop, hall, room, screen):
    """One of each warning, and only where there is a reason."""
    type(event).objects.filter(pk=event.pk).update(quota=2)
    make_participant(event, needs_language="ru")
    body = Organisation.objects.get(name__en="Digital Governance Agency")
    make_delegation(event, body)
    tired = make_contributor(given_name="Sora", family_name="Yoon")
    plain = make_session(stop, start=9, hours=1, room=hall, languages=["ko", "en"])
    heard = make_session(stop, start=10, hours=1.5, languages=["ko"], seats=20, room=room)
    for one in (plain, heard):
        one.parts.create(contributor=tired, role="interpreter", languages=["ko", "en"])
    heard.parts.create(contributor=make_contributor(), role="interpreter", languages=["ko", "ru"])
    far = make_session(stop, start=9, day=7)
    answer = screen("officer", "plan_timetable", event)
    assert [one.sentence for one in answer.context["warnings"]] == [
        "No country presentation is planned yet: Georgia, Digital Governance Agency."
    ]
    assert answer.context["session_warnings"] == {
        plain.pk: ["Russian: 1 participant needs it, and nobody interprets into it here."],
        heard.pk: [
            "Sora Yoon interprets without a rest, 09:00–11:30. Name a second interpreter, or plan a break.",
            "The room is small: 10 seats for 20 people.",
        ],
        far.pk: ["The day is not one of the stop: Seoul lasts from 30 Oct 2027 to 3 Nov 2027."],
    }


def test_a_public_holiday_of_the_host(centre, screen):
    """9 October is Hangul Day, a Saturday in 2027."""
    event = make_event(centre, starts_on=SATURDAY - timedelta(days=21))
    make_session(make_stop(event))
    answer = screen("director_kr", "plan_timetable", event)
    assert [one.sentence for one in answer.context["warnings"]] == [
        "Sat 9 Oct 2027 is a public holiday, Republic of Korea: Hangul Day."
    ]


def test_what_differs_from_what_visitors_see(event, stop, hall, officer, screen):
    row = make_session(stop)
    assert screen("officer", "plan_timetable", event).context["differing"] is None
    released(event, officer)
    assert screen("officer", "plan_timetable", event).context["differing"] == 0
    Session.objects.filter(pk=row.pk).update(room=hall, title={"en": "Another title"})
    make_session(stop, start=14)
    assert screen("officer", "plan_timetable", event).context["differing"] == 3


def test_without_a_time_and_cancelled_stand_beside(event, stop, screen):
    untimed = make_session(stop)
    Session.objects.filter(pk=untimed.pk).update(day=None, starts_at=None, ends_at=None)
    gone = make_session(stop, cancelled_at=NOW)
    context = screen("officer", "plan_timetable", event).context
    assert (context["untimed"], context["cancelled"], context["groups"]) == ([untimed], [gone], [])


@pytest.mark.parametrize("who", ["officer", "director_by"])
def test_as_many_queries_for_three_sessions_as_for_one(event, stop, cast, client, who):
    sign_in(cast.people[who], client=client)
    url = reverse("events:plan_timetable", args=[event.reference])
    make_session(stop, room=Room.objects.create(stop=stop, name={"en": "A"})).parts.create(
        contributor=make_contributor()
    )
    client.get(url)
    one = cost(client, url)
    for number in range(2):
        room = Room.objects.create(stop=stop, name={"en": f"B{number}"})
        row = make_session(stop, day=number, start=12, room=room)
        row.parts.create(contributor=make_contributor())
        row.parts.create(contributor=make_contributor(), role="interpreter")
    assert (one, cost(client, url)) == (one, one)
    assert one <= 12
