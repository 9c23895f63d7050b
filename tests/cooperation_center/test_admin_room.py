"""What waits for an administrator: each line counts its rows, and leads to exactly these."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from calendars.models import CalendarException
from consultations.models import Consultation
from cooperation_center import admin_room
from cooperation_center.admin_room import LINES, room
from core.models import Signature, Silence
from files.models import Backup, StoredFile
from letters.actions.issuing import issue_run
from letters.models import Letter
from notifications.enums import State
from notifications.models import Delivery, Notification
from people.enums import Function
from people.models import Appointment, Invitation, User
from practices.enums import Status, TranslationState
from practices.models import Practice, Translation
from reports.enums import JobState
from reports.models import Job
from tests.consultations import builders as requests
from tests.factories import appoint, make_user
from tests.letters import builders as letter_builders
from tests.pages import builders as page_builders

NOW = datetime(2026, 11, 18, 9, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(NOW, tick=False):
        yield NOW


@pytest.fixture
def site(admin_user, client_of):
    User.objects.update(language="en")
    return client_of(admin_user)


def counts():
    return {one.line.name: one.count for one in room().lines}


def letters(person, state, number=1, **values):
    kind = ContentType.objects.get_for_model(User)
    told = Notification.objects.bulk_create(
        Notification(user=person, kind="hello", event=f"{state}:{n}:{values}", content_type=kind, object_id=person.pk)
        for n in range(number)
    )
    Delivery.objects.bulk_create(
        Delivery(notification=one, address=person.email, state=state, **values) for one in told
    )


def work(state, **values):
    return Job.objects.create(work="export", language="en", state=state, **values)


def silence(about, due_at, **values):
    kind = ContentType.objects.get_for_model(about)
    return Silence.objects.create(
        content_type=kind, object_id=about.pk, step="decide", started_at=due_at - 5 * DAY, due_at=due_at, **values
    )


def stored(name, **values):
    return StoredFile.objects.create(
        name=name, kind="application/pdf", size=10, sha256="0" * 64, storage_name=name, **values
    )


def practice(cast, reference, status, **translation):
    is_public = status == Status.PUBLISHED
    entry = Practice.objects.create(
        centre=cast.centre,
        reference=reference,
        status=status,
        owner=cast.organisations["nia"],
        country=cast.countries["KR"],
        author=cast.people["advisor_kr"],
        proposed_at=NOW,
        **({"published_at": NOW, "verified_on": NOW.date(), "recheck_on": NOW.date() + 365 * DAY} if is_public else {}),
    )
    return Translation.objects.create(practice=entry, language="ru", **translation)


def fill(cast):
    """One row and more for each line, and beside each of them one that is as it should be."""
    by, kr = cast.people["official_by"], cast.people["director_kr"]
    letters(by, State.FAILED, 2)
    letters(by, State.PENDING, created_at=NOW - timedelta(hours=2))
    letters(by, State.PENDING, created_at=NOW - timedelta(minutes=2))
    work(JobState.FAILED, ended_at=NOW)
    work(JobState.DONE, ended_at=NOW)
    work(JobState.WAITING, asked_at=NOW - timedelta(hours=1))
    work(JobState.WAITING, asked_at=NOW)
    work(JobState.RUNNING, started_at=NOW - DAY, held_until=NOW - timedelta(hours=1))
    work(JobState.RUNNING, started_at=NOW - DAY, held_until=NOW)
    late, ended, _in_time = [requests.registered(cast) for _ in range(3)]
    Consultation.objects.filter(pk__in=[late.pk, ended.pk]).update(due_at=NOW - DAY)
    Consultation.objects.filter(pk=ended.pk).update(status="closed")
    silence(by, NOW - timedelta(hours=2))
    silence(kr, NOW - timedelta(minutes=2))
    silence(cast.people["officer"], NOW - DAY, ended_at=NOW)
    silence(cast.people["contact_by"], NOW - DAY)  # the other side has said no: silence does not sign
    Signature.objects.create(
        content_type=ContentType.objects.get_for_model(User),
        object_id=cast.people["contact_by"].pk,
        step="decline",
        key="a",
    )
    stored("left", by=by, created_at=NOW - 2 * DAY)
    stored("new", by=by, created_at=NOW)
    run = letter_builders.prepared(cast, letter_builders.make_inviting_event(cast, "services_by"))
    issue_run(run, by=cast.people["officer"])
    Letter.objects.update(issued_at=NOW - timedelta(hours=2))
    page_builders.correct(cast, page_builders.publish(cast, page_builders.make_page(cast, "be", "ru")), "be")
    with override_settings(PARALLEL_LANGUAGES=["be"]):  # published before Russian was asked for
        page_builders.publish(cast, page_builders.make_page(cast, "be"))
    page_builders.make_release(cast, "en")
    practice(cast, "BP-1", Status.PUBLISHED, state=TranslationState.MISSING)
    practice(cast, "BP-2", Status.PROPOSED, state=TranslationState.MISSING)
    practice(cast, "BP-3", Status.PUBLISHED, state=TranslationState.MISSING, outdated=2)
    Appointment.objects.filter(user=by).update(ends_on=NOW.date() + 20 * DAY)
    Appointment.objects.filter(user=kr).update(ends_on=NOW.date() + 80 * DAY)
    Appointment.objects.filter(user=cast.people["officer"]).update(ends_on=NOW.date() + 100 * DAY)
    make_user(email="nobody@by.example")
    gone = make_user(email="gone@by.example")
    appoint(gone, Function.MEMBER, cast.organisations["nia"], starts_on=date(2020, 1, 1), ends_on=date(2021, 1, 1))
    for number, values in enumerate(({}, {"revoked_at": NOW}, {"accepted_at": NOW})):
        Invitation.objects.create(
            email=f"i{number}@by.example",
            organisation=cast.organisations["services_by"],
            function=Function.MEMBER,
            invited_by=cast.people["admin_user"],
            sent_at=NOW - 30 * DAY,
            expires_at=NOW - 16 * DAY,
            **values,
        )
    CalendarException.objects.create(calendar_id="KR", date=date(2027, 2, 8), reason={"en": "Decree"})


ALL = {
    "failed_letters": 2,
    "waiting_letters": 1,
    "failed_work": 1,
    "waiting_work": 1,
    "left_work": 1,
    "letters_without_paper": 1,
    "late_requests": 1,
    "late_silences": 1,
    "left_files": 1,
    "missing_translations": 2,
    "outdated_translations": 1,
    "missing_pages": 1,
    "outdated_pages": 1,
    "appointments_ending_in_30_days": 1,
    "appointments_ending_in_90_days": 2,
    "accounts_without_post": 2,
    "unanswered_invitations": 1,
    "missing_decrees": 1,
}


def test_each_line_counts_what_is_not_as_it_should_be(cast):
    fill(cast)
    assert counts() == ALL
    assert set(ALL) == {line.name for line in LINES}


def test_each_line_leads_to_its_rows(cast, site):
    fill(cast)
    seen = {}
    for one in room().lines:
        page = site.get(one.url)
        assert page.status_code == 200, one.url
        shown = {row.pk for row in page.context["cl"].result_list}
        assert shown == set(one.line.rows(NOW).values_list("pk", flat=True)), one.line.name
        seen[one.line.name] = len(shown)
    assert seen == ALL


def test_the_room_costs_the_same_however_much_has_failed(cast, site):
    site.get("/admin/")
    fill(cast)
    with CaptureQueriesContext(connection) as few:
        found = room()
    letters(cast.people["officer"], State.FAILED, admin_room.MOST + 20)
    with CaptureQueriesContext(connection) as many:
        full = room()
    assert (len(few), len(many)) == (4, 4)
    assert [one.more for one in full.lines] == [True, *[False] * (len(LINES) - 1)]
    assert [one.count for one in found.lines if one.line.name == "failed_letters"] == [2]
    assert "more than 100" in site.get("/admin/").content.decode()


def test_nothing_waits(cast, site):
    Backup.objects.create(taken_at=NOW - DAY, rows=9, files=0, size=100)
    for code in ("BY", "KR"):
        CalendarException.objects.create(calendar_id=code, date=date(2027, 1, 4), reason={"en": "Decree"})
    assert (counts(), room().is_backup_late) == ({}, False)
    assert room().is_well or room().is_disk_full
    page = site.get("/admin/").content.decode()
    assert ("Nothing waits:" in page) == room().is_well
    assert "Last backup: 17 Nov 2026" in page
    assert "Counted at 18 Nov 2026" in page


@pytest.mark.parametrize(
    ("age", "said"),
    [(None, "No backup was ever made."), (3 * DAY, "The last backup is older than two days."), (DAY, "")],
)
def test_the_age_of_the_last_backup(cast, site, age, said):
    if age:
        Backup.objects.create(taken_at=NOW - age, rows=9, files=0, size=100)
    page = site.get("/admin/").content.decode()
    sentences = ("No backup was ever made.", "The last backup is older than two days.")
    assert [one for one in sentences if one in page] == [said][: bool(said)]


def test_decrees_are_asked_for_from_october(cast):
    assert counts()["missing_decrees"] == 2  # both sides
    CalendarException.objects.create(calendar_id="GE", date=date(2026, 1, 5), reason={"en": "Decree"})
    assert counts()["missing_decrees"] == 3  # Georgia had one this year
    with time_machine.travel(datetime(2026, 9, 30, tzinfo=UTC), tick=False):
        assert "missing_decrees" not in counts()


def test_storage_is_told_by_app(cast, site, official_by):
    kind = ContentType.objects.get_for_model(User)
    for name in ("one", "two"):
        stored(name, content_type=kind, object_id=official_by.pk, permission="people.view_user")
    stored("new", by=official_by)
    stored("gone", removed_at=timezone.now(), erased_at=timezone.now())
    found = [(str(one.label), one.files, one.size) for one in room().stored]
    assert sorted(found) == [("Not used yet", 1, 10), ("People and organisations", 2, 20)]
    for one in room().stored:
        assert len(site.get(one.url).context["cl"].result_list) == one.files + (
            one.files == 1
        )  # erased rows stay listed


def test_a_disk_that_fills_up_is_said(cast, site, monkeypatch):
    monkeypatch.setattr(admin_room, "LEAST_FREE", 2)
    assert room().is_disk_full
    assert "Less than a tenth of the disk is free." in site.get("/admin/").content.decode()


def test_nobody_else_enters(cast, client_of, official_by, officer):
    assert [client_of(one).get("/admin/", follow=True).status_code for one in (official_by, officer)] == [403, 403]
    assert client_of().get("/admin/").status_code == 302
