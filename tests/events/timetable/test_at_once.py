"""Two officers at one moment, each in a connection of their own: one has the room, the other reads who is there."""

import pytest

from core.refusal import RefusedError
from events.actions.session_people import add_part
from events.actions.timetable import add_session
from events.models import Event, Session, SessionPart
from tests.at_once import at_once
from tests.events.builders import make_contributor, make_event, make_session, make_stop
from tests.events.timetable.conftest import SATURDAY, at

pytestmark = pytest.mark.usefixtures("real_commits")


def test_two_sessions_into_one_room(event, stop, hall, officer):
    """Nobody meets a deadlock: whoever comes second waits for the event, and then reads a sentence."""
    times = {"day": SATURDAY, "begins": at(9), "ends": at(10)}

    def enter(title):
        return lambda: add_session(event, by=officer, stop=stop, room=hall, title={"en": title}, **times)

    answers = at_once(*(enter(title) for title in ("A", "B", "C")), holding=Event.objects.filter(pk=event.pk))
    kept = [one for one in answers if isinstance(one, Session)]
    refused = [str(one.message) for one in answers if isinstance(one, RefusedError)]
    words = f"Hall is taken at that time: “{kept[0].title}” is there, 30 Oct 2027, 09:00–10:00 Seoul."
    assert (len(kept), refused) == (1, [words, words])
    assert Session.objects.count() == 1


def test_one_speaker_into_two_events(centre, event, stop, officer):
    """Two events do not hold each other; the person is held."""
    one = make_contributor(given_name="Sora", family_name="Yoon")
    rows = [make_session(stop), make_session(make_stop(make_event(centre, starts_on=SATURDAY)))]
    acts = [lambda row=row: add_part(row, by=officer, contributor=one, role="speaker") for row in rows]
    answers = at_once(*acts, holding=type(one).objects.filter(pk=one.pk))
    assert sorted(type(answer).__name__ for answer in answers) == ["RefusedError", "SessionPart"]
    assert SessionPart.objects.count() == 1
