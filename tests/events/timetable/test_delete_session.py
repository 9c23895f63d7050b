import pytest

from core.refusal import RefusedError
from events.actions.releasing import propose_release
from events.actions.timetable import delete_session
from events.models import Material, Seat, Session
from tests.events.builders import make_contributor, make_participant, make_session
from tests.events.timetable.conftest import journal_of


def test_what_nobody_has_seen_goes(event, stop, officer):
    row = make_session(stop)
    row.parts.create(contributor=make_contributor())
    delete_session(row, by=officer)
    assert Session.objects.count() == 0
    assert journal_of(event) == [("delete_session", "officer@centre.example", "")]


def test_what_stands_in_a_version_is_cancelled_instead(event, stop, officer):
    row = make_session(stop)
    propose_release(event, by=officer)
    with pytest.raises(RefusedError, match=r"The session stands in a version of the programme\. Cancel it instead"):
        delete_session(row, by=officer)
    event.releases.all().delete()
    Session.objects.filter(pk=row.pk).update(is_released=True)
    with pytest.raises(RefusedError, match="The session stands in a version"):
        delete_session(row, by=officer)


def test_what_others_have_attached(event, stop, officer):
    row, visit = make_session(stop), make_session(stop, start=12, kind="visit", seats=3)
    Material.objects.create(event=event, session=row, title={"en": "Paper"}, language="en", url="https://a.example")
    Seat.objects.create(session=visit, participant=make_participant(event))
    for one in (row, visit):
        with pytest.raises(RefusedError, match="Materials or seats belong to the session"):
            delete_session(one, by=officer)
    assert Session.objects.count() == 2
