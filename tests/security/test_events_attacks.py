"""Events, as those meet them who are after what is not theirs: each test is an attack that must come to nothing."""

import logging
from datetime import timedelta
from typing import Any

import icalendar
import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.localised import LocalisedText
from core.models import JournalEntry
from core.sheets import cell
from events.actions.editions import cancel_event
from events.actions.materials import add_material, edit_material, remove_material
from events.actions.nominating import edit_nominee
from events.actions.questions import add_question
from events.actions.releasing import propose_release, release
from events.actions.session_people import edit_contributor
from events.actions.travel import remind_of_travel, save_travel
from events.actions.wrapup import add_outcome, carry_outcomes, remind_of_outcome
from events.enums import Duty, EventStatus, ParticipantStatus
from events.models import Event, EventOfficer, Material, Participant, Release, Session, TravelFile
from events.presentation.ics import invitation, person_calendar
from events.versions import following, programme_of
from files.actions import store
from notifications.letters import compose
from notifications.models import Delivery, Notification
from people.enums import Function
from people.models import Centre, User
from tests.cast import Cast, sign_in
from tests.events.builders import (
    make_contributor,
    make_delegation,
    make_event,
    make_participant,
    make_session,
    make_stop,
)
from tests.factories import appoint, make_organisation, make_user
from tests.files.builders import pdf, upload

pytestmark = pytest.mark.django_db
TOLD_BY_LETTER = {"address": "speaker@kr.example"}


@pytest.fixture
def event(cast: Cast) -> Event:
    return make_event(cast.centre)


@pytest.fixture
def abroad(cast: Cast) -> Centre:
    """Another centre of the same house."""
    return Centre.objects.create(
        name={"en": "Another centre"},
        short_name={"en": "Other"},
        acronym="AC",
        side_a=cast.countries["GE"],
        side_b=cast.countries["KR"],
        organisation=make_organisation(country_id="GE"),
    )


@pytest.fixture
def stranger(abroad: Centre) -> User:
    """An officer there."""
    person = make_user(email="officer@other.example")
    appoint(person, Function.OFFICER, abroad.organisation, centre=abroad, is_primary=True)
    return person


def released(event: Event, by: User) -> Release:
    """The draft as it stands, released past every key."""
    row = Release.objects.create(
        event=event,
        version=event.releases.count() + 1,
        status="released",
        released_at=timezone.now(),
        programme=following(programme_of(event), {}, []),
        by=by,
    )
    Event.objects.filter(pk=event.pk).update(released=row)
    Session.objects.filter(event=event).update(is_released=True)
    return row


def material(session: Session | None, event: Event, **fields: Any) -> Material:
    values = {"title": {"en": "Slides"}, "language": "en", "url": "https://example.org/slides", **fields}
    return Material.objects.create(event=event, session=session, **values)


def fresh(row: Any) -> Any:
    return type(row)._base_manager.get(pk=row.pk)


# --- Another centre's officer ----------------------------------------------------------------------------------------


@pytest.fixture
def shared_part(event, abroad, stranger):
    """A speaker of ours whom the stranger has put into a session of an event of his own."""
    person = make_contributor(email="sora@kr.example")
    make_session(make_stop(event)).parts.create(contributor=person)
    theirs = make_stop(make_event(abroad, status=EventStatus.PLANNED))
    return make_session(theirs, day=2).parts.create(contributor=person)


def test_nobody_takes_over_the_speaker_of_another_centre(shared_part, stranger, client_of):
    accomplice = make_user(email="accomplice@other.example")
    with pytest.raises(PermissionDenied):
        edit_contributor(shared_part, by=stranger, email=accomplice.email)
    person = fresh(shared_part.contributor)
    assert (person.email, person.user) == ("sora@kr.example", None)
    row = shared_part.session
    url = reverse("events:edit_contributor", args=[row.event.reference, row.pk, shared_part.pk])
    answer = client_of(stranger).get(url)
    assert (answer.status_code, "sora@kr.example" in answer.content.decode()) == (403, False)


def test_ones_own_speakers_are_put_right(event, officer):
    part = make_session(make_stop(event)).parts.create(contributor=make_contributor())
    assert edit_contributor(part, by=officer, email="sora@kr.example").email == "sora@kr.example"


# --- Links that went to a wrong address ------------------------------------------------------------------------------


def test_a_corrected_address_ends_the_links_of_the_wrong_one(cast, event, officer, official_ge, client):
    delegation = make_delegation(event, cast.organisations["agency_ge"])
    person = make_participant(event, delegation=delegation, user=official_ge, email=official_ge.email)
    secret, calendar_secret = person.secret, person.calendar_secret
    facts, agreed = {"nationality": "Georgia"}, dict.fromkeys(("general", "identifier", "sensitive"), "agreed")
    save_travel(person, by=official_ge, facts=facts, consents=agreed, seen=None)
    edit_nominee(person, by=officer, seen=person.updated_at, email="right@ge.example")
    person = fresh(person)
    assert (person.email, person.user, person.claimed_at) == ("right@ge.example", None, None)
    assert not TravelFile.objects.filter(participant=person).exists()
    old = (reverse("events:registration", args=[secret]), reverse("events:person_ics", args=[calendar_secret]))
    assert [client.get(url).status_code for url in old] == [404, 404]
    assert not Participant.objects.visible_to(official_ge).filter(pk=person.pk, user=official_ge).exists()


def test_other_corrections_leave_the_links(cast, event, officer, official_ge):
    delegation = make_delegation(event, cast.organisations["agency_ge"])
    person = make_participant(event, delegation=delegation, user=official_ge, email="Official@ge.example")
    secret = person.secret
    edit_nominee(person, by=officer, seen=person.updated_at, email=official_ge.email, post="Head of Unit")
    person = fresh(person)
    assert (person.secret, person.user, person.post) == (secret, official_ge, "Head of Unit")


def test_whoever_dropped_out_reads_no_programme_any_more(event, officer):
    make_session(make_stop(event), title={"en": "Closed talks"}, abstract={"en": "Who asks for what"})
    released(event, officer)
    person = make_participant(fresh(event), status=ParticipantStatus.WITHDRAWN)
    written = person_calendar(person, []).decode()
    lines = icalendar.Calendar.from_ical(written).walk("VEVENT")
    assert [(str(line["STATUS"]), "LOCATION" in line, "DESCRIPTION" in line) for line in lines] == [
        ("CANCELLED", False, False)
    ] * 2
    assert [words in written for words in ("Closed talks", "Who asks")] == [False, False]


# --- What people typed, in other formats -----------------------------------------------------------------------------


def test_a_hint_is_text(event, officer, client):
    now = timezone.now()
    event = make_event(event.centre, registration_opens_at=now - timedelta(days=1))
    hint = LocalisedText(en='<form action="/account/login/"><b>Sign in again</b>')
    label = LocalisedText(en="<i>Diet</i>")
    choices = [{"key": "", "text": {"en": "<u>Bus</u>"}}, {"key": "", "text": {"en": "Train"}}]
    add_question(event, by=officer, kind="line", label=label, hint=hint, is_required=False)
    add_question(event, by=officer, kind="choices", label=label, hint=hint, is_required=False, choices=choices)
    page = client.get(reverse("events:register", args=[event.reference])).content.decode()
    assert page.count("&lt;b&gt;Sign in again&lt;/b&gt;") == 2
    assert [tag in page for tag in ("<b>Sign in", "<i>Diet", "<u>Bus")] == [False, False, False]


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_no_cell_is_a_formula(first):
    assert cell(f"{first}HYPERLINK(1)") == f"'{first}HYPERLINK(1)"


def test_the_table_of_delegations_holds_no_formula(cast, event, officer, client_of):
    organisation = make_organisation(name={"en": "＝cmd"}, country_id="GE")
    make_delegation(event, organisation)
    answer = client_of(officer).get(reverse("events:delegations_csv", args=[event.reference]))
    written = b"".join(answer.streaming_content).decode()
    assert ("'＝cmd" in written, ",＝cmd" in written) == (True, False)


def test_control_characters_break_neither_feed_nor_invitation(event, client, officer, client_of):
    now = timezone.now()
    forum = make_event(event.centre, registration_opens_at=now - timedelta(days=1))
    sent = {"given_name": "Da\x07na", "family_name": 'Ki\x1bm"', "email": "dana@kr.example", "country": "KR"}
    answer = client.post(reverse("events:register", args=[forum.reference]), {**sent, "language": "en"})
    assert answer.status_code == 302
    person = Participant.objects.get(event=forum)
    assert (person.given_name, person.family_name) == ("Dana", 'Kim"')
    written = icalendar.Calendar.from_ical(invitation(person, method="REQUEST"))
    assert len(written.walk("VEVENT")) == 1
    staff = client_of(officer)
    url = reverse("events:edit", args=[forum.reference])
    form = staff.get(url).context["form"]
    sent = {name: form[name].value() for name in ("kind", "mode", "starts_on", "ends_on", "certificate_share", "seen")}
    answer = staff.post(url, {**sent, "name_en": "Forum\x0bof 2031\x07", "is_public": "on"})
    assert answer.status_code == 302
    assert fresh(forum).name["en"] == "Forum of 2031"
    assert client.get(reverse("events:feed")).status_code == 200


# --- What is not announced -------------------------------------------------------------------------------------------


def told(**to: Any) -> list[str]:
    return sorted(Notification.objects.filter(**to).values_list("kind", flat=True))


def test_nobody_learns_of_a_planned_event_by_its_cancellation(cast, officer, official_by):
    planned = make_event(cast.centre, status=EventStatus.PLANNED)
    session = make_session(make_stop(planned))
    session.parts.create(contributor=make_contributor(email="speaker@kr.example"))
    make_session(session.stop, day=1).parts.create(contributor=make_contributor(user=official_by, email="a@by.example"))
    cancel_event(planned, by=officer, reason="No budget.")
    assert (told(**TOLD_BY_LETTER), told(user=official_by)) == ([], [])


def test_nobody_learns_of_a_planned_event_by_its_programme(cast, officer, director_by, director_kr):
    planned = make_event(cast.centre, status=EventStatus.PLANNED)
    session = make_session(make_stop(planned))
    session.parts.create(contributor=make_contributor(email="speaker@kr.example"))
    version = propose_release(planned, by=officer)
    release(version, by=director_by)
    release(version, by=director_kr)
    assert (fresh(planned).released, told(**TOLD_BY_LETTER)) == (version, [])


def test_speakers_of_an_announced_event_are_told_both(event, officer, director_by, director_kr):
    session = make_session(make_stop(event))
    session.parts.create(contributor=make_contributor(email="speaker@kr.example"))
    version = propose_release(event, by=officer)
    release(version, by=director_by)
    release(version, by=director_kr)
    cancel_event(event, by=officer, reason="No budget.")
    assert told(**TOLD_BY_LETTER) == ["event_cancelled_to_speakers", "programme_released_by_letter"]


def test_a_public_material_does_not_name_a_session_of_the_draft(event, officer, client, client_of):
    stop = make_stop(event)
    secret = make_session(stop, title={"en": "Secret guest"})
    shown = make_session(stop, day=1, title={"en": "Opening"}, is_released=True)
    material(secret, event, audience="public", title={"en": "Early slides"})
    material(shown, event, audience="public", title={"en": "Opening slides"})
    url = reverse("events:materials", args=[event.reference])
    seen = {
        who: [
            words in browser.get(url).content.decode() for words in ("Opening slides", "Early slides", "Secret guest")
        ]
        for who, browser in (("visitor", client), ("officer", client_of(officer)))
    }
    assert seen == {"visitor": [True, False, False], "officer": [True, True, True]}


def test_a_new_title_of_the_draft_stands_on_no_page_until_it_is_released(
    event, officer, official_ge, client, client_of
):
    """Whoever comes reads what was released: title, time and that it is held, wherever the session is named."""
    speaker = make_contributor(user=official_ge)
    visit = make_session(make_stop(event), title={"en": "A data centre"}, kind="visit", seats=5)
    visit.parts.create(contributor=speaker)
    material(visit, event, audience="public")
    make_participant(event, user=official_ge, email=official_ge.email)
    released(event, officer)
    later = visit.starts_at + timedelta(hours=3)
    Session.objects.filter(pk=visit.pk).update(
        title={"en": "Secret guest"}, cancelled_at=timezone.now(), starts_at=later, ends_at=later + timedelta(hours=1)
    )
    pages = {
        "materials": reverse("events:materials", args=[event.reference]),
        "visits": reverse("events:visits", args=[event.reference]),
        "visit": reverse("events:visit", args=[event.reference, visit.pk]),
        "book_seat": reverse("events:book_seat", args=[event.reference, visit.pk]),
        "give_back_seat": reverse("events:give_back_seat", args=[event.reference, visit.pk]),
        "add_session_material": reverse("events:add_session_material", args=[event.reference, visit.pk]),
    }

    def read(browser: Client, name: str) -> tuple[bool, bool]:
        page = browser.get(pages[name]).content.decode()
        return "A data centre" in page, "Secret guest" in page

    official_ge.language = officer.language = "en"
    for person in (official_ge, officer):
        person.save()
    theirs, ours = client_of(official_ge), client_of(officer)
    assert {name: read(theirs, name) for name in pages} == dict.fromkeys(pages, (True, False))
    assert read(client, "materials") == (True, False)
    assert "09:00" in theirs.get(pages["visits"]).content.decode()
    assert "No longer held" not in theirs.get(pages["visits"]).content.decode()
    assert {name: read(ours, name) for name in ("materials", "visits", "visit")} == dict.fromkeys(
        ("materials", "visits", "visit"), (False, True)
    )


# --- Rights that ended -----------------------------------------------------------------------------------------------


def test_whoever_left_the_centre_changes_no_material(cast, event, officer):
    row = material(None, event, by=officer, audience="public")
    officer.appointments.update(ends_on=timezone.localdate() - timedelta(days=1))
    gone = User.objects.get(pk=officer.pk)
    with pytest.raises(PermissionDenied):
        edit_material(row, by=gone, url="https://phishing.example/")
    assert fresh(row).url == "https://example.org/slides"
    assert sign_in(gone).get(reverse("events:edit_material", args=[event.reference, row.pk])).status_code == 403


def test_whoever_speaks_no_more_changes_no_slides(event, official_by):
    session = make_session(make_stop(event), is_released=True)
    part = session.parts.create(contributor=make_contributor(user=official_by))
    row = material(session, event, by=official_by, audience="public")
    assert edit_material(row, by=official_by, url="https://example.org/second").url == "https://example.org/second"
    part.delete()
    with pytest.raises(PermissionDenied):
        edit_material(row, by=official_by, url="https://phishing.example/")


PROGRAMME = {
    "timetable": [],
    "session": ["session"],
    "event_ics": [],
    "session_ics": ["session"],
    "materials": [],
    "release": ["version"],
    "visits": [],
    "wrap_up": [],
}


@pytest.mark.parametrize("status", [ParticipantStatus.WITHDRAWN, ParticipantStatus.DECLINED])
def test_whoever_dropped_out_follows_a_closed_event_no_more(cast, officer, official_ge, client_of, status):
    """The event for the invited, and the own row, are found; what is held there is for those who come."""
    event = make_event(cast.centre, is_public=False)
    session = make_session(make_stop(event), title={"en": "Closed talks"})
    material(session, event, audience="public", title={"en": "Closed slides"})
    version = released(event, officer)
    person = make_participant(event, user=official_ge, email=official_ge.email)
    numbers = {"session": session.pk, "version": version.version}
    urls = {
        name: reverse(f"events:{name}", args=[event.reference, *(numbers[one] for one in more)])
        for name, more in PROGRAMME.items()
    }
    browser = client_of(official_ge)
    assert {name: browser.get(url).status_code for name, url in urls.items()} == dict.fromkeys(PROGRAMME, 200)
    assert "Closed talks" in browser.get(event.get_absolute_url()).content.decode()
    Participant.objects.filter(pk=person.pk).update(status=status)
    left = {name: browser.get(url).status_code for name, url in urls.items()}
    assert left == {**dict.fromkeys(PROGRAMME, 403), "release": 404}
    page = browser.get(event.get_absolute_url())
    assert (page.status_code, "Closed talks" in page.content.decode()) == (200, False)
    assert not [name for name, url in urls.items() if url in page.content.decode()]
    assert browser.get(person.get_absolute_url()).status_code == 200
    assert list(Session.objects.visible_to(official_ge)) == list(Material.objects.visible_to(official_ge)) == []
    Event.objects.filter(pk=event.pk).update(is_public=True)
    everybody = {name: browser.get(urls[name]).status_code for name in ("timetable", "session", "materials", "release")}
    assert everybody == dict.fromkeys(everybody, 200)  # what visitors read, they read


def test_nobody_is_told_to_give_a_passport_to_somebody_who_left(cast, event, officer):
    make_stop(event)
    former = make_user(email="former@centre.example")
    post = appoint(former, Function.OFFICER, cast.organisations["centre"], centre=cast.centre, is_primary=True)
    for user in (former, officer):
        EventOfficer.objects.create(event=event, user=user, duty=Duty.TRAVEL)
    make_participant(event, email="traveller@ge.example")
    type(post).objects.filter(pk=post.pk).update(ends_on=timezone.localdate() - timedelta(days=1))
    remind_of_travel(event, by=officer)
    letter = compose(Delivery.objects.get(notification__address="traveller@ge.example"))
    assert letter is not None
    assert (officer.email in letter.body, former.email in letter.body) == (True, False)


def test_the_journal_holds_no_secret_of_a_link(cast, event, officer):
    delegation = make_delegation(event, cast.organisations["agency_ge"])
    person = make_participant(event, delegation=delegation)
    before = (person.secret, person.calendar_secret)
    edit_nominee(person, by=officer, seen=person.updated_at, email="right@ge.example")
    after = fresh(person)
    written = " ".join(f"{one.reason} {one.data}" for one in JournalEntry.objects.all())
    assert not [secret for secret in (*before, after.secret, after.calendar_secret) if secret in written]


def test_nobody_learns_of_a_planned_edition_by_an_action_carried_to_it(cast, event, officer, official_ge, client_of):
    """Who owes it goes on where it was owed: page, settling, desk and letters know the edition it came from."""
    make_participant(event, user=official_ge, email=official_ge.email)
    contact = cast.people["contact_by"]
    contact.language = "en"
    contact.save()
    owed = {"country": cast.countries["BY"], "due_on": timezone.localdate() + timedelta(days=5)}
    add_outcome(event, by=officer, kind="action", text=LocalisedText(en="Send the draft."), **owed)
    planned = make_event(cast.centre, status=EventStatus.PLANNED, name={"en": "Secret edition"})
    add_outcome(planned, by=officer, kind="decision", text=LocalisedText(en="In secret."))
    [carried] = carry_outcomes(event, to=planned, by=officer)
    url, ahead = (reverse("events:wrap_up", args=[one.reference]) for one in (event, planned))
    settling, there = (reverse("events:settle_outcome", args=[one.reference, carried.pk]) for one in (event, planned))

    def named(*pages: str, by: User = contact) -> list[tuple[bool, bool]]:
        found = [client_of(by).get(page).content.decode() for page in pages]
        return [(planned.reference in page, "Secret edition" in page) for page in found]

    assert named(url, by=official_ge) == [(False, False)]
    assert named(url, settling, "/desk/") == [(False, False)] * 3
    assert [client_of(contact).get(page).status_code for page in (settling, ahead, there)] == [200, 404, 404]
    assert [client_of(officer).get(page).status_code for page in (settling, ahead, there)] == [200, 200, 200]
    assert named(url, by=officer) == [(True, False)]
    assert settling in client_of(contact).get(url).content.decode()
    assert url in client_of(contact).get("/desk/").content.decode()
    assert remind_of_outcome(carried)
    letter = compose(Delivery.objects.get(notification__user=contact, notification__kind="outcome_due_soon"))
    assert letter is not None
    said = f"{letter.subject} {letter.body}"
    assert [words in said for words in (str(event.name), planned.reference, "Secret edition")] == [True, False, False]
    assert named("/inbox/") == [(False, False)]
    result = {"status": "done", "result": "Sent on Monday."}
    done = client_of(contact).post(settling, result)
    assert (done.status_code, done.url.startswith(url)) == (302, True)
    assert fresh(carried).status == "done"


def test_an_action_is_found_where_it_was_carried_once_that_is_announced(cast, event, officer, official_ge, client_of):
    make_participant(event, user=official_ge, email=official_ge.email)
    owed = {"country": cast.countries["BY"], "due_on": timezone.localdate() + timedelta(days=5)}
    add_outcome(event, by=officer, kind="action", text=LocalisedText(en="Send the draft."), **owed)
    following = make_event(cast.centre, is_public=False)
    [carried] = carry_outcomes(event, to=following, by=officer)
    url, there = (reverse("events:wrap_up", args=[one.reference]) for one in (event, following))
    contact = client_of(cast.people["contact_by"])
    settling = reverse("events:settle_outcome", args=[following.reference, carried.pk])
    assert following.reference in client_of(official_ge).get(url).content.decode()
    assert [contact.get(page).status_code for page in (url, there, settling)] == [200, 200, 200]
    assert settling in contact.get(there).content.decode()


# --- Logs, addresses, files ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("method", "ending", "status"), [("get", "", 200), ("get", "x", 301), ("get", "x/y/", 404), ("post", "", 403)]
)
def test_no_secret_of_a_participant_is_logged(event, caplog, capsys, method, ending, status):
    person, client = make_participant(event), Client(enforce_csrf_checks=True)
    path = reverse("events:cancel_registration", args=[person.secret])
    with caplog.at_level(logging.DEBUG):
        answer = getattr(client, method)(path.rstrip("/") + ending.removeprefix("x") if ending else path)
    written = capsys.readouterr().out + caplog.text
    assert (answer.status_code, "request" in written, person.secret in written) == (status, True, False)


@pytest.mark.parametrize("route", ["person_ics", "endorse_by_link", "certificate", "plan_by_link"])
def test_no_guessed_secret_is_logged(db, caplog, capsys, client, route):
    with caplog.at_level(logging.DEBUG):
        assert client.get(reverse(f"events:{route}", args=["a-guessed-secret"])).status_code == 404
    assert "a-guessed-secret" not in capsys.readouterr().out + caplog.text


@pytest.mark.parametrize("url", ["javascript:alert(1)", "JaVaScRiPt://example.org/%0aalert(1)", "data:text/html,x"])
def test_no_material_runs_a_script(event, officer, client_of, url):
    session = make_session(make_stop(event), is_released=True)
    address = reverse("events:add_session_material", args=[event.reference, session.pk])
    sent = {"title_en": "Slides", "url": url, "language": "en", "audience": "public", "licence": "own_use"}
    answer = client_of(officer).post(address, sent)
    assert (list(answer.context["form"].errors), Material.objects.count()) == (["url"], 0)


def test_a_file_is_read_by_nobody_once_its_material_is_gone_or_not_given_yet(event, officer, official_ge, client_of):
    make_participant(event, user=official_ge, email=official_ge.email)
    file = store(upload(pdf(), "slides.pdf"), by=officer)
    seen = [client_of(who).head(file.get_absolute_url()).status_code for who in (officer, official_ge, None)]
    facts = {"title": LocalisedText(en="Slides"), "language": "en", "licence": "own_use"}
    row = add_material(event, by=officer, file=file, audience="participants", **facts)
    seen += [client_of(who).head(file.get_absolute_url()).status_code for who in (officer, official_ge, None)]
    remove_material(row, by=officer)
    seen += [client_of(who).head(file.get_absolute_url()).status_code for who in (officer, official_ge, None)]
    assert seen == [200, 404, 404, 200, 200, 404, 404, 404, 404]


def test_no_name_ends_the_data_for_machines_or_the_line_of_a_calendar(event, officer, client):
    name = LocalisedText(en="</script><b>x</b>\r\nATTENDEE:mailto:a@b.example")
    Event.objects.filter(pk=event.pk).update(name=name)
    page = client.get(reverse("events:detail", args=[event.reference])).content.decode()
    assert "</script><b>" not in page
    person = make_participant(fresh(event), given_name='T":mailto:evil@example.org;ROLE=CHAIR')
    for written in (client.get(reverse("events:event_ics", args=[event.reference])).content, _invited(person)):
        assert b"\r\nATTENDEE:mailto:a@b.example" not in written
    (line,) = icalendar.Calendar.from_ical(_invited(person)).walk("VEVENT")
    assert (str(line["ATTENDEE"]), "ROLE" in line["ATTENDEE"].params) == (f"mailto:{person.email}", False)


def _invited(person: Participant) -> bytes:
    return invitation(person, method="REQUEST")
