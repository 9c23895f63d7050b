"""Speakers whose slides are missing are reminded by one act, once a day."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from core.refusal import RefusedError
from events.actions.materials import add_material, chase_slides
from events.models import Event
from notifications.models import Notification
from tests.events.builders import make_contributor, make_session
from tests.events.materials.conftest import FACTS, journal


def test_everybody_who_owes_is_reminded(event, session, speaker, officer, heard):
    interpreter = make_contributor(email="interpreter@kr.example")
    session.parts.create(contributor=interpreter, role="interpreter")
    other = make_session(session.stop, start=15, is_released=True, expects_slides=True)
    without_address = other.parts.create(contributor=make_contributor())
    draft = make_session(session.stop, start=17, expects_slides=True)
    draft.parts.create(contributor=make_contributor(email="draft@kr.example"))
    assert chase_slides(event, by=officer) == 1
    sent = [(name, said["session"], said["contributor"], said["by"]) for name, said in heard()]
    assert sent == [("slides_missing", session, speaker, officer)]
    assert (journal(event), without_address.contributor.email) == ([("chase_slides", officer.email)], "")


def test_not_twice_a_day(event, session, officer):
    chase_slides(event, by=officer)
    with pytest.raises(RefusedError, match="reminded today already"):
        chase_slides(event, by=officer)


def test_nobody_owes(event, session, officer, official_by):
    add_material(event, by=official_by, session=session, url="https://ok.example", is_slides=True, **FACTS)
    with pytest.raises(RefusedError, match="Nobody owes slides"):
        chase_slides(event, by=officer)


def test_not_for_an_event_that_is_over(event, session, officer):
    Event.objects.update(status="closed")
    with pytest.raises(RefusedError, match="not held any more"):
        chase_slides(event, by=officer)


def test_officers_only(event, session, official_by, director_kr):
    for person in (official_by, director_kr):
        with pytest.raises(PermissionDenied):
            chase_slides(event, by=person)


def test_the_screen(page, event, session):
    url = reverse("events:materials", args=[event.reference])
    assert "Slides that are missing" in page("officer", url).content.decode()
    assert "Slides that are missing" not in page("official_by", url).content.decode()
    page("officer", reverse("events:chase_slides", args=[event.reference]), sure="1")
    told = Notification.objects.values_list("kind", "user__email")
    assert list(told) == [("slides_missing", "official@by.example")]
