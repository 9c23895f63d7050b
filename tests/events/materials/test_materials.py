"""Materials are added by those whose session it is, and read by whom they are for."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from core.refusal import RefusedError
from events.actions.materials import add_material, edit_material, remove_material
from events.enums import EventStatus, MaterialAudience
from events.models import Event, Material
from files.models import StoredFile
from tests.cast import PEOPLE, cost, sign_in
from tests.events.builders import make_session
from tests.events.materials.conftest import FACTS, PDF, journal, released, stored, upload


def url(name, *args):
    return reverse(f"events:{name}", args=["E-2031-01", *args])


def test_a_speaker_adds_the_slides_and_they_are_his(event, session, speaker, official_by):
    row = add_material(event, by=official_by, session=session, file=stored(official_by), is_slides=True, **FACTS)
    assert (row.contributor, row.is_slides, journal(row)) == (speaker, True, [("add_material", official_by.email)])
    file = StoredFile.objects.get()
    assert (file.object_id, file.permission, file.language) == (row.pk, "events.view_material", "en")


def test_who_may_add_to_a_session(cast, event, session, nino):
    presented = make_session(session.stop, start=15, is_released=True, delegation=nino.delegation)
    may = {"session": [], "presented": [], "event": []}
    for who, person in cast.people.items():
        for name, target in (("session", session), ("presented", presented), ("event", None)):
            try:
                add_material(event, by=person, session=target, url="https://ok.example/a", **FACTS)
                may[name].append(who)
            except PermissionDenied:
                continue
    assert may == {
        "session": ["official_by", "officer"],
        "presented": ["officer", "official_ge", "contact_ge"],
        "event": ["officer"],
    }


def test_a_file_or_an_address(event, officer):
    for values in ({}, {"file": stored(officer), "url": "https://ok.example"}):
        with pytest.raises(RefusedError, match="one of the two"):
            add_material(event, by=officer, **FACTS, **values)
    assert not Material.objects.exists()


@pytest.mark.parametrize(
    ("audience", "readers"),
    [
        ("public", {*PEOPLE, ""}),
        ("participants", set(PEOPLE) - {"contact_by"}),
        ("officers", {"officer", "director_by", "director_kr"}),
    ],
)
def test_the_file_and_the_page_are_read_by_whom_it_is_for(cast, page, event, session, nino, officer, audience, readers):
    """Everybody appointed to the centre has a part in its events; the contact point of Belarus has none in this one."""
    row = add_material(event, by=officer, session=session, file=stored(officer), **{**FACTS, "audience": audience})
    assert row.file is not None
    released(event, officer)
    address = row.file.get_absolute_url()
    met = {who: page(who, address, head=True).status_code for who in (*PEOPLE, "")}
    assert met == {who: 200 if who in readers else 404 for who in (*PEOPLE, "")}
    listed = {who for who in (*PEOPLE, "") if address in page(who, url("materials")).content.decode()}
    assert listed == readers
    on_page = {who for who in (*PEOPLE, "") if address in page(who, session.get_absolute_url()).content.decode()}
    assert on_page == readers


def test_what_is_read_streams_as_it_was(page, event, session, officer):
    row = add_material(event, by=officer, session=session, file=stored(officer), **{**FACTS, "audience": "public"})
    assert row.file is not None
    assert b"".join(page("", row.file.get_absolute_url()).streaming_content) == PDF


def test_another_file_takes_its_place_and_the_old_one_goes(event, session, official_by):
    row = add_material(event, by=official_by, session=session, file=stored(official_by), **FACTS)
    old = row.file
    assert old is not None
    edit_material(row, by=official_by, file=stored(official_by), **{**FACTS, "audience": "public"})
    row.refresh_from_db()
    old.refresh_from_db()
    assert (row.audience, row.file_id != old.pk, old.removed_at is not None) == (MaterialAudience.PUBLIC, True, True)
    edit_material(row, by=official_by, url="https://ok.example/talk", **FACTS)
    row.refresh_from_db()
    assert (row.file, row.url, StoredFile.objects.kept().count()) == (None, "https://ok.example/talk", 0)


def test_what_is_removed_is_opened_by_nobody(page, event, session, official_by):
    row = add_material(event, by=official_by, session=session, file=stored(official_by), **FACTS)
    assert row.file is not None
    address = row.file.get_absolute_url()
    remove_material(row, by=official_by)
    assert (page("official_by", address).status_code, Material.objects.exists()) == (404, False)
    assert journal(event) == [("remove_material", official_by.email)]


def test_only_who_added_it_and_officers_change_it(cast, event, session, nino, official_by):
    row = add_material(event, by=official_by, session=session, url="https://ok.example", **FACTS)
    may = []
    for who, person in cast.people.items():
        try:
            edit_material(row, by=person, url="https://ok.example/b", **FACTS)
            may.append(who)
        except PermissionDenied:
            continue
    assert may == ["official_by", "officer"]
    Event.objects.update(status=EventStatus.CLOSED)
    with pytest.raises(PermissionDenied):
        remove_material(row, by=official_by)


def test_the_screens(page, event, session, nino, official_by):
    sent = {"title_en": "Talk", "language": "en", "licence": "cc_by", "audience": "public"}
    added = page("official_by", url("add_session_material", session.pk), **sent, file=upload(), is_slides="on")
    assert (added.status_code, added.url) == (302, f"{session.get_absolute_url()}#materials")
    row = Material.objects.get()
    assert (str(row.title), row.is_slides, row.file is not None) == ("Talk", True, True)
    page("official_by", url("edit_material", row.pk), **{**sent, "title_en": "The talk"})
    row.refresh_from_db()
    assert (str(row.title), row.is_slides, row.file is not None) == ("The talk", False, True)
    for name in ("edit_material", "remove_material"):
        assert [page(who, url(name, row.pk)).status_code for who in ("official_ge", "contact_by", "")] == [
            403,
            403,
            302,
        ]
    assert page("official_ge", url("add_session_material", session.pk)).status_code == 403
    assert page("official_by", url("add_material")).status_code == 403
    page("official_by", url("remove_material", row.pk), sure="1")
    assert not Material.objects.exists()


def test_what_is_wrong_comes_back_with_the_file_that_was_kept(page, event, session):
    sent = {"title_en": "", "language": "en", "licence": "cc_by", "audience": "public"}
    first = page("official_by", url("add_session_material", session.pk), **sent, file=upload())
    assert "Already uploaded" in first.content.decode()
    hostile = {**sent, "title_en": "X", "url": "javascript:alert(1)"}
    for values, sentence in (
        ({**sent, "title_en": "X"}, "Choose a file, or write an address below."),
        ({**sent, "title_en": "X", "url": "https://ok.example", "file": upload()}, "one of the two"),
        (hostile, "Enter a valid URL."),
    ):
        shown = page("official_by", url("add_session_material", session.pk), **values).content.decode()
        assert sentence in shown
    assert not Material.objects.exists()


def test_the_list_costs_the_same_for_many(client, event, session, officer):
    client = sign_in(officer, client=client)
    add_material(event, by=officer, session=session, file=stored(officer), **FACTS)
    client.get(url("materials"))
    first = cost(client, url("materials"))
    for _number in range(2):
        add_material(event, by=officer, session=session, file=stored(officer), **FACTS)
    assert cost(client, url("materials")) == first
    assert first <= 12
