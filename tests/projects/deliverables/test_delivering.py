"""Deliverables: laid down, handed over, accepted by two keys or by silence, returned, chased."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from calendars.directory import joint
from calendars.working_time import add_working_days
from core.models import Signature, Silence
from core.refusal import RefusedError
from files.models import StoredFile
from projects.actions.delivering import (
    accept_version,
    comment,
    edit_deliverable,
    mark_of,
    remind_of_deliverable,
    return_version,
    submit_version,
)
from projects.enums import Stage, VersionState
from projects.models import Deliverable, DeliverableVersion
from projects.tasks.work import accept_by_silence, remind_of_deliverables
from tests.projects.builders import make_project
from tests.projects.deliverables.handing import DUE, laid_down, paper, submitted
from tests.projects.life.building import again, fresh, told
from tests.projects.schedule.test_scheduling import line

EDITED = {"name": {"en": "Standard, second part"}, "side": "a", "due_on": date(2026, 7, 15)}


def test_they_are_numbered(project, officer, leader_by):
    assert [laid_down(project, by).reference for by in (officer, leader_by)] == [
        f"{project.reference}/D1",
        f"{project.reference}/D2",
    ]


def test_a_line_of_another_schedule_is_refused(cast, project, officer):
    elsewhere = line(make_project(cast), officer, "1")
    with pytest.raises(RefusedError, match="of this project"):
        laid_down(project, officer, task=elsewhere)


def test_it_is_changed_until_a_version_waits(project, officer, leader_kr):
    row = laid_down(project, officer)
    Deliverable.objects.update(reminded_on=DUE)
    row = edit_deliverable(row, by=leader_kr, seen=mark_of(row), **EDITED)
    assert (row.name, row.side, row.due_on, row.reminded_on) == (*EDITED.values(), None)
    with pytest.raises(RefusedError, match="A colleague has changed"):
        edit_deliverable(row, by=officer, seen="0123", **EDITED)
    submit_version(row, by=officer, documents=[paper(officer)])
    with pytest.raises(RefusedError, match="waits for acceptance"):
        edit_deliverable(row, by=officer, **EDITED)


def test_a_version_is_handed_over_with_its_files(project, officer, advisor_kr, heard):
    row = laid_down(project, officer)
    version = submit_version(row, by=advisor_kr, documents=[paper(advisor_kr), paper(advisor_kr)], note="First.")
    assert (version.number, version.state, version.by) == (1, VersionState.SUBMITTED, advisor_kr)
    assert StoredFile.objects.about(version).filter(permission="projects.view_version").count() == 2
    assert heard() == [("version_submitted", {"version": version, "by": advisor_kr})]
    silence = Silence.objects.about(version).get()
    assert silence.due_at == add_working_days(silence.started_at, 10, joint("BY", "KR"))


def test_what_cannot_be_handed_over(cast, project, officer, advisor_kr, official_by, official_ge):
    row = laid_down(project, officer)
    with pytest.raises(RefusedError, match="Add the file"):
        submit_version(row, by=advisor_kr, documents=[])
    for person in (official_by, official_ge):  # the other side; a stranger
        with pytest.raises(PermissionDenied):
            submit_version(row, by=person, documents=[paper(person)])
    submit_version(row, by=advisor_kr, documents=[paper(advisor_kr)])
    with pytest.raises(RefusedError, match="waits for acceptance already"):
        submit_version(row, by=advisor_kr, documents=[paper(advisor_kr)])
    early = laid_down(make_project(cast, stage=Stage.APPROVED), officer)
    with pytest.raises(RefusedError, match="while the project is carried out"):
        submit_version(early, by=advisor_kr, documents=[paper(advisor_kr)])


def test_two_keys_accept_it(project, officer, advisor_kr, leader_by, director_kr, heard):
    version = submitted(project, officer, advisor_kr)
    heard()
    row = accept_version(version, by=leader_by, reason="As agreed.")
    assert (row.state, fresh(version.deliverable).accepted_on) == (VersionState.SUBMITTED, None)
    assert heard() == [("version_key_turned", {"version": row, "side": "a", "by": leader_by})]
    with pytest.raises(RefusedError, match="already signed"):
        accept_version(version, by=leader_by)
    with time_machine.travel("2026-06-24T22:30:00Z", tick=False):  # 25 June in Minsk
        row = accept_version(version, by=director_kr)
    assert (row.state, fresh(version.deliverable).accepted_on) == (VersionState.ACCEPTED, date(2026, 6, 25))
    assert heard() == [("version_accepted", {"version": row, "by": director_kr})]
    assert [one[:3] for one in told(version)][1:] == [
        ("accept:key", "a", leader_by.email),
        ("accept:key", "b", director_kr.email),
        ("accept", "", ""),
    ]
    with pytest.raises(RefusedError, match="no further version is needed"):
        submit_version(version.deliverable, by=advisor_kr, documents=[paper(advisor_kr)])
    with pytest.raises(RefusedError, match="stays as it was"):
        edit_deliverable(version.deliverable, by=officer, **EDITED)


def test_who_turns_no_key(project, officer, advisor_kr, official_by, official_ge):
    version = submitted(project, officer, advisor_kr)
    for person in (officer, advisor_kr, official_by, official_ge):
        with pytest.raises(PermissionDenied):
            accept_version(version, by=person)
        with pytest.raises(PermissionDenied):
            return_version(version, by=person, reason="No.")


def test_it_is_returned_with_reasons_and_keys_are_taken_back(project, officer, advisor_kr, leader_by, leader_kr, heard):
    version = submitted(project, officer, advisor_kr)
    accept_version(version, by=leader_kr)
    heard()
    with pytest.raises(RefusedError, match="Give the reasons"):
        return_version(version, by=leader_by, reason=" ")
    row = return_version(version, by=leader_by, reason="Annex 2 is missing.")
    assert (row.state, fresh(row).reason) == (VersionState.RETURNED, "Annex 2 is missing.")
    assert heard() == [("version_returned", {"version": row, "reason": "Annex 2 is missing.", "by": leader_by})]
    assert Signature.objects.about(version).filter(cleared_at=None).count() == 0
    second = submit_version(version.deliverable, by=advisor_kr, documents=[paper(advisor_kr)])
    assert second.number == 2
    with pytest.raises(RefusedError, match="no longer possible"):
        accept_version(version, by=leader_by)


def test_both_sides_comment_while_it_waits(project, officer, advisor_kr, official_by, official_ge, leader_by, heard):
    version = submitted(project, officer, advisor_kr)
    heard()
    found = comment(version, by=official_by, text=" Страница 3 неясна. ", language="ru")
    assert (found.side, found.language, found.text) == ("a", "ru", "Страница 3 неясна.")
    assert heard() == [("version_commented", {"comment": found, "version": version, "by": official_by})]
    assert [comment(version, by=by, text="Yes.", language="en").side for by in (advisor_kr, officer)] == ["b", ""]
    with pytest.raises(PermissionDenied):
        comment(version, by=official_ge, text="Me too.", language="en")
    for text, language, sentence in ((" ", "en", "Write the comment"), ("So.", "xx", "Choose the language")):
        with pytest.raises(RefusedError, match=sentence):
            comment(version, by=officer, text=text, language=language)
    return_version(version, by=leader_by, reason="Annex 2 is missing.")
    with pytest.raises(RefusedError, match="while a version waits"):
        comment(version, by=officer, text="Late.", language="en")


def test_silence_accepts_after_ten_joint_working_days(project, officer, advisor_kr, leader_by, heard):
    with time_machine.travel("2026-02-09T06:00:00Z", tick=False):
        version = submitted(project, officer, advisor_kr)
        accept_version(version, by=again(leader_by))
        due = Silence.objects.about(version).get().due_at
        assert timezone.localtime(due, joint("BY", "KR").zone).date() == date(2026, 2, 26)  # over Seollal
    heard()
    with time_machine.travel(due - timedelta(minutes=1), tick=False):
        assert accept_by_silence() == 0
    with time_machine.travel(due + timedelta(minutes=1), tick=False):
        assert (accept_by_silence(), accept_by_silence()) == (1, 0)
    row = DeliverableVersion.objects.get()
    assert (row.state, row.deliverable.accepted_on) == (VersionState.ACCEPTED, date(2026, 2, 26))
    assert [(one.key, one.by_silence) for one in Signature.objects.about(row).order_by("key")] == [
        ("a", False),
        ("b", True),
    ]
    assert heard() == [("version_accepted", {"version": row, "by": None})]


def reminded(day):
    with time_machine.travel(f"{day}T09:00:00Z", tick=False):
        return remind_of_deliverables()


def test_it_is_chased_soon_before_and_weekly_after(project, officer, heard):
    row = laid_down(project, officer)
    heard()
    days = ("2026-06-15", "2026-06-16", "2026-06-17", "2026-06-30", "2026-07-01", "2026-07-07", "2026-07-08")
    assert [reminded(day) for day in days] == [0, 1, 0, 0, 1, 0, 1]
    assert heard() == [("deliverable_due", {"deliverable": row, "by": None})] * 3


def test_what_was_handed_over_is_not_chased(cast, project, officer, advisor_kr):
    submitted(project, officer, advisor_kr)
    assert reminded("2026-07-01") == 0
    suspended = laid_down(make_project(cast, stage=Stage.SUSPENDED), officer)
    assert reminded("2026-07-01") == 0
    assert remind_of_deliverable(suspended) is None
