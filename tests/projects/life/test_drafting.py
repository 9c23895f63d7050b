import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from practices.models import Practice
from projects.actions.drafting import (
    ChangedMeanwhileError,
    create_project,
    link_record,
    save_draft,
    unlink_record,
)
from projects.concept import marks_of_parts, parts_of
from projects.enums import ProjectKind, Stage
from projects.models import Project
from tests.practices.builders import make_practice
from tests.projects.builders import make_agreement, make_project
from tests.projects.life.building import concept, fresh, proposed, told


def begin(cast, by, **fields):
    values = {
        "centre": cast.centre,
        "kind": ProjectKind.PILOT,
        "name": {"en": "Archive", "ru": "Архив"},
        "country": cast.countries["BY"],
        "lead_a": cast.organisations["services_by"],
        "lead_b": cast.organisations["nia"],
        **fields,
    }
    return create_project(by=by, **values)


# --- Begin -----------------------------------------------------------------------------------------------------------


def test_it_has_its_number_of_the_year_of_side_a(cast, official_by, officer):
    # In Seoul it is the new year already, in Minsk it is not.
    with time_machine.travel("2026-12-31T20:00:00Z", tick=False):
        first = begin(cast, official_by)
    with time_machine.travel("2026-12-31T22:00:00Z", tick=False):
        second, third = begin(cast, official_by), begin(cast, officer)
    assert [one.reference for one in (first, second, third)] == ["JP-2026-01", "JP-2027-01", "JP-2027-02"]
    assert (first.stage, first.author, told(first)) == (
        Stage.CONCEPT,
        official_by,
        [("create", "", official_by.email, "")],
    )


def test_who_begins_one(cast, director_by, contact_by, official_ge, admin_user):
    for person in (director_by, contact_by, official_ge, admin_user):
        with pytest.raises(PermissionDenied):
            begin(cast, person)
    assert not Project.objects.exists()


def test_each_side_has_a_leading_body_of_its_own_country(cast, official_by):
    with pytest.raises(RefusedError, match="of its own country"):
        begin(cast, official_by, lead_b=cast.organisations["ministry_by"])
    cast.centre.countries.clear()
    with pytest.raises(RefusedError, match="does not work in this country"):
        begin(cast, official_by, country=cast.countries["GE"])


# --- Write -----------------------------------------------------------------------------------------------------------


def test_what_was_written_is_kept_and_counted(cast, official_by):
    project = concept(cast)
    row = save_draft(project, by=official_by, seen=1, situation={"ko": "지금"}, currency="KRW", asked_b=None)
    assert (fresh(row).situation, row.currency, row.asked_b, row.revision) == ({"ko": "지금"}, "KRW", None, 2)
    assert save_draft(project, by=official_by, seen=2, situation={"ko": "지금"}).revision == 2


def test_two_bodies_write_on_one_text_in_their_languages(cast, official_by, leader_kr):
    project = concept(cast, situation={"en": "Paper files."})
    read = marks_of_parts(parts_of(project, "situation", "objective"))
    before = {"objective": dict(project.objective)}
    save_draft(project, by=official_by, seen=1, read=read, situation={"en": "Paper files.", "ru": "Дела."}, **before)
    row = save_draft(project, by=leader_kr, seen=1, read=read, situation={"en": "Paper files.", "ko": "종이"}, **before)
    assert row.situation == {"en": "Paper files.", "ru": "Дела.", "ko": "종이"}


def test_where_both_changed_the_same_words_both_are_shown_and_none_is_lost(cast, official_by, leader_kr):
    project = concept(cast, situation={"en": "Old."})
    read = marks_of_parts(parts_of(project, "situation", "currency"))
    save_draft(project, by=official_by, seen=1, read=read, situation={"en": "Theirs."})
    with pytest.raises(ChangedMeanwhileError) as both:
        save_draft(project, by=leader_kr, seen=1, read=read, situation={"en": "Mine."}, currency="EUR")
    assert both.value.parts == {"situation": {"en": "Theirs."}}
    assert (fresh(project).situation, fresh(project).currency) == ({"en": "Theirs."}, "USD")


def test_what_one_took_out_stays_out(cast, official_by, leader_kr):
    project = concept(cast, situation={"en": "Old.", "ru": "Старое."})
    read = marks_of_parts(parts_of(project, "situation"))
    save_draft(project, by=official_by, seen=1, read=read, situation={"en": "New.", "ru": "Старое."})
    row = save_draft(project, by=leader_kr, seen=1, read=read, situation={"en": "Old."})
    assert row.situation == {"en": "New."}


def test_what_is_chosen_belongs_to_the_centre(cast, official_by, officer):
    project = concept(cast)
    draft = make_agreement(cast.centre, officer, recorded_at=None, status="draft")
    with pytest.raises(RefusedError, match="in the register"):
        save_draft(project, by=official_by, seen=1, agreement=draft.pk)
    with pytest.raises(RefusedError, match="is submitted again"):
        save_draft(project, by=official_by, seen=1, resubmits=make_project(cast).pk)
    with pytest.raises(RefusedError, match="cannot end before it starts"):
        save_draft(project, by=official_by, seen=1, planned_end_on="2020-01-01")
    ended = concept(cast, stage=Stage.WITHDRAWN)
    assert save_draft(project, by=official_by, seen=1, resubmits=ended.pk).resubmits == ended


def test_who_writes(cast, director_by, officer, advisor_kr, official_ge, official_by):
    project = concept(cast)
    for person in (director_by, officer, advisor_kr, official_ge):
        with pytest.raises(PermissionDenied):
            save_draft(project, by=person, seen=1, currency="EUR")
    with pytest.raises(RefusedError, match="was submitted"):
        save_draft(proposed(cast), by=official_by, seen=1, currency="EUR")


# --- Links -----------------------------------------------------------------------------------------------------------


def test_a_link_is_put_once_and_taken_away(cast, official_by):
    project = concept(cast)
    practice = make_practice(cast.centre, cast.organisations["nia"], cast.people["advisor_kr"], status="published")
    for _twice in range(2):
        link_record(project, by=official_by, record=practice)
    assert list(project.practices.all()) == [practice]
    for _twice in range(2):
        unlink_record(project, by=official_by, record=practice)
    assert (project.practices.count(), [one[0] for one in told(project)]) == (0, ["link", "unlink"])


def test_nobody_links_what_he_may_not_see(cast, official_by):
    draft = make_practice(cast.centre, cast.organisations["nia"], cast.people["advisor_kr"])
    assert isinstance(draft, Practice)
    with pytest.raises(PermissionDenied):
        link_record(concept(cast), by=official_by, record=draft)


def test_links_of_a_submitted_paper_are_the_officers(cast, official_by, officer, official_ge):
    practice = make_practice(cast.centre, cast.organisations["nia"], cast.people["advisor_kr"], status="published")
    project = proposed(cast)
    with pytest.raises(RefusedError, match="it was submitted"):
        link_record(project, by=official_by, record=practice)
    with pytest.raises(PermissionDenied):
        link_record(project, by=official_ge, record=practice)
    assert link_record(project, by=officer, record=practice).practices.count() == 1
