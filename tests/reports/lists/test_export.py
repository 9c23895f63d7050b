"""A list asked for on its page, written in the background, taken by whoever may still see it."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from core.models import JournalEntry
from events.enums import EventStatus
from files.models import StoredFile
from people.models import Appointment, User
from reports.actions.asking import ask
from reports.actions.running import work_off_one
from reports.enums import JobState
from reports.models import Job
from reports.policies.jobs import EXPORT
from tests.cast import sign_in
from tests.events.builders import make_event, make_participant
from tests.projects.builders import make_project
from tests.projects.reports.quarter import make_risk
from tests.reports.lists.reading import cells_of, rows_of_csv, texts_of


@pytest.fixture(autouse=True)
def _in_english(cast):
    User.objects.update(language="en")


def export(client, name, *, of="", form="csv", query=""):
    return client.post(reverse("reports:export", args=[name]) + query, {"of": of, "format": form})


def asked(user, name, *, of="", form="csv", query=""):
    """Asked for and done; the piece of work, and the path of what it has made."""
    job = ask(EXPORT, {"list": name, "of": of, "query": query, "format": form}, by=user, language="en")
    assert work_off_one()
    file = StoredFile.objects.about(job).first()
    return Job.objects.get(pk=job.pk), Path(settings.MEDIA_ROOT, file.storage_name) if file else None


def test_a_button_asks_for_it_with_the_filters_of_the_page(cast, officer, client_of):
    make_project(cast)
    client = client_of(officer)
    shown = client.get(reverse("projects:list") + "?kind=pilot&q=x").content.decode()
    assert '<form class="take-along"' not in shown  # nothing is found there
    shown = client.get(reverse("projects:list") + "?kind=pilot").content.decode()
    assert f'action="{reverse("reports:export", args=["projects.projects"])}?kind=pilot"' in shown
    answer = export(client, "projects.projects", query="?kind=pilot&older=abc", form="xlsx")
    job = Job.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, job.get_absolute_url())
    assert job.asked == {"list": "projects.projects", "of": "", "query": "kind=pilot&older=abc", "format": "xlsx"}
    assert (job.by, job.language, job.state) == (officer, "en", JobState.WAITING)
    page = client.get(job.get_absolute_url()).content.decode()
    assert "Table: Projects (XLSX)" in page


def test_a_visitor_is_offered_what_is_there_at_once_and_no_work(cast, client_of):
    make_project(cast)
    shown = client_of().get(reverse("projects:list") + "?kind=pilot").content.decode()
    assert ('<form class="take-along"' in shown, f'href="{reverse("projects:list_csv")}?kind=pilot"' in shown) == (
        False,
        True,
    )
    assert export(client_of(), "projects.projects").status_code == 302
    assert Job.objects.count() == 0


@pytest.mark.parametrize(
    ("name", "form"), [("projects.unknown", "csv"), ("projects.projects", "exe"), ("people.experts", "csv")]
)
def test_what_there_is_not_or_one_does_not_see_is_404(official_by, client_of, name, form):
    assert export(client_of(official_by), name, form=form).status_code == 404
    assert Job.objects.count() == 0


def test_too_many_filters_are_refused(officer, client_of):
    assert export(client_of(officer), "projects.projects", query="?q=" + "x" * 2100).status_code == 409


def test_the_rows_are_those_of_the_page_in_its_order(cast, officer):
    first, second = make_project(cast), make_project(cast)
    job, path = asked(officer, "projects.projects")
    head, *rows = rows_of_csv(path)
    assert (job.state, job.outcome["rows"]) == (JobState.DONE, 2)
    assert head[:3] == ["Number", "Name", "State"]
    assert [row[0] for row in rows] == [second.reference, first.reference]
    assert {len(row) for row in rows} == {len(head)}


def test_a_filter_narrows_it(cast, officer):
    make_project(cast)
    _job, path = asked(officer, "projects.projects", query="stage=closed")
    assert len(rows_of_csv(path)) == 1


def test_xlsx_says_what_it_is(cast, officer):
    make_project(cast)
    _job, path = asked(officer, "projects.projects", form="xlsx", query="kind=pilot&newer=x")
    about = dict(texts_of(path, 2))
    assert about["List"] == "Projects"
    assert about["Rows"] == "1"
    assert about["Address with the filters"] == settings.SITE_URL + reverse("projects:list") + "?kind=pilot"
    assert about["Times are those of"] == "Europe/Minsk"
    assert officer.family_name not in str(cells_of(path, 1))


def test_rights_are_asked_when_it_is_written(cast, officer, client_of):
    """Asked for by an officer, who is none any more when a worker takes it up."""
    event = make_event(cast.centre, status=EventStatus.ANNOUNCED)
    make_participant(event)
    assert export(client_of(officer), "events.participants", of=event.reference).status_code == 302
    Appointment.objects.filter(user=officer).update(ends_on=timezone.localdate() - timedelta(days=1))
    work_off_one()
    job = Job.objects.get()
    assert (job.state, job.error) == (
        JobState.FAILED,
        "You no longer have the right to see what was asked for.",
    )
    assert StoredFile.objects.count() == 0


def test_who_was_closed_out_is_given_nothing(cast, officer):
    job = ask(EXPORT, {"list": "projects.projects", "of": "", "query": "", "format": "csv"}, by=officer, language="en")
    User.objects.filter(pk=officer.pk).update(is_active=False)
    work_off_one()
    assert Job.objects.get(pk=job.pk).state == JobState.FAILED


def test_people_of_an_event_are_for_its_officers(cast, officer, official_ge, client_of):
    event = make_event(cast.centre, status=EventStatus.ANNOUNCED)
    make_participant(event, family_name="=Novik")
    assert export(client_of(official_ge), "events.participants", of=event.reference).status_code == 404
    assert export(client_of(officer), "events.participants", of="CC-1999-9").status_code == 404
    _job, path = asked(officer, "events.participants", of=event.reference)
    assert [row[0] for row in rows_of_csv(path)] == ["Family name", "'=Novik"]
    assert JournalEntry.objects.about(event).filter(verb="export_participants", actor=officer).count() == 1


def download(user, job):
    """The answer, and its bytes."""
    file = StoredFile.objects.about(job).get()
    answer = sign_in(user).get(file.get_absolute_url())
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return answer, body


def test_the_file_is_for_whoever_asked_as_long_as_his_posts_hold(cast, officer, director_by):
    make_project(cast)
    job, _path = asked(officer, "projects.projects")
    got, body = download(officer, job)
    assert (got.status_code, got["Content-Type"], got["Cache-Control"]) == (200, "text/csv", "private, no-store")
    assert body.startswith(b"\xef\xbb\xbfNumber,Name")
    assert download(director_by, job)[0].status_code == 404
    page = sign_in(officer).get(job.get_absolute_url()).content.decode()
    assert "Projects 20" in page
    Appointment.objects.filter(user=officer).update(ends_on=timezone.localdate() - timedelta(days=1))
    assert download(officer, job)[0].status_code == 404
    page = sign_in(officer).get(job.get_absolute_url()).content.decode()
    assert "What was made is no longer yours to take" in page


def test_the_file_of_a_record_goes_with_the_right_on_the_record(cast, official_by):
    """Another body leads the project; whoever worked on it keeps his post."""
    project = make_project(cast, author=official_by, is_public=True)
    make_risk(project)
    job, _path = asked(official_by, "projects.risks", of=project.reference)
    other, _path = asked(official_by, "projects.projects")
    assert [download(official_by, one)[0].status_code for one in (job, other)] == [200, 200]
    project.lead_a = cast.organisations["ministry_by"]
    project.save()
    assert [download(official_by, one)[0].status_code for one in (job, other)] == [404, 200]


def test_begun_again_it_replaces_what_it_had_kept(cast, officer):
    make_project(cast)
    job, _path = asked(officer, "projects.projects")
    Job.objects.filter(pk=job.pk).update(
        state=JobState.RUNNING, ended_at=None, held_until=timezone.now() - timedelta(seconds=1)
    )
    assert work_off_one()
    assert StoredFile.objects.about(job).count() == 1
    assert StoredFile.objects.filter(removed_at__isnull=False).count() == 1
