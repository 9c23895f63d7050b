"""Agreements, committees and joint projects of the sample centre, as its own acts have left them."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from lxml import etree

from agreements.enums import AgreementStatus
from agreements.models import Agreement, Alert, CommitteeSession, Decision
from people.models import User
from projects.enums import Stage, ValueState
from projects.iati import checking
from projects.models import PostCheck, Project, QuarterReport, ReportedValue, SideNote
from projects.presentation.totals import totals

pytestmark = pytest.mark.usefixtures("sample")


def archive() -> Project:
    """The pilot of today in full."""
    return Project.objects.get(name__en__startswith="Digital archive")


def test_the_register_holds_what_was_signed_since_2014() -> None:
    years = sorted({row.signed_on.year for row in Agreement.objects.filter(signed_on__year__lt=2020)})
    assert years == [2014, 2015, 2016, 2017]
    assert not Agreement.objects.exclude(status__in=AgreementStatus.settled()).exists()


def test_one_agreement_expires_soon_and_was_warned_of() -> None:
    expiring = Agreement.objects.get(title__en__startswith="Agreement on the continuation")
    assert Alert.objects.filter(agreement=expiring, kind="expiry").exists()


def test_session_and_programme_year_are_two_counts() -> None:
    rows = CommitteeSession.objects.filter(starts_at__year__lt=2020).order_by("number")
    assert list(rows.values_list("number", "programme_year")) == [(1, 1), (2, 1), (3, 2), (4, 3)]
    assert Decision.objects.filter(kind="project", projects__isnull=True).count() == 0


def test_six_projects_are_closed_and_their_checks_answered() -> None:
    assert Project.objects.filter(stage=Stage.CLOSED).count() == 6
    assert not PostCheck.objects.filter(answered_at=None).exists()


def test_projects_of_today_stand_on_every_stage_of_the_way() -> None:
    stages = Project.objects.exclude(stage=Stage.CLOSED).values_list("stage", flat=True)
    assert sorted(stages) == sorted([Stage.CONCEPT, Stage.OPINIONS, Stage.APPROVED, Stage.RUNNING, Stage.RUNNING])


def test_the_books_of_both_sides_differ_by_what_was_explained() -> None:
    (paid,) = totals(archive()).transferred
    row = archive().reconciliations.get()
    assert (paid.difference, row.difference, row.state) == (row.difference, paid.difference, "signed")
    assert row.explanation["ru"]


def test_values_of_the_last_quarter_wait_at_each_step() -> None:
    states = (
        ReportedValue.objects.filter(project=archive()).order_by("-period__starts_on").values_list("state", flat=True)
    )
    assert sorted(states[:3]) == sorted([ValueState.APPROVED, ValueState.CHECKED, ValueState.SUBMITTED])


def test_one_report_is_signed_one_is_being_written_and_one_is_late() -> None:
    of_archive = QuarterReport.objects.filter(project=archive()).order_by("year", "quarter")
    assert [row.status for row in of_archive] == ["signed", "writing"]
    other = QuarterReport.objects.exclude(project=archive()).get()
    assert [part.finished_at for part in other.parts.all()] == [None, None]


def test_a_note_of_each_side_is_its_own() -> None:
    sides = {
        email: list(SideNote.objects.visible_to(User.objects.get(email=email)).values_list("side", flat=True))
        for email in ("leader@by.example", "leader@kr.example")
    }
    assert sides == {"leader@by.example": ["a"], "leader@kr.example": ["b"]}


def test_what_both_sides_publish_is_valid() -> None:
    published = list(archive().publications.filter(is_published=True))
    assert len(published) == 2
    for one in published:
        page = Client().get(reverse("projects:iati_activity", args=[archive().reference, one.side]))
        content = b"".join(page.streaming_content) if page.streaming else page.content
        assert checking.against_schema(content) == []
        found: Any = etree.fromstring(content).findall("iati-activity/iati-identifier")
        assert [identifier.text for identifier in found] == [one.activity_id]
