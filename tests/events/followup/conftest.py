"""An edition that ended on Friday 9 October 2026 in Seoul: two delegates of Georgia, one with an account, one of Belarus."""

import html
import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
from django.dispatch import Signal
from django.test import Client
from django.urls import reverse

from core.models import JournalEntry
from events import signals
from events.actions import owing, plans
from events.enums import AttendanceMeans
from events.models import ActionPlan, Attendance, Event, Participant, TripReport
from people.enums import Function
from people.models import User
from tests.cast import PEOPLE, Cast, sign_in
from tests.events.builders import make_delegation, make_event, make_participant, make_session, make_stop
from tests.factories import appoint, make_user

SIGNALS = {signal: name for name, signal in vars(signals).items() if isinstance(signal, Signal)}
FIRST, LAST = date(2026, 10, 5), date(2026, 10, 9)
WRITTEN = {
    "title": "One register of addresses",
    "problem": "Nine registers disagree.",
    "objective": "One of them counts.",
    "outputs": "Share of letters that come back.",
}
ACTIVITIES = [{"what": "Name the owner", "owner": "Agency", "from_month": 1, "to_month": 2}]
SUPERIOR = {"superior_name": "Davit Superior", "superior_email": "superior@ge.example"}


def on(year: int, month: int, day: int, hour: int = 8) -> datetime:
    """A moment at which offices are open in Tbilisi, Minsk and Seoul (12:00, 11:00 and 17:00 there)."""
    return datetime(year, month, day, hour, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock() -> Iterator[Any]:
    """Monday after the event."""
    with time_machine.travel(on(2026, 10, 12), tick=False) as moment:
        yield moment


@pytest.fixture
def focal_ge(cast: Cast) -> User:
    """The focal point of the Georgian agency."""
    person = make_user(email="focal@ge.example", given_name="Ana", family_name="Focal")
    appoint(person, Function.FOCAL_POINT, cast.organisations["agency_ge"], is_primary=True)
    return person


@pytest.fixture
def event(cast: Cast) -> Event:
    row = make_event(cast.centre, reference="E-2026-77", starts_on=FIRST, ends_on=LAST, quota=3)
    stop = make_stop(row)
    for number in range(5):
        make_session(stop, day=number, is_released=True)
    return row


def delegate(event: Event, body: Any, user: User | None = None, **fields: Any) -> Participant:
    """Somebody whom a body sent, and who was there on each day."""
    delegation = event.delegations.filter(organisation=body).first() or make_delegation(event, body)
    if user is not None:
        fields = {"user": user, "email": user.email, "given_name": user.given_name, **fields}
    row = make_participant(
        event, **{"delegation": delegation, "country_id": body.country_id, "status": "attended", **fields}
    )
    officer = User.objects.get(email="officer@centre.example")
    Attendance.objects.bulk_create(
        Attendance(participant=row, day=date(2026, 10, 5 + number), means=AttendanceMeans.LIST, by=officer)
        for number in range(5)
    )
    return row


@pytest.fixture
def nino(event: Event, cast: Cast) -> Participant:
    """With an account: official_ge."""
    return delegate(event, cast.organisations["agency_ge"], cast.people["official_ge"], family_name="Beridze")


@pytest.fixture
def tamar(event: Event, cast: Cast) -> Participant:
    """Without an account."""
    return delegate(event, cast.organisations["agency_ge"], family_name="Kapanadze", email="tamar@ge.example")


@pytest.fixture
def sergei(event: Event, cast: Cast) -> Participant:
    """Of another delegation: official_by."""
    return delegate(event, cast.organisations["services_by"], cast.people["official_by"], family_name="Dubovik")


def written(participant: Participant, **values: Any) -> ActionPlan:
    """A plan that could be sent."""
    plan = ActionPlan.objects.filter(participant=participant).first()
    values = {"language": "en", "activities": ACTIVITIES, **WRITTEN, **values}
    return plans.write_plan(participant, by=participant.user, seen=plan.revision if plan else 1, **values)


def submitted(participant: Participant, **values: Any) -> ActionPlan:
    return plans.submit_plan(written(participant), by=participant.user, **{**SUPERIOR, **values})


def endorsed(participant: Participant) -> ActionPlan:
    plan = submitted(participant)
    return plans.endorse_plan_by_link(plan, secret=plan.secret, name="Davit Superior")


def owed_report(participant: Participant) -> TripReport:
    owing.open_trip_reports(participant.event)
    return TripReport.objects.get(participant=participant)


@pytest.fixture
def heard() -> Iterator[Any]:
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


def told(obj: Any) -> list[tuple[str, ...]]:
    """The journal of a record: who did what, from where to where, and why; oldest first."""
    entries = JournalEntry.objects.about(obj).order_by("pk").select_related("actor")
    return [
        (one.verb, one.from_state, one.to_state, one.actor.email if one.actor else "", one.reason) for one in entries
    ]


def doors(**opened: int) -> dict[str, int]:
    """Everybody meets 404 and the visitor the sign-in, but for those named."""
    return {**dict.fromkeys(PEOPLE, 404), "visitor": 302, **opened}


@pytest.fixture
def knock(cast: Cast, client: Client) -> Callable[..., dict[str, int]]:
    """What each of the cast, and a visitor, meets at a screen."""

    def ask(name: str, *args: Any) -> dict[str, int]:
        url = reverse(f"events:{name}", args=args)
        client.cookies.clear()
        met = {"visitor": client.get(url).status_code}
        return met | {who: sign_in(cast.people[who], client=client).get(url).status_code for who in PEOPLE}

    return ask


@pytest.fixture
def screen(db: None, client: Client) -> Callable[..., Any]:
    """`screen(user, "plan", reference, pk, title="…")`: asked for, or sent when there is something to send; in English."""

    def ask(who: User | None, name: str, /, *args: Any, **sent: Any) -> Any:
        User.objects.update(language="en")
        if who is None:
            client.cookies.clear()
        else:
            sign_in(who, client=client)
        url = reverse(f"events:{name}", args=args)
        return client.post(url, sent) if sent else client.get(url)

    return ask


def words(response: Any) -> str:
    """What a page says, without its tags."""
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", response.content.decode())))
