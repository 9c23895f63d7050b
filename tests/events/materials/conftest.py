"""An edition with a released session: its speaker has an account, a Georgian delegation presents in another one."""

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from core.models import JournalEntry
from events.models import Contributor, Event, Participant, Release, Session
from events.versions import following, programme_of
from files.actions import store
from files.models import StoredFile
from people.models import User
from tests.cast import Cast, sign_in
from tests.events.builders import (
    make_contributor,
    make_delegation,
    make_event,
    make_participant,
    make_session,
    make_stop,
)

PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
FACTS: dict[str, Any] = {"title": {"en": "Slides"}, "language": "en", "licence": "cc_by", "audience": "participants"}


def upload(name: str = "slides.pdf", content: bytes = PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "application/pdf")


def stored(by: User) -> StoredFile:
    return store(upload(), by=by)


@pytest.fixture
def event(cast: Cast) -> Event:
    return make_event(cast.centre, reference="E-2031-01", starts_on=date(2031, 5, 5), quota=2)


@pytest.fixture
def speaker(cast: Cast) -> Contributor:
    user = cast.people["official_by"]
    return make_contributor(user=user, email=user.email, given_name="Sergei", country_id="BY")


@pytest.fixture
def session(event: Event, speaker: Contributor) -> Session:
    row = make_session(make_stop(event), is_released=True, expects_slides=True, title={"en": "Clouds"})
    row.parts.create(contributor=speaker)
    return row


def released(event: Event, by: User) -> None:
    """What is planned is what visitors see."""
    row = Release.objects.create(
        event=event,
        version=1,
        status="released",
        programme=following(programme_of(event), {}, []),
        by=by,
        released_at=timezone.now(),
    )
    Event.objects.filter(pk=event.pk).update(released=row)


@pytest.fixture
def nino(event: Event, cast: Cast) -> Participant:
    """Accepted, with an account: official_ge."""
    user = cast.people["official_ge"]
    delegation = make_delegation(event, cast.organisations["agency_ge"])
    return make_participant(event, delegation=delegation, user=user, email=user.email)


def journal(obj: Any) -> list[tuple[str, str]]:
    rows = JournalEntry.objects.about(obj).order_by("pk").select_related("actor")
    return [(one.verb, one.actor.email if one.actor else "") for one in rows]


@pytest.fixture
def page(cast: Cast, client: Any) -> Any:
    """`page("officer", url, url="…")`: asked for, or sent when there is something to send; all read English."""

    def ask(who: str, address: str, /, *, head: bool = False, **sent: Any) -> Any:
        User.objects.update(language="en")
        if who:
            sign_in(cast.people[who], client=client)
        else:
            client.cookies.clear()
        if head:
            return client.head(address)
        return client.post(address, sent) if sent else client.get(address)

    return ask
