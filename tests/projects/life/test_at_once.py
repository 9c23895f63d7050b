"""Two people acting on one project at the same moment: threads, connections, real commits."""

import pytest
from django.db import transaction

from agreements.actions.deciding import countersign
from agreements.models import Decision
from core.models import Signature
from core.refusal import RefusedError
from projects.actions.drafting import ChangedMeanwhileError, create_project, save_draft
from projects.actions.laying import lay
from projects.actions.starting import start
from projects.concept import marks_of_parts, parts_of
from projects.enums import Stage
from projects.models import Project
from tests.at_once import at_once
from tests.projects.life.building import approved, concept, fresh, open_decision, proposed, told, with_opinions

pytestmark = pytest.mark.usefixtures("real_commits")


def test_both_leaders_start_it_exactly_once(cast):
    project = approved(cast)
    answers = at_once(
        lambda: start(project, by=cast.people["leader_by"]),
        lambda: start(project, by=cast.people["leader_kr"]),
        holding=Project.objects.filter(pk=project.pk),
    )
    assert sorted(one.stage for one in answers) == [Stage.APPROVED, Stage.RUNNING]
    assert Signature.objects.filter(settled_at__isnull=False).count() == 2
    assert [one[0] for one in told(project)] == ["start:key", "start:key", "start"]


def test_a_leader_and_his_co_director_turn_one_key(cast, director_by):
    project = approved(cast)
    answers = at_once(
        lambda: start(project, by=cast.people["leader_by"]),
        lambda: start(project, by=director_by),
        holding=Project.objects.filter(pk=project.pk),
    )
    assert sorted(type(one).__name__ for one in answers) == ["Project", "RefusedError"]
    assert (Signature.objects.count(), fresh(project).stage) == (1, Stage.APPROVED)


def test_two_writers_lose_no_word(cast, official_by):
    project = concept(cast, situation={"en": "Old."})
    cast_kr = cast.people["advisor_kr"]
    cast_kr.appointments.update(function="focal_point")
    read = marks_of_parts(parts_of(project, "situation"))
    answers = at_once(
        lambda: save_draft(project, by=official_by, seen=1, read=read, situation={"en": "Old.", "ru": "Дела."}),
        lambda: save_draft(project, by=cast_kr, seen=1, read=read, situation={"en": "Old.", "ko": "종이"}),
        holding=Project.objects.filter(pk=project.pk),
    )
    assert not [one for one in answers if isinstance(one, ChangedMeanwhileError)]
    assert fresh(project).situation == {"en": "Old.", "ru": "Дела.", "ko": "종이"}


def test_nothing_is_laid_with_a_decision_that_is_taken_meanwhile(cast, officer, director_by, director_kr):
    decision, project = open_decision(cast), with_opinions(proposed(cast), cast)
    countersign(decision, by=director_by, accepts=True)
    answers = at_once(
        lambda: countersign(decision, by=director_kr, accepts=True),
        lambda: lay(project, by=officer, decision=decision),
        holding=Decision.objects.filter(pk=decision.pk),
    )
    assert sorted(type(one).__name__ for one in answers) == ["Decision", "RefusedError"]
    assert isinstance(next(one for one in answers if not isinstance(one, Decision)), RefusedError)
    assert fresh(project).stage == Stage.OPINIONS


def test_two_papers_of_a_moment_have_two_numbers(cast, official_by, officer):
    first = concept(cast)

    def begin(by):
        Project.objects.select_for_update().get(pk=first.pk)
        return create_project(
            by=by,
            centre=cast.centre,
            kind="pilot",
            name={"en": "Archive"},
            country=cast.countries["BY"],
            lead_a=cast.organisations["services_by"],
            lead_b=cast.organisations["nia"],
        )

    answers = at_once(
        lambda: transaction.atomic(begin)(official_by),
        lambda: transaction.atomic(begin)(officer),
        holding=Project.objects.filter(pk=first.pk),
    )
    assert sorted(one.reference[-2:] for one in answers) == ["01", "02"]
