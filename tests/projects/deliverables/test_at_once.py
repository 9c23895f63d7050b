"""Two people at one deliverable, or one schedule, at the same moment: threads, connections, real commits."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from core.models import Signature
from core.refusal import RefusedError
from files.actions import store
from projects.actions.delivering import accept_version, submit_version
from projects.actions.scheduling import edit_task
from projects.models import Deliverable, Dependency, Project
from projects.planning.reckoning import CycleError
from tests.at_once import at_once
from tests.projects.builders import make_project
from tests.projects.deliverables.handing import laid_down, submitted
from tests.projects.life.building import fresh
from tests.projects.schedule.test_scheduling import line

pytestmark = pytest.mark.usefixtures("real_commits")


def test_two_versions_of_a_moment_are_one(cast, officer, advisor_kr):
    row = laid_down(make_project(cast), officer)
    papers = [store(SimpleUploadedFile("a.txt", b"Whole."), by=by) for by in (officer, advisor_kr)]
    answers = at_once(
        lambda: submit_version(row, by=officer, documents=papers[:1]),
        lambda: submit_version(row, by=advisor_kr, documents=papers[1:]),
        holding=Project.objects.filter(pk=row.project_id),
    )
    assert sorted(type(one).__name__ for one in answers) == ["DeliverableVersion", "RefusedError"]
    assert row.versions.count() == 1


def test_both_leaders_accept_it_exactly_once(cast, officer, advisor_kr):
    project = make_project(cast)
    version = submitted(project, officer, advisor_kr)
    answers = at_once(
        lambda: accept_version(version, by=cast.people["leader_by"]),
        lambda: accept_version(version, by=cast.people["leader_kr"]),
        holding=Deliverable.objects.filter(pk=version.deliverable_id),
    )
    assert sorted(one.state for one in answers) == ["accepted", "submitted"]
    assert Signature.objects.filter(settled_at__isnull=False).count() == 2
    assert fresh(version.deliverable).accepted_on is not None


def test_a_leader_and_his_co_director_turn_one_key(cast, officer, advisor_kr, director_by):
    version = submitted(make_project(cast), officer, advisor_kr)
    answers = at_once(
        lambda: accept_version(version, by=cast.people["leader_by"]),
        lambda: accept_version(version, by=director_by),
        holding=Deliverable.objects.filter(pk=version.deliverable_id),
    )
    assert sorted(type(one).__name__ for one in answers) == ["DeliverableVersion", "RefusedError"]
    assert Signature.objects.count() == 1


def test_two_links_of_a_moment_make_no_circle(cast, officer):
    project = make_project(cast)
    first, second = line(project, officer, "1"), line(project, officer, "2")
    answers = at_once(
        lambda: edit_task(first, by=officer, after={second: 0}),
        lambda: edit_task(second, by=cast.people["leader_by"], after={first: 0}),
        holding=Project.objects.filter(pk=project.pk),
    )
    assert sorted(type(one).__name__ for one in answers) == ["CycleError", "Task"]
    assert isinstance(next(one for one in answers if isinstance(one, RefusedError)), CycleError)
    assert Dependency.objects.count() == 1
