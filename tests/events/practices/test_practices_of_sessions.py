"""Which practices a session presents, and where a practice was presented."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from core.panels import panels_beside
from core.refusal import RefusedError
from events.actions.practices import MOST, link_practice, unlink_practice
from events.models import Session
from practices.enums import Status
from tests.cast import cost
from tests.events.builders import make_contributor, make_event, make_session, make_stop
from tests.events.timetable.conftest import journal_of, released
from tests.practices.builders import make_practice


@pytest.fixture
def session(cast):
    return make_session(make_stop(make_event(cast.centre)), title={"en": "Data exchange"})


@pytest.fixture
def practice(cast, advisor_kr):
    return make_practice(cast.centre, cast.organisations["nia"], advisor_kr, status=Status.PUBLISHED)


def url(name, session, *args):
    return reverse(f"events:{name}", args=[session.event.reference, session.pk, *args])


def panel(practice):
    return reverse("events:presented_at", args=[practice.reference])


def speaks(session, user):
    session.parts.create(contributor=make_contributor(user=user))


def test_link_practice(session, practice, officer):
    link = link_practice(session, by=officer, practice=practice)
    assert (link.session, link.practice, link.by) == (session, practice, officer)
    assert journal_of(session) == [("link_practice", officer.email, "")]
    with pytest.raises(RefusedError, match="named in this session already"):
        link_practice(session, by=officer, practice=practice)
    assert session.practices.count() == 1


def test_unlink_practice(session, practice, officer):
    link = link_practice(session, by=officer, practice=practice)
    unlink_practice(link, by=officer)
    unlink_practice(link, by=officer)
    assert not session.practices.exists()
    assert [verb for verb, _who, _why in journal_of(session)] == ["link_practice", "unlink_practice"]


def test_what_is_not_published_and_more_than_a_dozen_are_refused(cast, session, advisor_kr, officer):
    draft = make_practice(cast.centre, cast.organisations["nia"], advisor_kr)
    with pytest.raises(RefusedError, match="Only a published practice"):
        link_practice(session, by=officer, practice=draft)
    rows = [
        make_practice(cast.centre, cast.organisations["nia"], advisor_kr, status=Status.PUBLISHED)
        for _number in range(MOST + 1)
    ]
    for row in rows[:MOST]:
        link_practice(session, by=officer, practice=row)
    with pytest.raises(RefusedError, match="12 practices at most"):
        link_practice(session, by=officer, practice=rows[MOST])


def test_officers_and_those_who_have_a_part_name_it(cast, client_of, session, practice, officer, advisor_kr):
    speaks(session, advisor_kr)
    address = url("link_practice", session)
    met = {who: client_of(cast.people[who]).get(address).status_code for who in cast.people}
    assert {who: status for who, status in met.items() if status != 404} == {
        "officer": 200,
        "director_by": 403,
        "director_kr": 403,
    }
    released(session.event, officer)
    met = {who: client_of(cast.people[who]).get(address).status_code for who in cast.people}
    assert {who for who, status in met.items() if status == 200} == {"officer", "advisor_kr"}
    assert set(met.values()) == {200, 403}
    assert client_of().get(address).status_code == 302
    for who in ("director_by", "official_by"):
        with pytest.raises(PermissionDenied):
            link_practice(session, by=cast.people[who], practice=practice)


def test_by_its_number_and_what_was_typed_is_kept(client_of, cast, session, practice, officer, advisor_kr):
    client, address = client_of(officer), url("link_practice", session)
    draft = make_practice(cast.centre, cast.organisations["nia"], advisor_kr)
    for number in ("P-1999-001", draft.reference):
        answer = client.post(address, {"practice": number})
        assert answer.status_code == 200
        assert f'value="{number}"' in answer.content.decode()
    assert not session.practices.exists()
    answer = client.post(address, {"practice": practice.reference.lower()})
    assert answer["Location"] == f"{session.get_absolute_url()}#practices"
    again = client.post(address, {"practice": practice.reference})
    assert (again.status_code, session.practices.count()) == (200, 1)
    link = session.practices.get()
    assert client.post(url("unlink_practice", session, link.pk)).status_code == 302
    assert client.post(url("unlink_practice", session, link.pk)).status_code == 404
    assert not session.practices.exists()


def test_the_page_of_the_session_names_it(client_of, session, practice, officer):
    link_practice(session, by=officer, practice=practice)
    released(session.event, officer)
    for reader, may in ((None, False), (officer, True)):
        text = client_of(reader).get(session.get_absolute_url()).content.decode()
        assert practice.get_absolute_url() in text
        assert (url("link_practice", session) in text) is may


def test_the_panel_shows_what_was_released_and_drafts_to_those_who_plan(cast, client_of, practice, officer):
    stop = make_stop(make_event(cast.centre))
    shown, hidden = (make_session(stop, start=9 + n, title={"en": f"Title {n}"}) for n in range(2))
    link_practice(shown, by=officer, practice=practice)
    released(shown.event, officer)
    Session.objects.filter(pk=hidden.pk).update(is_released=False)
    link_practice(hidden, by=officer, practice=practice)
    Session.objects.filter(pk=shown.pk).update(title={"en": "Not yet public"})
    visitor = client_of().get(panel(practice))
    assert [(row.pk, str(row.title)) for row in visitor.context["page"].rows] == [(shown.pk, "Title 0")]
    assert [row.pk for row in client_of(officer).get(panel(practice)).context["page"].rows] == [hidden.pk, shown.pk]
    fragment = client_of().get(panel(practice), headers={"HX-Request-Type": "partial"}).content.decode()
    assert ("<html" in fragment, "Title 0" in fragment) == (False, True)


def test_the_panel_is_offered_to_everybody_and_a_draft_is_not_found(client_of, cast, practice, visitor, advisor_kr):
    assert panel(practice) in [one.url for one in panels_beside(practice, visitor)]
    draft = make_practice(cast.centre, cast.organisations["nia"], advisor_kr)
    assert client_of().get(panel(draft)).status_code == 404
    assert "No session has named it yet." in client_of().get(panel(practice)).content.decode()


def test_one_and_three_events_cost_the_same(client, cast, practice, officer):
    def more():
        row = make_session(make_stop(make_event(cast.centre)))
        link_practice(row, by=officer, practice=practice)
        released(row.event, officer)

    more()
    client.get(panel(practice))
    one = cost(client, panel(practice))
    more()
    more()
    assert cost(client, panel(practice)) == one <= 12
