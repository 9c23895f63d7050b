"""Who is told of deliverables and baselines, and where their letters lead."""

from datetime import date

import pytest
import time_machine

from people.enums import Side
from projects.actions.delivering import accept_version, comment, remind_of_deliverable, return_version
from projects.actions.scheduling import take_baseline
from tests.cast import sign_in
from tests.projects.builders import make_leader, make_project
from tests.projects.deliverables.handing import laid_down, submitted
from tests.projects.schedule.test_scheduling import line

OFFICER, ADVISOR = "officer@centre.example", "advisor@kr.example"


@pytest.fixture
def leader_by(cast):
    return make_leader(cast, "leader_by", "services_by", Side.A, language="en")


@pytest.fixture
def leader_kr(cast):
    return make_leader(cast, "leader_kr", "nia", Side.B, language="en")


@pytest.fixture
def project(cast, leader_by, leader_kr):
    return make_project(cast)


@pytest.fixture
def version(project, officer, advisor_kr):
    return submitted(project, officer, advisor_kr)


def leads_to(reader):
    """Where the newest line of the inbox, and the link of its letter, lead."""
    row = reader.notifications.order_by("-pk").first()
    return sign_in(reader).get(f"/inbox/open/{row.pk}/").url


def test_a_version_asks_both_leaders(version, leader_by, leader_kr, told, letters):
    assert told() == {"version_submitted": sorted([leader_by.email, leader_kr.email])}
    assert "Standard for datasets" in letters()[leader_by.email].body
    assert leads_to(leader_by) == version.get_absolute_url()


def test_a_key_asks_the_other_side_and_the_second_tells_all(version, leader_by, leader_kr, told, quiet):
    quiet()
    accept_version(version, by=leader_by)
    assert told() == {"version_key_turned": [leader_kr.email]}
    quiet()
    accept_version(version, by=leader_kr)
    assert told() == {"version_accepted": sorted([ADVISOR, OFFICER, leader_by.email])}


def test_a_return_tells_who_handed_it_over_and_why(version, leader_by, leader_kr, told, quiet, letters):
    quiet()
    return_version(version, by=leader_by, reason="Annex 2 is missing.")
    assert told() == {"version_returned": sorted([ADVISOR, leader_kr.email])}
    assert "Annex 2 is missing." in letters()[leader_kr.email].body


def test_a_comment_tells_who_handed_it_over_and_does_not_leave_by_mail(version, leader_by, told, quiet, letters):
    quiet()
    comment(version, by=leader_by, text="Page 3 is unclear.", language="en")
    assert told() == {"version_commented": [ADVISOR]}
    assert "Page 3" not in letters()[ADVISOR].body


def test_its_side_is_reminded(project, officer, leader_kr, told, quiet, letters):
    row = laid_down(project, officer)
    quiet()
    with time_machine.travel("2026-06-30T06:00:00Z", tick=False):
        remind_of_deliverable(row)
        assert told() == {"deliverable_due": [leader_kr.email]}
        assert "30 Jun 2026" in letters()[leader_kr.email].body
    assert leads_to(leader_kr) == row.get_absolute_url()


def test_both_leaders_learn_of_a_baseline(project, officer, leader_by, leader_kr, told, quiet, letters):
    line(project, officer, "1", wished_on=date(2026, 2, 2))
    quiet()
    take_baseline(project, by=officer, reason="Agreed in Minsk.")
    assert told() == {"baseline_taken": sorted([leader_by.email, leader_kr.email])}
    assert "Agreed in Minsk." in letters()[leader_by.email].body
    assert leads_to(leader_by) == f"/projects/{project.reference}/schedule/baselines/1/"
