"""A visit: its host and rules, who reads what of it, notes."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from core.refusal import RefusedError
from events.actions.booking import book_seat
from events.actions.visits import remove_visit_note, save_visit, write_visit_note
from events.models import EventOfficer, Seat, Session, Visit, VisitGroup, VisitNote
from tests.cast import cost, sign_in
from tests.events.builders import make_event, make_participant, make_session, make_stop
from tests.events.visits.conftest import fresh, journal, limited, make_group, taken


def url(name, *args):
    return reverse(f"events:{name}", args=["E-2031-01", *args])


def test_host_and_rules_are_written(session, officer, cast):
    row = save_visit(session, by=officer, organisation=cast.organisations["nia"], dress={"en": "Closed shoes"})
    assert (row.organisation_id, str(row.dress), journal(session)) == (
        cast.organisations["nia"].pk,
        "Closed shoes",
        [("save_visit", officer.email)],
    )


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"gate_list_due_at": "starts_at"}, "due before the visit begins"),
        ({"departs_at": "ends_at"}, "One departs before the visit ends"),
    ],
)
def test_moments_in_order(session, officer, values, sentence):
    moments = {name: getattr(session, at) for name, at in values.items()}
    with pytest.raises(RefusedError, match=sentence):
        save_visit(session, by=officer, **moments)
    assert not Visit.objects.exists()


def test_a_due_time_that_moves_is_reminded_of_anew(session, visit, officer):
    Visit.objects.update(gate_reminded_at=timezone.now())
    save_visit(session, by=officer, needs_passport=False)
    assert fresh(visit).gate_reminded_at is not None
    save_visit(session, by=officer, gate_list_due_at=session.starts_at - timedelta(days=2))
    assert fresh(visit).gate_reminded_at is None


def test_who_opens_which_screen(cast, page, session, visit, nino, colleague):
    group = make_group(visit)
    screens = {
        "visits": url("visits"),
        "visit": url("visit", session.pk),
        "edit_visit": url("edit_visit", session.pk),
        "add_group": url("add_group", session.pk),
        "edit_group": url("edit_group", session.pk, group.pk),
        "remove_group": url("remove_group", session.pk, group.pk),
        "visit_groups": url("visit_groups", session.pk),
        "write_visit_note": url("write_visit_note", session.pk),
        "gate_list": url("gate_list", session.pk),
        "book_seat": url("book_seat", session.pk),
        "give_back_seat": url("give_back_seat", session.pk),
    }
    asked = ("officer", "colleague", "director_kr", "official_ge", "contact_ge", "official_by", "")
    met = {name: [page(who, address).status_code for who in asked] for name, address in screens.items()}
    edit = [200, 200, 403, 403, 403, 404, 302]
    own = [403, 403, 403, 200, 403, 403, 302]
    assert met == {
        "visits": [200, 200, 200, 200, 200, 403, 302],
        "visit": [200, 200, 200, 200, 200, 404, 302],
        "edit_visit": edit,
        "add_group": edit,
        "edit_group": edit,
        "remove_group": edit,
        "visit_groups": edit,
        "write_visit_note": [200, 200, 200, 200, 200, 404, 302],
        "gate_list": [200, 403, 403, 403, 403, 404, 302],
        "book_seat": own,
        "give_back_seat": own,
    }


def test_a_draft_is_seen_by_those_who_plan(page, session, visit, nino):
    Session.objects.update(is_released=False)
    asked = ("officer", "director_kr", "official_ge")
    assert [page(who, url("visit", session.pk)).status_code for who in asked] == [200, 200, 404]


def test_the_contact_is_for_officers_co_directors_and_the_travel_desk(cast, event, page, session, visit, nino):
    EventOfficer.objects.create(event=event, user=cast.people["advisor_kr"], duty="travel")
    may = {
        who
        for who in ("officer", "director_by", "advisor_kr", "advisor2_kr", "official_ge", "contact_ge")
        if "Jiwoo Han" in page(who, url("visit", session.pk)).content.decode()
    }
    assert may == {"officer", "director_by", "advisor_kr"}


def test_times_are_written_as_clocks_show_them_there(page, session, visit):
    sent = {"departs_at": "2031-05-06T12:15", "gate_list_due_at": "2031-05-02T18:00", "needs_passport": "on"}
    response = page("officer", url("edit_visit", session.pk), **sent)
    row = fresh(visit)
    assert (response.status_code, row.departs_at.isoformat(), row.gate_list_due_at.isoformat()) == (
        302,
        "2031-05-06T03:15:00+00:00",
        "2031-05-02T09:00:00+00:00",
    )
    refused = page("officer", url("edit_visit", session.pk), **{**sent, "gate_list_due_at": "2031-05-07T18:00"})
    shown = refused.content.decode()
    assert ("due before the visit begins" in shown, 'value="2031-05-07T18:00"' in shown) == (True, True)


def test_a_seat_by_the_browser(page, session, visit, nino):
    limited(session, 1)
    assert "Take a seat" in page("official_ge", url("visits")).content.decode()
    page("official_ge", url("book_seat", session.pk), sure="1")
    assert taken(session) == (1, 1)
    shown = page("official_ge", url("visit", session.pk)).content.decode()
    assert ("You have a seat" in shown, "1 of 1 seats taken" in shown) == (True, True)
    refused = page("official_ge", url("book_seat", session.pk), sure="1")
    assert "one a person" in refused.content.decode()
    page("official_ge", url("give_back_seat", session.pk), sure="1")
    assert taken(session) == (0, 0)


def test_groups_by_the_browser(event, page, session, visit, nino):
    page("officer", url("add_group", session.pk), name_en="Russian group", language="ru", seats="2")
    group = VisitGroup.objects.get()
    page("official_ge", url("book_seat", session.pk), group=str(group.pk))
    other = make_participant(event)
    page("officer", url("visit_groups", session.pk), group=str(group.pk), chosen=str(other.pk))
    assert list(Seat.objects.values_list("group", flat=True)) == [group.pk, group.pk]
    make_participant(event)
    refused = page("officer", url("balance_groups", session.pk), sure="1")
    assert (refused.status_code, "fewer seats than there are visitors" in refused.content.decode()) == (409, True)
    page("officer", url("edit_group", session.pk, group.pk), name_en="Russian group", language="ru")
    assert page("officer", url("balance_groups", session.pk), sure="1").status_code == 302
    assert fresh(group).seats_taken == 3
    page("officer", url("remove_group", session.pk, group.pk), sure="1")
    assert (VisitGroup.objects.exists(), taken(session)) == (False, (3, 3))


def test_a_visit_of_another_event_is_not_here(cast, page, session, visit):
    elsewhere = make_session(make_stop(make_event(cast.centre)), kind="visit", is_released=True)
    names = ("visit", "edit_visit", "gate_list", "visit_groups", "gate_list_pdf")
    assert [page("officer", url(name, elsewhere.pk)).status_code for name in names] == [404] * 5


def test_notes_of_those_who_were_there(page, session, visit, nino, official_ge, director_kr, officer):
    with pytest.raises(RefusedError, match="has not begun yet"):
        write_visit_note(session, by=official_ge, text="Two rooms.", language="en")
    with time_machine.travel(session.ends_at, tick=False):
        with pytest.raises(RefusedError, match="Write the note"):
            write_visit_note(session, by=official_ge, text=" ", language="en")
        page("official_ge", url("write_visit_note", session.pk), text="Two rooms, one team.", language="en")
        note = VisitNote.objects.get()
        assert "Two rooms, one team." in page("contact_ge", url("visit", session.pk)).content.decode()
        with pytest.raises(PermissionDenied):
            remove_visit_note(note, by=director_kr)
        assert page("director_kr", url("remove_visit_note", session.pk, note.pk)).status_code == 403
        page("official_ge", url("remove_visit_note", session.pk, note.pk), sure="1")
        assert not VisitNote.objects.exists()
        remove_visit_note(write_visit_note(session, by=official_ge, text="X", language="en"), by=officer)
    assert [verb for verb, _who in journal(session)] == ["write_visit_note", "remove_visit_note"] * 2


def test_a_stranger_writes_no_note(session, visit, official_by):
    with pytest.raises(PermissionDenied):
        write_visit_note(session, by=official_by, text="X", language="en")


@pytest.mark.parametrize("name", ["visits", "visit", "visit_groups"])
def test_the_pages_cost_the_same_for_many(client, event, session, visit, officer, name):
    client = sign_in(officer, client=client)
    address = url(name) if name == "visits" else url(name, session.pk)

    def more():
        group = make_group(visit, seats=9)
        book_seat(session, make_participant(event), by=officer, group=group)
        with time_machine.travel(session.ends_at):
            write_visit_note(session, by=officer, text="X", language="en")

    more()
    client.get(address)
    first = cost(client, address)
    more()
    more()
    assert cost(client, address) == first
    assert first <= 12
