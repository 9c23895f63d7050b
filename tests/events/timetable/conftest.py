"""A training in Seoul that begins on a Saturday, with two rooms; and what was sent and written."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
import time_machine
from django.dispatch import Signal
from django.test import Client
from django.urls import reverse

from core.models import JournalEntry
from events import signals
from events.actions.planning import stamp_of
from events.days import moment_of
from events.models import Event, Release, Room, Session, Stop, Track
from events.versions import following, programme_of
from people.models import User
from tests.cast import PEOPLE, Cast, sign_in
from tests.events.builders import make_event, make_session, make_stop

SATURDAY = date(2027, 10, 30)
NOW = datetime(2027, 9, 1, 6, 0, tzinfo=UTC)  # a Wednesday, both sides at work
SIGNALS = {signal: name for name, signal in vars(signals).items() if isinstance(signal, Signal)}


@pytest.fixture(autouse=True)
def _autumn():
    """The first of September 2027, two months before the training."""
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def event(centre) -> Event:
    return make_event(centre, reference="E-2027-001", starts_on=SATURDAY, name={"en": "Ninth edition"})


@pytest.fixture
def stop(event) -> Stop:
    return make_stop(event)


@pytest.fixture
def hall(stop) -> Room:
    return Room.objects.create(stop=stop, name={"en": "Hall"}, seats=40, position=1)


@pytest.fixture
def room(stop) -> Room:
    return Room.objects.create(stop=stop, name={"en": "Room 2"}, seats=10, position=2)


@pytest.fixture
def track(event) -> Track:
    return Track.objects.create(event=event, name={"en": "Archives"})


@pytest.fixture
def heard():
    """`heard()`: the signals sent since it was last asked, each with what it said."""
    found: list[tuple[str, dict[str, Any]]] = []

    def listen(*, sender: Any, signal: Signal, **said: Any) -> None:
        found.append((SIGNALS[signal], said))

    for signal in SIGNALS:
        signal.connect(listen)

    def since() -> list[tuple[str, dict[str, Any]]]:
        since_last, found[:] = list(found), []
        return since_last

    yield since
    for signal in SIGNALS:
        signal.disconnect(listen)


def journal_of(obj: Any) -> list[tuple[str, str, str]]:
    """What the journal says of a record: verb, who, why; oldest first."""
    entries = JournalEntry.objects.about(obj).order_by("pk").select_related("actor")
    return [(one.verb, one.actor.email if one.actor else "", one.reason) for one in entries]


def fresh(obj: Any) -> Any:
    return type(obj).objects.get(pk=obj.pk)


def when(session: Session) -> tuple[date | None, str, str]:
    """Day of the programme, and from and to on the wall of the stop."""
    row = Session.objects.select_related("stop").get(pk=session.pk)
    if row.starts_at is None or row.ends_at is None:
        return row.day, "", ""
    return row.day, f"{row.starts_at.astimezone(row.stop.tz):%d %H:%M}", f"{row.ends_at.astimezone(row.stop.tz):%H:%M}"


def seen(session: Session) -> str:
    return stamp_of(fresh(session))


def at(hour: int, minute: int = 0) -> time:
    return time(hour, minute)


def at_night(stop: Stop, hour: int, **fields: Any) -> Session:
    """A session of an hour after midnight, which belongs to the first day of the stop."""
    starts_at = moment_of(stop.starts_on, time(hour), stop.tz)
    return make_session(stop, starts_at=starts_at, ends_at=starts_at + timedelta(hours=1), **fields)


def released(event: Event, by: User) -> Release:
    """The draft as it stands, released past every key."""
    before = fresh(event)
    earlier = before.released.programme if before.released else {}
    version = before.releases.count() + 1
    release = Release.objects.create(
        event=event,
        version=version,
        status="released",
        released_at=NOW,
        programme=following(programme_of(event), earlier, []),
        by=by,
    )
    Event.objects.filter(pk=event.pk).update(released=release)
    Session.objects.filter(pk__in=[one["id"] for one in release.programme["sessions"]]).update(is_released=True)
    return release


@pytest.fixture
def screen(cast: Cast, client: Client):
    """`screen("officer", "edit_session", event, session.pk, title_en="…")`: asked for, or sent when there is something.

    Everybody reads English here; `None` is a visitor.
    """
    User.objects.update(language="en")

    def ask(who: str | None, name: str, event: Event, *args: Any, query: str = "", **sent: Any) -> Any:
        url = reverse(f"events:{name}", args=[event.reference, *args]) + query
        client.cookies.clear()
        if who:
            sign_in(cast.people[who], client=client)
        return client.post(url, sent) if sent else client.get(url)

    return ask


@pytest.fixture
def knock(cast: Cast, client: Client):
    """What each of the cast, and a visitor, meets at a screen."""

    def ask(name: str, event: Event, *args: Any) -> dict[str, int]:
        url = reverse(f"events:{name}", args=[event.reference, *args])
        client.cookies.clear()
        met = {"visitor": client.get(url).status_code}
        return met | {who: sign_in(cast.people[who], client=client).get(url).status_code for who in PEOPLE}

    return ask
