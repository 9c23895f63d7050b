import pytest
from django.core.exceptions import PermissionDenied

from core.models import JournalEntry
from core.refusal import RefusedError
from people.enums import Function
from people.models import Appointment
from projects.actions.noting import sides_on, write_note
from projects.models import Project, SideNote
from tests.cast import SINCE
from tests.projects.builders import make_project
from tests.projects.life.building import again, fresh, told

WORDS = "Hold the second payment back."


def test_a_note_leaves_no_trace_on_the_project(cast, project, director_by, director_kr, heard):
    before = Project.objects.filter(pk=project.pk).values().get()
    note = write_note(project, by=director_by, text=f" {WORDS} ")
    assert (note.side, note.text, heard()) == ("a", WORDS, [])
    assert (Project.objects.filter(pk=project.pk).values().get(), told(project)) == (before, [])
    assert told(note) == [("write_note", "", director_by.email, "")]
    assert not JournalEntry.objects.filter(reason__contains=WORDS).exists()
    assert not SideNote.objects.visible_to(director_kr).exists()


def test_for_whom_it_is_kept(project, leader_by, leader_kr):
    assert [write_note(project, by=by, text=WORDS).side for by in (leader_by, leader_kr)] == ["a", "b"]


def test_who_belongs_to_no_side_writes_none(cast, project, officer, official_ge):
    for person in (officer, official_ge):
        with pytest.raises(PermissionDenied):
            write_note(project, by=person, text=WORDS)


def test_who_stands_on_both_sides_writes_none(cast, project, leader_by):
    Appointment.objects.create(
        user=leader_by, function=Function.MEMBER, organisation=cast.organisations["nia"], starts_on=SINCE
    )
    assert sides_on(project, again(leader_by)) == ["a", "b"]
    with pytest.raises(RefusedError, match="on both sides"):
        write_note(project, by=again(leader_by), text=WORDS)


def test_a_note_has_words(project, leader_by):
    with pytest.raises(RefusedError, match="Write the note first"):
        write_note(project, by=leader_by, text="  ")
    assert not SideNote.objects.exists()


def test_notes_of_one_project_are_not_those_of_another(cast, project, leader_by):
    write_note(project, by=leader_by, text=WORDS)
    assert not fresh(make_project(cast)).notes.visible_to(leader_by).exists()
